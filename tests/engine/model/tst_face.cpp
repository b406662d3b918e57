// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/face.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace likeness;
using namespace likeness::model;

class TestFace : public QObject
{
    Q_OBJECT

private slots:
    void templateRoundTrip()
    {
        Template values{};
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = float(i) * 0.1f - 5;
        values[3] = -0.0f;
        values[4] = std::numeric_limits<float>::denorm_min();
        const QByteArray bytes = templateBytes(values);
        QCOMPARE(bytes.size(), 512);
        Template again{};
        QVERIFY(templateFromBytes(bytes, again));
        QCOMPARE(templateBytes(again), bytes); // also the sign of zero, which == does not see
        QVERIFY(again == values);
    }

    void templatesAreLittleEndian()
    {
        Template values{};
        values[0] = 1; // 0x3f800000
        QCOMPARE(templateBytes(values).left(8), QByteArray("\0\0\x80\x3f\0\0\0\0", 8));
    }

    void otherLengthsAreNoTemplate()
    {
        Template values{};
        values[0] = 7;
        for (const int size : {0, 508, 511, 513, 516, 1024})
            QVERIFY(!templateFromBytes(QByteArray(size, '\0'), values));
        QCOMPARE(values[0], 7.0f);
    }

    void versionIdSaysWhatMayBeCompared()
    {
        const EngineVersion version{"dlib-resnet-v1", "finder", "landmarks", "describer", "direct", "mirror"};
        QCOMPARE(version.id(),
                 base::sha256(QByteArray("{\"describer\":\"describer\",\"landmarks\":\"landmarks\","
                                         "\"name\":\"dlib-resnet-v1\",\"options\":\"mirror\"}"))
                     .left(16));
        EngineVersion same = version;
        same.path = "reference";
        same.finderSha256 = "another finder";
        QCOMPARE(same.id(), version.id());
        const std::function<void(EngineVersion &)> changes[] = {
            [](EngineVersion &v) { v.name = "other"; },
            [](EngineVersion &v) { v.landmarksSha256 = "other"; },
            [](EngineVersion &v) { v.describerSha256 = "other"; },
            [](EngineVersion &v) { v.options.clear(); },
        };
        for (const auto &change : changes) {
            EngineVersion other = version;
            change(other);
            QVERIFY(other.id() != version.id());
        }
    }

    void versionRoundTrip()
    {
        const EngineVersion version{"dlib-resnet-v1", "f", "l", "d", "direct", "mirror"};
        QCOMPARE(EngineVersion::fromJson(version.toJson()), version);
        QCOMPARE(version.toJson().value("id").toString(), version.id());
    }

    void qualityRoundTrip()
    {
        for (const auto grade :
             {FaceQuality::Grade::Suitable, FaceQuality::Grade::Limited, FaceQuality::Grade::Unsuitable}) {
            const FaceQuality quality{grade, 41.5, 120.25, 33, 0.75, {"eye-distance", "focus"}};
            QCOMPARE(qualityFromJson(toJson(quality)), quality);
            // A record from before there were components is written again as it was.
            QVERIFY(!toJson(quality).contains("components"));
            FaceQuality measured = quality;
            measured.components = {{"yaw", -31.5, FaceQuality::Grade::Limited},
                                   {"compression", 1.25, FaceQuality::Grade::Unsuitable},
                                   {"focus", 120.25, FaceQuality::Grade::Suitable}};
            QCOMPARE(qualityFromJson(toJson(measured)), measured);
            QVERIFY(!(qualityFromJson(toJson(quality)) == measured));
        }
        // What cannot be read is not trusted.
        QCOMPARE(qualityFromJson({}).grade, FaceQuality::Grade::Unsuitable);
        QCOMPARE(qualityFromJson({{"grade", "splendid"}}).grade, FaceQuality::Grade::Unsuitable);
    }

    void alignmentNames()
    {
        for (const auto alignment : {Alignment::Automatic, Alignment::ByHand})
            QCOMPARE(alignmentFromName(alignmentName(alignment)), alignment);
        QCOMPARE(alignmentName(Alignment::ByHand), QStringLiteral("by-hand"));
        QCOMPARE(alignmentFromName("unheard of"), Alignment::Automatic);
    }
};

QTEST_GUILESS_MAIN(TestFace)
#include "tst_face.moc"
