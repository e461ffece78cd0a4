"""What two words have in common at their ends."""


def common_prefix(one: str, other: str) -> int:
    """Number of letters with which both words begin."""
    length = 0
    for letter, another in zip(one, other, strict=False):
        if letter != another:
            break
        length += 1
    return length


def common_suffix(one: str, other: str) -> int:
    """Number of letters with which both words end."""
    return common_prefix(one[::-1], other[::-1])
