# SPDX-License-Identifier: GPL-3.0-or-later
"""A second verifier, from engine/audit/FORMAT.md alone: Python's standard library and nothing of Likeness.

    python3 likeness_verify.py [--head COUNT:HASH] CASE_FOLDER      chain, head, evidence, signed records
    python3 likeness_verify.py [--head COUNT:HASH] --log FILE       an exported audit log

Prints one JSON object {"sound", "undecidable", "entries", "head", "findings": [[kind, detail], ...]}; ends with
0 when sound, 1 when not, 2 when it cannot be checked. Signatures are checked with the keys that stand beside
them; whose keys these are is not known here."""

import argparse
import hashlib
import json
import math
import re
import shutil
import sqlite3
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

LOG_ENTRY = re.compile(rb'\{"entry":(\{.*\}),"hash":"([0-9a-f]{64})"\}', re.DOTALL)
RECORDS = ("analysis", "examination", "verification_request", "verification_taken", "verification_result",
           "adjudication", "null_result", "override", "list_view")


class Wrong(Exception):
    """Something is not as recorded: kind, detail."""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def number(value):
    """As RFC 8785 wants it; Python's repr has the same shortest digits."""
    value = float(value)
    if not math.isfinite(value) or value == 0:
        return "null" if value else "0"
    shortest = Decimal(repr(abs(value)))
    digits = "".join(map(str, shortest.as_tuple().digits)).rstrip("0")
    exponent, sign = shortest.adjusted(), "-" if value < 0 else ""
    if exponent >= 21 or exponent < -6:
        return f"{sign}{digits[0]}{'.' if digits[1:] else ''}{digits[1:]}e{exponent:+}"
    if exponent < 0:
        return sign + "0." + "0" * (-exponent - 1) + digits
    digits = digits.ljust(exponent + 1, "0")
    return sign + digits[:exponent + 1] + ("." if digits[exponent + 1:] else "") + digits[exponent + 1:]


def canonical(value):
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"


def parse(text, what):
    """The object of a text that is its own canonical form."""
    try:
        value = json.loads(text)
        data = text if isinstance(text, bytes) else text.encode()
        if isinstance(value, dict) and canonical(value).encode() == data:
            return value
    except (ValueError, OverflowError, RecursionError):
        pass
    raise Wrong("chain-broken", f"{what} is not in canonical form")


P = 2**255 - 19  # Ed25519, RFC 8032
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    return ((f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def decode(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(data, key, signature):
    if not re.fullmatch(r"[0-9a-f]{64}", key) or not re.fullmatch(r"[0-9a-f]{128}", signature):
        return False
    key, signature = bytes.fromhex(key), bytes.fromhex(signature)
    a, r, s = decode(key), decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + data).digest(), "little") % ORDER
    left, right = multiply(s, BASE), add(r, multiply(k, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


class Chain:
    def __init__(self):
        self.hashes = ["0" * 64]
        self.first = None
        self.seals = []
        self.files = set()

    def add(self, entry, sealed):
        place = len(self.hashes)
        if set(entry) != {"act", "actor", "details", "host", "number", "previous", "subject", "time"}:
            raise Wrong("chain-broken", f"entry {place} has other fields")
        if entry["number"] != place or entry["previous"] != self.hashes[-1]:
            raise Wrong("chain-broken", f"entry {place} does not follow the one before")
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", str(entry["time"])):
            raise Wrong("chain-broken", f"entry {place} has no time")
        if sha256(canonical(entry).encode()) != sealed:
            raise Wrong("chain-broken", f"entry {place} does not have its hash")
        details = entry["details"]
        if entry["act"] == "head-signed":
            head = canonical({"count": place - 1, "hash": self.hashes[-1]})
            key, signature = details.get("key", ""), details.get("signature", "")
            if (details != {"count": place - 1, "hash": self.hashes[-1], "key": key, "signature": signature}
                    or not signature_holds(head.encode(), key, signature)):
                raise Wrong("signature-wrong", f"signed head at entry {place}")
        if entry["act"] == "evidence-added":
            self.files.add(details.get("sha256"))
        self.seals += details.get("records", [])
        self.first = self.first or entry
        self.hashes.append(sealed)

    def head(self):
        return {"count": len(self.hashes) - 1, "hash": self.hashes[-1]}

    def compare(self, count, known):
        """With a head that is known from elsewhere."""
        if count >= len(self.hashes):
            raise Wrong("rolled-back", f"entry {count} is known and missing")
        if self.hashes[count] != known:
            raise Wrong("forked", f"entry {count} is known with another hash")


def check_log(data):
    """The chain of an exported log, which holds."""
    lines = data.split(b"\n")
    if lines.pop() or len(lines) < 2:
        raise Wrong("log-broken", "the log is cut off")
    entries = [LOG_ENTRY.fullmatch(line) for line in lines[1:-1]]
    for place, entry in enumerate(entries, 1):
        if not entry or sha256(entry[1]) != entry[2].decode():
            raise Wrong("log-broken", f"line {place + 1}")
    start, end = parse(lines[0], "line 1"), parse(lines[-1], "the last line")
    if start != {"format": "likeness-audit-log-1", "id": start.get("id"), "kind": start.get("kind")}:
        raise Wrong("log-broken", "line 1")
    chain = Chain()
    for entry in entries:
        chain.add(parse(entry[1], "an entry"), entry[2].decode())
    if chain.first and start["kind"] != "workstation" and chain.first["subject"] != start["id"]:
        raise Wrong("log-broken", "the log is of another case than its first line says")
    key, signature = end.get("key"), end.get("signature")
    del start["format"]
    if end != start | {"head": chain.head(), "key": key, "signature": signature}:
        raise Wrong("log-broken", "the last line is not the head of this log")
    training = chain.first is None or chain.first["details"].get("training", True)
    must = key or signature or not training
    if must and not signature_holds(canonical(chain.head()).encode(), key, signature):
        raise Wrong("log-broken", "the signature of the head")
    return chain


def check_case(folder, findings):
    """The chain of a case folder, as far as it holds; what does not hold is added to the findings."""
    head = (folder / "audit.head").read_bytes() if (folder / "audit.head").is_file() else b""
    chain = Chain()
    with tempfile.TemporaryDirectory() as copy:
        shutil.copy(folder / "case.sqlite", copy)
        if (folder / "case.sqlite-wal").exists():
            shutil.copy(folder / "case.sqlite-wal", copy)
        database = sqlite3.connect(f"{copy}/case.sqlite")
        attempt(findings, read_chain, database, chain)
        attempt(findings, read_head, head, chain)
        check_evidence(folder, database, chain, findings)
        if database.execute("PRAGMA user_version").fetchone()[0] >= 3:
            check_records(database, chain, findings)
        database.close()
    return chain


def attempt(findings, step, *values):
    try:
        step(*values)
    except Wrong as wrong:
        findings.append(list(wrong.args))


def read_chain(database, chain):
    fields = ("number", "time", "actor", "host", "act", "subject", "details", "previous")
    select = f"SELECT {','.join(fields)}, hash FROM audit_entry ORDER BY number"
    for *values, sealed in database.execute(select):
        entry = dict(zip(fields, values))
        entry["details"] = parse(entry["details"], f"the details of entry {values[0]}")
        chain.add(entry, sealed)


def read_head(text, chain):
    form = re.fullmatch(rb'\{"count":(0|[1-9]\d*),"hash":"([0-9a-f]{64})"\}\n', text)
    if not form:
        raise Wrong("head-unreadable", "audit.head")
    if int(form[1]) >= len(chain.hashes) or chain.hashes[int(form[1])] != form[2].decode():
        raise Wrong("chain-broken", "audit.head is not of these entries")


def check_evidence(folder, database, chain, findings):
    recorded = dict(database.execute("SELECT sha256, bytes FROM evidence_item"))
    for name, size in recorded.items():
        file = folder / "evidence" / name
        if file.is_symlink() or not file.is_file():
            findings.append(["file-changed" if file.is_symlink() else "file-missing", name])
        elif sha256(file.read_bytes()) != name:
            findings.append(["file-changed", name])
        elif file.stat().st_size != size:
            findings.append(["size-differs", name])
    findings += [["record-not-entered", name] for name in set(recorded) - chain.files]
    findings += [["record-missing", name] for name in chain.files - set(recorded)]
    for file in sorted((folder / "evidence").iterdir()):
        if file.name in recorded or file.name in chain.files or file.name.startswith(".incoming-"):
            continue
        if not file.is_file() or sha256(file.read_bytes()) != file.name:
            findings.append(["file-not-recorded", file.name])


def check_records(database, chain, findings):
    training = database.execute("SELECT training FROM case_file").fetchone()[0]
    seals = list(chain.seals)
    for table in RECORDS:
        for text, account, key, value in database.execute(
                f"SELECT document, signed_by, key, signature FROM {table} WHERE document <> ''"):
            signature = canonical({"account": account, "key": key, "value": value})
            seal = sha256(f'{{"document":{text},"signature":{signature}}}'.encode())
            if seal not in seals:
                findings.append(["signed-record-not-entered", table])
                continue
            seals.remove(seal)
            if table not in ("verification_taken", "list_view") and (value or not training):
                if account != json.loads(text).get("actor") or not signature_holds(text.encode(), key, value):
                    findings.append(["signature-wrong", table])
    findings += [["signed-record-missing", seal] for seal in seals]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--log", type=Path)
    arguments.add_argument("--head", default="")
    arguments.add_argument("folder", nargs="?", type=Path)
    chosen = arguments.parse_args()
    findings, chain = [], Chain()
    try:
        chain = check_log(chosen.log.read_bytes()) if chosen.log else check_case(chosen.folder, findings)
        if chosen.head:
            count, _, known = chosen.head.partition(":")
            chain.compare(int(count), known)
    except Wrong as wrong:
        findings.append(list(wrong.args))
    except sqlite3.DatabaseError as error:
        findings.append(["database-damaged", str(error)])
    except (OSError, TypeError) as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps({"sound": not findings, "undecidable": not chosen.head, "entries": len(chain.hashes) - 1,
                      "head": chain.hashes[-1], "findings": findings}))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
