# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs load: never Qt 5 nor the OpenCV modules that bring it, linked or through a plugin."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

BIN = Path(os.environ["LIKENESS_BIN_DIR"])
PROGRAMS = ("likeness", "likeness-cli", "likeness-verify", "likeness-decode")
NEVER = re.compile(r"libQt5|libopencv_(?:highgui|imgcodecs|videoio)")
NOT_FOR_THE_AUDITOR = re.compile(r"libQt6(?:Gui|Widgets|Network)|libdlib|libopencv|libblas|libexiv2")
ONLY_FOR_THE_DECODER = re.compile(r"libexiv2|libheif|libav(?:format|codec)|libswscale")


def executables():
    for file in sorted(BIN.rglob("*")):
        if file.is_file() and os.access(file, os.X_OK):
            with file.open("rb") as content:
                if content.read(4) == b"\x7fELF":
                    yield file


def needed(program):
    """What the program asks for by itself, and where: programs that ask for the same are linked to the same."""
    dynamic = subprocess.run(["readelf", "--dynamic", "--wide", program], capture_output=True, text=True, check=True)
    return tuple(re.findall(r"\((?:NEEDED|RUNPATH|RPATH)\)\s+(.*)", dynamic.stdout))


def linked(program):
    """Name -> path of every library the program is linked to, through others too."""
    listing = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    if "not found" in listing:
        raise AssertionError(f"{program} misses a library:\n{listing}")
    return dict(re.findall(r"^\s*(\S+) => (\S+)", listing, re.MULTILINE))


def loaded(folder, *command, **environment):
    """Every library that a run of the command opened, and the finished process."""
    run = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                         env=os.environ | environment | {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": f"{folder}/files"})
    traces = "".join(file.read_text(errors="replace") for file in Path(folder).glob("files.*"))
    return set(re.findall(r"calling init: (\S+)", traces)), run


class Linkage(unittest.TestCase):
    def test_the_programs_are_built(self):
        for name in PROGRAMS:
            self.assertTrue((BIN / name).is_file(), f"{name} is not built")

    def test_no_program_links_what_must_stay_out(self):
        programs = list(executables())
        self.assertGreater(len(programs), len(PROGRAMS))
        libraries = {}
        for program in programs:
            with self.subTest(program=program.name):
                asked = needed(program)
                self.assertTrue(asked, "it is linked to nothing: the list is empty")
                if asked not in libraries:
                    libraries[asked] = linked(program)
                self.assertEqual([name for name in libraries[asked] if NEVER.search(name)], [])

    def test_the_auditors_program_links_no_window_and_no_face_engine(self):
        self.assertEqual([name for name in linked(BIN / "likeness-verify") if NOT_FOR_THE_AUDITOR.search(name)], [])

    def test_only_the_decoder_links_what_reads_files_of_strangers(self):
        for name in PROGRAMS:
            found = [library for library in linked(BIN / name) if ONLY_FOR_THE_DECODER.search(library)]
            self.assertEqual(bool(found), name == "likeness-decode", f"{name}: {found}")

    def test_the_check_sees_libraries(self):
        libraries = linked(BIN / "likeness")
        self.assertTrue(any(name.startswith("libQt6Widgets") for name in libraries), libraries)
        self.assertTrue(any(name.startswith("libopencv_imgproc") for name in libraries), libraries)
        self.assertTrue(NEVER.search("libQt5Core.so.5") and NEVER.search("libopencv_imgcodecs.so.406"))

    def test_the_fast_blas_is_used(self):
        self.assertIn("openblas", os.path.realpath(linked(BIN / "likeness")["libblas.so.3"]))

    def test_a_whole_sample_journey_loads_nothing_that_must_stay_out(self):
        with tempfile.TemporaryDirectory() as folder:
            libraries, run = loaded(folder, str(BIN / "likeness"), "--play-sample", f"{folder}/sample",
                                    QT_QPA_PLATFORM="offscreen")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertTrue(any("libqoffscreen" in path for path in libraries), "no plugin was seen: the trace is empty")
        self.assertTrue(any("libqsqlite" in path for path in libraries), "the journey opened no database")
        self.assertEqual([path for path in sorted(libraries) if NEVER.search(path)], [])


if __name__ == "__main__":
    for tool in ("ldd", "readelf"):
        if not shutil.which(tool):
            raise SystemExit(f"{tool} is missing: nothing can be checked")
    unittest.main()
