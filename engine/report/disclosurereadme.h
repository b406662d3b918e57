// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/account.h"
#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/report/reporttexts.h"

#include <vector>

namespace likeness::report
{

/// What the README of a disclosure packet tells: it is read by people who have never seen Likeness.
struct DisclosureFacts {
    model::CaseDetails details;
    QString agency; ///< empty in training
    bool training = true;
    QDateTime made;
    QString madeBy;
    QString reason;
    QString signingKeyFile; ///< path in the packet of the key of who made it; empty in training
    model::AuditHead head;  ///< of the log in the packet
    struct Original {
        QString path; ///< in the packet; empty when it is not in it
        QString fileName;
        QString sha256;
        QString why; ///< it is not in it
    };
    std::vector<Original> originals;
};

/// Plain UTF-8 text in lines of at most 100 characters, but for names and hashes. Pure.
QByteArray disclosureReadme(const DisclosureFacts &facts, const ReportTexts &texts);

} // namespace likeness::report
