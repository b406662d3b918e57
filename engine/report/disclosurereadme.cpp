// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/disclosurereadme.h"

#include "engine/base/clock.h"

#include <QStringList>

namespace likeness::report
{

namespace
{

/// Broken at spaces; a word that is longer stands alone.
QString wrapped(const QString &text)
{
    constexpr qsizetype width = 100;
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!lines.back().isEmpty() && lines.back().size() + 1 + word.size() > width)
            lines += QString();
        lines.back() += (lines.back().isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines.join(u'\n');
}

/// One line, whatever somebody typed.
QString line(const QString &text)
{
    return text.simplified();
}

} // namespace

QByteArray disclosureReadme(const DisclosureFacts &facts, const ReportTexts &texts)
{
    QStringList parts;
    if (facts.training)
        parts += texts(trainingSentence);
    parts +=
        texts(QT_TRANSLATE_NOOP("report", "Disclosure packet of case %1")).arg(line(facts.details.number));
    parts += texts(leadSentence);
    parts += wrapped(
        texts(QT_TRANSLATE_NOOP("report", "This packet holds what a facial comparison in this case was made "
                                          "of and how it was made, so that you can check it without the "
                                          "people who made it. A candidate is a person who looks alike: a "
                                          "lead for further work, never an identification.")));
    QString made = texts(QT_TRANSLATE_NOOP("report", "Made at %1 by %2. Reason: %3"))
                       .arg(base::timeText(facts.made), line(facts.madeBy), line(facts.reason));
    if (!facts.agency.isEmpty())
        made += u' ' + texts(QT_TRANSLATE_NOOP("report", "Agency: %1")).arg(line(facts.agency));
    parts += wrapped(made);

    parts += texts(QT_TRANSLATE_NOOP("report", "WHAT IS IN IT"));
    parts +=
        QStringList{
            QStringLiteral("data/report.pdf       ") +
                texts(QT_TRANSLATE_NOOP("report", "The case report, to be read first.")),
            QStringLiteral("data/report.json      ") +
                texts(QT_TRANSLATE_NOOP("report", "The same facts for programs.")),
            QStringLiteral("data/audit.jsonl      ") +
                texts(QT_TRANSLATE_NOOP("report",
                                        "Every act in this case, one a line, each sealed with the one "
                                        "before.")),
            QStringLiteral("data/evidence/        ") +
                texts(QT_TRANSLATE_NOOP("report", "The original files, unchanged, named by their SHA-256.")),
            QStringLiteral("keys/                 ") +
                texts(QT_TRANSLATE_NOOP("report", "The public keys of the people who signed.")),
            QStringLiteral("manifest-sha256.txt   ") +
                texts(QT_TRANSLATE_NOOP("report", "The SHA-256 of every file under data/."))}
            .join(u'\n');
    parts += wrapped(texts(QT_TRANSLATE_NOOP("report", "The originals show bystanders unpixelated. They have "
                                                       "been given to you for this case only.")));

    parts += texts(QT_TRANSLATE_NOOP("report", "THE ORIGINALS"));
    QStringList originals;
    for (const auto &original : facts.originals)
        originals += original.path.isEmpty()
                         ? texts(QT_TRANSLATE_NOOP("report", "NOT IN THIS PACKET: %1, SHA-256 %2 (%3)"))
                               .arg(line(original.fileName), original.sha256, original.why)
                         : texts(QT_TRANSLATE_NOOP("report", "%1\n    was taken in as %2"))
                               .arg(original.path, line(original.fileName));
    parts += originals.isEmpty() ? texts(QT_TRANSLATE_NOOP("report", "There is no evidence in this case."))
                                 : originals.join(u'\n');

    parts += texts(QT_TRANSLATE_NOOP("report", "HOW TO CHECK IT"));
    parts += wrapped(texts(QT_TRANSLATE_NOOP(
        "report",
        "1. That no file was changed: open a terminal in this folder and enter the line below. It "
        "says OK for every file. On Windows, compare the result of certutil -hashfile FILE SHA256.")));
    parts += QStringLiteral("    sha256sum -c manifest-sha256.txt");
    if (!facts.signingKeyFile.isEmpty()) {
        parts += wrapped(texts(QT_TRANSLATE_NOOP(
            "report", "2. Who vouches for the list of files: minisign is a free program of others. Ask the "
                      "agency for its key by another way, a letter or a telephone call, and compare it with "
                      "the file in keys/.")));
        parts += QStringLiteral("    minisign -V -p %1 -m manifest-sha256.txt").arg(facts.signingKeyFile);
    } else {
        parts += wrapped(texts(QT_TRANSLATE_NOOP(
            "report", "2. This packet was made in training mode and is not signed. Nobody vouches for it.")));
    }
    parts += wrapped(texts(QT_TRANSLATE_NOOP(
        "report", "3. That no act was removed, changed or reordered: likeness-verify comes with Likeness, "
                  "needs no network, and changes nothing. The text after --head is the end of the log; it "
                  "also stands in data/report.pdf or was told to you.")));
    parts += QStringLiteral("    likeness-verify --log data/audit.jsonl --head %1:%2")
                 .arg(facts.head.count)
                 .arg(facts.head.hash);
    parts += wrapped(texts(QT_TRANSLATE_NOOP(
        "report", "The form of the log is published with the program, in engine/audit/FORMAT.md, so that you "
                  "can have your own checker written. The folder itself follows BagIt 1.0 (RFC 8493).")));
    return (parts.join(QStringLiteral("\n\n")) + u'\n').toUtf8();
}

} // namespace likeness::report
