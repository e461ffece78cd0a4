"""The little XML that reports need: elements with attributes and text, safe with any text."""

from collections.abc import Iterable, Iterator, Mapping

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
    head = _head(name, attributes)
    inner = "".join(map(_indented, children))
    if inner:
        return f"<{head}>\n{inner}</{name}>\n"
    return f"<{head}>{escaped(text)}</{name}>\n" if text else f"<{head}/>\n"


def element_pieces(name: str, attributes: Mapping[str, str | int], children: Iterable[str]) -> Iterator[str]:
    """The same child by child, for an element with more of them than memory should hold."""
    head = _head(name, attributes)
    is_empty = True
    for child in children:
        if is_empty:
            yield f"<{head}>\n"
        is_empty = False
        yield _indented(child)
    yield f"<{head}/>\n" if is_empty else f"</{name}>\n"


def _head(name: str, attributes: Mapping[str, str | int]) -> str:
    return " ".join([name, *(f'{key}="{escaped(str(value))}"' for key, value in attributes.items())])


def _indented(child: str) -> str:
    return "".join(f"  {line}\n" for line in child.splitlines())
