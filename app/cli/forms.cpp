// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/forms.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace likeness::cli
{

using base::ErrorCode;

namespace
{

constexpr qint64 largestForm = 4LL << 20;

base::Result<QJsonDocument> readDocument(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path, file.errorString());
    const QByteArray bytes = file.read(largestForm + 1);
    if (bytes.size() > largestForm)
        return base::fail(ErrorCode::TooLarge, path, QStringLiteral("a form has at most 4 MiB"));
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (document.isNull())
        return base::fail(ErrorCode::FileDamaged, path, problem.errorString());
    return document;
}

base::Result<QJsonObject> readObject(const QString &path)
{
    const auto document = readDocument(path);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isObject())
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("not an object"));
    return document->object();
}

/// `form` laid over `blank`: what is left out stays blank, what the blank form does not have is an error.
base::Result<QJsonObject> completed(const QJsonObject &blank, const QJsonObject &form, const QString &path)
{
    QJsonObject whole = blank;
    for (auto field = form.begin(); field != form.end(); ++field) {
        if (!blank.contains(field.key()))
            return base::fail(ErrorCode::FileDamaged, path, field.key());
        whole[field.key()] = field.value();
    }
    return whole;
}

/// Each row of "components" completed by its blank one.
base::Result<QJsonObject> withRows(const QJsonObject &blank, const QJsonObject &form, const QString &path)
{
    auto whole = completed(blank, form, path);
    if (!whole)
        return whole;
    QJsonArray rows = blank["components"].toArray();
    const QJsonArray filled = (*whole)["components"].toArray();
    for (const QJsonValue &row : filled) {
        const QString name = row.toObject()["component"].toString();
        const auto component = model::componentFromName(name);
        if (!component)
            return base::fail(ErrorCode::FileDamaged, path, name);
        const auto merged = completed(rows[int(*component)].toObject(), row.toObject(), path);
        if (!merged)
            return tl::unexpected(merged.error());
        rows[int(*component)] = *merged;
    }
    (*whole)["components"] = rows;
    return whole;
}

QJsonObject blankRows(const char *field)
{
    QJsonArray rows;
    for (const model::Component component : model::allComponents())
        rows.append(QJsonObject{{"component", model::componentName(component)},
                                {QString::fromLatin1(field), QJsonValue()},
                                {"note", ""}});
    return {{"components", rows}};
}

base::Result<model::Comparison> comparisonFrom(const QJsonObject &form, const QString &path)
{
    const auto whole = withRows(blankComparisonForm(), form, path);
    if (!whole)
        return tl::unexpected(whole.error());
    auto comparison = model::comparisonFromJson(*whole);
    if (!comparison)
        return base::fail(ErrorCode::FileDamaged, path,
                          QStringLiteral("a finding, mark or conclusion is not one of the list"));
    return std::move(*comparison);
}

} // namespace

QJsonObject blankAnalysisForm()
{
    QJsonObject form = blankRows("visibility");
    form["kind"] = model::probeKindName(model::ProbeKind::Photograph);
    form["suitability"] = model::gradeName(model::FaceQuality::Grade::Suitable);
    form["limitations"] = "";
    form["reason"] = "";
    return form;
}

QJsonObject blankComparisonForm()
{
    QJsonObject form = blankRows("finding");
    form["probe_marks"] = QJsonArray();
    form["portrait_marks"] = QJsonArray();
    form["conclusion"] = QJsonValue();
    form["note"] = "";
    return form;
}

QJsonObject blankVerificationForm(const QStringList &labels)
{
    QJsonObject form;
    for (const QString &label : labels)
        form[label] = blankComparisonForm();
    return form;
}

base::Result<std::vector<model::Edit>> readEdits(const QString &path)
{
    const auto document = readDocument(path);
    if (!document)
        return tl::unexpected(document.error());
    auto edits = document->isArray() ? model::editsFromJson(document->array()) : std::nullopt;
    if (!edits)
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("not a list of edits"));
    return std::move(*edits);
}

base::Result<model::Analysis> readAnalysisForm(const QString &path)
{
    const auto form = readObject(path);
    if (!form)
        return tl::unexpected(form.error());
    const auto whole = withRows(blankAnalysisForm(), *form, path);
    if (!whole)
        return tl::unexpected(whole.error());
    model::Analysis analysis;
    const auto kind = model::probeKindFromName((*whole)["kind"].toString());
    if (!kind)
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("kind"));
    analysis.kind = *kind;
    bool graded = false;
    for (const auto grade : {model::FaceQuality::Grade::Suitable, model::FaceQuality::Grade::Limited,
                             model::FaceQuality::Grade::Unsuitable})
        if (model::gradeName(grade) == (*whole)["suitability"].toString()) {
            analysis.suitability = grade;
            graded = true;
        }
    if (!graded)
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("suitability"));
    analysis.limitations = (*whole)["limitations"].toString();
    analysis.reason = (*whole)["reason"].toString();
    const QJsonArray rows = (*whole)["components"].toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        if (row["visibility"].isNull())
            continue; // a blank; the rules refuse it
        const auto visibility = model::visibilityFromName(row["visibility"].toString());
        if (!visibility)
            return base::fail(ErrorCode::FileDamaged, path, row["component"].toString());
        analysis.components.push_back(
            {*model::componentFromName(row["component"].toString()), *visibility, row["note"].toString()});
    }
    return analysis;
}

base::Result<model::Comparison> readComparisonForm(const QString &path)
{
    const auto form = readObject(path);
    if (!form)
        return tl::unexpected(form.error());
    return comparisonFrom(*form, path);
}

base::Result<std::map<QString, model::Comparison>> readVerificationForm(const QString &path)
{
    const auto form = readObject(path);
    if (!form)
        return tl::unexpected(form.error());
    std::map<QString, model::Comparison> parts;
    for (auto part = form->begin(); part != form->end(); ++part) {
        auto comparison = comparisonFrom(part.value().toObject(), path);
        if (!comparison)
            return tl::unexpected(comparison.error());
        parts[part.key()] = std::move(*comparison);
    }
    return parts;
}

QString formText(const QJsonObject &form)
{
    return QString::fromUtf8(QJsonDocument(form).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace likeness::cli
