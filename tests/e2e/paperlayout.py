#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""Every kind of paper for cases that are hard to set, read back with other people's tools: nothing leaves its page or lies on
other words, fonts are embedded, the QR answers, and names stand there whole. Arguments: the program that sets them, and a folder
to keep them in."""

import html
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MM = 72 / 25.4
SHEET = (210 * MM, 297 * MM)
SLIP_WIDTH = 80 * MM
SHEET_MARGIN = 18 * MM # what lies beyond is cut off
SLIP_MARGIN = 4 * MM
NEAR = 0.5 * MM # by which a box may be off
LINE = 0.3 # of a word's box is ascent and descent that neighbouring lines may share
KINDS = {"receipt-slip", "acceptance-notice", "deferred-acceptance-notice", "commitment-letter", "one-time-notice", "supplement-slip",
         "refusal-notice", "deferred-receipt-slip", "procedure-notice", "delivery-receipt", "checklist", "hand-over-list",
         "progress-answer", "ticket-slip"}
WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
PAGE = re.compile(r'<page width="(.+?)" height="(.+?)">(.*?)</page>', re.S)


def told(*command):
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, (command, run.stderr)
    return run.stdout


def pages_of(pdf):
    for width, height, words in PAGE.findall(told("pdftotext", "-bbox", pdf, "-")):
        yield float(width), float(height), [(*map(float, word[:4]), html.unescape(word[4])) for word in WORD.findall(words)]


def visible(pages, margin):
    """The words of each page but those that are drawn above or below its text and cut off, for the page before or after shows
    them."""
    shown = [[word for word in words if word[3] > margin + NEAR and word[1] < height - margin - NEAR] for _, height, words in pages]
    for number, (_, height, words) in enumerate(pages):
        for word in set(words) - set(shown[number]):
            other = number + (1 if word[1] > height / 2 else -1)
            if other not in range(len(pages)) or word[4] not in (neighbour[4] for neighbour in shown[other]):
                shown[number].append(word)
    return shown


def overlapping(words):
    """Pairs of words of which one lies on the other."""
    for number, (left, top, right, bottom, text) in enumerate(words):
        for left2, top2, right2, bottom2, text2 in words[number + 1:]:
            across = min(right, right2) - max(left, left2)
            down = min(bottom, bottom2) - max(top, top2)
            if across > 1 and down > LINE * min(bottom - top, bottom2 - top2):
                yield text, text2


def faults_of_layout(paper, pdf):
    margin = SLIP_MARGIN if paper["slip"] else SHEET_MARGIN
    pages = list(pages_of(pdf))
    if not 1 <= len(pages) <= paper["pages"]:
        yield f"has {len(pages)} pages, not {paper['pages']} at most"
    for number, ((width, height, _), words) in enumerate(zip(pages, visible(pages, margin)), 1):
        if abs(width - (SLIP_WIDTH if paper["slip"] else SHEET[0])) > NEAR or not paper["slip"] and abs(height - SHEET[1]) > NEAR:
            yield f"page {number} measures {width / MM:.0f} × {height / MM:.0f} mm"
        if not words:
            yield f"page {number} is empty"
        for left, top, right, bottom, text in words:
            if left < margin - NEAR or top < margin - NEAR or right > width - margin + NEAR or bottom > height - margin + NEAR:
                yield f"page {number}: \"{text}\" leaves the page ({left / MM:.1f}, {top / MM:.1f}) – ({right / MM:.1f}, {bottom / MM:.1f}) mm"
        for text, text2 in overlapping(words):
            yield f"page {number}: \"{text}\" lies on \"{text2}\""


def faults_of_fonts(pdf):
    fonts = told("pdffonts", pdf).splitlines()
    column = fonts[0].index("emb")
    if len(fonts) < 3:
        yield "has no fonts"
    for font in fonts[2:]:
        if font[column:column + 3] != "yes":
            yield f"does not embed {font.split()[0]}"


def texts_of(paper, pdf):
    """Of each page without white space, in the order it was set, and without what is cut off at the margins."""
    margin = SLIP_MARGIN if paper["slip"] else SHEET_MARGIN
    width, height, _ = next(pages_of(pdf))
    left, across, down = (str(round(length)) for length in (margin, width - 2 * margin, height - 2 * margin))
    text = told("pdftotext", "-raw", "-x", left, "-y", left, "-W", across, "-H", down, pdf, "-")
    return [re.sub(r"\s", "", page) for page in text.split("\f")]


def says(texts, words):
    """On one page, or begun on it and continued in its column on the next."""
    return any(words in text for text in texts) or any(words[:cut] in text and words[cut:] in following for text, following in
                                                       zip(texts, texts[1:]) for cut in range(1, len(words)))


def faults_of_words(paper, pdf):
    texts = texts_of(paper, pdf)
    for words in paper["words"]:
        if not says(texts, re.sub(r"\s", "", words)):
            yield f"does not say \"{words}\""


def faults_of_code(paper, pdf):
    told("pdftoppm", "-r", 150, "-png", pdf, pdf.with_suffix(""))
    found = []
    texts = texts_of(paper, pdf)
    for number, image in enumerate(sorted(pdf.parent.glob(f"{pdf.stem}-[0-9].png"))):
        run = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", image], capture_output=True, text=True, timeout=60)
        found += run.stdout.splitlines()
        if run.stdout and paper.get("beside", "查询码") not in texts[number]:
            yield f"page {number + 1} has the code without its words"
    if found != [paper["qr"]]:
        yield f"its code answers {found}, not \"{paper['qr']}\""


def faults_of(paper, folder):
    if "error" in paper:
        yield paper["error"]
        return
    pdf = folder / paper["file"]
    yield from faults_of_layout(paper, pdf)
    yield from faults_of_fonts(pdf)
    yield from faults_of_words(paper, pdf)
    yield from faults_of_code(paper, pdf)


def main(program, folder):
    subprocess.run([program, folder, *([os.environ["TEMPLATES"]] if "TEMPLATES" in os.environ else [])], check=True, timeout=120)
    papers = json.loads((folder / "papers.json").read_text(encoding="utf-8"))
    kinds = {paper["kind"] for paper in papers}
    assert KINDS <= kinds, kinds
    faults = [f"{paper['kind']}, {paper['case']}: {fault}" for paper in papers for fault in faults_of(paper, folder)]
    for fault in faults:
        print(fault)
    print(f"{len(papers)} papers of {len(kinds)} kinds, {len(faults)} faults")
    return 1 if faults else 0


if len(sys.argv) > 2:
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
with tempfile.TemporaryDirectory() as kept:
    sys.exit(main(sys.argv[1], Path(kept)))
