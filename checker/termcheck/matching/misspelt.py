"""Misspelt forms: the words of a pattern in their order, some with a wrong letter."""

from termcheck.languages.affixes import LAST_ALPHABET, common_prefix
from termcheck.languages.folding import plain_letters, strip_accents
from termcheck.languages.language import Language
from termcheck.matching.guards import replaced_excludes
from termcheck.matching.near import allowed_in_word, edit_distance, tells_words
from termcheck.matching.relations import lacks_initial_accent
from termcheck.matching.stretch import Change, Hit, Stretch, flat
from termcheck.model import Method

_SHORTEST_TYPO = 4
"""Words of fewer letters are too often other words to count as misspelt."""
_DOUBTFUL_CONFIDENCE = 0.6
_FEWEST_SYLLABLES = 3
"""Syllables of a term from which on one with another tone makes hardly another phrase."""
_LONG_INDIC = 6
"""Code points from which on two words in scripts of India hardly differ only in the length of their last vowel."""
_BLOCK = 128
_LENGTHS = (frozenset((0x3F, 0x40)), frozenset((0x41, 0x42)))
"""Vowel signs: short and long i, short and long u."""
_LONG_STEM = 7
"""Letters from which on two stems hardly are of two words when one letter differs."""


def misspelt(stretch: Stretch, edits: int) -> Change | None:
    """A near miss in letters: the same words in the same order, some with edits, within the pattern's bounds."""
    pattern = stretch.pattern
    if edits > pattern.edits or stretch.extra or stretch.missing or not stretch.in_order:
        return None
    if any(slot.shortened for slot in stretch.slots) or stretch.linkers != stretch.pattern_linkers:
        return None
    verdicts = [_judge_typo(stretch, slot) for slot in stretch.slots if slot.edits]
    if None in verdicts:
        return None
    doubtful = any(verdicts)
    letters = f"{edits} letter{'s differ' if edits > 1 else ' differs'}"
    return Change(
        Method.NEAR,
        _DOUBTFUL_CONFIDENCE if doubtful else round(1 - edits / max(pattern.letters, 1), 3),
        f"{letters} from “{pattern.surface}” ({pattern.term.status} for {pattern.term.concept})",
        doubtful,
    )


def _judge_typo(stretch: Stretch, slot: Hit) -> bool | None:
    """None where the word is another word, True where it may be one, False for a plain misspelling."""
    language, pattern = stretch.language, stretch.pattern
    if slot.last > slot.place and slot.edits:
        return _judge_split(stretch, slot)
    word, wanted = stretch.text.words[slot.place], pattern.words[slot.at]
    if language.writes_syllables and len(pattern.words) < _FEWEST_SYLLABLES and strip_accents(word) != word:
        return None  # công nhận is not công nhân
    if slot.covers == 2 or plain_letters(word) == plain_letters(wanted) or lacks_initial_accent(word, wanted, language):
        return False
    if _is_hard(stretch, slot, word, wanted):
        return _judge_hard(stretch, slot, word, wanted)
    if min(len(word), len(wanted)) < _SHORTEST_TYPO or replaced_excludes(language, word, wanted):
        return None
    if language.is_spelling_variant(word, wanted):
        return False
    bare = language.bare_words(word)
    at_end = any(_differs_at_end(one, wanted) and not _differs_inside(language, one, wanted) for one in (word, *bare))
    if language.has_endings and (
        (at_end and not (_doubles_last(language, word, wanted) or _lengthens_last(word, wanted)))
        or language.attaches(word, wanted)
    ):
        return None
    if len(wanted) >= _LONG_INDIC and _lengthens_last(word, wanted):
        return False  # its other forms are those of the right word, so they would make a word of it
    is_word = any(map(language.is_word, (stretch.text.folded[slot.place], *bare)))
    if not is_word and not language.is_derived_alike(word, wanted):
        return not language.has_words and word[0] != wanted[0]  # who mistypes a name seldom mistypes its first letter
    return True if len(pattern.words) > 1 else None


def _is_hard(stretch: Stretch, slot: Hit, word: str, wanted: str) -> bool:
    """Whether a word is short for its edits: it would not do by itself, beside other words it does."""
    return slot.edits > allowed_in_word(wanted) or (len(word) == _SHORTEST_TYPO - 1 and tells_words(stretch.language))


def _judge_hard(stretch: Stretch, slot: Hit, word: str, wanted: str) -> bool | None:
    """The same for such a word: it must be none, and others of the term must be there as they are.

    Beside a word of which half differs, there must be two.
    """
    language, pattern = stretch.language, stretch.pattern
    fewest = 2 if len(word) >= _SHORTEST_TYPO else 3
    exact = sum(not other.edits for other in stretch.slots)
    if len(pattern.content) < fewest or len(wanted) < _SHORTEST_TYPO or exact < slot.edits * 2 // len(wanted) + 1:
        return None
    is_known = language.is_word(word) or stretch.text.shape(slot.place).isupper()
    excluded = is_known or replaced_excludes(language, word, wanted) or language.is_derived_alike(word, wanted)
    return None if excluded else True


def _judge_split(stretch: Stretch, slot: Hit) -> bool | None:
    """One word written as two: doubtful where both are words, nothing where they make a phrasal verb."""
    first, second = stretch.text.words[slot.place], stretch.text.words[slot.last]
    grammar = stretch.language.particles | stretch.language.function_words
    if (first in grammar or second in grammar) and not stretch.text.follows_hyphen(slot.last):
        return None
    both_are_words = stretch.language.is_word(first) and stretch.language.is_word(second)
    return both_are_words and len(stretch.pattern.content) == 1


def _differs_at_end(word: str, wanted: str) -> bool:
    """Whether the two end differently and only there, as they do in a form that the stemmer does not know."""
    if sorted(word) == sorted(wanted) or "\uac00" <= word[-1] <= "\ud7a3":
        return len(word) > len(wanted) and word.startswith(wanted)  # letters swapped; Korean only adds particles
    return word[-1] != wanted[-1] and max(len(word), len(wanted)) - common_prefix(word, wanted) <= 3


def _differs_inside(language: Language, word: str, wanted: str) -> bool:
    """Whether both have endings that one word can have, and a letter differs before them (nemocnci, nemocnica)."""
    return any(
        min(len(stem), len(other)) >= _LONG_STEM and stem[-1] == other[-1] and edit_distance(stem, other, 1) == 1
        for stem, other in language.stem_pairs(word, wanted)
    )


def _doubles_last(language: Language, word: str, wanted: str) -> bool:
    """Whether the last letter before an ending stands twice, as it does in no spelling of scripts without capitals."""
    return word[0] > LAST_ALPHABET and any(one == other + other[-1] for one, other in language.stem_pairs(word, wanted))


def _lengthens_last(word: str, wanted: str) -> bool:
    """Whether only the length of a last i or u differs, in the scripts of India: no ending changes it.

    Their blocks in Unicode are of 128 characters each, in one order.
    """
    last, meant = ord(word[-1]), ord(wanted[-1])
    places = frozenset((last % _BLOCK, meant % _BLOCK))
    return word[:-1] == wanted[:-1] and "\u0900" <= word[0] <= "\u0d7f" and places in _LENGTHS


def function_word_misspelt(stretch: Stretch) -> Change | None:
    """One function word of the pattern with a wrong letter (fro, teh, adn)."""
    pattern = stretch.pattern
    if (
        len(stretch.extra) != 1
        or stretch.missing
        or not stretch.in_order
        or any(one.shortened for one in stretch.slots)
    ):
        return None
    word = stretch.text.words[stretch.extra[0]]
    ours, theirs = flat(stretch.linkers), flat(stretch.pattern_linkers)
    lost = [own for own in pattern.words if own in stretch.language.function_words and own not in stretch.words]
    meant = [own for own in lost if edit_distance(word, own, 1) == 1]
    if not meant or len(theirs) - len(ours) > 1:
        return None
    term = pattern.term
    return Change(
        Method.NEAR,
        round(1 - 1 / pattern.letters, 3),
        f"“{word}” stands for “{meant[0]}” in “{pattern.surface}” ({term.status} for {term.concept})",
    )
