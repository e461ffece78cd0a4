"""Recurring names that the glossary lacks."""

import csv
import io
import sys
from pathlib import Path

import pytest

from termcheck.discover import Discoveries, discover
from termcheck.discover.rendering import render_csv, render_text
from termcheck.evidence.dossiers import dossier_of
from termcheck.model import ArticleResult, Status
from termcheck.pipeline import RunRequest, check_articles, checked_articles, prepare

TERMS = "concept,lang,term,status\nmof,zh,财政部,preferred\nmof,en,Ministry of Finance,preferred\n"


def found(folder: Path, *articles: str, min_count: int = 3, extra: str = "") -> Discoveries:
    (folder / "terms").mkdir(exist_ok=True)
    (folder / "terms" / "terms.csv").write_text(TERMS + extra, encoding="utf-8")
    for number, text in enumerate(articles):
        (folder / f"{number}.md").write_text(text + "\n", encoding="utf-8")
    request = RunRequest(paths=("*.md",), cwd=folder, glossary=("terms",), lang="en", source_lang="zh")
    job = prepare(request)
    results = [one for one in checked_articles(job) if isinstance(one, ArticleResult)]
    return discover(map(dossier_of, results), job.glossary, job.settings, job.verdicts, min_count)


def forms(discoveries: Discoveries) -> list[list[str]]:
    return [[form.form for form in group.forms] for group in discoveries.groups]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            ("We saw the Lantern Club.", "They like the Lantern Club."), [["Lantern Club"]], id="two articles"
        ),
        pytest.param(
            ("At the Lantern Club. In the Lantern Club. By the Lantern Club.",), [["Lantern Club"]], id="three times"
        ),
        pytest.param(("We saw the Lantern Club.", "Lantern Club is old."), [["Lantern Club"]], id="opens a sentence"),
        pytest.param(
            ("Join the Society of Old Lanterns.", "Join the Old Lantern Society."),
            [["Old Lantern Society", "Society of Old Lanterns"]],
            id="words in another order",
        ),
        pytest.param(
            ("We met the Brightwater Lantern Club.", "We met the Brightwatter Lantern Club."),
            [["Brightwater Lantern Club", "Brightwatter Lantern Club"]],
            id="misspelt",
        ),
        pytest.param(
            ("It is the Grand Lantern Society (GLS).", "It is the Great Light Society (GLS)."),
            [["Grand Lantern Society", "Great Light Society"]],
            id="one abbreviation",
        ),
        pytest.param(
            ("Li Wen, head of the Lantern Club, spoke.", "Li Wen, head of the Light Society, spoke."),
            [["Lantern Club", "Light Society"]],
            id="one role",
        ),
        pytest.param(
            ("They visited the House of the Rising Moon.", "See the House of the Rising Moon."),
            [["House of the Rising Moon"]],
            id="links",
        ),
        pytest.param(
            ("They read the People's Lantern Daily.", "See the People’s Lantern Daily."),
            [["People's Lantern Daily"]],
            id="possessive inside",
        ),
        pytest.param(
            ("In the 2023 Lantern Forum we sat.", "In the 2024 Lantern Forum we sat."),
            [["Lantern Forum"]],
            id="editions of years",
        ),
        pytest.param(("We saw the LANTERN Club.", "They like the Lantern Club."), [["LANTERN Club"]], id="other case"),
        pytest.param(
            (
                "It was by the Lantern Club, the Tea House and the Ministry of Finance.",
                "It was by the Lantern Club, the Tea House and the Ministry of Finance.",
            ),
            [["Lantern Club"], ["Tea House"]],
            id="side by side, so two",
        ),
    ],
)
def test_groups_recurring_names(tmp_path: Path, articles: tuple[str, ...], expected: list[list[str]]) -> None:
    groups = [group for group in forms(found(tmp_path, *articles)) if group != ["Li Wen"]]
    assert groups == expected


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param(("We saw the Lantern Club.",), id="once"),
        pytest.param(("We saw it. The Lantern is old.", "The Lantern is new."), id="one word"),
        pytest.param(("At the Ministry of Finance.", "In the Ministry of Finance."), id="listed"),
        pytest.param(("At the ministry of finance.", "In the Ministry of  Finance."), id="listed, folded"),
        pytest.param(("# Lantern Club Report\n\nIt is old.", "# Lantern Club Report\n\nIt is new."), id="headings"),
        pytest.param(("Lantern Club News", "Lantern Club News"), id="lines without an end"),
        pytest.param(("It was on Monday August 3.", "It is on Monday August 5."), id="dates"),
        pytest.param(("He lives in Paris France.", "She lives in Paris France."), id="places"),
        pytest.param(("It is HCoV-NL63.", "It was HCoV-NL63."), id="one word with a hyphen"),
        pytest.param(("It is the Protein A of SARS.", "See the A of SARS. See the B of SARS."), id="letters"),
        pytest.param(("See `Lantern Club` here.", "See `Lantern Club` there."), id="code"),
        pytest.param(("In Paris Lanterns shine. We go.", "However Paris Lanterns shone? No."), id="openings"),
        pytest.param(("We like lantern clubs.", "They like lantern clubs."), id="no capitals"),
        pytest.param(("The tea is hot. Tea House.", "Ask. Tea House."), id="only ever first in a sentence"),
    ],
)
def test_no_name_no_group(tmp_path: Path, articles: tuple[str, ...]) -> None:
    assert [group for group in forms(found(tmp_path, *articles)) if group != ["Paris Lanterns"]] == []


@pytest.mark.parametrize(
    "pair",
    [
        ("Third Lantern Forum", "Fourth Lantern Forum"),
        ("Fujian Lantern Society", "Sichuan Lantern Society"),
        ("Provincial Lantern Society", "Municipal Lantern Society"),
        ("Lantern Import Society", "Lantern Export Society"),
    ],
)
def test_names_that_guards_keep_apart_are_no_group(tmp_path: Path, pair: tuple[str, str]) -> None:
    texts = [f"Li Wen, head of the {name}, spoke. We met the {name}. We left the {name}." for name in pair]
    assert [group for group in forms(found(tmp_path, *texts)) if len(group) > 1] == []


def test_min_count_is_a_limit_within_one_article(tmp_path: Path) -> None:
    text = "At the Lantern Club. In the Lantern Club."
    assert forms(found(tmp_path, text)) == []
    assert forms(found(tmp_path, text, min_count=2)) == [["Lantern Club"]]


def test_rows_load_are_not_enforced_and_are_never_proposed_again(tmp_path: Path) -> None:
    articles = ("We saw the Lantern Club and the Treasury Board (财政部).", "They like the Lantern Club.")
    first = found(tmp_path, *articles)
    assert (len(first.renderings), len(first.groups)) == (1, 1)
    (tmp_path / "terms" / "proposed.csv").write_text(render_csv(first), encoding="utf-8", newline="")
    second = found(tmp_path, *articles)
    assert (second.renderings, second.groups) == ((), ())
    job = prepare(RunRequest(paths=("*.md",), cwd=tmp_path, glossary=("terms",), lang="en"))
    statuses = {term.text: term.status for term in job.glossary.terms}
    assert statuses["Treasury Board"] is statuses["Lantern Club"] is Status.PROPOSED
    assert check_articles(job).findings == ()


def test_a_new_concept_never_takes_the_id_of_a_known_one(tmp_path: Path) -> None:
    taken = "lantern-club,en,something else,preferred\n"
    (group,) = found(tmp_path, "See the Lantern Club.", "At the Lantern Club.", extra=taken).groups
    assert group.concept == "lantern-club-2"


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    evil = tmp_path / "=cmd|x"
    evil.mkdir()
    shown = render_csv(
        found(tmp_path, "The =HYPERLINK Lantern (财政部) met.", "At the +Evil Lantern. At the +Evil Lantern.")
    )
    cells = [cell for row in csv.reader(io.StringIO(shown.lstrip("\ufeff"))) for cell in row]
    assert [cell for cell in cells if cell[:1] in set("=+-@\t\r")] == []


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    shown = render_text(found(tmp_path, "The Lantern\x1b[31m Board (财政部) met.", "Ask the Treasury Board (财政部)."))
    assert "Treasury Board" in shown
    assert "\x1b" not in shown


def test_work_grows_with_the_articles_and_not_with_their_square(tmp_path: Path) -> None:
    text = "Li Wen, head of the Lantern Club {0}, met the Ministry of Finance, the Tea House and the Guild of Names."

    def calls(count: int) -> int:
        folder = tmp_path / str(count)
        folder.mkdir()
        (folder / "terms.csv").write_text(TERMS, encoding="utf-8")
        for number in range(count):
            (folder / f"{number}.md").write_text(text.format(number) + "\n", encoding="utf-8")
        job = prepare(RunRequest(paths=("*.md",), cwd=folder, glossary=("terms.csv",), lang="en"))
        results = [one for one in checked_articles(job) if isinstance(one, ArticleResult)]
        made = 0

        def count_calls(_frame: object, event: str, _argument: object) -> None:
            nonlocal made
            made += event in {"call", "c_call"}

        sys.setprofile(count_calls)
        try:
            discover(map(dossier_of, results), job.glossary, job.settings, job.verdicts)
        finally:
            sys.setprofile(None)
        return made

    calls(20)
    assert calls(400) < 8 * calls(100)


@pytest.mark.parametrize(
    ("concept", "verdict", "is_proposed"),
    [
        ("lantern-club", "ignore", False),
        ("lantern-club", "not-a-variant", False),
        ("mof", "admit", False),
        ("mof", "deprecate", False),
        ("mof", "not-a-variant", True),
    ],
)
def test_a_settled_name_is_not_proposed_again(tmp_path: Path, concept: str, verdict: str, *, is_proposed: bool) -> None:
    line = f'{{"concept": "{concept}", "form": "Lantern Club", "verdict": "{verdict}"}}\n'
    (tmp_path / "termcheck.decisions.jsonl").write_text(line, encoding="utf-8")
    assert bool(found(tmp_path, "See the Lantern Club.", "At the Lantern Club.").groups) is is_proposed


def test_one_endless_block_is_read_to_its_end(tmp_path: Path) -> None:
    text = "the Lantern Club, the Tea House and " * 6000 + "it ends."
    (tmp_path / "terms").mkdir()
    assert found(tmp_path, text).groups
