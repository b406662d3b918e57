# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that nobody who uses Likeness reads: they say more than a candidate list knows."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FORBIDDEN = re.compile(r"\b(?:match(?:es|ed|ing)?|hits?|suspects?|suspected)\b|%\s*similar|\bpercent similar",
                       re.IGNORECASE)
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/                                    # comments
      | R"(?P<mark>[^\s()\\]{0,16})\((?P<raw>.*?)\)(?P=mark)"  # raw strings
      | "(?P<text>(?:[^"\\\n]|\\.)*)"                          # strings
      | '(?:[^'\\\n]|\\.)+'                                    # characters
      | \b\d(?:[\w.]|'(?=\w))*                                 # numbers with separators
      | ^[ \t]*\#[ \t]*include[^\n]*""",
    re.VERBOSE | re.DOTALL | re.MULTILINE)
JOIN = re.compile(r"\s*")


def texts(code):
    """The string literals of C++ code, adjacent ones joined, comments and includes left out."""
    joined, end = None, None
    for token in TOKEN.finditer(code):
        text = token["raw"] if token["raw"] is not None else token["text"]
        if text is None:
            continue
        if joined is not None and JOIN.fullmatch(code, end, token.start()):
            joined += text
        else:
            if joined is not None:
                yield joined
            joined = text
        end = token.end()
    if joined is not None:
        yield joined


def is_for_people(text, code):
    """A sentence has a space in it; a single word counts when it is translated."""
    return " " in text or re.search(r'(?:tr|translate|QT_TR\w*_NOOP\w*)\([^;]*?"' + re.escape(text) + '"', code)


def check_code(path, code):
    for text in texts(code):
        if FORBIDDEN.search(text) and is_for_people(text, code):
            yield f'{path}: "{text}"'


def check_translations(path, xml):
    for node in ElementTree.fromstring(xml).iter():
        if node.tag in ("source", "translation", "numerusform") and FORBIDDEN.search(node.text or ""):
            yield f'{path}: "{node.text}"'


def check_prose(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        if FORBIDDEN.search(line):
            yield f"{path}:{number}: {line.strip()}"


def check_tree(root):
    """Every place under `root` where a person would read a forbidden word. The engine counts too: the details of its
    errors are shown on request, and its report room writes the PDF."""
    root, found = Path(root), []
    readers = [("widgets", (".cpp", ".h"), check_code), ("app", (".cpp", ".h"), check_code),
               ("engine", (".cpp", ".h"), check_code), ("translations", (".ts",), check_translations),
               ("resources/manual", (".md", ".html", ".txt"), check_prose)]
    for folder, endings, check in readers:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in endings:
                found += check(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    return found
