#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""notice.py LIST: prints the NOTICE of an installer. LIST names files of Debian packages, one a line; or it is a folder with
one licence file a component, named COMPONENT_VERSION, for a build from source packages."""

import subprocess
import sys
from pathlib import Path

HEAD = """一窗 · Yichuang
Copyright 2026 The Yichuang Authors. Licensed under the Apache License, Version 2.0.

本程序随附下列第三方组件，各按其许可证分发。The program comes with the components listed here, each under its own licence.

Qt, libusb, libfuse and other components under the LGPL are linked as shared libraries, or, in the head of the AppImage, as
objects that can be linked anew from this project's installer/appimage/runtime.c. You may replace them with versions of your
own. Their complete corresponding source is the Debian source package named beside each; for three years from the date of
this copy the authors of Yichuang hand it out on request, for no more than the cost of the medium.
"""
# In the programs or in the head of the AppImage without a file of their own.
LINKED_IN = ["libfuse3-dev", "libsquashfuse-dev", "libzstd-dev", "zlib1g-dev", "libboost1.81-dev", "libexpected-dev",
             "fonts-noto-cjk", "fonts-liberation", "fonts-hanazono"]


def packages_of(files):
    names = set()
    for path in files:
        for place in (path, path.removeprefix("/usr")):
            answer = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True)
            if answer.returncode == 0:
                names.add(answer.stdout.split(":")[0])
                break
        else:
            sys.exit(f"{path} belongs to no package")
    return names


def debian(files):
    for name in sorted(packages_of(files) | set(LINKED_IN)):
        query = subprocess.run(["dpkg-query", "-W", "-f", "${Version}\t${source:Package} ${source:Version}\n", name],
                               capture_output=True, text=True, check=True)
        version, source = query.stdout.splitlines()[0].split("\t")
        text = Path(f"/usr/share/doc/{name}/copyright").read_text(errors="replace")
        yield f"{name} {version} (Debian source package {source})", text


def from_sources(folder):
    for path in sorted(folder.iterdir()):
        name, version = path.name.split("_", 1)
        yield f"{name} {version} (Debian source package)", path.read_text(errors="replace")


def main(place):
    listed = from_sources(place) if place.is_dir() else debian(place.read_text().split("\n")[:-1])
    texts = {}  # one licence file is often that of several packages
    for title, text in listed:
        texts.setdefault(text.strip(), []).append(title)
    print(HEAD)
    print("组件 Components\n")
    for titles in texts.values():
        for title in titles:
            print(f"  {title}")
    for text, titles in texts.items():
        print("\n" + "=" * 100)
        print("\n".join(titles))
        print("-" * 100)
        print(text)
    common = Path("/usr/share/common-licenses")
    for name in ("Apache-2.0", "LGPL-2.1", "LGPL-3", "GPL-2", "GPL-3", "MPL-2.0"):
        print("\n" + "=" * 100 + f"\n{name}\n" + "-" * 100)
        print((common / name).read_text().strip())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
