# SPDX-License-Identifier: GPL-3.0-or-later
"""No text for people says match, hit, suspect or % similar, and the check sees it when one does."""

import os
import tempfile
import unittest
from pathlib import Path

import words

SOURCE = Path(os.environ["LIKENESS_SOURCE_DIR"])


class Words(unittest.TestCase):
    def test_no_text_for_people_has_a_forbidden_word(self):
        self.assertTrue(list(SOURCE.glob("widgets/*/*.cpp")), "there are no texts to check")
        found = words.check_tree(SOURCE)
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_each_forbidden_word_is_found(self):
        for code in ('tr("The best match.")', 'tr("Matches")', 'tr("3 hits found")', 'tr("one" " hit")',
                     'QT_TRANSLATE_NOOP("Page", "Suspect")', 'tr("%1% similar")', 'tr(R"(97 % similar)")',
                     'label->setText("A matching face");', "int a = 1'000; tr(\"a hit\")",
                     "if (c == '\"') tr(\"a hit\");", 'tr("he said \\"hit\\" twice")'):
            with self.subTest(code=code):
                self.assertEqual(len(list(words.check_code("a.cpp", code))), 1)

    def test_what_nobody_reads_is_left_alone(self):
        for code in ('#include "engine/match/gallerysearch.h"', "// the best match", "/* a hit\n and a match */",
                     'setObjectName("match")', 'tr("No face was found.")', 'tr("mismatch of white space")',
                     'tr("A candidate is a lead.") // not a match'):
            with self.subTest(code=code):
                self.assertEqual(list(words.check_code("a.cpp", code)), [])

    def test_translations_and_manual_are_read(self):
        files = {"translations/a.ts": "<TS><context><message><source>A hit</source>"
                                      "<translation>Ein Treffer</translation></message></context></TS>",
                 "resources/manual/a.md": "First line\nA suspect is here\n",
                 "widgets/pages/a.cpp": 'tr("a match")', "app/cli/a.cpp": 'cli.add("Prints hits of a search");',
                 "engine/report/a.cpp": 'text("The match:")', "tests/gui/a.cpp": 'tr("no match here")'}
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True)
                file.write_text(text, encoding="utf-8")
            found = words.check_tree(folder)
        self.assertEqual([line.split(":")[0] for line in found],
                         ["widgets/pages/a.cpp", "app/cli/a.cpp", "engine/report/a.cpp", "translations/a.ts",
                          "resources/manual/a.md"])


if __name__ == "__main__":
    unittest.main()
