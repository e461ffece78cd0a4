"""An article as names, and what each of them is known to be."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from termcheck.evidence import data
from termcheck.evidence.dossiers import article_of
from termcheck.evidence.kinds import Quote
from termcheck.languages import language
from termcheck.languages.language import Language
from termcheck.matching.text import Text
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK, Dossier, Named
from termcheck.verdicts import form_key

_JOINTS = frozenset((" ", "", "'"))
"""What may stand between two words of one name (see ``Tokens.gaps``)."""
_LONGEST = 16
"""Words of a name."""
_QUOTED = 320
"""Characters of a sentence that are shown."""
_TAIL = 20
"""Characters at the end of a block among which its last sign is looked for."""
_SENTENCE_END = ".!?。！？…"


class Filler(NamedTuple):
    """A name in its place."""

    article: int
    """Index of the article."""
    first: int
    """Token, as ``last``, inclusive."""
    last: int
    text: str
    key: str
    """See ``form_key``."""
    concept: str | None
    """The known concept that it names as a whole."""
    is_free: bool
    """Whether it may be proposed: nothing known covers its head or crosses its borders."""

    @property
    def length(self) -> int:
        """Number of its tokens."""
        return self.last - self.first + 1


class Reading:
    """One article, read for names."""

    def __init__(
        self, number: int, dossier: Dossier, home: frozenset[str] = frozenset(), text: Text | None = None
    ) -> None:
        """Tokenise the article, unless its tokens are given; ``number`` is its index among those read together.

        ``home``: words for the home country of the source language, which a name may add.
        """
        self._home = home
        self.number = number
        self.path = dossier.path
        self.mentions = dossier.mentions
        self.lang = dossier.lang or "und"
        self.language: Language = language(self.lang)
        self.text = text or Text(article_of(dossier), self.language)
        self._places = dossier.places
        self.words = self.text.words
        self.gaps = self.text.gaps
        self.shape = self.text.shape
        self.links = data.ENGLISH_LINKS if self.language.code == "en" else data.LINKS
        self.known: list[tuple[int, int, Named]] = []
        """Winning mentions by their first and last token, in order, disjoint."""
        self.guessed: dict[int, tuple[int, str]] = {}
        """First token of each mention by other words -> its last token and its concept; not certain, so not known."""
        for mention in dossier.mentions:
            first, last = self.tokens(mention)
            if mention.reason:
                self.guessed[first] = (last, mention.concept)
            elif first <= last and (not self.known or self.known[-1][1] < first):
                self.known.append((first, last, mention))
        self._known_first = [first for first, _, _ in self.known]

    def share(self, strings: dict[str, str]) -> None:
        """Hold what many readings have in common once: they are read together, and each has hundreds of words."""
        share, text = strings.setdefault, self.text
        is_respelt = text.folded is not text.words
        text.words = self.words = [share(word, word) for word in text.words]
        text.folded = [share(word, word) for word in text.folded] if is_respelt else text.words
        text.gaps = self.gaps = [share(gap, gap) for gap in text.gaps]
        text.starts, text.ends = array("I", text.starts), array("I", text.ends)

    def tokens(self, mention: Named) -> tuple[int, int]:
        """The first and the last token of a mention."""
        first = bisect_left(self.text.starts, mention.view_span.start)
        return first, bisect_left(self.text.starts, mention.view_span.end) - 1

    def guess(self, filler: Filler) -> str | None:
        """The concept that a name that is not known seems to be, by its words."""
        last, concept = self.guessed.get(filler.first, (-1, ""))
        return concept if last == filler.last else None

    def known_in(self, first: int, last: int) -> list[tuple[int, int, Named]]:
        """The winning mentions that touch a stretch of tokens."""
        at = max(0, bisect_right(self._known_first, first) - 1)
        found = []
        for one in self.known[at:]:
            if one[0] > last:
                break
            if one[1] >= first:
                found.append(one)
        return found

    def filler(self, first: int, last: int) -> Filler:
        """The name from token ``first`` to ``last``, without articles before it."""
        while first < last and self.words[first] in self.language.articles:
            first += 1
        text = " ".join(self.text.raw(first, last).split())
        concept, is_free = None, PROTECTED_MARK not in text and BLOCK_BREAK not in text
        for start, end, mention in self.known_in(first, last):
            if start <= first and (end >= last or self._only_home(end + 1, last)):
                concept, is_free = mention.concept, False
            elif start <= first or end > last:
                is_free = False  # its head is known, or a known name crosses its border
        return Filler(self.number, first, last, text, form_key(text), concept, is_free)

    def _only_home(self, first: int, last: int) -> bool:
        """Whether some tokens say no more than which country it is: "of China"."""
        return self.words[last] in self._home and all(
            word in self._home or word in self.links for word in self.words[first:last]
        )

    @cached_property
    def names(self) -> tuple[Filler, ...]:
        """Every name, known or not, in order: mentions, and runs of capitals with what links them."""
        return tuple(self._names())

    def _names(self) -> Iterator[Filler]:
        ends = {first: last for first, last, _ in self.known}
        view = self.text.view
        begins = {at for at, start in enumerate(self.text.starts) if not view[start].islower()}
        at = 0
        for start in sorted(begins.union(ends)):
            if start < at:
                continue
            last = self._atom(start, ends)
            if last is None or (start not in ends and self.opens(start) and self._only_opens(start)):
                continue
            while (following := self._goes_on(last, start)) is not None:
                further = self._atom(following, ends)
                if further is None or further - start >= _LONGEST:
                    break
                last = further
            yield self.filler(start, last)
            at = last + 1

    def _only_opens(self, at: int) -> bool:
        """Whether the first word of a sentence is none of a name: "The ...", "Inspectors of the ..."."""
        word = self.words[at]
        if word in data.OPENING_WORDS:
            return True
        is_plural = self.language.code == "en" and len(self.language.term_inflections(word, verb=False)) > 1
        return is_plural and self.words[at + 1 : at + 3] == ["of", "the"]

    def _atom(self, at: int, ends: dict[int, int]) -> int | None:
        """The last token of a known name, or of one word with a capital, that begins at ``at``."""
        if at in ends:
            return ends[at]
        shape = self.shape(at)
        if shape[:1].isupper() and self.words[at] != PROTECTED_MARK:
            return at
        counts = shape[:1].isdecimal() and at + 1 < len(self.words) and self.gaps[at + 1] == " "
        return at if counts and not shape.isdecimal() and self.shape(at + 1)[:1].isupper() else None

    def _goes_on(self, last: int, start: int) -> int | None:
        """Where a name may go on after its token ``last``."""
        at = last + 1
        if at >= len(self.words) or self.gaps[at] not in _JOINTS:
            return None
        if self.words[at] == "s" and self.gaps[at] == "'":
            if last == start and self.language.is_place(self.words[last]):
                return None  # China's Internet
            at += 1
        while at < len(self.words) and at - last <= 3 and self.gaps[at] == " " and self._links(at):
            at += 1
        return at if at < len(self.words) and self.gaps[at] in _JOINTS else None

    def _links(self, at: int) -> bool:
        if self.shape(at)[:1].isupper():
            return False
        return self.words[at] in self.links and (self.words[at] != "the" or self.words[at - 1] in self.links)

    def opens(self, at: int) -> bool:
        """Whether a token opens a sentence, so that its capital says nothing."""
        return self.text.starts_sentence(at)

    def in_prose(self, filler: Filler) -> bool:
        """Whether a name stands in a block that ends as sentences do, and in no heading."""
        start = self.text.starts[filler.first]
        if any(span.start <= start < span.end for span in self.text.headings):
            return False
        end = self.text.view.find(BLOCK_BREAK, start)
        end = end if end >= 0 else len(self.text.view)
        tail = self.text.view[max(start, end - _TAIL) : end].rstrip("\"'”’»」)） \n")
        return tail[-1:] in set(_SENTENCE_END)

    def quote(self, filler: Filler) -> Quote:
        """The sentence in which a name stands, cut around it where it is long."""
        return self.quote_span(filler.first, filler.last, filler.text)

    def quote_span(self, first: int, last: int, name: str) -> Quote:
        """The sentence of some tokens."""
        at = bisect_right(self._places, self.text.starts[first], key=lambda place: place[0]) - 1
        _, line, location = self._places[at]
        return Quote(self.path, line, name, self.sentence(first, last), location)

    def sentence(self, first: int, last: int) -> str:
        """The text of the sentence of some tokens."""
        start, end = self.text.starts[first], self.text.ends[last]
        tokens = self.text.sentence_at(start)
        left = max(self.text.starts[tokens[0]], start - 2 * _QUOTED)
        right = min(self.text.ends[max(tokens[1] - 1, last)], end + 2 * _QUOTED)
        reach = max(40, (_QUOTED - (end - start)) // 2)
        before, after = self.text.view[left:start], self.text.view[end:right]
        if len(before) > reach:
            before = "…" + before[-reach:].partition(" ")[2]
        if len(after) > reach:
            after = after[:reach].rpartition(" ")[0] + "…"
        shown = f"{before}{self.text.view[start:end]}{after}".replace(PROTECTED_MARK, "[…]")
        return " ".join(shown.split())
