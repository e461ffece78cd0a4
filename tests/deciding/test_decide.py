"""From a report's rows to mended articles, a better glossary and remembered decisions; once is enough."""

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termcheck.baseline import Entry, written
from termcheck.choices import Choice
from termcheck.cli import main
from termcheck.decide import plan_decisions, prepare_decisions
from termcheck.deciding.plan import Plan
from termcheck.errors import UsageError
from termcheck.model import Report, State
from termcheck.pipeline import RunRequest, run
from termcheck.replacing import replace_all
from termcheck.reports import REPORTERS

WRONG, RIGHT = "Central Network Information Office", "Cyberspace Administration of China"
GLOSSARY = f"""concept,lang,term,status,note
cac,zh,中央网信办,preferred,
cac,en,{RIGHT},preferred,
cac,en,{WRONG},deprecated,
civ,en,internet civilization,preferred,
civ,en,network civilization,deprecated,"so, not"
"""
ARTICLES = {
    "a.md": f"# The {WRONG}\n\nThe {WRONG} promotes a network civilization.\r\nCyberspace Adminstration of China.\n",
    "b.txt": "\ufeffA network civilization. “The network civilization grows”, he said.\n",
    "c.html": f"<p>The <em>{WRONG}</em> &amp; network <b>civilization</b></p>\n",
}


def make_project(root: Path) -> Path:
    (root / "articles").mkdir(parents=True)
    (root / "terms").mkdir()
    (root / "termcheck.toml").write_text(
        'lang = "en"\nglossary = ["terms"]\ninclude = ["articles"]\n', encoding="utf-8"
    )
    (root / "terms" / "terms.csv").write_text(GLOSSARY, encoding="utf-8", newline="")
    for name, text in ARTICLES.items():
        (root / "articles" / name).write_text(text, encoding="utf-8", newline="")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def check(project: Path) -> Report:
    return run(RunRequest(cwd=project))


def table(report: Report, name: str = "findings.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(REPORTERS[name](report).removeprefix("\ufeff"), newline="")))


def carry_out(project: Path, rows: Sequence[Mapping[str, str]], name: str = "decided.csv") -> Plan:
    with (project / name).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), restval="")
        writer.writeheader()
        writer.writerows(rows)
    prepared = prepare_decisions([name], RunRequest(cwd=project))
    plan, skipped = plan_decisions(prepared)
    assert not skipped
    replace_all(plan.changes, project)
    return plan


def contents(project: Path) -> dict[str, bytes]:
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in sorted(project.rglob("*"))
        if file.is_file() and file.name != "decided.csv"
    }


def test_accepting_everything_leaves_nothing_to_find(project: Path) -> None:
    rows = table(check(project))
    assert len(rows) >= 7
    plan = carry_out(project, [{**row, "decision": "accept"} for row in rows if row["suggestion"]])
    assert plan.left == ()
    assert [finding.text for finding in check(project).findings if finding.suggestion] == []
    assert (project / "articles" / "a.md").read_bytes().decode() == (
        f"# The {RIGHT}\n\nThe {RIGHT} promotes an internet civilization.\r\n{RIGHT}.\n"
    )
    assert (project / "articles" / "b.txt").read_bytes().decode() == (
        "\ufeffAn internet civilization. “The internet civilization grows”, he said.\n"
    )
    assert (project / "articles" / "c.html").read_bytes().decode() == (
        f"<p>The <em>{RIGHT}</em> &amp; internet <b>civilization</b></p>\n"
    )


def test_another_rendering_can_be_chosen(project: Path) -> None:
    rows = [row for row in table(check(project)) if row["file"] == "articles/c.html"]
    carry_out(project, [{**rows[0], "decision": "replace", "replacement": "China's cyberspace body"}])
    assert "<em>China's cyberspace body</em>" in (project / "articles" / "c.html").read_text(encoding="utf-8")


def test_a_form_is_admitted_and_the_glossary_keeps_its_shape(project: Path) -> None:
    rows = [row for row in table(check(project)) if row["concept"] == "civ"]
    carry_out(project, [{**rows[0], "decision": "admit"}])
    assert (project / "terms" / "terms.csv").read_text(encoding="utf-8") == GLOSSARY.replace(
        "network civilization,deprecated", "network civilization,admitted"
    )
    assert not [finding for finding in check(project).findings if finding.concept == "civ"]


def test_a_comment_is_added_to_the_note_of_the_row_whose_status_changes(project: Path) -> None:
    rows = [row for row in table(check(project)) if row["concept"] == "civ"]
    carry_out(project, [{**rows[0], "decision": "admit", "comment": "house style"}])
    carry_out(project, [{**rows[0], "decision": "admit", "comment": "house style"}])
    assert (project / "terms" / "terms.csv").read_text(encoding="utf-8") == GLOSSARY.replace(
        'network civilization,deprecated,"so, not"', 'network civilization,admitted,"so, not; house style"'
    )


def test_a_new_form_is_deprecated_from_the_table_of_renderings(project: Path) -> None:
    rows = table(check(project), "reconciliation.csv")
    (row,) = [row for row in rows if row["rendering"] == "Cyberspace Adminstration of China"]
    carry_out(project, [{**row, "decision": "deprecate", "comment": "a slip"}])
    lines = (project / "terms" / "terms.csv").read_text(encoding="utf-8").splitlines()
    assert lines[4] == "cac,en,Cyberspace Adminstration of China,deprecated,a slip"
    assert "deprecated-term" in {one.rule for one in check(project).findings if "Adminstration" in one.text}


def test_a_rendering_is_mended_everywhere_in_one_go(project: Path) -> None:
    rows = table(check(project), "reconciliation.csv")
    (row,) = [row for row in rows if row["rendering"] == WRONG]
    carry_out(project, [{**row, "decision": "accept"}])
    assert not [finding for finding in check(project).findings if finding.text == WRONG]


def test_renderings_are_mended_in_the_articles_of_the_table_where_the_configuration_names_none(project: Path) -> None:
    (row,) = [row for row in table(check(project), "reconciliation.csv") if row["rendering"] == WRONG]
    (project / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms"]\n', encoding="utf-8")
    plan = carry_out(project, [{**row, "decision": "accept"}])
    assert (plan.fixed, plan.stale) == (3, ())
    assert WRONG not in (project / "articles" / "a.md").read_text(encoding="utf-8")


def test_renderings_are_not_called_gone_where_nobody_knows_the_articles(project: Path) -> None:
    (row,) = [row for row in table(check(project), "reconciliation.csv") if row["rendering"] == WRONG]
    (project / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="which articles"):
        carry_out(project, [{**row, "articles": "", "decision": "accept"}])


def test_a_form_that_no_article_has_gets_the_language_of_its_script(project: Path) -> None:
    (row,) = [row for row in table(check(project), "reconciliation.csv") if row["rendering"] == WRONG]
    carry_out(project, [{**row, "rendering": "Web Office", "decision": "deprecate"}])
    assert "cac,en,Web Office,deprecated," in (project / "terms" / "terms.csv").read_text(encoding="utf-8")
    carry_out(project, [{**row, "rendering": "网信办", "decision": "admit"}])
    assert "cac,zh,网信办,admitted," in (project / "terms" / "terms.csv").read_text(encoding="utf-8")


def test_what_was_carried_out_before_is_not_called_gone(project: Path) -> None:
    findings = [{**row, "decision": "accept"} for row in table(check(project)) if row["text"] == WRONG]
    (rendering,) = [row for row in table(check(project), "reconciliation.csv") if row["rendering"] == WRONG]
    carry_out(project, findings)
    assert carry_out(project, findings).stale == ()
    assert carry_out(project, [{**rendering, "decision": "accept"}]).stale == ()


def test_ignoring_is_remembered_with_its_reason(project: Path) -> None:
    rows = [row for row in table(check(project)) if row["text"] == WRONG]
    carry_out(project, [{**rows[0], "decision": "ignore", "comment": "a name of then"}])
    (decided,) = [
        json.loads(line) for line in (project / "termcheck.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert (decided["why"], decided["scope"]) == ("a name of then", [rows[0]["file"], rows[0]["fingerprint"]])
    assert len([finding for finding in check(project).findings if finding.text == WRONG]) == len(rows) - 1


@pytest.mark.parametrize("choices", [("accept", "ignore", "accept"), ("ignore", "accept", "false-alarm")])
def test_what_is_ignored_stays_so_beside_names_that_are_mended(project: Path, choices: Sequence[str]) -> None:
    text = f"The {WRONG} met. The {WRONG} left;\nthe {WRONG} stayed.\n"
    (project / "articles" / "a.md").write_text(text, encoding="utf-8")
    rows = [row for row in table(check(project)) if row["file"] == "articles/a.md"]
    decided = [{**row, "decision": choice} for row, choice in zip(rows, choices, strict=True)]
    plan = carry_out(project, decided)
    assert (plan.fixed, plan.remembered, plan.stale) == (choices.count("accept"), 3 - choices.count("accept"), ())
    assert not [one for one in check(project).findings if one.file == "articles/a.md"]
    again = carry_out(project, decided)
    assert (again.changes, again.stale) == ((), ())


def test_what_was_silenced_before_stays_so_beside_names_that_are_mended(project: Path) -> None:
    (project / "articles" / "a.md").write_text(f"The {WRONG}, the {WRONG} and the {WRONG}.\n", encoding="utf-8")
    rows = [row for row in table(check(project)) if row["file"] == "articles/a.md"]
    carry_out(project, [{**rows[0], "decision": "ignore", "comment": "then"}])
    entry = Entry(rows[2]["file"], rows[2]["fingerprint"], rows[2]["rule"], rows[2]["concept"])
    (project / "termcheck.baseline.jsonl").write_text(written([entry]), encoding="utf-8")
    plan = carry_out(project, [{**rows[1], "decision": "accept"}])
    assert (plan.fixed, plan.remembered, len(plan.changes)) == (1, 0, 3)
    report = check(project)
    assert not [one for one in report.findings if one.file == "articles/a.md"]
    states = [one.state for one in report.suppressed if one.file == "articles/a.md"]
    assert states == [State.DECIDED, State.BASELINE]


@pytest.mark.parametrize("choice", ["ignore-everywhere", "false-alarm"])
def test_a_rendering_is_silenced_everywhere(project: Path, choice: str) -> None:
    rows = table(check(project), "reconciliation.csv")
    (row,) = [row for row in rows if row["rendering"] == WRONG]
    carry_out(project, [{**row, "decision": choice}])
    assert not [finding for finding in check(project).findings if finding.text == WRONG]


def test_what_has_gone_is_reported_and_never_applied(project: Path) -> None:
    rows = table(check(project))
    text = f"# Other\n\nThe {WRONG} said otherwise.\n"
    (project / "articles" / "a.md").write_text(text, encoding="utf-8")
    (project / "articles" / "b.txt").unlink()
    plan = carry_out(project, [{**row, "decision": "accept"} for row in rows if row["suggestion"]])
    assert {row.file for row in plan.stale} == {"articles/a.md", "articles/b.txt"}
    assert (project / "articles" / "a.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"decision": "acept"}, r"decided\.csv:3: the decision cannot be “acept”"),
        ({"decision": "admit", "concept": "nobody"}, r"decided\.csv:3: the glossary has no concept nobody"),
    ],
)
def test_nothing_is_written_while_one_row_is_wrong(project: Path, changed: Mapping[str, str], message: str) -> None:
    rows = [{**row, "decision": "accept"} for row in table(check(project))]
    before = contents(project)
    with pytest.raises(UsageError, match=message):
        carry_out(project, [rows[0], {**rows[1], **changed}])
    assert contents(project) == before


def test_two_decisions_on_one_finding_contradict(project: Path) -> None:
    row = next(row for row in table(check(project)) if row["suggestion"])
    with pytest.raises(UsageError, match="is decided otherwise at decided"):
        carry_out(project, [{**row, "decision": "accept"}, {**row, "decision": "ignore"}])


def test_a_row_that_would_contradict_the_glossary_stops_all(project: Path) -> None:
    row = next(row for row in table(check(project), "reconciliation.csv"))
    with pytest.raises(UsageError, match="preferred rendering of cac"):
        carry_out(project, [{**row, "concept": "cac", "rendering": RIGHT, "decision": "deprecate"}])


_CHOICE = st.sampled_from(["", *(choice.value for choice in Choice if choice is not Choice.REPLACE), "replace"])


def test_a_table_without_decisions_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "back.csv").write_text(REPORTERS["findings.csv"](check(project)), encoding="utf-8", newline="")
    monkeypatch.chdir(project)
    assert main(["decide", "back.csv"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "termcheck: there is no decision in back.csv\n")


def test_what_was_done_is_summed_up(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = {"deprecated-term": Choice.ACCEPT, "misspelled-term": Choice.ADMIT}
    rows = [
        {**row, "decision": Choice.IGNORE if row["file"].endswith("c.html") else choices.get(row["rule"], "")}
        for row in table(check(project))
    ]
    with (project / "back.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    mended = sum(row["decision"] == Choice.ACCEPT for row in rows)
    ignored = sum(row["decision"] == Choice.IGNORE for row in rows)
    monkeypatch.chdir(project)
    assert main(["decide", "back.csv"]) == 0
    decisions = "1 decision" if ignored == 1 else f"{ignored} decisions"
    told = capsys.readouterr().out.splitlines()[-1]
    assert told == f"Mended {mended} findings, listed 1 name, remembered {decisions}; 4 files written."
    assert main(["decide", "back.csv"]) == 0
    assert capsys.readouterr().out == "Nothing was changed: all had been carried out before.\n"


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(choices=st.lists(_CHOICE, min_size=8, max_size=8), text=st.sampled_from(["Some Body", "R&D <b> body", "*x*"]))
def test_any_mix_of_decisions_applied_twice_changes_nothing_more(choices: list[str], text: str) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        project = make_project(folder / "project")
        report = check(project)
        rows = table(report)
        decided = [
            {**row, "decision": choice, "replacement": text if choice == "replace" else ""}
            for row, choice in zip(rows, choices, strict=False)
        ]
        try:
            plan = carry_out(project, decided)
        except UsageError:
            assert contents(project)["terms/terms.csv"] == GLOSSARY.encode()
            return
        once = contents(project)
        for name, before in ARTICLES.items():
            _assert_only_spans_changed(report, f"articles/{name}", before, once[f"articles/{name}"].decode())
        carry_out(project, decided)
        assert contents(project) == once
        assert not set(plan.stale)
    finally:
        shutil.rmtree(folder)


def _assert_only_spans_changed(report: Report, path: str, before: str, after: str) -> None:
    """Whether what stands between the findings, but for an article before one, is as it was."""
    bom = before.startswith("\ufeff")
    text = before.removeprefix("\ufeff")
    spans = sorted({(one.start, one.end) for one in report.findings if one.file == path})
    at = 0
    rest = after.removeprefix("\ufeff")
    for start, end in spans:
        if start < at:
            continue
        kept = text[at:start].removesuffix("A ").removesuffix("a ").removesuffix("The ").removesuffix("the ")
        assert kept in rest
        rest = rest[rest.index(kept) + len(kept) :]
        at = end
    assert text[at:] in rest
    assert after.startswith("\ufeff") == bom
