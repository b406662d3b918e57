// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/schema.h"

#include <tuple>

namespace likeness::store
{

namespace
{

// Times are base::timeText, objects are canonical JSON, templates are model::templateBytes. Boxes and eyes
// are relative to the upright picture.

/// Refuses to change rows, whoever asks. It stops mistakes; against intent there is the chain.
QStringList appendOnly(const QString &table)
{
    return {QStringLiteral("CREATE TRIGGER %1_no_update BEFORE UPDATE ON %1 "
                           "BEGIN SELECT RAISE(ABORT, '%1 is append-only'); END")
                .arg(table),
            QStringLiteral("CREATE TRIGGER %1_no_delete BEFORE DELETE ON %1 "
                           "BEGIN SELECT RAISE(ABORT, '%1 is append-only'); END")
                .arg(table)};
}

/// One row for ever: what the folder is.
QStringList singleRow(const QString &table)
{
    return appendOnly(table) + QStringList{QStringLiteral("CREATE TRIGGER %1_one_row BEFORE INSERT ON %1 "
                                                          "WHEN (SELECT count(*) FROM %1) > 0 "
                                                          "BEGIN SELECT RAISE(ABORT, '%1 has its row'); END")
                                               .arg(table)};
}

QStringList auditEntryTable()
{
    return QStringList{QStringLiteral(R"(CREATE TABLE audit_entry (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    host TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT)")} +
           appendOnly(QStringLiteral("audit_entry"));
}

/// Work that can be cut off. A row is finished once, and stays.
QStringList operationTable()
{
    return {
        QStringLiteral(R"(CREATE TABLE operation (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    outcome TEXT,
    CHECK ((finished IS NULL) = (outcome IS NULL))
) STRICT)"),
        QStringLiteral("CREATE INDEX operation_unfinished ON operation (id) WHERE finished IS NULL"),
        QStringLiteral("CREATE TRIGGER operation_finished_once BEFORE UPDATE ON operation "
                       "WHEN OLD.finished IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind "
                       "OR NEW.subject IS NOT OLD.subject OR NEW.started IS NOT OLD.started "
                       "BEGIN SELECT RAISE(ABORT, 'an operation is finished once'); END"),
        QStringLiteral("CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation "
                       "BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END")};
}

QStringList caseTables()
{
    QStringList tables{
        QStringLiteral(R"(CREATE TABLE case_file (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    offence TEXT NOT NULL,
    purpose TEXT NOT NULL,
    requester TEXT NOT NULL,
    created TEXT NOT NULL,
    created_by TEXT NOT NULL,
    training INTEGER NOT NULL
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE evidence_item (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    file_name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    added TEXT NOT NULL,
    added_by TEXT NOT NULL
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE region (
    id TEXT NOT NULL PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    box_x REAL NOT NULL,
    box_y REAL NOT NULL,
    box_width REAL NOT NULL,
    box_height REAL NOT NULL,
    left_eye_x REAL,
    left_eye_y REAL,
    right_eye_x REAL,
    right_eye_y REAL,
    alignment TEXT NOT NULL,
    drawn INTEGER NOT NULL,
    confidence REAL NOT NULL,
    created TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE probe (
    id TEXT NOT NULL PRIMARY KEY,
    region_id TEXT NOT NULL REFERENCES region (id),
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    evidence_sha256 TEXT NOT NULL,
    box_x REAL NOT NULL,
    box_y REAL NOT NULL,
    box_width REAL NOT NULL,
    box_height REAL NOT NULL,
    left_eye_x REAL NOT NULL,
    left_eye_y REAL NOT NULL,
    right_eye_x REAL NOT NULL,
    right_eye_y REAL NOT NULL,
    alignment TEXT NOT NULL,
    quality TEXT NOT NULL,
    chip_sha256 TEXT NOT NULL,
    template BLOB NOT NULL CHECK (length(template) = 512),
    engine TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE search (
    id TEXT NOT NULL PRIMARY KEY,
    probe_id TEXT NOT NULL REFERENCES probe (id),
    gallery_id TEXT NOT NULL,
    gallery_name TEXT NOT NULL,
    gallery_snapshot TEXT NOT NULL,
    gallery_persons INTEGER NOT NULL,
    gallery_portraits INTEGER NOT NULL,
    engine TEXT NOT NULL,
    candidate_limit INTEGER NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE candidate (
    search_id TEXT NOT NULL REFERENCES search (id),
    rank INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    person_reference TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    portrait_sha256 TEXT NOT NULL,
    distance REAL NOT NULL,
    PRIMARY KEY (search_id, rank),
    UNIQUE (search_id, portrait_id)
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE candidate_decision (
    number INTEGER PRIMARY KEY,
    search_id TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    set_aside INTEGER NOT NULL,
    reason TEXT NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    FOREIGN KEY (search_id, portrait_id) REFERENCES candidate (search_id, portrait_id)
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE examination (
    id TEXT NOT NULL PRIMARY KEY,
    search_id TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    note TEXT NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    FOREIGN KEY (search_id, portrait_id) REFERENCES candidate (search_id, portrait_id)
) STRICT)"),
        // That the finder ran, even if it found nobody; the faces themselves.
        QStringLiteral(R"(CREATE TABLE finder_run (
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    finder_key TEXT NOT NULL,
    PRIMARY KEY (evidence_id, finder_key)
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE found_face (
    evidence_id TEXT NOT NULL,
    finder_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    box_x REAL NOT NULL,
    box_y REAL NOT NULL,
    box_width REAL NOT NULL,
    box_height REAL NOT NULL,
    left_eye_x REAL NOT NULL,
    left_eye_y REAL NOT NULL,
    right_eye_x REAL NOT NULL,
    right_eye_y REAL NOT NULL,
    landmarks TEXT NOT NULL,
    confidence REAL NOT NULL,
    quality TEXT NOT NULL,
    PRIMARY KEY (evidence_id, finder_key, position),
    FOREIGN KEY (evidence_id, finder_key) REFERENCES finder_run (evidence_id, finder_key)
) STRICT)"),
        QStringLiteral(
            "CREATE TRIGGER region_only_removed BEFORE UPDATE OF id, evidence_id, box_x, box_y, box_width, "
            "box_height, left_eye_x, left_eye_y, right_eye_x, right_eye_y, alignment, drawn, "
            "confidence, created ON region "
            "BEGIN SELECT RAISE(ABORT, 'a region can only be marked removed'); END"),
        QStringLiteral("CREATE TRIGGER region_no_delete BEFORE DELETE ON region "
                       "BEGIN SELECT RAISE(ABORT, 'region is append-only'); END")};
    tables += singleRow(QStringLiteral("case_file"));
    for (const char *table :
         {"evidence_item", "probe", "search", "candidate", "candidate_decision", "examination"})
        tables += appendOnly(QString::fromLatin1(table));
    return tables + auditEntryTable();
}

/// The examination: records kept as the documents that were signed (signedrecords.h), and drafts.
QStringList examinationTables()
{
    const auto documents = [](const QString &table, const QString &columns, const QString &constraint = {}) {
        return QStringList{QStringLiteral(R"(CREATE TABLE %1 (
%2    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL%3
) STRICT)")
                               .arg(table, columns, constraint)} +
               appendOnly(table);
    };
    QStringList tables{
        QStringLiteral("ALTER TABLE search ADD COLUMN probe_kind TEXT NOT NULL DEFAULT 'photograph'")};
    // Empty in the conclusions of versions 1 and 2, which have no document.
    for (const char *column : {"document", "signed_by", "key", "signature"})
        tables += QStringLiteral("ALTER TABLE examination ADD COLUMN %1 TEXT NOT NULL DEFAULT ''")
                      .arg(QString::fromLatin1(column));
    tables += documents(QStringLiteral("analysis"), QStringLiteral(R"(    id TEXT NOT NULL PRIMARY KEY,
    probe_id TEXT NOT NULL REFERENCES probe (id),
)"));
    tables +=
        documents(QStringLiteral("verification_request"), QStringLiteral(R"(    id TEXT NOT NULL PRIMARY KEY,
    examination_id TEXT NOT NULL REFERENCES examination (id),
    search_id TEXT NOT NULL,
    probe_id TEXT NOT NULL REFERENCES probe (id),
    portrait_id TEXT NOT NULL,
)"),
                  QStringLiteral(",\n    FOREIGN KEY (search_id, portrait_id) "
                                 "REFERENCES candidate (search_id, portrait_id)"));
    tables +=
        documents(QStringLiteral("verification_taken"), QStringLiteral(R"(    number INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES verification_request (id),
)"));
    tables += documents(
        QStringLiteral("verification_result"),
        QStringLiteral("    request_id TEXT NOT NULL PRIMARY KEY REFERENCES verification_request (id),\n"));
    tables += documents(QStringLiteral("adjudication"), QStringLiteral(R"(    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES verification_result (request_id),
)"));
    for (const auto &[table, column, reference] :
         {std::tuple("null_result", "search_id", "search"), std::tuple("override", "probe_id", "probe"),
          std::tuple("list_view", "search_id", "search")})
        tables += documents(QString::fromLatin1(table),
                            QStringLiteral("    number INTEGER PRIMARY KEY,\n"
                                           "    %1 TEXT NOT NULL REFERENCES %2 (id),\n")
                                .arg(QString::fromLatin1(column), QString::fromLatin1(reference)));
    tables += QStringLiteral(R"(CREATE TABLE comparison_draft (
    about TEXT NOT NULL,
    actor TEXT NOT NULL,
    comparison TEXT NOT NULL,
    time TEXT NOT NULL,
    PRIMARY KEY (about, actor)
) STRICT)");
    return tables;
}

/// Who and what a search leaves out.
QStringList searchColumns()
{
    return {QStringLiteral("ALTER TABLE search ADD COLUMN excluded_references TEXT NOT NULL DEFAULT '[]'"),
            QStringLiteral("ALTER TABLE search ADD COLUMN past_retention_left_out INTEGER NOT NULL DEFAULT 0")};
}

/// Recordings: which frame and which derivation a region and a probe are of, and what was seen in time.
QStringList mediaTables()
{
    QStringList tables{
        QStringLiteral("ALTER TABLE evidence_item ADD COLUMN frames INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral(R"(CREATE TABLE derivation (
    id TEXT NOT NULL PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    frame INTEGER,
    edits TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    created TEXT NOT NULL,
    created_by TEXT NOT NULL
) STRICT)"),
        // Made once; a frame number means the same frame ever after.
        QStringLiteral(R"(CREATE TABLE video_index (
    evidence_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence_item (id),
    version INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    made TEXT NOT NULL
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE scan (
    id TEXT NOT NULL PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    settings TEXT NOT NULL,
    engine TEXT NOT NULL,
    state TEXT NOT NULL,
    done_to INTEGER NOT NULL,
    frames INTEGER NOT NULL,
    seconds_of_video REAL NOT NULL,
    seconds_taken REAL NOT NULL,
    checkpoint BLOB,
    created TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT)"),
        QStringLiteral(R"(CREATE TABLE face_track (
    scan_id TEXT NOT NULL REFERENCES scan (id),
    number INTEGER NOT NULL,
    first_frame INTEGER NOT NULL,
    last_frame INTEGER NOT NULL,
    best_frame INTEGER NOT NULL,
    best_face TEXT NOT NULL,
    boxes TEXT NOT NULL,
    chosen INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (scan_id, number)
) STRICT)"),
        QStringLiteral("CREATE TRIGGER scan_is_what_it_was BEFORE UPDATE OF id, evidence_id, "
                       "settings, engine, created, actor ON scan "
                       "BEGIN SELECT RAISE(ABORT, 'a scan is of what it was'); END"),
        QStringLiteral("CREATE TRIGGER scan_closed BEFORE UPDATE ON scan "
                       "WHEN OLD.state = 'closed' "
                       "BEGIN SELECT RAISE(ABORT, 'a closed scan stays'); END"),
        appendOnly(QStringLiteral("scan")).last()};
    for (const char *table : {"region", "probe"}) {
        tables += QStringLiteral("ALTER TABLE %1 ADD COLUMN frame INTEGER").arg(QLatin1String(table));
        tables += QStringLiteral("ALTER TABLE %1 ADD COLUMN derivation_id TEXT REFERENCES derivation (id)")
                      .arg(QLatin1String(table));
    }
    tables +=
        QStringLiteral("CREATE TRIGGER region_picture_stays BEFORE UPDATE OF frame, derivation_id ON region "
                       "BEGIN SELECT RAISE(ABORT, 'a region can only be marked removed'); END");
    tables += QStringLiteral("ALTER TABLE search ADD COLUMN further_probes TEXT NOT NULL DEFAULT '[]'");
    tables += QStringLiteral("ALTER TABLE candidate ADD COLUMN frames_present INTEGER NOT NULL DEFAULT 1");
    for (const char *table : {"derivation", "video_index"})
        tables += appendOnly(QString::fromLatin1(table));
    return tables;
}

QStringList galleryTables()
{
    // Portraits and what hangs on them can be deleted: a person can be expunged. They cannot be altered.
    QStringList tables{QStringLiteral(R"(CREATE TABLE gallery (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT)"),
                       QStringLiteral(R"(CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE
) STRICT)"),
                       QStringLiteral(R"(CREATE TABLE portrait (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    source TEXT NOT NULL,
    taken TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    retain_until TEXT NOT NULL,
    box_x REAL NOT NULL,
    box_y REAL NOT NULL,
    box_width REAL NOT NULL,
    box_height REAL NOT NULL,
    left_eye_x REAL NOT NULL,
    left_eye_y REAL NOT NULL,
    right_eye_x REAL NOT NULL,
    right_eye_y REAL NOT NULL,
    quality TEXT NOT NULL,
    enrolled TEXT NOT NULL
) STRICT)"),
                       QStringLiteral("CREATE INDEX portrait_person ON portrait (person_id)"),
                       // The whole description once; portraits by the hundred thousand point to it.
                       QStringLiteral(R"(CREATE TABLE engine_version (
    number INTEGER PRIMARY KEY,
    description TEXT NOT NULL UNIQUE
) STRICT)"),
                       QStringLiteral(R"(CREATE TABLE template (
    portrait_id TEXT NOT NULL REFERENCES portrait (id),
    engine_version_id TEXT NOT NULL,
    engine_version INTEGER NOT NULL REFERENCES engine_version (number),
    template BLOB NOT NULL CHECK (length(template) = 512),
    PRIMARY KEY (portrait_id, engine_version_id)
) STRICT)")};
    tables += singleRow(QStringLiteral("gallery"));
    tables += appendOnly(QStringLiteral("engine_version"));
    for (const char *table : {"person", "portrait", "template"})
        tables += appendOnly(QString::fromLatin1(table)).first();
    return tables + auditEntryTable();
}

/// Enrolments that can be continued, and which engine version is searched and enrolled with.
QStringList enrolmentTables()
{
    QStringList tables{QStringLiteral(R"(CREATE TABLE enrolment_run (
    operation_id TEXT NOT NULL PRIMARY KEY REFERENCES operation (id),
    enrolment TEXT NOT NULL,
    plan TEXT NOT NULL
) STRICT)"),
                       QStringLiteral("CREATE INDEX enrolment_run_plan ON enrolment_run (plan)"),
                       QStringLiteral(R"(CREATE TABLE enrolment_item (
    number INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES operation (id),
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    engine_version_id TEXT NOT NULL
) STRICT)"),
                       QStringLiteral("CREATE INDEX enrolment_item_sha256 ON enrolment_item (sha256)"),
                       // The last row counts.
                       QStringLiteral(R"(CREATE TABLE serving_version (
    number INTEGER PRIMARY KEY,
    engine_version INTEGER NOT NULL REFERENCES engine_version (number),
    since TEXT NOT NULL
) STRICT)"),
                       QStringLiteral("CREATE INDEX template_version ON template (engine_version_id)")};
    for (const char *table : {"enrolment_run", "enrolment_item", "serving_version"})
        tables += appendOnly(QString::fromLatin1(table));
    return tables;
}

/// The persons that scores are normalised against. The last row counts.
QStringList cohortTables()
{
    return QStringList{QStringLiteral(R"(CREATE TABLE cohort_draw (
    number INTEGER PRIMARY KEY,
    seed TEXT NOT NULL,
    persons TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT)")} +
           appendOnly(QStringLiteral("cohort_draw"));
}

/// Candidates rank by normalised distance; those from before have none but their distance.
QStringList normalisedCandidates()
{
    return {QStringLiteral("ALTER TABLE candidate ADD COLUMN normalised REAL")};
}

/// How often a stranger would get a candidate this close, how many look like it, and whether it is a fragile one.
QStringList calibratedSearches()
{
    QStringList columns{QStringLiteral("ALTER TABLE search ADD COLUMN calibration TEXT")};
    for (const char *column : {"frequency REAL", "frequency_low REAL", "frequency_high REAL", "look_alikes INTEGER",
                               "variations_kept INTEGER", "variations INTEGER"})
        columns += QStringLiteral("ALTER TABLE candidate ADD COLUMN ") + QLatin1String(column);
    return columns;
}

QStringList workstationTables()
{
    return QStringList{QStringLiteral(R"(CREATE TABLE recent (
    kind TEXT NOT NULL,
    folder TEXT NOT NULL,
    title TEXT NOT NULL,
    opened TEXT NOT NULL,
    PRIMARY KEY (kind, folder)
) STRICT)")} +
           auditEntryTable();
}

} // namespace

const Schema &caseSchema()
{
    static const Schema schema{
        0x4c4b6361,
        {caseTables(), operationTable(), examinationTables(), searchColumns(), mediaTables(),
         normalisedCandidates(), calibratedSearches()}}; // "LKca"
    return schema;
}

const Schema &gallerySchema()
{
    static const Schema schema{0x4c4b6761, {galleryTables(), operationTable(), enrolmentTables(),
                                           cohortTables()}}; // "LKga"
    return schema;
}

const Schema &workstationSchema()
{
    static const Schema schema{0x4c4b7773, {workstationTables()}}; // "LKws"
    return schema;
}

} // namespace likeness::store
