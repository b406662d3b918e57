// SPDX-License-Identifier: GPL-3.0-or-later
// The list by normalised distance is exact, whatever way the sieve takes, and so is a matrix with a cohort.
#include "engine/match/gallerysearch.h"
#include "engine/match/joinedlist.h"
#include "engine/match/matrixbuilder.h"
#include "engine/match/snapshot.h"
#include "tests/engine/match/crowdedgallery.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace likeness;
using match::Cohort;
using tests::cohortOf;
using tests::crowd;
using tests::Rows;

namespace
{

/// Each person's nearest portrait by the formula of cohort.h, all rows measured.
std::vector<std::pair<double, QString>> expectedList(const Rows &rows, const Cohort &cohort,
                                                     const model::Template &probe)
{
    std::map<QString, std::pair<double, QString>> persons;
    for (const auto &row : rows) {
        const double scale =
            double(cohort.scale(probe)) * double(cohort.scale(row.values, row.person.value()));
        const std::pair at(match::distance(row.values, probe) / scale, row.portrait.value());
        const auto known = persons.find(row.person.value());
        if (known == persons.end() || at < known->second)
            persons[row.person.value()] = at;
    }
    std::vector<std::pair<double, QString>> list;
    for (const auto &[person, at] : persons)
        list.push_back(at);
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

class NormalisedSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void theListIsExact();
    void thisIsAnotherOrder();
    void framesAreJoinedByIt();
    void aMatrixKeepsItsCohort();
    void knownScalesAreTaken();
    void aCohortOfOthersIsRefused();
    void theSnapshotNamesTheCohort();
};

void NormalisedSearchTest::theListIsExact()
{
    const Rows rows = crowd(900);
    const Cohort cohort = cohortOf(rows, 300);
    QCOMPARE(cohort.size(), size_t(300));
    const match::TemplateMatrix gallery(rows, cohort);
    std::mt19937 random(11);
    base::Progress progress;
    for (int i = 0; i < 12; ++i) {
        model::Template probe = i % 2 ? tests::randomTemplate(random) : rows[size_t(i) * 100].values;
        probe[3] += 0.05F;
        const auto expected = expectedList(rows, cohort, probe);
        for (const auto path : {match::SievePath::Fastest, match::SievePath::Portable})
            for (const int limit : {1, 20, 50}) {
                match::SearchRequest request;
                request.limit = limit;
                request.path = path;
                const auto found = match::nearestPersons(gallery, probe, request, progress).value();
                QCOMPARE(found.size(), size_t(limit));
                for (size_t k = 0; k < found.size(); ++k) {
                    QCOMPARE(found[k].portrait.value(), expected[k].second);
                    QVERIFY(*found[k].normalised == expected[k].first); // to the last bit
                    QCOMPARE(found[k].rank, int(k) + 1);
                }
            }
    }
}

void NormalisedSearchTest::thisIsAnotherOrder()
{
    const Rows rows = crowd(900);
    std::mt19937 random(2);
    base::Progress progress;
    const model::Template probe = tests::randomTemplate(random);
    const auto plain = match::nearestPersons(match::TemplateMatrix(rows), probe, {}, progress).value();
    const auto normalised =
        match::nearestPersons(match::TemplateMatrix(rows, cohortOf(rows, 300)), probe, {}, progress).value();
    QVERIFY(!plain[0].normalised);
    QCOMPARE(plain[0].score(), plain[0].distance);
    const auto portraits = [](const std::vector<model::Candidate> &list) {
        QStringList ids;
        for (const auto &candidate : list)
            ids += candidate.portrait.value();
        return ids;
    };
    QVERIFY(portraits(plain) != portraits(normalised));
}

void NormalisedSearchTest::framesAreJoinedByIt()
{
    model::Candidate near, nearer;
    near.person = nearer.person = model::PersonId("p");
    near.distance = 0.4;
    near.normalised = 0.7;
    nearer.distance = 0.5;
    nearer.normalised = 0.6;
    const auto joined = match::joinedList({{near}, {nearer}}, 20);
    QCOMPARE(joined.size(), size_t(1));
    QCOMPARE(joined[0].distance, 0.5);
    QCOMPARE(joined[0].framesPresent, 2);
}

void NormalisedSearchTest::aMatrixKeepsItsCohort()
{
    const Rows rows = crowd(400);
    const Cohort cohort = cohortOf(rows, 250);
    const QTemporaryDir folder;
    auto file = std::make_unique<QFile>(folder.filePath("matrix"));
    QVERIFY(file->open(QIODevice::ReadWrite));
    match::MatrixBuilder builder(*file, qint64(rows.size()), {"gallery", "engine", {}, "draw"}, cohort);
    for (const auto &row : rows)
        QVERIFY(builder.add(row));
    QVERIFY(builder.finish());
    file->flush();
    base::Progress progress;
    const auto matrix = match::TemplateMatrix::open(std::move(file), progress).value();
    QCOMPARE(matrix->origin().cohort, "draw");
    QCOMPARE(matrix->cohort().size(), cohort.size());
    for (size_t i = 0; i < cohort.size(); ++i) {
        QCOMPARE(matrix->cohort().members()[i].person, cohort.members()[i].person);
        QVERIFY(matrix->cohort().members()[i].values == cohort.members()[i].values);
    }
    for (qint64 i = 0; i < matrix->portraits(); ++i) {
        QCOMPARE(matrix->portraitId(i), rows[size_t(i)].portrait);
        QCOMPARE(matrix->cohortScale(i), cohort.scale(rows[size_t(i)].values, rows[size_t(i)].person.value()));
    }
    QCOMPARE(matrix->snapshotHash(), match::snapshotHash(*matrix, "engine"));
}

void NormalisedSearchTest::knownScalesAreTaken()
{
    const Rows rows = crowd(400);
    QBuffer out;
    out.open(QIODevice::ReadWrite);
    match::MatrixBuilder builder(out, qint64(rows.size()), {}, cohortOf(rows, 250));
    for (const auto &row : rows)
        QVERIFY(builder.add(row, row.portrait == rows[7].portrait ? std::optional(0.25F) : std::nullopt));
    QVERIFY(builder.finish());
    const QTemporaryDir folder;
    auto file = std::make_unique<QFile>(folder.filePath("matrix"));
    QVERIFY(file->open(QIODevice::ReadWrite) && file->write(out.data()) == out.size() && file->flush());
    base::Progress progress;
    const auto matrix = match::TemplateMatrix::open(std::move(file), progress).value();
    QCOMPARE(matrix->cohortScale(7), 0.25F);
    QVERIFY(matrix->cohortScale(8) > 0.3F);
}

void NormalisedSearchTest::aCohortOfOthersIsRefused()
{
    const Rows rows = crowd(400), others = tests::sorted(tests::randomGallery(250, 1, 77));
    QBuffer out;
    out.open(QIODevice::ReadWrite);
    match::MatrixBuilder builder(out, qint64(rows.size()), {}, cohortOf(others, 250));
    for (const auto &row : rows)
        QVERIFY(builder.add(row));
    const auto finished = builder.finish();
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, base::ErrorCode::InvalidArgument);
}

void NormalisedSearchTest::theSnapshotNamesTheCohort()
{
    const Rows rows = crowd(400);
    const QString none = match::TemplateMatrix(rows).snapshotHash();
    const QString some = match::TemplateMatrix(rows, cohortOf(rows, 250)).snapshotHash();
    QVERIFY(none != some);
    QVERIFY(match::TemplateMatrix(rows, cohortOf(rows, 251)).snapshotHash() != some);
    QCOMPARE(match::TemplateMatrix(rows, cohortOf(rows, 250)).snapshotHash(), some);
}

QTEST_GUILESS_MAIN(NormalisedSearchTest)
#include "tst_normalisedsearch.moc"
