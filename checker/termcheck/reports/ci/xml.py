"""The little XML that reports need: elements with attributes and text, safe with any text."""

from collections.abc import Iterable, Mapping

from termcheck.reports.terminal import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)


def escaped(text: str) -> str:
    """One line of text for an attribute or an element; what no XML may hold is shown by a picture of it."""
    return visible(text).translate(_ESCAPES)


def element(name: str, attributes: Mapping[str, str | int], children: Iterable[str] = (), *, text: str = "") -> str:
    """An element in a line of its own; ``children`` are elements, which are indented, ``text`` is plain text."""
    head = " ".join([name, *(f'{key}="{escaped(str(value))}"' for key, value in attributes.items())])
    inner = "".join(f"  {line}\n" for child in children for line in child.splitlines())
    if inner:
        return f"<{head}>\n{inner}</{name}>\n"
    return f"<{head}>{escaped(text)}</{name}>\n" if text else f"<{head}/>\n"
