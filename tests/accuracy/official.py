"""The example glossary over official English, where hardly anything may be found: ``make accuracy ARGS=official``.

An approved form of one concept must never be flagged by a row of another: what that shows is a row that is wrong. The
other findings are listed, per 1,000 words, to be looked at.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from measures import GOLD, ROOT, Measure

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index
from termcheck.model import Article, ArticleResult, Finding, Severity, Standing, View

_CLEAN = (GOLD / "official", GOLD / "fresh" / "clean")
_RULES = frozenset(("undefined-abbreviation", "inconsistent-across-articles", "mixed-renderings"))
"""Remarks on right names, which say nothing against a row."""


def measure_official() -> Measure:
    """The whole example glossary over official English texts and other clean English."""
    glossary = load_glossary([ROOT / "glossary"], ROOT)
    index = compile_index(glossary)
    rows: list[str] = []
    listed: list[str] = []
    tables: dict[str, Counter[str]] = {}
    for path in sorted(path for folder in _CLEAN for path in folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        article = Article(path.name, text, View.verbatim(text), lang="en")
        result = check_article(article, index, Settings(source_lang="zh"))
        found = [one for one in result.findings if one.rule not in _RULES]
        counts = tables.setdefault(path.parent.name, Counter())
        counts["words"] += len(text.split())
        counts.update(one.severity.value for one in found)
        listed += [f"{path.name}:{one.line} {one.severity} {one.rule} {one.concept} “{one.text}”" for one in found]
        rows += _flagged_by_others(result, found, path)
    words = tables["official"]["words"]
    loud = sum(tables["official"][severity.value] for severity in (Severity.ERROR, Severity.WARNING))
    measure = Measure(
        "official",
        f"{len(rows)} approved forms flagged by rows of other concepts; in {words} words of official English "
        f"{1000 * loud / words:.2f} findings at warning or above in 1,000 words",
        {"folder": tables},
        {"approved forms flagged by others": rows, "findings": listed},
    )
    if rows or loud:
        measure.broken.append(f"official: {measure.summary}")
    return measure


def _flagged_by_others(result: ArticleResult, found: list[Finding], path: Path) -> Iterator[str]:
    """Findings that share text with a mention of another concept's approved form."""
    approved = [one for one in result.mentions if one.standing is Standing.APPROVED and one.method.is_listed]
    for finding in found:
        for mention in approved:
            shared = min(finding.end, mention.span.end) - max(finding.start, mention.span.start)
            if finding.concept != mention.concept and 2 * shared >= mention.span.end - mention.span.start > 0:
                by = f"by {finding.concept} ({finding.rule})"
                yield f"{path.name}:{finding.line} {mention.concept} “{mention.text}” {by}"
