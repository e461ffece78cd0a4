"""What the rows of a glossary themselves leave in doubt."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from termcheck.config import Settings
from termcheck.languages.tags import related
from termcheck.languages.tokens import tokenize
from termcheck.lint.messages import WRONG, Level, LintMessage, about, named
from termcheck.model import Glossary, Status, Term, TermType, Tier

_APPROVED = frozenset((Status.PREFERRED, Status.ADMITTED))


def from_loading(glossary: Glossary) -> Iterator[LintMessage]:
    """What loading noticed: identical rows, one form approved in a concept and wrong in another, odd columns."""
    for warning in glossary.warnings:
        place, _, message = warning.partition(": ")
        yield LintMessage(Level.WARNING, place, "", message)


def spelt_in_two_ways(glossary: Glossary) -> Iterator[LintMessage]:
    """Concept ids and language tags that differ in letter case only."""
    for what, values in (
        ("concept", [(term.concept, term) for term in glossary.terms]),
        ("language tag", [(term.lang, term) for term in glossary.terms]),
    ):
        first: dict[str, str] = {}
        seen: set[str] = set()
        for value, term in values:
            known = first.setdefault(value.casefold(), value)
            if known != value and value not in seen:
                seen.add(value)
                yield about(
                    Level.WARNING, term, f"the {what} '{value}' is also written '{known}'", "write it in one way"
                )


def listed_twice(glossary: Glossary) -> Iterator[LintMessage]:
    """One form in two rows of a concept that say the same of it, for languages that meet."""
    for concept in glossary.concepts:
        rows: dict[str, list[Term]] = defaultdict(list)
        for term in concept.terms:
            earlier = next((row for row in rows[term.text] if _are_doubles(row, term)), None)
            if earlier:
                message = f"“{term.text}” is already listed as {earlier.status} at {earlier.place}"
                yield about(Level.WARNING, term, message, "keep one of the two rows")
            rows[term.text].append(term)


def _are_doubles(one: Term, other: Term) -> bool:
    bound = one.is_dated or other.is_dated or one.paths or other.paths
    return not bound and (related(one.lang, other.lang) or related(other.lang, one.lang))


def without_replacement(glossary: Glossary) -> Iterator[LintMessage]:
    """Wrong terms of a language in which their concept has no preferred term."""
    for concept in glossary.concepts:
        preferred = [term.lang for term in concept.terms if term.status is Status.PREFERRED]
        named: set[str] = set()
        for term in concept.terms:
            covered = any(related(lang, term.lang) or related(term.lang, lang) for lang in preferred)
            if term.status in WRONG and not covered and term.lang not in named:
                named.add(term.lang)
                message = (
                    f"{concept.id} has wrong terms but no preferred one ({term.lang}), so nothing can be suggested"
                )
                yield about(Level.WARNING, term, message, "make one term preferred")


def too_short(glossary: Glossary, settings: Settings) -> Iterator[LintMessage]:
    """Rows that are to be found misspelt as well but are too short for that: one message a file, at the first.

    Not abbreviations, for another letter makes another abbreviation of them, nor rows in the language that articles
    were translated from, in which none is checked.
    """
    from termcheck.languages import language
    from termcheck.matching.patterns import compile_term

    short: dict[str, list[Term]] = defaultdict(list)
    for term in glossary.terms:
        source = settings.source_lang is not None and related(settings.source_lang, term.lang)
        is_meant = term.tier is Tier.FUZZY and term.type is not TermType.ABBREVIATION and not source
        if is_meant and term.status is not Status.PROPOSED:
            patterns = compile_term(term, language(term.lang), verbal=False)
            if patterns and not any(pattern.edits for pattern in patterns):
                short[term.place.file].append(term)
    for terms in short.values():
        terms.sort(key=lambda term: term.place.line)
        message = f"too short to be found misspelt: {named(dict.fromkeys(term.text for term in terms))}"
        remedy = "list likely misspellings as deprecated, or say match=inflected"
        yield LintMessage(Level.NOTE, str(terms[0].place), "", message, remedy)


def covering_others(glossary: Glossary) -> Iterator[LintMessage]:
    """Approved terms that silence a wrong term of another concept, because it stands inside them.

    Not where a ``-`` example of the wrong term has the approved one, which shows that this is meant.
    """
    wrong: dict[str, list[tuple[tuple[str, ...], Term]]] = defaultdict(list)
    for term in glossary.terms:
        words = tuple(tokenize(term.text).words)
        if term.status in WRONG and words:
            wrong[words[0]].append((words, term))
    for term in glossary.terms:
        if term.status not in _APPROVED:
            continue
        words = tuple(tokenize(term.text).words)
        for inner in _inside(words, term, wrong):
            if any(not one.found and _holds(tokenize(one.sentence).words, words) for one in inner.examples):
                continue
            message = (
                f"“{term.text}” is approved, so “{inner.text}” ({inner.concept}, {inner.status}) is silent inside it"
            )
            remedy = f"if that is meant, give “{inner.text}” an example: - a sentence with “{term.text}”"
            yield about(Level.NOTE, term, message, remedy)


def _inside(words: Sequence[str], term: Term, wrong: dict[str, list[tuple[tuple[str, ...], Term]]]) -> Iterator[Term]:
    for word in dict.fromkeys(words):
        for inner, row in wrong.get(word, ()):
            fits = len(inner) < len(words) and _holds(words, inner)
            if fits and row.concept != term.concept and related(row.lang, term.lang):
                yield row


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return any(tuple(words[at : at + len(part)]) == tuple(part) for at in range(len(words) - len(part) + 1))
