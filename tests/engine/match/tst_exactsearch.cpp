// SPDX-License-Identifier: GPL-3.0-or-later
// The search beside the contract written down a second time, over galleries that are like real ones and over
// ones that 8 bits hold badly. Both ways through the sieve.
#include "tests/engine/match/realtemplates.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace likeness;
using model::EnrolledTemplate;
using model::Template;

namespace
{

/// What the contract says: every distance, sorted, then the first of each person.
class Naive
{
public:
    explicit Naive(std::vector<EnrolledTemplate> rows) : m_rows(std::move(rows))
    {
        std::sort(m_rows.begin(), m_rows.end(),
                  [](const auto &a, const auto &b) { return a.portrait < b.portrait; });
    }

    std::vector<std::pair<double, QString>> answer(const Template &probe,
                                                   const match::SearchRequest &request) const
    {
        std::vector<std::pair<double, size_t>> all;
        for (size_t row = 0; row < m_rows.size(); ++row) {
            const EnrolledTemplate &is = m_rows[row];
            double sum = 0;
            for (size_t i = 0; i < 128; ++i)
                sum += (double(is.values[i]) - probe[i]) * (double(is.values[i]) - probe[i]);
            const bool over =
                request.retainedOn && is.retainUntil.isValid() && is.retainUntil < *request.retainedOn;
            if (std::isfinite(sum) && !over && !request.excludedPersons.contains(is.person.value()))
                all.emplace_back(std::sqrt(sum), row);
        }
        std::sort(all.begin(), all.end());
        std::vector<std::pair<double, QString>> list;
        QSet<QString> seen;
        for (const auto &[distance, row] : all) {
            if (int(list.size()) == request.limit)
                break;
            if (!seen.contains(m_rows[row].person.value())) {
                seen.insert(m_rows[row].person.value());
                list.emplace_back(distance, m_rows[row].portrait.value());
            }
        }
        return list;
    }

private:
    std::vector<EnrolledTemplate> m_rows;
};

std::vector<std::pair<double, QString>> shortened(const std::vector<model::Candidate> &candidates)
{
    std::vector<std::pair<double, QString>> list;
    for (const auto &candidate : candidates)
        list.emplace_back(candidate.distance, candidate.portrait.value());
    return list;
}

/// Rows with these templates; every third belongs to the person of the row before it, some end in 2025.
std::vector<EnrolledTemplate> galleryOf(const std::vector<Template> &templates, std::mt19937 &random)
{
    std::vector<EnrolledTemplate> rows;
    int person = 0;
    for (const Template &values : templates) {
        if (rows.size() % 3 != 2)
            ++person;
        const auto id = QStringLiteral("%1-%2").arg(random(), 8, 16, QLatin1Char('0')).arg(rows.size());
        rows.push_back({model::PortraitId(id), model::PersonId(QStringLiteral("p%1").arg(person)),
                        QStringLiteral("P%1").arg(person), QStringLiteral("sha %1").arg(id), values,
                        random() % 4 == 0 ? QDate(2025, 1 + int(random() % 12), 1) : QDate()});
    }
    return rows;
}

constexpr float huge = std::numeric_limits<float>::max();
constexpr float tiny = std::numeric_limits<float>::denorm_min();

} // namespace

class ExactSearchTest : public QObject
{
    Q_OBJECT

    /// Both ways, alone and together, give what the contract says.
    void check(const std::vector<EnrolledTemplate> &rows, const std::vector<Template> &probes,
               match::SearchRequest request)
    {
        const Naive naive(rows);
        const match::TemplateMatrix gallery(rows);
        base::Progress progress;
        request.path = match::SievePath::Portable;
        const auto portable = match::nearestPersons(gallery, probes, request, progress).value();
        request.path = match::SievePath::Fastest;
        const auto together = match::nearestPersons(gallery, probes, request, progress).value();
        QCOMPARE(together.size(), probes.size());
        for (size_t i = 0; i < probes.size(); ++i) {
            const auto expected = naive.answer(probes[i], request);
            QVERIFY2(shortened(together[i]) == expected, qPrintable(QString::number(i)));
            QVERIFY2(shortened(portable[i]) == expected, qPrintable(QString::number(i)));
            const auto alone = match::nearestPersons(gallery, probes[i], request, progress).value();
            QVERIFY2(shortened(alone) == expected, qPrintable(QString::number(i)));
        }
    }

private slots:
    void tenThousandProbes_data()
    {
        QTest::addColumn<float>("noise");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("probes");
        QTest::addColumn<int>("limit");
        QTest::newRow("wide") << 0.05f << 1500 << 3000 << 20;
        QTest::newRow("customary") << 0.02f << 1500 << 3000 << 50;
        QTest::newRow("narrow") << 0.002f << 1500 << 2500 << 20;
        QTest::newRow("as good as equal") << 1e-6f << 700 << 1000 << 50;
        QTest::newRow("fewer persons than asked for") << 0.05f << 40 << 500 << 50;
    }
    void tenThousandProbes()
    {
        QFETCH(float, noise);
        QFETCH(int, rows);
        QFETCH(int, probes);
        QFETCH(int, limit);
        std::mt19937 random(7);
        std::vector<Template> templates;
        for (int i = 0; i < rows; ++i) {
            // Every tenth is there before, to the last bit: of another person or of the same.
            templates.push_back(i % 10 == 9 ? templates[random() % templates.size()]
                                            : tests::nearRealTemplate(random, noise));
        }
        const auto gallery = galleryOf(templates, random);
        std::vector<Template> asked;
        for (int i = 0; i < probes; ++i)
            asked.push_back(i % 5 == 4 ? templates[random() % templates.size()]
                                       : tests::nearRealTemplate(random, noise));
        match::SearchRequest request;
        request.limit = limit;
        check(gallery, asked, request);
        for (int i = 0; i < 30; ++i)
            request.excludedPersons.insert(gallery[random() % gallery.size()].person.value());
        request.excludedPersons.insert(QStringLiteral("nobody here"));
        request.retainedOn = QDate(2025, 6, 2);
        asked.resize(20);
        check(gallery, asked, request);
    }

    void whatEightBitsHoldBadly()
    {
        std::mt19937 random(3);
        std::vector<Template> templates;
        const auto add = [&](auto change) {
            for (int i = 0; i < 30; ++i) {
                Template values = tests::nearRealTemplate(random, 0.02f);
                change(values);
                templates.push_back(values);
            }
        };
        add([](Template &values) { values.fill(0); });
        add([&](Template &values) { values[random() % 128] = huge; });
        add([&](Template &values) { values[random() % 128] = -1e9f; });
        add([&](Template &values) { values[random() % 128] = 30; });
        add([](Template &values) {
            std::transform(values.begin(), values.end(), values.begin(), [](float v) { return v * huge; });
        });
        add([](Template &values) {
            std::transform(values.begin(), values.end(), values.begin(), [](float v) { return v * 1e20f; });
        });
        add([](Template &values) {
            std::transform(values.begin(), values.end(), values.begin(), [](float v) { return v * 1e-20f; });
        });
        add([](Template &values) {
            std::transform(values.begin(), values.end(), values.begin(), [](float v) { return v * 1e-38f; });
        });
        add([&](Template &values) {
            for (float &v : values)
                v = tiny * float(random() % 3);
        });
        add([&](Template &values) { values[random() % 128] = std::numeric_limits<float>::quiet_NaN(); });
        add([&](Template &values) { values[random() % 128] = std::numeric_limits<float>::infinity(); });
        add([](Template &) {});
        // As probes all of them, but those that no distance is defined for.
        std::vector<Template> asked = templates;
        std::erase_if(asked, [](const Template &values) {
            return !std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
        });
        match::SearchRequest request;
        check(galleryOf(templates, random), asked, request);
        request.limit = 50;
        request.retainedOn = QDate(2030, 1, 1);
        check(galleryOf(templates, random), asked, request);
    }

    void theBoundHolds()
    {
        std::mt19937 random(11);
        for (const float size : {1e-40f, 1e-30f, 1e-6f, 1.f, 1e4f, 1e9f, 1e30f})
            for (int i = 0; i < 400; ++i) {
                Template row = tests::nearRealTemplate(random, 0.1f);
                Template probe = i % 2 ? row : tests::nearRealTemplate(random, 0.1f);
                for (size_t k = 0; k < 128; ++k) {
                    row[k] *= size;
                    probe[k] = (probe[k] + float(i % 7) * 1e-4f) * size;
                }
                const auto small = match::quantised(row);
                const auto asked = match::quantisedProbe(probe);
                long double rowOff = 0, probeOff = 0, between = 0;
                for (size_t k = 0; k < 128; ++k) {
                    const long double of = (long double)row[k] - (long double)small.scale * small.codes[k];
                    const long double at = (long double)probe[k] - (long double)asked.scale * asked.codes[k];
                    rowOff += of * of;
                    probeOff += at * at;
                    between += ((long double)row[k] - probe[k]) * ((long double)row[k] - probe[k]);
                }
                QVERIFY(std::sqrt(rowOff) <= small.error);
                QVERIFY(std::sqrt(probeOff) <= asked.error);
                // A row is let through for every reach that it is within.
                // What a row is normalised by is another way to the same distance.
                const float cohortScale = std::array{1.F, 0.3F, 1.7F}[size_t(i % 3)];
                const match::Columns columns{1,           small.codes.data(), &small.scale, &small.norm,
                                             &small.error, &cohortScale,      row.data()};
                const double nearest = std::nextafter(match::distance(row, probe), 1e300);
                const double reach = nearest / double(cohortScale) * (1 + 1e-15);
                for (const auto path : {match::SievePath::Fastest, match::SievePath::Portable}) {
                    quint16 passed[match::Sieve::blockRows];
                    QCOMPARE(match::Sieve(path).coarse(columns, 0, 1, asked, reach, passed), 1);
                    QVERIFY(match::Sieve(path).fine(row.data(), probe, nearest));
                }
            }
    }

    // A sieve that lets everything through would pass every other test.
    void theSievesLeaveOut()
    {
        std::mt19937 random(5);
        std::vector<Template> templates;
        for (int i = 0; i < match::Sieve::blockRows; ++i)
            templates.push_back(tests::nearRealTemplate(random, 0.02f));
        const match::TemplateMatrix gallery(galleryOf(templates, random));
        const Template probe = templates.front();
        std::vector<double> distances;
        for (const Template &values : templates)
            distances.push_back(match::distance(values, probe));
        std::sort(distances.begin(), distances.end());
        const double reach = distances[5];
        for (const auto path : {match::SievePath::Fastest, match::SievePath::Portable}) {
            quint16 passed[match::Sieve::blockRows];
            const int found = match::Sieve(path).coarse(gallery.columns(), 0, match::Sieve::blockRows,
                                                        match::quantisedProbe(probe), reach, passed);
            QVERIFY(found >= 5 && found <= 30);
            QCOMPARE(std::count_if(templates.begin(), templates.end(),
                                   [&](const Template &values) {
                                       return match::Sieve(path).fine(values.data(), probe, reach);
                                   }),
                     6); // the last of them at the reach itself, within the rounding
        }
    }
};

QTEST_GUILESS_MAIN(ExactSearchTest)
#include "tst_exactsearch.moc"
