"""Closed compounds and the constructions that say the same: Datenschutzbehörde, Behörde für Datenschutz.

For languages that write compounds as one word. No dictionary is asked: both parts of the compound must stand in the
construction, and nothing else may.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.index import LanguageIndex
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing, Status, Term, Tier

_LINKS = {
    "de": "fuer der des den dem von vom zum zur ueber im in",
    "nl": "voor van de het der ter over in",
    "sv": "för av om i till",
    "da": "for af om i til",
    "nb": "for av om i til",
}
"""Language -> words that stand between the head and what a compound has before it; folded as texts are."""
_MOST_LINKS = 2
_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 8
_FIRST_LETTERS = 3
_CONFIDENCE = 0.9
_APPROVED = frozenset({Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED})
_known: WeakKeyDictionary[LanguageIndex, "_Constructions"] = WeakKeyDictionary()


class _Phrase(NamedTuple):
    """A head, linking words, and what is said of it."""

    head: str
    about: str


class _Constructions:
    """The terms of a language that are compounds, and those that are phrases, by their first letters."""

    def __init__(self, index: LanguageIndex) -> None:
        links = frozenset(_LINKS[index.language.code].split())
        self.links = links
        self.compounds: defaultdict[str, list[Pattern]] = defaultdict(list)
        self.phrases: defaultdict[str, list[tuple[Pattern, _Phrase]]] = defaultdict(list)
        self.listed = frozenset(pattern.words for pattern in index.patterns)
        for pattern in index.patterns:
            term = pattern.term
            if not pattern.is_listed or term.status not in _APPROVED or term.tier is not Tier.FUZZY or pattern.prefix:
                continue
            words = pattern.words
            if len(words) == 1 and len(words[0]) >= _SHORTEST_COMPOUND and words[0].isalpha():
                self.compounds[words[0][:_FIRST_LETTERS]].append(pattern)
            elif 2 < len(words) <= _MOST_LINKS + 2 and links.issuperset(words[1:-1]):
                self.phrases[words[-1][:_FIRST_LETTERS]].append((pattern, _Phrase(words[0], words[-1])))


def find_inverted(
    text: Text,
    index: LanguageIndex,
    standing_of: Callable[[Term], Standing | None],
    taken: Sequence[Candidate],
) -> Iterator[Candidate]:
    """Constructions for compounds of the glossary, and compounds for its constructions."""
    language = index.language
    if language.code not in _LINKS:
        return
    terms = _known.get(index)
    if terms is None:
        terms = _known[index] = _Constructions(index)
    for first, last, pattern, reason in (*_as_phrases(text, language, terms), *_as_compounds(text, language, terms)):
        start, end = text.starts[first], text.ends[last]
        if tuple(text.words[first : last + 1]) in terms.listed or standing_of(pattern.term) is not Standing.APPROVED:
            continue
        if not any(one.start < end and start < one.end for one in taken):
            shown = f"{reason}, against “{pattern.surface}” ({pattern.term.status} for {pattern.term.concept})"
            yield Candidate(
                pattern, Standing.APPROVED, start, end, Method.UNLISTED, CaseFit.SAME, 4, _CONFIDENCE, shown
            )


_Hit = tuple[int, int, Pattern, str]


def _as_phrases(text: Text, language: Language, terms: _Constructions) -> Iterator[_Hit]:
    if not terms.compounds:
        return
    for head in range(len(text.words) - 2):
        about = head + 1
        while about < len(text.words) and about - head <= _MOST_LINKS and text.words[about] in terms.links:
            about += 1
        if about == head + 1 or about >= len(text.words) or not _is_plain(text, head, about):
            continue
        word, other = text.words[about], text.words[head]
        for pattern in terms.compounds.get(word[:_FIRST_LETTERS], ()):
            if _is_compound_of(pattern.words[0], _Phrase(other, word), language):
                yield head, about, pattern, f"{text.shape(about)} + {text.shape(head)}"


def _as_compounds(text: Text, language: Language, terms: _Constructions) -> Iterator[_Hit]:
    if not terms.phrases:
        return
    for place, word in enumerate(text.words):
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
            continue
        for pattern, phrase in terms.phrases.get(word[:_FIRST_LETTERS], ()):
            if _is_compound_of(word, phrase, language):
                yield place, place, pattern, f"{pattern.shapes[-1]} + {pattern.shapes[0]} as one word"


def _is_plain(text: Text, first: int, last: int) -> bool:
    """Whether nothing but spaces stands between the words of a stretch."""
    return all(text.gaps[at] == " " for at in range(first + 1, last + 1))


def _is_compound_of(compound: str, phrase: _Phrase, language: Language) -> bool:
    """Whether a compound is made of what is said and the head, in any of their forms."""
    heads = frozenset(language.inflections(phrase.head))
    for about in _forms(phrase.about, language):
        rest = compound.removeprefix(about)
        if rest == compound:
            continue
        for link in language.linkers:
            part = rest.removeprefix(link)
            fits = rest.startswith(link) and len(part) >= _SHORTEST_PART
            if fits and not heads.isdisjoint(language.term_inflections(part, verb=False)):
                return True
    return False


def _forms(word: str, language: Language) -> list[str]:
    """A word and the other forms that it may be of, as they are written."""
    keys = (key for key in language.inflections(word) if key.isalpha())
    return [form for form in dict.fromkeys((word, *keys)) if len(form) >= _SHORTEST_PART]
