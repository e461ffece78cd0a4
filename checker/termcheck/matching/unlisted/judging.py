"""Whether a span of a text renders a name: its score, and what speaks against it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from termcheck.languages.english_data import ARTICLES, FUNCTION_WORDS, PREPOSITIONS
from termcheck.languages.language import Language
from termcheck.matching.text import Text
from termcheck.matching.unlisted import data
from termcheck.matching.unlisted.aligned import Alignment
from termcheck.matching.unlisted.names import HOME, Name, Token
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.similarity import RENDERED
from termcheck.matching.unlisted.spans import Piece
from termcheck.matching.unlisted.taken import Taken
from termcheck.matching.unlisted.words import ADVERBS, AUXILIARIES, POINTING

if TYPE_CHECKING:
    from termcheck.matching.unlisted.concepts import Concepts

_LEAST, _DOUBTFUL_LEAST = 0.7, 0.85
"""Score from which on a span is taken for a rendering.

The second is for common terms of two words by the dictionary's synonyms, or with a word that says something else, and
for names that leave such a word out where other words are not the same either.
"""


_ENDINGS_OF_VERBS = ("s", "ed", "ly")
"""A word with one of them may be a verb, or go with one, so that a phrase ends before it."""


class Found(Struct, frozen=True):
    """A span that renders a name."""

    first: int
    last: int
    """Tokens of the text, inclusive."""
    name: Name
    alignment: Alignment
    score: float
    said: float
    """Share of the parts of the source term that the words render."""
    is_of_other_level: bool
    """Whether it leaves out a level and is another kind of body: Health Committee, National Health Commission."""


def judged(
    text: Text, piece: Piece, resources: Resources, name: Name, span: tuple[int, int], taken: Taken
) -> Found | None:
    """A span as a rendering of a name; None where it is none."""
    first, last = span
    tokens = piece.tokens
    if name.is_proper:
        first, last = piece.run(text, span, resources.language)
    elif not _may_be_common(text, piece, name, span, resources):
        return None
    inside = text.words[tokens[first].first : tokens[last].last + 1]
    if not POINTING.isdisjoint(inside) and POINTING.isdisjoint(name.pattern.words):
        return None
    if _opens_phrase(inside) and ARTICLES.isdisjoint(name.pattern.words):
        return None
    start, end = text.starts[tokens[first].first], text.ends[tokens[last].last]
    if taken.forbids(start, end, name.concept):
        return None
    if resources.is_listed(inside):
        return None
    alignment = score(resources, tokens[first : last + 1], name, piece.links, _LEAST)
    if alignment.score < _least(name, alignment) or not _has_head(name, alignment):
        return None
    if _is_another_matter(text, piece, resources, name, (first, last), alignment):
        return None
    said = resources.licence.share_said(name.concept, [token.lemma for token in tokens[first : last + 1]])
    no_level = any(resources.language.level(token.lemma) for token in alignment.left)
    is_of_other_level = name.is_proper and no_level and alignment.head_likeness < 1
    return Found(tokens[first].first, tokens[last].last, name, alignment, alignment.score, said, is_of_other_level)


def _opens_phrase(words: Sequence[str]) -> bool:
    """Whether another phrase begins among the words: at an article behind what is no preposition (tick the box)."""
    return any(word in ARTICLES and before not in FUNCTION_WORDS for before, word in pairwise(words))


def _is_another_matter(
    text: Text, piece: Piece, resources: Resources, name: Name, span: tuple[int, int], alignment: Alignment
) -> bool:
    """Whether a span that scores enough names another thing, or names it in a way that other tiers have judged."""
    if alignment.is_only_shorter or alignment.differs_by_home or _is_of_home(text, piece.tokens[span[0]], alignment):
        return True
    if name.is_proper:
        if _adds_name(piece, span, alignment):
            return True
    elif alignment.names_country or alignment.has_other_head or _goes_on(text, piece, name, span):
        return True
    return _is_opposed_beside(resources.language, piece.tokens, span, alignment)


def _goes_on(text: Text, piece: Piece, name: Name, span: tuple[int, int]) -> bool:
    """Whether a phrase with a preposition that the term has not goes on behind the span: renewal of urban areas."""
    first, last = piece.tokens[span[0]], piece.tokens[span[1]]
    has_link = any(first.last < at < last.first for at in piece.links)
    if not has_link or not PREPOSITIONS.isdisjoint(name.pattern.words):
        return False
    following = text.words[last.last + 1 : last.last + 2]
    is_near = any(one.first == last.last + 1 for one in piece.tokens[span[1] + 1 : span[1] + 2])
    return is_near and not any(
        word in ADVERBS or word in AUXILIARIES or word.endswith(_ENDINGS_OF_VERBS) for word in following
    )


def _is_of_home(text: Text, first: Token, alignment: Alignment) -> bool:
    """Whether a span only says in the term's own words whose it is: China's Constitution for the PRC Constitution."""
    possessive = first.lemma == HOME and text.words[first.last + 1 : first.last + 2] == ["s"]
    return possessive and all(pair.likeness.value == 1 for pair in alignment.pairs)


def _adds_name(piece: Piece, span: tuple[int, int], alignment: Alignment) -> bool:
    """Whether a known name in a span stands for nothing in the term: a committee of the NPC is another committee."""
    added = {token.first for token in alignment.added}
    return any(
        token.weight > data.HOME_ENTITY_WEIGHT
        and span[0] <= places[0]
        and places[-1] <= span[1]
        and added.issuperset(piece.tokens[at].first for at in places)
        for places, token in piece.known
    )


def _is_opposed_beside(know: Language, tokens: Sequence[Token], span: tuple[int, int], alignment: Alignment) -> bool:
    """Whether the word before or behind a span is opposed to one of the term that the span leaves out."""
    beside = (*tokens[max(0, span[0] - 1) : span[0]], *tokens[span[1] + 1 : span[1] + 2])
    return any(know.excludes(one.lemma, other.lemma) for one in beside for other in alignment.left)


def score(
    resources: "Resources | Concepts", tokens: Sequence[Token], name: Name, links: frozenset[int], least: float = 0.0
) -> Alignment:
    """How well some tokens of a text render a name, as they stand or with known names inside both replaced.

    ``least``: score below which it does not matter by how much.
    """
    plain = resources.scorer.align(tokens, name.tokens, name.concept, links, least)
    nested = resources.known.rewrite(tokens, f"@{name.concept}")
    term = name.nested or name.tokens
    if len(nested) == len(tokens) and term is name.tokens:
        return plain
    other = resources.scorer.align(nested, term, name.concept, links, least)
    return plain if plain.score >= other.score else other


def _has_head(name: Name, alignment: Alignment) -> bool:
    """Whether a common term's head is the head of the span, or a name's head is anywhere in it."""
    return alignment.heads_meet or (name.is_proper and any(pair.term.is_head for pair in alignment.pairs))


def _least(name: Name, alignment: Alignment) -> float:
    drops = any(token.is_core for token in alignment.left) and (
        alignment.uses_dictionary or alignment.head_likeness < RENDERED.value
    )
    if name.is_proper:
        return _DOUBTFUL_LEAST if drops else _LEAST
    adds = any(token.is_core for token in alignment.added)
    return _DOUBTFUL_LEAST if adds or drops or alignment.rests_on_dictionary else _LEAST


def _may_be_common(text: Text, piece: Piece, name: Name, span: tuple[int, int], resources: Resources) -> bool:
    """Whether a span can be a common term: one phrase, and no part of a longer name."""
    first, last = span
    tokens = piece.tokens
    words = text.words[tokens[first].first : tokens[last].last + 1]
    if any(word in data.BREAKERS and word not in name.pattern.words for word in words):
        return False
    if all(token.capital for token in tokens[first : last + 1]) and not text.starts_sentence(tokens[first].first):
        return piece.run(text, span, resources.language) == span
    return True
