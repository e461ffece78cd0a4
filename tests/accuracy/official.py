"""The example glossary over official English, where hardly anything may be found: ``make accuracy ARGS=official``.

An approved form of one concept must never be flagged by a row of another: what that shows is a row that is wrong. The
other findings are listed, per 1,000 words, to be looked at; those of the rule unlisted-rendering are counted apart.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from measures import GOLD, ROOT, Measure

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import Article, ArticleResult, Finding, Severity, Standing, View

_CLEAN = (GOLD / "official", GOLD / "fresh" / "clean")
_RULES = frozenset(("undefined-abbreviation", "inconsistent-across-articles", "mixed-renderings"))
"""Remarks on right names, which say nothing against a row."""
_LOUD, _HINTS = "unlisted warning", "unlisted hint"
_WORDS_TO_A_WARNING, _WORDS_TO_A_HINT = 5_000, 1_000
"""The rule that concludes rather than looks up may be wrong that often."""


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
        counts.update(one.severity.value for one in found if one.rule != UNLISTED_RENDERING)
        counts.update(f"unlisted {one.severity.value}" for one in found if one.rule == UNLISTED_RENDERING)
        listed += [f"{path.name}:{one.line} {one.severity} {one.rule} {one.concept} “{one.text}”" for one in found]
        rows += _flagged_by_others(result, [one for one in found if one.rule != UNLISTED_RENDERING], path)
    words = tables["official"]["words"]
    loud = sum(tables["official"][severity.value] for severity in (Severity.ERROR, Severity.WARNING))
    measure = Measure(
        "official",
        f"{len(rows)} approved forms flagged by rows of other concepts; in {words} words of official English "
        f"{1000 * loud / words:.2f} findings at warning or above in 1,000 words; {_rates(tables)}",
        {"folder": tables},
        {"approved forms flagged by others": rows, "findings": listed},
    )
    read = sum(counts["words"] for counts in tables.values())
    warned, hinted = (sum(counts[name] for counts in tables.values()) for name in (_LOUD, _HINTS))
    if rows or loud or warned > read / _WORDS_TO_A_WARNING or hinted > read / _WORDS_TO_A_HINT:
        measure.broken.append(f"official: {measure.summary}")
    return measure


def _rates(tables: dict[str, Counter[str]]) -> str:
    return ", ".join(
        f"{folder}: {5000 * counts[_LOUD] / counts['words']:.2f} warnings of {UNLISTED_RENDERING} in 5,000 words and "
        f"{1000 * counts[_HINTS] / counts['words']:.2f} hints in 1,000"
        for folder, counts in tables.items()
    )


def _flagged_by_others(result: ArticleResult, found: list[Finding], path: Path) -> Iterator[str]:
    """Findings that share text with a mention of another concept's approved form."""
    approved = [one for one in result.mentions if one.standing is Standing.APPROVED and one.method.is_listed]
    for finding in found:
        for mention in approved:
            shared = min(finding.end, mention.span.end) - max(finding.start, mention.span.start)
            if finding.concept != mention.concept and 2 * shared >= mention.span.end - mention.span.start > 0:
                by = f"by {finding.concept} ({finding.rule})"
                yield f"{path.name}:{finding.line} {mention.concept} “{mention.text}” {by}"
