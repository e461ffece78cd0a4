"""What two words have in common at their ends."""


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
    return one != other and one[-1:] == other[-1:] and _single(one) == _single(other)


def _single(word: str) -> str:
    vowels = "aeiouyäöüõаеиоуыэюя"
    return "".join(
        letter for place, letter in enumerate(word) if letter in vowels or not place or letter != word[place - 1]
    )


def common_suffix(one: str, other: str) -> int:
    """Number of letters with which both words end."""
    return common_prefix(one[::-1], other[::-1])
