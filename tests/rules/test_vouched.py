"""Names of which words leave a doubt, and the same slot in another article does not."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from termcheck.clues import VOUCHED, vouched
from termcheck.gathering import Gathered
from termcheck.model import ArticleRecord, Finding, Severity
from termcheck.partials.sections import CLUES
from termcheck.pipeline import RunRequest, prepare, run

TERMS = """concept,lang,term,status
sal,en,Maritime Rescue Salvage Coordination Bureau,preferred
red,en,Red Cross Society,preferred
mus,en,Museum of Ships,preferred
fis,en,Coastal Fisheries Board,preferred
"""
HOSTS = "The forum was co-hosted by the {}, the Red Cross Society and the Museum of Ships."
ROLE = "Ada Thorne, head of the {}, opened the forum."
KNOWN, DOUBTFUL = "Maritime Rescue Salvage Coordination Bureau", "Maritime Salvage Office"


def check(folder: Path, *articles: str, rule: str = "warning", more: str = "") -> list[Finding]:
    (folder / "terms.csv").write_text(TERMS, encoding="utf-8")
    (folder / "termcheck.toml").write_text(f'lang = "en"\n{more}\n[rules]\nunlisted-rendering = "{rule}"\n', "utf-8")
    for number, text in enumerate(articles):
        (folder / f"{number}.md").write_text(text + "\n", encoding="utf-8")
    report = run(RunRequest(paths=("*.md",), cwd=folder, glossary=("terms.csv",)))
    return [one for one in report.findings if one.rule == "unlisted-rendering"]


def loud(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.file, one.text) for one in findings if one.severity is Severity.WARNING]


@pytest.mark.parametrize("frame", [HOSTS, ROLE])
def test_the_same_slot_in_another_article_vouches_for_a_name(tmp_path: Path, frame: str) -> None:
    assert loud(check(tmp_path, frame.format(DOUBTFUL))) == []
    (one,) = check(tmp_path, frame.format(DOUBTFUL), frame.format(KNOWN))
    assert (one.file, one.text, one.concept, one.severity) == ("0.md", DOUBTFUL, "sal", Severity.WARNING)
    assert one.suggestion == KNOWN
    assert one.confidence == VOUCHED


def test_a_role_vouches_for_a_name_that_shares_half_its_words(tmp_path: Path) -> None:
    assert loud(check(tmp_path, ROLE.format("Sea Rescue Salvage Coordination Office"), ROLE.format(KNOWN))) == [
        ("0.md", "Sea Rescue Salvage Coordination Office")
    ]
    assert loud(check(tmp_path, HOSTS.format("Sea Rescue Salvage Coordination Office"), HOSTS.format(KNOWN))) == []


def test_both_sentences_are_shown_and_the_other_place_is_linked(tmp_path: Path) -> None:
    (one,) = check(tmp_path, ROLE.format(DOUBTFUL), f"A line.\n\n{ROLE.format(KNOWN)}")
    assert f"Ada Thorne, head of the {DOUBTFUL}" in one.reason
    assert f"Ada Thorne, head of the {KNOWN}" in one.reason
    assert [(place.file, place.line) for place in one.related] == [("1.md", 3)]


@pytest.mark.parametrize(
    "articles",
    [
        (ROLE.format(DOUBTFUL), "Bela Marsh, head of the " + KNOWN + ", spoke."),
        (ROLE.format(DOUBTFUL), "Ada Thorne, deputy head of the " + KNOWN + ", spoke."),
        (HOSTS.format(DOUBTFUL), f"It was co-hosted by the {KNOWN}, the Red Cross Society and the Tea House."),
        (ROLE.format("Salvage Office of Fujian"), ROLE.format(KNOWN)),
        (ROLE.format("Provincial Maritime Salvage Office"), ROLE.format(KNOWN)),
        (ROLE.format("Lantern Club"), ROLE.format(KNOWN)),
        (ROLE.format("Maritime Salvage Office and Sea Rescue Training Service"), ROLE.format(KNOWN)),
        (ROLE.format(DOUBTFUL), ROLE.format(KNOWN), ROLE.format("Coastal Fisheries Board")),
    ],
    ids=["person", "role", "neighbours", "place", "level", "no like words", "longer name", "two concepts"],
)
def test_another_slot_or_another_thing_does_not(tmp_path: Path, articles: tuple[str, ...]) -> None:
    assert loud(check(tmp_path, *articles)) == []


def test_the_rule_and_its_severity_are_configured_as_ever(tmp_path: Path) -> None:
    articles = (ROLE.format(DOUBTFUL), ROLE.format(KNOWN))
    assert check(tmp_path, *articles, rule="off") == []
    assert [one.severity for one in check(tmp_path, *articles, rule="hint")] == [Severity.HINT]


def test_quotations_and_directives_hold(tmp_path: Path) -> None:
    assert loud(check(tmp_path, "> " + ROLE.format(DOUBTFUL), ROLE.format(KNOWN))) == []
    ignored = f"<!-- termcheck-disable-next-line -->\n{ROLE.format(DOUBTFUL)}"
    assert check(tmp_path, ignored, ROLE.format(KNOWN)) == []


def test_decisions_hold(tmp_path: Path) -> None:
    line = json.dumps({"concept": "sal", "form": DOUBTFUL, "verdict": "not-a-variant"})
    (tmp_path / "termcheck.decisions.jsonl").write_text(line + "\n", encoding="utf-8")
    assert check(tmp_path, ROLE.format(DOUBTFUL), ROLE.format(KNOWN)) == []


def test_clues_add_up_in_any_order(tmp_path: Path) -> None:
    from termcheck.engines import Chunk
    from termcheck.engines.checker import Checker, Work

    check(tmp_path, ROLE.format(DOUBTFUL), ROLE.format(KNOWN), HOSTS.format(KNOWN), HOSTS.format(DOUBTFUL))
    job = prepare(RunRequest(paths=("*.md",), cwd=tmp_path, glossary=("terms.csv",)))
    checked = Checker(Work(job.glossary, job.settings)).check(Chunk(job.discovery.sources))
    records = [one.outcome for one in checked if isinstance(one.outcome, ArticleRecord)]
    results = set()
    for order in permutations(records):
        gathered = Gathered()
        for record in order:
            gathered.add(record)
        results.add(tuple(vouched(gathered.rows(CLUES))))
    (found,) = results
    assert len(found) == 2
