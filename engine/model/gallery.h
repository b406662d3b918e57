// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"
#include "engine/model/ids.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace likeness::model
{

struct Gallery {
    GalleryId id;
    QString name;
    QDateTime created;
};

/// Somebody enrolled. The reference is what candidate lists show.
struct Person {
    PersonId id;
    QString reference; ///< unique in its gallery: the CSV's person, or from the file or folder name
};

/// Where a portrait comes from and why it may be kept; all optional, as the CSV gave them.
struct Provenance {
    QString source;
    QDate taken;
    QString legalBasis;
    QDate retainUntil;
};

/// One enrolled photograph of a person. Its unchanged bytes are portraits/<sha256> of the gallery folder.
struct Portrait {
    PortraitId id;
    PersonId person;
    QString sha256;
    QString fileName;
    QString mediaType;
    Provenance provenance;
    RelativeRect box;
    EyePoints eyes;
    FaceQuality quality;
    QDateTime enrolled;
};

/// What became of one file of an enrolment.
enum class EnrolOutcome { Enrolled, NoFace, LowQuality, Duplicate, Unreadable };
QString enrolOutcomeName(EnrolOutcome outcome); ///< "enrolled", "no_face", "low_quality", "duplicate", "unreadable"
EnrolOutcome enrolOutcomeFromName(const QString &name); ///< Unreadable for an unknown name

struct EnrolItem {
    QString file;
    EnrolOutcome outcome = EnrolOutcome::Unreadable;
    QString detail; ///< error code name for unreadable; person reference otherwise; may be empty
};

/// What an enrolment found out about a file, as the gallery keeps it: a run that was cut off goes on with it.
struct JudgedFile {
    OperationId operation; ///< the run
    QString file;          ///< absolute path
    QString sha256;        ///< empty when it could not be read
    EnrolOutcome outcome = EnrolOutcome::Unreadable;
    QString detail; ///< as of EnrolItem
    QString engine; ///< id of the version it was looked at with
};

/// Persons that scores are normalised against (engine/match/cohort.h), drawn once and kept while the gallery grows.
struct CohortDraw {
    QString seed;
    std::vector<PersonId> persons; ///< as drawn; those that were taken out of the gallery since then do not count
    QDateTime since;
};

struct GalleryCounts {
    qint64 persons = 0;
    qint64 portraits = 0;
    qint64 templates = 0;      ///< of the engine version asked for
    qint64 pastRetention = 0;  ///< portraits whose retain_until is before today
    qint64 withoutLegalBasis = 0;
};

/// A row as the search reads it.
struct EnrolledTemplate {
    PortraitId portrait;
    PersonId person;
    QString personReference;
    QString portraitSha256;
    Template values{};
    QDate retainUntil; ///< not valid for none
};

} // namespace likeness::model
