#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks named lines of the engine, one at a time, and counts how many its tests catch.

    tests/mutants/run.py             all of mutants.json; exits 1 when fewer than 19 of 20 are caught
    tests/mutants/run.py --only TEXT those whose name or file contains TEXT
    tests/mutants/run.py --check     only that every mutant still applies to one place and names tests that exist

Works on a copy of the last commit under build/mutants, never on the sources themselves. Each mutant names the
tests that ought to catch it: only these are built and run, and the rest of the engine's tests only when they do
not. A mutant that does not compile proves nothing and counts as not caught. It runs at the lowest priority.
"""
import argparse
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
WORK = PROJECT / "build" / "mutants"
SOURCE = WORK / "source"
BUILD = WORK / "build"
NEEDED_SHARE = 19 / 20
OUTPUT_OF_A_FAILURE = 3000  # characters; the end says what went wrong


def sh(*command, timeout=3600):
    return subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", timeout=timeout, check=False)


def engine_tests(root):
    """As tests/CMakeLists.txt names them: engine/match/tst_snapshot.cpp is target and test match_snapshot."""
    return {f"{path.parent.name}_{path.stem.removeprefix('tst_')}" for path in root.glob("tests/engine/*/tst_*.cpp")}


def faults(mutants, root):
    """What is wrong with the list itself, as sentences."""
    tests = engine_tests(root)
    names = [mutant["name"] for mutant in mutants]
    found = [f"{name}: the name stands twice" for name in set(names) if names.count(name) > 1]
    for mutant in mutants:
        path = root / mutant["file"]
        count = path.read_text().count(mutant["find"]) if path.is_file() else 0
        if count != 1:
            found.append(f"{mutant['name']}: the text stands {count} times in {mutant['file']}")
        if "\n" in mutant["find"] or mutant["find"] == mutant["replace"]:
            found.append(f"{mutant['name']}: does not change one line")
        if not mutant["file"].startswith("engine/"):
            found.append(f"{mutant['name']}: is not of the engine")
        if not mutant["tests"]:
            found.append(f"{mutant['name']}: names no test")
        found += [f"{mutant['name']}: there is no test {test}" for test in mutant["tests"] if test not in tests]
    return found


def copy_commit():
    """Only the files that differ are written, so that an earlier build is not thrown away."""
    packed = subprocess.run(["git", "-C", PROJECT, "archive", "HEAD"], stdout=subprocess.PIPE, check=True).stdout
    wanted = set()
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in (m for m in archive if m.isfile()):
            target = SOURCE / member.name
            wanted.add(target)
            content = archive.extractfile(member).read()
            if not target.exists() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                target.chmod(member.mode)
    for path in [p for p in SOURCE.rglob("*") if not p.is_dir() and p not in wanted]:
        path.unlink()


def build(tests):
    """Nothing but what these tests need. Returns what the build said if it failed."""
    result = sh("ninja", "-C", BUILD, *sorted(tests))
    return result.stdout[-OUTPUT_OF_A_FAILURE:] if result.returncode else ""


def failing(tests):
    """The first tests that fail, or "a hang". Stops at the first; mutated code may never end, which fails too."""
    pattern = f"^({'|'.join(sorted(tests))})$"
    try:
        result = sh("ctest", "--test-dir", BUILD, "-j2", "--stop-on-failure", "--timeout", "300", "-R", pattern,
                    timeout=3000)
    except subprocess.TimeoutExpired:
        return "a hang"
    if result.returncode == 0 and "100% tests passed" in result.stdout:
        return ""
    reasons = re.findall(r"^\s*\d+ - (\S+) \((?!Not Run)([^)]*)\)", result.stdout, re.MULTILINE)
    return ", ".join(name if reason == "Failed" else f"{name} ({reason})" for name, reason in reasons) or \
        sys.exit(result.stdout[-OUTPUT_OF_A_FAILURE:])


def verdict(mutant, others):
    path = SOURCE / mutant["file"]
    original = path.read_text()
    path.write_text(original.replace(mutant["find"], mutant["replace"]))
    try:
        for tests in [set(mutant["tests"]), others - set(mutant["tests"])]:
            if tests and build(tests):
                return "DOES NOT COMPILE"
            if tests and (by := failing(tests)):
                return f"caught by {by}"
        return "SURVIVED"
    finally:
        path.write_text(original)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--named-tests-only", action="store_true", help="skip the rest of the engine's tests")
    arguments = parser.parse_args()

    mutants = json.loads((HERE / "mutants.json").read_text())
    if arguments.check:
        if found := faults(mutants, PROJECT):
            sys.exit("\n".join([*found, "The engine changed under these mutants: bring mutants.json after it."]))
        print(f"{len(mutants)} mutants, each applies to one place")
        return
    os.nice(19)
    mutants = [m for m in mutants if arguments.only in m["name"] + m["file"]]
    SOURCE.mkdir(parents=True, exist_ok=True)
    copy_commit()
    if found := faults(mutants, SOURCE):
        sys.exit("\n".join(found))

    linker = ["-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold"] if shutil.which("mold") else []
    setup = sh("cmake", "-S", SOURCE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", *linker)
    if setup.returncode:
        sys.exit(setup.stdout[-OUTPUT_OF_A_FAILURE:])
    others = set() if arguments.named_tests_only else engine_tests(SOURCE)
    tests = others | {t for m in mutants for t in m["tests"]}
    if said := build(tests):
        sys.exit(said)
    if by := failing(tests):
        sys.exit(f"fails without any mutant: {by}")

    caught = 0
    for mutant in mutants:
        start = time.monotonic()
        said = verdict(mutant, others)
        caught += said.startswith("caught")
        print(f"{mutant['file'].split('/')[1]:9} {mutant['name']:45} {said} ({time.monotonic() - start:.0f} s)",
              flush=True)
    print(f"{caught} of {len(mutants)} mutants caught")
    sys.exit(0 if caught >= NEEDED_SHARE * len(mutants) else 1)


if __name__ == "__main__":
    main()
