// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/face/facetest.h"

#include <QDir>
#include <QTest>

#include <set>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

/// The one person who stands in two of the six photographs ranks first, both ways.
class TestPerson : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void firstAmongTheSamples();
    void firstAmongAThousandStrangers();

private:
    std::unique_ptr<FaceEngine> m_engine;
    std::vector<std::pair<QString, model::Template>> m_faces; ///< person, template
    std::vector<model::Template> m_twice;                     ///< of person A
};

void TestPerson::initTestCase()
{
    m_engine = openShipped();
    QVERIFY(m_engine);
    const auto golden = goldenFaces();
    for (const DrawnFace &drawn : drawnFaces()) {
        const GoldenFace *face = goldenOf(golden, drawn);
        QVERIFY(face);
        const auto chip = m_engine->align(samplePicture(drawn.photo), face->face);
        QVERIFY(chip);
        const auto values = m_engine->describe({*chip});
        QVERIFY(values);
        m_faces.emplace_back(drawn.person, values->front());
        if (drawn.person == "A")
            m_twice.push_back(values->front());
    }
    QCOMPARE(m_twice.size(), size_t(2));
    QCOMPARE(m_faces.size(), size_t(22));
}

void TestPerson::firstAmongTheSamples()
{
    const double same = distance(m_twice[0], m_twice[1]);
    double nearest = 10;
    for (const auto &[person, values] : m_faces)
        if (person != "A")
            for (const model::Template &probe : m_twice)
                nearest = std::min(nearest, distance(probe, values));
    qInfo("same person %.3f, nearest other %.3f", same, nearest);
    QVERIFY(same < nearest);
}

void TestPerson::firstAmongAThousandStrangers()
{
    if (sharedFacesDirectory().isEmpty())
        QSKIP("the shared faces are not here");
    std::set<QString> people;
    double nearest = 10;
    const QDir folder(sharedFacesDirectory());
    for (const QString &file : folder.entryList({"*.jpg"}, QDir::Files, QDir::Name)) {
        const QString person = file.left(file.lastIndexOf('_'));
        if (people.size() == 1000)
            break;
        if (people.contains(person))
            continue;
        const QImage crop(folder.filePath(file));
        const base::Picture picture = toPicture(crop.copy(-75, -75, crop.width() + 150, crop.height() + 150));
        base::Progress progress;
        const auto found = m_engine->find(picture, {170, {}}, progress);
        QVERIFY(found);
        if (found->empty())
            continue;
        const auto chip = m_engine->align(picture, found->front());
        QVERIFY(chip);
        const auto values = m_engine->describe({*chip});
        QVERIFY(values);
        people.insert(person);
        for (const model::Template &probe : m_twice)
            nearest = std::min(nearest, distance(probe, values->front()));
    }
    QCOMPARE(people.size(), size_t(1000));
    qInfo("same person %.3f, nearest of 1000 strangers %.3f", distance(m_twice[0], m_twice[1]), nearest);
    QVERIFY(distance(m_twice[0], m_twice[1]) < nearest);
}

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
