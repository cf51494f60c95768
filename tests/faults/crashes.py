#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""Kills the clerk's program and the back office, one at a time, at seeded moments of every phase; started again, each case is
at the back office exactly once, no page is lost, and every accepted case has its papers.

crashes.py --rounds 50 --seed 1"""

import argparse
import collections
import os
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

CLERK, BACKOFFICE, SEED = os.environ["CLERK"], os.environ["BACKOFFICE"], Path(os.environ["SEED"])
# Where a round kills: (phase, who).
PHASES = ["page arriving", "sealed, row not written", "verdict", "between commit and print", "request sent, reply lost",
          "upload half done", "back office: request sent, reply lost", "back office: upload half done"]
CASES = 3


class Proxy:
    """Carries the clerk's connections to the back office and strikes at a chosen moment."""

    def __init__(self, target):
        self.target, self.strike, self.when, self.skip = target, None, None, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client,), daemon=True).start()

    def due(self, when, data):
        if self.when != when or not self.strike or not data:
            return False
        self.skip -= 1
        return self.skip < 0

    def hit(self):
        strike, self.strike = self.strike, None
        if strike:
            strike()

    def carry(self, client):
        try:
            server = socket.create_connection(("127.0.0.1", self.target), timeout=5)
        except OSError:
            client.close()
            return
        state = {"put": False}

        def upward():
            try:
                while data := client.recv(8192):
                    if data.startswith(b"PUT /v1/cases/"):
                        state["put"] = True
                    if data.startswith(b"PATCH ") and self.due("upload half done", data):
                        server.sendall(data[: len(data) // 2])
                        self.hit()
                        break
                    server.sendall(data)
            except OSError:
                pass
            server.close()

        threading.Thread(target=upward, daemon=True).start()
        try:
            while data := server.recv(65536):
                if state["put"] and self.due("request sent, reply lost", data):
                    self.hit()  # the back office has done it; nobody hears of it
                    break
                state["put"] = False
                client.sendall(data)
        except OSError:
            pass
        client.close()


def count(pages):
    return sum(int(number) for number in re.findall(r"=(\d+)", pages))


def free_port(random_):
    """Below the range that connections take theirs from: it has to be free again after each kill."""
    while True:
        port = random_.randrange(20000, 30000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class Round:
    def __init__(self, folder, phase, random_):
        self.folder, self.phase, self.random = folder, phase, random_
        self.data = folder / "window"
        self.office_folder = folder / "hall"
        self.office_port = free_port(random_)
        self.office = self.clerk = None
        self.kills = 0
        self.saved, self.shown = None, []
        self.came_back = False
        self.reached = threading.Event()
        self.proxy = Proxy(self.office_port)

    def start_office(self):
        self.office = subprocess.Popen([BACKOFFICE, "serve", "--data", str(self.office_folder), "--port", str(self.office_port)],
                                       stdout=subprocess.PIPE, text=True)
        assert "listening" in self.office.stdout.readline()

    def start_clerk(self, cases):
        self.clerk = subprocess.Popen([CLERK, str(self.data), f"http://127.0.0.1:{self.proxy.port}", str(cases)],
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def kill(self, process):
        self.kills += 1
        process.send_signal(signal.SIGKILL)
        self.reached.set()

    def strike_office(self):
        self.kill(self.office)
        self.office.wait()
        self.start_office()

    def arm(self):
        phase = self.phase.removeprefix("back office: ")
        if phase in ("request sent, reply lost", "upload half done"):
            self.proxy.skip = self.random.randrange(2)
            self.proxy.when = phase
            at_office = self.phase.startswith("back office")
            self.proxy.strike = self.strike_office if at_office else (lambda: self.kill(self.clerk))
        if phase == "sealed, row not written":
            threading.Thread(target=self.watch_pages, args=(self.random.randrange(1, 9),), daemon=True).start()

    def watch_pages(self, nth):
        """Strikes the moment the n-th page file gets its name: its row is still to be written."""
        folder = self.data / "pages"
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not self.reached.is_set():
            if folder.is_dir() and sum(name.endswith(".page") for name in os.listdir(folder)) >= nth:
                self.kill(self.clerk)
                return

    def follow(self):
        """Reads what the clerk says until the end or the strike; returns True when everything is done."""
        word = {"page arriving": "page-arriving", "verdict": "verdict", "between commit and print": "printing"}.get(self.phase)
        nth = self.random.randrange(1, {"page arriving": 9, "verdict": 4, "between commit and print": 4}.get(self.phase, 2))
        for line in self.clerk.stdout:
            self.remember(line.strip())
            if word and line.startswith(word) and not self.reached.is_set():
                nth -= 1
                if nth == 0:
                    self.kill(self.clerk)
            if line.startswith("done"):
                return True
        return False

    def remember(self, line):
        """What was in the store must be on screen again after a crash, or what was shown after it; pages may be more."""
        word, _, rest = line.partition(" ")
        if word == "saved":
            self.saved, self.shown = rest, [rest] + self.shown[-3:]
        elif word == "shown":
            self.shown.append(rest)
        elif word == "accepted":
            self.saved, self.shown = None, []
        elif word == "resumed":
            self.resumed(*rest.rsplit(" focus=", 1))

    def resumed(self, outline, focus):
        if self.kills == 0:
            return
        accepted = self.saved and self.is_case(self.saved.split()[0])
        if self.saved and not accepted:
            body, _, pages = outline.partition(" pages=")
            before = [entry.partition(" pages=") for entry in self.shown]
            assert body in [entry[0] for entry in before], f"came back to «{outline}» instead of «{self.saved}»"
            assert count(pages) >= count(self.saved.partition(" pages=")[2]), f"pages lost: «{outline}» after «{self.saved}»"
            step = re.search(r"step=(\d)", body)[1]
            wanted = {"0": ("QLineEdit", "QListWidget"), "1": ("MaskedEdit", "QComboBox"), "2": ("ChecklistView",)}[step]
            if step == "0" and re.search(r"item=[^/ ]+/[^/ ]+ ", body):  # both are chosen: on to the applicant, which was not saved any more
                wanted += ("MaskedEdit",)
            assert focus in wanted, f"the focus is in {focus} at step {step}"
            self.came_back = True
        self.saved, self.shown = None, []

    def is_case(self, case):
        with sqlite3.connect(self.data / "window.sqlite") as database:
            return database.execute("SELECT 1 FROM case_record WHERE id = ?", (case,)).fetchone() is not None

    def play(self):
        self.data.mkdir(parents=True)
        for command, file in (("seed", "hall.json"), ("import", "catalogue.json")):
            subprocess.run([BACKOFFICE, command, str(self.hall_seed() if command == "seed" else SEED / file), "--data", str(self.office_folder)],
                           check=True, stdout=subprocess.DEVNULL)
        self.start_office()
        self.arm()
        for _ in range(4):
            have = self.committed()
            timer = None
            self.start_clerk(max(CASES - have, 0) if have else CASES)
            timer = threading.Timer(60, self.clerk.kill)
            timer.start()
            done = self.follow()
            self.clerk.wait()
            timer.cancel()
            if done:
                break
        else:
            raise AssertionError("never came to an end")
        assert self.kills == 1, f"struck {self.kills} times"
        self.check()

    def hall_seed(self):
        target = self.folder / "hall.json"
        if not target.exists():
            target.write_text(subprocess.run([CLERK, "--hall-seed"], capture_output=True, text=True, check=True).stdout, encoding="utf-8")
        return target

    def committed(self):
        path = self.data / "window.sqlite"
        if not path.exists():
            return 0
        with sqlite3.connect(path) as database:
            try:
                return database.execute("SELECT count(*) FROM case_record").fetchone()[0]
            except sqlite3.OperationalError:
                return 0

    def check(self):
        here, there = sqlite3.connect(self.data / "window.sqlite"), sqlite3.connect(self.office_folder / "backoffice.sqlite")
        mine = dict(here.execute("SELECT id, number FROM case_record"))
        theirs = collections.Counter(row[0] for row in there.execute("SELECT id FROM case_record"))
        assert len(mine) >= CASES, f"{len(mine)} cases"
        assert set(theirs) == set(mine) and set(theirs.values()) == {1}, "each case exactly once"
        assert dict(there.execute("SELECT id, number FROM case_record")) == mine, "numbers differ"
        assert len(set(mine.values())) == len(mine), "a number was given twice"
        assert here.execute("SELECT count(*) FROM outbox").fetchone()[0] == 0
        assert here.execute("SELECT count(*) FROM draft").fetchone()[0] == 0
        for case in mine:
            pages = there.execute("SELECT count(*) FROM case_page WHERE case_id = ?", (case,)).fetchone()[0]
            assert pages == 4, f"{pages} pages instead of 4"
            assert here.execute("SELECT count(*) FROM paper_print WHERE case_id = ?", (case,)).fetchone()[0] > 0, "not printed"
        files = {path.name for path in (self.data / "pages").iterdir()}
        rows = {row[0] for row in here.execute("SELECT file FROM page")}
        assert files == rows, f"pages without a row: {len(files - rows)}, rows without a page: {len(rows - files)}"
        tickets = collections.Counter(row[0] for row in there.execute("SELECT state FROM ticket WHERE state <> 'waiting'"))
        assert tickets["done"] == sum(tickets.values()) <= len(mine), f"tickets left behind: {dict(tickets)}"

    def end(self):
        for process in (self.clerk, self.office):
            if process and process.poll() is None:
                process.kill()
                process.wait()
        self.proxy.listener.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    done, back = collections.Counter(), collections.Counter()
    for number in range(arguments.rounds):
        phase = PHASES[number % len(PHASES)]
        folder = Path(tempfile.mkdtemp())
        game = Round(folder, phase, random.Random(arguments.seed * 1000 + number))
        try:
            game.play()
            done[phase] += 1
            back[phase] += game.came_back
        except AssertionError as error:
            print(f"round {number} ({phase}): {error}; kept in {folder}")
            game.end()
            return 1
        game.end()
        shutil.rmtree(folder, ignore_errors=True)
    for phase in PHASES:
        print(f"{phase}: {done[phase]}, in {back[phase]} of them a draft was on screen and came back to its step")
    print(f"{sum(done.values())} rounds, no case lost or doubled, no page or ticket lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
