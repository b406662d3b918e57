# SPDX-License-Identifier: GPL-3.0-or-later
"""The installer: its packages bring nothing that must stay out, and installer/fetch keeps only what it checked."""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["LIKENESS_SOURCE_DIR"])
NEVER = re.compile(r"^Inst (\S*qt5\S*|libopencv-(?:highgui|imgcodecs|videoio)\S*) ", re.MULTILINE)
TOOLS = ("awk", "bash", "cat", "chmod", "cp", "cut", "dirname", "env", "getent", "gzip", "id", "mkdir", "mktemp", "mv",
         "nproc", "readlink", "rm", "sed", "sh", "sha256sum", "sync", "tar", "uname")


def digest(content):
    return hashlib.sha256(content).hexdigest()


def sections():
    """Section -> package names of installer/packages."""
    found, current = {}, None
    for line in (SOURCE / "installer/packages").read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), [])
        elif line:
            current.append(line)
    return found


class OwnTools(unittest.TestCase):
    """A test whose scripts see only the plain tools, and what it puts beside them."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = Path(holder.name)
        self.data = self.root / "data with spaces"
        self.tools = self.root / "tools"
        self.tools.mkdir()
        for tool in TOOLS:
            (self.tools / tool).symlink_to(shutil.which(tool))
        (self.tools / "python3").symlink_to(os.path.realpath(sys.executable))

    def tool(self, name, *lines):
        file = self.tools / name
        file.unlink(missing_ok=True)
        file.write_text("\n".join(("#!/usr/bin/env bash",) + lines) + "\n", encoding="utf-8")
        file.chmod(0o755)

    def run_script(self, script, *arguments, **environment):
        return subprocess.run([script, *arguments], capture_output=True, text=True, check=False,
                              stdin=subprocess.DEVNULL,
                              env={"PATH": str(self.tools), "LIKENESS_DATA": str(self.data)} | environment)


class Packages(unittest.TestCase):
    def resolve(self, packages):
        """What apt would install for them on a system that has nothing."""
        return subprocess.run(["apt-get", "--simulate", "-o", "Dir::State::status=/dev/null",
                               "--no-install-recommends", "install", *packages],
                              capture_output=True, text=True, check=False)

    def setUp(self):
        if not shutil.which("apt-get"):
            self.skipTest("there is no apt-get here")
        if self.resolve(["libc6"]).returncode != 0:
            self.skipTest("apt has no package lists here: run apt-get update")

    def test_no_package_brings_what_must_stay_out(self):
        packages = [package for names in sections().values() for package in names]
        self.assertEqual(len(packages), len(set(packages)), "a package is named twice")
        result = self.resolve(packages)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("Inst libqt6core6 ", result.stdout)
        self.assertIn("Inst libopenblas0-pthread ", result.stdout)
        self.assertEqual(NEVER.findall(result.stdout), [])

    def test_the_check_sees_qt5(self):
        result = self.resolve(["libopencv-dev"])
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(NEVER.findall(result.stdout))


class Fetch(OwnTools):
    """installer/fetch with a manifest of two small packages and an npm that hands out archives from a folder."""

    def setUp(self):
        super().setUp()
        self.temporary = self.root / "tmp"
        self.temporary.mkdir()
        (self.root / "registry").mkdir()
        self.files = {"models/a.dat": b"weights" * 1000, "models/b.dat": b"more weights", "samples/c.jpg": b"picture"}
        self.manifest = {"packages": [self.package("plain", "1.0.0", ["models/a.dat", "models/b.dat"]),
                                      self.package("@scope/pictures", "2.1.0", ["samples/c.jpg"])]}

    def archive_path(self, name, version):
        return self.root / "registry" / f"{name.strip('@').replace('/', '-')}-{version}.tgz"

    def package(self, name, version, paths):
        path = self.archive_path(name, version)
        with tarfile.open(path, "w:gz") as archive:
            for to in paths:
                entry = tarfile.TarInfo("package/" + to)
                entry.size = len(self.files[to])
                archive.addfile(entry, io.BytesIO(self.files[to]))
        return {"name": name, "version": version, "sha256": digest(path.read_bytes()),
                "files": [{"path": "package/" + to, "to": to, "sha256": digest(self.files[to])} for to in paths]}

    def install_npm(self):
        self.tool("npm", f"printf '%s\\n' \"$*\" >>'{self.root}/npm-calls'",
                  "name=${*: -1}; version=${name##*@}; name=${name%@*}; name=${name#@}",
                  f"cp \"{self.root}/registry/${{name/\\//-}}-$version.tgz\" .")

    def npm_calls(self):
        calls = self.root / "npm-calls"
        return calls.read_text().splitlines() if calls.exists() else []

    def fetch(self, *options):
        manifest = self.root / "manifest.json"
        manifest.write_text(json.dumps(self.manifest), encoding="utf-8")
        result = self.run_script(SOURCE / "installer/fetch", *options, manifest, TMPDIR=str(self.temporary))
        self.assertEqual(list(self.temporary.iterdir()), [], "temporary files were left behind")
        return result

    def kept(self):
        return {file.relative_to(self.data).as_posix(): file.read_bytes()
                for file in self.data.rglob("*") if file.is_file()}

    def assert_refused(self, result, *words):
        self.assertNotEqual(result.returncode, 0)
        for word in words:
            self.assertIn(word, result.stderr)
        self.assertNotIn("Traceback", result.stderr)
        self.assertEqual(self.kept(), {})

    def test_files_are_put_in_place(self):
        self.install_npm()
        result = self.fetch()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.kept(), self.files)
        self.assertEqual(len(self.npm_calls()), 2, "each package is fetched once")
        for call in self.npm_calls():
            self.assertIn("--ignore-scripts", call)

    def test_complete_files_need_no_npm(self):
        self.install_npm()
        self.fetch()
        (self.tools / "npm").unlink()
        for options in ((), ("--complete",)):
            self.assertEqual(self.fetch(*options).returncode, 0)
        self.assertEqual(self.kept(), self.files)

    def test_only_what_is_damaged_is_fetched_again(self):
        self.install_npm()
        self.fetch()
        (self.data / "samples/c.jpg").write_bytes(b"damaged")
        (self.root / "npm-calls").unlink()
        self.assertNotEqual(self.fetch("--complete").returncode, 0)
        self.assertEqual(self.fetch().returncode, 0)
        self.assertEqual(self.kept(), self.files)
        self.assertEqual(len(self.npm_calls()), 1)

    def test_an_archive_with_a_wrong_hash_is_refused(self):
        self.install_npm()
        expected = self.manifest["packages"][1]["sha256"]
        path = self.archive_path("@scope/pictures", "2.1.0")
        path.write_bytes(path.read_bytes() + b"\0")
        self.assert_refused(self.fetch(), "@scope/pictures 2.1.0", expected, digest(path.read_bytes()),
                            "Nothing was kept")

    def test_a_file_with_a_wrong_hash_is_refused(self):
        self.install_npm()
        self.manifest["packages"][0]["files"][1]["sha256"] = "0" * 64
        self.assert_refused(self.fetch(), "models/b.dat", "0" * 64, digest(self.files["models/b.dat"]),
                            "Nothing was kept")

    def test_a_file_that_the_archive_lacks_is_named(self):
        self.install_npm()
        self.manifest["packages"][0]["files"][0]["path"] = "package/elsewhere.dat"
        self.assert_refused(self.fetch(), "package/elsewhere.dat", "plain 1.0.0")

    def test_an_unreachable_package_is_named(self):
        self.install_npm()
        self.archive_path("plain", "1.0.0").unlink()
        self.assert_refused(self.fetch(), "npm could not fetch plain 1.0.0")

    def test_a_missing_npm_is_named(self):
        self.assert_refused(self.fetch(), "npm")

    def test_a_broken_manifest_is_named(self):
        self.install_npm()
        self.manifest = {"packages": [{"name": "plain"}]}
        result = self.fetch()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("manifest.json cannot be understood", result.stderr)
        self.assertNotIn("Traceback", result.stderr)

    def test_a_folder_that_cannot_be_written_is_named(self):
        self.install_npm()
        self.data.write_text("a file where the folder should be")
        result = self.fetch()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("cannot be made", result.stderr)

    def test_without_other_word_the_data_directory_is_in_the_cache(self):
        for environment, expected in (({"HOME": "/h"}, "/h/.cache/likeness"),
                                      ({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "/c/likeness"),
                                      ({"HOME": "/h", "LIKENESS_DATA": "/d"}, "/d")):
            result = subprocess.run(["bash", "-c", ". installer/common.sh; data_directory"], cwd=SOURCE,
                                    capture_output=True, text=True, check=True,
                                    env={"PATH": os.environ["PATH"]} | environment)
            self.assertEqual(result.stdout.strip(), expected)


class Commands(OwnTools):
    """installer/setup, run and test in a copy of the project, with systems made of scripts that note their calls."""

    def setUp(self):
        super().setUp()
        self.project = self.root / "project"
        shutil.copytree(SOURCE / "installer", self.project / "installer")
        (self.project / "resources").mkdir()
        self.write_manifest(digest(b"weights"))
        self.data.mkdir()
        (self.data / "a.dat").write_bytes(b"weights")
        self.installed, self.calls = self.root / "installed", self.root / "calls"
        self.installed.write_text("".join(f"{name}\n" for names in sections().values() for name in names))
        self.note = f"printf '%s\\n' \"${{0##*/}} $*\" >>'{self.calls}'"
        self.tool("id", "echo 0")
        self.tool("dpkg-query", "while read -r name; do [ \"$name\" != \"${*: -1}\" ] || { echo 'ii '; exit; }; done"
                                f" <'{self.installed}'; exit 1")
        self.tool("apt-get", self.note, f"printf '%s\\n' \"$DEBIAN_FRONTEND\" >>'{self.root}/frontend'")
        self.tool("cmake", self.note)
        self.tool("ctest", self.note, "echo '100% tests passed'")
        programs = self.project / "build/release/bin"
        programs.mkdir(parents=True)
        self.tool("likeness", self.note + '; echo "platform ${QT_QPA_PLATFORM:-of the desktop}"')
        shutil.move(self.tools / "likeness", programs)

    def write_manifest(self, file_digest):
        (self.project / "resources/models.json").write_text(json.dumps({"packages": [
            {"name": "a", "version": "1", "sha256": "0", "files": [
                {"path": "a.dat", "to": "a.dat", "sha256": file_digest}]}]}), encoding="utf-8")

    def run_command(self, name, *arguments, **environment):
        return self.run_script(self.project / "installer" / name, *arguments, **environment)

    def called(self, program):
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        return [line for line in lines if line.split()[0] == program]

    def test_nothing_is_installed_where_all_is_there(self):
        result = self.run_command("setup")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_only_missing_packages_are_installed_and_nobody_is_asked(self):
        self.installed.write_text(self.installed.read_text().replace("cmake\n", "").replace("python3\n", ""))
        result = self.run_command("setup")
        self.assertEqual(result.returncode, 0, result.stderr)
        update, install = self.called("apt-get")
        self.assertIn("update", update)
        self.assertTrue(install.endswith(" cmake python3"), install)
        self.assertIn(" -y --no-install-recommends ", install)
        self.assertEqual(set((self.root / "frontend").read_text().split()), {"noninteractive"})

    def test_a_failed_installation_stops_everything(self):
        self.installed.write_text("")
        self.tool("apt-get", self.note, "exit 100")
        for command in ("setup", "run", "test"):
            result = self.run_command(command)
            self.assertNotEqual(result.returncode, 0)
            self.assertIn("could not be installed", result.stderr)
        self.assertEqual(self.called("cmake"), [])

    def test_without_root_and_sudo_the_person_is_told_what_to_run(self):
        self.installed.write_text(self.installed.read_text().replace("cmake\n", ""))
        self.tool("id", "echo 4000000000")  # in no list of users either, as in some containers
        result = self.run_command("setup")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("apt-get install cmake", result.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_debians_npm_is_installed_only_where_there_is_none_and_files_are_missing(self):
        self.write_manifest("0")
        self.run_command("setup")
        self.assertEqual([call.split()[-1] for call in self.called("apt-get")], ["-q", "npm"])
        self.calls.unlink()
        self.tool("npm", "exit 1")
        result = self.run_command("setup")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("npm could not fetch a 1", result.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_run_opens_the_sample_case_on_a_display(self):
        for display in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}):
            result = self.run_command("run", **display)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(self.called("likeness")[-1], "likeness --sample-case")
            self.assertIn("platform of the desktop", result.stdout)

    def test_run_plays_the_sample_case_without_a_display(self):
        result = self.run_command("run")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(self.called("likeness"), ["likeness --play-sample out/sample"])
        self.assertIn("platform offscreen", result.stdout)
        self.assertTrue((self.project / "out/sample").is_dir())

    def test_a_failed_build_starts_nothing(self):
        self.tool("cmake", self.note, '[ "$1" != --build ]')
        for command in ("run", "test"):
            self.assertNotEqual(self.run_command(command).returncode, 0)
        self.assertEqual(self.called("likeness") + self.called("ctest"), [])

    def test_test_ends_with_the_summary_and_the_code_of_the_tests(self):
        for arguments, preset in (((), "release"), (("asan",), "asan")):
            result = self.run_command("test", *arguments)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(result.stdout.splitlines()[-1], "100% tests passed")
            self.assertIn(f"--preset {preset} ", self.called("ctest")[-1])
        self.tool("ctest", "exit 8")
        self.assertEqual(self.run_command("test").returncode, 8)

    def test_test_refuses_an_unknown_preset(self):
        result = self.run_command("test", "fast")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn('"fast"', result.stderr)
        self.assertEqual(self.calls.exists(), False)


if __name__ == "__main__":
    unittest.main()
