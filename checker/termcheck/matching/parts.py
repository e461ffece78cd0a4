"""Terms that are parts of longer words, and terms one part of which is written only once for several.

Only for texts that are known to speak of the concept: elsewhere a part of a word is mostly another word.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.languages.folding import HYPHENS
from termcheck.languages.language import Language
from termcheck.languages.tokens import tokenize
from termcheck.lazy import Pattern
from termcheck.model import Span

_SHORTEST_PART = 4
"""Letters of a term from which on it is looked for in compounds, the rest of which must then be words."""
_SHORTEST_SYLLABLES = 2
"""The same in Hangul."""
_SHORTEST_REST = 3
_SHORTEST_STEM = 5
"""Letters of a stem from which on what begins like it is mostly derived from it."""
_SHORTEST_HEAD = 3
"""Letters in which two forms of a word mostly agree, however irregular they are."""
_SHARING = Pattern(f"[{HYPHENS}](?:[ ,/)]|$)|[ /(][{HYPHENS}]")
"""What a text has where a part is written once for several words."""
_NO_PARTS = frozenset(
    "schaft haft los losen bar sam tum heit keit lich ung skap het heid schap dom lig trans tran".split()
)
"""What makes another word of a noun (Landschaft, Transport), though some are words themselves."""
_FARTHEST = 6
"""Words between a word that ends in a hyphen and the one whose end it shares."""
_FINAL_VOWELS = "aeiouаеиоуыэюяьъйοαηωιυ"
_SEPARABLE = {
    "de": "ab an auf aus bei ein fest fort her hin los mit nach um vor weg zu zurueck zusammen",
    "nl": "aan af bij door in los mee na om op over toe uit voor weg terug samen",
}
"""What stands behind a verb and is written onto the front of its infinitive: melden Sie sich an, anmelden."""


class Word(NamedTuple):
    """A word of a text or a term."""

    shape: str
    """As it stands."""
    folded: str
    word: str
    """As it is compared."""
    start: int
    end: int
    gap: str
    """What stands before it, as ``Tokens.gaps`` has it."""


def words_of(text: str, language: Language) -> list[Word]:
    """The words of a text."""
    tokens = tokenize(text)
    return [
        Word(text[start:end], folded, language.respell(folded, text[start:end]), start, end, gap)
        for folded, start, end, gap in zip(tokens.words, tokens.starts, tokens.ends, tokens.gaps, strict=False)
    ]


def is_alike(word: str, other: str, language: Language) -> bool:
    """Whether two words may be forms of one word that begin alike, behind a clitic or ge-, or have one root."""
    head = other[:_SHORTEST_HEAD]
    if word.startswith(head) or any(bare.startswith(head) for bare in language.bare_words(word)):
        return True
    if not set(language.kin(word)).isdisjoint(language.kin(other)):
        return True
    return any(
        word.startswith((front + "ge" + verb, front + "zu" + verb))
        for front in ("", *_SEPARABLE.get(language.code, "").split())
        if other.startswith(front) and (verb := other[len(front) : len(front) + _SHORTEST_HEAD])
    )


# ------------------------------------------------------------------------------------------------------ compounds


def in_compound(words: Sequence[Word], wanted: Sequence[Word], language: Language) -> Iterator[tuple[Span, bool]]:
    """Longer words that begin or end with a term, in any form, and whether that is sure.

    In languages that write compounds closed: Firewallregel in Firewallregeleditor, Konto in Kontenplan.
    """
    if not language.linkers:
        return
    term = "".join(one.word for one in wanted)
    is_hangul = "\uac00" <= term[:1] <= "\ud7a3"
    if len(term) < (_SHORTEST_SYLLABLES if is_hangul else _SHORTEST_REST):
        return
    keys = frozenset(language.term_inflections(term, verb=False))
    for one in words:
        if is_hangul:
            yield from _in_hangul(one, term, language)
        elif (
            len(one.word) >= len(term) + _SHORTEST_REST - 1
            and term[:2] in one.word
            and _is_part(one.folded, term, keys, language)
        ):
            yield Span(one.start, one.end), len(term) >= _SHORTEST_PART


def _in_hangul(one: Word, term: str, language: Language) -> Iterator[tuple[Span, bool]]:
    shortest = language.part_letters[0]
    for word in (one.word, *language.bare_words(one.word)):
        if len(word) > len(term) and term in word:
            yield Span(one.start, one.end), len(term) >= shortest and (word.startswith(term) or word.endswith(term))
            return


def _is_part(word: str, term: str, keys: frozenset[str], language: Language) -> bool:
    """Whether a folded word begins or ends with a form of a term; its rest must be a word where the term is short."""
    is_long = len(term) >= language.part_letters[0]

    def is_form(letters: str) -> bool:
        compared = language.respell(letters, letters)
        return compared.startswith(term[:2]) and not keys.isdisjoint(language.inflections(compared))

    def is_word(letters: str, shortest: int) -> bool:
        known = len(letters) >= shortest and letters not in language.function_words and letters not in _NO_PARTS
        return known and language.is_part(letters)

    least = max(_SHORTEST_REST, len(term) - 2)
    for cut in range(least, len(word) - _SHORTEST_REST + 1):
        if is_form(word[:cut]) and (
            is_long or any(is_word(word[cut:].removeprefix(link), _SHORTEST_REST) for link in language.linkers)
        ):
            return True
    return any(
        is_form(word[cut:])
        and (is_long or any(is_word(word[:cut].removesuffix(link), _SHORTEST_PART) for link in language.linkers))
        for cut in range(_SHORTEST_REST, len(word) - least + 1)
    )


def in_longer_word(words: Sequence[Word], wanted: Sequence[Word], language: Language) -> Iterator[tuple[Span, bool]]:
    """Words that begin with a term of one word: прогнозирование for прогноз; never sure."""
    term = wanted[0].word
    stem = term.rstrip(_FINAL_VOWELS) if language.has_endings else term
    if len(wanted) > 1 or len(stem) < max(_SHORTEST_STEM, len(term) - 2):
        return
    for one in words:
        if one.word.startswith(stem):
            yield Span(one.start, one.end), False


# ------------------------------------------------------------------------------------- parts that are written once


def in_row(text: str, words: Sequence[Word], wanted: Sequence[Word], language: Language) -> Iterator[tuple[Span, bool]]:
    """Words that share a part with others, which is written with one of them: Firewall- und Proxyregeln."""
    term = "".join(one.word for one in wanted)
    if len(term) < _SHORTEST_PART:
        return
    if _SHARING.search(text) is not None:
        yield from _sharing(text, words, term, language)
    yield from _separated(words, term, language)


def _sharing(text: str, words: Sequence[Word], term: str, language: Language) -> Iterator[tuple[Span, bool]]:
    for at, one in enumerate(words):
        if _is_hyphen(text, one.end) and not text[one.end + 1 : one.end + 2].strip(" ,/)"):
            rest = term.removeprefix(one.word)
            if rest != term and rest and (last := _ending_in(rest, words[at + 1 : at + 1 + _FARTHEST], language)):
                yield Span(one.start, last.end), True
        if one.start > 1 and _is_hyphen(text, one.start - 1) and text[one.start - 2] in " /(":
            for first in words[max(0, at - _FARTHEST) : at]:
                if _is_front(term, one.word, first.word, language):
                    yield Span(first.start, one.end), True


def _is_hyphen(text: str, at: int) -> bool:
    return at < len(text) and text[at] in HYPHENS


def _ending_in(rest: str, words: Sequence[Word], language: Language) -> Word | None:
    """The first of the words that ends with a form of what lacks."""
    keys = frozenset(language.term_inflections(rest, verb=False))
    for one in words:
        cuts = range(len(one.word) - max(1, len(rest) - 2) + 1)
        if any(one.word[cut:] == rest or not keys.isdisjoint(language.inflections(one.word[cut:])) for cut in cuts):
            return one
    return None


def _is_front(term: str, word: str, first: str, language: Language) -> bool:
    """Whether a word lacks its front, which an earlier one has, and is the term with it."""
    keys = frozenset(language.inflections(word))
    return any(
        first.startswith(term[:cut]) and not keys.isdisjoint(language.term_inflections(term[cut:], verb=False))
        for cut in range(_SHORTEST_REST, len(term) - _SHORTEST_REST + 1)
    )


def _separated(words: Sequence[Word], term: str, language: Language) -> Iterator[tuple[Span, bool]]:
    """A verb that is parted from its first syllable: melden Sie sich an."""
    for front in _SEPARABLE.get(language.code, "").split():
        verb = term.removeprefix(front)
        if verb == term or len(verb) < _SHORTEST_PART:
            continue
        for at, one in enumerate(words):
            later = next((other for other in words[at + 1 :] if other.word == front), None)
            if (
                later
                and is_alike(one.word, verb, language)
                and verb in {language.respell(lemma, lemma) for lemma in language.lemmas(one.folded)}
            ):
                yield Span(one.start, later.end), True
