// SPDX-License-Identifier: GPL-3.0-or-later
// A matrix as a file: whole, or refused.
#include "engine/match/matrixbuilder.h"
#include "tests/engine/match/randomgallery.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace likeness;
using base::ErrorCode;

class MatrixBuilderTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const match::MatrixOrigin m_origin{"gallery", "engine", {7, QString(64, u'a')}};

    static std::vector<model::EnrolledTemplate> sorted(std::vector<model::EnrolledTemplate> rows)
    {
        std::sort(rows.begin(), rows.end(),
                  [](const auto &a, const auto &b) { return a.portrait < b.portrait; });
        return rows;
    }

    QByteArray built(const std::vector<model::EnrolledTemplate> &rows) const
    {
        QByteArray bytes;
        QBuffer out(&bytes);
        out.open(QIODevice::ReadWrite);
        match::MatrixBuilder builder(out, qint64(rows.size()), m_origin);
        for (const auto &row : rows)
            if (!builder.add(row))
                return {};
        return builder.finish() ? bytes : QByteArray();
    }

    base::Result<std::shared_ptr<const match::TemplateMatrix>> opened(const QByteArray &bytes) const
    {
        auto file = std::make_unique<QFile>(m_folder.filePath("matrix"));
        if (!file->open(QIODevice::ReadWrite | QIODevice::Truncate) || file->write(bytes) != bytes.size() ||
            !file->flush())
            return base::fail(ErrorCode::WriteFailed, "matrix");
        base::Progress progress;
        return match::TemplateMatrix::open(std::move(file), progress);
    }

    static QString answer(const match::TemplateMatrix &gallery)
    {
        base::Progress progress;
        std::mt19937 random(9);
        QString text;
        for (int i = 0; i < 5; ++i) {
            const auto found = match::nearestPersons(gallery, tests::randomTemplate(random), {}, progress);
            for (const auto &candidate : found.value())
                text += QStringLiteral("%1 %2 %3 %4\n")
                            .arg(candidate.portrait.value(), candidate.portraitSha256,
                                 candidate.personReference, QString::number(candidate.distance, 'g', 17));
        }
        return text;
    }

private slots:
    void roundTrip_data()
    {
        QTest::addColumn<int>("persons");
        for (const int persons : {0, 1, 2, 77, 900})
            QTest::addRow("%d persons", persons) << persons;
    }
    void roundTrip()
    {
        QFETCH(int, persons);
        auto rows = sorted(tests::randomGallery(persons, 3, 1));
        for (size_t i = 0; i < rows.size(); i += 2)
            rows[i].retainUntil = QDate(2026, 1, 1).addDays(qint64(i));
        const auto gallery = opened(built(rows));
        QVERIFY(gallery);
        QCOMPARE((*gallery)->portraits(), qint64(rows.size()));
        QCOMPARE((*gallery)->persons(), persons);
        QVERIFY((*gallery)->origin() == m_origin);
        QCOMPARE((*gallery)->snapshotHash(), match::snapshotHash(**gallery, "engine"));
        for (size_t i = 0; i < rows.size(); ++i) {
            const auto row = (*gallery)->row(qint64(i));
            QCOMPARE(row.portrait, rows[i].portrait);
            QCOMPARE(row.person, rows[i].person);
            QCOMPARE(row.personReference, rows[i].personReference);
            QCOMPARE(row.portraitSha256, rows[i].portraitSha256);
            QCOMPARE(row.retainUntil, rows[i].retainUntil);
            QVERIFY(row.values == rows[i].values);
        }
        QCOMPARE(answer(**gallery), answer(match::TemplateMatrix(rows)));
    }

    void anyDamageIsNoticed()
    {
        const QByteArray good = built(sorted(tests::randomGallery(40, 2, 1)));
        QVERIFY(opened(good));
        for (const qsizetype length : {0, 1, 4095, 4096, 5000, int(good.size()) - 64, int(good.size()) - 1})
            QCOMPARE(opened(good.left(length)).error().code, ErrorCode::FileDamaged);
        QCOMPARE(opened(good + QByteArray(64, '\0')).error().code, ErrorCode::FileDamaged);
        QCOMPARE(opened(QByteArray(good.size(), '\0')).error().code, ErrorCode::FileDamaged);
        const qsizetype head = good.left(4096).indexOf('\0');
        for (qsizetype at = 0; at < good.size(); at += at < head ? 1 : 997) {
            if (at >= head && at < match::MatrixLayout::headBytes)
                continue; // what is left of the head's page means nothing
            QByteArray bad = good;
            bad[at] = char(bad[at] ^ 0x10);
            QVERIFY2(!opened(bad), qPrintable(QString::number(at)));
        }
    }

    void anotherVersionIsRefused()
    {
        // With a checksum that fits: what a later program would write.
        QByteArray bytes = built(sorted(tests::randomGallery(4, 1, 1)));
        QByteArray json = bytes.mid(33, 4096 - 33);
        json.truncate(json.indexOf('\0'));
        QVERIFY(json.contains("\"format\":2"));
        json.replace("\"format\":2", "\"format\":3");
        match::Checksum sum;
        sum.add(json.constData(), json.size());
        const QByteArray number = QByteArray::number(sum.value(), 16).rightJustified(16, '0');
        bytes.replace(16, 16, number).replace(33, json.size(), json);
        const auto refused = opened(bytes);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::FileDamaged);
        QVERIFY(refused.error().detail.contains("version"));
    }

    void refusesWrongRows()
    {
        const auto rows = sorted(tests::randomGallery(3, 1, 1));
        QBuffer out;
        out.open(QIODevice::ReadWrite);
        match::MatrixBuilder builder(out, 2, m_origin);
        QVERIFY(builder.add(rows[1]));
        QCOMPARE(builder.add(rows[0]).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(builder.add(rows[1]).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(builder.finish().error().code, ErrorCode::InvalidArgument);
        QVERIFY(!opened(out.data())); // not finished, no matrix
        QVERIFY(builder.add(rows[2]));
        QVERIFY(builder.finish());
        QVERIFY(opened(out.data()));
    }

    void cancels()
    {
        auto file = std::make_unique<QFile>(m_folder.filePath("cancelled"));
        QVERIFY(file->open(QIODevice::ReadWrite));
        file->write(built(sorted(tests::randomGallery(4, 1, 1))));
        file->flush();
        base::Progress progress;
        progress.cancel();
        QCOMPARE(match::TemplateMatrix::open(std::move(file), progress).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(MatrixBuilderTest)
#include "tst_matrixbuilder.moc"
