#!/usr/bin/env python3
"""Checks a file of `chengshu audit export` with nothing but the file: python3 audit-check.py audit.ndjson.gz [HEAD]

Every entry is hashed again, every link must follow from the one before. HEAD is a hash that was kept elsewhere, from
audit-heads.log, a node's log, or an earlier export: the file's last link must have it, or a link on the way.
"""
import gzip
import hashlib
import json
import sys

NAMES = {"sm3": "sm3", "sha-256": "sha256"}
PARTS = ["id", "at", "account", "who", "event", "outcome", "code", "details", "address"]


def word(value):
    if value is None:
        return b"-,"
    data = value if isinstance(value, bytes) else value.encode()
    return str(len(data)).encode() + b":" + data + b","


def details(values):
    ordered = sorted((key.encode(), value.encode()) for key, value in values.items())
    return b"".join(word(key) + word(value) for key, value in ordered)


def content(entry, name):
    words = [details(entry["details"]) if part == "details" else entry.get(part) for part in PARTS]
    whole = hashlib.new(name, b"".join(word(each) for each in words)).hexdigest()
    parts = b"".join(hashlib.new(name, word(each)).digest()[:4] for each in words).hex()
    return whole, parts


def link(entry, before, name):
    words = [bytes.fromhex(before), str(entry["number"]), entry["id"], entry["sealedAt"], entry["algorithm"],
             bytes.fromhex(entry["content"]), bytes.fromhex(entry["parts"])]
    return hashlib.new(name, b"".join(word(each) for each in words)).hexdigest()


def check(path, wanted):
    lines = (json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8"))
    first = next(lines)
    number, before, seen = first["after"], first["before"], set()
    for entry in lines:
        if "head" in entry:
            if entry["head"] != before:
                return "the last line names another head than the last link"
            if wanted and wanted not in seen:
                return "no link has the hash " + wanted
            return None
        name, place = NAMES[entry["algorithm"]], "link %d, entry %s at %s: " % (entry["number"], entry["id"], entry["at"])
        if entry["number"] != number + 1:
            return place + "links are missing before it"
        if "details" not in entry:
            return place + "the entry is not there"
        whole, parts = content(entry, name)
        if whole != entry["content"]:
            changed = [part for i, part in enumerate(PARTS) if parts[8 * i:8 * i + 8] != entry["parts"][8 * i:8 * i + 8]]
            return place + "changed since it was sealed: " + ", ".join(changed)
        if link(entry, before, name) != entry["hash"]:
            return place + "does not follow from the link before"
        number, before = entry["number"], entry["hash"]
        seen.add(before)
    return "the file ends without its last line"


fault = check(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
print(fault or "whole")
sys.exit(1 if fault else 0)
