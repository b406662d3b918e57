// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/casework/agencydesk.h"

#include <QFileInfo>
#include <QProcess>

namespace likeness::tests
{

/// An agency desk for whole examinations. Besides AgencyDesk's accounts: "vera" (verifier, examiner), "otto"
/// (supervisor, verifier), "old" (detective, examiner; the training is over).
class ExaminationDesk : public AgencyDesk
{
public:
    /// `start` is where the clock stands: now, when programs with their own clock shall go on.
    explicit ExaminationDesk(const QDateTime &start = {QDate(2026, 11, 23), QTime(9, 0), Qt::UTC})
        : AgencyDesk(modelsDirectory(), start)
    {
        using model::Role;
        for (const model::Account &account :
             {accountOf("vera", Role::Verifier | Role::Examiner),
              accountOf("otto", Role::Supervisor | Role::Verifier),
              accountOf("old", Role::Detective | Role::Examiner, QDate(2026, 11, 22))})
            if (const auto added = workstation->addAccount(account, password); !added)
                qFatal("%s", qPrintable(added.error().detail));
    }

    QString writePicture(const QString &name, const base::Picture &picture) const
    {
        writeBytes(path(name), imaging::toBmp(picture));
        return path(name);
    }
    std::shared_ptr<casework::CaseSession> newCase() const
    {
        return casework::CaseSession::create(workstation, path("case"), goodDetails).value();
    }
    /// Four persons; the red-haired woman is one of them. By "keeper". Enrolled once for all desks of the
    /// program.
    std::shared_ptr<casework::GallerySession> newGallery() const
    {
        static QTemporaryDir enrolled;
        signIn("keeper");
        if (!QFileInfo::exists(enrolled.filePath("gallery"))) {
            const auto gallery = casework::GallerySession::create(workstation, enrolled.filePath("gallery"),
                                                                  "Booking photographs")
                                     .value();
            casework::GallerySession::EnrolmentPlan plan;
            plan.paths = {
                writePicture("red_0001.bmp", redHairInSample3()),
                writePicture("other_0001.bmp", otherWoman()),
                writePicture("third_0001.bmp", samplePart("sample6.jpg", QRect(0, 0, 960, 1000))),
                writePicture("fourth_0001.bmp", samplePart("sample6.jpg", QRect(960, 0, 960, 1000)))};
            base::Progress progress;
            gallery->enrol(plan, {}, progress).value();
        }
        if (QProcess::execute("cp", {"-a", enrolled.filePath("gallery"), path("gallery")}) != 0)
            qFatal("the gallery cannot be copied");
        return casework::GallerySession::open(workstation, path("gallery")).value();
    }
};

/// All components as visible.
inline model::Analysis fullAnalysis(const model::ProbeId &probe)
{
    model::Analysis analysis;
    analysis.probe = probe;
    for (const model::Component component : model::allComponents())
        analysis.components.push_back({component, model::Visibility::Visible, {}});
    analysis.limitations = "Even light, nothing in front of the face.";
    return analysis;
}

/// All components with one finding, and a conclusion.
inline model::Comparison fullComparison(model::Conclusion conclusion,
                                        model::Finding finding = model::Finding::Similar)
{
    model::Comparison comparison;
    for (const model::Component component : model::allComponents())
        comparison.setFinding(component, finding);
    comparison.conclusion = conclusion;
    comparison.note = "Compared by components.";
    return comparison;
}

} // namespace likeness::tests
