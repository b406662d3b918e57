// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/gallerysearch.h"
#include "tests/engine/match/randomgallery.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <map>

using namespace likeness;
using base::ErrorCode;

namespace {

const model::Template origin{};

match::SearchRequest limited(int limit)
{
    match::SearchRequest request;
    request.limit = limit;
    return request;
}

model::EnrolledTemplate row(const QString &portrait, const QString &person, float first)
{
    model::EnrolledTemplate row{
        model::PortraitId(portrait), model::PersonId(person), "ref " + person, "sha " + portrait, {}, {}};
    row.values[0] = first;
    return row;
}

QStringList portraits(const std::vector<model::Candidate> &candidates)
{
    QStringList list;
    for (const auto &candidate : candidates)
        list += candidate.portrait.value();
    return list;
}

/// The contract, written down a second time without haste: every distance, sorted, then the first of each.
std::vector<std::pair<double, QString>> naive(const std::vector<model::EnrolledTemplate> &rows,
                                              const model::Template &probe, int limit)
{
    std::vector<std::tuple<double, QString, QString>> all;
    for (const auto &row : rows) {
        double sum = 0;
        for (size_t i = 0; i < 128; ++i)
            sum += (double(row.values[i]) - probe[i]) * (double(row.values[i]) - probe[i]);
        all.emplace_back(std::sqrt(sum), row.portrait.value(), row.person.value());
    }
    std::sort(all.begin(), all.end());
    std::vector<std::pair<double, QString>> list;
    QSet<QString> seen;
    for (const auto &[distance, portrait, person] : all) {
        if (int(list.size()) == limit)
            break;
        if (!seen.contains(person)) {
            seen.insert(person);
            list.emplace_back(distance, portrait);
        }
    }
    return list;
}

} // namespace

class GallerySearchTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsTheNaiveLoop_data();
    void equalsTheNaiveLoop();
    void bestPortraitPerPerson();
    void equalDistancesRankByPortrait();
    void sameBytesUnderTwoPersons();
    void limits();
    void emptyGallery();
    void notFinite();
    void cancels();
    void reportsPortraits();
};

void GallerySearchTest::equalsTheNaiveLoop_data()
{
    QTest::addColumn<int>("persons");
    QTest::addColumn<int>("each");
    QTest::addColumn<int>("limit");
    QTest::newRow("one") << 1 << 1 << 20;
    QTest::newRow("several portraits") << 100 << 5 << 20;
    QTest::newRow("fewer than the limit") << 7 << 3 << 50;
    QTest::newRow("over a cancel period") << 3000 << 3 << 50;
}

void GallerySearchTest::equalsTheNaiveLoop()
{
    QFETCH(int, persons);
    QFETCH(int, each);
    QFETCH(int, limit);
    const auto rows = tests::randomGallery(persons, each, 1);
    const match::TemplateMatrix gallery(rows);
    QCOMPARE(gallery.portraits(), persons * each);
    QCOMPARE(gallery.persons(), persons);

    std::mt19937 random(2);
    for (int i = 0; i < 5; ++i) {
        const auto probe = i % 2 ? tests::randomTemplate(random) : rows[random() % rows.size()].values;
        base::Progress progress;
        const auto found = match::nearestPersons(gallery, probe, limited(limit), progress);
        QVERIFY(found);
        const auto expected = naive(rows, probe, limit);
        QCOMPARE(found->size(), expected.size());
        for (size_t k = 0; k < expected.size(); ++k) {
            QCOMPARE(found->at(k).rank, int(k) + 1);
            QCOMPARE(found->at(k).portrait.value(), expected[k].second);
            QVERIFY(found->at(k).distance == expected[k].first); // to the last bit
        }
    }
}

void GallerySearchTest::bestPortraitPerPerson()
{
    const match::TemplateMatrix gallery(
        {row("c", "anna", 0.9f), row("b", "anna", 0.2f), row("a", "bela", 0.5f)});
    base::Progress progress;
    const auto found = match::nearestPersons(gallery, origin, limited(20), progress);
    QVERIFY(found);
    QCOMPARE(portraits(*found), QStringList({"b", "a"}));
    QCOMPARE(found->front().personReference, "ref anna");
    QCOMPARE(found->front().portraitSha256, "sha b");
    QCOMPARE(found->front().distance, double(0.2f));
}

void GallerySearchTest::equalDistancesRankByPortrait()
{
    // On both sides of the probe at the same distance, given in another order than that of the ids.
    const match::TemplateMatrix gallery(
        {row("d", "dora", 0.5f), row("b", "bela", -0.5f), row("c", "cleo", 0.5f), row("a", "dora", -0.5f)});
    base::Progress progress;
    const auto found = match::nearestPersons(gallery, origin, limited(2), progress);
    QVERIFY(found);
    QCOMPARE(portraits(*found), QStringList({"a", "b"}));
}

void GallerySearchTest::sameBytesUnderTwoPersons()
{
    const match::TemplateMatrix gallery(
        {row("a", "anna", 0.1f), row("b", "bela", 0.1f), row("c", "anna", 0.1f)});
    base::Progress progress;
    const auto found = match::nearestPersons(gallery, origin, limited(20), progress);
    QVERIFY(found);
    QCOMPARE(portraits(*found), QStringList({"a", "b"})); // both persons, each once
}

void GallerySearchTest::limits()
{
    const match::TemplateMatrix gallery(tests::randomGallery(60, 1, 3));
    base::Progress progress;
    for (const int limit : {1, 20, 50})
        QCOMPARE(int(match::nearestPersons(gallery, origin, limited(limit), progress).value().size()), limit);
    for (const int limit : {0, -1, 51})
        QCOMPARE(match::nearestPersons(gallery, origin, limited(limit), progress).error().code,
                 ErrorCode::InvalidArgument);
}

void GallerySearchTest::emptyGallery()
{
    base::Progress progress;
    const auto found = match::nearestPersons(match::TemplateMatrix(std::vector<model::EnrolledTemplate>{}), origin, limited(20), progress);
    QVERIFY(found);
    QVERIFY(found->empty());
}

void GallerySearchTest::notFinite()
{
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const match::TemplateMatrix gallery(
        {row("a", "anna", nan), row("b", "bela", 0.1f), row("c", "anna", 0.3f)});
    base::Progress progress;
    const auto found = match::nearestPersons(gallery, origin, limited(20), progress);
    QVERIFY(found);
    QCOMPARE(portraits(*found), QStringList({"b", "c"}));
    model::Template probe{};
    probe[127] = nan;
    QCOMPARE(match::nearestPersons(gallery, probe, limited(20), progress).error().code, ErrorCode::InvalidArgument);
}

void GallerySearchTest::cancels()
{
    const match::TemplateMatrix gallery(tests::randomGallery(5000, 2, 4));
    base::Progress *handle = nullptr;
    qint64 last = -1;
    base::Progress progress([&](qint64 done, qint64) {
        last = done;
        if (done >= 4096)
            handle->cancel();
    });
    handle = &progress;
    QCOMPARE(match::nearestPersons(gallery, origin, limited(20), progress).error().code, ErrorCode::Cancelled);
    QCOMPARE(last, 4096); // stopped one period later, not at the end
}

void GallerySearchTest::reportsPortraits()
{
    const match::TemplateMatrix gallery(tests::randomGallery(10, 1, 5));
    base::Progress progress;
    QVERIFY(match::nearestPersons(gallery, origin, limited(20), progress));
    QCOMPARE(progress.done(), 10);
    QCOMPARE(progress.total(), 10);
}

QTEST_GUILESS_MAIN(GallerySearchTest)
#include "tst_gallerysearch.moc"
