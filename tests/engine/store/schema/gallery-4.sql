CREATE INDEX enrolment_item_sha256 ON enrolment_item (sha256);
CREATE INDEX enrolment_run_plan ON enrolment_run (plan);
CREATE INDEX operation_unfinished ON operation (id) WHERE finished IS NULL;
CREATE INDEX portrait_person ON portrait (person_id);
CREATE INDEX template_version ON template (engine_version_id);
CREATE TABLE audit_entry (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    host TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE TABLE cohort_draw (
    number INTEGER PRIMARY KEY,
    seed TEXT NOT NULL,
    persons TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;
CREATE TABLE engine_version (
    number INTEGER PRIMARY KEY,
    description TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE enrolment_item (
    number INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES operation (id),
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    engine_version_id TEXT NOT NULL
) STRICT;
CREATE TABLE enrolment_run (
    operation_id TEXT NOT NULL PRIMARY KEY REFERENCES operation (id),
    enrolment TEXT NOT NULL,
    plan TEXT NOT NULL
) STRICT;
CREATE TABLE gallery (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
CREATE TABLE operation (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    outcome TEXT,
    CHECK ((finished IS NULL) = (outcome IS NULL))
) STRICT;
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE portrait (
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
) STRICT;
CREATE TABLE serving_version (
    number INTEGER PRIMARY KEY,
    engine_version INTEGER NOT NULL REFERENCES engine_version (number),
    since TEXT NOT NULL
) STRICT;
CREATE TABLE template (
    portrait_id TEXT NOT NULL REFERENCES portrait (id),
    engine_version_id TEXT NOT NULL,
    engine_version INTEGER NOT NULL REFERENCES engine_version (number),
    template BLOB NOT NULL CHECK (length(template) = 512),
    PRIMARY KEY (portrait_id, engine_version_id)
) STRICT;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER cohort_draw_no_delete BEFORE DELETE ON cohort_draw BEGIN SELECT RAISE(ABORT, 'cohort_draw is append-only'); END;
CREATE TRIGGER cohort_draw_no_update BEFORE UPDATE ON cohort_draw BEGIN SELECT RAISE(ABORT, 'cohort_draw is append-only'); END;
CREATE TRIGGER engine_version_no_delete BEFORE DELETE ON engine_version BEGIN SELECT RAISE(ABORT, 'engine_version is append-only'); END;
CREATE TRIGGER engine_version_no_update BEFORE UPDATE ON engine_version BEGIN SELECT RAISE(ABORT, 'engine_version is append-only'); END;
CREATE TRIGGER enrolment_item_no_delete BEFORE DELETE ON enrolment_item BEGIN SELECT RAISE(ABORT, 'enrolment_item is append-only'); END;
CREATE TRIGGER enrolment_item_no_update BEFORE UPDATE ON enrolment_item BEGIN SELECT RAISE(ABORT, 'enrolment_item is append-only'); END;
CREATE TRIGGER enrolment_run_no_delete BEFORE DELETE ON enrolment_run BEGIN SELECT RAISE(ABORT, 'enrolment_run is append-only'); END;
CREATE TRIGGER enrolment_run_no_update BEFORE UPDATE ON enrolment_run BEGIN SELECT RAISE(ABORT, 'enrolment_run is append-only'); END;
CREATE TRIGGER gallery_no_delete BEFORE DELETE ON gallery BEGIN SELECT RAISE(ABORT, 'gallery is append-only'); END;
CREATE TRIGGER gallery_no_update BEFORE UPDATE ON gallery BEGIN SELECT RAISE(ABORT, 'gallery is append-only'); END;
CREATE TRIGGER gallery_one_row BEFORE INSERT ON gallery WHEN (SELECT count(*) FROM gallery) > 0 BEGIN SELECT RAISE(ABORT, 'gallery has its row'); END;
CREATE TRIGGER operation_finished_once BEFORE UPDATE ON operation WHEN OLD.finished IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.started IS NOT OLD.started BEGIN SELECT RAISE(ABORT, 'an operation is finished once'); END;
CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END;
CREATE TRIGGER person_no_update BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'person is append-only'); END;
CREATE TRIGGER portrait_no_update BEFORE UPDATE ON portrait BEGIN SELECT RAISE(ABORT, 'portrait is append-only'); END;
CREATE TRIGGER serving_version_no_delete BEFORE DELETE ON serving_version BEGIN SELECT RAISE(ABORT, 'serving_version is append-only'); END;
CREATE TRIGGER serving_version_no_update BEFORE UPDATE ON serving_version BEGIN SELECT RAISE(ABORT, 'serving_version is append-only'); END;
CREATE TRIGGER template_no_update BEFORE UPDATE ON template BEGIN SELECT RAISE(ABORT, 'template is append-only'); END;
