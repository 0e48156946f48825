#!/usr/bin/env python3
"""Every relative link in a Markdown file leads to a file, and every #anchor to a heading: links.py ROOT"""

import pathlib
import re
import sys
import unicodedata

FOLDERS = ("docs", "sample_data", "core", "geo", "tools", "tests", ".")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")


def pages(root):
    found = set(root.glob("*.md"))
    for folder in FOLDERS[:-1]:
        found.update((root / folder).rglob("*.md"))
    return sorted(page for page in found if "node_modules" not in page.parts)


def prose(text):
    """The lines outside of code blocks, and without code inside lines."""
    fence = None
    for line in text.splitlines():
        mark = re.match(r"\s*(```+|~~~+)", line)
        if mark and fence is None:
            fence = mark.group(1)[:3]
        elif mark and mark.group(1).startswith(fence):
            fence = None
        elif fence is None:
            yield line


def anchor_of(heading):
    """As GitHub makes it: lower case, punctuation dropped, spaces become hyphens."""
    heading = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    kept = []
    for char in heading.strip().lower():
        if char in " -":
            kept.append("-")
        elif char == "_" or unicodedata.category(char)[0] in "LNM":
            kept.append(char)
    return "".join(kept)


def anchors(page):
    found = set()
    for line in prose(page.read_text(encoding="utf-8")):
        heading = re.match(r"#{1,6}\s+(.*?)\s*#*$", line)
        if heading:
            base = anchor = anchor_of(heading.group(1))
            count = 0
            while anchor in found:
                count += 1
                anchor = f"{base}-{count}"
            found.add(anchor)
        found.update(re.findall(r"<a (?:id|name)=\"([^\"]+)\"", line))
    return found


def faults(root):
    known = {}
    for page in pages(root):
        for line in prose(page.read_text(encoding="utf-8")):
            for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
                if re.match(r"[a-z]+:", target):
                    continue
                path, _, anchor = target.partition("#")
                there = (page.parent / path).resolve() if path else page
                where = page.relative_to(root)
                if not there.exists():
                    yield f"'{where}' links to '{target}', which does not exist"
                elif anchor and there.suffix == ".md":
                    if anchor not in known.setdefault(there, anchors(there)):
                        yield f"'{where}' links to '{target}', but no heading there is called so"


def planted(scratch):
    """A link and an anchor that lead nowhere are found, good ones are not."""
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "a.md").write_text(
        "# 一、数据 检查\n## A `b`_c!\n## A `b`_c!\n[1](#一数据-检查) [2](a.md#a-b_c) [3](a.md#a-b_c-1)\n"
        "[4](b.md) [5](#no) `[6](c.md)`\n```\n[7](d.md)\n```\n", encoding="utf-8")
    return [fault.split("'")[3] for fault in faults(scratch)] == ["b.md", "#no"]


ROOT = pathlib.Path(sys.argv[1]).resolve()
if len(sys.argv) > 2:
    sys.exit(0 if planted(pathlib.Path(sys.argv[2]).resolve()) else "planted faults were not found")
FAULTS = list(faults(ROOT))
print("\n".join(FAULTS) or "every link leads somewhere")
sys.exit(1 if FAULTS else 0)
