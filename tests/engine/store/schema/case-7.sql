CREATE INDEX operation_unfinished ON operation (id) WHERE finished IS NULL;
CREATE TABLE adjudication (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES verification_result (request_id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE TABLE analysis (
    id TEXT NOT NULL PRIMARY KEY,
    probe_id TEXT NOT NULL REFERENCES probe (id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
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
    distance REAL NOT NULL, frames_present INTEGER NOT NULL DEFAULT 1, normalised REAL, frequency REAL, frequency_low REAL, frequency_high REAL, look_alikes INTEGER, variations_kept INTEGER, variations INTEGER,
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
CREATE TABLE comparison_draft (
    about TEXT NOT NULL,
    actor TEXT NOT NULL,
    comparison TEXT NOT NULL,
    time TEXT NOT NULL,
    PRIMARY KEY (about, actor)
) STRICT;
CREATE TABLE derivation (
    id TEXT NOT NULL PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    frame INTEGER,
    edits TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    created TEXT NOT NULL,
    created_by TEXT NOT NULL
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
, frames INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE examination (
    id TEXT NOT NULL PRIMARY KEY,
    search_id TEXT NOT NULL,
    portrait_id TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    note TEXT NOT NULL,
    time TEXT NOT NULL,
    actor TEXT NOT NULL, document TEXT NOT NULL DEFAULT '', signed_by TEXT NOT NULL DEFAULT '', key TEXT NOT NULL DEFAULT '', signature TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (search_id, portrait_id) REFERENCES candidate (search_id, portrait_id)
) STRICT;
CREATE TABLE face_track (
    scan_id TEXT NOT NULL REFERENCES scan (id),
    number INTEGER NOT NULL,
    first_frame INTEGER NOT NULL,
    last_frame INTEGER NOT NULL,
    best_frame INTEGER NOT NULL,
    best_face TEXT NOT NULL,
    boxes TEXT NOT NULL,
    chosen INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (scan_id, number)
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
CREATE TABLE list_view (
    number INTEGER PRIMARY KEY,
    search_id TEXT NOT NULL REFERENCES search (id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE TABLE null_result (
    number INTEGER PRIMARY KEY,
    search_id TEXT NOT NULL REFERENCES search (id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
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
CREATE TABLE override (
    number INTEGER PRIMARY KEY,
    probe_id TEXT NOT NULL REFERENCES probe (id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
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
, frame INTEGER, derivation_id TEXT REFERENCES derivation (id)) STRICT;
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
, frame INTEGER, derivation_id TEXT REFERENCES derivation (id)) STRICT;
CREATE TABLE scan (
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
, probe_kind TEXT NOT NULL DEFAULT 'photograph', excluded_references TEXT NOT NULL DEFAULT '[]', past_retention_left_out INTEGER NOT NULL DEFAULT 0, further_probes TEXT NOT NULL DEFAULT '[]', calibration TEXT) STRICT;
CREATE TABLE verification_request (
    id TEXT NOT NULL PRIMARY KEY,
    examination_id TEXT NOT NULL REFERENCES examination (id),
    search_id TEXT NOT NULL,
    probe_id TEXT NOT NULL REFERENCES probe (id),
    portrait_id TEXT NOT NULL,
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL,
    FOREIGN KEY (search_id, portrait_id) REFERENCES candidate (search_id, portrait_id)
) STRICT;
CREATE TABLE verification_result (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES verification_request (id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE TABLE verification_taken (
    number INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES verification_request (id),
    document TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE TABLE video_index (
    evidence_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence_item (id),
    version INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    made TEXT NOT NULL
) STRICT;
CREATE TRIGGER adjudication_no_delete BEFORE DELETE ON adjudication BEGIN SELECT RAISE(ABORT, 'adjudication is append-only'); END;
CREATE TRIGGER adjudication_no_update BEFORE UPDATE ON adjudication BEGIN SELECT RAISE(ABORT, 'adjudication is append-only'); END;
CREATE TRIGGER analysis_no_delete BEFORE DELETE ON analysis BEGIN SELECT RAISE(ABORT, 'analysis is append-only'); END;
CREATE TRIGGER analysis_no_update BEFORE UPDATE ON analysis BEGIN SELECT RAISE(ABORT, 'analysis is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER candidate_decision_no_delete BEFORE DELETE ON candidate_decision BEGIN SELECT RAISE(ABORT, 'candidate_decision is append-only'); END;
CREATE TRIGGER candidate_decision_no_update BEFORE UPDATE ON candidate_decision BEGIN SELECT RAISE(ABORT, 'candidate_decision is append-only'); END;
CREATE TRIGGER candidate_no_delete BEFORE DELETE ON candidate BEGIN SELECT RAISE(ABORT, 'candidate is append-only'); END;
CREATE TRIGGER candidate_no_update BEFORE UPDATE ON candidate BEGIN SELECT RAISE(ABORT, 'candidate is append-only'); END;
CREATE TRIGGER case_file_no_delete BEFORE DELETE ON case_file BEGIN SELECT RAISE(ABORT, 'case_file is append-only'); END;
CREATE TRIGGER case_file_no_update BEFORE UPDATE ON case_file BEGIN SELECT RAISE(ABORT, 'case_file is append-only'); END;
CREATE TRIGGER case_file_one_row BEFORE INSERT ON case_file WHEN (SELECT count(*) FROM case_file) > 0 BEGIN SELECT RAISE(ABORT, 'case_file has its row'); END;
CREATE TRIGGER derivation_no_delete BEFORE DELETE ON derivation BEGIN SELECT RAISE(ABORT, 'derivation is append-only'); END;
CREATE TRIGGER derivation_no_update BEFORE UPDATE ON derivation BEGIN SELECT RAISE(ABORT, 'derivation is append-only'); END;
CREATE TRIGGER evidence_item_no_delete BEFORE DELETE ON evidence_item BEGIN SELECT RAISE(ABORT, 'evidence_item is append-only'); END;
CREATE TRIGGER evidence_item_no_update BEFORE UPDATE ON evidence_item BEGIN SELECT RAISE(ABORT, 'evidence_item is append-only'); END;
CREATE TRIGGER examination_no_delete BEFORE DELETE ON examination BEGIN SELECT RAISE(ABORT, 'examination is append-only'); END;
CREATE TRIGGER examination_no_update BEFORE UPDATE ON examination BEGIN SELECT RAISE(ABORT, 'examination is append-only'); END;
CREATE TRIGGER list_view_no_delete BEFORE DELETE ON list_view BEGIN SELECT RAISE(ABORT, 'list_view is append-only'); END;
CREATE TRIGGER list_view_no_update BEFORE UPDATE ON list_view BEGIN SELECT RAISE(ABORT, 'list_view is append-only'); END;
CREATE TRIGGER null_result_no_delete BEFORE DELETE ON null_result BEGIN SELECT RAISE(ABORT, 'null_result is append-only'); END;
CREATE TRIGGER null_result_no_update BEFORE UPDATE ON null_result BEGIN SELECT RAISE(ABORT, 'null_result is append-only'); END;
CREATE TRIGGER operation_finished_once BEFORE UPDATE ON operation WHEN OLD.finished IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.started IS NOT OLD.started BEGIN SELECT RAISE(ABORT, 'an operation is finished once'); END;
CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'operation is append-only'); END;
CREATE TRIGGER override_no_delete BEFORE DELETE ON override BEGIN SELECT RAISE(ABORT, 'override is append-only'); END;
CREATE TRIGGER override_no_update BEFORE UPDATE ON override BEGIN SELECT RAISE(ABORT, 'override is append-only'); END;
CREATE TRIGGER probe_no_delete BEFORE DELETE ON probe BEGIN SELECT RAISE(ABORT, 'probe is append-only'); END;
CREATE TRIGGER probe_no_update BEFORE UPDATE ON probe BEGIN SELECT RAISE(ABORT, 'probe is append-only'); END;
CREATE TRIGGER region_no_delete BEFORE DELETE ON region BEGIN SELECT RAISE(ABORT, 'region is append-only'); END;
CREATE TRIGGER region_only_removed BEFORE UPDATE OF id, evidence_id, box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, right_eye_x, right_eye_y, alignment, drawn, confidence, created ON region BEGIN SELECT RAISE(ABORT, 'a region can only be marked removed'); END;
CREATE TRIGGER region_picture_stays BEFORE UPDATE OF frame, derivation_id ON region BEGIN SELECT RAISE(ABORT, 'a region can only be marked removed'); END;
CREATE TRIGGER scan_closed BEFORE UPDATE ON scan WHEN OLD.state = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed scan stays'); END;
CREATE TRIGGER scan_is_what_it_was BEFORE UPDATE OF id, evidence_id, settings, engine, created, actor ON scan BEGIN SELECT RAISE(ABORT, 'a scan is of what it was'); END;
CREATE TRIGGER scan_no_delete BEFORE DELETE ON scan BEGIN SELECT RAISE(ABORT, 'scan is append-only'); END;
CREATE TRIGGER search_no_delete BEFORE DELETE ON search BEGIN SELECT RAISE(ABORT, 'search is append-only'); END;
CREATE TRIGGER search_no_update BEFORE UPDATE ON search BEGIN SELECT RAISE(ABORT, 'search is append-only'); END;
CREATE TRIGGER verification_request_no_delete BEFORE DELETE ON verification_request BEGIN SELECT RAISE(ABORT, 'verification_request is append-only'); END;
CREATE TRIGGER verification_request_no_update BEFORE UPDATE ON verification_request BEGIN SELECT RAISE(ABORT, 'verification_request is append-only'); END;
CREATE TRIGGER verification_result_no_delete BEFORE DELETE ON verification_result BEGIN SELECT RAISE(ABORT, 'verification_result is append-only'); END;
CREATE TRIGGER verification_result_no_update BEFORE UPDATE ON verification_result BEGIN SELECT RAISE(ABORT, 'verification_result is append-only'); END;
CREATE TRIGGER verification_taken_no_delete BEFORE DELETE ON verification_taken BEGIN SELECT RAISE(ABORT, 'verification_taken is append-only'); END;
CREATE TRIGGER verification_taken_no_update BEFORE UPDATE ON verification_taken BEGIN SELECT RAISE(ABORT, 'verification_taken is append-only'); END;
CREATE TRIGGER video_index_no_delete BEFORE DELETE ON video_index BEGIN SELECT RAISE(ABORT, 'video_index is append-only'); END;
CREATE TRIGGER video_index_no_update BEFORE UPDATE ON video_index BEGIN SELECT RAISE(ABORT, 'video_index is append-only'); END;
