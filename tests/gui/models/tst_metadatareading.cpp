// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metadatamodel.h"
#include "widgets/models/metadatareading.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace likeness;
using Kind = models::MetadataGroup::Kind;

namespace
{

model::EvidenceItem itemWith(const QJsonObject &metadata)
{
    model::EvidenceItem item;
    item.id = model::EvidenceId::create();
    item.fileName = QStringLiteral("door.jpg");
    item.mediaType = QStringLiteral("image/jpeg");
    item.sha256 = QString(64, QLatin1Char('a'));
    item.bytes = 12345;
    item.width = 640;
    item.height = 480;
    item.metadata = metadata;
    return item;
}

/// The value that stands beside a caption; empty when the caption is not there.
QString valueOf(const QList<models::MetadataGroup> &groups, Kind kind, const QString &caption)
{
    for (const auto &group : groups)
        for (const auto &[name, value] : group.facts)
            if (group.kind == kind && name == caption)
                return value;
    return {};
}

} // namespace

class TestMetadataReading : public QObject
{
    Q_OBJECT
private slots:
    void measuredFactsComeFirst();
    void aStillInGroups();
    void timesStayAsTheyAre();
    void coordinatesBecomeDegrees();
    void nonsenseIsShownAsFound();
    void everyStreamOfARecording();
    void rawEntriesAreWhole();
};

void TestMetadataReading::measuredFactsComeFirst()
{
    const auto item = itemWith({});
    const auto groups = models::readMetadata(item);
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups[0].kind, Kind::File);
    QCOMPARE(valueOf(groups, Kind::File, QStringLiteral("SHA-256")), item.sha256);
    QCOMPARE(valueOf(groups, Kind::File, QStringLiteral("Kind, by content")), QStringLiteral("image/jpeg"));
    QCOMPARE(valueOf(groups, Kind::File, QStringLiteral("Picture")), QString::fromUtf8("640 × 480 px"));
    QVERIFY(!models::hasClaims(item));
}

void TestMetadataReading::aStillInGroups()
{
    const auto item = itemWith({{"Exif.Image.Make", "Nikon"},
                                {"Exif.Photo.ExposureTime", "1/125"},
                                {"Exif.Photo.FNumber", "28/10"},
                                {"Exif.Photo.FocalLength", "500/10"},
                                {"Exif.Image.Orientation", "6"},
                                {"Exif.Image.Software", "Editor 3"},
                                {"Exif.MakerNote.0x0001", "not named"}});
    QVERIFY(models::hasClaims(item));
    const auto groups = models::readMetadata(item);
    QCOMPARE(valueOf(groups, Kind::Camera, QStringLiteral("Make")), QStringLiteral("Nikon"));
    QCOMPARE(valueOf(groups, Kind::Camera, QStringLiteral("Exposure")),
             QStringLiteral("1/125 s   (found: 1/125)"));
    QCOMPARE(valueOf(groups, Kind::Camera, QStringLiteral("Aperture")),
             QStringLiteral("f/2.8   (found: 28/10)"));
    QCOMPARE(valueOf(groups, Kind::Camera, QStringLiteral("Focal length")),
             QStringLiteral("50 mm   (found: 500/10)"));
    QVERIFY(valueOf(groups, Kind::Camera, QStringLiteral("Held")).startsWith(QStringLiteral("turned")));
    QCOMPARE(valueOf(groups, Kind::Software, QStringLiteral("Software")), QStringLiteral("Editor 3"));
    for (const auto &group : groups) {
        QVERIFY(group.kind != Kind::Place && group.kind != Kind::Times); // it says nothing of them
        QVERIFY(!models::title(group.kind).isEmpty());
    }
}

void TestMetadataReading::timesStayAsTheyAre()
{
    const QString exif = QStringLiteral("2024:02:30 25:61:00"),
                  utc = QStringLiteral("2024-03-01T10:00:00.000000Z");
    const auto groups = models::readMetadata(itemWith({{"Exif.Photo.DateTimeOriginal", exif},
                                                       {"Exif.Photo.OffsetTimeOriginal", "+14:00"},
                                                       {"Container.creation_time", utc}}));
    QCOMPARE(valueOf(groups, Kind::Times, QStringLiteral("Taken")), exif); // no such time, and still as found
    QCOMPARE(valueOf(groups, Kind::Times, QStringLiteral("Taken, offset from UTC")),
             QStringLiteral("+14:00"));
    QCOMPARE(valueOf(groups, Kind::Times, QStringLiteral("Recorded")), utc);
}

void TestMetadataReading::coordinatesBecomeDegrees()
{
    const auto groups = models::readMetadata(itemWith({{"Exif.GPSInfo.GPSLatitude", "52/1 30/1 3600/100"},
                                                       {"Exif.GPSInfo.GPSLatitudeRef", "S"},
                                                       {"Exif.GPSInfo.GPSAltitude", "1234/10"},
                                                       {"Exif.GPSInfo.GPSAltitudeRef", "1"}}));
    QCOMPARE(valueOf(groups, Kind::Place, QStringLiteral("Latitude")),
             QStringLiteral("52.510000 S   (found: 52/1 30/1 3600/100)"));
    QVERIFY(
        valueOf(groups, Kind::Place, QStringLiteral("Altitude")).startsWith(QStringLiteral("123.4 m below")));
}

void TestMetadataReading::nonsenseIsShownAsFound()
{
    const auto groups = models::readMetadata(itemWith({{"Exif.GPSInfo.GPSLatitude", "52/0 x 1 2 3"},
                                                       {"Exif.Photo.FNumber", "0/0"},
                                                       {"Exif.Image.Orientation", "77"}}));
    QCOMPARE(valueOf(groups, Kind::Place, QStringLiteral("Latitude")), QStringLiteral("52/0 x 1 2 3"));
    QCOMPARE(valueOf(groups, Kind::Camera, QStringLiteral("Aperture")), QStringLiteral("0/0"));
    QCOMPARE(valueOf(groups, Kind::Camera, QStringLiteral("Held")), QStringLiteral("77"));
}

void TestMetadataReading::everyStreamOfARecording()
{
    auto item = itemWith({{"Container.format_name", "QuickTime / MOV"},
                          {"Container.duration_us", "2500000"},
                          {"Stream.0.codec", "h264"},
                          {"Stream.0.average_rate", "30000/1001"},
                          {"Stream.1.codec", "aac"},
                          {"Stream.1.tag.creation_time", "2024-03-01T10:00:00Z"}});
    item.frames = 75;
    auto groups = models::readMetadata(item);
    QCOMPARE(valueOf(groups, Kind::File, QStringLiteral("Frames, counted")), QStringLiteral("75"));
    QCOMPARE(valueOf(groups, Kind::Container, QStringLiteral("Length")),
             QStringLiteral("2.500 s   (found: 2500000)"));
    QCOMPARE(valueOf(groups, Kind::Picture, QStringLiteral("Stream 1: Codec")), QStringLiteral("h264"));
    QCOMPARE(valueOf(groups, Kind::Picture, QStringLiteral("Stream 2: Codec")), QStringLiteral("aac"));
    QVERIFY(valueOf(groups, Kind::Picture, QStringLiteral("Stream 1: Frames a second"))
                .startsWith(QStringLiteral("29.97")));
    QCOMPARE(valueOf(groups, Kind::Times, QStringLiteral("Stream 2: Recorded")),
             QStringLiteral("2024-03-01T10:00:00Z"));

    item.metadata = {{"Stream.0.codec", "mpeg4"}};
    groups = models::readMetadata(item);
    QCOMPARE(valueOf(groups, Kind::Picture, QStringLiteral("Codec")),
             QStringLiteral("mpeg4")); // the only one

    // A file can claim thousands; the list below the words has them all.
    item.metadata = {};
    for (int stream = 0; stream < 2000; ++stream)
        item.metadata.insert(QStringLiteral("Stream.%1.codec").arg(stream), QStringLiteral("aac"));
    groups = models::readMetadata(item);
    QCOMPARE(valueOf(groups, Kind::Picture, QStringLiteral("Stream 16: Codec")), QStringLiteral("aac"));
    QCOMPARE(valueOf(groups, Kind::Picture, QStringLiteral("Stream 17: Codec")), QString());
    QVERIFY(valueOf(groups, Kind::Picture, QStringLiteral("Further streams")).contains(QStringLiteral("1984")));
}

void TestMetadataReading::rawEntriesAreWhole()
{
    models::MetadataModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMetadata({{"b.key", "one\ntwo"}, {"a.key", "value"}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a.key"));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("one two"));
    QCOMPARE(model.index(1, 1).data(Qt::EditRole).toString(), QStringLiteral("one\ntwo"));
    model.setMetadata({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestMetadataReading)
#include "tst_metadatareading.moc"
