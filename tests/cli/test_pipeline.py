"""The way from a request to a report, in process."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import termcheck as public
from termcheck.cli.explain import _split
from termcheck.config import Settings
from termcheck.engines import checker
from termcheck.errors import ArticleError, ExitCode, GlossaryError, UsageError
from termcheck.model import Article, ArticleResult, Severity, State
from termcheck.pipeline import RunRequest, exit_code, prepare, reports_folder, run

TERMS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Administration,preferred
cac,en,Cyberspace Administration of China,admitted
cac,en,Central Network Information Office,deprecated
"""
WRONG = "The Central Network Information Office met.\n"
CLEAN = "The Central Cyberspace Administration met.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "news" / "b.md").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def request(project: Path, *paths: str, **more: object) -> RunRequest:
    return RunRequest(paths=paths, cwd=project, **more)  # type: ignore[arg-type]


def test_a_report_holds_every_article_in_file_order(project: Path) -> None:
    report = run(request(project, "news/b.md", "news/a.md", lang="en"))
    assert [result.path for result in report.results] == ["news/a.md", "news/b.md"]
    assert [(finding.rule, finding.file) for finding in report.findings] == [("deprecated-term", "news/a.md")]
    assert [(entry.concept, entry.lang) for entry in report.reconciliation] == [("cac", "en")]


def test_findings_of_an_article_are_the_final_ones(project: Path) -> None:
    (project / "news" / "a.md").write_text(f"<!-- termcheck-disable-next-line -->\n{WRONG}", encoding="utf-8")
    report = run(request(project, "news/a.md"))
    (finding,) = report.results[0].findings
    assert (finding.state, report.suppressed, report.findings) == (State.IGNORED, (finding,), ())


def test_corpus_findings_obey_settings_and_directives(project: Path) -> None:
    (project / "news" / "a.md").write_text("The Cyberspace Administration of China met.\n", encoding="utf-8")
    (report, silenced) = (run(request(project, "news")), None)
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("inconsistent-across-articles", Severity.HINT)
    article = project / finding.file
    article.write_text(
        f"<!-- termcheck-disable-next-line cac -->\n{article.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    silenced = run(request(project, "news"))
    assert (silenced.findings, [each.rule for each in silenced.suppressed]) == ((), [finding.rule])
    (project / "termcheck.toml").write_text(
        '[rules]\ninconsistent-across-articles = "error"\nunused-directive = "off"', encoding="utf-8"
    )
    assert run(request(project, "news")).suppressed[0].severity is Severity.ERROR
    assert run(request(project, "news", directives=False)).findings[0].severity is Severity.ERROR


def test_fingerprints_in_one_file_are_different(project: Path) -> None:
    (project / "news" / "a.md").write_text(WRONG * 3, encoding="utf-8")
    found = [finding.fingerprint for finding in run(request(project, "news/a.md")).findings]
    assert len(found) == len(set(found)) == 3


def test_a_mistake_of_the_program_costs_one_article_only(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_articles = checker.check_articles

    def fail(articles: Sequence[Article], *others: object) -> Iterator[ArticleResult]:
        if "news/b.md" in [article.path for article in articles]:
            raise RecursionError("too deep")
        return check_articles(articles, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(checker, "check_articles", fail)
    report = run(request(project, "news"))
    (skipped,) = report.skipped
    assert (skipped.file, skipped.unreadable) == ("news/b.md", True)
    assert "please report it: RecursionError at test_pipeline.py:" in skipped.reason
    assert len(report.findings) == 1
    assert exit_code(report, Severity.ERROR) is ExitCode.UNREADABLE


def test_where_reports_belong(project: Path) -> None:
    assert reports_folder(prepare(request(project, "news"))) == project / "reports"
    assert reports_folder(prepare(request(project, "news/a.md"))) is None
    assert reports_folder(prepare(request(project, "news/*.md"))) is None
    assert reports_folder(prepare(request(project, "news/a.md", reports="out"))) == project / "out"
    (project / "termcheck.toml").write_text('include = ["news"]\nreports = "result"', encoding="utf-8")
    below = RunRequest(cwd=project / "news")
    assert reports_folder(prepare(below)) == project / "result"


def test_a_reports_folder_that_was_asked_for_is_left_out_of_a_walk(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out" / "report.html").write_text(WRONG, encoding="utf-8")
    assert [one.path for one in prepare(request(project, ".", reports="out")).discovery.sources] == [
        "news/a.md",
        "news/b.md",
    ]


def test_every_mistake_is_told_before_an_article_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Article:
        pytest.fail("an article was read")

    monkeypatch.setattr(checker, "read_article", fail)
    (project / "termcheck.toml").write_text("min_confidence = 2", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        run(request(project, "news", "missing.md", "*.none", glossary=("none.csv",)))
    assert len(caught.value.problems) == 4


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("news.md:12", ("news.md", "12")),
        ("C:\\x.md:12", ("C:\\x.md", "12")),
        ("C:/a b/x:y.md:1", ("C:/a b/x:y.md", "1")),
        ("report.docx:table 1, row 2", ("report.docx", "table 1, row 2")),
    ],
)
def test_explain_takes_paths_with_colons(place: str, expected: tuple[str, str]) -> None:
    assert _split(place) == expected


def test_the_public_interface(project: Path) -> None:
    glossary = public.load_glossary(project / "glossary")
    result = public.check_text(f"*Note*: {WRONG}", glossary, path="a.md")
    assert [(each.rule, each.start, each.suggestion) for each in result.findings] == [
        ("deprecated-term", 12, "Central Cyberspace Administration")
    ]
    with pytest.raises(ArticleError):
        public.check_text(WRONG, glossary, lang="fr")
    with pytest.raises(ArticleError):
        public.check_text(WRONG, glossary, path="a.docx")


def test_the_public_types_are_where_they_are_announced() -> None:
    assert [public.Article, public.Settings, public.GlossaryError] == [Article, Settings, GlossaryError]
    with pytest.raises(AttributeError, match="nonsense"):
        _ = public.nonsense
