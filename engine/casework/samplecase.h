// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"

namespace likeness::casework {

/// The training exercise that is offered at first start: a gallery of persons P1 to P9, cropped from the
/// sample photographs, and a case about a found umbrella with one photograph as evidence. No real names, no
/// offence against a person.
struct SampleCase
{
    std::shared_ptr<CaseSession> file;
    std::shared_ptr<GallerySession> gallery;
    model::EvidenceId evidence;
};

/// Folders "sample-case" and "sample-gallery" in `folder`; opened when they are there already, made
/// otherwise (some seconds: call from a job). Errors as of the verbs used; FileUnreadable when the sample
/// photographs were not fetched.
base::Result<SampleCase> openSampleCase(std::shared_ptr<const Workstation> workstation, const QString &folder,
                                        base::Progress &progress);

} // namespace likeness::casework
