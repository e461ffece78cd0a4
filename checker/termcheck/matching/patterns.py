"""Patterns: the terms of a glossary as token sequences, ready to be looked for."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import TypeVar

from msgspec import Struct

from termcheck.languages.language import Language
from termcheck.languages.tokens import is_kana, is_spaceless, normalize_gap, tokenize
from termcheck.model import Status, Term, TermType, Tier

_Equal = TypeVar("_Equal", tuple[int, ...], tuple[str, ...])


class Pattern(Struct, frozen=True, gc=False):
    """One form of one term."""

    term: Term
    surface: str
    """The term itself, one of its irregular forms, or another spelling of one of these, NFC."""
    is_listed: bool
    """Whether the surface is in the glossary, not only another spelling of what is."""
    words: tuple[str, ...]
    """Folded tokens; at least one."""
    gaps: tuple[str, ...]
    """Normalised gaps between them, one fewer than words."""
    shapes: tuple[str, ...]
    """The tokens as written."""
    prefix: str
    """Symbols that belong to the term before its first token, folded."""
    suffix: str
    content: tuple[int, ...]
    """Positions of the words that carry meaning; all of them where fewer than two do."""
    letters: int
    """Letters and digits, for the bounds of the near tier."""
    edits: int
    """Edits that the near tier allows; 0 where the term is too short for it or not fuzzy."""
    by_character: bool
    """Whether it is compared character by character: in a script without spaces, or partly where nothing inflects."""
    has_spaceless_edge: bool
    """Whether its first or last character is of such a script, where another word may run on from it."""
    is_name: bool
    """Whether each content word is written with a capital, and there are several."""
    verb: int
    """Position of the word that may be conjugated; -1 for none."""


DROPPABLE_FROM = 4
"""From this number of content words on, one may be missing."""
_SHORTEST_LAST = 3
"""Letters of a last word that is no other with + or # behind it."""
_SHORTEST_JOINED = 6
"""Letters of two words written as one."""


def is_fuzzy(pattern: Pattern) -> bool:
    """Whether forms of it that nobody listed are looked for, word by word."""
    return pattern.edits > 0 and not pattern.by_character


def has_plain_words(pattern: Pattern) -> bool:
    """Whether its words are found by nothing but themselves, their inflected forms as nouns, and misspelt ones."""
    content = {pattern.words[at] for at in pattern.content}
    is_plain = pattern.verb < 0 and pattern.surface.isascii() and not (pattern.prefix or pattern.suffix)
    return is_plain and len(content) == len(pattern.content)


def is_told_as_listed(pattern: Pattern) -> bool:
    """Whether it stands wherever its surface does between word edges."""
    return (
        is_fuzzy(pattern)
        and has_plain_words(pattern)
        and pattern.is_listed
        and not pattern.term.case_sensitive
        and not pattern.term.not_when
        and len(pattern.words[-1]) >= _SHORTEST_LAST
    )


def needed(pattern: Pattern) -> int:
    """How many content words of a pattern a form of it must have."""
    return len(pattern.content) - (len(pattern.content) >= DROPPABLE_FROM)


def joined_words(pattern: Pattern) -> Iterator[tuple[str, int]]:
    """Two neighbouring words of a fuzzy pattern as one, the last two also with an s, and the position of the first."""
    for at, gap in enumerate(pattern.gaps):
        word = pattern.words[at] + pattern.words[at + 1]
        if gap in {" ", "'"} and at in pattern.content and len(word) >= _SHORTEST_JOINED:
            yield word, at
            if at + 2 == len(pattern.words) and word.isascii() and word[-1] != "s":
                yield f"{word}s", at


def may_be_part(pattern: Pattern, language: Language) -> bool:
    """Whether a pattern is looked for as a part of compounds, where its term is wrong."""
    return (
        bool(language.linkers)
        and len(pattern.words) == 1
        and pattern.letters >= language.part_letters[0]
        and pattern.term.type is not TermType.ABBREVIATION
        and pattern.term.tier is Tier.FUZZY
        and pattern.term.status not in {Status.PREFERRED, Status.ADMITTED, Status.PROPOSED}
    )


def compile_term(term: Term, language: Language, *, verbal: bool) -> list[Pattern]:
    """The patterns of a term: its text, its irregular forms, their other spellings. Forms without any token yield none.

    ``verbal`` says that all renderings of the concept may be verbs, so a term of one word may be conjugated.
    """
    listed = dict.fromkeys((term.text, *term.forms))
    forms = listed.copy()
    if term.tier is not Tier.EXACT:
        forms.update(dict.fromkeys(spelling for form in listed for spelling in language.spellings(form)))
    patterns = [_compile_form(term, form, language, verbal=verbal, is_listed=form in listed) for form in forms]
    return [pattern for pattern in patterns if pattern is not None]


def _compile_form(term: Term, form: str, language: Language, *, verbal: bool, is_listed: bool) -> Pattern | None:
    surface = form if form.isascii() else unicodedata.normalize("NFC", form)
    words, gaps, shapes = _split(surface, language)
    if not words:
        return None
    function_words = language.function_words
    content = tuple([place for place, word in enumerate(words) if word not in function_words])
    spaceless = 0 if surface.isascii() else sum(is_spaceless(word[0]) for word in words)
    letters = sum(map(len, words))
    return Pattern(
        term=term,
        surface=surface,
        is_listed=is_listed,
        words=words,
        gaps=_one_of(gaps[1:-1]),
        shapes=shapes,
        prefix=gaps[0] and normalize_gap(gaps[0], beside_spaceless=True),
        suffix=gaps[-1] and normalize_gap(gaps[-1], beside_spaceless=True),
        content=_one_of(content if len(content) > 1 else tuple(range(len(words)))),
        letters=letters,
        edits=_allowed_edits(words, term, spaceless),
        by_character=spaceless == len(words) or (spaceless > 0 and not language.has_endings),
        has_spaceless_edge=spaceless > 0 and any(map(is_spaceless, (words[0][0], words[-1][-1]))),
        is_name=len(content) > 1 and _is_capitalised(surface, [shapes[place] for place in content], language),
        verb=_verb_position(words, term, language, verbal=verbal),
    )


def _is_capitalised(surface: str, shapes: list[str], language: Language) -> bool:
    """Whether each word that carries meaning begins with a capital or a digit; parts after a hyphen need none."""
    if all(map(_is_capital, shapes)):
        return True
    if "-" not in surface:
        return False
    words = [word for word in surface.split() if word.lower() not in language.function_words]
    return all(_is_capital(word.lstrip("(\"'“‘")) for word in words)


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital or a digit; letters without case are none."""
    return word[:1].isupper() or word[:1].isdigit()


def _split(surface: str, language: Language) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Folded words, gaps (one more than words, as in ``Tokens``) and words as written."""
    shapes = surface.split(" ")
    if (
        surface.isascii() and not language.respells and all(map(str.isalnum, shapes))
    ):  # most terms: the long way round comes to the same
        lowered = surface.lower()
        words = tuple(map(intern, lowered.split(" ")))
        return words, ("", *([" "] * (len(shapes) - 1)), ""), words if lowered == surface else tuple(shapes)
    tokens = tokenize(surface)
    written = tuple(surface[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True))
    folded = map(language.respell, tokens.words, written) if language.respells else tokens.words
    compared = tuple(map(intern, folded))
    return compared, tuple(tokens.gaps), compared if compared == written else tuple(map(intern, written))


@lru_cache(maxsize=1000)
def _one_of(equal: _Equal) -> _Equal:
    """The same object for equal ones: of thousands of patterns few differ there."""
    return equal


def _allowed_edits(words: tuple[str, ...], term: Term, spaceless: int) -> int:
    """How many letters may differ; ``spaceless``: how many of the words are characters of scripts without spaces."""
    if term.tier is not Tier.FUZZY or term.type is TermType.ABBREVIATION:
        return 0
    if not spaceless:
        return _edits_of(words, (5, 9) if _is_hangul(words) else (8, 12))
    characters = [word for word in words if is_spaceless(word[0])]
    of_characters = _edits_of(characters, (7, 11) if all(map(is_kana, characters)) else (5, 9))
    return of_characters if spaceless == len(words) else max(of_characters, _edits_of(words, (8, 12)))


def _edits_of(words: Sequence[str], bounds: tuple[int, int]) -> int:
    """One from the first number of letters on, two from the second: of Han and Hangul fewer, each is half a word."""
    letters = sum(map(len, words))
    return sum(letters >= bound for bound in bounds)


def _is_hangul(words: tuple[str, ...]) -> bool:
    return all("\uac00" <= word[0] <= "\ud7a3" for word in words)


def _verb_position(words: tuple[str, ...], term: Term, language: Language, *, verbal: bool) -> int:
    if term.tier is Tier.EXACT or not term.text[:1].islower():
        return -1
    if len(words) == 1:
        return 0 if verbal and language.can_be_verb(words[0]) else -1
    return 0 if words[1] in language.particles and language.can_be_verb(words[0]) else -1
