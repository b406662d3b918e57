// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/profile.h"

#include <QJsonDocument>
#include <QTest>

using namespace likeness;
using namespace likeness::policy;
using base::ErrorCode;

namespace
{

Profile example()
{
    Profile profile;
    profile.name = "City";
    profile.version = "3";
    profile.validFrom = QDate(2026, 1, 1);
    profile.validUntil = QDate(2026, 12, 31);
    profile.offences = {"Theft", "Fraud"};
    profile.refusedPurposes = {{"protest", {"protest", "rally"}}, {"worship", {"mosque"}}};
    profile.refusedKinds = {model::ProbeKind::Sketch, model::ProbeKind::LookAlike};
    profile.requiredFields = {"number", "offence"};
    profile.defaultLimit = 10;
    profile.maximumLimit = 30;
    profile.lowestGrade = model::FaceQuality::Grade::Suitable;
    profile.mayOverride = model::Role::Supervisor | model::Role::Examiner;
    profile.lineOneIn = 250;
    profile.weakerMayBeOpened = false;
    profile.lineupPortraits = 6;
    profile.retentionDays = 90;
    profile.idleLockMinutes = 5;
    profile.wrongPasswords = 3;
    profile.lockMinutes = 60;
    return profile;
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// The field that reading complains of.
QString wrongField(const QJsonObject &object)
{
    const auto read = profileFromJson(bytesOf(object), "p.json");
    if (read)
        return "nothing";
    return read.error().code == ErrorCode::FileDamaged && read.error().subject == "p.json"
               ? read.error().detail
               : base::errorCodeName(read.error().code);
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWent();
    void eachFieldIsNeededAndNoOther();
    void senseless_data();
    void senseless();
    void notAProfile();
    void inForce();
};

void ProfileTest::comesBackAsItWent()
{
    QCOMPARE(profileFromJson(bytesOf(toJson(example())), "p.json").value(), example());
    Profile open = example();
    open.offences.clear();
    open.refusedPurposes.clear();
    open.refusedKinds.clear();
    open.requiredFields.clear();
    open.weakerMayBeOpened = true;
    QCOMPARE(profileFromJson(bytesOf(toJson(open)), "p.json").value(), open);
}

void ProfileTest::eachFieldIsNeededAndNoOther()
{
    const QJsonObject whole = toJson(example());
    QCOMPARE(whole.size(), 20);
    const QStringList later{"line_one_in", "weaker_may_be_opened"}; // profiles from before go on to hold
    for (const QString &name : whole.keys()) {
        QJsonObject object = whole;
        object.remove(name);
        QCOMPARE(wrongField(object), later.contains(name) ? QStringLiteral("nothing") : name);
        object[name] = QJsonValue::Null;
        QCOMPARE(wrongField(object), name);
        object[name] = QJsonObject{{"a", 1}};
        QCOMPARE(wrongField(object), name);
    }
    QJsonObject object = whole;
    object["threshold"] = 0.6;
    QCOMPARE(wrongField(object), "threshold");
    object = whole;
    object["refused_purposes"] = QJsonArray{QJsonObject{{"name", "x"}, {"words", QJsonArray{"y"}}, {"z", 1}}};
    QCOMPARE(wrongField(object), "refused_purposes.z");
}

void ProfileTest::senseless_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *field, const QJsonValue &value) {
        QTest::addRow("%s %s", field,
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
            << QString(field) << value;
    };
    row("format", "likeness-profile-2");
    row("name", " ");
    row("version", 3);
    row("valid_from", "2026-13-01");
    row("valid_from", "2026-1-1");
    row("valid_until", "2025-12-31"); // before it begins
    row("offences", QJsonArray{"Theft", ""});
    row("offences", QJsonArray{"Theft", "theft"});
    row("offences", QJsonArray{1});
    row("offences", "Theft");
    row("refused_purposes", "protest");
    row("refused_kinds", QJsonArray{"drawing"});
    row("required_fields", QJsonArray{"number", "shoe size"});
    row("default_limit", 0);
    row("default_limit", 31); // over the maximum
    row("default_limit", 10.5);
    row("default_limit", "10");
    row("maximum_limit", 51);
    row("maximum_limit", -1);
    row("lowest_grade", "unsuitable");
    row("lowest_grade", "good");
    row("may_override", QJsonArray{});
    row("may_override", QJsonArray{"chief"});
    row("line_one_in", 9);
    row("line_one_in", 10001);
    row("line_one_in", 99.5);
    row("weaker_may_be_opened", "yes");
    row("lineup_portraits", 2);
    row("lineup_portraits", 9);
    row("retention_days", 0);
    row("idle_lock_minutes", 0);
    row("wrong_passwords", 0);
    row("wrong_passwords", 1e300);
    row("lock_minutes", 0);
}

void ProfileTest::senseless()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(example());
    object[field] = value;
    QCOMPARE(wrongField(object), field);
}

void ProfileTest::notAProfile()
{
    for (const char *text : {"", "[]", "{", "nonsense", "7"}) {
        const auto read = profileFromJson(text, "p.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::FileDamaged);
    }
    QJsonObject object = toJson(example());
    object["refused_purposes"] = QJsonArray{"protest"};
    QCOMPARE(wrongField(object), "refused_purposes.name");
    object["refused_purposes"] = QJsonArray{QJsonObject{{"name", "protest"}, {"words", QJsonArray{}}}};
    QCOMPARE(wrongField(object), "refused_purposes.words");
}

void ProfileTest::inForce()
{
    const Profile profile = example();
    QVERIFY(checkInForce(profile, profile.validFrom));
    QVERIFY(checkInForce(profile, profile.validUntil));
    const auto before = checkInForce(profile, QDate(2025, 12, 31));
    const auto after = checkInForce(profile, QDate(2027, 1, 1));
    QVERIFY(!before && !after);
    QCOMPARE(before.error(), (base::Error{ErrorCode::ProfileExpired, "City", "2026-01-01"}));
    QCOMPARE(after.error(), (base::Error{ErrorCode::ProfileExpired, "City", "2026-12-31"}));
    QVERIFY(!checkInForce(profile, QDate()));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
