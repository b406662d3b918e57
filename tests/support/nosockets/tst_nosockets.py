# SPDX-License-Identifier: GPL-3.0-or-later
"""Under nosockets no program opens an internet socket, neither do its children, and all else works."""

import os
import subprocess
import sys
import unittest

NOSOCKETS = os.environ["LIKENESS_NOSOCKETS"]

OPEN = """
import errno, socket, sys
family, kind = getattr(socket, sys.argv[1]), getattr(socket, sys.argv[2])
try:
    socket.socket(family, kind).close()
except OSError as error:
    sys.exit(errno.errorcode[error.errno])
"""


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


class NoSockets(unittest.TestCase):
    def opened(self, *prefix, family, kind="SOCK_STREAM"):
        result = run(*prefix, sys.executable, "-c", OPEN, family, kind)
        return "opened" if result.returncode == 0 else result.stderr.strip()

    def test_without_it_internet_sockets_open(self):
        self.assertEqual(self.opened(family="AF_INET"), "opened")

    def test_internet_sockets_are_denied(self):
        for family in ("AF_INET", "AF_INET6"):
            for kind in ("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW"):
                with self.subTest(family=family, kind=kind):
                    self.assertEqual(self.opened(NOSOCKETS, family=family, kind=kind), "EACCES")

    def test_children_inherit_the_denial(self):
        self.assertEqual(self.opened(NOSOCKETS, "sh", "-c", '"$@"; exit $?', "sh", family="AF_INET"), "EACCES")

    def test_local_sockets_open(self):
        for kind in ("SOCK_STREAM", "SOCK_DGRAM"):
            self.assertEqual(self.opened(NOSOCKETS, family="AF_UNIX", kind=kind), "opened")

    def test_output_and_exit_code_are_the_commands(self):
        result = run(NOSOCKETS, "sh", "-c", "echo out; echo err >&2; exit 7")
        self.assertEqual((result.returncode, result.stdout, result.stderr), (7, "out\n", "err\n"))

    def test_own_failures_have_own_exit_codes(self):
        self.assertEqual(run(NOSOCKETS).returncode, 125)
        self.assertEqual(run(NOSOCKETS, "/nowhere/at/all").returncode, 126)


if __name__ == "__main__":
    unittest.main()
