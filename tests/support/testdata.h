// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace likeness::tests
{

/// Folder with the models, as the installer fetched them. A missing folder fails the test: set-up is part
/// of what is tested.
QString modelsDirectory();
/// Folder with sample1.jpg ... sample6.jpg.
QString samplesDirectory();
/// tests/data of the source tree.
QString dataDirectory();
/// The shared development faces beside the project, or empty: tests that need them skip with a message.
QString sharedFacesDirectory();
/// The shared recordings beside the project, or empty, likewise.
QString sharedVideoDirectory();

} // namespace likeness::tests
