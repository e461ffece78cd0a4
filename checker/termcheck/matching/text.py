"""An article's text, analysed once for all tiers."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from termcheck.languages.folding import HYPHENS
from termcheck.languages.language import Language
from termcheck.languages.tokens import Tokens, tokenize
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Article, RegionKind, Span

if TYPE_CHECKING:
    from termcheck.matching.word_edges import WordEdges

_SENTENCE_END = frozenset(".!?…。！？؟।" + BLOCK_BREAK)
_OPENING = frozenset('"“”„«»‘’(（[「『《:：•·*—–-' + BLOCK_BREAK)
ABBREVIATED = frozenset("vs dr mr mrs ms prof st fig cf ca eg ie approx gen sen rep gov".split())
"""What a full stop shortens rather than ends, as single letters are (e.g., U.S.)."""
_HEADINGS = frozenset((RegionKind.HEADING, RegionKind.TITLE))
_REACH = 4
"""Spaces and invisible characters that may stand between a token and a symbol of its term."""
_SHARE_OF_CAPITALS = 0.8
_LETTERS = (b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")


class Text:
    """Tokens of a view with what casing and sentences need to know."""

    def __init__(self, article: Article, language: Language, windows: Sequence[Span] | None = None) -> None:
        """Tokenise the view as its language spells; tokens inside protected text match nothing.

        ``windows``, sorted, disjoint and cut between tokens: nothing else is tokenised. The view must be plain then.
        """
        self.language = language
        self.view = article.view.text
        tokens = tokenize(self.view) if windows is None else _tokenize_within(self.view, windows)
        self.starts: Sequence[int] = tokens.starts
        self.ends: Sequence[int] = tokens.ends
        self.gaps = tokens.gaps
        self.folded = tokens.words
        """The tokens, folded."""
        self.words = self._respelt(language) if language.respells else tokens.words
        """The tokens as they are compared."""
        self._protected, self._regions = article.protected, article.regions
        if article.protected:
            self._mask(article.protected)
        self._capitals: dict[int, bool] = {}
        self._title_case: dict[int, bool] = {}
        self._sentences: list[int] | None = None
        self._sentence_keys: dict[tuple[int, int], set[str]] = {}
        regions = article.regions
        self.headings = tuple([one.view_span for one in regions if one.kind in _HEADINGS]) if regions else ()

    def is_of(self, article: Article, language: Language) -> bool:
        """Whether an article would make the same text: all that counts of it is the same."""
        return (
            self.view is article.view.text
            and self.language is language
            and self._protected is article.protected
            and self._regions is article.regions
        )

    @cached_property
    def edges(self) -> "WordEdges":
        """Where words begin and end in scripts without spaces."""
        from termcheck.matching.word_edges import WordEdges

        return WordEdges(self.view)

    def _respelt(self, language: Language) -> list[str]:
        known: dict[tuple[str, str], str] = {}
        words = []
        for place, (word, start, end) in enumerate(zip(self.folded, self.starts, self.ends, strict=True)):
            key = word, self.view[start:end]
            respelt = known.get(key)
            if respelt is None:
                respelt = known[key] = language.respell(word, self.shape(place))
            words.append(respelt)
        return words

    def _mask(self, protected: tuple[Span, ...]) -> None:
        for span in protected:
            first = bisect_right(self.ends, span.start)
            last = bisect_left(self.starts, span.end)
            for place in range(first, last):
                self.words[place] = PROTECTED_MARK

    def shape(self, place: int) -> str:
        """A token as it is written, in plain width, without invisible characters, NFC."""
        raw = self.view[self.starts[place] : self.ends[place]]
        return raw if raw.isascii() else plain(raw)

    def raw(self, first: int, last: int) -> str:
        """The slice of the view from token ``first`` to token ``last``, inclusive."""
        return self.view[self.starts[first] : self.ends[last]]

    def follows_hyphen(self, place: int) -> bool:
        """Whether a token is a later part of a hyphenated word."""
        start = self.starts[place]
        return start > 0 and self.view[start - 1] in HYPHENS

    def contracts_at(self, place: int) -> bool:
        """Whether a token and the next one, one letter after an apostrophe, may be a contraction: Int'l."""
        following = self.words[place + 1]
        return self.gaps[place + 1] == "'" and len(following) <= 1 and following != "s"

    def starts_sentence(self, place: int) -> bool:
        """Whether a token opens a sentence, a block, a quotation, a list item."""
        if place == 0:
            return True
        between = self.view[self.ends[place - 1] : self.starts[place]]
        if between == ". " and shortens(self.words[place - 1]):
            return False
        return (
            any(char in _SENTENCE_END or char in _OPENING for char in between if char not in "-–") or " - " in between
        )

    def is_capitals(self, place: int) -> bool:
        """Whether the block around a token is written in capitals (four letters in five, two words at least)."""
        start = self.view.rfind(BLOCK_BREAK, 0, self.starts[place]) + 1
        if start not in self._capitals:
            end = self.view.find(BLOCK_BREAK, start)
            block = self.view[start : end if end >= 0 else len(self.view)][:2000]
            words = block.split()
            alone = len(words) == 1 and any(span.start == start for span in self.headings)
            several = alone or sum([word.isupper() for word in words if len(word) > 1]) > 1
            self._capitals[start] = several and _mostly_capitals(block)
        return self._capitals[start]

    def in_title_case(self, place: int) -> bool:
        """Whether a token stands in a heading or title whose longer words mostly have capitals."""
        at = bisect_right(self.headings, self.starts[place], key=lambda span: span.start) - 1
        if at < 0 or self.headings[at].end <= self.starts[place]:
            return False
        if at not in self._title_case:
            start, end = self.headings[at]
            words = [word for word in self.view[start:end][:2000].split()[1:] if len(word) > 3 and word[0].isalpha()]
            self._title_case[at] = 2 * sum(word[0].isupper() for word in words) > len(words)
        return self._title_case[at]

    def start_with(self, place: int, prefix: str) -> int:
        """Where a token starts together with the symbols before it, which it has."""
        start = self.starts[place]
        for symbol in reversed(prefix):
            found = self.view.rfind(symbol, max(0, start - _REACH), start)
            start = found if found >= 0 else max(0, start - 1)
        return start

    def end_with(self, place: int, suffix: str) -> int:
        """Where a token ends together with the symbols after it, which it has."""
        end = self.ends[place]
        for symbol in suffix:
            found = self.view.find(symbol, end, end + _REACH)
            end = found + 1 if found >= 0 else min(end + 1, len(self.view))
        return end

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """First and last token, exclusive, of the sentence in which an offset of the view lies."""
        start, end = self._sentence_span(offset)
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def sentence_keys(self, offset: int, language: Language) -> set[str]:
        """What the words of the sentence around a view offset may be forms of."""
        place = self.sentence_at(offset)
        keys = self._sentence_keys.get(place)
        if keys is None:
            words = set(self.words[place[0] : place[1]])
            keys = self._sentence_keys[place] = {key for word in words for key in language.inflections(word)}
        return keys

    def sentence_text(self, offset: int) -> str:
        """The text of the sentence in which an offset of the view lies."""
        start, end = self._sentence_span(offset)
        return self.view[start:end]

    def _sentence_span(self, offset: int) -> tuple[int, int]:
        if self._sentences is None:
            self._sentences = _sentence_starts(self.view)
        at = bisect_right(self._sentences, offset)
        end = self._sentences[at] if at < len(self._sentences) else len(self.view)
        return self._sentences[at - 1], end


def text_of(article: Article, language: Language) -> Text:
    """All tokens of an article; those of the last one are kept, as an article is read several times in a row.

    No more than its view is kept with them: beside the article all of a large file may lie.
    """
    if not _LAST or not _LAST[0].is_of(article, language):
        _LAST[:] = [Text(article, language)]
    return _LAST[0]


_LAST: list[Text] = []


def _tokenize_within(view: str, windows: Sequence[Span]) -> Tokens:
    """The tokens in some windows; what stands between two of them parts them as blocks are parted."""
    if len(windows) == 1:
        start, end = windows[0]
        words, starts, ends, gaps = tokenize(view[start:end])
        if start:
            starts, ends = [start + one for one in starts], [start + one for one in ends]
            if words:
                gaps[0] = BLOCK_BREAK + gaps[0]
        return Tokens(words, starts, ends, gaps)
    words, starts, ends, gaps = Tokens([], [], [], [])
    last = ""
    for start, end in windows:
        tokens = tokenize(view[start:end])
        if not tokens.words:
            continue
        words += tokens.words
        starts += [start + one for one in tokens.starts]
        ends += [start + one for one in tokens.ends]
        gaps += tokens.gaps[:-1]
        gaps[-len(tokens.words)] = tokens.gaps[0] if start == 0 else BLOCK_BREAK + tokens.gaps[0]
        last = tokens.gaps[-1]
    gaps.append(last)
    return Tokens(words, starts, ends, gaps)


def _mostly_capitals(text: str) -> bool:
    """Whether four in five of the letters that are capital or small are capital."""
    if text.isascii():
        data = text.encode()
        capitals, small = (len(data) - len(data.translate(None, letters)) for letters in _LETTERS)
    else:
        capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals >= _SHARE_OF_CAPITALS * (capitals + small)


def compared_words(text: str, language: Language) -> list[str]:
    """The words of a short text as they are compared."""
    return _compared_words(text, language.respell if language.respells else None)


def words_of_term(text: str, language: Language) -> Sequence[str]:
    """The same of a term, which is asked for again and again."""
    return _words_of_term(text, language.respell if language.respells else None)


@lru_cache(maxsize=10_000)
def _words_of_term(text: str, respell: Callable[[str, str], str] | None) -> Sequence[str]:
    return _compared_words(text, respell)


def _compared_words(text: str, respell: Callable[[str, str], str] | None) -> list[str]:
    tokens = tokenize(text)
    if respell is None:
        return tokens.words
    written = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    return list(map(respell, tokens.words, written))


def shortens(word: str) -> bool:
    """Whether a full stop after a word shortens it rather than ending the sentence: vs., e.g., U.S."""
    folded = word.lower().rpartition(BLOCK_BREAK)[2]
    return folded in ABBREVIATED or (folded[-1:].isalpha() and (len(folded) == 1 or folded[-2] == "."))


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Compatibility width, composed, without invisible characters; letter case as it is."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf" and char != "\u0640")
    return unicodedata.normalize("NFC", "".join(_plain_character(char) for char in visible))


def _plain_character(char: str) -> str:
    decomposition = unicodedata.decomposition(char)
    if decomposition.startswith(("<wide>", "<narrow>", "<compat>")) and unicodedata.category(char)[0] in "LNP":
        return unicodedata.normalize("NFKC", char)
    return char


def _sentence_starts(view: str) -> list[int]:
    starts = [0]
    for place, char in enumerate(view):
        if char == BLOCK_BREAK or (
            char in "。！？" or (char in ".!?…؟।" and view[place + 1 : place + 2] in {" ", "", "”", '"'})
        ):
            starts.append(place + 1)
    return starts
