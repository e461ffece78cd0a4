"""Wrong names and the right one for each: what prh, Vale and textlint-rule-terminology have in common."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.errors import Problem
from termcheck.glossary.content import Entry, FileContent, Options, read_entries
from termcheck.glossary.naming import slug_of
from termcheck.glossary.standing import APPROVED
from termcheck.languages.tags import related
from termcheck.model import ANY_LANGUAGE, Status, Term

_WRONG = frozenset((Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN))


class Swap(NamedTuple):
    """A right name and wrong ones for it."""

    right: str
    """Empty where the list has none."""
    wrong: tuple[tuple[str, int], ...]
    """(name, 1-based line)."""
    line: int
    note: str = ""
    is_sensitive: bool = False
    """Whether the wrong names are meant in these letters only."""


class Left(NamedTuple):
    """What was not converted: a pattern and its line."""

    pattern: str
    line: int


def content_of(swaps: Sequence[Swap], left: Sequence[Left], file: str, options: Options) -> FileContent:
    """The terms of a list, with a warning for each pattern that is left out."""
    warnings = [
        Problem(
            f"the pattern '{one.pattern[:60]}' is not converted, because terms are no patterns",
            f"{file}:{one.line}",
            "list the words that it stands for",
        )
        for one in left
    ]
    if not swaps:
        none = "every name in it is a pattern" if left else "there is no name in it"
        return FileContent((), (Problem(none, file, "list the words themselves"),), tuple(warnings))
    return read_entries(_entries(swaps, options.lang or ANY_LANGUAGE), file, (), warnings)


def _entries(swaps: Sequence[Swap], lang: str) -> Iterator[Entry]:
    seen: set[tuple[str, str]] = set()
    for swap in swaps:
        concept = slug_of(swap.right or swap.wrong[0][0])
        if swap.right and (concept, swap.right) not in seen:
            seen.add((concept, swap.right))
            row = {"concept": concept, "lang": lang, "term": swap.right, "note": swap.note}
            is_first = concept not in {name for name, text in seen if text != swap.right}
            yield Entry({**row, "status": Status.PREFERRED if is_first else Status.ADMITTED}, swap.line)
        for text, line in swap.wrong:
            if (concept, text) in seen:
                continue
            seen.add((concept, text))
            cells = {"concept": concept, "lang": lang, "term": text}
            cells["status"] = Status.DEPRECATED if swap.right else Status.FORBIDDEN
            if swap.is_sensitive:
                cells["case"] = "sensitive"
            yield Entry(cells, line)


def swaps_of(terms: Sequence[Term], options: Options) -> Iterator[tuple[Term | None, list[Term]]]:
    """Each concept's preferred term with its wrong ones, in the language of the options, else in any.

    Concepts without a wrong term are left out: there is nothing to swap.
    """
    concepts: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        if not options.lang or related(term.lang, options.lang):
            concepts.setdefault((term.concept, term.lang), []).append(term)
    for rows in concepts.values():
        wrong = [one for one in rows if one.status in _WRONG]
        right = next(
            (one for status in (Status.PREFERRED, Status.ADMITTED) for one in rows if one.status is status), None
        )
        if wrong:
            yield right, wrong


def approved(terms: Sequence[Term], options: Options) -> list[Term]:
    """The right terms in the language of the options, else in any."""
    return [one for one in terms if one.status in APPROVED and (not options.lang or related(one.lang, options.lang))]


def refused(terms: Sequence[Term], options: Options) -> list[Term]:
    """The wrong terms in the language of the options, else in any."""
    return [one for one in terms if one.status in _WRONG and (not options.lang or related(one.lang, options.lang))]
