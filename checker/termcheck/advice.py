"""What to do about a concept, from how often each of its renderings is used."""

from collections.abc import Sequence

from termcheck.findings import quoted
from termcheck.model import UNLISTED, RenderingKey, Status, Term, Use
from termcheck.variants import compete

_NAMED = 3
"""Renderings that are named before the others are summed up."""


def recommended(ordered: Sequence[tuple[RenderingKey, Use]], terms: Sequence[Term], preferred: str | None) -> str:
    """One sentence; empty where nothing is to be done.

    ``ordered``: all uses of the concept, the most frequent first; ``terms``: its rows in the language of the articles.
    """
    wrong = [(use.text, use.wrong) for _, use in ordered if use.wrong]
    unlisted = [(use.text, use.count) for key, use in ordered if key.status == UNLISTED and use.count]
    if wrong:
        return _replace(wrong, unlisted, terms, preferred)
    if unlisted:
        return f"Check {_counted(unlisted)}, which the glossary does not list{_close_to(preferred)}."
    different = _different([(key, use) for key, use in ordered if use.approved], terms)
    if different:
        advice = f"; {quoted(preferred)} is preferred" if preferred else ""
        return f"Choose one of {_options(different)}{advice}."
    proposed = [(use.text, use.count) for key, use in ordered if key.status == Status.PROPOSED and use.count]
    if proposed:
        return f"Decide whether {_options(proposed)}, so far only proposed, should be admitted."
    return ""


def _replace(
    wrong: Sequence[tuple[str, int]], unlisted: Sequence[tuple[str, int]], terms: Sequence[Term], preferred: str | None
) -> str:
    approved = [term.text for term in terms if term.status in (Status.PREFERRED, Status.ADMITTED)]
    others = f"; check {_counted(unlisted)}" if unlisted else ""
    if preferred or approved:
        by = quoted(preferred) if preferred else " or ".join(map(quoted, approved[:_NAMED]))
        return f"Replace {_counted(wrong)} by {by}{others}."
    return f"Add a preferred term to the glossary, then replace {_counted(wrong)}{others}."


def _different(ordered: Sequence[tuple[RenderingKey, Use]], terms: Sequence[Term]) -> list[tuple[str, int]]:
    """The approved renderings that are different names, whatever the article's date or path."""
    free = {
        (term.status.value, term.text): term
        for term in terms
        if term.status is not Status.SUPERSEDED and not term.is_dated and not term.paths
    }
    used = [(free[key.status, key.text], use) for key, use in ordered if (key.status, key.text) in free]
    return [(term.text, use.approved) for term, use in used if any(compete(term, other) for other, _ in used)]


def _counted(forms: Sequence[tuple[str, int]]) -> str:
    """``4 mentions of “cyber civilization” and 9 of “network civilization”``."""
    first, *others = forms[:_NAMED]
    parts = [f"{first[1]} {_mentions(first[1])} of {quoted(first[0])}"]
    parts.extend(f"{count} of {quoted(text)}" for text, count in others)
    if rest := sum(count for _, count in forms[_NAMED:]):
        parts.append(f"{rest} of other forms")
    return _joined(parts)


def _options(forms: Sequence[tuple[str, int]]) -> str:
    """``“online civilization” (5 mentions) and “internet civilization” (3)``."""
    first, *others = forms[:_NAMED]
    parts = [f"{quoted(first[0])} ({first[1]} {_mentions(first[1])})"]
    parts.extend(f"{quoted(text)} ({count})" for text, count in others)
    if rest := len(forms[_NAMED:]):
        parts.append(f"{rest} other{'s' if rest != 1 else ''}")
    return _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _mentions(count: int) -> str:
    return "mention" if count == 1 else "mentions"


def _close_to(preferred: str | None) -> str:
    return f": {quoted(preferred)} is preferred" if preferred else ""
