// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/gallery.h"

#include <QByteArray>

#include <vector>

namespace likeness::casework {

/// One row of an enrolment list.
struct EnrolmentRow
{
    QString file;   ///< as written; relative to the list's folder
    QString person; ///< empty when the list does not say
    model::Provenance provenance;
    friend bool operator==(const EnrolmentRow &a, const EnrolmentRow &b)
    {
        return a.file == b.file && a.person == b.person && a.provenance.source == b.provenance.source &&
               a.provenance.taken == b.provenance.taken &&
               a.provenance.legalBasis == b.provenance.legalBasis &&
               a.provenance.retainUntil == b.provenance.retainUntil;
    }
};

/// Reads an enrolment list: comma-separated values as of RFC 4180 in UTF-8, with or without a byte order
/// mark, lines ending in CRLF, LF or CR. The first line names the columns, in any order and case: "file" and,
/// as wanted, "person", "source", "taken", "legal_basis", "retain_until" (dates as 2026-11-23). Lines without
/// any character are skipped. Pure; any thread.
///
/// FileDamaged for anything else, with what and the line in the detail: a column that is not known, missing
/// or there twice, a row of another length, a quote left open, a date that is none, text that is not UTF-8.
base::Result<std::vector<EnrolmentRow>> parseEnrolmentCsv(const QByteArray &bytes, const QString &subject);

} // namespace likeness::casework
