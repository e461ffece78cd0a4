"""Writing paradigms and lists of words down in short, for the modules of all languages."""


def with_endings(stem: str, endings: str) -> list[str]:
    """A stem with each ending of the list, ``-`` for none."""
    return [stem + ("" if ending == "-" else ending) for ending in endings.split()]


def forms(stems: str, endings: str) -> tuple[str, ...]:
    """For each stem of the list the word forms with each ending (``-`` for none), separated by spaces."""
    return tuple(" ".join(with_endings(stem, endings)) for stem in stems.split())
