// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/wire.h"

namespace likeness::decoder
{

// The descriptors of a decoder, always the same.
constexpr int conversationDescriptor = 3;
constexpr int fileDescriptor = 4;
constexpr int memoryDescriptor = 5;
constexpr int firstClosedDescriptor = 6;

/// Loads what decoding loads on its first use (plugins, character sets, tables), by decoding small pictures
/// of our own of each kind: a confined decoder can load nothing.
void warmUp();

/// In a process of its own with the three descriptors in place: confines it, and then answers what is asked
/// about the one file until the other end of the conversation is closed. Does not return.
[[noreturn]] void serve(const media::wire::Start &start);

} // namespace likeness::decoder
