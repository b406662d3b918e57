// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/casework/casesession.h"

namespace likeness::casework
{

// For the verbs that sign: analysing.cpp, comparing.cpp, verifying.cpp.
template <class Record>
base::Outcome CaseSession::commitSigned(Record &record, const QString &verb, const QString &subject,
                                        QJsonObject details, const Change &change)
{
    const QJsonObject document = model::toJson(record);
    auto signature = m_workstation->sign(document);
    if (!signature)
        return tl::unexpected(signature.error());
    record.signature = std::move(*signature);
    details["document_sha256"] = base::sha256(base::canonicalJson(document));
    if (record.signature.isSigned())
        details["key"] = record.signature.key;
    LIKENESS_TRY(commit({verb, subject, details}, change));
    // The record is signed and stands; to say that it failed would have it signed twice.
    if (const auto isSigned = signHead(); !isSigned)
        qCWarning(base::logCasework) << "the chain's head was not signed:"
                                     << base::errorCodeName(isSigned.error().code);
    return {};
}

} // namespace likeness::casework
