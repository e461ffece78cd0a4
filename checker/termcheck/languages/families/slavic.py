"""What the modules of the Slavic languages share: writing paradigms and number words down in short."""


def forms(stems: str, endings: str) -> tuple[str, ...]:
    """For each stem of the list the word forms with each ending (``-`` for none), separated by spaces."""
    return tuple(
        " ".join(stem + ("" if ending == "-" else ending) for ending in endings.split()) for stem in stems.split()
    )


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
