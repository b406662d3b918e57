// SPDX-License-Identifier: GPL-3.0-or-later
// evaluate identification|verification
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "engine/casework/evaluating.h"

namespace likeness::cli
{

namespace
{

using match::Figure;

/// A rate as the object's key: "0.003".
QString rateKey(double rate)
{
    return QString::number(rate, 'g', 3);
}

QJsonObject facts(const Figure &figure)
{
    return {{"value", figure.value}, {"low", figure.low}, {"high", figure.high}};
}

/// Values and 95% intervals under keys.
template <class Keys, class Figures, class Name>
void addRates(QJsonObject &object, const QString &name, const Keys &keys, const Figures &figures, const Name &keyOf)
{
    QJsonObject values, intervals;
    for (size_t i = 0; i < keys.size(); ++i) {
        values[keyOf(keys[i])] = figures[i].value;
        intervals[keyOf(keys[i])] = QJsonArray{figures[i].low, figures[i].high};
    }
    object[name] = values;
    object[name + QStringLiteral("_95")] = intervals;
}

QJsonObject facts(const match::IdentificationFigures &figures)
{
    QJsonObject object;
    addRates(object, "rank", match::IdentificationFigures::ranks, figures.rank,
             [](int rank) { return QString::number(rank); });
    addRates(object, "fnir_at_fpir", match::IdentificationFigures::rates, figures.fnir, rateKey);
    return object;
}

QJsonObject facts(const match::VerificationFigures &figures)
{
    QJsonObject object;
    addRates(object, "fnmr_at_fmr", match::VerificationFigures::rates, figures.fnmr,
             [](double rate) { return QString::number(rate, 'e', 0); });
    return object;
}

QString percent(double share)
{
    return CliText::tr("%1%").arg(100 * share, 0, 'f', 1);
}

/// "29.7% (26.1% to 33.0%)"
QString figureText(const Figure &figure)
{
    return CliText::tr("%1 (%2 to %3)").arg(percent(figure.value), percent(figure.low), percent(figure.high));
}

QString ratioText(const Figure &figure)
{
    return CliText::tr("%1 (%2 to %3)")
        .arg(figure.value, 0, 'f', 2)
        .arg(figure.low, 0, 'f', 2)
        .arg(figure.high, 0, 'f', 2);
}

struct Options {
    std::string images, pairs;
};

base::Result<casework::DescribedFolder> described(Context &context, const casework::Workstation &workstation,
                                                  const QString &folder)
{
    auto faces = casework::describedFolder(workstation, folder, face::DescriberSettings::shipped(), context.progress());
    if (faces)
        context.say(CliText::tr("Described %1 faces; left out: %2 pictures without a good face, %3 unreadable.")
                        .arg(faces->files.size())
                        .arg(faces->withoutFace.size())
                        .arg(faces->unreadable.size()));
    return faces;
}

void addFolder(QJsonObject &object, const casework::DescribedFolder &faces, const casework::Workstation &workstation)
{
    object["pictures"] = faces.files.size();
    object["without_face"] = faces.withoutFace.size();
    object["unreadable"] = faces.unreadable.size();
    if (const auto engine = workstation.engine())
        object["engine"] = (*engine)->version(face::DescriberSettings::shipped()).toJson();
}

int evaluateIdentification(Context &context, const Options &options)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto faces = described(context, **desk, text(options.images));
    if (!faces)
        return context.fail(faces.error());
    const auto made = casework::evaluateIdentification(*faces, context.progress());
    if (!made)
        return context.fail(made.error());
    const match::ComparedFigures &figures = made->figures;
    QJsonObject ratios{{"rank1_error", facts(figures.rank1ErrorRatio)}};
    QJsonObject fnirRatios;
    for (size_t i = 0; i < 4; ++i)
        fnirRatios[rateKey(match::IdentificationFigures::rates[i])] = facts(figures.fnirRatio[i]);
    ratios["fnir_at_fpir"] = fnirRatios;
    QJsonObject object{{"gallery", made->ours.gallery},
                       {"mated", qint64(made->ours.mated.size())},
                       {"non_mated", qint64(made->ours.nonMated.size())},
                       {"label_errors", made->labelErrors},
                       {"ours", facts(figures.ours)},
                       {"plain_dlib", facts(figures.plain)},
                       {"ratios", ratios}};
    addFolder(object, *faces, **desk);
    if (const auto entered = casework::enterEvaluation(**desk, QStringLiteral("identification"), object); !entered)
        return context.fail(entered.error());

    QStringList lines{CliText::tr("Persons in the gallery: %1. Mated probes: %2. Non-mated probes: %3. Label errors "
                                  "(pairs under two names that show one person): %4.")
                          .arg(made->ours.gallery)
                          .arg(made->ours.mated.size())
                          .arg(made->ours.nonMated.size())
                          .arg(made->labelErrors),
                      CliText::tr("Each figure with its 95% interval over persons; then plain dlib's, measured on the "
                                  "same faces, and how the first stands to the second.")};
    for (size_t i = 0; i < 4; ++i)
        lines += CliText::tr("The right person among the first %1: %2; plain dlib %3")
                     .arg(match::IdentificationFigures::ranks[i])
                     .arg(figureText(figures.ours.rank[i]), figureText(figures.plain.rank[i]));
    lines += CliText::tr("  errors at rank 1: %1 times those of plain dlib").arg(ratioText(figures.rank1ErrorRatio));
    for (size_t i = 0; i < 4; ++i)
        lines += CliText::tr("Missed when %1 of the innocent get a candidate: %2; plain dlib %3; %4 times")
                     .arg(percent(match::IdentificationFigures::rates[i]), figureText(figures.ours.fnir[i]),
                          figureText(figures.plain.fnir[i]), ratioText(figures.fnirRatio[i]));
    return context.finish(object, lines.join(u'\n'));
}

int evaluateVerification(Context &context, const Options &options)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto faces = described(context, **desk, text(options.images));
    if (!faces)
        return context.fail(faces.error());
    const auto made = casework::evaluateVerification(*faces, text(options.pairs), context.progress());
    if (!made)
        return context.fail(made.error());
    const match::ComparedVerification &figures = made->figures;
    QJsonObject ours = facts(figures.ours), plain = facts(figures.plain), ratios;
    ours["accuracy"] = made->ours.mean;
    ours["accuracy_standard_error"] = made->ours.standardError;
    plain["accuracy"] = made->plain.mean;
    plain["accuracy_standard_error"] = made->plain.standardError;
    for (size_t i = 0; i < 3; ++i)
        ratios[QString::number(match::VerificationFigures::rates[i], 'e', 0)] = facts(figures.fnmrRatio[i]);
    QJsonObject object{{"pairs", made->listed},
                       {"pairs_missing", made->missing},
                       {"same_pairs", made->same},
                       {"other_pairs", made->others},
                       {"ours", ours},
                       {"plain_dlib", plain},
                       {"ratios", QJsonObject{{"fnmr_at_fmr", ratios}}}};
    addFolder(object, *faces, **desk);
    if (const auto entered = casework::enterEvaluation(**desk, QStringLiteral("verification"), object); !entered)
        return context.fail(entered.error());

    QStringList lines{CliText::tr("Accuracy over %1 pairs in ten folds: %2 (standard error %3); plain dlib %4 (%5).")
                          .arg(made->listed)
                          .arg(CliText::tr("%1%").arg(100 * made->ours.mean, 0, 'f', 2),
                               CliText::tr("%1%").arg(100 * made->ours.standardError, 0, 'f', 2),
                               CliText::tr("%1%").arg(100 * made->plain.mean, 0, 'f', 2),
                               CliText::tr("%1%").arg(100 * made->plain.standardError, 0, 'f', 2)),
                      CliText::tr("Pairs of the list whose picture is not there: %1.").arg(made->missing),
                      CliText::tr("Over %1 pairs of one person and %2 of two:").arg(made->same).arg(made->others)};
    for (size_t i = 0; i < 3; ++i)
        lines += CliText::tr("Missed when %1 of the pairs of two persons pass: %2; plain dlib %3; %4 times")
                     .arg(QString::number(match::VerificationFigures::rates[i], 'e', 0),
                          figureText(figures.ours.fnmr[i]), figureText(figures.plain.fnmr[i]), ratioText(figures.fnmrRatio[i]));
    return context.finish(object, lines.join(u'\n'));
}

} // namespace

void addEvaluateCommand(CLI::App &app, Chosen &chosen)
{
    auto *group = commandGroup(app, "evaluate",
                               CliText::tr("Measure on pictures of known people how well faces are told apart. Files are "
                                           "named Name_0001.jpg; nothing of them is kept but the figures"));
    const auto options = std::make_shared<Options>();
    const auto addImages = [&](CLI::App *command) {
        command->add_option("--images", options->images, CliText::tr("The folder of pictures").toStdString())->required();
    };

    auto *identification = group->add_subcommand(
        "identification",
        CliText::tr("How often the right person is found, and how often somebody is listed for a person who is not "
                    "in the gallery, beside plain dlib")
            .toStdString());
    addImages(identification);
    identification->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return evaluateIdentification(context, *options); };
    });

    auto *verification =
        group->add_subcommand("verification", CliText::tr("How often two pictures of one person are told from two of "
                                                          "different persons, beside plain dlib")
                                                  .toStdString());
    addImages(verification);
    verification->add_option("--pairs", options->pairs,
                             CliText::tr("A list of pairs as Labeled Faces in the Wild has it; without it all pairs of "
                                         "one person and as many random others")
                                 .toStdString());
    verification->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return evaluateVerification(context, *options); };
    });
}

} // namespace likeness::cli
