# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources obey the law of engine/README.md, and the check sees it when they do not."""

import os
import tempfile
import unittest
from pathlib import Path

import layering

SOURCE = Path(os.environ["LIKENESS_SOURCE_DIR"])
QT_INCLUDE = Path(os.environ["LIKENESS_QT_INCLUDE_DIR"])


def source(namespace, *includes, lines=0):
    text = f"// {layering.SPDX}\n" + "".join(f"#include {include}\n" for include in includes)
    return text + f"namespace likeness::{namespace}\n{{\n" + "//\n" * lines + "}\n"


GOOD = {
    "engine/base/a.h": source("base", "<QString>", "<vector>"),
    "engine/model/a.h": source("model", '"engine/base/a.h"'),
    "engine/face/a.cpp": source("face", '"engine/face/a.h"', "<opencv2/dnn.hpp>", "<dlib/dnn.h>"),
    "engine/store/a.cpp": source("store", '"engine/audit/a.h"', "<QSqlQuery>"),
    "engine/decode/a.cpp": source("decode", "<QImage>", "<exiv2/exiv2.hpp>"),
    "engine/audit/a.h": source("audit::verbs", '"engine/model/a.h"'),
    "engine/casework/a.cpp": source("casework", '"engine/store/a.h"', '"engine/face/a.h"'),
    "widgets/pages/a.cpp": source("pages", '"widgets/viewer/a.h"', '"engine/casework/a.h"', "<QWidget>", '"a.moc"'),
    "app/likeness/main.cpp": source("app", '"widgets/window/a.h"', "<QApplication>"),
    "engine/CMakeLists.txt": f"# {layering.SPDX}\n",
}

# path, content, what the complaint must say
BAD = [
    ("engine/base/bad.h", source("base", '"engine/model/a.h"'), "may not include engine/model"),
    ("engine/model/bad.h", source("model", '"engine/store/a.h"'), "may not include engine/store"),
    ("engine/match/bad.cpp", source("match", '"engine/face/a.h"'), "may not include engine/face"),
    ("engine/audit/bad.cpp", source("audit", '"engine/store/a.h"'), "may not include engine/store"),
    ("engine/store/bad.cpp", source("store", '"engine/casework/a.h"'), "may not include engine/casework"),
    ("engine/casework/bad.cpp", source("casework", '"widgets/pages/a.h"'), "may not include widgets"),
    ("engine/match/bad.cpp", source("match", "<QSqlDatabase>"), "may not include QtSql"),
    ("engine/match/bad.cpp", source("match", "<QtSql/QSqlDatabase>"), "may not include QtSql"),
    ("engine/match/bad.cpp", source("match", "<dlib/matrix.h>"), "may not include dlib"),
    ("engine/casework/bad.cpp", source("casework", "<opencv2/core.hpp>"), "may not include opencv"),
    ("engine/imaging/bad.cpp", source("imaging", "<exiv2/exiv2.hpp>"), "may not include exiv2"),
    ("engine/imaging/bad.cpp", source("imaging", "<QImage>"), "may not include QtGui"),
    ("engine/report/bad.cpp", source("report", "<QWidget>"), "may not include QtWidgets"),
    ("engine/casework/bad.cpp", source("casework", "<QTcpSocket>"), "may not include QtNetwork"),
    ("engine/base/bad.cpp", source("base", "<sys/socket.h>"), "may not include sockets"),
    ("widgets/pages/bad.cpp", source("pages", "<opencv2/core.hpp>"), "may not include opencv"),
    ("widgets/models/bad.cpp", source("models", "<QSqlTableModel>"), "may not include QtSql"),
    ("widgets/pages/bad.cpp", source("pages", '"engine/face/a.h"'), "may not include engine/face"),
    ("widgets/viewer/bad.cpp", source("viewer", '"widgets/pages/a.h"'), "may not include widgets/pages"),
    ("app/likeness/bad.cpp", source("app", "<dlib/dnn.h>"), "may not include dlib"),
    ("engine/match/bad.h", source("face"), "namespace likeness::face, expected likeness::match"),
    ("engine/match/bad.h", f"// {layering.SPDX}\nint a;\n", "no namespace"),
    ("engine/match/bad.h", source("match", '"gallerysearch.h"'), "is not written as"),
    ("engine/magic/bad.h", source("magic"), "no room engine/magic"),
    ("widgets/window/mainwindow.cpp", source("window", lines=600), "more than 600"),
    ("tests/engine/match/bad.cpp", "int main() {}\n", "SPDX"),
    ("tests/CMakeLists.txt", "add_subdirectory(a)\n", "SPDX"),
    ("installer/run", "#!/usr/bin/env bash\necho\n", "SPDX"),
]


class Layering(unittest.TestCase):
    maxDiff = None

    def check(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return layering.check_tree(folder, QT_INCLUDE)

    def test_sources_obey_the_law(self):
        self.assertTrue(QT_INCLUDE.joinpath("QtSql/QSqlQuery").is_file(), "Qt's headers are not where CMake says")
        self.assertTrue(list(SOURCE.glob("engine/*/*.cpp")), "there are no sources to check")
        found = layering.check_tree(SOURCE, QT_INCLUDE)
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_a_good_tree_gives_no_complaint(self):
        self.assertEqual(self.check(GOOD), [])

    def test_each_breach_is_found_and_named(self):
        for path, text, complaint in BAD:
            with self.subTest(path=path, complaint=complaint):
                found = self.check(GOOD | {path: text})
                self.assertEqual(len(found), 1, found)
                self.assertIn(path, found[0])
                self.assertIn(complaint, found[0])


if __name__ == "__main__":
    unittest.main()
