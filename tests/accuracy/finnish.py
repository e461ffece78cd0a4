"""Finnish word forms: the Voikko dictionary, a transducer from forms to analyses, read from end to end.

Voikko's dictionary has no list of words and no affixes. Its transducer is walked from its start along nouns and
adjectives, without compounds, clitics and possessives of the first and second person; each path that ends is a form,
and what it says on the way gives the dictionary form.
"""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

_HEADER = 16
_CELL = 8
_MANY = 255
_NONE = 0xFFFF
_CLASSES = {"[Ln]": False, "[Ll]": True}
_INFLECTION = {f"[{tag}]" for tag in "Sn Sg Sp Sin Sela Sill Sade Sabl Sall Ses Str Ny Nm O3 X Xp".split()}


class Transducer:
    """The dictionary file: its symbols and, for a state, the transitions that leave it."""

    def __init__(self, file: Path) -> None:
        """Read the file as a whole."""
        self.data = file.read_bytes()
        count = struct.unpack_from("<H", self.data, _HEADER)[0]
        names = self.data[_HEADER + 2 :].split(b"\0", count)
        self.symbols = [name.decode() for name in names[:count]]
        length = _HEADER + 2 + sum(len(name) + 1 for name in names[:count])
        self.start = -(-length // _CELL) * _CELL

    def leave(self, state: int) -> Iterator[tuple[str | None, str, int]]:
        """What each transition reads (None where a word may end) and writes, and the state after it."""
        more = self.data[self.start + _CELL * state + 7]
        if more == _MANY:
            more = struct.unpack_from("<I", self.data, self.start + _CELL * (state + 1))[0] + 1
        for place in range(state, state + more + 1):
            if not (more >= _MANY and place == state + 1):
                read, written, target = struct.unpack_from("<HHI", self.data, self.start + _CELL * place)
                if read == _NONE:
                    yield None, "", 0
                else:
                    yield self.symbols[read], self.symbols[written], target & 0xFFFFFF


def read_forms(file: Path, accept: Callable[[str], bool]) -> Iterator[tuple[str, bool, str]]:
    """Dictionary form, whether it is an adjective, and a form, for every word that ``accept`` takes."""
    transducer = Transducer(file)
    stack: list[tuple[int, str, str, dict[str, str]]] = [(0, "", "", {})]
    while stack:
        state, form, said, flags = stack.pop()
        for read, written, target in transducer.leave(state):
            if read is None:
                yield from _conclude(form, said)
            elif read.startswith("@"):
                changed = _obey(read, flags)
                if changed is not None:
                    stack.append((target, form, said, changed))
            elif _goes_on(said, written, accept):
                stack.append((target, form + read, said + written, flags))


def _goes_on(said: str, written: str, accept: Callable[[str], bool]) -> bool:
    if not said:
        return not written or written in _CLASSES
    if not written.startswith("["):
        return written != "-"
    if written == "[X]" and "[Xp]" in said:
        return accept(said.partition("[Xp]")[2])
    return written in _INFLECTION


def _obey(flag: str, flags: dict[str, str]) -> dict[str, str] | None:
    """The flags after a flag diacritic, None where it forbids to go on."""
    name, _, value = flag[3:-1].partition(".")
    held = flags.get(name)
    if flag[1] == "P":
        return {**flags, name: value}
    if flag[1] == "C":
        return {key: flags[key] for key in flags if key != name}
    if flag[1] == "U":
        return {**flags, name: value} if held in {None, value} else None
    matches = held is not None and value in {"", held}
    return flags if matches == (flag[1] == "R") else None


def _conclude(form: str, said: str) -> Iterator[tuple[str, bool, str]]:
    if "[Xp]" in said and said[:4] in _CLASSES and ("[Ny]" in said or "[Nm]" in said):
        base = said.partition("[Xp]")[2].partition("[X]")[0]
        yield base, _CLASSES[said[:4]], form
