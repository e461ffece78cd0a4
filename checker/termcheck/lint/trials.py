"""Trying a glossary out: its examples, its rows in articles that hold nothing else, and articles that are given."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from termcheck.articles.protect import protected_spans
from termcheck.config import Settings
from termcheck.languages.folding import fold
from termcheck.languages.tags import related
from termcheck.lint.messages import WRONG, Level, LintMessage, about, named
from termcheck.model import (
    ANY_LANGUAGE,
    BLOCK_BREAK,
    Article,
    Example,
    Glossary,
    Mention,
    Place,
    Role,
    Standing,
    Status,
    Term,
    View,
)

Finder = Callable[[Article], Sequence[Mention]]
"""Article whose language is chosen -> its mentions."""

_FAULTS = frozenset((Standing.WRONG, Standing.DOUBTFUL))


class _Sample(NamedTuple):
    """An article for which a row holds, but for its text."""

    lang: str
    date: date | None
    path: str


def _sample_for(term: Term, glossary: Glossary, settings: Settings) -> _Sample:
    lang = term.lang
    if lang == ANY_LANGUAGE:
        lang = settings.lang or next(iter(glossary.languages), "en")
    day = term.valid_from or term.valid_until
    if term.status is Status.SUPERSEDED and term.valid_until and term.valid_until < date.max:
        day = term.valid_until + timedelta(days=1)
    return _Sample(lang, day, _matching_path(term.paths[0]) if term.paths else "example.txt")


def _matching_path(pattern: str) -> str:
    """A path for which a pattern holds; sets of characters are taken by their first one."""
    path, rest = "", pattern + ("**" if pattern.endswith("/") else "")
    while rest:
        close = rest.find("]", 2) if rest[0] == "[" else -1
        if close > 0:
            path += "x" if rest[1] in "!^" else rest[1]
            rest = rest[close + 1 :]
        else:
            path += "x" if rest[0] in "*?" else rest[0]
            rest = rest[1:]
    return path


def _article(sample: _Sample, text: str) -> Article:
    return Article(sample.path, text, View.verbatim(text), lang=sample.lang, date=sample.date)


def never_found(glossary: Glossary, settings: Settings, find: Finder) -> Iterator[LintMessage]:
    """Rows that are not found where nothing but their own text stands."""
    groups: dict[_Sample, list[Term]] = defaultdict(list)
    for term in glossary.terms:
        if term.status is not Status.PROPOSED:
            groups[_sample_for(term, glossary, settings)].append(term)
    for sample, terms in groups.items():
        mentions = find(_article(sample, BLOCK_BREAK.join(term.text for term in terms)))
        found = _rows_found(mentions)
        winners = {fold(mention.text): mention.term for mention in mentions if mention.role is Role.WINNER}
        for term in terms:
            winner = winners.get(fold(term.text))
            if _row(term) not in found and not (winner and _is_double(term, winner)):
                why, remedy = _why_never(term, winner)
                yield about(Level.WARNING, term, f"“{term.text}” can never be found: {why}", remedy)


def _is_double(term: Term, winner: Term) -> bool:
    """Whether the term is listed twice, which has a message of its own."""
    return (term.concept, term.text) == (winner.concept, winner.text)


def _row(term: Term) -> tuple[Place, str]:
    return term.place, term.text


def _why_never(term: Term, winner: Term | None) -> tuple[str, str]:
    own = f" {fold(term.text)} "
    for phrase in term.not_when:
        if f" {fold(phrase)} " in own:
            return f"its own text holds “{phrase}”, which not_when excludes", "take the phrase out of not_when"
    if winner is not None and _row(winner) != _row(term):
        return (
            f"“{winner.text}” ({winner.concept}, {winner.status}, {winner.place}) wins wherever it stands",
            "delete it",
        )
    return "nothing in it can be looked for", "write it as it stands in articles"


def protected(glossary: Glossary, settings: Settings, find: Finder) -> Iterator[LintMessage]:
    """Rows that are found by their own text only as long as articles do not protect it: URLs, paths, identifiers."""
    for term in glossary.terms:
        spans = protected_spans(term.text) if term.status is not Status.PROPOSED else ()
        if not spans:
            continue
        article = _article(_sample_for(term, glossary, settings), term.text)
        is_found = _row(term) in _rows_found(find(replace(article, protected=spans)))
        if not is_found and _row(term) in _rows_found(find(article)):
            what = named(term.text[span.start : span.end] for span in spans)
            message = (
                f"“{term.text}” can never match: {what} is protected text (URL, path, identifier), which is not checked"
            )
            yield about(Level.WARNING, term, message, "list the name as running text has it, or delete the row")


def _rows_found(mentions: Iterable[Mention]) -> set[tuple[Place, str]]:
    return {_row(mention.term) for mention in mentions}


def failing_examples(glossary: Glossary, settings: Settings, find: Finder) -> Iterator[LintMessage]:
    """Examples that do not turn out as their sign says."""
    found: dict[tuple[_Sample, str], Sequence[Mention]] = {}  # neighbours give each other's sentences as examples
    for term in glossary.terms:
        for example in term.examples:
            key = (_sample_for(term, glossary, settings), example.sentence)
            mentions = found[key] = found[key] if key in found else find(_article(*key))
            if problem := _failure(term, example, [one for one in mentions if one.concept == term.concept]):
                remedy = "correct the example, or the rows of the concept"
                yield about(Level.ERROR, term, f"the example “{example.sentence}” fails: {problem}", remedy)


def _failure(term: Term, example: Example, mentions: Sequence[Mention]) -> str | None:
    """Why an example fails, or None.

    ``+`` on a wrong row wants a mention of the concept that is at fault, on any other row one by a listed term that is
    not; ``-`` on a wrong row wants none at fault, on any other row none at all but inside longer terms.
    """
    if example.found:
        if term.status in WRONG:
            return None if any(map(_is_fault, mentions)) else f"nothing wrong is found of {term.concept}"
        fine = any(one.method.is_listed and one.standing not in _FAULTS for one in mentions)
        return None if fine else f"no right term of {term.concept} is found"
    relevant = [one for one in mentions if one.role is not Role.NESTED]
    unwanted = [one for one in relevant if _is_fault(one) or term.status not in WRONG]
    return f"“{unwanted[0].text}” is found: {unwanted[0].reason}" if unwanted else None


def _is_fault(mention: Mention) -> bool:
    """Whether a finding would be made of a mention for what it says."""
    return mention.role is not Role.NESTED and (mention.standing in _FAULTS or not mention.method.is_listed)


def never_used(glossary: Glossary, articles: Iterable[Article], find: Finder) -> Iterator[LintMessage]:
    """Rows of which no article has a mention: one message a concept."""
    used: set[tuple[Place, str]] = set()
    languages: set[str] = set()
    for article in articles:
        languages.add(article.lang or "")
        used.update(_row(mention.term) for mention in find(article))
    for concept in glossary.concepts if languages else ():
        unused = [
            term
            for term in concept.terms
            if _row(term) not in used and any(lang and related(term.lang, lang) for lang in languages)
        ]
        if unused:
            message = f"no article has {named(term.text for term in unused)} of {concept.id}"
            yield about(Level.NOTE, unused[0], message)
