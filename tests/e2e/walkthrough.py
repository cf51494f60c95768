#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""The clerk's whole job against a back office in a process of its own; what was printed is read with other people's tools
(pdftotext, zbarimg) and held against what GET /cases/{id} answers. An altered template has to raise the count."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

YICHUANG, BACKOFFICE, TEMPLATES = os.environ["YICHUANG"], os.environ["BACKOFFICE"], Path(os.environ["TEMPLATES"])


def walk(folder, *more):
    run = subprocess.run([YICHUANG, "--walkthrough", str(folder), "--back-office-program", BACKOFFICE, *more],
                         capture_output=True, text=True, timeout=200)
    print(run.stdout[-3000:], run.stderr[-1000:])
    return run.returncode, json.loads((folder / "summary.json").read_text())


class BackOffice:
    """The same data served again, to be asked from outside."""

    def __init__(self, folder):
        self.process = subprocess.Popen([BACKOFFICE, "serve", "--data", str(folder), "--port", "0"], stdout=subprocess.PIPE, text=True)
        self.url = re.search(r"http\S+", self.process.stdout.readline()).group()
        answer = self.ask("sessions", {"clerk": "900", "password": "training", "window": "12", "takeOver": True})
        self.token = answer["accessToken"]

    def ask(self, path, body=None):
        headers = {"Content-Type": "application/json"}
        if hasattr(self, "token"):
            headers["Authorization"] = "Bearer " + self.token
        data = json.dumps(body).encode() if body else None
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/v1/{path}", data, headers), timeout=20) as reply:
            return json.load(reply)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def text_of(pdf):
    return re.sub(r"\s", "", subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout)


def qr_of(pdf, scratch):
    subprocess.run(["pdftoppm", "-r", "200", "-png", str(pdf), str(scratch / "page")], check=True)
    found = ""
    for page in sorted(scratch.glob("page*.png")):
        found += subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(page)], capture_output=True, text=True,
                                env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": "disabled:"}).stdout
        page.unlink()
    return found.strip()


def date(iso):
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


def compare(case, papers, scratch):
    differing = []
    for paper in case["papers"]:
        pdf = papers / f"{case['number']}-{paper['kind']}.pdf"
        text = text_of(pdf)
        wanted = [case["number"], case["item"]["name"], case["applicant"]["name"], case["clerk"]["name"], case["queryCode"]]
        if paper["kind"].endswith("acceptance-notice"):
            instant = case["promisedDays"] == 0
            wanted += ["当场办结"] if instant else [date(case["promisedUntil"]), date(case["statutoryUntil"])]
        for material in case["deferred"]:
            wanted += [material["name"], date(material["deadline"])]
        missing = paper["kind"] == "one-time-notice"
        if paper["kind"] != "commitment-letter":
            wanted += [m["name"] for m in case["materials"] if (m["status"] == "missing") == missing]
        differing += [f"{pdf.name}: {value}" for value in wanted if re.sub(r"\s", "", value) not in text]
        if qr_of(pdf, scratch) != "https://hall.example/q/" + case["queryCode"]:
            differing.append(f"{pdf.name}: QR")
        fonts = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        differing += [f"{pdf.name}: font not embedded: {line}" for line in fonts if " yes " not in line]
    return differing


def main():
    scratch = Path(tempfile.mkdtemp())
    try:
        folder = scratch / "out"
        code, summary = walk(folder)
        wanted = {"tickets_called": 4, "tickets_finished": 4, "cases": {"accepted": 2, "deferred": 1, "one_time_notice": 1, "others": 0},
                  "outbox_left": 0, "cases_at_back_office": 4, "mismatches": 0}
        assert code == 0, f"exit {code}"
        assert {key: summary[key] for key in wanted} == wanted, summary
        assert summary["pages"] == 14 and summary["papers"] == len(list((folder / "papers").glob("*.pdf"))), summary
        assert len(list(folder.glob("*.png"))) >= 15
        office = BackOffice(folder / "data" / "backoffice")
        try:
            cases = office.ask("cases?limit=200")["cases"]
            assert len(cases) == 4 and len({case["number"] for case in cases}) == 4
            for case in cases:
                differing = compare(office.ask("cases/" + case["id"]), folder / "papers", scratch)
                assert not differing, differing
        finally:
            office.stop()

        code, summary = walk(scratch / "supplement", "--script", "supplement")
        assert code == 0, summary
        assert summary["supplements"] == summary["delivered"] == 1 and summary["mismatches"] == 0, summary
        assert len(list((scratch / "supplement" / "papers").glob("*supplement-slip.pdf"))) == 1

        for script, taken in (("expiry", {"deferred": 3}), ("refusal", {"others": 3}), ("bundle", {"accepted": 3}),
                              ("prefiling", {"accepted": 1}), ("conflict", {"deferred": 2}),
                              ("handover", {"accepted": 1})):
            code, summary = walk(scratch / script, "--script", script)
            assert code == 0 and summary["mismatches"] == 0, summary
            assert {key: summary["cases"][key] for key in taken} == taken, summary

        altered = scratch / "templates"
        shutil.copytree(TEMPLATES, altered)
        notice = altered / "acceptance-notice.html"
        notice.write_text(notice.read_text(encoding="utf-8").replace("{{promisedUntil}}", "2020年1月1日"), encoding="utf-8")
        code, summary = walk(scratch / "altered", "--templates", str(altered))
        assert code != 0 and summary["mismatches"] >= 1, summary
        print("papers and back office agree; an altered template is noticed")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
