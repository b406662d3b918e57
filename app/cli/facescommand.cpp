// SPDX-License-Identifier: GPL-3.0-or-later
// faces FILE
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "widgets/words/nametext.h"
#include "widgets/words/qualitytext.h"

namespace likeness::cli {

namespace {

int listFaces(Context &context, const QString &path, const face::FinderSettings &settings)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    base::Progress &progress = context.progress();
    const auto still = (*desk)->decoder().decodeFile(path, progress);
    if (!still)
        return context.fail(still.error());
    const auto sha256 = base::sha256OfFile(path, progress);
    if (!sha256)
        return context.fail(sha256.error());
    const auto engine = (*desk)->engine();
    if (!engine)
        return context.fail(engine.error());
    const auto faces = (*engine)->find(still->picture, settings, progress);
    if (!faces)
        return context.fail(faces.error());
    // Looking for faces outside a case leaves its trace at the workstation.
    const model::EngineVersion version = (*engine)->version();
    if (const auto entered = (*desk)->record().commit({audit::verbs::facesFound,
                                                       *sha256,
                                                       {{"faces", qint64(faces->size())},
                                                        {"smallest_face_px", settings.smallestFacePx},
                                                        {"engine", version.toJson()}}},
                                                      (*desk)->actor());
        !entered)
        return context.fail(entered.error());

    QJsonArray list;
    QStringList lines{CliText::tr("Faces found: %1").arg(faces->size())};
    for (const model::FoundFace &face : *faces) {
        lines += CliText::tr("%1: %2 px between the eyes, %3, at %4")
                     .arg(list.size())
                     .arg(face.quality.eyeDistancePx, 0, 'f', 1)
                     .arg(words::phrase(face.quality.grade), boxText(face.box));
        for (const QString &line : words::qualityLines(face.quality))
            lines += QStringLiteral("    ") + line;
        list.append(faceFacts(face));
    }
    if (!faces->empty())
        lines += words::qualityNote();
    return context.finish({{"sha256", *sha256},
                           {"width", still->picture.width()},
                           {"height", still->picture.height()},
                           {"faces", list},
                           {"engine", version.toJson()}},
                          lines.join(u'\n'));
}

} // namespace

void addFacesCommand(CLI::App &app, Chosen &chosen)
{
    struct Options
    {
        std::string file;
        int smallest = face::FinderSettings().smallestFacePx;
    };
    const auto options = std::make_shared<Options>();
    auto *command =
        app.add_subcommand("faces", CliText::tr("List the faces of a picture, by confidence").toStdString());
    command->add_option("FILE", options->file, CliText::tr("The picture").toStdString())->required();
    command
        ->add_option("--smallest-face", options->smallest,
                     CliText::tr("Side in pixels of the smallest face to look for").toStdString())
        ->check(CLI::Range(20, 30000))
        ->capture_default_str();
    command->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            face::FinderSettings settings;
            settings.smallestFacePx = options->smallest;
            return listFaces(context, text(options->file), settings);
        };
    });
}

} // namespace likeness::cli
