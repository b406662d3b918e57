// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/casereading.h"

#include <QTest>

using namespace likeness;

namespace
{

model::Probe probe(const char *id, const model::RelativeRect &box)
{
    model::Probe made;
    made.id = model::ProbeId(QString::fromLatin1(id));
    made.region = model::RegionId(QStringLiteral("region of ") + QString::fromLatin1(id));
    made.evidence = model::EvidenceId("e");
    made.box = box;
    return made;
}

} // namespace

/// When are two probes one face?
class CaseReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void boxesOfOnePicture()
    {
        model::CaseContents contents;
        contents.probes = {probe("a", {0.1, 0.1, 0.2, 0.2}), probe("again", {0.12, 0.1, 0.2, 0.2}),
                           probe("b", {0.7, 0.7, 0.2, 0.2})};
        QVERIFY(isSame(contents, "a", "again"));
        QVERIFY(!isSame(contents, "a", "b"));
        QVERIFY(!isSame(contents, "a", "nobody"));
        QVERIFY(isSame(contents, "a", "a"));
    }

    void aDerivationIsSeenInItsOriginal()
    {
        // Mirrored: the face at the left is at the right, where the original has somebody else.
        model::CaseContents contents;
        contents.probes = {probe("left", {0.1, 0.1, 0.2, 0.2}), probe("right", {0.7, 0.1, 0.2, 0.2}),
                           probe("mirrored left", {0.7, 0.1, 0.2, 0.2}),
                           probe("mirrored right", {0.1, 0.1, 0.2, 0.2})};
        for (const int i : {2, 3})
            contents.probes[size_t(i)].derivation = model::DerivationId("d");
        contents.probes[2].originalBox = {0.1, 0.1, 0.2, 0.2};
        contents.probes[3].originalBox = {0.7, 0.1, 0.2, 0.2};
        QVERIFY(isSame(contents, "left", "mirrored left"));
        QVERIFY(isSame(contents, "mirrored right", "right"));
        QVERIFY(!isSame(contents, "right", "mirrored left"));
        QVERIFY(!isSame(contents, "mirrored left", "mirrored right"));
        // In one derivation a face that is drawn again stays the face.
        contents.probes.push_back(probe("again", {0.72, 0.1, 0.2, 0.2}));
        contents.probes.back().derivation = model::DerivationId("d");
        QVERIFY(isSame(contents, "again", "mirrored left"));
        // Another derivation of the same face
        contents.probes.back().derivation = model::DerivationId("other");
        contents.probes.back().originalBox = {0.1, 0.1, 0.2, 0.2};
        QVERIFY(isSame(contents, "again", "mirrored left"));
        QVERIFY(!isSame(contents, "again", "mirrored right"));
    }

    void whoStandsThereLaterIsSomebodyElse()
    {
        // A fixed camera over a counter: the same box, minutes apart.
        model::CaseContents contents;
        contents.probes = {probe("first", {0.4, 0.1, 0.2, 0.2}), probe("later", {0.4, 0.1, 0.2, 0.2}),
                           probe("again", {0.41, 0.1, 0.2, 0.2}), probe("walked", {0.8, 0.1, 0.2, 0.2})};
        contents.probes[0].frame = 100;
        contents.probes[1].frame = 9000;
        contents.probes[2].frame = 100;
        contents.probes[3].frame = 160;
        QVERIFY(!isSame(contents, "first", "later"));
        QVERIFY(isSame(contents, "first", "again"));
        // A track says that it is the same face, wherever it went.
        contents.probes[0].tracks = {"scan/1", "scan 2/7"};
        contents.probes[1].tracks = {"scan/2"};
        contents.probes[3].tracks = {"scan 2/7"};
        QVERIFY(isSame(contents, "first", "walked"));
        QVERIFY(!isSame(contents, "later", "walked"));
        QVERIFY(!isSame(contents, "first", "later"));
    }

    void whatIsSearchedTogetherIsOneFace()
    {
        model::CaseContents contents;
        contents.probes = {probe("first frame", {0.1, 0.1, 0.2, 0.2}),
                           probe("last frame", {0.7, 0.1, 0.2, 0.2}), probe("b", {0.4, 0.7, 0.2, 0.2})};
        contents.probes[0].frame = 1;
        contents.probes[1].frame = 90;
        contents.probes[2].frame = 1;
        QVERIFY(!isSame(contents, "first frame", "last frame"));
        model::Search search;
        search.id = model::SearchId("s");
        search.probe = contents.probes[0].id;
        contents.searches = {search};
        QVERIFY(!isSame(contents, "first frame", "last frame"));
        contents.searches[0].furtherProbes = {contents.probes[1].id};
        QVERIFY(isSame(contents, "first frame", "last frame"));
        QVERIFY(isSame(contents, "last frame", "first frame"));
        QVERIFY(!isSame(contents, "last frame", "b"));
    }

private:
    static bool isSame(const model::CaseContents &contents, const char *a, const char *b)
    {
        return policy::isSameFace(contents, model::ProbeId(QString::fromLatin1(a)),
                                  model::ProbeId(QString::fromLatin1(b)));
    }
};

QTEST_GUILESS_MAIN(CaseReadingTest)
#include "tst_casereading.moc"
