"""From the rows of a glossary that hold in one language to the columns that articles look things up in."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import msgpack

from termcheck.columns import pack, pack_lists, pack_word_lists, pack_words
from termcheck.languages.folding import plain_initial, plain_letters
from termcheck.languages.language import Language
from termcheck.matching.near import tells_words
from termcheck.matching.pattern_table import BY_CHARACTER, FUZZY, NOT_EVERYWHERE
from termcheck.matching.patterns import (
    DROPPABLE_FROM,
    Pattern,
    compile_term,
    is_fuzzy,
    is_told_as_listed,
    joined_words,
    may_be_part,
)
from termcheck.matching.places import reach
from termcheck.matching.screen.near_words import pack_near_words
from termcheck.matching.screen.tables import (
    CONTENT,
    IN_PAIRS,
    both,
    check_of,
    pack_pair_bits,
    pack_pairs,
    pair_key,
)
from termcheck.matching.word_keys import WordKeys
from termcheck.model import Status, Term

Row = tuple[int, Term, bool]
"""Its number in the glossary, the row, whether its concept may be a verb."""
_FEWEST_APART = 2
"""Content words of a pattern into which no word is added."""
_MOST_MADE = 20_000
"""Patterns that are kept once made; the others are made twice."""
_LAST_POSITION = 255
"""That fits into a byte; what stands behind it is never told as listed."""
_Columns = dict[str, "bytes | array[int]"]


def compile_rows(rows: Sequence[Row], language: Language) -> bytes:
    """The columns for some rows, in the order of the glossary."""
    patterns = _Patterns(rows, language)
    same: dict[str, str] = {}
    """Each word once: terms have the same ones."""
    shapes = [
        (tuple([same.setdefault(word, word) for word in pattern.words]), pattern.content if is_fuzzy(pattern) else ())
        for pattern in patterns.first_time()
    ]
    frequency = Counter([word for words, _ in shapes for word in words])
    keys = WordKeys(language)
    keys.has_accents = any(language.bare_capitals(word) for word in frequency)
    tables = _Tables(language, keys, frequency)
    for number, pattern in enumerate(patterns):
        tables.add(number, pattern)
    longest = max((len(words) for words, _ in shapes), default=0)
    content = frozenset(words[at] for words, found in shapes for at in found)
    return pack({
        "head": msgpack.encode((reach(longest, joins=bool(language.joins)), keys.has_accents)),
        **patterns.columns(),
        **tables.columns(content),
        **pack_words("listed", dict.fromkeys("\n".join(words) for words, _ in shapes)),
    })  # fmt: skip


def is_verbal(rows: Iterable[Term], knowledge: Language) -> bool:
    """Whether a concept can be an action: all its one-word renderings have verb forms, or it has a phrasal verb."""
    renderings = [term.text for term in rows if term.status is not Status.PROPOSED]
    single = [text for text in renderings if " " not in text]
    if any(text[:1].isupper() for text in single) or len(renderings) < 2:
        return False
    phrasal = any(text.split(" ")[-1] in knowledge.particles for text in renderings if text.count(" ") == 1)
    return phrasal or (len(single) == len(renderings) and all(knowledge.can_be_verb(text) for text in single))


class _Patterns:
    """The patterns of the rows, numbered in the order of the rows, then of each row's forms."""

    def __init__(self, rows: Sequence[Row], language: Language) -> None:
        self._rows = rows
        self._language = language
        self._made: list[Pattern] = []
        self._row_of = array("I")
        self._form_of = array("I")
        self._sizes = array("I")
        self._kinds = bytearray()
        self._wrong_parts = array("I")
        self._dated_parts = array("I")

    def first_time(self) -> Iterator[Pattern]:
        """Every pattern once, while they are numbered."""
        for row, (_, term, verbal) in enumerate(self._rows):
            for form, pattern in enumerate(compile_term(term, self._language, verbal=verbal)):
                number = len(self._row_of)
                self._row_of.append(row)
                self._form_of.append(form)
                self._sizes.append(len(pattern.words))
                self._kinds.append(_kind_of(pattern))
                if may_be_part(pattern, self._language):
                    changes = term.is_dated or term.paths or term.status is Status.SUPERSEDED
                    (self._dated_parts if changes else self._wrong_parts).append(number)
                if number < _MOST_MADE:
                    self._made.append(pattern)
                yield pattern

    def __iter__(self) -> Iterator[Pattern]:
        """Every pattern again."""
        yield from self._made
        rest = zip(self._row_of[len(self._made) :], self._form_of[len(self._made) :], strict=True)
        for row, forms in groupby(rest, key=lambda one: one[0]):
            _, term, verbal = self._rows[row]
            made = compile_term(term, self._language, verbal=verbal)
            yield from (made[form] for _, form in forms)

    def columns(self) -> _Columns:
        return {
            "rows": array("I", [number for number, _, _ in self._rows]),
            "verbal": bytes(verbal for _, _, verbal in self._rows),
            "row_of": self._row_of,
            "form_of": self._form_of,
            "sizes": self._sizes,
            "kinds": bytes(self._kinds),
            "wrong_parts": self._wrong_parts,
            "dated_parts": self._dated_parts,
        }


def _kind_of(pattern: Pattern) -> int:
    return (
        FUZZY * is_fuzzy(pattern) | BY_CHARACTER * pattern.by_character | NOT_EVERYWHERE * bool(pattern.term.not_when)
    )


class _Tables:
    """What the screen looks words up in; see ``screen.tables.Tables`` for what each is."""

    def __init__(self, language: Language, keys: WordKeys, frequency: Mapping[str, int]) -> None:
        """``frequency`` counts the words of all patterns."""
        self._language = language
        self._keys = keys
        self._frequency = frequency
        self._words: list[str] = []
        self._ids: dict[str, int] = {}
        self._found: dict[str, list[int]] = {}
        self._fuzzy: set[int] = set()
        self._singles: defaultdict[int, list[int]] = defaultdict(list)
        self._pairs: dict[int, list[int]] = {}
        self._ordered: dict[int, list[int]] = {}
        self._apart = array("I")
        self._marks: set[str] = set()
        self._contents: list[Sequence[int]] = []
        self._told: list[Sequence[int]] = []
        self._positions = bytearray()
        self._anchors = array("I")
        self._joined: dict[str, list[int]] = {}
        self._characters: dict[str, list[int]] = {}
        self._by_character = array("I")

    def add(self, number: int, pattern: Pattern) -> None:
        """Add the next pattern."""
        self._apart.append(_apart(pattern, self._language))
        self._contents.append(())
        self._told.append(())
        self._marks.update(*pattern.gaps)
        if pattern.by_character:
            anchor = pattern.words.index(min(pattern.words, key=self._frequency.__getitem__))
            self._by_character.append(number)
            self._characters.setdefault(pattern.words[anchor], []).extend((number, anchor, check_of(pattern.words[-1])))
            self._anchors.append(anchor)
            return
        groups = self._groups(pattern)
        self._anchors.append(groups[0][0])
        is_ordered = not (is_fuzzy(pattern) and self._language.moves_modifiers and len(pattern.content) > 2)
        for group in groups:
            ids = [self._id_of(pattern.words[at]) for at in group]
            self._add_group(ids, number, is_ordered=is_ordered)
            for at, one in zip(group, ids, strict=True):
                self._find_by(self._keys.of_pattern(pattern, at), one)
        if is_fuzzy(pattern):
            content = [self._id_of(pattern.words[at]) for at in pattern.content]
            self._fuzzy.update(content)
            if len(content) > 2:
                self._contents[number] = content
            if is_told_as_listed(pattern):
                self._told[number] = content
                self._positions += bytes([min(at, _LAST_POSITION) for at in pattern.content])
            for word in dict.fromkeys(word for word, _ in joined_words(pattern)):
                self._joined.setdefault(word, []).append(number)

    def _find_by(self, keys: Iterable[str], one: int) -> None:
        """Let a word be found by these keys of inflection."""
        for key in keys:
            ids = self._found.setdefault(key, [])
            if one not in ids:
                ids.append(one)

    def _id_of(self, word: str) -> int:
        """The id of a word, given to it now if it has none."""
        known = self._ids.get(word)
        if known is None:
            known = self._ids[word] = len(self._words)
            self._words.append(word)
        return known

    def _add_group(self, ids: Sequence[int], number: int, *, is_ordered: bool) -> None:
        """Let one word, or two near each other, speak for a pattern."""
        if len(ids) == 1:
            self._singles[ids[0]].append(number)
        elif is_ordered:
            self._ordered.setdefault(ids[0] << 32 | ids[1], []).append(number)
        else:
            self._pairs.setdefault(pair_key(ids[0], ids[1]), []).append(number)

    def _groups(self, pattern: Pattern) -> Sequence[tuple[int, ...]]:
        """Positions of a pattern, one or two a group: wherever a form of it stands, all words of one group do.

        All content words must be there, or all but one of four and more; then one of two groups is left whole. Words
        that carry no meaning are everywhere, so they are never looked for where there is another.
        """
        frequency = self._frequency
        real = [at for at in pattern.content if pattern.words[at] not in self._language.function_words]
        rarest = sorted(
            real or range(len(pattern.words)),
            key=lambda at: (frequency[pattern.words[at]], -len(pattern.words[at]), at),
        )
        if len(real) < 2:
            return [(rarest[0],)]
        if len(pattern.content) < DROPPABLE_FROM:
            return [_in_order(rarest[0], rarest[1])]
        return [_in_order(rarest[0], rarest[3]), _in_order(rarest[1], rarest[2])]

    def columns(self, content: frozenset[str]) -> _Columns:
        """The columns; ``content``: all content words of fuzzy patterns."""
        fuzzy = sorted(self._fuzzy)
        for one in fuzzy:
            self._find_by(self._language.term_inflections(self._words[one], verb=False), one)
        in_pairs = {one for pairs in (self._pairs, self._ordered) for key in pairs for one in both(key)}
        kinds = bytes(
            CONTENT * (word in content) | IN_PAIRS * (number in in_pairs) for number, word in enumerate(self._words)
        )
        return {
            "apart": self._apart,
            "anchors": self._anchors,
            "marks": "".join(sorted(self._marks)).encode("utf-8", "surrogatepass"),
            "by_character": self._by_character,
            "word_kinds": kinds,
            **pack_words("words", self._words),
            **pack_word_lists("keys", {key: sorted(ids) for key, ids in self._found.items()}),
            **pack_lists("singles", (self._singles.get(one, ()) for one in range(len(self._words)))),
            **pack_pairs("pairs", self._pairs),
            **pack_pairs("ordered", self._ordered),
            "pair_bits": pack_pair_bits(self._pairs, self._ordered),
            **pack_lists("contents", self._contents),
            **pack_lists("told", self._told),
            "told_at": bytes(self._positions),
            **pack_word_lists("joined", self._joined),
            **pack_word_lists("characters", self._characters),
            **pack_word_lists("plain", self._plain(fuzzy)),
            **pack_word_lists("initials", self._initials(fuzzy)),
            **pack_near_words(self._words, fuzzy, is_wide=tells_words(self._language)),
        }

    def _plain(self, fuzzy: Sequence[int]) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for one in fuzzy:
            word = self._words[one]
            plain = {plain_letters(word)}
            if (initial := plain_initial(word)) != word:
                plain.update(self._language.term_inflections(initial, verb=False))
            for key in sorted(plain - {word}):
                found.setdefault(key, []).append(one)
        return found

    def _initials(self, fuzzy: Sequence[int]) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for one in sorted(fuzzy, key=self._words.__getitem__):
            found[self._words[one][:1]].append(one)
        return found


def _apart(pattern: Pattern, language: Language) -> int:
    """By how many words that carry meaning two of a pattern's words can lie apart in a text.

    One word may be added, but not to two: then another would be a term. Or words in between are written as two each,
    which is one edit each, unless the language writes words as two in any form. What carries no meaning in the pattern
    may do so in the text, where it is misspelt or inflected.
    """
    content = len(pattern.content)
    between = content - 1
    if language.joins:
        between = max(2 * content - 3, content)
    elif content > _FEWEST_APART and is_fuzzy(pattern):
        between += max(1, min(pattern.edits, content - 2))
    return between + len(pattern.words) - content + sum(not word.isascii() for word in pattern.words)


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
