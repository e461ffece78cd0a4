"""Places in a sentence that say what stands there: lists, roles of persons, brackets, appositions."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from termcheck.evidence import data
from termcheck.evidence.kinds import Kind
from termcheck.evidence.reading import Filler, Reading
from termcheck.lazy import Pattern
from termcheck.matching.brackets import QUOTES, SPACES, bracket_after, is_abbreviation, spells

START, END = "^", "$"
_LONGEST_LIST = 24
_COMMAS = frozenset(",，、;；")
_APPOSITION = Pattern(
    r"(?P<cue>,? (?:" + "|".join(alias.replace(".", r"\.").replace(" ", r"\s") for alias in data.ALIASES) + r")|,)"
    r"\s(?:the\s)?\Z"
)


class Slot(Struct, frozen=True):
    """A name in a slot; names in slots with the same key may be one thing."""

    kind: Kind
    key: tuple[str, ...]
    filler: Filler
    beside: frozenset[str] = frozenset()
    """What the other members of the list are."""
    needs_kin: bool = False
    """Whether the slot can hold several things, so that names must also have a word in common."""


class Pair(Struct, frozen=True):
    """A name of which one sentence says that it is another one, or a term."""

    kind: Kind
    filler: Filler
    other: Filler | None
    term: str
    """Key of a listed form that it is said to be, empty where ``other`` tells."""
    why: str
    needs_kin: bool = False


class Short(Struct, frozen=True):
    """An abbreviation that is explained by a name."""

    short: str
    filler: Filler


def lists_in(reading: Reading) -> Iterator[list[Filler]]:
    """Every coordination of names: A, B and C."""
    members: list[Filler] = []
    joined = False
    for name in reading.names:
        step = _step(reading, members[-1].last if members else None, name.first)
        if step is None or len(members) >= _LONGEST_LIST:
            if len(members) > 1 and (joined or _goes_on(reading, members[-1])):
                yield members
            members, joined = [], False
        elif step == "and":
            joined = True
        members.append(name)
        if step == "and" and len(members) > 1 and not _goes_on(reading, name):
            yield members
            members, joined = [name], False
    if len(members) > 1 and (joined or _goes_on(reading, members[-1])):
        yield members


def _goes_on(reading: Reading, name: Filler) -> bool:
    following = name.last + 1
    return following < len(reading.words) and reading.words[following] in data.CONJUNCTIONS


def _step(reading: Reading, last: int | None, first: int) -> str | None:
    """What stands between two members: a comma, a conjunction, or something else (None)."""
    if last is None:
        return None
    between = range(last + 1, first)
    words = [reading.words[at] for at in between if reading.words[at] not in reading.language.articles]
    gaps = {gap for at in range(last + 1, first + 1) if (gap := reading.gaps[at]) not in ("", " ")}
    if len(words) > 1 or gaps - _COMMAS:
        return None
    if words:
        return "and" if words[0] in data.CONJUNCTIONS else None
    return "," if gaps else None


def list_slots(reading: Reading, members: Sequence[Filler]) -> Iterator[Slot]:
    """The slots of one list: what stands between the same neighbours after the same word."""
    signs = [sign(reading, member) for member in members]
    at = members[0].first - 1
    while at >= 0 and reading.words[at] in reading.language.articles:
        at -= 1
    lead = reading.words[at] if at >= 0 and not reading.opens(members[0].first) else ""
    for place, member in enumerate(members):
        before = signs[place - 1] if place else f"{START}{lead}"
        after = signs[place + 1] if place + 1 < len(signs) else END
        if not (place == 0 and not lead):
            beside = frozenset(signs[:place] + signs[place + 1 :])
            yield Slot(Kind.LIST, (before, after), member, beside, needs_kin=len(members) < 3)


def sign(reading: Reading, filler: Filler) -> str:
    """What a member of a list is recognised by: its concept, else its words with places and levels masked."""
    if filler.concept is not None:
        return f"={filler.concept}"
    knowledge = reading.language
    words = reading.words[filler.first : filler.last + 1]
    return " ".join("*" if knowledge.is_place(word) or knowledge.level(word) else word for word in words)


def roles_in(reading: Reading) -> Iterator[Slot]:
    """Names after "PERSON, head of the ..." and "... and director of the ..."."""
    roles = [at for at, word in enumerate(reading.words) if word in data.ROLES]
    if not roles:
        return
    by_first = {name.first: name for name in reading.names}
    by_last = {name.last: name for name in reading.names}
    person, seen = "", 0
    for at in roles:
        word = reading.words[at]
        if person and any(reading.opens(one) for one in range(seen + 1, at + 1)):
            person = ""
        seen = at
        first = _role_start(reading, at)
        if reading.gaps[first] in _COMMAS and (named := by_last.get(first - 1)) is not None:
            person = named.key if named.length > 1 else ""
        elif reading.words[first - 1] not in data.CONJUNCTIONS and reading.words[first - 1] not in data.ROLES:
            person = ""
        found = _after_of(reading, at, by_first)
        if person and found is not None and not _runs_on(reading, found):
            role = " ".join(w for w in reading.words[first : at + 1] if w not in reading.language.articles)
            yield Slot(Kind.ROLE, (person, role), found, needs_kin=word in data.SHARED_ROLES)


def _runs_on(reading: Reading, name: Filler) -> bool:
    """Whether an unknown name may be the first part of a longer one: Sea Rescue and Salvage Office."""
    at = name.last + 1
    following = at + 1 < len(reading.words) and reading.words[at] in data.CONJUNCTIONS
    return name.concept is None and following and reading.shape(at + 1)[:1].isupper()


def is_person(reading: Reading, last: int) -> bool:
    """Whether a name that ends with a token is followed by a comma and a role, as persons are."""
    at = last + 1
    if at >= len(reading.words) or reading.gaps[at] not in _COMMAS:
        return False
    allowed = data.ROLE_WORDS | reading.language.articles
    while at + 1 < len(reading.words) and reading.words[at] in allowed and reading.words[at] not in data.ROLES:
        at += 1
    return reading.words[at] in data.ROLES


def _role_start(reading: Reading, at: int) -> int:
    first = at
    allowed = data.ROLE_WORDS | reading.language.articles
    while first > 0 and reading.gaps[first] == " " and reading.words[first - 1] in allowed:
        first -= 1
    return first


def _after_of(reading: Reading, at: int, by_first: dict[int, Filler]) -> Filler | None:
    """The name that follows "of", perhaps after an article."""
    at += 1
    if at >= len(reading.words) or reading.words[at] not in {"of", "for", "at"}:
        return None
    for first in (at + 1, at + 2):
        if first in by_first and all(word in reading.language.articles for word in reading.words[at + 1 : first]):
            return by_first[first]
    return None


def brackets_in(reading: Reading, listed: dict[str, set[str]]) -> Iterator[Pair | Short]:
    """Names that a bracket explains: Y (中央网信办), Y (CAC), X (Y)."""
    view = reading.text.view
    by_first = {reading.text.starts[name.first]: name for name in reading.names}
    for name in reading.names:
        bracket = bracket_after(view, reading.text.ends[name.last])
        if bracket is None:
            continue
        inside, key = _inside(bracket.text)
        short = inside if is_abbreviation(inside) else ""
        if short:
            explained = _explained(reading, name, short)
            if explained is not None and explained.is_free:
                yield Short(short, explained)
                if key in listed:
                    yield Pair(Kind.BRACKET, explained, None, key, f"stands before ({short})", needs_kin=True)
        elif key in listed:
            if name.is_free:
                yield Pair(Kind.BRACKET, name, None, key, f"stands before ({inside})")
        elif name.concept is not None:
            start = bracket.start + bracket.text.find(inside)
            other = by_first.get(start) or by_first.get(start + 4)
            if other is not None and reading.text.ends[other.last] == start + len(inside) and other.is_free:
                yield Pair(Kind.BRACKET, other, name, "", f"stands in the bracket after “{name.text}”", needs_kin=True)


def _inside(text: str) -> tuple[str, str]:
    from termcheck.verdicts import form_key

    text = text.strip(QUOTES + SPACES)
    for alias in ("hereinafter", "hereafter", "short for", *data.ALIASES):
        text = text.removeprefix(f"{alias} ").strip(QUOTES + SPACES)
    text = text.removeprefix("the ").strip(QUOTES + SPACES)
    return text, form_key(text)


def _explained(reading: Reading, name: Filler, short: str) -> Filler | None:
    """The part of a name that an abbreviation stands for."""
    wanted = short.casefold()
    for first in range(name.first, name.last):
        if not reading.shape(first)[:1].isupper():
            continue
        shapes = [reading.shape(at) for at in range(first, name.last + 1)]
        initials = "".join(shape[0] for shape in shapes if shape[0].isupper()).casefold()
        if initials == wanted or (first == name.first and sorted(initials) == sorted(wanted)):
            return reading.filler(first, name.last)
    start = reading.text.starts[name.first]
    at = spells(reading.text.view[start : reading.text.ends[name.last]], short)
    return reading.filler(name.first, name.last) if at == 0 and name.length > 1 else None


def appositions_in(reading: Reading, in_lists: set[int]) -> Iterator[Pair]:
    """Names beside a known one: X, also known as Y, ...; X, the Y, ..."""
    names = reading.names
    for name, other in pairwise(names):
        between = reading.text.view[reading.text.ends[name.last] : reading.text.starts[other.first]]
        if len(between) > 30 or (name.concept is None) == (other.concept is None):
            continue
        match = _APPOSITION.search(" " + between if not between.startswith((",", " ")) else between)
        if match is None or match.start() != 0:
            continue
        known, free = (name, other) if name.concept else (other, name)
        cue = match["cue"].strip(" ,")
        closed = other.last + 1 >= len(reading.gaps) or reading.gaps[other.last + 1] not in ("", " ")
        if not free.is_free or free.length < 2 or {name.first, other.first} & in_lists:
            continue
        if not closed or (not cue and "the" not in between.split()):
            continue
        why = f"stands beside “{known.text}” with “{cue}”" if cue else f"is put beside “{known.text}” between commas"
        yield Pair(Kind.APPOSITION, free, known, "", why, needs_kin=not cue or cue == "or")
