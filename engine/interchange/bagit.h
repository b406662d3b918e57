// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/interchange/zip.h"

namespace likeness::interchange
{

/// A BagIt 1.0 bag (RFC 8493) in a stored zip: `sha256sum -c` and `sha512sum -c` work on it unpacked.
struct Bag {
    QString name;                                  ///< the folder inside the zip
    std::vector<std::pair<QString, QString>> info; ///< lines of bag-info.txt
    std::vector<ZipItem> payload;                  ///< paths below data/
    std::vector<ZipItem> tags;                     ///< files beside data/: a signature of the manifest
};
/// bagit.txt, bag-info.txt, manifest-sha256.txt, manifest-sha512.txt and tag manifests are made here. `sign`
/// makes manifest-sha256.txt.minisig; null leaves it out. Errors as of writeZip.
base::Outcome writeBag(QFile &to, const Bag &bag, const std::function<QByteArray(const QByteArray &)> &sign,
                       base::Progress &progress);

} // namespace likeness::interchange
