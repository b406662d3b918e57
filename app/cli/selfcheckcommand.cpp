// SPDX-License-Identifier: GPL-3.0-or-later
// selfcheck PICTURE...
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "engine/casework/selfcheck.h"
#include "widgets/words/errortext.h"

#include <algorithm>

namespace likeness::cli
{

namespace
{

using casework::EngineComparison;

QJsonArray facesFacts(const std::vector<model::FoundFace> &faces)
{
    QJsonArray list;
    for (const model::FoundFace &face : faces)
        list.append(faceFacts(face));
    return list;
}

QJsonObject facts(const QString &file, const EngineComparison &comparison)
{
    QJsonArray both;
    for (const EngineComparison::Pair &pair : comparison.both)
        both.append(QJsonObject{{"reference", faceFacts(pair.reference)},
                                {"box_px", pair.boxPx},
                                {"confidence", pair.confidence},
                                {"template", pair.templateValues}});
    return {{"file", file},
            {"within", casework::isWithin(comparison)},
            {"both", both},
            {"only_reference", facesFacts(comparison.onlyReference)},
            {"only_shipped", facesFacts(comparison.onlyShipped)},
            {"find_ms", comparison.shippedFindMs},
            {"reference_find_ms", comparison.referenceFindMs},
            {"describe_ms", comparison.shippedDescribeMs},
            {"reference_describe_ms", comparison.referenceDescribeMs}};
}

QStringList lines(const QString &file, const EngineComparison &comparison)
{
    QStringList lines{CliText::tr("%1: %2").arg(file, casework::isWithin(comparison)
                                                          ? CliText::tr("the same within the limits")
                                                          : CliText::tr("not the same"))};
    const auto most = [&](double EngineComparison::Pair::*figure) {
        double largest = 0;
        for (const EngineComparison::Pair &pair : comparison.both)
            largest = std::max(largest, pair.*figure);
        return largest;
    };
    lines +=
        CliText::tr("  Faces found by both: %1. Largest deviations: box %2 px, confidence %3, a value of a "
                    "template %4.")
            .arg(comparison.both.size())
            .arg(most(&EngineComparison::Pair::boxPx), 0, 'f', 2)
            .arg(most(&EngineComparison::Pair::confidence), 0, 'f', 4)
            .arg(most(&EngineComparison::Pair::templateValues), 0, 'g', 2);
    for (const model::FoundFace &face : comparison.onlyReference)
        lines += CliText::tr("  Found by dlib's own networks alone: at %1, confidence %2.")
                     .arg(boxText(face.box))
                     .arg(face.confidence, 0, 'f', 4);
    for (const model::FoundFace &face : comparison.onlyShipped)
        lines += CliText::tr("  Found by the engine that ships alone: at %1, confidence %2.")
                     .arg(boxText(face.box))
                     .arg(face.confidence, 0, 'f', 4);
    lines += CliText::tr("  Finding took %1 s (dlib's own networks: %2 s), the templates %3 s (%4 s).")
                 .arg(comparison.shippedFindMs / 1000, 0, 'f', 2)
                 .arg(comparison.referenceFindMs / 1000, 0, 'f', 2)
                 .arg(comparison.shippedDescribeMs / 1000, 0, 'f', 3)
                 .arg(comparison.referenceDescribeMs / 1000, 0, 'f', 3);
    return lines;
}

int selfCheck(Context &context, const QStringList &files, const face::FinderSettings &settings)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto items = casework::selfCheck(**desk, files, settings, context.progress());
    if (!items)
        return context.fail(items.error());
    bool isAllRead = true, isAllWithin = true;
    QJsonArray pictures;
    QStringList text;
    for (const casework::SelfCheckItem &item : *items) {
        if (!item.outcome) {
            isAllRead = false;
            pictures.append(QJsonObject{{"file", item.file}, {"error", errorObject(item.outcome.error())}});
            text += CliText::tr("%1: %2").arg(item.file, words::sentence(item.outcome.error()));
            continue;
        }
        isAllWithin = isAllWithin && casework::isWithin(*item.outcome);
        pictures.append(facts(item.file, *item.outcome));
        text += lines(item.file, *item.outcome);
    }
    const casework::SelfCheckLimits limits;
    const bool isCompared =
        std::any_of(items->begin(), items->end(), [](const auto &item) { return item.outcome.has_value(); });
    const bool isWithin = isAllWithin && isCompared;
    text += isWithin ? CliText::tr("Both ways agree within %1 px, %2 and %3.")
                           .arg(limits.boxPx)
                           .arg(limits.confidence)
                           .arg(limits.templateValues)
            : isCompared
                ? CliText::tr("They do not agree within %1 px, %2 and %3: this installation should not be "
                              "worked with until it is known why.")
                      .arg(limits.boxPx)
                      .arg(limits.confidence)
                      .arg(limits.templateValues)
                : CliText::tr("No picture could be read: nothing was compared.");
    return context.finish({{"within", isWithin},
                           {"limits", QJsonObject{{"box_px", limits.boxPx},
                                                  {"confidence", limits.confidence},
                                                  {"template", limits.templateValues}}},
                           {"smallest_face_px", settings.smallestFacePx},
                           {"pictures", pictures}},
                          text.join(u'\n'),
                          !isWithin   ? Failed
                          : isAllRead ? Done
                                      : Partly);
}

} // namespace

void addSelfCheckCommand(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::vector<std::string> files;
        int smallest = face::FinderSettings().smallestFacePx;
    };
    const auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand(
        "selfcheck", CliText::tr("Check this installation: the faces of pictures outside any case, found and "
                                 "described by the engine that ships and by dlib's own networks. The second "
                                 "may take a minute a picture. Exit code 1 when they do not agree")
                         .toStdString());
    command->add_option("PICTURE", options->files, CliText::tr("The pictures").toStdString())->required();
    command
        ->add_option("--smallest", options->smallest,
                     CliText::tr("Side in pixels of the smallest face to look for").toStdString())
        ->check(CLI::Range(20, 30000))
        ->capture_default_str();
    command->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            face::FinderSettings settings;
            settings.smallestFacePx = options->smallest;
            QStringList files;
            for (const std::string &file : options->files)
                files += text(file);
            return selfCheck(context, files, settings);
        };
    });
}

} // namespace likeness::cli
