#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang Authors
# SPDX-License-Identifier: Apache-2.0

"""yichuang-backoffice import: ten thousand items as JSON and as a table, what changes afterwards, and files that are broken,
each with what is said of it and nothing changed."""

import atexit
import copy
import csv
import io
import json
import os
import re
import sqlite3
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HALL = json.loads((ROOT / "resources/training/catalogue.json").read_text(encoding="utf-8"))
MANY = 10_000
AIM = 10 # seconds
COLUMNS = ["事项编码", "事项名称", "部门", "取号类别", "收费", "申请人", "法定时限", "承诺时限", "容缺份数", "容缺时限", "早于承诺", "容缺上限", "情形",
           "材料编码", "材料名称", "主件", "可容缺", "形式", "份数", "适用情形"]
folder = Path(tempfile.mkdtemp(prefix="yichuang-import-"))
atexit.register(shutil.rmtree, folder, ignore_errors=True)
done = 0


def imported(name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    began = time.monotonic()
    run = subprocess.run([os.environ["BACKOFFICE"], "import", name, "--data", "data"], cwd=folder, capture_output=True, text=True, timeout=120)
    return run.returncode, run.stdout, run.stderr, time.monotonic() - began


def running():
    with sqlite3.connect(folder / "data/backoffice.sqlite") as database:
        return database.execute("SELECT name, etag, body FROM document ORDER BY name").fetchall(), database.execute(
            "SELECT code, hash, changed_in, removed FROM catalogue_item ORDER BY code").fetchall()


def many():
    catalogue = copy.deepcopy(HALL)
    catalogue["items"] = []
    catalogue["bundles"] = []  # of items that are not among these
    for number in range(MANY):
        item = copy.deepcopy(HALL["items"][number % len(HALL["items"])])
        item["code"] = f"G{number:08}"
        item["name"] += f"第{number}号"
        item["pinyin"] = item["initials"] = []
        catalogue["items"].append(item)
    return catalogue


def text_of(catalogue):
    return json.dumps(catalogue, ensure_ascii=False, indent=1)


def table_of(rows, columns=COLUMNS):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def good_rows():
    return [["T1", "开店", "市监局", "A", "不收费", "个人；企业", "20", "10", "1", "5", "2", "20", "new=新办;change=变更", "app", "申请表", "是", "否", "原件", "1", ""],
            ["", "", "", "", "", "", "", "", "", "", "", "", "", "health", "健康证明", "否", "是", "原件", "1", "new"],
            ["T2", "备案", "发改委", "B", "不收费", "企业", "5", "1", "", "", "", "", "only=备案", "form", "备案表", "是", "", "", "", ""]]


def check(condition, what, *more):
    global done
    assert condition, (what, *more)
    done += 1


def sizes():
    global HALL
    code, out, err, took = imported("many.json", text_of(many()))
    check(code == 0 and f"{MANY} items imported: {MANY} new or changed, 0 gone" in out, "ten thousand items", out, err)
    print(f"{MANY} items of JSON: {took:.1f} s")
    check(took < AIM, "in under ten seconds", took)
    rows = []
    for number in range(MANY):
        rows.append([f"G{number:08}", f"开店第{number}号", *good_rows()[0][2:]])
        rows.append(good_rows()[1])
    code, out, err, took = imported("many.csv", table_of(rows))
    check(code == 0 and f"{MANY} items imported" in out, "the same many as a table", out, err)
    print(f"{MANY} items of a table: {took:.1f} s")
    check(took < AIM, "in under ten seconds", took)
    code, out, err, _ = imported("hall.json", text_of(HALL))
    check(code == 0 and f"{len(HALL['items'])} new or changed, {MANY} gone" in out, "a hall's own", out, err)
    code, out, err, _ = imported("hall.json", text_of(HALL))
    check(code == 0 and "0 new or changed, 0 gone" in out, "the same again", out, err)
    changed = copy.deepcopy(HALL)
    changed["items"][5]["fee"] = "每件 50 元"
    code, out, err, _ = imported("hall.json", text_of(changed))
    check(code == 0 and "1 new or changed, 0 gone" in out, "one item", out, err)
    warned = copy.deepcopy(HALL)
    warned["items"][0]["materials"][1]["name"] = "营业执照复印件"
    line = next(i for i, words in enumerate(text_of(warned).split("\n"), 1) if "营业执照复印件" in words)
    code, out, err, _ = imported("warned.json", text_of(warned))
    check(code == 0 and err == f'warned.json:{line}:14: warning: /items/0/materials/1/name "营业执照复印件" says nothing of what is wanted; '
          "the reform forbids such a name\n", "a name that the reform forbids", err)


def broken_json(name, change, pointer, words, near):
    """`near`: a text that stands once in the line at fault, or its number."""
    catalogue = copy.deepcopy(HALL)
    change(catalogue)
    text = text_of(catalogue)
    lines = text.split("\n")
    if near is None: # the last line of the kind
        line = max(i for i, words_ in enumerate(lines, 1) if pointer.rsplit("/", 1)[1] in words_ and '"code": "9' in words_)
    else:
        line = near if isinstance(near, int) else next(i for i, words_ in enumerate(lines, 1) if near in words_)
    return (f"{name}.json", text, rf"{name}\.json:{line}:\d+: error: {re.escape(pointer + ' ' if pointer else '')}{re.escape(words)}")


def item(number, **values):
    return lambda catalogue: catalogue["items"][number].update(values)


def broken_files():
    rows = good_rows()
    first = len(table_of([]).split("\n")) - 1

    def with_cell(row, column, value):
        changed = [list(cells) for cells in rows]
        changed[row][COLUMNS.index(column)] = value
        return table_of(changed)

    def at(row, column):
        return f"{row + first + 1}:{COLUMNS.index(column) + 1}"

    yield broken_json("no-name", item(3, name=""), "/items/3/name", "is missing or empty", '"name": ""')
    yield broken_json("negative", item(2, promisedDays=-4), "/items/2/promisedDays", 'must be a whole number from 0 to 1000, not "-4"', '"promisedDays": -4')
    yield broken_json("beyond", item(2, promisedDays=999), "/items/2/promisedDays", "is longer than the statutory limit", '"promisedDays": 999')
    yield broken_json("loud", item(4, silence="loud"), "/items/4/silence", 'does not know "loud"', '"silence": "loud"')
    twin = copy.deepcopy(HALL["items"][0])
    yield broken_json("twice", lambda c: c["items"].append({**twin, "ticketClass": "twin"}), f"/items/{len(HALL['items'])}/code",
                      f'"{twin["code"]}" is there already', None)
    yield broken_json("long", item(0, code="1" * 65), "/items/0/code", "has more than 64 characters", "1" * 65)
    yield broken_json("key", lambda c: c["items"][0]["materials"][0].update(deferrable=True), "/items/0/materials/0/deferrable",
                      '"app" is a key material and can never be deferred', '"deferrable": true')
    yield broken_json("unknown", lambda c: c["items"][0]["scenarios"][0]["materials"].append("nowhere"), "/items/0/scenarios/0/materials/3",
                      '"nowhere" is no material of this item', '"nowhere"')
    yield broken_json("no-scenario", item(0, scenarios=[]), "/items/0/scenarios", "is missing or empty", '"scenarios": []')
    yield broken_json("no-hall", lambda c: c.pop("hall"), "/hall/code", "is missing or empty", 1)
    yield broken_json("no-version", lambda c: c.pop("version"), "/version", "is missing or empty", 1)
    text = text_of(HALL)
    yield "cut.json", text[:-30], r"cut\.json:\d+:\d+: error: this is not JSON: .+"
    yield "comma.json", text.replace('"hall": {', '"hall": {,', 1), r"comma\.json:22:\d+: error: this is not JSON: .+"
    yield "list.json", "[]", r"list\.json:1:1: error: the file must hold one JSON object"
    yield "empty.csv", "", r'empty\.csv:1:1: error: the column "code" is missing'
    yield "gbk.csv", table_of(rows).encode("gbk"), r'gbk\.csv:1:1: error: this line is not UTF-8; save the table as "CSV UTF-8"'
    yield "open.csv", table_of(rows).replace("T2,", 'T2,"', 1), rf"open\.csv:{first + 3}:1: error: a quotation that begins here never ends"
    yield "price.csv", table_of(rows, [*COLUMNS[:-1], "价格"]), rf'price\.csv:1:{len(COLUMNS)}: error: there is no column "价格"'
    yield "wide.csv", table_of([rows[0] + ["x"]]), rf"wide\.csv:{first + 1}:{len(COLUMNS) + 1}: error: this row has more cells than the first"
    yield "orphan.csv", table_of([rows[1]]), rf"orphan\.csv:{first + 1}:1: error: this row belongs to no item"
    yield "flag.csv", with_cell(1, "主件", "也许"), rf'flag\.csv:{at(1, "主件")}: error: must be yes or no, not "也许"'
    yield "scenario.csv", with_cell(1, "适用情形", "renew"), rf'scenario\.csv:{at(1, "适用情形")}: error: "renew" is no scenario of this item'
    yield "days.csv", with_cell(2, "法定时限", "五"), rf'days\.csv:{at(2, "法定时限")}: error: /items/1/statutoryDays must be a whole number from 0 to 1000, not "五"'
    yield "form.csv", with_cell(1, "形式", "口头"), rf'form\.csv:{at(1, "形式")}: error: /items/0/materials/1/form does not know "口头"'
    yield "nameless.csv", with_cell(2, "事项名称", ""), rf'nameless\.csv:{at(2, "事项名称")}: error: /items/1/name is missing or empty'


def main():
    code, out, err, _ = imported("first.csv", table_of(good_rows()))
    check(code == 1 and "first.csv:1:1: error: a table has no hall in it; import a JSON catalogue first" in err, "a table alone", err)
    sizes()
    before = running()
    for name, content, expected in broken_files():
        code, out, err, _ = imported(name, content)
        check(code == 1 and out == "" and re.search(rf"^{expected}$", err, re.M), name, expected, err)
        check(re.search(r"^\d+ errors; the running catalogue was not changed$", err, re.M), name, err)
        check(running() == before, f"{name} changed something")
    print(f"{done} passed, 0 failed")


main()
