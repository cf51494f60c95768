#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""start.py IMAGE PLAIN: seconds from the start to the first window, of the AppImage and of the plain build, with nothing in the
page cache (needs root) and with everything in it. The difference is what counts."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
ENVIRONMENT = dict(os.environ, QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=tempfile.mkdtemp())


def forget_files():
    subprocess.run(["sync"], check=True)
    Path("/proc/sys/vm/drop_caches").write_text("3")


def seconds(program, folder):
    """The program says that its window is there by making a file, as it does while a new version is tried out."""
    mark = Path(folder) / "started"
    mark.unlink(missing_ok=True)
    began = time.monotonic()
    process = subprocess.Popen([program, "--data", Path(folder) / "data", "--passphrase", "x", "--recovery-key", "A" * 43 + "="],
                               env=ENVIRONMENT | {"YICHUANG_TRIAL": str(mark)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not mark.exists():
        if process.poll() is not None or time.monotonic() - began > 60:
            sys.exit(f"{program} did not show a window")
        time.sleep(0.005)
    took = time.monotonic() - began
    process.terminate()
    process.wait(30)
    return took


def main():
    image, plain = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        for state in ("cold", "warm") if os.geteuid() == 0 else ("warm",):
            figures = {image: [], plain: []}
            for _ in range(ROUNDS):
                for program in (image, plain):
                    if state == "cold":
                        forget_files()
                    figures[program].append(seconds(program, folder))
            of_image, of_plain = (statistics.median(figures[program]) for program in (image, plain))
            print(f"{state}: AppImage {of_image:.2f} s, plain {of_plain:.2f} s, {of_image - of_plain:+.2f} s")


main()
