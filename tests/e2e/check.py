#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""yichuang --check on a machine without a display: a line for everything, an exit code by the worst of them."""

import json
import os
import subprocess
import sys
import tempfile

SUBJECTS = {"reader", "scanner", "printer", "store", "space", "clock", "calendar", "catalogue", "back-office", "titles"}
WORST = {"ok": 0, "degraded": 1, "broken": 2}


def check(*arguments):
    environment = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    run = subprocess.run([os.environ["YICHUANG"], "--check", *arguments], env=environment, capture_output=True, text=True, timeout=60)
    return run.returncode, run.stdout


with tempfile.TemporaryDirectory() as folder:
    code, text = check("--json", "--training", "--data", folder)
    answer = json.loads(text)
    states = {line["subject"]: line["state"] for line in answer["lines"]}
    assert set(states) == SUBJECTS, states
    assert code == WORST[answer["state"]] == max(WORST[state] for state in states.values()), (code, answer)
    # The simulated devices and the embedded back office are there; a new window has no catalogue yet, and that stops it.
    for subject in ("reader", "scanner", "printer", "store", "back-office"):
        assert states[subject] == "ok", (subject, answer)
    assert states["catalogue"] == "broken" and code == 2, answer
    assert all(line["advice"] for line in answer["lines"] if line["state"] != "ok"), answer

    # What not every window has is looked at where it is said to be there.
    code, text = check("--json", "--training", "--data", folder, "--camera", "auto", "--second-screen", "on", "--voice", "on")
    states = {line["subject"]: line["state"] for line in json.loads(text)["lines"]}
    assert set(states) == SUBJECTS | {"camera", "display", "voice"}, states
    assert states["camera"] == "ok" and states["display"] == "degraded", states

    code, text = check("--passphrase", "x", "--recovery-key", "A" * 43 + "=", "--data", folder + "/other", "--reader", "none", "--scanner", "none",
                       "--back-office", "http://127.0.0.1:9")
    lines = text.splitlines()
    assert code == 2 and len(lines) >= 7, (code, text)
    print(text)
sys.exit(0)
