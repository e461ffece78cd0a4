"""Stretches of a text in which a rendering may stand: pieces of sentences, and names written with capitals."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from termcheck.languages import english_data
from termcheck.languages.language import Language
from termcheck.matching.text import Text
from termcheck.matching.unlisted.names import Token
from termcheck.matching.unlisted.resources import Resources
from termcheck.model import PROTECTED_MARK

_JOINING = frozenset({" ", "", "'", "’"})


class Edges(Struct, frozen=True):
    """By index of a token of a piece."""

    listed: list[frozenset[str]]
    """The concepts that have a listed form over it."""
    starts: list[bool]
    """Whether no listed form runs on into it from the token before."""
    ends: list[bool]
    breaks: list[bool]
    """Whether a word stands before it that common terms do not have inside."""


class Piece(Struct, frozen=True):
    """Content tokens between two marks of punctuation; their positions are those of the text's tokens."""

    tokens: list[Token]
    links: frozenset[int]
    """Positions of prepositions."""
    edges: "Edges"
    """Where a rendering may begin and end, by what is listed there."""
    known: list[tuple[range, Token]]
    """Known names in it, with the indexes of the tokens that they stand for."""
    least_weights: list[float]
    """Of its tokens, were each known name one word."""
    runs: dict[tuple[int, int], tuple[int, int]]
    """What ``run_around`` said of spans of it."""

    def run(self, text: Text, span: tuple[int, int], language: Language) -> tuple[int, int]:
        """A span with the words with capitals around it, which belong to the same name."""
        found = self.runs.get(span)
        if found is None:
            found = self.runs[span] = run_around(text, self.tokens, *span, language)
        return found


def pieces(text: Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    """First and last token, exclusive, of each stretch without punctuation."""
    start = first
    for at in range(first, last):
        if text.words[at] == PROTECTED_MARK:
            if at > start:
                yield start, at
            start = at + 1
        elif at > start and (text.gaps[at] not in _JOINING or "\n\n" in text.view[text.ends[at - 1] : text.starts[at]]):
            yield start, at
            start = at
    if last > start:
        yield start, last


def run_around(text: Text, piece: Sequence[Token], first: int, last: int, language: Language) -> tuple[int, int]:
    """A stretch of a piece's tokens made longer by the words with capitals around it, which belong to the same name."""
    title = text.in_title_case(piece[first].first) or text.is_capitals(piece[first].first)
    if title:
        return first, last
    while first > 0 and _continues(text, piece[first - 1], piece[first], language, left=True):
        first -= 1
    while last + 1 < len(piece) and _continues(text, piece[last], piece[last + 1], language, left=False):
        last += 1
    return first, last


def _continues(text: Text, before: Token, after: Token, language: Language, *, left: bool) -> bool:
    """Whether two neighbouring tokens belong to one name: nothing, or "of" and its article, between capitals."""
    other = before if left else after
    between = text.words[before.last + 1 : after.first]
    number_alone = other.lemma[0] == "#"
    if not (other.capital or (number_alone and left)):
        return False
    if before.last == after.last:
        return True
    if left and between and between != ["s"]:
        return False
    if any(word not in ({"of", "the", "s"} if left else {"of", "the", "s", "for"}) for word in between):
        return False
    if left and text.starts_sentence(other.first):
        word = text.words[other.first]
        return language.is_place(word) or not language.is_word(word) or number_alone or bool(language.level(word))
    return True


def prepositions(text: Text, first: int, last: int) -> frozenset[int]:
    """Positions of prepositions among some tokens."""
    return frozenset(at for at in range(first, last) if text.words[at] in english_data.PREPOSITIONS)


def tokens_at(text: Text, span: tuple[int, int], resources: Resources) -> list[Token]:
    """The content tokens of a stretch of a text, with the positions of the text."""
    shapes = [text.shape(place) for place in range(*span)]
    return [
        token if token.capital or not text.follows_hyphen(token.first) else replace(token, capital=True)
        for token in resources.tokens(text.words[slice(*span)], shapes, span[0])
    ]
