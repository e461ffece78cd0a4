"""YAML from outside as nodes with lines: nothing is constructed, no alias is followed further than asked."""

from collections.abc import Iterator
from typing import Any

from termcheck.errors import MissingExtraError, Problem
from termcheck.glossary.native_csv import decode


def compose(data: bytes, file: str) -> Any | Problem:  # noqa: ANN401 - a node of a library without types
    """The top node of a YAML file, None if it is empty, or what is wrong with it.

    Raises MissingExtraError where YAML cannot be read at all.
    """
    text = decode(data, file)
    if isinstance(text, Problem):
        return text
    try:
        import yaml
    except ModuleNotFoundError as error:
        what = "YAML needs the extra “yaml”, which is not installed"
        raise MissingExtraError(Problem(what, file, "install it with: pip install 'termcheck[yaml]'")) from error
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file}:{mark.line + 1}" if mark is not None else file
        what = getattr(error, "problem", None) or "it is nested too deeply"
        return Problem(f"this is not valid YAML: {what}", place, "mend it, or check that it is the right file")


def line_of(node: Any) -> int:  # noqa: ANN401
    """The 1-based line at which a node begins."""
    return int(node.start_mark.line) + 1


def pairs(node: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """The keys and value nodes of a mapping; nothing for any other node."""
    if node is not None and node.id == "mapping":
        for key, value in node.value:
            if key.id == "scalar":
                yield str(key.value), value


def keys(node: Any) -> Iterator[tuple[str, int, Any]]:  # noqa: ANN401
    """The keys of a mapping with the lines on which they stand, and their value nodes."""
    if node is not None and node.id == "mapping":
        for key, value in node.value:
            if key.id == "scalar":
                yield str(key.value), line_of(key), value


def items(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """The nodes of a list; a node that is no list is its only one."""
    if node is None:
        return
    if node.id == "sequence":
        yield from node.value
    else:
        yield node


def text_of(node: Any) -> str:  # noqa: ANN401
    """The text of a scalar; empty for any other node."""
    return str(node.value) if node is not None and node.id == "scalar" else ""
