"""Recurring names that the glossary does not have, and which of them look like one concept."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from termcheck.discover.found import Evidence, Group, Proposal
from termcheck.discover.judging import Judge
from termcheck.evidence import data
from termcheck.evidence.kinds import Kind
from termcheck.evidence.reading import Filler, Reading
from termcheck.languages import language
from termcheck.languages.tokens import tokenize
from termcheck.matching.guards import names_differ

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SHORTEST_NEAR = 5
"""Letters of a word that may be misspelt in one of two names."""
_LONGEST_ID = 60
_MOST_EVIDENCE = 3
_CONFIDENCE = 0.5

_Name = tuple[str, str]
"""Language and key."""


class Links:
    """What the corpus says of unknown names: one thing, or two."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.evidence: dict[tuple[_Name, _Name], Evidence] = {}
        self._shorts: dict[tuple[str, str], list[tuple[Filler, Reading]]] = defaultdict(list)
        self._apart: dict[str, set[int]] = defaultdict(set)
        self._lists = 0

    def abbreviates(self, short: str, filler: Filler, reading: Reading) -> None:
        """An abbreviation is explained by a name."""
        self._shorts[reading.lang, short].append((filler, reading))

    def join(self, kind: Kind, one: Filler, other: Filler, reading: Reading, why: str) -> None:
        """Two names of one language stand in one slot."""
        names = sorted(((reading.lang, one.key), (reading.lang, other.key)))
        self.evidence.setdefault((names[0], names[1]), Evidence(kind, why, (reading.quote(other),)))

    def apart(self, keys: Iterable[str]) -> None:
        """Names stand side by side in one list, and so are several things."""
        self._lists += 1
        for key in keys:
            self._apart[key].add(self._lists)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether two names were met in one list."""
        return not self._apart.get(one, set()).isdisjoint(self._apart.get(other, ()))

    def shared_abbreviations(self) -> Iterator[tuple[_Name, _Name, Evidence]]:
        """Names that explain one abbreviation."""
        for (lang, short), uses in sorted(self._shorts.items()):
            first, origin = uses[0]
            for filler, reading in uses[1:]:
                if filler.key != first.key:
                    quotes = (reading.quote(filler), origin.quote(first))
                    why = f"({short}) stands for both names"
                    yield (lang, first.key), (lang, filler.key), Evidence(Kind.ABBREVIATION, why, quotes)

    def explained(self) -> Iterator[tuple[Filler, Reading]]:
        """Names that explain an abbreviation: they count even where they are parts of longer ones."""
        for uses in self._shorts.values():
            yield from uses


def group_names(
    readings: Sequence[Reading], judge: Judge, links: Links, min_count: int, taken: Collection[str]
) -> list[Group]:
    """Groups of names of two words or more that no listed term is; ``taken`` are keys proposed for known concepts.

    A name counts from ``min_count`` times on, or in two articles; a group, if all its names together do.
    """
    uses = _uses(readings, links, judge, taken)
    groups = _Union(uses)
    evidence: dict[_Name, list[Evidence]] = defaultdict(list)
    for one, other, why in (
        *links.shared_abbreviations(),
        *((a, b, why) for (a, b), why in sorted(links.evidence.items(), key=lambda item: item[0])),
        *_nearly_same(uses, judge, readings),
    ):
        if one in uses and other in uses and _can_be_one(one, other, judge, links):
            groups.join(one, other)
            evidence[other].append(why)
            evidence[one].append(why)
    found = []
    for names in groups.all():
        places = [place for name in names for place in uses[name]]
        if len(places) >= min_count or len({filler.article for filler in places}) > 1:
            found.append((len(places), names))
    found.sort(key=lambda one: (-one[0], one[1]))
    ids = dict.fromkeys(judge.terms, 1)
    return [_group(names, uses, evidence, readings, ids) for _, names in found]


def _uses(readings: Sequence[Reading], links: Links, judge: Judge, taken: Collection[str]) -> dict[_Name, list[Filler]]:
    """Every name that may be proposed, with its places; a sentence's first word counts only where it must."""
    sure: dict[_Name, list[Filler]] = defaultdict(list)
    opening: list[tuple[_Name, Filler]] = []
    for reading in readings:
        for whole in reading.names:
            name = _without_year(reading, whole)
            is_new = name.is_free and not _is_guessed(reading, name)
            if is_new and _is_name(reading, name) and reading.in_prose(name):
                if reading.opens(name.first) and name.first == whole.first:
                    opening.append(((reading.lang, name.key), name))
                else:
                    sure[reading.lang, name.key].append(name)
    for filler, reading in links.explained():
        if filler.is_free and all(one[:3] != filler[:3] for one in sure[reading.lang, filler.key]):
            sure[reading.lang, filler.key].append(filler)
    for opener, filler in opening:
        if opener in sure:
            sure[opener].append(filler)
    return {
        name: sorted(places)
        for name, places in sorted(sure.items())
        if places and name[1] not in judge.listed and name[1] not in taken and not judge.is_settled(name[1])
    }


def _is_guessed(reading: Reading, name: Filler) -> bool:
    """Whether its first words, or all, seem to be another name of a known concept."""
    firsts = range(max(0, name.first - 3), name.first + 1)
    return any(first in reading.guessed and reading.guessed[first][0] >= name.first for first in firsts)


def _without_year(reading: Reading, name: Filler) -> Filler:
    first, last = name.first, name.last
    while first < last and (_YEAR.match(reading.words[first]) or reading.words[first] in data.DATES):
        first += 1
    return name if first == name.first else reading.filler(first, last)


def _is_name(reading: Reading, name: Filler) -> bool:
    """Whether it has two words with capitals, a space between, and is no date or place alone."""
    words = [
        reading.words[at]
        for at in range(name.first, name.last + 1)
        if reading.shape(at)[:1].isupper() and len(reading.words[at]) > 1 and reading.words[at] not in data.DATES
    ]
    places = [reading.language.is_place(word) or word in data.COMPASS for word in words]
    return len(words) > 1 and " " in name.text and not (all(places) and reading.language.is_place(words[-1]))


def _can_be_one(one: _Name, other: _Name, judge: Judge, links: Links) -> bool:
    if one == other or one[0] != other[0] or links.are_apart(one[1], other[1]):
        return False
    words, others = tokenize(one[1]).words, tokenize(other[1]).words
    return not names_differ(language(one[0]), words, others, judge.home(one[0]))


def _nearly_same(
    uses: dict[_Name, list[Filler]], judge: Judge, readings: Sequence[Reading]
) -> Iterator[tuple[_Name, _Name, Evidence]]:
    """Names of the same words in another order, number or with a link more or less; or with one word misspelt."""
    same: dict[tuple[str, ...], _Name] = {}
    close: dict[tuple[str, ...], list[tuple[str, _Name]]] = defaultdict(list)
    for name, places in uses.items():
        lang, key = name
        knowledge, home = language(lang), judge.home(lang)
        words = sorted(
            min(knowledge.term_inflections(word, verb=False), key=lambda one: (len(one), one), default=word)
            for word in tokenize(key).words
            if word not in knowledge.function_words and word not in home
        )
        quote = (readings[places[0].article].quote(places[0]),)
        first = same.setdefault((lang, *words), name)
        if first != name:
            yield first, name, Evidence(Kind.SPELLING, f"has the words of “{first[1]}”", quote)
        for at, word in enumerate(words if len(words) > 1 else ()):
            bucket = close[lang, *words[:at], "*", *words[at + 1 :]]
            for other, origin in bucket[:8]:
                if _is_typo(word, other, name):
                    yield origin, name, Evidence(Kind.SPELLING, f"differs from “{origin[1]}” in letters only", quote)
            bucket.append((word, name))


def _is_typo(word: str, other: str, name: _Name) -> bool:
    if word == other or min(len(word), len(other)) < _SHORTEST_NEAR:
        return False
    from rapidfuzz.distance import OSA

    knowledge = language(name[0])
    both_words = knowledge.is_word(word) and knowledge.is_word(other)
    return not both_words and OSA.distance(word, other) <= 1


def _group(
    names: Sequence[_Name],
    uses: dict[_Name, list[Filler]],
    evidence: dict[_Name, list[Evidence]],
    readings: Sequence[Reading],
    ids: dict[str, int],
) -> Group:
    ordered = sorted(names, key=lambda name: (-len(uses[name]), name))
    forms = [_form(name, uses[name], evidence[name], readings) for name in ordered]
    slug = _slug(forms[0].form)
    ids[slug] = ids.get(slug, 0) + 1
    concept = slug if ids[slug] == 1 else f"{slug}-{ids[slug]}"
    lang = ordered[0][0]
    from msgspec.structs import replace

    return Group(concept, lang, tuple(replace(form, concept=concept) for form in forms))


def _form(name: _Name, places: Sequence[Filler], reasons: Sequence[Evidence], readings: Sequence[Reading]) -> Proposal:
    texts = Counter(place.text for place in places)
    articles = Counter(readings[place.article].path for place in places)
    if not reasons:
        first = places[0]
        apart = next((place for place in places if place.article != first.article), None)
        quotes = [readings[first.article].quote(first)]
        quotes.extend(readings[place.article].quote(place) for place in (apart,) if place is not None)
        reasons = [Evidence(Kind.RECURRING, "recurs and is no form of any listed term", tuple(quotes))]
    return Proposal(
        concept="",
        lang=name[0],
        form=min(texts, key=lambda text: (-texts[text], text)),
        count=len(places),
        articles=tuple(sorted(articles.items())),
        confidence=_CONFIDENCE,
        evidence=tuple(reasons[:_MOST_EVIDENCE]),
        evidence_count=len(reasons),
    )


def _slug(text: str) -> str:
    """An id made of a name: lower case, hyphens for what is neither letter nor digit."""
    plain = unicodedata.normalize("NFKC", text).lower()
    words = re.findall(r"\w+", plain.replace("'s", "s").replace("’s", "s"))
    return "-".join(words)[:_LONGEST_ID].strip("-") or "name"


class _Union:
    """Names joined into groups."""

    def __init__(self, names: Iterable[_Name]) -> None:
        self._parent = {name: name for name in names}

    def join(self, one: _Name, other: _Name) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def all(self) -> list[list[_Name]]:
        """Every group, its names sorted."""
        groups: dict[_Name, list[_Name]] = defaultdict(list)
        for name in sorted(self._parent):
            groups[self._root(name)].append(name)
        return list(groups.values())

    def _root(self, name: _Name) -> _Name:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name
