// SPDX-License-Identifier: GPL-3.0-or-later
// evaluate identification|verification
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/curvefiles.h"
#include "engine/casework/selftests.h"

#include <QJsonArray>

namespace likeness::cli
{

namespace
{

using model::MeasuredFigure;
using model::SelfTest;

QString percent(double share)
{
    return CliText::tr("%1%").arg(100 * share, 0, 'f', 1);
}

/// "29.7% (26.1% to 33.0%)"
QString figureText(const MeasuredFigure &figure)
{
    return figure.isKnown()
               ? CliText::tr("%1 (%2 to %3)").arg(percent(figure.value), percent(figure.low), percent(figure.high))
               : CliText::tr("not measured");
}

QString ratioText(const MeasuredFigure &figure)
{
    return CliText::tr("%1 (%2 to %3)")
        .arg(figure.value, 0, 'f', 2)
        .arg(figure.low, 0, 'f', 2)
        .arg(figure.high, 0, 'f', 2);
}

struct Options {
    std::string images, pairs, groups, curves;
};

QStringList groupLines(const SelfTest &test)
{
    QStringList lines{CliText::tr("By group, at the thresholds of the whole. Persons without a group: %1.")
                          .arg(test.withoutGroup)};
    for (const model::MeasuredGroup &group : test.groups) {
        lines += CliText::tr("%1: %2 persons, %3 mated and %4 non-mated probes")
                     .arg(group.name)
                     .arg(group.persons)
                     .arg(group.mated)
                     .arg(group.nonMated);
        if (group.hasEnoughMated())
            lines += CliText::tr("  the right person first: %1; plain dlib %2")
                         .arg(figureText(group.rank.front().ours), figureText(group.rank.front().plain));
        for (size_t i = 0; i < group.fnir.size(); ++i) {
            const QString rate = percent(group.fnir[i].at);
            if (group.hasEnoughMated())
                lines += CliText::tr("  missed where %1 of all the innocent get a candidate: %2; plain dlib %3")
                             .arg(rate, figureText(group.fnir[i].ours), figureText(group.fnir[i].plain));
            if (group.hasEnoughNonMated())
                lines += CliText::tr("  innocent people of the group who get one there: %1; plain dlib %2")
                             .arg(figureText(group.fpir[i].ours), figureText(group.fpir[i].plain));
        }
        if (!group.hasEnoughMated() || !group.hasEnoughNonMated())
            lines += CliText::tr("  fewer than %1 probes of a kind are too few to tell anything: they are left out here")
                         .arg(model::MeasuredGroup::fewestProbes);
    }
    return lines;
}

QStringList identificationLines(const SelfTest &test)
{
    QStringList lines{CliText::tr("Persons in the gallery: %1. Mated probes: %2. Non-mated probes: %3. Label errors "
                                  "(pairs under two names that show one person): %4.")
                          .arg(test.gallery)
                          .arg(test.mated)
                          .arg(test.nonMated)
                          .arg(test.labelErrors),
                      CliText::tr("Each figure with its 95% interval over persons; then plain dlib's, measured on the "
                                  "same faces, and how the first stands to the second.")};
    for (const model::MeasuredRow &row : test.rank)
        lines += CliText::tr("The right person among the first %1: %2; plain dlib %3")
                     .arg(row.at)
                     .arg(figureText(row.ours), figureText(row.plain));
    lines += CliText::tr("  errors at rank 1: %1 times those of plain dlib").arg(ratioText(test.rank1ErrorRatio));
    for (size_t i = 0; i < test.fnir.size(); ++i)
        lines += CliText::tr("Missed when %1 of the innocent get a candidate: %2; plain dlib %3; %4 times")
                     .arg(percent(test.fnir[i].at), figureText(test.fnir[i].ours), figureText(test.fnir[i].plain),
                          ratioText(test.fnirRatios[i]));
    return test.hasGroups ? lines + groupLines(test) : lines;
}

QStringList verificationLines(const SelfTest &test)
{
    const auto exact = [](double share) { return CliText::tr("%1%").arg(100 * share, 0, 'f', 2); };
    QStringList lines{CliText::tr("Accuracy over %1 pairs in ten folds: %2 (standard error %3); plain dlib %4 (%5).")
                          .arg(test.listedPairs)
                          .arg(exact(test.accuracy.ours.value), exact(test.oursStandardError),
                               exact(test.accuracy.plain.value), exact(test.plainStandardError)),
                      CliText::tr("Pairs of the list whose picture is not there: %1.").arg(test.missingPairs),
                      CliText::tr("Over %1 pairs of one person and %2 of two:").arg(test.samePairs).arg(test.otherPairs)};
    for (size_t i = 0; i < test.fnmr.size(); ++i)
        lines += CliText::tr("Missed when %1 of the pairs of two persons pass: %2; plain dlib %3; %4 times")
                     .arg(QString::number(test.fnmr[i].at, 'e', 0), figureText(test.fnmr[i].ours),
                          figureText(test.fnmr[i].plain), ratioText(test.fnmrRatios[i]));
    return lines;
}

int evaluate(Context &context, SelfTest::Kind kind, const Options &options)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto made = casework::runSelfTest(
        **desk, {kind, text(options.images), text(options.pairs), text(options.groups)}, context.progress());
    if (!made)
        return context.fail(made.error());
    context.say(CliText::tr("Described %1 faces; left out: %2 pictures without a good face, %3 unreadable.")
                    .arg(made->test.pictures)
                    .arg(made->test.withoutFace)
                    .arg(made->test.unreadable));
    QJsonObject facts = made->figures;
    QStringList lines =
        kind == SelfTest::Kind::Identification ? identificationLines(made->test) : verificationLines(made->test);
    if (!options.curves.empty()) {
        const auto files = writeCurves(text(options.curves), made->test);
        if (!files)
            return context.fail(files.error());
        facts["files"] = QJsonArray::fromStringList(*files);
        lines += CliText::tr("The curves are in %1.").arg(files->join(QStringLiteral(", ")));
    }
    return context.finish(facts, lines.join(u'\n'));
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
        command->add_option(
            "--curves", options->curves,
            CliText::tr("A folder to write the curves to: det.svg and, of an identification, rank.svg").toStdString());
    };

    auto *identification = group->add_subcommand(
        "identification",
        CliText::tr("How often the right person is found, and how often somebody is listed for a person who is not "
                    "in the gallery, beside plain dlib")
            .toStdString());
    addImages(identification);
    identification->add_option("--groups", options->groups,
                               CliText::tr("A CSV list with the columns person,group or file,group: the figures also "
                                           "for each group, at the thresholds of the whole")
                                   .toStdString());
    identification->callback([options, &chosen] {
        chosen.drawsText = !options->curves.empty();
        chosen.run = [options](Context &context) {
            return evaluate(context, SelfTest::Kind::Identification, *options);
        };
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
        chosen.drawsText = !options->curves.empty();
        chosen.run = [options](Context &context) {
            return evaluate(context, SelfTest::Kind::Verification, *options);
        };
    });
}

} // namespace likeness::cli
