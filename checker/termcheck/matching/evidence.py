"""Evidence: a source term in brackets beside a mention says which concept is meant.

“Cyberspace Administration (中央网信办)” names the concept of 中央网信办, whatever else that name may stand for; so does
“中央网信办 (CAC)”.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from termcheck.languages.scripts import letters_by_script, scripts_of_language
from termcheck.languages.tags import related
from termcheck.languages.tokens import is_spaceless, tokenize
from termcheck.matching.brackets import ACROSS, OPENING, QUOTES, SPACES, bracket_after
from termcheck.matching.candidates import Candidate
from termcheck.matching.index import TermIndex
from termcheck.matching.listed import find_listed
from termcheck.matching.occurrences import Occurrences
from termcheck.matching.screen.spots import find_places
from termcheck.matching.text import Text
from termcheck.model import ANY_LANGUAGE, BLOCK_BREAK, Article, Method, Span, Standing, View

_REACH = 60
"""Longest text before a bracket that is searched for a source term at its end."""
_MOST_WORDS_BESIDE = 1
"""Words other than the source term that a part of a bracket may have: (formerly 中央网信办)."""


class _Place(Struct, frozen=True):
    """A text beside a mention that may be, or end in, a source term."""

    text: str
    is_before: bool
    """Whether it stands before the bracket, so that anything may come before the term."""


class _Source(Struct, frozen=True):
    """The source term beside a mention, and the concepts that have it."""

    text: str
    concepts: frozenset[str]


def weigh(
    candidates: Sequence[Candidate], article: Article, index: TermIndex, source_lang: str | None
) -> list[Candidate]:
    """The candidates in an article, whose language is chosen, in the light of the source terms in brackets beside them.

    Of several concepts that have a listed form at one stretch, the one with the source term is meant. Of forms that are
    not listed, one of that concept is no longer doubtful; a misspelling of another concept's term becomes doubtful, and
    an altered or unlisted form of one is no mention at all. Without ``source_lang`` every other language is one.
    """
    questions = _open_questions(candidates)
    places = _places(article.view.text, questions) if questions else None
    if not places:
        return list(candidates)
    tags = (source_lang,) if source_lang else index.languages
    sources = _sources(places, [tag for tag in tags if not related(tag, article.lang or "")], index)
    settled = {_span(one) for one in candidates if one.method.is_listed and _supports(sources.get(_span(one)), one)}
    weighed = (_weighed(one, sources.get(_span(one)), settled) for one in candidates)
    return [one for one in weighed if one is not None]


def _span(candidate: Candidate) -> Span:
    return Span(candidate.start, candidate.end)


def _supports(source: _Source | None, candidate: Candidate) -> bool:
    return source is not None and candidate.pattern.term.concept in source.concepts


def _weighed(candidate: Candidate, source: _Source | None, settled: set[Span]) -> Candidate | None:
    """The candidate with what the source term beside it says of it; None where that is of another concept."""
    if source is None:
        return candidate
    if candidate.method.is_listed:
        if _span(candidate) not in settled:
            return candidate
        return _explained(candidate, source) if _supports(source, candidate) else None
    if _supports(source, candidate):
        return replace(_explained(candidate, source), doubtful=False)
    if candidate.method in (Method.ALTERED, Method.UNLISTED):
        return None
    others = " and ".join(sorted(source.concepts))
    reason = f"{candidate.reason}; but “{source.text}” beside it is a term of {others}"
    return replace(candidate, doubtful=True, reason=reason)


def _explained(candidate: Candidate, source: _Source) -> Candidate:
    reason = f"{candidate.reason}; “{source.text}” beside it is a term of {candidate.pattern.term.concept}"
    return replace(candidate, reason=reason)


def _open_questions(candidates: Sequence[Candidate]) -> set[Span]:
    """Stretches at which evidence can change something: not listed, or listed for several concepts."""
    concepts: dict[tuple[int, int], str] = {}
    found: set[Span] = set()
    for one in candidates:
        concept = one.pattern.term.concept
        if not one.method.is_listed or concepts.setdefault((one.start, one.end), concept) != concept:
            found.add(_span(one))
    return found


# --------------------------------------------------------------------------------------------------- source terms


def _places(view: str, spans: Iterable[Span]) -> dict[Span, list[_Place]]:
    """The places beside each stretch where a source term may stand, for stretches that have any."""
    found: dict[Span, list[_Place]] = {}
    for span in spans:
        places = [_Place(text.strip(QUOTES + SPACES), is_before) for text, is_before in _beside(view, span)]
        if places := [place for place in places if place.text]:
            found[span] = places
    return found


def _beside(view: str, span: Span) -> Iterator[tuple[str, bool]]:
    bracket = bracket_after(view, span.end)
    for part in bracket.parts() if bracket is not None else ():
        yield part, False
    before = view[max(0, span.start - _REACH) : span.start].rstrip(QUOTES + SPACES)
    if before and before[-1] in OPENING:
        cut = max(before.rfind(char) for char in ACROSS)
        yield before[cut + 1 : -1], True


def _sources(places: Mapping[Span, Sequence[_Place]], tags: Iterable[str], index: TermIndex) -> dict[Span, _Source]:
    """The longest source term at the places of each stretch, for stretches that have one."""
    texts = sorted({place.text for found in places.values() for place in found})
    terms: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for tag in tags:
        scripts = set(scripts_of_language(tag))
        written = [text for text in texts if scripts.intersection(letters_by_script(text))]
        for text, span, concept in _terms_in(written, tag, index):
            terms[text].append((span, concept))
    sources: dict[Span, _Source] = {}
    for stretch, found in places.items():
        fitting = [
            (place.text[span.start : span.end], concept)
            for place in found
            for span, concept in terms.get(place.text, ())
            if _fits(place, span)
        ]
        if fitting:
            text = max((text for text, _ in fitting), key=len)
            sources[stretch] = _Source(text, frozenset(concept for other, concept in fitting if other == text))
    return sources


def _terms_in(texts: Sequence[str], tag: str, index: TermIndex) -> Iterator[tuple[str, Span, str]]:
    """The listed terms of a language in some texts: (text, where in it, concept)."""
    compiled = index.for_language(tag)
    if not texts or not compiled.patterns:
        return
    view = BLOCK_BREAK.join(texts)
    joined = Text(Article("", view, View.verbatim(view), lang=tag), compiled.language)
    listed = find_listed(joined, compiled, _any_row, Occurrences(joined, compiled, find_places(joined, compiled)))
    starts: dict[int, str] = {}
    offset = 0
    for text in texts:
        starts[offset] = text
        offset += len(text) + 1
    for _, one in listed:
        start = view.rfind(BLOCK_BREAK, 0, one.start) + 1
        if one.pattern.term.lang != ANY_LANGUAGE:
            yield starts[start], Span(one.start - start, one.end - start), one.pattern.term.concept


def _any_row(_: object) -> Standing:
    """Source terms are evidence whatever their rows say."""
    return Standing.APPROVED


def _fits(place: _Place, span: Span) -> bool:
    """Whether a term is what a place holds, or all but a word of it."""
    before, after = place.text[: span.start], place.text[span.end :]
    if before and is_spaceless(before[-1]) and is_spaceless(place.text[span.start]):
        return not place.is_before and not after and len(before) <= _MOST_WORDS_BESIDE  # 原中央网信办
    if place.is_before:
        return not after
    return len(tokenize(before).words) + len(tokenize(after).words) <= _MOST_WORDS_BESIDE
