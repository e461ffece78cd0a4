"""What words are made of, and what two of them have in common at their ends."""

import unicodedata

LAST_ALPHABET = "\u0530"
"""Behind Latin, Greek and Cyrillic letters: elsewhere a letter that stands twice may belong to an ending."""
LONGEST_WORD = 64
"""A longer token is no word: it is compared as it stands, without a thought of endings, parts or misspellings."""


def is_letters(word: str) -> bool:
    """Whether a word has nothing but letters and the marks on them, as vowels are in the scripts of India."""
    if word.isascii() or word.isalpha():
        return word.isalpha()
    return word[:1].isalpha() and all(char.isalpha() or unicodedata.category(char)[0] == "M" for char in word)


def common_prefix(one: str, other: str) -> int:
    """Number of letters with which both words begin."""
    length = 0
    for letter, another in zip(one, other, strict=False):
        if letter != another:
            break
        length += 1
    return length


def doubles_consonant(one: str, other: str) -> bool:
    """Whether two different words are one but for doubled consonants inside, as no ending makes them."""
    alphabetic = one[:1] < LAST_ALPHABET
    inside = one[-1:] == other[-1:] and one[:-1] != other and other[:-1] != one  # Swedish vit, vitt
    return alphabetic and one != other and inside and _single(one) == _single(other)


def _single(word: str) -> str:
    vowels = "aeiouyäöüõаеиоуыэюя"
    return "".join(
        letter for place, letter in enumerate(word) if letter in vowels or not place or letter != word[place - 1]
    )
