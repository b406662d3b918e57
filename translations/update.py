# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings likeness_en.ts up to date with the sources, and gives "%n file(s)" its two English forms.

Usage: update.py LUPDATE SOURCE_FOLDER TS_FILE [--check]
With --check the file stays as it is; what is missing from it is printed, and the exit code is 1.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

FOLDERS = ["app", "engine", "widgets"]


def lupdate(tool, source, ts):
    subprocess.run(
        [tool, "-silent", "-I", str(source), "-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "en",
         *[str(source / folder) for folder in FOLDERS], "-ts", str(ts)],
        check=True, cwd=source)


def english_form(text, plural):
    """"%n file(s) were taken" -> "%n file was taken" or "%n files were taken"."""
    text = re.sub(r"%n (.*?)(entries|entry\(s\))", lambda m: f"%n {m[1]}{'entries' if plural else 'entry'}", text)
    if not plural and "(s)" in text:
        text = re.sub(r"^All (the )?%n", "The %n", text)
        text = re.sub(r"(\(s\)(?: \w+)*? )(were|are|have)\b",
                      lambda m: m[1] + {"were": "was", "are": "is", "have": "has"}[m[2]], text, count=1)
    return re.sub(r"\((s|es)\)", lambda m: m[1] if plural else "", text)


def fill_plurals(ts):
    tree = xml.parse(ts)
    changed = False
    for message in tree.iter("message"):
        translation = message.find("translation")
        if message.get("numerus") != "yes" or translation.get("type") != "unfinished":
            continue
        forms = translation.findall("numerusform")
        if len(forms) == 2 and not any(form.text for form in forms):
            source = message.find("source").text
            for form, plural in zip(forms, (False, True)):
                form.text = english_form(source, plural)
            del translation.attrib["type"]
            changed = True
    if changed:
        write(tree, ts)


def write(tree, ts):
    body = xml.tostring(tree.getroot(), encoding="unicode")
    pathlib.Path(ts).write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + body + "\n",
                                encoding="utf-8")


def messages(ts):
    found = {}
    for context in xml.parse(ts).iter("context"):
        for message in context.iter("message"):
            comment = message.findtext("comment") or ""
            forms = [form.text for form in message.iter("numerusform")]
            found[(context.findtext("name"), message.findtext("source"), comment)] = forms
    return found


def declared_contexts(source):
    """Contexts that are not class names: Q_DECLARE_TR_FUNCTIONS(X) and QT_TRANSLATE_NOOP("X", ...)."""
    found = set()
    for folder in FOLDERS:
        for path in (source / folder).rglob("*.[ch]*"):
            text = path.read_text(encoding="utf-8")
            found.update(re.findall(r"Q_DECLARE_TR_FUNCTIONS\((\w+)\)", text))
            found.update(re.findall(r'QT_TRANSLATE_NOOP\("(\w+)"', text))
    return found


def main():
    tool, source, ts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if "--check" not in sys.argv:
        lupdate(tool, source, ts)
        fill_plurals(ts)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        shutil.copy(ts, fresh)
        lupdate(tool, source, fresh)
        known, wanted = messages(ts), messages(fresh)
    problems = [f"missing: {context}: {text}" for context, text, _ in wanted.keys() - known.keys()]
    problems += [f"no longer used: {context}: {text}" for context, text, _ in known.keys() - wanted.keys()]
    problems += [f"no plural forms: {key[0]}: {key[1]}" for key, forms in known.items() if forms and not all(forms)]
    # lupdate sometimes loses the namespace of X::tr(); such a text would never be found again.
    declared = declared_contexts(source)
    problems += [f"write the whole name, likeness::...::{context}::tr: {text}" for context, text, _ in wanted
                 if "::" not in context and context not in declared]
    for problem in sorted(problems):
        print(problem)
    if problems:
        print("Run: ninja -C build/dev update_translations")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
