"""What languages without spaces between words have in common: terms are compared character by character."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from termcheck.languages.generic import Generic
from termcheck.lazy import Pattern

_HYPHEN = Pattern("(?<=[A-Za-z])-(?=[0-9])")
_ONES = "[一二三四五六七八九]"
_ORDINAL = Pattern(f"第([0-9]{{1,2}}|{_ONES}?十{_ONES}?|{_ONES}{{1,3}})(?![0-9一二三四五六七八九十百])")
_NUMERALS = "〇一二三四五六七八九"
_MOST_SPELLINGS = 24
"""Of one term, itself among them: rules upon rules make thousands of a long one."""


class Spaceless(Generic):
    """Word knowledge of a language that writes without spaces."""

    def spellings(self, surface: str) -> Sequence[str]:
        """Covid19 for Covid-19, and what the language adds, one upon the other."""
        found = {surface: None}
        for rule in self.spelling_rules():
            for spelling in chain.from_iterable(map(rule, [*found])):
                if len(found) == _MOST_SPELLINGS:
                    break
                found[spelling] = None
        return [*found][1:]

    def spelling_rules(self) -> Iterable[Callable[[str], Iterator[str]]]:
        """What gives other spellings of a term, itself perhaps among them."""
        return (_without_hyphen, ordinal_spellings)

    def excludes(self, word: str, other: str) -> bool:
        """Whether one has a member of a listed set where the other has another one; characters or whole terms."""
        return any(_exchanges(word, other, members) for members in self._exclusive)

    @cached_property
    def _exclusive(self) -> list[list[str]]:
        return [members.split() for members in self.facts.opposites]


def _exchanges(word: str, other: str, members: Iterable[str]) -> bool:
    more = [word.count(member) - other.count(member) for member in members]
    return min(more) < 0 < max(more)


def _without_hyphen(surface: str) -> Iterator[str]:
    yield _HYPHEN.sub("", surface)


def ordinal_spellings(surface: str) -> Iterator[str]:
    """第14届 for 第十四届, and the other way round."""
    match = _ORDINAL.search(surface)
    if match is None:
        return
    number = match[1]
    spelt = _in_kanji(int(number)) if number.isascii() else _in_digits(number)
    yield surface[: match.start(1)] + spelt + surface[match.end(1) :]


def _in_kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        (_NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (_NUMERALS[ones] if ones or not tens else "")
    )


def _in_digits(kanji: str) -> str:
    if "十" not in kanji:
        return "".join(str(_NUMERALS.index(char)) for char in kanji)
    tens, _, ones = kanji.partition("十")
    return str((_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0))
