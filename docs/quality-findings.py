#!/usr/bin/env python3
"""Profiles a dataset, accepts every rule that is proposed, runs them and prints what they raise.

Usage: quality-findings.py DATASET [--http URL] [--token TOKEN] [--rows FOLDER] [--only-list]

One line per rule, tab separated: rule, kind, raised, checked, check. With --rows the failing rows of each rule
are saved as RULE.csv. With --only-list proposals are listed with what they would raise, and nothing is decided.
The token is one of `./chengshu token create --role administrator` (also taken from CHENGSHU_TOKEN).
Needs Python 3.9 and nothing else.
"""
import argparse
import json
import os
import pathlib
import time
import urllib.error
import urllib.parse
import urllib.request


class Door:
    def __init__(self, base, token):
        self.base, self.token = base.rstrip("/"), token

    def raw(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method)
        request.add_header("Authorization", "Bearer " + self.token)
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                return answer.read()
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode(errors='replace')}")

    def json(self, method, path, body=None):
        answer = self.raw(method, path, body)
        return json.loads(answer) if answer else None

    def all(self, path):
        cursor, mark = None, "&" if "?" in path else "?"
        while True:
            page = self.json("GET", path + (f"{mark}cursor={urllib.parse.quote(cursor)}" if cursor else ""))
            yield from page["items"]
            cursor = page.get("next")
            if not cursor:
                return

    def wait(self, job):
        while True:
            now = self.json("GET", f"/api/core/v1/jobs/{job['id']}")
            if now["state"] in ("done", "failed", "interrupted", "cancelled"):
                if now["state"] != "done":
                    why = (now.get("error") or {}).get("en", "")
                    raise SystemExit(f"{now['title']['en']}: {now['state']} {why}")
                return
            time.sleep(0.5)


def main():
    says = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    says.add_argument("dataset")
    says.add_argument("--http", default="http://127.0.0.1:8080")
    says.add_argument("--token", default=os.environ.get("CHENGSHU_TOKEN", ""))
    says.add_argument("--rows", type=pathlib.Path)
    says.add_argument("--only-list", action="store_true")
    wanted = says.parse_args()
    door = Door(wanted.http, wanted.token)
    quoted = urllib.parse.quote(wanted.dataset)
    door.wait(door.json("POST", f"/api/data/v1/datasets/{quoted}/profile"))
    proposals = list(door.all(f"/api/data/v1/quality/proposals?dataset={quoted}"))
    if wanted.only_list:
        for one in proposals:
            line(one["rule"]["id"], one["rule"].get("kind", "-"), one["wouldRaise"], one["checked"], one["rule"]["check"])
        return
    for one in proposals:
        door.json("POST", f"/api/data/v1/quality/proposals/{one['id']}/accept")
    door.wait(door.json("POST", f"/api/data/v1/quality/datasets/{quoted}/run"))
    checks = {rule["id"]: rule["check"] for rule in door.all(f"/api/data/v1/quality/rules?dataset={quoted}")}
    state = door.json("GET", f"/api/data/v1/quality/datasets/{quoted}")
    for result in sorted(state["results"], key=lambda one: one["rule"]):
        if result.get("unfit"):
            print(f"{result['rule']}: {result['unfit']}")
            continue
        line(result["rule"], result["kind"], result["failing"], result["checked"], checks.get(result["rule"], {}))
    last = state["last"]
    if last.get("score") is not None:
        print(f"score\t{last['score']:.2f}\t{last['rows']} rows\t{last['statementMillis']} ms")
    if wanted.rows:
        wanted.rows.mkdir(parents=True, exist_ok=True)
        for finding in door.all(f"/api/data/v1/quality/findings?dataset={quoted}&state=open"):
            path = f"/api/data/v1/quality/findings/{finding['id']}/rows.csv"
            (wanted.rows / f"{finding['rule']}.csv").write_bytes(door.raw("GET", path))


def line(rule, kind, raised, checked, check):
    print(f"{rule}\t{kind}\t{raised}\t{checked}\t{json.dumps(check, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
