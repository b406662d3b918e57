// SPDX-License-Identifier: GPL-3.0-or-later
// search DIR
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "app/cli/lastscan.h"
#include "engine/policy/weakercandidates.h"
#include "widgets/words/nametext.h"

#include <limits>
#include <vector>

namespace likeness::cli
{

namespace
{

struct Question {
    QString folder;
    model::PictureSource source;
    int face = 0;
    int track = 0;  ///< of the last scan, instead of the face; 0: none
    int frames = 5; ///< of the track, at most
    std::optional<model::RelativeRect> region; ///< instead of the face
    std::optional<model::EyePoints> eyes;
    QString gallery;
    model::SearchSettings settings;
};

base::Result<std::vector<model::Probe>> trackProbes(casework::CaseSession &session, const Question &question,
                                                    base::Progress &progress)
{
    const auto scan = lastScan(session, question.source.evidence);
    if (!scan)
        return tl::unexpected(scan.error());
    const auto tracks = session.tracks(scan->id);
    if (!tracks)
        return tl::unexpected(tracks.error());
    for (const model::ScannedTrack &each : *tracks)
        if (each.track.number == question.track)
            return session.makeTrackProbes(
                scan->id, question.track,
                casework::CaseSession::framesToSearch(each.track, question.frames), progress);
    return base::fail(base::ErrorCode::NotFound, CliText::tr("track %1").arg(question.track),
                      CliText::tr("Faces through time: %1").arg(tracks->size()));
}

base::Result<model::Probe> probeFor(casework::CaseSession &session, const Question &question,
                                    base::Progress &progress)
{
    if (question.region) {
        const auto region = session.drawRegion(question.source, *question.region, question.eyes);
        if (!region)
            return tl::unexpected(region.error());
        return session.makeProbe(region->id, progress);
    }
    const auto faces = session.findFaces(question.source, {}, progress);
    if (!faces)
        return tl::unexpected(faces.error());
    if (size_t(question.face) >= faces->size())
        return base::fail(base::ErrorCode::NotFound, CliText::tr("face %1").arg(question.face),
                          CliText::tr("Faces found: %1").arg(faces->size()));
    return session.makeProbe(question.source, (*faces)[size_t(question.face)], progress);
}

int searchGallery(Context &context, const Question &question)
{
    const auto session = context.openCase(question.folder);
    if (!session)
        return context.fail(session.error());
    const auto gallery = context.openGallery(question.gallery);
    if (!gallery)
        return context.fail(gallery.error());
    // What no probe can change is asked first: a search that is refused leaves no template behind.
    if (const auto engine = (*session)->workstation().engine(); !engine)
        return context.fail(engine.error());
    for (const QString &reference : question.settings.excludedReferences) {
        const auto person = (*gallery)->personOf(reference);
        if (!person)
            return context.fail(person.error());
        if (!*person)
            return context.fail({base::ErrorCode::NotFound, CliText::tr("person %1").arg(reference),
                                 CliText::tr("The gallery has no person of this reference.")});
    }
    auto unmet = (*session)->unmetSearchRules({}, gallery->get(), question.settings);
    std::erase(unmet, policy::Rule::NoProbe);
    if (!unmet.empty())
        return context.fail(
            {base::ErrorCode::NotAllowed, (*gallery)->gallery().name, policy::ruleNames(unmet)});
    base::Progress &progress = context.progress();
    const auto probes =
        question.track > 0 ? trackProbes(**session, question, progress)
                           : probeFor(**session, question, progress).map([](const model::Probe &only) {
                                 return std::vector{only};
                             });
    if (!probes)
        return context.fail(probes.error());
    const model::Probe *probe = &probes->front();
    std::vector<model::ProbeId> ids;
    for (const model::Probe &each : *probes)
        ids.push_back(each.id);
    auto search = (*session)->search(ids, **gallery, question.settings, progress);
    if (!search)
        return context.fail(search.error());
    policy::foldWeaker({}, *search, (*session)->workstation().actor());

    QJsonObject facts = searchFacts(*search);
    facts["quality"] = model::gradeName(probe->quality.grade);
    facts["alignment"] = model::alignmentName(probe->alignment);
    facts["box"] = model::toJson(probe->box);
    facts["eyes"] = model::toJson(probe->eyes);
    if (probe->frame)
        facts["frame"] = *probe->frame;
    if (question.track > 0)
        facts["track"] = question.track;
    if (probe->derivation)
        facts["derivation"] = probe->derivation->value();
    facts["lead"] = words::leadOnly();
    if (!(*session)->workstation().isTraining()) {
        // The list is opened by an act of its own, after the analysis.
        facts.remove("candidates");
        facts["probe"] = search->probe.value();
        return context.finish(facts, CliText::tr("Search %1 is done. Its list opens with the command "
                                                 "candidates, once the analysis of the probe is signed.")
                                             .arg(search->id.value()) +
                                         u'\n' + words::leadOnly());
    }
    QStringList lines{
        CliText::tr("Search %1, candidates: %2").arg(search->id.value()).arg(search->candidates.size())};
    lines += candidateLines(*search);
    lines += words::leadOnly();
    return context.finish(facts, lines.join(u'\n'));
}

} // namespace

void addSearchCommand(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, evidence, derivation, region, eyes, gallery;
        qint64 frame = -1;
        std::vector<std::string> excluded;
        bool leaveOutPastRetention = false;
        std::string kind = model::probeKindName(model::ProbeKind::Photograph).toStdString();
        int face = 0;
        int track = 0;
        int frames = 5;
        int limit = model::SearchSettings::defaultLimit;
    };
    const auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand(
        "search", CliText::tr("Search a gallery for a face of the evidence").toStdString());
    command->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    command->add_option("--evidence", options->evidence, CliText::tr("Id of the evidence item").toStdString())
        ->required();
    command->add_option("--frame", options->frame, CliText::tr("Frame of a recording, from 0").toStdString())
        ->check(CLI::Range(qint64(0), std::numeric_limits<qint64>::max()));
    command->add_option(
        "--derivation", options->derivation,
        CliText::tr("Id of an edited picture of it, instead of the evidence as it is").toStdString());
    auto *face = command
                     ->add_option("--face", options->face,
                                  CliText::tr("Which found face, from 0 by confidence").toStdString())
                     ->check(CLI::Range(0, std::numeric_limits<int>::max()))
                     ->capture_default_str();
    auto *track = command
                      ->add_option("--track", options->track,
                                   CliText::tr("Face through time of the last scan, several frames together")
                                       .toStdString())
                      ->check(CLI::Range(1, std::numeric_limits<int>::max()))
                      ->excludes(face);
    command
        ->add_option("--frames", options->frames,
                     CliText::tr("How many frames of the track, at most").toStdString())
        ->check(CLI::Range(1, int(casework::CaseSession::maximumFramesSearched)))
        ->capture_default_str()
        ->needs(track);
    auto *region = command
                       ->add_option("--region", options->region,
                                    CliText::tr("A box drawn by hand, instead of a found face").toStdString())
                       ->type_name("x,y,w,h")
                       ->excludes(face)
                       ->excludes(track);
    command
        ->add_option("--eyes", options->eyes,
                     CliText::tr("Middle of the two eye openings, left in the picture first").toStdString())
        ->type_name("lx,ly,rx,ry")
        ->needs(region);
    command->add_option("--gallery", options->gallery, CliText::tr("Folder of the gallery").toStdString())
        ->required();
    command
        ->add_option("--limit", options->limit,
                     CliText::tr("Length of the candidate list, at most %1")
                         .arg(model::SearchSettings::maximumLimit)
                         .toStdString())
        ->capture_default_str();
    command
        ->add_option("--exclude", options->excluded,
                     CliText::tr("Reference of a person who is left out of the list; may be given several times")
                         .toStdString())
        ->type_name("REFERENCE")
        ->allow_extra_args(false);
    command->add_flag("--leave-out-past-retention", options->leaveOutPastRetention,
                      CliText::tr("Leave out portraits that are past their retention date").toStdString());
    std::vector<std::string> kinds;
    for (const model::ProbeKind kind : model::allProbeKinds())
        kinds.push_back(model::probeKindName(kind).toStdString());
    command->add_option("--probe-kind", options->kind, CliText::tr("What the probe is").toStdString())
        ->check(CLI::IsMember(kinds))
        ->capture_default_str();
    command->callback([options, &chosen] {
        QStringList excluded;
        for (const std::string &reference : options->excluded)
            excluded += text(reference);
        Question question{text(options->folder),
                          model::EvidenceId(text(options->evidence)),
                          options->face,
                          options->track,
                          options->frames,
                          {},
                          {},
                          text(options->gallery),
                          {options->limit, *model::probeKindFromName(text(options->kind)), excluded,
                           options->leaveOutPastRetention}};
        if (options->track > 0 && (options->frame >= 0 || !options->derivation.empty()))
            throw CLI::ValidationError("--track", "is of the recording as it is, and has its own frames");
        if (options->frame >= 0)
            question.source.frame = options->frame;
        if (!options->derivation.empty())
            question.source.derivation = model::DerivationId(text(options->derivation));
        if (!options->region.empty() && !(question.region = model::rectFromText(text(options->region))))
            throw CLI::ValidationError("--region", "x,y,w,h from 0 to 1, inside the picture");
        if (!options->eyes.empty() && !(question.eyes = model::eyesFromText(text(options->eyes))))
            throw CLI::ValidationError("--eyes", "lx,ly,rx,ry from 0 to 1, inside the picture");
        chosen.run = [question](Context &context) { return searchGallery(context, question); };
    });
}

} // namespace likeness::cli
