"""Wrong terms inside compounds that are written closed: Datenverarbeiter in Datenverarbeitervertrag.

A warning for a forbidden term, else only a hint, since a compound may have a meaning of its own. The rest of the word
must be a word, if there is a dictionary to tell.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.index import CompoundsKnown, LanguageIndex
from termcheck.matching.listed import StandingOf
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import PROTECTED_MARK, CaseFit, Method, Span, Standing, Status

_CONFIDENCE = 0.5
_LONGEST_REST = 12
"""Letters of a frame that may belong to endings; some are whole words (Adelsgeschlechter)."""
_MOST_KNOWN = 50_000
"""Words of texts that are kept."""
_MOST_STATES = 8
"""Sets of wrong terms, which dates and paths of articles decide, that are kept."""


def find_in_compounds(text: Text, index: LanguageIndex, standing_of: StandingOf) -> Iterator[Candidate]:
    """Wrong one-word terms as the first or last part of longer words, in languages that write compounds closed."""
    language = index.language
    if not language.linkers:
        return
    parts, frames, known = _parts(index, standing_of)
    if not parts:
        return
    shortest = sum(language.part_letters)
    for place, word in enumerate(text.folded):
        if not shortest <= len(word) <= LONGEST_WORD:
            continue
        if len(word) != text.ends[place] - text.starts[place]:
            continue
        if text.words[place] == PROTECTED_MARK:
            continue
        if word not in known:
            if len(known) > _MOST_KNOWN:
                known.clear()
            known[word] = _found_in(word, parts, frames, language)
        for pattern, first, last in known[word]:
            standing = standing_of(pattern.term) or Standing.WRONG
            doubtful = pattern.term.status is not Status.FORBIDDEN or not language.has_words
            yield _candidate(text, place, pattern, standing, Span(first, last), doubtful=doubtful)


def _parts(index: LanguageIndex, standing_of: StandingOf) -> CompoundsKnown:
    """Keys of the terms that are wrong now and may be part of a compound, and what is known of words with them.

    Both are kept across articles for which the same terms are wrong.
    """
    patterns = index.patterns
    wrong = tuple([number for number in patterns.dated_parts if _is_wrong(patterns[number], standing_of)])
    found = index.compounds.get(wrong)
    if found is None:
        parts: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in (patterns[number] for number in sorted((*patterns.wrong_parts, *wrong))):
            for key in index.language.term_inflections(pattern.words[0], verb=False):
                parts[key].append(pattern)
        if len(index.compounds) >= _MOST_STATES:
            index.compounds.clear()
        frames = {index.language.frame(key.rpartition(":")[2]) for key in parts}
        found = index.compounds[wrong] = parts, frames, {}
    return found


def _is_wrong(pattern: Pattern, standing_of: StandingOf) -> bool:
    return standing_of(pattern.term) in {Standing.WRONG, Standing.DOUBTFUL}


def _may_be(frame: str, frames: Container[str]) -> bool:
    """Whether a word with a frame can have a key with one of some frames."""
    return any(frame[:end] in frames for end in range(max(0, len(frame) - _LONGEST_REST), len(frame) + 1))


def _found_in(
    word: str, parts: Mapping[str, Sequence[Pattern]], frames: Container[str], language: Language
) -> list[tuple[Pattern, int, int]]:
    """(pattern, where it begins and ends in the word, which is folded)."""

    def keys(letters: str) -> Sequence[str]:
        return language.inflections(language.respell(letters, letters))

    if any(key in parts for key in keys(word)):
        return []
    shortest, rest = language.part_letters
    found = [
        (pattern, 0, cut)
        for cut in range(shortest, len(word) - rest + 1)
        for pattern in parts.get(language.respell(word[:cut], word[:cut]), ())
        if _is_rest(word[cut:], language, linked=True)
    ]
    for cut in range(rest, len(word) - shortest + 1):
        if not _may_be(language.frame(language.respell(word[cut:], word[cut:])), frames):
            continue
        patterns = [one for key in keys(word[cut:]) for one in parts.get(key, ())]
        if patterns and _is_front(word[:cut], language):
            found += [(pattern, cut, len(word)) for pattern in dict.fromkeys(patterns)]
    return found


def _is_rest(rest: str, language: Language, *, linked: bool) -> bool:
    """Whether what follows is a word, perhaps after a linking element."""
    if len(rest) >= language.part_letters[1] and language.is_part(rest):
        return True
    return linked and any(
        _is_rest(rest[len(link) :], language, linked=False) for link in language.linkers if rest.startswith(link)
    )


def _is_front(front: str, language: Language) -> bool:
    """Whether what stands before is a word, perhaps with a linking element."""
    bare = (front, *(front[: -len(link)] for link in language.linkers if front.endswith(link)))
    return any(len(one) >= language.part_letters[1] and language.is_part(one) for one in bare)


def _candidate(
    text: Text, place: int, pattern: Pattern, standing: Standing, within: Span, *, doubtful: bool
) -> Candidate:
    term, start = pattern.term, text.starts[place]
    return Candidate(
        pattern=pattern,
        standing=standing,
        start=start + within.start,
        end=start + within.end,
        method=Method.ALTERED,
        case=CaseFit.SAME,
        rank=4,
        confidence=_CONFIDENCE,
        reason=f"“{pattern.surface}” ({term.status} for {term.concept}) is part of “{text.shape(place)}”",
        doubtful=doubtful,
    )
