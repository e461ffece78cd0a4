"""One small report that every format renders, and the parts to build others."""

import datetime as dt

import pytest

from termcheck.gathering import Gathered, records_of
from termcheck.model import (
    BLOCK_BREAK,
    Article,
    ArticleResult,
    CaseFit,
    Concept,
    Finding,
    Glossary,
    Mention,
    Method,
    Piece,
    Reconciliation,
    Related,
    Rendering,
    Report,
    Role,
    Severity,
    Skipped,
    Span,
    Standing,
    State,
    Status,
    Term,
    View,
)
from termcheck.partials.sections import FORMS
from termcheck.records import record

CAC = Term("cac", "en", "Central Cyberspace Administration", Status.PREFERRED)
CNIO = Term("cac", "en", "Central Network Information Office", Status.DEPRECATED)
SOURCE = Term("cac", "zh", "中央网信办", Status.PREFERRED)
NETIZEN = Term("netizen", "en", "netizen", Status.PREFERRED)


class Build:
    """Builds articles, mentions, findings and reports by hand."""

    @staticmethod
    def article(path: str, *blocks: str, lang: str | None = "en", title: str | None = None, date: str = "") -> Article:
        """A plain text whose blocks are separated by an empty line."""
        pieces: list[Piece] = []
        view = file = 0
        for block in blocks:
            if pieces:
                pieces.append(Piece(view, view + 1, file, file + 2))
                view, file = view + 1, file + 2
            pieces.append(Piece(view, view + len(block), file, file + len(block)))
            view, file = view + len(block), file + len(block)
        return Article(
            path,
            "\n\n".join(blocks),
            View(BLOCK_BREAK.join(blocks), tuple(pieces)),
            lang=lang,
            title=title,
            date=dt.date.fromisoformat(date) if date else None,
        )

    @staticmethod
    def mention(article: Article, surface: str, term: Term = CAC, role: Role = Role.WINNER) -> Mention:
        """The first place where the surface stands."""
        start, view_start = article.text.index(surface), article.view.text.index(surface)
        wrong = term.status is Status.DEPRECATED
        return Mention(
            term.concept, term, Standing.WRONG if wrong else Standing.APPROVED,
            Span(start, start + len(surface)), Span(view_start, view_start + len(surface)),
            surface, Method.EXACT, 1.0, CaseFit.SAME, role, "It stands there letter for letter.",
        )  # fmt: skip

    @staticmethod
    def finding(article: Article, surface: str, **fields: object) -> Finding:
        """An error at the first place where the surface stands, unless ``fields`` say otherwise."""
        start = article.text.index(surface)
        end = start + len(surface)
        (line, column), (end_line, end_column) = article.position(start), article.position(end)
        defaults: dict[str, object] = {
            "rule": "deprecated-term", "severity": Severity.ERROR, "message": f"“{surface}” is a deprecated term",
            "file": article.path, "start": start, "end": end, "line": line, "column": column, "end_line": end_line,
            "end_column": end_column, "observed": surface, "text": " ".join(surface.split()), "method": Method.EXACT,
            "concept": "cac", "lang": "en", "matched": CNIO.text, "suggestion": CAC.text, "preferred": CAC.text,
            "reason": "It stands there letter for letter.", "fingerprint": "1:abc",
        }  # fmt: skip
        return Finding(**{**defaults, **fields})  # type: ignore[arg-type]  # fields of a test, checked by its assertions

    @staticmethod
    def report(*results: ArticleResult, **fields: object) -> Report:
        """A report of these results; their findings are its findings."""
        findings = [finding for result in results for finding in result.findings]
        paths = [result.article.path for result in results]
        gathered = Gathered()
        for result in results:
            gathered.add(record(result, page=True))
        defaults: dict[str, object] = {
            "glossary": Glossary((Concept("cac", (SOURCE, CAC, CNIO)), Concept("netizen", (NETIZEN,)))),
            "results": tuple(sorted(records_of(gathered), key=lambda one: paths.index(one.path))),
            "first_seen": {(concept, text): date for concept, text, date in gathered.rows(FORMS)},
            "findings": tuple(finding for finding in findings if finding.state is State.OPEN),
            "suppressed": tuple(finding for finding in findings if finding.state is not State.OPEN),
            "reconciliation": (),
        }
        return Report(**{**defaults, **fields})  # type: ignore[arg-type]  # fields of a test, checked by its assertions

    def one(self, text: str, surface: str, **fields: object) -> Report:
        """A report of one article of one block with one finding and nothing else."""
        article = self.article("a.txt", text)
        return self.report(ArticleResult(article, (), (self.finding(article, surface, **fields),)))


@pytest.fixture
def build() -> Build:
    return Build()


@pytest.fixture
def report(build: Build) -> Report:
    """Two articles, one concept called three things, one called one; one finding suppressed, one article skipped."""
    old = build.article(
        "news/old.txt", "A meeting", "The Central Network Information Office (网信办) met netizens.",
        title="A meeting", date="2022-08-28",
    )  # fmt: skip
    new = build.article(
        "news/new.txt", "The Cyberspace Central Administration met. Stop, =netizens!", date="2023-07-19"
    )
    error = build.finding(old, "Central Network Information Office", related=(Related("news/new.txt", 1, 4, 37),))
    warning = build.finding(
        new, "Cyberspace Central Administration", rule="altered-term", severity=Severity.WARNING, confidence=0.91234,
        method=Method.ALTERED, message="Words of “Central Cyberspace Administration” are moved", fingerprint="1:def",
        matched=CAC.text, reason="The same words in another order.",
    )  # fmt: skip
    silenced = build.finding(
        new, "=netizens", concept="netizen", state=State.IGNORED, state_reason="termcheck-disable in line 1",
        suggestion=None, preferred="netizen", fingerprint="1:ghi", matched=NETIZEN.text,
    )  # fmt: skip
    return build.report(
        ArticleResult(
            old,
            (build.mention(old, "Central Network Information Office", CNIO), build.mention(old, "netizens", NETIZEN)),
            (error,),
        ),
        ArticleResult(new, (build.mention(new, "netizens", NETIZEN),), (warning, silenced)),
        reconciliation=(
            Reconciliation(
                "cac", "en", "中央网信办", CAC.text,
                (
                    Rendering(CNIO.text, "deprecated", 0, 3, 1, (("news/old.txt", 4),), old.date, old.date),
                    Rendering("Cyberspace Central Administration", "unlisted", 0, 1, 0, (("news/new.txt", 1),),
                              new.date, new.date),
                ),
                old.date, new.date, CNIO.text, "Replace “Central Network Information Office”",
            ),
            Reconciliation(
                "netizen", "en", "", "netizen",
                (
                    Rendering("netizen", "preferred", 2, 2, 0, (("news/new.txt", 1), ("news/old.txt", 1)),
                              old.date, new.date),
                ),
                old.date, new.date, "netizen", "",
            ),
        ),
        skipped=(Skipped("news/scan.pdf", "there is no reader for this format", unreadable=True),),
        notices=("news/new.txt:1: termcheck-disable holds to the end of the file and hides 1 finding",),
        others=2,
    )  # fmt: skip
