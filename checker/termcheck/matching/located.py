"""Finds what stands for a concept in a short text that has none of its terms, where it is known to speak of it.

Without that knowledge so little would prove nothing: half of the words of a term, or the only name in the text.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.languages.language import Language
from termcheck.languages.tokens import is_spaceless, tokenize
from termcheck.model import PROTECTED_MARK, Span, Term

_LEAST_SHARE = 0.5
_LEAST_CHARACTERS = 2
_SHORTEST_PART = 4
"""Letters that a part of a compound must have to stand for it."""
_LINKS = frozenset("of the for and de la le du des von der die für und del y i и".split())
_NOUNS_IN_CAPITALS = frozenset(("de", "lb"))
"""Languages that write all nouns with a capital, which therefore show no name."""


class _Word(NamedTuple):
    text: str
    """As it stands."""
    folded: str
    start: int
    end: int
    follows: bool
    """Whether nothing but a space or a hyphen parts it from the word before it."""


def locate(text: str, taken: Sequence[Span], terms: Sequence[Term], language: Language) -> tuple[Span, Term] | None:
    """The stretch of a text that stands for one of the terms, and which; nothing in ``taken`` is looked at."""
    hidden = list(text)
    for span in taken:
        hidden[span.start : span.end] = PROTECTED_MARK * (span.end - span.start)
    visible = "".join(hidden)
    words = list(_words(visible))
    best: tuple[float, int, Span, Term] | None = None
    for rank, term in enumerate(terms):
        spaceless = any(map(is_spaceless, term.text))
        found = _shared_characters(visible, term.text) if spaceless else _shared_words(words, term, language)
        if found is not None and (best is None or (found[0], -rank) > best[:2]):
            best = (found[0], -rank, found[1], term)
    if best is not None:
        return best[2], best[3]
    name = _only_name(words, terms, language)
    return (name, terms[0]) if name is not None else None


def _words(text: str) -> Iterator[_Word]:
    tokens = tokenize(text)
    for place, (folded, start, end) in enumerate(zip(tokens.words, tokens.starts, tokens.ends, strict=True)):
        yield _Word(text[start:end], folded, start, end, place > 0 and tokens.gaps[place] in {" ", ""})


# ---------------------------------------------------------------------------------------------------------- words


def _shared_words(words: Sequence[_Word], term: Term, language: Language) -> tuple[float, Span] | None:
    """The stretch that shares most words with a term, and how many of them."""
    wanted = [word.folded for word in _words(term.text) if word.folded not in language.function_words]
    if not wanted or not words:
        return None
    keys = [set(language.term_inflections(word, verb=False)) for word in wanted]
    hits = {place: found for place, word in enumerate(words) if (found := _hits(word.folded, wanted, keys, language))}
    reach = 2 * len(wanted) + 1
    best: tuple[float, int, int, int] | None = None
    for first in sorted(hits):
        seen: dict[int, float] = {}
        for last in (place for place in sorted(hits) if first <= place < first + reach):
            for number, weight in hits[last].items():
                seen[number] = max(weight, seen.get(number, 0))
            share = sum(seen.values()) / len(wanted)
            if best is None or (share, first - last) > best[:2]:
                best = (share, first - last, first, last)
    if best is None or best[0] < _LEAST_SHARE:
        return None
    first, last = best[2], best[3]
    if _is_name(term, language):
        first, last = _whole_name(words, first, last)
    return best[0], Span(words[first].start, words[last].end)


def _hits(word: str, wanted: Sequence[str], keys: Sequence[set[str]], language: Language) -> dict[int, float]:
    """Which of the wanted words a word is a form of (1) or a part of, in languages with compounds (a half)."""
    forms = language.inflections(word)
    found = {number: 1.0 for number, known in enumerate(keys) if not known.isdisjoint(forms)}
    if not found and language.linkers and len(word) >= _SHORTEST_PART:
        parts = (number for number, one in enumerate(wanted) if one.startswith(word) or one.endswith(word))
        found = dict.fromkeys(parts, 0.5)
    return found


def _is_name(term: Term, language: Language) -> bool:
    if language.code in _NOUNS_IN_CAPITALS:
        return False
    content = [word.text for word in _words(term.text) if word.folded not in language.function_words]
    return len(content) > 1 and all(not word[0].islower() for word in content) and content[-1][0].isupper()


def _whole_name(words: Sequence[_Word], first: int, last: int) -> tuple[int, int]:
    """The stretch with the words in capitals on both sides of it: of “Network Office” all of “State Network Office”."""
    while first > 1 and words[first].follows and words[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < len(words) and words[last + 1].follows and words[last + 1].text[0].isupper():
        last += 1
    return first, last


def _only_name(words: Sequence[_Word], terms: Sequence[Term], language: Language) -> Span | None:
    """The only name of several words in a text, where the term is one."""
    if not terms or not _is_name(terms[0], language):
        return None
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(words):
        last = place
        if words[place].text[0].isupper() and words[place].folded not in _LINKS:
            last = _end_of_run(words, place)
            if last > place:
                runs.append((place, last))
        place = last + 1
    return Span(words[runs[0][0]].start, words[runs[0][1]].end) if len(runs) == 1 else None


def _end_of_run(words: Sequence[_Word], first: int) -> int:
    """The last word of the run of words in capitals, with links such as “of” between them."""
    last = at = first
    while at + 1 < len(words) and words[at + 1].follows:
        at += 1
        if words[at].text[0].isupper():
            last = at
        elif words[at].folded not in _LINKS:
            break
    return last


# ----------------------------------------------------------------------------------------------------- characters


def _shared_characters(text: str, term: str) -> tuple[float, Span] | None:
    """The stretch that shares most neighbouring characters with a term, made as long as the term."""
    length, place, at = max(
        ((size, begin, text.find(term[begin : begin + size])) for begin, size in _parts(term, text)),
        default=(0, 0, -1),
    )
    if length < _LEAST_CHARACTERS or length < _LEAST_SHARE * len(term):
        return None
    start, end = at, at + length
    while place > 0 and start > 0 and is_spaceless(text[start - 1]) and text[start - 1].isalpha():
        start, place = start - 1, place - 1
    missing = len(term) - (end - start)
    while missing > 0 and end < len(text) and is_spaceless(text[end]) and text[end].isalpha():
        end, missing = end + 1, missing - 1
    return length / len(term), Span(start, end)


def _parts(term: str, text: str) -> Iterator[tuple[int, int]]:
    """(begin, size) of the longest part of a term from each character on that stands in a text."""
    for begin in range(len(term)):
        size = 0
        while begin + size < len(term) and term[begin : begin + size + 1] in text:
            size += 1
        if size:
            yield begin, size
