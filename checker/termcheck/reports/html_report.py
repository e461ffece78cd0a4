"""The report for an editor's browser: one self-contained HTML page.

Nothing from articles or glossaries can run in it: Jinja2 escapes every value, and the page's Content-Security-Policy
allows only the one script and the one style sheet whose hashes it names, and no request to anywhere.
"""

import datetime as dt
from base64 import b64encode
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from termcheck.model import ArticleRecord, Report
from termcheck.records import WHOLE_TEXTS
from termcheck.reports.page_articles import make_articles
from termcheck.reports.page_concepts import ConceptPart, Use, make_concepts
from termcheck.reports.page_findings import Card, make_cards
from termcheck.reports.page_matrix import busiest_articles, clip, make_matrix
from termcheck.reports.page_pictures import make_pictures, make_run_picture
from termcheck.reports.summary import SEVERITIES, Summary, number, summarize, suppression

if TYPE_CHECKING:
    from jinja2 import Environment

_FIRST_STEPS = 5
"""How many concepts the first screen names."""

_WORST_ARTICLES = 5
"""How many articles the first screen names."""

_AT_ONCE = 10_000
"""Pieces of the page that are put together."""
_MOST_ARTICLES = 3_000
"""Articles on the page; of more, only those are shown in which a finding on the page stands."""
_MOST_CONSISTENT = 3_000
"""Names without a finding on the page."""

_UNSHOWABLE = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
"""Control characters, which HTML does not allow."""


def render_html(report: Report) -> str:
    """The whole page; the same report always gives the same characters."""
    return "".join(html_pieces(report))


def html_pieces(report: Report) -> Iterator[str]:
    """The same in pieces."""
    environment = _environment()
    style, script = _asset("report.css"), _asset("report.js") + _asset("decide.js")
    pieces = environment.get_template("report.html").generate(
        **_content(report),
        style=style,
        script=script,
        policy=content_security_policy(script, style),
    )
    while some := list(islice(pieces, _AT_ONCE)):
        yield "".join(some).translate(_UNSHOWABLE).encode("utf-8", "replace").decode()


def content_security_policy(script: str, style: str) -> str:
    """A policy under which only this script and this style sheet take effect, and nothing is fetched from anywhere."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("termcheck.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": number, "clip": clip}
    return environment


def _asset(name: str) -> str:
    """A file of our own that goes into the page as it is."""
    from importlib.resources import files

    return files("termcheck.reports").joinpath("templates", name).read_text("utf-8").replace("\r\n", "\n")


# ------------------------------------------------------------------------------------------------------- content


def _content(report: Report) -> Mapping[str, object]:
    summary = summarize(report)
    cards = make_cards(report)
    busiest = busiest_articles(report)
    survey = _surveyed(report, {*busiest, *(card.finding.file for card in cards)})
    anchors = {result.path: f"article-{place}" for place, result in survey.shown}
    shown = [result for _, result in survey.shown]
    parts, others = make_concepts(report, cards)
    articles = make_articles(shown, cards, anchors, whole=survey.length <= WHOLE_TEXTS)
    consistent = [part for part in parts if not part.cards]
    unsettled = [part for part in parts if part.cards]
    return {
        "report": report,
        "summary": summary,
        "suppressed_by": suppression(summary),
        "headline": _headline(summary, parts),
        "unsettled": unsettled,
        "consistent": consistent[:_MOST_CONSISTENT],
        "consistent_left_out": max(0, len(consistent) - _MOST_CONSISTENT),
        "wrong": sum(part.is_wrong for part in unsettled),
        "first_steps": unsettled[:_FIRST_STEPS],
        "others": others,
        "matrix": make_matrix(shown, busiest, parts, anchors, len(report.results)),
        "articles": articles,
        "articles_left_out": len(report.results) - len(articles),
        "worst_articles": sorted(articles, key=lambda part: (-len(part.cards), part.article.path))[:_WORST_ARTICLES],
        "anchors": anchors,
        "names": _short_names(anchors),
        "choices": _choices(cards),
        "severities_in_order": SEVERITIES,
        "uses": tuple(Use),
        "period": survey.period,
        "drawings": make_pictures,
        "runs_of": {(trend.concept, trend.lang): make_run_picture(trend) for trend in report.history},
        "shown_cards": len(cards),
        "left_to_table": len(report.findings) - len(cards),
        "report_id": _identity(report),
    }


def _identity(report: Report) -> str:
    """What tells this report from others, so that a browser keeps their decisions apart."""
    digest = sha256()
    for place, finding in enumerate(report.findings):
        known = f"{finding.file} {finding.fingerprint}"
        digest.update((f"\n{known}" if place else known).encode("utf-8", "replace"))
    return digest.hexdigest()[:16]


def _headline(summary: Summary, parts: Sequence[ConceptPart]) -> str:
    """The answer in one line: how many names are wrong or inconsistent."""
    if not summary.checked:
        return "No article was checked"
    if not parts and not summary.open:
        return "No name of the glossary occurs in the articles"
    unsettled = sum(bool(part.cards) for part in parts)
    if not unsettled:
        return f"All {number(len(parts), 'name')} are used consistently" if len(parts) > 1 else "Nothing to correct"
    verb = "is" if unsettled == 1 else "are"
    return f"{unsettled:,} of {number(len(parts), 'name')} {verb} wrong or inconsistent"


def _short_names(paths: Iterable[str]) -> Mapping[str, str]:
    """Path -> its last part, or the whole path where two articles share the last part."""
    lasts = {path: path.rsplit("/", 1)[-1] for path in paths}
    shared = Counter(lasts.values())
    return {path: path if shared[last] > 1 else last for path, last in lasts.items()}


class _Survey(NamedTuple):
    """What one look at all articles tells."""

    length: int
    """Of their views together."""
    period: tuple[dt.date, dt.date] | None
    shown: list[tuple[int, ArticleRecord]]
    """1-based place and article of those that the page shows."""


def _surveyed(report: Report, wanted: Collection[str]) -> _Survey:
    length = 0
    dates: set[dt.date] = set()
    shown = []
    for place, result in enumerate(report.results, start=1):
        length += result.length
        if result.date is not None:
            dates.add(result.date)
        if result.path in wanted or len(report.results) <= _MOST_ARTICLES:
            shown.append((place, result))
    return _Survey(length, (min(dates), max(dates)) if dates else None, shown)


def _choices(cards: Sequence[Card]) -> Mapping[str, Mapping[str, int]]:
    """What the filters offer: field -> value -> number of findings, by value."""
    choices: dict[str, dict[str, int]] = {"concept": {}, "rule": {}, "file": {}}
    for card in cards:
        for field, value in (
            ("concept", card.finding.concept),
            ("rule", card.finding.rule),
            ("file", card.finding.file),
        ):
            if value:
                choices[field][value] = choices[field].get(value, 0) + 1
    return {field: dict(sorted(counts.items())) for field, counts in choices.items()}
