#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""files.py STAGE: prints the WiX fragment that installs everything in a folder. A file keeps its component's id for as long
as it keeps its path, which upgrades rely on."""

import hashlib
import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

NAMESPACE = uuid.UUID("b0e4a0b2-6e0c-4f5e-9a57-6d2e5c1f8a31")


def name(prefix, path):
    return prefix + hashlib.sha256(path.encode()).hexdigest()[:24]


class Fragment:
    def __init__(self, root):
        self.root = root
        self.components = []

    def folder(self, path, indent):
        lines = []
        for entry in sorted(path.iterdir()):
            place = entry.relative_to(self.root).as_posix()
            if entry.is_dir():
                lines += [f"{indent}<Directory Id={quoteattr(name('d', place))} Name={quoteattr(entry.name)}>",
                          *self.folder(entry, indent + "  "), f"{indent}</Directory>"]
                continue
            self.components.append(name("c", place))
            guid = str(uuid.uuid5(NAMESPACE, place)).upper()
            lines.append(f"{indent}<Component Id=\"{self.components[-1]}\" Guid=\"{guid}\" Win64=\"yes\">"
                         f"<File Id=\"{name('f', place)}\" KeyPath=\"yes\" Source={quoteattr(str(entry))} Name={quoteattr(entry.name)}/></Component>")
        return lines

    def text(self):
        body = self.folder(self.root, "      ")
        refs = [f"      <ComponentRef Id=\"{component}\"/>" for component in self.components]
        return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">', "  <Fragment>",
                          '    <DirectoryRef Id="INSTALLDIR">', *body, "    </DirectoryRef>", "  </Fragment>", "  <Fragment>",
                          '    <ComponentGroup Id="Files">', *refs, "    </ComponentGroup>", "  </Fragment>", "</Wix>"])


print(Fragment(Path(sys.argv[1])).text())
