"""Finding common terms in other words by what they mean: the extra ``embeddings``, where the configuration asks for it.

Only a phrase that shares a telling word with a term is compared: "kidney insufficiency" with "renal failure" only where
kidney and renal are known to correspond. A model alone would compare everything with everything, slowly and badly.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from termcheck.matching.candidates import Candidate
from termcheck.matching.text import Text
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.encoder import Encoder, encoder
from termcheck.matching.unlisted.licence import PART
from termcheck.matching.unlisted.meaning import Meaning, Meanings, shown
from termcheck.matching.unlisted.names import Name, Token, with_head
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.spans import pieces, prepositions, tokens_at
from termcheck.matching.unlisted.tables import numbers_in
from termcheck.model import CaseFit, Method, Standing, Term

_LEAST = 0.8
"""Value from which on a phrase is taken: more than for a pair, because a text has more to trip over."""
_LEAST_BETWEEN = 0.45
"""Likeness of the words left over below which whole phrases need not be compared: they would have to be the same."""
_MOST_LEFT = 2
_MOST_TOKENS = 5
_RIVAL_MARGIN = 0.02
_STEPS = ((0.9, 0.8), (0.0, 0.7))
"""Value from which on -> confidence: always a hint."""


class _Span(NamedTuple):
    first: int
    last: int
    """Tokens of the text, inclusive."""
    tokens: tuple[Token, ...]
    phrase: str
    name: Name


def find_by_meaning(
    text: Text,
    resources: Resources,
    standing_of: Callable[[Term], Standing | None],
    taken: Iterable[Candidate],
) -> Iterator[Candidate]:
    """Common terms in other words, where none of the candidates that are ``taken`` stands.

    Raises UsageError where the extra is not installed.
    """
    covered = {at for one in taken for at in range(one.start, one.end)}
    model = encoder()
    meanings = Meanings(resources.language, resources.similarity, model)
    spans = [
        span
        for piece in pieces(text, 0, len(text.words))
        for span in _spans(text, piece, resources, covered)
        if standing_of(span.name.pattern.term) is Standing.APPROVED
    ]
    near = _near(spans, meanings, model)
    judged = [
        (meanings.of(span.phrase, span.tokens, span.name.pattern.surface, span.name.tokens), span) for span in near
    ]
    for meaning, span in _best([one for one in judged if one[0].value >= _LEAST]):
        yield _candidate(text, span, meaning)


def _near(spans: Iterable[_Span], meanings: Meanings, model: Encoder) -> list[_Span]:
    """The spans that differ from their term in a few words on both sides, which are near in meaning; all encoded."""
    left = []
    for span in spans:
        rest = meanings.rest(span.tokens, span.name.tokens)
        if rest is not None and all(0 < len(side) <= _MOST_LEFT for side in rest):
            left.append((span, shown(rest[0]), shown(rest[1])))
    model.prepare(part for _, ours, theirs in left for part in (ours, theirs))
    near = [span for span, ours, theirs in left if model.likeness(ours, theirs) >= _LEAST_BETWEEN]
    model.prepare(part for span in near for part in (span.phrase.lower(), span.name.pattern.surface.lower()))
    return near


def _spans(text: Text, piece: tuple[int, int], resources: Resources, covered: set[int]) -> Iterator[_Span]:
    """Every phrase of a piece and a common term that share a telling word."""
    tokens = tokens_at(text, piece, resources)
    links = prepositions(text, *piece)
    for number, places in _sharing(tokens, resources).items():
        name = resources.names[number]
        for first, last in _around(places, len(tokens), len(name.tokens)):
            part = tokens[first : last + 1]
            begin, end = part[0].first, part[-1].last
            if not _is_phrase(text, part, name) or covered.intersection(range(text.starts[begin], text.ends[end])):
                continue
            phrase = " ".join(text.view[text.starts[begin] : text.ends[end]].split())
            yield _Span(begin, end, tuple(with_head(part, links)), phrase, name)


def _sharing(tokens: Sequence[Token], resources: Resources) -> dict[int, list[int]]:
    """Number of a common term -> positions of tokens that may stand for a telling word of it."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        if token.is_core:
            for number in numbers_in(resources.likenesses.of(token.lemma).names & resources.common):
                name = resources.names[number]
                if name.tokens[0].lemma[0] != PART and any(
                    other.is_core and resources.similarity.of(token.lemma, other.lemma).value for other in name.tokens
                ):
                    found[number].append(at)
    return found


def _around(places: Iterable[int], count: int, length: int) -> set[tuple[int, int]]:
    """Spans of two tokens or more that hold one of the places, at most one token longer than the term."""
    longest = min(_MOST_TOKENS, length + 1)
    return {
        (first, last)
        for at in places
        for first in range(max(0, at - longest + 1), at + 1)
        for last in range(max(at, first + 1), min(count, first + longest))
    }


def _is_phrase(text: Text, tokens: Sequence[Token], name: Name) -> bool:
    """Whether a span can be one common term: no name, nothing that breaks a phrase inside."""
    words = text.words[tokens[0].first : tokens[-1].last + 1]
    if any(word in data.BREAKERS and word not in name.pattern.words for word in words):
        return False
    return not any(token.capital and not text.starts_sentence(token.first) for token in tokens)


def _best(judged: Sequence[tuple[Meaning, _Span]]) -> Iterator[tuple[Meaning, _Span]]:
    """The surest of each place; nothing where another concept means as much."""
    ordered = sorted(judged, key=lambda one: (-one[0].value, one[1].first, -one[1].last, one[1].name.concept))
    done: list[tuple[Meaning, _Span]] = []
    for meaning, span in ordered:
        over = [one for one in done if one[1].first <= span.last and span.first <= one[1].last]
        if not over:
            done.append((meaning, span))
    for meaning, span in done:
        rivals = (
            other.value
            for other, one in judged
            if one.name.concept != span.name.concept and one.first <= span.last and span.first <= one.last
        )
        if max(rivals, default=0.0) < meaning.value - _RIVAL_MARGIN:
            yield meaning, span


def _candidate(text: Text, span: _Span, meaning: Meaning) -> Candidate:
    term = span.name.pattern.term
    sure = next(confidence for least, confidence in _STEPS if meaning.value >= least)
    reason = f"{meaning.reason}, against “{span.name.pattern.surface}” ({term.status} for {term.concept})"
    return Candidate(
        span.name.pattern, Standing.APPROVED, text.starts[span.first], text.ends[span.last], Method.UNLISTED,
        CaseFit.SAME, 4, sure, reason, doubtful=True,
    )  # fmt: skip
