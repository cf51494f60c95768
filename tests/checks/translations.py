#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""Every word of the sources has its Chinese one, and every English plural its forms: lupdate on a copy leaves nothing unfinished,
and placeholders agree."""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path

ROOT, LUPDATE = Path(sys.argv[1]), sys.argv[2]


def faults_in(file):
    for context in tree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source")
            translation = message.find("translation")
            words = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") == "unfinished" or not all(word.strip() for word in words):
                yield f"{context.findtext('name')}: «{source}» has no translation"
            elif any(set(re.findall(r"%\d|%n", source)) - {"%n"} != set(re.findall(r"%\d", word)) for word in words):
                yield f"{context.findtext('name')}: «{source}» has other placeholders"


found = []
with tempfile.TemporaryDirectory() as folder:
    for name, only in (("yichuang_zh_CN.ts", []), ("yichuang_en.ts", ["-pluralonly"])):
        copy = Path(folder) / name
        shutil.copy(ROOT / "translations" / name, copy)
        subprocess.run([LUPDATE, "-silent", "-I", ".", "-locations", "none", "-no-ui-lines", "-no-obsolete", *only, "app", "widgets", "devices",
                        "-ts", str(copy)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        found += [f"{name}: {fault}" for fault in faults_in(copy)]
for fault in found:
    print(fault)
print(f"{len(found)} faults")
sys.exit(1 if found else 0)
