#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""Holds the tree against the house: dependencies run one way, headers carry a licence, nothing names a private place."""

import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])

# What each folder may include besides itself.
CORE = {"app/core"}
STORE = CORE | {"app/store"}
SYNC = STORE | {"app/sync"}
DOCUMENTS = CORE | {"app/documents"}
PRINT = DOCUMENTS | {"app/print"}
READER = {"devices/idcard"}
SCANNER = {"devices/scanner"}
CAMERA = {"devices/camera"}
DESK = SYNC | PRINT | READER | SCANNER | CAMERA | {"app/desk"}
# Widgets see values and the desk. A paper on its way to the preview is a value of documents.
WIDGETS = {"app/core", "app/desk", "app/documents/paperrenderer.h", "widgets/common"}
MAY = {
    "app/core": CORE,
    "app/store": STORE,
    "app/sync": SYNC,
    "app/documents": DOCUMENTS,
    "app/print": PRINT,
    "app/desk": DESK,
    "app/backoffice": CORE | {"app/backoffice"},
    "devices/idcard": READER,
    "devices/usb": READER | {"devices/usb"},
    "devices/scanner": SCANNER,
    "devices/voice": {"devices/voice"},
    "devices/camera": CAMERA,
    "devices/worker": SCANNER | {"devices/worker"},
    "devices/simulated": READER | SCANNER | CAMERA | {"devices/simulated"},
    "widgets/common": {"widgets/common"},
    "widgets/capture": WIDGETS | {"widgets/capture"},
    "widgets/display": WIDGETS | {"widgets/display"},
    "widgets/queue": WIDGETS | {"widgets/queue"},
    "widgets/intake": WIDGETS | {"widgets/intake", "widgets/capture"},
    "widgets/lookup": WIDGETS | {"widgets/lookup"},
    "widgets/supervise": WIDGETS | {"widgets/supervise"},
    "widgets/settings": WIDGETS | {"widgets/settings"},
    "widgets/shell": WIDGETS | {"widgets/shell", "widgets/intake", "widgets/queue", "widgets/lookup", "widgets/supervise",
                                "widgets/settings"},
}
# Link lines: target → targets it may name.
LINKS = {
    "core": set(), "store": {"core"}, "sync": {"core", "store"}, "documents": {"core"}, "print": {"documents"},
    "desk": {"core", "store", "sync", "documents", "print", "idcard", "scanner", "camera"}, "backoffice": {"core"},
    "idcard": set(), "usb": {"idcard"}, "scanner": set(), "worker": {"scanner"}, "voice": set(), "display": {"common", "desk"}, "camera": set(), "simulated": {"idcard", "scanner", "camera"}, "common": set(),
    "capture": {"common", "desk"}, "queue": {"common", "desk"}, "intake": {"common", "capture", "desk"},
    "lookup": {"common", "desk"}, "supervise": {"common", "desk"}, "settings": {"common", "desk"},
    "shell": {"common", "queue", "intake", "lookup", "supervise", "settings", "desk"},
    "training": {"shell", "backoffice", "simulated", "documents"},
}
TOP = {"CMakeLists.txt", "app", "widgets", "devices", "resources", "translations", "tests", "installer", "README.md",
       "CMakePresets.json", "LICENSE", "CHANGELOG.md"}

faults = []


def tracked():
    """Every file but what .gitignore leaves out."""
    left_out = {"build", "out", "node_modules", ".git", "__pycache__"}
    return [p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file() and not left_out & set(p.relative_to(ROOT).parts)]


def allowed(include, may):
    return any(include == m or include.startswith(m + "/") for m in may)


def own_names(text):
    """What a source keeps to itself: constants, types and functions of its unnamed namespaces, functions with what they take."""
    for short, body in re.findall(r"^namespace \{\n(?:([^\n]*\n)\}\n|(.*?)^\} // namespace$)", text, re.M | re.S):
        for line in re.findall(r"^[a-zA-Z].*", short or body, re.M):
            if match := re.match(r"(?:using (\w+) = (.*);|(?:struct|class|enum class) (\w+)|.*?\b(\w+)(?: =|\{|\[|;|(\(.*)))", line):
                alias, meaning, kind, name, taken = match.groups()
                types = re.sub(r"( ?= ?[^,)]*)|(?<=[ &*])\w+(?=[,)])", "", taken) if taken else ""
                yield alias or kind or name, meaning or types, alias is not None


files = tracked()
kept = {} # folder and name: the first source that has it
for path in files:
    top = path.parts[0]
    if top not in TOP and not top.startswith("."):
        faults.append(f"{path}: not a place of the house")
    if path.suffix not in {".cpp", ".h"}:
        continue
    text = (ROOT / path).read_text(encoding="utf-8")
    if "SPDX-License-Identifier: Apache-2.0" not in text[:300]:
        faults.append(f"{path}: no licence")
    lines = text.count("\n")
    if lines > 500:
        faults.append(f"{path}: {lines} lines, 500 at most")
    if path.suffix == ".cpp" and top in {"app", "widgets", "devices"}:
        # Sources of a folder are compiled together.
        for name, sort, is_alias in own_names(text):
            key = (path.parent, name) if is_alias else (path.parent, name, sort)
            first, what = kept.setdefault(key, (path, sort))
            if first != path and not (is_alias and what == sort) and {first.stem[-4:], path.stem[-4:]} != {"unix", "_win"}:
                faults.append(f"{path}: {name} is in {first.name} too")
    folder = "/".join(path.parts[:2])
    if folder not in MAY or len(path.parts) > 3:
        continue
    for include in re.findall(r'^#include "([^"]+)"', text, re.M):
        if "/" not in include:
            continue
        if not allowed(include, MAY[folder]):
            faults.append(f"{path}: must not include {include}")

for path in files:
    if path.name != "CMakeLists.txt":
        continue
    for name, links in re.findall(r"yichuang_folder\((\w+) LINK ([^)]*?)(?:HEAVY[^)]*)?\)", (ROOT / path).read_text()):
        for link in links.split():
            if link in LINKS and link not in LINKS.get(name, set()):
                faults.append(f"{path}: {name} must not link {link}")

for fault in faults:
    print(fault)
print(f"{len(files)} files, {len(faults)} faults")
sys.exit(1 if faults or not files else 0)
