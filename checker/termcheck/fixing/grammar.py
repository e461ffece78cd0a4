"""What a new name asks of the words around it in English: a or an, no article twice, the number of the verb."""

import re
from typing import NamedTuple

from termcheck.languages import language
from termcheck.languages.english_data import NOT_PLURAL, NOT_PLURAL_ENDINGS, PLAIN_VERBS

_BEFORE = re.compile(r"(?<![\w'’-])(\w+)(\s+)$")
_INDEFINITE = frozenset(("a", "an"))
_DETERMINERS = frozenset(
    "this that these those its their our my your his her any some each every no another such".split()
)
"""After these no name begins with an article of its own."""
_SILENT_H = ("heir", "honest", "honor", "honour", "hour")
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|m[^e])|us[aeiou]|uti|ura|ure|uro|eu|ew|ubi|uk)", re.IGNORECASE)
_SOUNDS_LIKE_WON = re.compile(r"one(?![a-z])|once", re.IGNORECASE)
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""Letters of the alphabet whose names begin with a vowel: an NPC deputy, an MP."""
_SPELT_OUT = 3
"""Capitals up to this many are read letter by letter; longer ones may be read as a word (NATO)."""
_PREPOSITIONS = re.compile(r"\s(?:of|in|for|on|at|to|with|by|under|from|and)\s")
_AFTER = re.compile(r"\s+([a-z]\w*)")
_OWNER_BEFORE = re.compile(r"['’]s?\s+$")
_OWNER_AFTER = re.compile(r"\s+(?:of|under)\s+(?:the\s+)?((?:[A-Z][\w’'-]*\s?)+)")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")
_BEING = frozenset("am is are was were be been being".split())


class Change(NamedTuple):
    """What becomes of the text around a name."""

    name: str
    """The new name, without an article that stands before it already."""
    word: str | None = None
    """What the word before the name becomes; None where it stays."""
    trouble: str = ""
    """Why nobody can tell without reading the sentence; empty where all is certain."""


def change_around(before: str, after: str, matched: str, target: str, name: str) -> Change:
    """What ``name``, which replaces a form of ``matched`` by one of ``target``, asks of the text around it.

    ``before`` and ``after`` are the text up to the name and behind it.
    """
    found = _BEFORE.search(before)
    word = found[1] if found else ""
    change = _with_article(name, matched, word)
    if change.trouble:
        return change
    trouble = _trouble(before, after, matched, target, word)
    return change._replace(trouble=trouble)


def _with_article(name: str, matched: str, word: str) -> Change:
    """The name after ``word``, and what becomes of that."""
    first, _, rest = name.partition(" ")
    lower = word.lower()
    if first.lower() in {"the", *_INDEFINITE} and rest:
        if lower == "the" == first.lower():
            return Change(rest)
        if lower in _INDEFINITE | _DETERMINERS | {"the"}:
            return Change(name, trouble=f"“{word}” stands before it")
    if lower in _INDEFINITE | _DETERMINERS | {"the"} and _takes_no_article(name, matched):
        return Change(name, trouble=f"“{word}” stands before it")
    return _with_indefinite(name, word) if lower in _INDEFINITE else Change(name)


def _trouble(before: str, after: str, matched: str, target: str, word: str) -> str:
    """What may not fit the rest of the sentence."""
    if _is_plural(matched) != _is_plural(target):
        return "the number of the verb may change"
    follows = _AFTER.match(after)
    is_modifier = target[:1].islower() and follows is not None and follows[1] not in language("en").function_words
    if is_modifier and _PREPOSITIONS.search(target) and not _PREPOSITIONS.search(matched):
        return "it may describe the word that follows"
    if target[:1].islower() and _NAME_AFTER.match(after) and " of " in target and " of " not in matched:
        return "it may be the title of the person who follows"
    is_governed = word.lower() in _DETERMINERS | {"the", *_INDEFINITE} or _OWNER_BEFORE.search(before)
    if is_governed and _is_gerund(target) and not _is_gerund(matched):
        return "an article or a possessive stands before it"
    if _is_other_part_of_speech(matched, target, word):
        return "a verb would stand for a noun, or a noun for a verb"
    return "it would say twice whose it is" if _says_owner_twice(before, after, matched, target) else ""


def _is_other_part_of_speech(matched: str, target: str, word: str) -> bool:
    """Whether one of the names is a verb with what follows it, and the other is not or stands in another form."""
    if _is_verb(matched) != _is_verb(target):
        return True
    return word.lower() in _BEING and _is_gerund(matched) and not (_is_gerund(target) or matched.endswith(f" {target}"))


def _says_owner_twice(before: str, after: str, matched: str, target: str) -> bool:
    """Whether the new name brings an “of ...” of its own to an owner that the text names already."""
    if " of " not in target or " of " in matched:
        return False
    behind = _OWNER_AFTER.match(after)
    return bool(_OWNER_BEFORE.search(before)) or (
        behind is not None and not _capitalised(target).isdisjoint(_capitalised(behind[1]))
    )


def possessive_after(before: str, after: str, old: str, name: str) -> tuple[int, str] | None:
    """What becomes of the possessive behind a name: how many characters of ``after``, and what stands there then.

    None where it stays. A plural takes the apostrophe alone, whatever else a name ends in takes ’s.
    """
    mark = after[:1]
    if mark not in {"'", "’"} or not mark:
        return None
    last = name.rpartition(" ")[2]
    if re.match(r"s(?!\w)", after[1:]):
        return (2, mark) if _is_plural(last) and not last.isupper() else None
    is_alone = not after[1:2].isalnum() and old[-1:].lower() == "s" and name[-1:].lower() != "s"
    is_closing = re.search(r"(?:^|[\s(\[—–-])['‘][^\n]*$", before) is not None
    return (1, f"{mark}s") if is_alone and not is_closing else None


def _capitalised(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text) if word[0].isupper()}


def _is_verb(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and first in PLAIN_VERBS


def _is_gerund(name: str) -> bool:
    first = name.partition(" ")[0].lower()
    return first.endswith("ing") and len(first) > len("thing") and " " in name


def _with_indefinite(name: str, word: str) -> Change:
    if _is_plural(name):
        return Change(name, trouble=f"“{word}” stands before a plural")
    wanted = indefinite_article(name)
    if wanted is None:
        return Change(name, trouble=f"“{word}” stands before it")
    if wanted == word.lower():
        return Change(name)
    return Change(name, wanted.capitalize() if word[0].isupper() else wanted)


def indefinite_article(name: str) -> str | None:
    """``a`` or ``an``, as the first sound of a name asks; None where its spelling does not tell."""
    word = re.split(r"[\s-]", name.strip("\"'“”‘’(["))[0]
    if not word or not word[0].isalpha() or not word.isascii():
        return None
    letters = word.replace(".", "")
    if letters.isupper() and len(letters) > 1:
        if len(letters) > _SPELT_OUT:
            return None
        return "an" if letters[0] in _LETTERS_WITH_VOWEL else "a"
    if word.lower().startswith(_SILENT_H):
        return "an"
    if _SOUNDS_LIKE_YOU.match(word) or _SOUNDS_LIKE_WON.match(word):
        return "a"
    return "an" if word[0].lower() in "aeiou" else "a"


def _takes_no_article(name: str, matched: str) -> bool:
    """Whether a name is one before which “the” is wrong, or may be: China, China's discourse."""
    if matched.lower().startswith("the "):
        return False
    first, _, rest = name.partition(" ")
    owner = re.sub(r"['’]s?$", "", first)
    if owner != first:
        return first[:1].isupper() and not rest[:1].isupper()
    return not rest and first[:1].isupper() and language("en").is_place(first.lower())


def _is_plural(name: str) -> bool:
    """Whether the head of a name is a plural."""
    head = _PREPOSITIONS.split(name, maxsplit=1)[0].rpartition(" ")[2].lower()
    return head.endswith("s") and not head.endswith((*NOT_PLURAL_ENDINGS, "ics", "series")) and head not in NOT_PLURAL
