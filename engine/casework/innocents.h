// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/gallerysession.h"
#include "engine/match/bootstrap.h"

namespace likeness::casework
{

/// The public test: of people who are not in a gallery, how many get a candidate at the setting that ships? A cloud
/// service's default listed 28 of 535 members of a parliament against 25,000 booking photographs.

struct InnocentsEvaluation {
    struct Picture {
        QString file;
        QString person;          ///< by its name, as evaluating.h reads it
        qint64 aboveLine = 0;    ///< candidates
        double nearest = 0;      ///< score of the nearest person; 0 in an empty gallery
        QString nearestPerson;   ///< reference
    };
    std::vector<Picture> pictures; ///< in order of their names; searched one by one
    QStringList inGallery;         ///< left out: the gallery has a person of that reference
    QStringList withoutFace, unreadable; ///< left out
    qint64 persons = 0, listed = 0; ///< people, and those of whom any picture got a candidate above the line
    match::Figure share;            ///< listed of persons, with Wilson's interval
    model::Calibration calibration; ///< of a clear probe
    int limit = 0;                  ///< of the list, as the profile has it
};

/// Searches every picture of a folder in the gallery as the profile in force says. Nothing comes into a case or the
/// gallery. Reports pictures; looks at cancel before each. NotSignedIn, NotAllowed (policy::Deed::EvaluateEngine);
/// InvalidArgument when no picture is left, NotFound for an
/// empty gallery; errors of describedFolder(), of the profile and of the gallery's snapshot; Cancelled.
base::Result<InnocentsEvaluation> evaluateInnocents(const Workstation &workstation, GallerySession &gallery,
                                                    const QString &folder, base::Progress &progress);

} // namespace likeness::casework
