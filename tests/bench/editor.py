"""What a keystroke costs in the language server: the check of the whole text as it is after each one."""

from collections.abc import Sequence
from functools import partial
from random import Random

from msgspec import Struct

from bench.clock import cpu, median
from bench.planting import for_speed
from bench.program import folder
from bench.prose import Article
from bench.terms import csv_of, entries
from termcheck.lsp.checking import Checked, check
from termcheck.lsp.project import Project, Projects

_PATH = "article.md"
_SIZE = 20_000
_WARM_UP = 5


class Keystroke(Struct, frozen=True):
    """CPU seconds from a text to its findings."""

    seconds: float
    """The median."""
    longest: float
    characters: int
    keystrokes: int


def keystroke(prose: Sequence[Article], seed: int, terms: int, count: int) -> Keystroke:
    """So many single letters typed at random places of an article of 20 KB, each checked with so many terms."""
    rng = Random(f"{seed}:keystrokes")
    listed = entries(seed, terms)
    text = ""
    for each in for_speed(prose, listed, 3, seed):
        text += f"{each.text}\n\n"
        if len(text) > _SIZE:
            break
    with folder() as place:
        place.write("terms.csv", csv_of(listed))
        place.write("termcheck.toml", 'lang = "en"\nglossary = ["terms.csv"]\n')
        project = Projects(None, (), print).of(place.path)
        if project is None:
            raise RuntimeError("the project cannot be read")
        checked = check(text, _PATH, project)
        taken = []
        for _ in range(_WARM_UP + count):
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice("aeinst ") + text[at:]
            found: list[Checked | None] = []
            taken.append(cpu(partial(_type, text, project, checked, found)))
            checked = found[0]
    return Keystroke(median(taken[_WARM_UP:]), max(taken[_WARM_UP:]), len(text), count)


def _type(text: str, project: Project, before: Checked | None, found: list[Checked | None]) -> None:
    found.append(check(text, _PATH, project, before))
