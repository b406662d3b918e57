// SPDX-License-Identifier: GPL-3.0-or-later
// evaluate innocents
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "engine/casework/evaluating.h"
#include "engine/casework/innocents.h"
#include "widgets/words/frequencytext.h"

#include <QJsonArray>

namespace likeness::cli
{

namespace
{

int evaluateInnocents(Context &context, const QString &galleryFolder, const QString &images)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto gallery = context.openGallery(galleryFolder);
    if (!gallery)
        return context.fail(gallery.error());
    const auto made = casework::evaluateInnocents(**desk, **gallery, images, context.progress());
    if (!made)
        return context.fail(made.error());
    QJsonArray listed;
    qint64 picturesListed = 0;
    for (const auto &picture : made->pictures) {
        picturesListed += picture.aboveLine > 0 ? 1 : 0;
        if (picture.aboveLine > 0)
            listed.append(QJsonObject{{"file", picture.file},
                                      {"above_line", picture.aboveLine},
                                      {"nearest", picture.nearestPerson},
                                      {"score", picture.nearest}});
    }
    const auto counts = (*gallery)->counts();
    const QJsonObject object{{"gallery", (*gallery)->gallery().name},
                             {"gallery_persons", counts ? QJsonValue(counts->persons) : QJsonValue()},
                             {"persons", made->persons},
                             {"persons_listed", made->listed},
                             {"share", made->share.value},
                             {"share_95", QJsonArray{made->share.low, made->share.high}},
                             {"pictures", qint64(made->pictures.size())},
                             {"pictures_listed", picturesListed},
                             {"in_gallery", made->inGallery.size()},
                             {"without_face", made->withoutFace.size()},
                             {"unreadable", made->unreadable.size()},
                             {"limit", made->limit},
                             {"calibration", model::toJson(made->calibration)},
                             {"listed", listed}};
    // The record has the figures; who resembles whom is not kept.
    QJsonObject entered = object;
    entered.remove("listed");
    if (const auto outcome = casework::enterEvaluation(**desk, QStringLiteral("innocents"), entered); !outcome)
        return context.fail(outcome.error());
    const auto percent = [](double share) { return CliText::tr("%1%").arg(100 * share, 0, 'f', 2); };
    QStringList lines{
        CliText::tr("%1 of %2 people who are not in the gallery got a candidate above the line of 1 in %3: %4 (95%: %5 to "
                    "%6).")
            .arg(made->listed)
            .arg(made->persons)
            .arg(made->calibration.oneIn)
            .arg(percent(made->share.value), percent(made->share.low), percent(made->share.high)),
        words::basisSentence(made->calibration)};
    for (const QJsonValue &each : listed)
        lines += CliText::tr("  %1: %2 above the line, nearest %3")
                     .arg(each["file"].toString(), QString::number(each["above_line"].toInt()),
                          each["nearest"].toString());
    lines += CliText::tr("Left out: %1 pictures of persons who are in the gallery, %2 without a good face, %3 unreadable.")
                 .arg(made->inGallery.size())
                 .arg(made->withoutFace.size())
                 .arg(made->unreadable.size());
    return context.finish(object, lines.join(u'\n'));
}

} // namespace

void addInnocentsCommand(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string gallery, images;
    };
    const auto options = std::make_shared<Options>();
    auto *command = commandGroup(app, "evaluate", {})
                        ->add_subcommand("innocents", CliText::tr("The public test: how many people who are not in a "
                                                                  "gallery get a candidate above the line")
                                                          .toStdString());
    command->add_option("--gallery", options->gallery, CliText::tr("Folder of the gallery").toStdString())->required();
    command->add_option("--images", options->images, CliText::tr("The folder of their pictures").toStdString())
        ->required();
    command->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            return evaluateInnocents(context, text(options->gallery), text(options->images));
        };
    });
}

} // namespace likeness::cli
