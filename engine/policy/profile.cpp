// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/profile.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace likeness::policy
{

namespace
{

using Grade = model::FaceQuality::Grade;

const QString format = QStringLiteral("likeness-profile-1");

/// Takes the fields of an object one after the other and remembers the first that is missing or senseless.
class Fields
{
public:
    Fields(const QJsonObject &object, const QString &path) : m_object(object), m_path(path) {}

    QString text(const char *name)
    {
        const QJsonValue value = take(name);
        require(value.isString() && !value.toString().trimmed().isEmpty(), name);
        return value.toString();
    }
    QDate date(const char *name)
    {
        const QString text = take(name).toString();
        const QDate date = QDate::fromString(text, Qt::ISODate);
        require(date.isValid() && date.toString(Qt::ISODate) == text, name);
        return date;
    }
    int number(const char *name, int least, int most)
    {
        const QJsonValue value = take(name);
        const double number = value.toDouble(std::nan(""));
        // Written so that no number at all is refused, too.
        const bool good = number >= least && number <= most && number == std::floor(number);
        require(good, name);
        return good ? int(number) : least;
    }
    bool flag(const char *name)
    {
        const QJsonValue value = take(name);
        require(value.isBool(), name);
        return value.toBool();
    }
    bool has(const char *name) const { return m_object.contains(QLatin1String(name)); }
    QJsonArray array(const char *name)
    {
        const QJsonValue value = take(name);
        require(value.isArray(), name);
        return value.toArray();
    }
    /// Texts that say something, none of them twice.
    QStringList texts(const char *name)
    {
        QStringList list;
        QSet<QString> seen;
        for (const QJsonValue &item : array(name)) {
            const QString text = item.toString();
            require(item.isString() && !text.trimmed().isEmpty() && text == text.trimmed() &&
                        !seen.contains(text.toCaseFolded()),
                    name);
            seen.insert(text.toCaseFolded());
            list += text;
        }
        return list;
    }

    void require(bool condition, const char *name)
    {
        if (!condition && m_wrong.isEmpty())
            m_wrong = m_path + QLatin1String(name);
    }
    void adopt(const QString &wrongBelow)
    {
        if (m_wrong.isEmpty())
            m_wrong = wrongBelow;
    }
    /// The field that is wrong: the first met, or one that nobody asked for. Empty when all is well.
    QString wrong() const
    {
        if (!m_wrong.isEmpty())
            return m_wrong;
        for (const QString &name : m_object.keys())
            if (!m_taken.contains(name))
                return m_path + name;
        return {};
    }

private:
    QJsonValue take(const char *name)
    {
        m_taken.insert(QLatin1String(name));
        return m_object.value(QLatin1String(name));
    }

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_taken;
    QString m_wrong;
};

std::optional<Grade> gradeFromName(const QString &name)
{
    for (const Grade grade : {Grade::Suitable, Grade::Limited, Grade::Unsuitable})
        if (model::gradeName(grade) == name)
            return grade;
    return std::nullopt;
}

} // namespace

QJsonObject toJson(const Profile &profile)
{
    QJsonArray purposes, kinds;
    for (const Profile::RefusedPurpose &purpose : profile.refusedPurposes)
        purposes.append(
            QJsonObject{{"name", purpose.name}, {"words", QJsonArray::fromStringList(purpose.words)}});
    for (const model::ProbeKind kind : profile.refusedKinds)
        kinds.append(model::probeKindName(kind));
    return {{"format", format},
            {"name", profile.name},
            {"version", profile.version},
            {"valid_from", profile.validFrom.toString(Qt::ISODate)},
            {"valid_until", profile.validUntil.toString(Qt::ISODate)},
            {"offences", QJsonArray::fromStringList(profile.offences)},
            {"refused_purposes", purposes},
            {"refused_kinds", kinds},
            {"required_fields", QJsonArray::fromStringList(profile.requiredFields)},
            {"default_limit", profile.defaultLimit},
            {"maximum_limit", profile.maximumLimit},
            {"lowest_grade", model::gradeName(profile.lowestGrade)},
            {"may_override", model::rolesToJson(profile.mayOverride)},
            {"line_one_in", profile.lineOneIn},
            {"weaker_may_be_opened", profile.weakerMayBeOpened},
            {"lineup_portraits", profile.lineupPortraits},
            {"retention_days", profile.retentionDays},
            {"idle_lock_minutes", profile.idleLockMinutes},
            {"wrong_passwords", profile.wrongPasswords},
            {"lock_minutes", profile.lockMinutes}};
}

base::Result<Profile> profileFromJson(const QByteArray &bytes, const QString &subject)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (!document.isObject())
        return base::fail(base::ErrorCode::FileDamaged, subject, parsing.errorString());

    Fields fields(document.object(), QString());
    fields.require(fields.text("format") == format, "format");
    Profile profile;
    profile.name = fields.text("name");
    profile.version = fields.text("version");
    profile.validFrom = fields.date("valid_from");
    profile.validUntil = fields.date("valid_until");
    fields.require(profile.validFrom <= profile.validUntil, "valid_until");
    profile.offences = fields.texts("offences");

    for (const QJsonValue &item : fields.array("refused_purposes")) {
        Fields inner(item.toObject(), QStringLiteral("refused_purposes."));
        const Profile::RefusedPurpose purpose{inner.text("name"), inner.texts("words")};
        inner.require(!purpose.words.isEmpty(), "words");
        fields.adopt(inner.wrong());
        profile.refusedPurposes.push_back(purpose);
    }
    for (const QString &name : fields.texts("refused_kinds")) {
        const auto kind = model::probeKindFromName(name);
        fields.require(kind.has_value(), "refused_kinds");
        profile.refusedKinds.push_back(kind.value_or(model::ProbeKind::Sketch));
    }
    static const QStringList known{"number", "offence", "purpose", "requester"};
    profile.requiredFields = fields.texts("required_fields");
    fields.require(std::all_of(profile.requiredFields.begin(), profile.requiredFields.end(),
                               [](const QString &field) { return known.contains(field); }),
                   "required_fields");

    profile.maximumLimit = fields.number("maximum_limit", 1, 50);
    profile.defaultLimit = fields.number("default_limit", 1, 50);
    fields.require(profile.defaultLimit <= profile.maximumLimit, "default_limit");
    // What is unsuitable always needs an override: no profile opens that gate.
    const auto grade = gradeFromName(fields.text("lowest_grade"));
    fields.require(grade && *grade != Grade::Unsuitable, "lowest_grade");
    profile.lowestGrade = grade.value_or(Grade::Suitable);
    const auto roles = model::rolesFromJson(fields.array("may_override"));
    fields.require(roles && *roles, "may_override");
    profile.mayOverride = roles.value_or(model::Roles());

    if (fields.has("line_one_in"))
        profile.lineOneIn = fields.number("line_one_in", 10, 10000);
    if (fields.has("weaker_may_be_opened"))
        profile.weakerMayBeOpened = fields.flag("weaker_may_be_opened");
    profile.lineupPortraits = fields.number("lineup_portraits", 3, 8);
    profile.retentionDays = fields.number("retention_days", 1, 36500);
    profile.idleLockMinutes = fields.number("idle_lock_minutes", 1, 480);
    profile.wrongPasswords = fields.number("wrong_passwords", 1, 20);
    profile.lockMinutes = fields.number("lock_minutes", 1, 1440);

    if (const QString wrong = fields.wrong(); !wrong.isEmpty())
        return base::fail(base::ErrorCode::FileDamaged, subject, wrong);
    return profile;
}

base::Outcome checkInForce(const Profile &profile, const QDate &today)
{
    if (today < profile.validFrom)
        return base::fail(base::ErrorCode::ProfileExpired, profile.name,
                          profile.validFrom.toString(Qt::ISODate));
    if (today > profile.validUntil)
        return base::fail(base::ErrorCode::ProfileExpired, profile.name,
                          profile.validUntil.toString(Qt::ISODate));
    return {};
}

} // namespace likeness::policy
