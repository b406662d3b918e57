CREATE INDEX operation_unfinished ON operation (id) WHERE finished IS NULL;
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
CREATE TABLE candidate (
    search_id TEXT NOT NULL REFERENCES search (id),
    rank INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    person_reference TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    portrait_sha256 TEXT NOT NULL,
    distance REAL NOT NULL,
    PRIMARY KEY (search_id, rank),
    UNIQUE (search_id, portrait_id)
) STRICT;
CREATE TABLE candidate_decision (
    number INTEGER PRIMARY KEY,
    search_id TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    set_aside INTEGER NOT NULL,
    reason TEXT NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    FOREIGN KEY (search_id, portrait_id) REFERENCES candidate (search_id, portrait_id)
) STRICT;
CREATE TABLE case_file (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    offence TEXT NOT NULL,
    purpose TEXT NOT NULL,
    requester TEXT NOT NULL,
    created TEXT NOT NULL,
    created_by TEXT NOT NULL,
    training INTEGER NOT NULL
) STRICT;
CREATE TABLE evidence_item (
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
) STRICT;
CREATE TABLE examination (
    id TEXT NOT NULL PRIMARY KEY,
    search_id TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    note TEXT NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    FOREIGN KEY (search_id, portrait_id) REFERENCES candidate (search_id, portrait_id)
) STRICT;
CREATE TABLE finder_run (
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    finder_key TEXT NOT NULL,
    PRIMARY KEY (evidence_id, finder_key)
) STRICT;
CREATE TABLE found_face (
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
CREATE TABLE probe (
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
) STRICT;
CREATE TABLE region (
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
) STRICT;
CREATE TABLE search (
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
) STRICT;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER candidate_decision_no_delete BEFORE DELETE ON candidate_decision BEGIN SELECT RAISE(ABORT, 'candidate_decision is append-only'); END;
CREATE TRIGGER candidate_decision_no_update BEFORE UPDATE ON candidate_decision BEGIN SELECT RAISE(ABORT, 'candidate_decision is append-only'); END;
CREATE TRIGGER candidate_no_delete BEFORE DELETE ON candidate BEGIN SELECT RAISE(ABORT, 'candidate is append-only'); END;
CREATE TRIGGER candidate_no_update BEFORE UPDATE ON candidate BEGIN SELECT RAISE(ABORT, 'candidate is append-only'); END;
CREATE TRIGGER case_file_no_delete BEFORE DELETE ON case_file BEGIN SELECT RAISE(ABORT, 'case_file is append-only'); END;
CREATE TRIGGER case_file_no_update BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'case_file is append-only'); END;
CREATE TRIGGER case_file_one_row BEFORE INSERT ON case_file WHEN (SELECT count(*) FROM case_file) > 0 BEGIN SELECT RAISE(ABORT, 'case_file has its row'); END;
CREATE TRIGGER evidence_item_no_delete BEFORE DELETE ON evidence_item BEGIN SELECT RAISE(ABORT, 'evidence_item is append-only'); END;
CREATE TRIGGER evidence_item_no_update BEFORE UPDATE ON evidence_item BEGIN SELECT RAISE(ABORT, 'evidence_item is append-only'); END;
CREATE TRIGGER examination_no_delete BEFORE DELETE ON examination BEGIN SELECT RAISE(ABORT, 'examination is append-only'); END;
CREATE TRIGGER examination_no_update BEFORE UPDATE ON examination BEGIN SELECT RAISE(ABORT, 'examination is append-only'); END;
CREATE TRIGGER operation_finished_once BEFORE UPDATE ON operation WHEN OLD.finished IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.started IS NOT OLD.started BEGIN SELECT RAISE(ABORT, 'an operation is finished once'); END;
CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END;
CREATE TRIGGER probe_no_delete BEFORE DELETE ON probe BEGIN SELECT RAISE(ABORT, 'probe is append-only'); END;
CREATE TRIGGER probe_no_update BEFORE UPDATE ON probe BEGIN SELECT RAISE(ABORT, 'probe is append-only'); END;
CREATE TRIGGER region_no_delete BEFORE DELETE ON region BEGIN SELECT RAISE(ABORT, 'region is append-only'); END;
CREATE TRIGGER region_only_removed BEFORE UPDATE OF id, evidence_id, box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, right_eye_x, right_eye_y, alignment, drawn, confidence, created ON region BEGIN SELECT RAISE(ABORT, 'a region can only be marked removed'); END;
CREATE TRIGGER search_no_delete BEFORE DELETE ON search BEGIN SELECT RAISE(ABORT, 'search is append-only'); END;
CREATE TRIGGER search_no_update BEFORE UPDATE ON search BEGIN SELECT RAISE(ABORT, 'search is append-only'); END;
