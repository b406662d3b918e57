# SPDX-License-Identifier: GPL-3.0-or-later
"""The law of engine/README.md, read from the sources: who may include what, which room owns which library, that
the folder is the namespace. There are no exceptions to it; where the law is wrong it is changed here, for all."""

import re
from pathlib import Path

ENGINE_MIDDLE = ("decode", "media", "imaging", "face", "match", "audit", "policy", "store", "report", "crypto",
                 "interchange")

# room -> the rooms whose headers it may include, besides its own
LAW = {"engine/base": set(), "engine/model": {"engine/base"}}
for _room in ENGINE_MIDDLE:
    LAW[f"engine/{_room}"] = {"engine/base", "engine/model"}
LAW["engine/store"] |= {"engine/audit"}
LAW["engine/casework"] = {"engine/base", "engine/model"} | {f"engine/{room}" for room in ENGINE_MIDDLE}

_for_widgets = {f"engine/{room}" for room in ("base", "model", "policy", "imaging", "audit", "report", "casework")}
_widgets_below = {
    "words": (),
    "common": ("words",),
    "jobs": ("words", "common"),
    "viewer": ("words", "common"),
    "models": ("words", "common", "jobs"),
    "settings": ("words", "common", "jobs", "models"),
    "pages": ("words", "common", "jobs", "viewer", "models", "settings"),
    "window": ("words", "common", "jobs", "viewer", "models", "settings", "pages"),
}
for _room, _below in _widgets_below.items():
    LAW[f"widgets/{_room}"] = _for_widgets | {f"widgets/{other}" for other in _below}
_everything = {room for room in LAW}

# Libraries and the rooms that own them; "" owns nothing, so nobody includes it.
OWNERS = {
    "dlib": {"engine/face"},
    "opencv": {"engine/face", "engine/imaging"},
    "exiv2": {"engine/decode"},
    "libjpeg": {"engine/decode"},
    "libav": {"engine/decode"},
    "QtSql": {"engine/store"},
    "sqlite": {"engine/store"},
    "QtGui": {"engine/decode", "engine/report", "widgets", "app"},
    "QtWidgets": {"widgets", "app"},
    "QtSvg": {"widgets", "app"},
    "sodium": {"engine/crypto"},
    "archive": {"engine/interchange"},
    "zlib": {"engine/imaging"},
    "QtNetwork": set(),
    "sockets": set(),
}
LIBRARY_OF_PREFIX = (("dlib/", "dlib"), ("opencv2/", "opencv"), ("exiv2/", "exiv2"), ("jpeglib.h", "libjpeg"),
                     ("jerror.h", "libjpeg"), ("sqlite3", "sqlite"), ("sodium", "sodium"),
                     ("archive", "archive"), ("zlib.h", "zlib"), ("libav", "libav"), ("libsw", "libav"),
                     ("sys/socket.h", "sockets"),
                     ("netinet/", "sockets"), ("arpa/", "sockets"), ("netdb.h", "sockets"), ("curl/", "sockets"))
QT_MODULES = ("QtSql", "QtGui", "QtWidgets", "QtSvg", "QtNetwork")

LONGEST_FILE = 600
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)
NAMESPACE = re.compile(r"^\s*(?:inline\s+)?namespace\s+(likeness(?:::\w+)*)\s*\{?\s*$", re.MULTILINE)
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"


def room_of(path):
    """engine/match/x.cpp -> engine/match; app/cli/x.cpp -> app. None outside the three."""
    parts = Path(path).parts
    if parts[0] == "app":
        return "app"
    if parts[0] in ("engine", "widgets") and len(parts) > 2:
        return "/".join(parts[:2])
    return None


def library_of(header, qt_include):
    for prefix, library in LIBRARY_OF_PREFIX:
        if header.startswith(prefix):
            return library
    for module in QT_MODULES:
        if header.startswith(module + "/") or (qt_include / module / header).is_file():
            return module
    return None


def check_includes(path, text, qt_include):
    room = room_of(path)
    allowed = _everything if room == "app" else LAW.get(room)
    if allowed is None:
        yield f"{path}: there is no room {room} in the law"
        return
    for mark, header in INCLUDE.findall(text):
        if mark == '"':
            if header.endswith(".moc") and "/" not in header:
                continue
            other = room_of(header)
            if other is None:
                yield f'{path}: "{header}" is not written as "engine/room/file.h"'
            elif other not in allowed and other != room:
                yield f"{path}: {room} may not include {header}"
            continue
        library = library_of(header, qt_include)
        if library and not OWNERS[library] & {room, room.split("/")[0]}:
            yield f"{path}: {room} may not include {library} ({header})"


def check_namespace(path, text):
    room = room_of(path)
    if room == "app":
        return
    own = "likeness::" + room.split("/")[1]
    found = NAMESPACE.findall(text)
    if not found:
        yield f"{path}: no namespace, expected {own}"
    for name in found:
        if name != own and not name.startswith(own + "::"):
            yield f"{path}: namespace {name}, expected {own}"


def check_tree(root, qt_include):
    """All that breaks the law under `root`, one sentence each. `qt_include` is the folder that holds QtCore/."""
    root, qt_include = Path(root), Path(qt_include)
    found = []
    for folder in ("engine", "widgets", "app", "tests"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            path = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            lines = text.splitlines()
            if not lines or SPDX not in lines[0]:
                found.append(f"{path}: the first line is not the SPDX line")
            if folder != "tests":
                if len(lines) > LONGEST_FILE:
                    found.append(f"{path}: {len(lines)} lines, more than {LONGEST_FILE}")
                found += check_includes(path, text, qt_include)
                found += check_namespace(path, text)
    for pattern in ("**/CMakeLists.txt", "installer/**/*", "tests/**/*.py", "tests/**/*.sh", ".ci/*"):
        for file in sorted(root.glob(pattern)):
            path = file.relative_to(root)
            if not file.is_file() or path.parts[0].startswith("build") or "__pycache__" in path.parts:
                continue
            if SPDX not in "".join(file.read_text(encoding="utf-8").splitlines(keepends=True)[:2]):
                found.append(f"{path}: no SPDX line at the top")
    return found
