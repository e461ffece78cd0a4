"""Forms of a term that must be found, by class.

Each function takes a source of chance and an entry, and gives a text, or None where the entry has no such form.
"""

from collections.abc import Callable, Mapping
from random import Random

from bench.terms import Entry
from bench.words import ABBREVIATED, load_words

Make = Callable[[Random, Entry, int], str | None]
"""(chance, entry, seed of the words) -> text."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TRIES = 20


def _text(words: list[str]) -> str:
    return " ".join(words)


def _texts(entry: Entry) -> list[str]:
    return [word.text for word in entry.words]


def exact(_: Random, entry: Entry, __: int) -> str | None:
    """As listed."""
    return entry.text


def capitals(rng: Random, entry: Entry, _: int) -> str | None:
    """All capitals, or all lower case."""
    text = rng.choice((entry.text.upper(), entry.text.lower()))
    return text if text != entry.text else None


def typography(rng: Random, entry: Entry, _: int) -> str | None:
    """A space as a line break, a no-break space or two spaces; a soft hyphen in a long word."""
    words = _texts(entry)
    kind = rng.randrange(4)
    if kind < 3 and len(words) > 1:
        at = rng.randrange(1, len(words))
        return _text(words[:at]) + ("\n", "\u00a0", "  ")[kind] + _text(words[at:])
    at = max(range(len(words)), key=lambda place: len(words[place]))
    middle = len(words[at]) // 2
    words[at] = words[at][:middle] + "\u00ad" + words[at][middle:]
    return _text(words)


def inflected(rng: Random, entry: Entry, _: int) -> str | None:
    """The plural of the head, or the possessive."""
    words = _texts(entry)
    at = next((place for place, word in enumerate(entry.words) if word.role == "head"), len(words) - 1)
    if at == len(words) - 1 and words[at][0].isupper() and rng.random() < 0.5:
        return entry.text + "'s"
    if words[at].endswith("y") and words[at][-2] not in "aeiou":
        words[at] = words[at][:-1] + "ies"
    else:
        words[at] += "es" if words[at].endswith(("s", "x", "z", "ch", "sh")) else "s"
    return _text(words)


def hyphen(rng: Random, entry: Entry, _: int) -> str | None:
    """A hyphen for a space between two words, neither of them a link."""
    at = _seam(rng, entry)
    return None if at is None else _text(_texts(entry)[:at]) + "-" + _text(_texts(entry)[at:])


def joined(rng: Random, entry: Entry, _: int) -> str | None:
    """Two words written as one, in terms in which one edit is allowed."""
    at = _seam(rng, entry)
    if at is None or entry.letters < 8:
        return None
    return _text(_texts(entry)[:at]) + _text(_texts(entry)[at:])


def split(rng: Random, entry: Entry, seed: int) -> str | None:
    """One word written as two that are no words, in terms in which one edit is allowed."""
    words = _texts(entry)
    at = rng.randrange(len(words))
    if entry.letters < 8 or len(words[at]) < 8:
        return None
    place = rng.randrange(3, len(words[at]) - 2)
    parts = words[at][:place], words[at][place:]
    if any(part.lower() in load_words(seed).all for part in parts):
        return None
    words[at] = " ".join(parts)
    return _text(words)


def _seam(rng: Random, entry: Entry) -> int | None:
    seams = [at for at in entry.content if at and entry.words[at - 1].role in ("content", "place", "opposite")]
    return rng.choice(seams) if seams else None


def edit1(rng: Random, entry: Entry, seed: int) -> str | None:
    """One letter more, less or another, or two in the wrong order, in terms of 8 letters and more."""
    return _edited(rng, entry, seed, 1) if entry.letters >= 8 else None


def edit2(rng: Random, entry: Entry, seed: int) -> str | None:
    """Two of these, in one word or in two, in terms of 12 letters and more."""
    return _edited(rng, entry, seed, 2) if entry.letters >= 12 else None


def _edited(rng: Random, entry: Entry, seed: int, edits: int) -> str | None:
    """Edits at random places of words of four letters and more; none may make a word: that would be no typo."""
    known = load_words(seed).all
    for _ in range(_TRIES):
        words = _texts(entry)
        places = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
        if not places:
            return None
        weights = [len(words[at]) for at in places]
        changed = set()
        for _ in range(edits):
            at = rng.choices(places, weights)[0]
            words[at] = _one_edit(rng, words[at])
            changed.add(at)
        if all(words[at].lower() not in known and _is_far(words[at], entry.words[at].text, edits) for at in changed):
            return _text(words)
    return None


def _one_edit(rng: Random, word: str) -> str:
    at = rng.randrange(len(word))
    kind = rng.randrange(4)
    letter = rng.choice(_LETTERS)
    if kind == 0:
        return word[:at] + letter + word[at + 1 :]
    if kind == 1:
        return word[:at] + letter + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _is_far(word: str, listed: str, edits: int) -> bool:
    """Whether it is another word, and not only its plural."""
    lower, was = word.lower(), listed.lower()
    return lower != was and lower not in (was + "s", was + "es", was.removesuffix("s")) and len(word) > 4 - edits


def dropped(rng: Random, entry: Entry, _: int) -> str | None:
    """A word less, neither head nor last, of four and more."""
    return _without(rng, entry) if len(entry.content) > 3 else None


def dropped_of_three(rng: Random, entry: Entry, _: int) -> str | None:
    """A word less of three: what is left is two words, which often name something else."""
    return _without(rng, entry) if len(entry.content) == 3 else None


def _without(rng: Random, entry: Entry) -> str | None:
    places = [at for at in entry.content if entry.words[at].role == "content" and at + 1 < len(entry.words)]
    places = [at for at in places if entry.words[at + 1].role != "link" and entry.words[at - 1].text != "and"]
    if not places:
        return None
    at = rng.choice(places)
    return _text(_texts(entry)[:at] + _texts(entry)[at + 1 :])


def added(rng: Random, entry: Entry, seed: int) -> str | None:
    """A word more, in terms of three and more."""
    return _with(rng, entry, seed) if len(entry.content) > 2 else None


def added_to_two(rng: Random, entry: Entry, seed: int) -> str | None:
    """A word more between two."""
    return _with(rng, entry, seed) if len(entry.content) == 2 == len(entry.words) else None


def _with(rng: Random, entry: Entry, seed: int) -> str | None:
    places = [at for at in entry.content if at and entry.words[at].role in ("content", "head")]
    if not places:
        return None
    at = rng.choice(places)
    word = rng.choice(load_words(seed).adjectives)
    word = word.capitalize() if entry.words[at].text[0].isupper() else word
    return _text([*_texts(entry)[:at], word, *_texts(entry)[at:]])


def reordered(_: Random, entry: Entry, __: int) -> str | None:
    """“Head of A B” for “A B Head” or the other way round; “B and A” for “A and B”."""
    words = _texts(entry)
    roles = [word.role for word in entry.words]
    if "and" in words:
        at = words.index("and")
        if roles[at - 1] == roles[at + 1] == "content":
            words[at - 1], words[at + 1] = words[at + 1], words[at - 1]
            return _text(words)
        return None
    if len(entry.content) < 3 or not words[-1][0].isupper():
        return None
    if "of" in words:
        at = words.index("of")
        return _text([*words[: at - 1], *words[at + 1 :], words[at - 1]])
    if roles[-1] != "head" or any(role != "content" for role in roles[:-1]):
        return None
    return _text([words[-1], "of", *words[:-1]])


def shortened(_: Random, entry: Entry, __: int) -> str | None:
    """The head in its usual abbreviation, with other words before it."""
    words = _texts(entry)
    if words[-1] not in ABBREVIATED or len(words) < 3:
        return None
    return _text([*words[:-1], ABBREVIATED[words[-1]]])


VARIANTS: Mapping[str, Make] = {
    "exact": exact,
    "capitals": capitals,
    "typography": typography,
    "inflected": inflected,
    "hyphen": hyphen,
    "joined": joined,
    "split": split,
    "1 edit": edit1,
    "2 edits": edit2,
    "word dropped": dropped,
    "word added": added,
    "reordered": reordered,
    "shortened": shortened,
}
BEYOND: Mapping[str, Make] = {"word dropped, of three": dropped_of_three, "word added to two": added_to_two}
"""Planted and reported, but no part of the gate: too little is left to tell the concept from another."""
