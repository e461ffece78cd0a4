"""Score the rule unlisted-rendering on the fresh articles, and count its findings on clean text.

Usage: python3 score.py [-v] [--only articles|clean] PATH/TO/termcheck

Runs the command on articles/ with glossary.csv, and on clean/ and the English of ../tico19 with glossary1000.csv,
and prints recall, precision and findings per 1,000 words. Needs nothing but the standard library.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parent
RULE = "unlisted-rendering"
LEVELS = {"warning": ("error", "warning"), "hint": ("error", "warning", "hint")}


def run(command: list[str], glossary: Path, target: Path) -> list[dict]:
    """Return the findings of all rules on the target; the working folder has no configuration."""
    with tempfile.TemporaryDirectory() as empty:
        output = Path(empty) / "findings.json"
        call = [*command, "run", str(target), "--glossary", str(glossary), "--lang", "en", "--format", "json"]
        call += ["--no-reports", "--fail-on", "never", "--output", str(output)]
        done = subprocess.run(call, cwd=empty, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"exit status {done.returncode}: {' '.join(call)}\n{done.stderr}")
        return json.loads(output.read_text(encoding="utf-8"))["findings"]


def overlaps(finding: dict, mention: dict) -> bool:
    """Whether the two share at least half of the shorter one."""
    shared = min(finding["end"], mention["end"]) - max(finding["start"], mention["start"])
    shorter = min(finding["end"] - finding["start"], mention["end"] - mention["start"])
    return Path(finding["file"]).name == mention["file"] and shared > 0 and 2 * shared >= shorter


def verdict(finding: dict, mentions: list[dict]) -> str:
    """Say what a finding hit: 'right', or the kind of error that it is."""
    touched = [mention for mention in mentions if overlaps(finding, mention)]
    own = {mention["status"] for mention in touched if mention["concept"] == finding["concept"]}
    if "flag" in own:
        return "right"
    if "other" in own:
        return "look-alike"
    if "ok" in own:
        return "approved"
    return "wrong concept" if touched else "elsewhere"


def score_articles(command: list[str], *, verbose: bool) -> None:
    """Print recall over the flag mentions and precision over all findings of the rule, by level."""
    mentions = [json.loads(line) for line in (HERE / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    flags = [mention for mention in mentions if mention["status"] == "flag"]
    everything = run(command, HERE / "glossary.csv", HERE / "articles")
    for level, severities in LEVELS.items():
        of_level = [finding for finding in everything if finding["severity"] in severities]
        findings = [finding for finding in of_level if finding["rule"] == RULE]
        hit = [any(f["concept"] == flag["concept"] and overlaps(f, flag) for f in findings) for flag in flags]
        other_rules = sum(
            any(f["concept"] == flag["concept"] and overlaps(f, flag) for f in of_level)
            for flag, found in zip(flags, hit, strict=True)
            if not found
        )
        kinds = Counter(verdict(finding, mentions) for finding in findings)
        wrong = {kind: count for kind, count in sorted(kinds.items()) if kind != "right"}
        precision = f"{kinds['right'] / len(findings):.3f}" if findings else "-"
        print(
            f"articles, {level} or above: recall {sum(hit) / len(flags):.3f} ({sum(hit)} of {len(flags)};"
            f" {other_rules} more by other rules), precision {precision} ({kinds['right']} of {len(findings)}) {wrong}"
        )
        if verbose:
            missed = [flag for flag, found in zip(flags, hit, strict=True) if not found]
            for flag in missed:
                print(f"  missed  {flag['file'][:2]} {flag['concept']}: {flag['text']}")
            for finding in findings:
                if (kind := verdict(finding, mentions)) != "right":
                    name = Path(finding["file"]).name[:2]
                    print(f"  {kind}  {name} {finding['concept']}: {finding['observed']} ({finding['confidence']})")


def clean_texts(folder: Path) -> int:
    """Write the clean texts into the folder, one file each; return the number of words."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((HERE / "clean").glob("*.txt"))}
    source = HERE.parent / "tico19" / "fr.jsonl"  # the English side is the same in all four files
    if source.exists():
        lines = [json.loads(line)["source_text"] for line in source.read_text(encoding="utf-8").splitlines()]
        texts["tico19.txt"] = "\n\n".join(lines) + "\n"
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sum(len(text.split()) for text in texts.values())


def score_clean(command: list[str], *, verbose: bool) -> None:
    """Print how often the rule speaks up on clean text, and how often it names a real unlisted rendering there."""
    with tempfile.TemporaryDirectory() as folder:
        words = clean_texts(Path(folder))
        started = perf_counter()
        everything = run(command, HERE / "glossary1000.csv", Path(folder))
        seconds = perf_counter() - started
    lines = (HERE / "clean" / "renderings.jsonl").read_text(encoding="utf-8").splitlines()
    renderings = {(row["concept"], row["text"].lower()) for row in map(json.loads, lines)}
    print(f"clean: {words} words, {seconds:.1f} s in all, start included")
    for severity in ("error", "warning", "hint"):
        findings = [f for f in everything if f["rule"] == RULE and f["severity"] == severity]
        rate = 1000 * len(findings) / words
        true = sum((f["concept"], f["observed"].lower()) in renderings for f in findings)
        print(
            f"clean, {severity}: {len(findings)} findings, {rate:.2f} per 1,000 words, {5 * rate:.2f} per 5,000"
            f" ({true} of them real renderings, see README.md)"
        )
        if verbose:
            for finding in findings:
                name = Path(finding["file"]).name
                print(f"  {name} {finding['concept']}: {finding['observed']} ({finding['confidence']})")
    print("clean, all rules:", dict(Counter((f"{f['rule']}/{f['severity']}") for f in everything)))


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description="Score the rule unlisted-rendering on the fresh data.")
    parser.add_argument("command", help="the termcheck command, for example .venv/bin/termcheck")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the misses and the false alarms")
    parser.add_argument("--only", choices=("articles", "clean"))
    given = parser.parse_args()
    command = shlex.split(given.command)
    if Path(command[0]).exists():
        command[0] = str(Path(command[0]).absolute())
    if given.only != "clean":
        score_articles(command, verbose=given.verbose)
    if given.only != "articles":
        score_clean(command, verbose=given.verbose)


if __name__ == "__main__":
    main()
