// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/evidencestate.h"

#include <QtTest>

using namespace likeness;
using pages::EvidenceState;
using Faces = EvidenceState::Faces;
using Missing = EvidenceState::Missing;
using Picture = EvidenceState::Picture;
using Grade = model::FaceQuality::Grade;

namespace
{

model::FaceQuality graded(Grade grade)
{
    model::FaceQuality quality;
    quality.grade = grade;
    return quality;
}

/// A good face of an open picture is chosen.
EvidenceState ready()
{
    EvidenceState state;
    state.picture = Picture::Shown;
    state.faces = Faces::Found;
    state.isFaceChosen = true;
    state.quality = graded(Grade::Suitable);
    return state;
}

} // namespace

class TestEvidenceState : public QObject
{
    Q_OBJECT
private slots:
    void emptyPageWantsEvidence();
    void pictureComesFirst_data();
    void pictureComesFirst();
    void lookingIsWaitedForOnlyWithoutAChoice();
    void aFaceIsWanted_data();
    void aFaceIsWanted();
    void drawnRegionNeedsNoFinder_data();
    void drawnRegionNeedsNoFinder();
    void qualityGate();
    void readOnly();
    void workUnderWayIsNotStartedTwice();
    void drawing_data();
    void drawing();
};

void TestEvidenceState::emptyPageWantsEvidence()
{
    QCOMPARE(EvidenceState().missing(), Missing::Evidence);
    EvidenceState state;
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::Evidence);
}

void TestEvidenceState::pictureComesFirst_data()
{
    QTest::addColumn<Picture>("picture");
    QTest::addColumn<Missing>("expected");
    QTest::newRow("none") << Picture::None << Missing::Evidence;
    QTest::newRow("opening") << Picture::Opening << Missing::Picture;
    QTest::newRow("failed") << Picture::Failed << Missing::Picture;
    QTest::newRow("shown") << Picture::Shown << Missing::Nothing;
}

void TestEvidenceState::pictureComesFirst()
{
    QFETCH(Picture, picture);
    QFETCH(Missing, expected);
    auto state = ready();
    state.picture = picture;
    QCOMPARE(state.missing(), expected);
}

void TestEvidenceState::lookingIsWaitedForOnlyWithoutAChoice()
{
    auto state = ready();
    state.faces = Faces::Looking;
    state.isChosenDrawn = true;
    QCOMPARE(state.missing(), Missing::Nothing); // a region was drawn meanwhile
    state.isChosenDrawn = false;
    QCOMPARE(state.missing(), Missing::Faces); // the finder may yet change its box
    state.isFaceChosen = false;
    QCOMPARE(state.missing(), Missing::Faces);
}

void TestEvidenceState::aFaceIsWanted_data()
{
    QTest::addColumn<Faces>("faces");
    QTest::newRow("not looked") << Faces::NotLooked;
    QTest::newRow("found") << Faces::Found;
    QTest::newRow("none found") << Faces::NoneFound;
    QTest::newRow("failed") << Faces::Failed;
}

void TestEvidenceState::aFaceIsWanted()
{
    QFETCH(Faces, faces);
    auto state = ready();
    state.faces = faces;
    state.isFaceChosen = false;
    QCOMPARE(state.missing(), Missing::Choice);
}

void TestEvidenceState::drawnRegionNeedsNoFinder_data()
{
    aFaceIsWanted_data();
}

void TestEvidenceState::drawnRegionNeedsNoFinder()
{
    QFETCH(Faces, faces);
    auto state = ready();
    state.isChosenDrawn = true;
    state.faces = faces;
    QCOMPARE(state.missing(), Missing::Nothing);
}

void TestEvidenceState::qualityGate()
{
    auto state = ready();
    state.quality = graded(Grade::Limited);
    QCOMPARE(state.missing(), Missing::Nothing);
    state.quality = graded(Grade::Unsuitable);
    QCOMPARE(state.missing(), Missing::Suitability);
    state.quality.reset(); // a drawn region is measured when it is aligned
    QCOMPARE(state.missing(), Missing::Nothing);
}

void TestEvidenceState::readOnly()
{
    auto state = ready();
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    state.hasProbe = true; // choosing what is recorded already changes nothing
    QCOMPARE(state.missing(), Missing::Nothing);
}

void TestEvidenceState::workUnderWayIsNotStartedTwice()
{
    auto state = ready();
    state.isMakingProbe = true;
    QCOMPARE(state.missing(), Missing::Work);
    state.isFaceChosen = false;
    QCOMPARE(state.missing(), Missing::Work);
}

void TestEvidenceState::drawing_data()
{
    QTest::addColumn<Picture>("picture");
    QTest::addColumn<bool>("isReadOnly");
    QTest::addColumn<bool>("expected");
    for (const bool isReadOnly : {false, true}) {
        const char *access = isReadOnly ? "read-only" : "writable";
        QTest::addRow("none, %s", access) << Picture::None << isReadOnly << false;
        QTest::addRow("opening, %s", access) << Picture::Opening << isReadOnly << false;
        QTest::addRow("failed, %s", access) << Picture::Failed << isReadOnly << false;
        QTest::addRow("shown, %s", access) << Picture::Shown << isReadOnly << !isReadOnly;
    }
}

void TestEvidenceState::drawing()
{
    QFETCH(Picture, picture);
    QFETCH(bool, isReadOnly);
    EvidenceState state;
    state.picture = picture;
    state.isReadOnly = isReadOnly;
    QTEST(state.mayDraw(), "expected");
}

QTEST_APPLESS_MAIN(TestEvidenceState)
#include "tst_evidencestate.moc"
