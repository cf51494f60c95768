#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""appimage.py IMAGE: runs the AppImage the ways a hall would, the updates included. Needs squashfs-tools; root for the
parts that need it (they say so when they are left out)."""

import atexit
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

IMAGE = Path(sys.argv[1]).resolve()
HALL = Path(__file__).resolve().parents[2] / "resources/training/hall.json"
KEY = "A" * 43 + "="  # a recovery key of 32 bytes; nobody recovers anything here
ENVIRONMENT = dict(os.environ, QT_QPA_PLATFORM="offscreen", TZ="Asia/Shanghai", XDG_RUNTIME_DIR=tempfile.mkdtemp(), LC_ALL="C.UTF-8")
LARGEST = 110 * 1000 * 1000
passed = 0


started = []  # processes that must not outlive a failure


@atexit.register
def end_all():
    for process in started:
        if process.poll() is None:
            process.kill()


def check(condition, what):
    global passed
    if not condition:
        sys.exit(f"FAILED: {what}")
    passed += 1
    print(f"ok: {what}", flush=True)


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, env=more.pop("env", ENVIRONMENT), timeout=300, **more)


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.02)
    sys.exit(f"FAILED: waited {seconds} s for: {what}")


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def format_is_type_2():
    with open(IMAGE, "rb") as file:
        head = file.read(11)
    check(head[:4] == b"\x7fELF" and head[8:11] == b"AI\x02", "an ELF file with the magic of type 2 at offset 8")
    check(IMAGE.stat().st_size <= LARGEST, f"{IMAGE.stat().st_size / 1e6:.1f} MB, at most 110")


def unpacked(folder):
    run(IMAGE, "--appimage-extract", cwd=folder)
    root = Path(folder) / "squashfs-root"
    for name in ("AppRun", "yichuang.desktop", "yichuang.png", ".DirIcon", "usr/share/metainfo/org.yichuang.Yichuang.metainfo.xml"):
        check((root / name).exists(), f"holds {name}")
    notice = (root / "usr/share/doc/yichuang/NOTICE").read_text()
    for name in ("libqt6core6", "libusb-1.0-0", "libqpdf29", "libsodium23", "libfuse3-dev", "fonts-noto-cjk", "GNU LESSER GENERAL PUBLIC LICENSE"):
        check(name in notice, f"the NOTICE names {name}")
    check(run(IMAGE, "--notice").stdout == notice, "--notice prints it")
    return root


def nothing_from_the_host(root):
    """Every library that something in the image needs is in it; the host gives the C library, its graphics and SANE."""
    from_host = re.compile(r"^(linux-vdso|ld-linux|lib(c|m|dl|pthread|rt|resolv|util|sane|EGL|GL|GLX|OpenGL|GLdispatch))\b")
    foreign = set()
    files = [path for path in root.glob("usr/**/*") if path.is_file() and path.read_bytes()[:4] == b"\x7fELF" and "glibc" not in path.parts]
    for path in files:
        if path.name == "ld-yichuang.so":
            continue
        for line in run("ldd", path).stdout.splitlines():
            if "statically linked" in line:
                continue
            name, place = line.split()[0], line.split("=>")[-1].strip()
            if not from_host.match(Path(name).name) and not place.startswith(str(root)):
                foreign.add(f"{path.relative_to(root)}: {line.strip()}")
    # what libsane itself needs comes with it
    foreign = {line for line in foreign if not line.startswith("usr/libexec/scanworker:")}
    check(not foreign, f"{len(files)} programs, libraries and plug-ins need nothing else of the host: {sorted(foreign)[:4]}")
    plugins = {path.stem for path in root.glob("usr/plugins/**/*.so")}
    for name in ("libqxcb", "libqwayland-generic", "libfcitx5platforminputcontextplugin", "libibusplatforminputcontextplugin", "libqsqlpsql",
                 "libqnetworkmanager", "libqopensslbackend", "libqtexttospeech_speechd", "libcupsprintersupport"):
        check(name in plugins, f"plug-in {name}")


def walkthroughs(folder):
    for way, more in (("FUSE", {}), ("extract-and-run", {"APPIMAGE_EXTRACT_AND_RUN": "1"})):
        out = Path(folder) / way
        done = run(IMAGE, "--walkthrough", out, env=ENVIRONMENT | more)
        check(done.returncode == 0, f"walkthrough by {way}: {done.stdout[-300:]}{done.stderr[-300:] if done.returncode else ''}")
        if way == "FUSE" and "FUSE is not to be had" in done.stderr:
            print("note: there is no FUSE here; the image unpacked itself instead")
        summary = json.loads((out / "summary.json").read_text())
        check(summary["mismatches"] == 0 and summary["outbox_left"] == 0 and summary["cases_at_back_office"] == 4, f"all four cases arrived ({way})")


def system_parts(folder):
    if os.geteuid() != 0:
        print("note: not root, so udev rules and the service are left out")
        return
    script = f'mount -t tmpfs none /etc/udev && mkdir /etc/udev/rules.d && "{IMAGE}" --install-udev && cat /etc/udev/rules.d/70-yichuang.rules'
    done = run("unshare", "-m", "sh", "-c", script)
    check(done.returncode == 0 and 'ATTR{idVendor}=="0400"' in done.stdout, "--install-udev puts the rules in place")
    root = Path(folder) / "service"
    done = run(IMAGE, "--install-service", env=ENVIRONMENT | {"DESTDIR": str(root)})
    unit = root / "etc/systemd/system/yichuang-backoffice.service"
    check(done.returncode == 0 and unit.exists(), f"--install-service: {done.stderr[-300:]}")
    program = re.search(r"ExecStart=(\S+) (\S+)", unit.read_text())
    done = run(f"{root}{program[1]}", program[2], "--version")
    check(done.stdout.startswith("yichuang-backoffice "), "what the unit starts is the back office")
    if shutil.which("systemd-analyze"):
        done = run("systemd-analyze", "verify", "--root", root, "yichuang-backoffice.service")
        wrong = re.findall(r"yichuang-backoffice.service.*(?:Unknown|Failed to parse|Invalid|not absolute).*", done.stderr)
        check(not wrong, f"systemd finds nothing wrong with the unit {wrong[:2]}")


class Office:
    """The back office out of the image."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.data = self.folder / "office"
        self.key = self.folder / "key"
        check(self.command("seed", HALL, "--data", self.data).returncode == 0, "the back office is seeded")
        self.public = self.command("new-key", self.key).stdout.strip()
        self.process = subprocess.Popen([IMAGE, "--backoffice", "serve", "--data", self.data, "--port", "0"], stdout=subprocess.PIPE, text=True,
                                        env=ENVIRONMENT)
        started.append(self.process)
        self.url = re.search(r"http://\S+", self.process.stdout.readline())[0]

    def command(self, *words):
        return run(IMAGE, "--backoffice", *words)

    def offer(self, installer, version):
        description = self.folder / "release.json"
        description.write_text(self.command("sign-release", installer, "--client-version", version, "--secret-key", f"{self.key}.secret").stdout)
        done = self.command("offer", description, installer, "--data", self.data)
        check(done.returncode == 0, f"version {version} is offered: {done.stdout.strip()}{done.stderr.strip()}")

    def spoil(self, installer):
        blob = next(self.data.rglob(sha256(installer)))
        with open(blob, "r+b") as file:
            file.seek(installer.stat().st_size // 2)
            file.write(b"spoilt")

    def stop(self):
        self.process.terminate()
        check(self.process.wait(30) == 0, "the back office ends when it is told to")


def variant(folder, root, name, first_line):
    """The same image with another beginning of its AppRun."""
    tree = Path(folder) / f"{name}.AppDir"
    shutil.copytree(root, tree, symlinks=True)
    start = tree / "AppRun"
    start.write_text(start.read_text().replace("#!/bin/sh\n", f"#!/bin/sh\n{first_line}\n", 1))
    squash = Path(folder) / f"{name}.squash"
    done = run("mksquashfs", tree, squash, "-comp", "zstd", "-Xcompression-level", "1", "-no-progress", "-quiet", "-root-owned")
    check(done.returncode == 0, f"an image that {name}")
    offset = int(run(IMAGE, "--appimage-offset").stdout)
    image = Path(folder) / f"{name}.AppImage"
    image.write_bytes(IMAGE.read_bytes()[:offset] + squash.read_bytes())
    image.chmod(0o755)
    shutil.rmtree(tree)
    squash.unlink()
    return image


class Window:
    """A client at a real back office that installs whatever is new by itself."""

    def __init__(self, folder, name, office):
        self.place = Path(folder) / f"window-{name}"
        self.place.mkdir()
        self.image = self.place / "Yichuang.AppImage"
        shutil.copy(IMAGE, self.image)
        self.log = open(self.place / "log", "w")
        self.process = subprocess.Popen([self.image, "--back-office", office.url, "--data", self.place / "data", "--passphrase", "x",
                                         "--recovery-key", KEY, "--updates", "always", "--update-key", office.public],
                                        stdout=self.log, stderr=self.log, env=ENVIRONMENT | {"YICHUANG_TEST": str(self.place)})

        started.append(self.process)

    def ends(self):
        wait_for(lambda: self.process.poll() is not None, "the old program ends")
        return self.process.returncode

    def environment(self):
        try:
            return Path(f"/proc/{self.process.pid}/environ").read_bytes().split(b"\0")
        except OSError:
            return []

    def updates(self):
        return sorted(path.name for path in (self.place / "data/updates").glob("*"))

    def end(self, pid=None):
        os.kill(pid or self.process.pid, signal.SIGTERM)
        if not pid:
            self.process.wait(30)


def updates(folder, root):
    office = Office(folder)
    good = variant(folder, root, "starts", 'echo $$ > "$YICHUANG_TEST/started"')
    office.offer(good, "9.0.0")
    window = Window(folder, "good", office)
    started = window.place / "started"
    wait_for(started.exists, "the new version is started")
    check(window.ends() == 0, "the old program ends")
    check(sha256(window.image) == sha256(good), "the new version is in its place")
    check(sha256(f"{window.image}.previous") == sha256(IMAGE), "the old one is kept")
    pid = int(started.read_text())
    check(Path(f"/proc/{pid}").exists(), "the new one is running")
    check(not (window.place / "data/before-update").exists(), "nobody needs the store as it was before")
    check(sorted(path.name for path in window.place.glob("Yichuang*")) == ["Yichuang.AppImage", "Yichuang.AppImage.previous"], "nothing else is left")
    window.end(pid)
    wait_for(lambda: not Path(f"/proc/{pid}").exists(), "it ends")

    office.spoil(good)
    window = Window(folder, "tampered", office)
    wait_for(lambda: any(name.endswith(".part") for name in window.updates()), "it is being brought")
    wait_for(lambda: not window.updates(), "it is thrown away")
    check(window.process.poll() is None and sha256(window.image) == sha256(IMAGE), "a tampered one is refused, and work goes on")
    check(not (window.place / "started").exists(), "it was not run")
    window.end()

    broken = variant(folder, root, "crashes", 'echo $$ > "$YICHUANG_TEST/started"; kill -SEGV $$')
    office.offer(broken, "9.0.1")
    window = Window(folder, "crashing", office)
    wait_for((window.place / "started").exists, "the new version is tried")
    wait_for(lambda: b"YICHUANG_REFUSED=9.0.1" in window.environment(), "the old one starts again, and says which was refused")
    check(sha256(window.image) == sha256(IMAGE), "one that crashes is taken back")
    check(sorted(path.name for path in window.place.glob("Yichuang*")) == ["Yichuang.AppImage"], "nothing of it is left")
    tries = (window.place / "started").stat().st_mtime_ns
    wait_for(lambda: (window.place / "data/running.lock").exists(), "the old one has its store open")
    check(window.process.poll() is None, "the old one runs")
    check(not (window.place / "data/before-update").exists(), "its store is back, and the copy is gone")
    window.end()
    window = None
    check((Path(folder) / "window-crashing/started").stat().st_mtime_ns == tries, "it was tried once")
    office.stop()


def main():
    with tempfile.TemporaryDirectory() as folder:
        format_is_type_2()
        root = unpacked(folder)
        nothing_from_the_host(root)
        walkthroughs(folder)
        system_parts(folder)
        updates(folder, root)
    print(f"{passed} passed, 0 failed")


main()
