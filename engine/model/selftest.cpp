// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/selftest.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::model
{

namespace
{

using Rows = std::vector<MeasuredRow>;

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

double numberOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN();
}

QJsonArray interval(const MeasuredFigure &figure)
{
    return {number(figure.low), number(figure.high)};
}

QJsonObject figureObject(const MeasuredFigure &figure)
{
    return {{"value", number(figure.value)}, {"low", number(figure.low)}, {"high", number(figure.high)}};
}

MeasuredFigure figureOf(const QJsonValue &value)
{
    return {numberOf(value["value"]), numberOf(value["low"]), numberOf(value["high"])};
}

/// A rank or rate as an object's key: "20", "0.003", "1e-04".
QString rateKey(double at)
{
    return QString::number(at, 'g', 3);
}
QString fmrKey(double at)
{
    return QString::number(at, 'e', 0);
}
using KeyOf = QString (*)(double);

/// Values under `name` and 95% intervals under `name`_95.
void addRows(QJsonObject &object, const QString &name, const Rows &rows, MeasuredFigure MeasuredRow::*which,
             KeyOf keyOf = rateKey)
{
    QJsonObject values, intervals;
    for (const MeasuredRow &row : rows) {
        values[keyOf(row.at)] = number((row.*which).value);
        intervals[keyOf(row.at)] = interval(row.*which);
    }
    object[name] = values;
    object[name + QStringLiteral("_95")] = intervals;
}

Rows rowsOf(const QJsonObject &ours, const QJsonObject &plain, const QString &name)
{
    const QString intervals = name + QStringLiteral("_95");
    const auto figure = [&](const QJsonObject &object, const QString &key) {
        const QJsonValue bounds = object[intervals][key];
        return MeasuredFigure{numberOf(object[name][key]), numberOf(bounds[0]), numberOf(bounds[1])};
    };
    Rows rows;
    const QJsonObject values = ours[name].toObject();
    for (const QString &key : values.keys())
        rows.push_back({key.toDouble(), figure(ours, key), figure(plain, key)});
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return rows;
}

QJsonArray list(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(number(value));
    return array;
}

std::vector<double> listOf(const QJsonValue &value)
{
    std::vector<double> values;
    for (const auto &each : value.toArray())
        values.push_back(numberOf(each));
    return values;
}

QJsonObject curveObject(const MeasuredCurve &curve)
{
    QJsonObject object{{"x", list(curve.x)}, {"y", list(curve.y)}};
    if (!curve.low.empty()) {
        object["low"] = list(curve.low);
        object["high"] = list(curve.high);
    }
    return object;
}

/// Empty unless all its lists are of one length.
MeasuredCurve curveOf(const QJsonValue &value)
{
    MeasuredCurve curve{listOf(value["x"]), listOf(value["y"]), listOf(value["low"]), listOf(value["high"])};
    if (curve.y.size() != curve.x.size())
        return {};
    if (curve.low.size() != curve.x.size() || curve.high.size() != curve.x.size())
        curve.low.clear(), curve.high.clear();
    return curve;
}

QJsonObject groupObject(const MeasuredGroup &group)
{
    const auto figures = [&](MeasuredFigure MeasuredRow::*which) {
        QJsonObject object;
        addRows(object, "rank", group.rank, which);
        addRows(object, "fnir_at_fpir", group.fnir, which);
        addRows(object, "fpir_at_fpir", group.fpir, which);
        return object;
    };
    return {{"group", group.name},
            {"persons", group.persons},
            {"mated", group.mated},
            {"non_mated", group.nonMated},
            {"too_few_mated", !group.hasEnoughMated()},
            {"too_few_non_mated", !group.hasEnoughNonMated()},
            {"ours", figures(&MeasuredRow::ours)},
            {"plain_dlib", figures(&MeasuredRow::plain)}};
}

MeasuredGroup groupOf(const QJsonObject &object)
{
    const QJsonObject ours = object["ours"].toObject(), plain = object["plain_dlib"].toObject();
    return {object["group"].toString(),
            object["persons"].toInteger(),
            object["mated"].toInteger(),
            object["non_mated"].toInteger(),
            rowsOf(ours, plain, "rank"),
            rowsOf(ours, plain, "fnir_at_fpir"),
            rowsOf(ours, plain, "fpir_at_fpir")};
}

void addIdentification(QJsonObject &object, const SelfTest &test, QJsonObject &ours, QJsonObject &plain)
{
    object["gallery"] = test.gallery;
    object["mated"] = test.mated;
    object["non_mated"] = test.nonMated;
    object["label_errors"] = test.labelErrors;
    for (auto [side, which] : {std::pair(&ours, &MeasuredRow::ours), std::pair(&plain, &MeasuredRow::plain)}) {
        addRows(*side, "rank", test.rank, which);
        addRows(*side, "fnir_at_fpir", test.fnir, which);
    }
    QJsonObject fnirRatios;
    for (size_t i = 0; i < test.fnir.size(); ++i)
        fnirRatios[rateKey(test.fnir[i].at)] = figureObject(test.fnirRatios[i]);
    object["ratios"] =
        QJsonObject{{"rank1_error", figureObject(test.rank1ErrorRatio)}, {"fnir_at_fpir", fnirRatios}};
    if (test.hasGroups) {
        QJsonArray groups;
        for (const MeasuredGroup &group : test.groups)
            groups.append(groupObject(group));
        object["groups"] = groups;
        object["persons_without_group"] = test.withoutGroup;
    }
}

void addVerification(QJsonObject &object, const SelfTest &test, QJsonObject &ours, QJsonObject &plain)
{
    object["pairs"] = test.listedPairs;
    object["pairs_missing"] = test.missingPairs;
    object["same_pairs"] = test.samePairs;
    object["other_pairs"] = test.otherPairs;
    addRows(ours, "fnmr_at_fmr", test.fnmr, &MeasuredRow::ours, fmrKey);
    addRows(plain, "fnmr_at_fmr", test.fnmr, &MeasuredRow::plain, fmrKey);
    ours["accuracy"] = number(test.accuracy.ours.value);
    ours["accuracy_standard_error"] = number(test.oursStandardError);
    plain["accuracy"] = number(test.accuracy.plain.value);
    plain["accuracy_standard_error"] = number(test.plainStandardError);
    QJsonObject ratios;
    for (size_t i = 0; i < test.fnmr.size(); ++i)
        ratios[fmrKey(test.fnmr[i].at)] = figureObject(test.fnmrRatios[i]);
    object["ratios"] = QJsonObject{{"fnmr_at_fmr", ratios}};
}

void readIdentification(SelfTest &test, const QJsonObject &object, const QJsonObject &ours, const QJsonObject &plain)
{
    test.gallery = object["gallery"].toInteger();
    test.mated = object["mated"].toInteger();
    test.nonMated = object["non_mated"].toInteger();
    test.labelErrors = object["label_errors"].toInteger();
    test.rank = rowsOf(ours, plain, "rank");
    test.fnir = rowsOf(ours, plain, "fnir_at_fpir");
    test.rank1ErrorRatio = figureOf(object["ratios"]["rank1_error"]);
    for (const MeasuredRow &row : test.fnir)
        test.fnirRatios.push_back(figureOf(object["ratios"]["fnir_at_fpir"][rateKey(row.at)]));
    test.hasGroups = object.contains("groups");
    for (const auto &group : object["groups"].toArray())
        test.groups.push_back(groupOf(group.toObject()));
    test.withoutGroup = object["persons_without_group"].toInteger();
}

MeasuredFigure accuracyOf(const QJsonObject &side, double &standardError)
{
    const double mean = numberOf(side["accuracy"]);
    standardError = numberOf(side["accuracy_standard_error"]);
    return foldAccuracyFigure(mean, standardError);
}

void readVerification(SelfTest &test, const QJsonObject &object, const QJsonObject &ours, const QJsonObject &plain)
{
    test.listedPairs = object["pairs"].toInteger();
    test.missingPairs = object["pairs_missing"].toInteger();
    test.samePairs = object["same_pairs"].toInteger();
    test.otherPairs = object["other_pairs"].toInteger();
    test.fnmr = rowsOf(ours, plain, "fnmr_at_fmr");
    std::reverse(test.fnmr.begin(), test.fnmr.end());
    test.accuracy.ours = accuracyOf(ours, test.oursStandardError);
    test.accuracy.plain = accuracyOf(plain, test.plainStandardError);
    for (const MeasuredRow &row : test.fnmr)
        test.fnmrRatios.push_back(figureOf(object["ratios"]["fnmr_at_fmr"][fmrKey(row.at)]));
}

} // namespace

MeasuredFigure foldAccuracyFigure(double mean, double standardError)
{
    constexpr double z = 1.959963984540054;
    return {mean, std::max(0.0, mean - z * standardError), std::min(1.0, mean + z * standardError)};
}

QString selfTestKindName(SelfTest::Kind kind)
{
    return kind == SelfTest::Kind::Identification ? QStringLiteral("identification") : QStringLiteral("verification");
}

QJsonObject selfTestFigures(const SelfTest &test)
{
    QJsonObject ours, plain;
    QJsonObject object{{"persons", test.persons},
                       {"pictures", test.pictures},
                       {"without_face", test.withoutFace},
                       {"unreadable", test.unreadable},
                       {"engine", test.engine.toJson()}};
    if (test.kind == SelfTest::Kind::Identification)
        addIdentification(object, test, ours, plain);
    else
        addVerification(object, test, ours, plain);
    object["ours"] = ours;
    object["plain_dlib"] = plain;
    QJsonObject curves;
    for (const auto &[name, curve] :
         {std::pair(u"ours_det", &test.oursDet), std::pair(u"plain_dlib_det", &test.plainDet),
          std::pair(u"ours_rank", &test.oursRank), std::pair(u"plain_dlib_rank", &test.plainRank)})
        if (!curve->x.empty())
            curves[QString::fromUtf16(name)] = curveObject(*curve);
    object["curves"] = curves;
    return object;
}

std::optional<SelfTest> selfTestOf(const QString &kind, const QJsonObject &figures)
{
    SelfTest test;
    if (kind == selfTestKindName(SelfTest::Kind::Verification))
        test.kind = SelfTest::Kind::Verification;
    else if (kind != selfTestKindName(SelfTest::Kind::Identification))
        return std::nullopt;
    const QJsonObject ours = figures["ours"].toObject(), plain = figures["plain_dlib"].toObject();
    test.engine = EngineVersion::fromJson(figures["engine"].toObject());
    test.persons = figures["persons"].toInteger();
    test.pictures = figures["pictures"].toInteger();
    test.withoutFace = figures["without_face"].toInteger();
    test.unreadable = figures["unreadable"].toInteger();
    const bool isIdentification = test.kind == SelfTest::Kind::Identification;
    if (isIdentification)
        readIdentification(test, figures, ours, plain);
    else
        readVerification(test, figures, ours, plain);
    if (isIdentification ? test.rank.empty() || test.fnir.empty() : test.fnmr.empty())
        return std::nullopt;
    const QJsonValue curves = figures["curves"];
    test.oursDet = curveOf(curves["ours_det"]);
    test.plainDet = curveOf(curves["plain_dlib_det"]);
    test.oursRank = curveOf(curves["ours_rank"]);
    test.plainRank = curveOf(curves["plain_dlib_rank"]);
    return test;
}

} // namespace likeness::model
