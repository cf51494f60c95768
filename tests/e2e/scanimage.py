#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""Somebody else's client scans from the simulated scanner: scanimage through sane-airscan, from the glass and from the feeder.

usage: scanimage.py ESCLSERVER"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
PAGES = 5


def page(path, number):
    """An A4 page at 150 dpi with its number as a row of dark bars, readable after any decoding."""
    width, height = 1240, 1754
    rows = bytearray(b"\xfa" * (width * height))
    for bar in range(number):
        for y in range(100, 300):
            start = y * width + 100 + bar * 120
            rows[start:start + 60] = b"\x10" * 60
    pgm = path.with_suffix(".pgm")
    pgm.write_bytes(b"P5 %d %d 255\n" % (width, height) + bytes(rows))
    subprocess.run(["convert", str(pgm), "-type", "truecolor", "-quality", "90", str(path)], check=True)


def bars(path):
    """How many bars a scanned PNM page has."""
    data = path.read_bytes()
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while data[end:end + 1] not in (b" ", b"\n"):
            end += 1
        if data[at:at + 1] == b"#":
            end = data.index(b"\n", at)
        else:
            fields.append(data[at:end])
        at = end + 1
    channels = {b"P5": 1, b"P6": 3}[fields[0]]
    width, height = int(fields[1]), int(fields[2])
    assert 1200 < width < 1300 and 1700 < height < 1800, (width, height)
    row = data[at + 200 * width * channels:at + 201 * width * channels:channels]
    dark = [value < 128 for value in row]
    return sum(1 for left, right in zip(dark, dark[1:]) if right and not left)


def main():
    for program in ("scanimage", "convert"):
        if not shutil.which(program):
            print(f"{program} is not installed")
            return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        papers = [folder / f"paper{number}.jpg" for number in range(1, PAGES + 1)]
        for number, path in enumerate(papers, 1):
            page(path, number)
        server = subprocess.Popen([sys.argv[1], *map(str, papers)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline())
            (folder / "dll.conf").write_text("airscan\n")
            (folder / "airscan.conf").write_text(f'[devices]\n"Simulated" = http://127.0.0.1:{port}/eSCL, eSCL\n[options]\ndiscovery = disable\n')
            environment = {"SANE_CONFIG_DIR": str(folder), "PATH": "/usr/bin:/bin", "HOME": str(folder)}

            def scanimage(*arguments):
                return subprocess.run(["scanimage", *arguments], env=environment, capture_output=True, text=True, timeout=60)

            listed = scanimage("-L").stdout
            device = listed.split("`")[1].split("'")[0] if "`" in listed else ""
            assert device.startswith("airscan:"), listed
            common = ("-d", device, "--resolution", "150", "-x", "210", "-y", "297", "--format=pnm")
            one = scanimage(*common, "--source", "Flatbed", "-o", str(folder / "one.pnm"))
            assert one.returncode == 0, one.stderr
            assert bars(folder / "one.pnm") == 1
            print("glass: 1 page")
            many = scanimage(*common, "--source", "ADF", f"--batch={folder}/out%d.pnm")
            found = sorted(folder.glob("out*.pnm"), key=lambda path: int(path.stem[3:]))
            assert [bars(path) for path in found] == list(range(1, PAGES + 1)), (many.returncode, many.stderr, found)
            print(f"feeder: {len(found)} pages, in order")
        finally:
            server.stdin.close()
            server.wait(timeout=10)
    return 0


sys.exit(main())
