"""Reads files that termcheck keeps beside the configuration: they need not exist, and are never read without bound."""

from pathlib import Path

from termcheck.errors import Problem


def read_own(file: Path, name: str, what: str, most: int) -> bytes | Problem:
    """The bytes of a file, none where there is no file, or what is wrong with it.

    ``name`` is how problems show the file, ``what`` what they call it ("the decisions"), ``most`` the bytes that it may
    have.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return Problem(f"{what} cannot be read: {reason}", name, "check the path and its rights")
    if len(data) > most:
        verb = "are" if what.endswith("s") else "is"
        return Problem(f"{what} {verb} larger than {most >> 20} MB", name, "check that it is the right file")
    return data
