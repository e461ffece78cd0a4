"""What the modules of the Slavic languages share: paradigms of single words and of softened stems."""

from termcheck.languages.families.paradigms import forms


def whole(stems: str, endings: str) -> tuple[str, ...]:
    """Paradigms of single words that are too short for, or differ from, those of all others."""
    return tuple(f"0+ {one}" for one in forms(stems, endings))


def softened(pairs: str, endings: str, *, rest: str = "") -> tuple[str, ...]:
    """A paradigm for each pair ``ń:ni``: the first at the end of the word, the second before every ending.

    ``rest``: endings before which the first stays as well (końmi). Two letters before them make a stem (síť, daň).
    """
    return tuple(
        " ".join(("2+", final, *forms(before, endings), *forms(final, rest)))
        for final, before in (pair.split(":") for pair in pairs.split())
    )
