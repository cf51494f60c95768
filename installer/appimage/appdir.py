#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""appdir.py BIN_DIR APP_DIR: lays out programs, libraries, plug-ins and data of the AppImage."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")
PLUGINS = LIBRARIES / "qt6/plugins"
# Name of the program and of its file: the client starts the worker by name, which must come through AppRun as well.
PROGRAMS = {"yichuang": "yichuang", "yichuang-backoffice": "yichuang-backoffice", "yichuang-scanworker": "scanworker"}
QT_PLUGINS = [
    "platforms/libqxcb.so", "platforms/libqwayland-generic.so", "platforms/libqoffscreen.so",
    "wayland-shell-integration/libxdg-shell.so", "wayland-decoration-client/libbradient.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so", "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforminputcontexts/libfcitx5platforminputcontextplugin.so",
    "imageformats/libqjpeg.so", "imageformats/libqico.so", "imageformats/libqgif.so",
    "networkinformation/libqnetworkmanager.so", "networkinformation/libqglib.so",
    "sqldrivers/libqsqlite.so", "sqldrivers/libqsqlpsql.so", "tls/libqopensslbackend.so", "tls/libqcertonlybackend.so",
    "printsupport/libcupsprintersupport.so", "texttospeech/libqtexttospeech_speechd.so", "multimedia/libgstreamermediaplugin.so",
]
# What a document camera needs: the device, its MJPEG and the conversions between.
GST_PLUGINS = ["coreelements", "app", "video4linux2", "videoconvert", "videoscale", "videoconvertscale", "videorate", "jpeg", "typefindfunctions",
               "playback", "autodetect", "audioconvert", "audioresample", "volume", "rawparse"]
# The image's own C library is only for older hosts; SANE is always the host's, with the drivers that belong to its scanners.
C_LIBRARY = re.compile(r"^(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv|nsl|anl|BrokenLocale|thread_db))\.so")
HOST_ONLY = re.compile(r"^libsane\.so")
# Only where the host has none: drivers for its graphics go with its own.
GL_DISPATCH = re.compile(r"^lib(EGL|GL|GLX|OpenGL|GLdispatch)\.so")
# Asked for at run time, so that no link line names them.
DLOPENED = ["libssl.so.3", "libcrypto.so.3"]
GLIBC = ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2", "libutil.so.1", "libnss_dns.so.2",
         "libnss_files.so.2", "libnss_compat.so.2"]


def needed(path):
    """Names and places of the libraries that a program or library names itself."""
    named = subprocess.run(["patchelf", "--print-needed", path], capture_output=True, text=True, check=True).stdout.split()
    for line in subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout.splitlines():
        if "not found" in line:
            sys.exit(f"{path} needs {line.split()[0]}, which is not installed")
        found = re.match(r"\s+(\S+) => (/\S+)", line)
        if found and found[1] in named:
            yield found[1], Path(found[2])


class AppDir:
    def __init__(self, root):
        self.root = root
        self.libraries = {}
        self.sources = set()  # files of Debian packages that are in the image

    def place(self, source, target, search_path):
        target = self.root / target
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(os.path.realpath(source), target)
        self.sources.add(os.path.realpath(source))
        target.chmod(0o755)
        subprocess.run(["strip", "--strip-unneeded", "-R", ".comment", target], check=True)
        if search_path:
            subprocess.run(["patchelf", "--force-rpath", "--set-rpath", search_path, target], check=True)
        for name, path in needed(source):
            self.place_library(name, path)

    def place_library(self, name, path):
        if name in self.libraries or C_LIBRARY.match(name) or HOST_ONLY.match(name):
            return
        self.libraries[name] = path
        folder = "usr/lib/fallback" if GL_DISPATCH.match(name) else "usr/lib"
        self.place(path, f"{folder}/{name}", "$ORIGIN:$ORIGIN/..")

    def copy(self, source, target, mode=0o644):
        self.sources.add(str(source))
        target = self.root / target
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(mode)

    def write(self, target, text, mode=0o644):
        target = self.root / target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        target.chmod(mode)


def main(binaries, root):
    shutil.rmtree(root, ignore_errors=True)
    app = AppDir(root)
    for program, file in PROGRAMS.items():
        app.place(binaries / program, f"usr/libexec/{file}", "$ORIGIN/../lib")
        starter = f'#!/bin/sh\nYICHUANG_PROGRAM={program} exec "$(dirname "$(readlink -f "$0")")/../../AppRun" "$@"\n'
        app.write(f"usr/bin/{program}", starter, 0o755)
    (root / "usr/libexec/yichuang-scanworker").symlink_to("../bin/yichuang-scanworker")
    for plugin in QT_PLUGINS:
        app.place(PLUGINS / plugin, f"usr/plugins/{plugin}", "$ORIGIN/../../lib")
    for plugin in GST_PLUGINS:
        source = LIBRARIES / f"gstreamer-1.0/libgst{plugin}.so"
        if source.exists():
            app.place(source, f"usr/lib/gstreamer-1.0/{source.name}", "$ORIGIN/..")
    for name in DLOPENED:
        app.place_library(name, LIBRARIES / name)
    for name in GLIBC:
        app.copy(os.path.realpath(Path("/lib/x86_64-linux-gnu") / name), f"usr/lib/glibc/{name}", 0o755)
    app.copy(os.path.realpath("/lib64/ld-linux-x86-64.so.2"), "usr/libexec/ld-yichuang.so", 0o755)
    app.write("usr/libexec/qt.conf", "[Paths]\nPrefix=..\nPlugins=plugins\n")
    data(app)
    (root.parent / "sources.txt").write_text("".join(f"{path}\n" for path in sorted(app.sources) if path.startswith(("/usr/", "/lib"))))


def data(app):
    glibc = os.confstr("CS_GNU_LIBC_VERSION").split(".")[1]
    app.write("AppRun", (HERE / "AppRun").read_text().replace("@GLIBC_MINOR@", glibc), 0o755)
    app.copy(HERE / "fonts.conf", "usr/etc/fonts/fonts.conf")
    desktop = ROOT / "installer/desktop/yichuang.desktop"
    app.copy(desktop, "yichuang.desktop")
    app.copy(desktop, "usr/share/applications/yichuang.desktop")
    metainfo = (ROOT / "installer/desktop/yichuang.metainfo.xml").read_text()
    for key in ("VERSION", "DATE"):
        metainfo = metainfo.replace(f"@{key}@", os.environ[f"YICHUANG_{key}"])
    app.write("usr/share/metainfo/org.yichuang.Yichuang.metainfo.xml", metainfo)
    icons = ROOT / "resources/icons"
    app.copy(icons / "yichuang.png", "yichuang.png")
    app.copy(icons / "yichuang.png", "usr/share/icons/hicolor/256x256/apps/yichuang.png")
    app.copy(icons / "yichuang.svg", "usr/share/icons/hicolor/scalable/apps/yichuang.svg")
    (app.root / ".DirIcon").symlink_to("yichuang.png")
    app.copy(ROOT / "installer/udev/70-yichuang.rules", "usr/share/yichuang/udev/70-yichuang.rules")
    for name in ("yichuang-backoffice.service", "install-service"):
        app.copy(ROOT / "installer/backoffice" / name, f"usr/share/yichuang/backoffice/{name}")
    app.copy(ROOT / "LICENSE", "usr/share/doc/yichuang/LICENSE")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
