// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/interchange/verificationpacket.h"
#include "engine/interchange/zip.h"

namespace likeness::interchange
{

/// A BagIt 1.0 bag (RFC 8493) in a stored zip: `sha256sum -c` and `sha512sum -c` work on it unpacked.
struct Bag {
    QString name;                                  ///< the folder inside the zip; isSafePath
    std::vector<std::pair<QString, QString>> info; ///< lines of bag-info.txt
    std::vector<ZipItem> payload;                  ///< paths below data/
    std::vector<ZipItem> tags;                     ///< files beside data/: a README, keys
};
/// bagit.txt, bag-info.txt (with Payload-Oxum), manifest-sha256.txt, manifest-sha512.txt and the tag
/// manifests are made here. `sign` makes manifest-sha256.txt.minisig, which stands in the tag manifests; null
/// leaves it out. Errors as of writeZip and of the signer. Progress counts each byte twice: it is hashed,
/// then copied; bytes that changed in between are refused (EvidenceChanged).
base::Outcome writeBag(QFile &to, const Bag &bag, const Signer &sign, base::Progress &progress);

} // namespace likeness::interchange
