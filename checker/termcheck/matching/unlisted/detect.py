"""Finding unlisted renderings in an article's text."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

from msgspec.structs import replace

from termcheck.cache import Cache
from termcheck.config import Told
from termcheck.matching.brackets import OPENING
from termcheck.matching.candidates import Candidate
from termcheck.matching.index import LanguageIndex
from termcheck.matching.text import Text
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.calibration import BY_DICTIONARY, CERTAIN, SURE, confidence
from termcheck.matching.unlisted.judging import Found, judged, score
from termcheck.matching.unlisted.names import HOME, Token
from termcheck.matching.unlisted.prefilter import Related, candidates, related_names
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.rivals import without_rivals
from termcheck.matching.unlisted.spans import Edges, Piece, pieces, prepositions, tokens_at
from termcheck.matching.unlisted.taken import Taken
from termcheck.model import CaseFit, Glossary, Method, Standing, Term

_MOST_WORDS = 15
_compiled: WeakKeyDictionary[LanguageIndex, dict[tuple[frozenset[str], Told], Resources]] = WeakKeyDictionary()


def resources_of(index: LanguageIndex, glossary: Glossary, home: frozenset[str], cache: Cache, told: Told) -> Resources:
    """The compiled names of a language, made when first asked for."""
    known = _compiled.setdefault(index, {})
    if (home, told) not in known:
        known[home, told] = Resources(index, glossary, home, cache, told)
    return known[home, told]


def find_unlisted(
    text: Text,
    index: LanguageIndex,
    standing_of: Callable[[Term], Standing | None],
    listed: Sequence[Candidate],
    ask: Callable[[], Resources],
) -> Iterator[Candidate]:
    """Stretches that name a concept in other words.

    ``listed``: the listed forms that stand in the text; ``ask``: for the compiled names, where they are needed.
    """
    if index.language.code != "en":
        from termcheck.matching.unlisted.inversion import find_inverted

        yield from find_inverted(text, index, standing_of, listed)
        return
    resources = ask()
    beside = _beside_brackets(text, resources, standing_of, listed)
    yield from beside
    taken = Taken(text, [*listed, *beside])
    for first, last in pieces(text, 0, len(text.words)):
        if last - first > 1 and resources.glances.may_hold(text.words, first, last):
            yield from _in_piece(text, (first, last), resources, taken, standing_of)


def _beside_brackets(
    text: Text, resources: Resources, standing_of: Callable[[Term], Standing | None], listed: Sequence[Candidate]
) -> list[Candidate]:
    if not any(char in text.view for char in OPENING):
        return []
    from termcheck.matching.unlisted.brackets import find_beside_brackets

    return list(find_beside_brackets(text, resources, standing_of, listed))


def _edges(text: Text, tokens: Sequence[Token], breaks: list[bool], taken: Taken) -> Edges:
    starts = [text.starts[token.first] for token in tokens]
    ends = [text.ends[token.last] for token in tokens]
    return Edges(
        [taken.concepts_at(start) for start in starts],
        [not taken.crosses(start) for start in starts],
        [not taken.crosses(end) for end in ends],
        breaks,
    )


def _breaks(text: Text, tokens: Sequence[Token]) -> list[bool]:
    """Before which tokens a word stands that common terms do not have inside."""
    breaks = [False]
    for before, token in pairwise(tokens):
        between = text.words[before.last + 1 : token.first]
        breaks.append(bool(between) and not data.BREAKERS.isdisjoint(between))
    return breaks


def _in_piece(
    text: Text,
    span: tuple[int, int],
    resources: Resources,
    taken: Taken,
    standing_of: Callable[[Term], Standing | None],
) -> Iterator[Candidate]:
    tokens = tokens_at(text, span, resources)
    if len(tokens) < 2:
        return
    breaks = _breaks(text, tokens)
    names = candidates(tokens, breaks, [taken.form_at(token.first) for token in tokens], resources)
    if not names:
        return
    known, least_weights = _known(tokens, resources)
    piece = Piece(tokens, prepositions(text, *span), _edges(text, tokens, breaks, taken), known, least_weights, {})
    found: list[Found] = []
    for related in related_names(piece, resources, names):
        if standing_of(related.name.pattern.term) is Standing.APPROVED:
            found += _best_spans(text, piece, resources, related, taken)
    for one in without_rivals(found):
        if not _is_of_listed(text, piece, resources, taken, one):
            yield _candidate(text, one)


def _is_of_listed(text: Text, piece: Piece, resources: Resources, taken: Taken, one: Found) -> bool:
    """Whether the span is as good a rendering of another concept, of which a listed form stands in it."""
    concepts = taken.concepts_in(text.starts[one.first], text.ends[one.last])
    tokens = [token for token in piece.tokens if one.first <= token.first and token.last <= one.last]
    return any(
        score(resources, tokens, name, piece.links, one.score).score >= one.score
        for concept in sorted(concepts - {one.name.concept})
        for name in resources.names_of(concept)
    )


def _known(tokens: Sequence[Token], resources: Resources) -> tuple[list[tuple[range, Token]], list[float]]:
    """The known names among some tokens, and the weights of the tokens, were each name one word."""
    known: list[tuple[range, Token]] = []
    weights: list[float] = []
    for token, length in resources.known.parts(tokens):
        at = len(weights)
        if token.lemma[0] == "@" and token.lemma != HOME:
            known.append((range(at, at + length), token))
        weights += [min(one.weight, token.weight / length) for one in tokens[at : at + length]]
    return known, weights


def _best_spans(text: Text, piece: Piece, resources: Resources, related: Related, taken: Taken) -> list[Found]:
    """The spans that score best for a name and do not overlap."""
    found: dict[tuple[int, int], Found] = {}
    for span in related.spans(piece, max(_MOST_WORDS, len(related.name.pattern.words) + 3)):
        one = judged(text, piece, resources, related.name, span, taken)
        if one is not None:
            found[one.first, one.last] = one
    best: list[Found] = []
    for one in sorted(found.values(), key=lambda one: (-one.score, one.first, -one.last)):
        if all(one.last < other.first or other.last < one.first for other in best):
            best.append(one)
    return best


def confirmed(loose: Sequence[Candidate]) -> list[Candidate]:
    """Candidates without doubt where an unlisted rendering at the same stretch leaves none of the same concept."""
    sure = {
        (one.start, one.end, one.pattern.term.concept): one
        for one in loose
        if one.method is Method.UNLISTED and one.confidence == CERTAIN
    }
    return [
        replace(one, doubtful=False) if (one.start, one.end, one.pattern.term.concept) in sure else one for one in loose
    ]


def _candidate(text: Text, one: Found) -> Candidate:
    sure = CERTAIN if one.alignment.is_reordered else confidence(one.score)
    doubtful = one.alignment.is_learnt or one.alignment.has_part or one.is_of_other_level
    if doubtful or one.name.describes or (not one.name.is_proper and one.alignment.rests_on_dictionary):
        sure = min(sure, BY_DICTIONARY)
    term = one.name.pattern.term
    return Candidate(
        one.name.pattern,
        Standing.APPROVED,
        text.starts[one.first],
        text.ends[one.last],
        Method.UNLISTED,
        CaseFit.SAME,
        4,
        sure,
        f"{one.alignment.reason}, against “{one.name.pattern.surface}” ({term.status} for {term.concept})",
        doubtful=sure < SURE,
    )
