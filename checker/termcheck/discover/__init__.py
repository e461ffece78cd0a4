"""Proposals for the glossary from a whole corpus: ``termcheck discover``.

What is proposed never counts as found: an editor adds a row, or decides against it, and is not asked again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from termcheck.config import Settings
from termcheck.discover.found import Discoveries, Evidence, Group, Proposal
from termcheck.discover.groups import Links, group_names
from termcheck.discover.judging import Judge
from termcheck.discover.parallel import parallel_pairs
from termcheck.discover.words import learnt_words
from termcheck.evidence.kinds import Kind, Quote
from termcheck.evidence.reading import Filler, Reading
from termcheck.evidence.slots import Pair, Short, Slot, appositions_in, brackets_in, list_slots, lists_in, roles_in
from termcheck.model import Dossier, Glossary, Named
from termcheck.verdicts import Verdicts, form_key

__all__ = ["Discoveries", "Evidence", "Group", "Kind", "Proposal", "Quote", "discover"]

MIN_COUNT = 3
"""Times that a name must stand in one article to be proposed as a new concept; in two articles once each is enough."""
_MOST_EVIDENCE = 3
_MOST_KEPT = 20
"""Pieces of evidence of one kind for one form from which the best are chosen."""
_MOST_COMPARED = 20
"""Names of one slot that each other name of it is compared with."""
_FEWEST_ANCHORS = 2
_CONFIDENCE = {
    Kind.BRACKET: 0.7, Kind.PARALLEL: 0.7, Kind.LIST: 0.65, Kind.ROLE: 0.6, Kind.APPOSITION: 0.6,
}  # fmt: skip
_STRANGERS = 0.1
"""Less for names without a word in common."""
_EACH_MORE = 0.1
"""More for each further kind of evidence."""

_Key = tuple[str, str, str]
"""Concept, language tag, form."""


def discover(
    dossiers: Iterable[Dossier],
    glossary: Glossary,
    settings: Settings,
    verdicts: Verdicts,
    min_count: int = MIN_COUNT,
) -> Discoveries:
    """What checked articles show that the glossary does not have; ``dossiers``: by path."""
    judge = Judge(glossary, settings, verdicts)
    readings = _read(dossiers, judge)
    pool = _Pool(readings, judge)
    links = Links()
    slots: defaultdict[tuple[object, ...], list[Slot]] = defaultdict(list)
    pairs: list[Pair] = []
    for reading in readings:
        for found in _looked_up(reading, judge, links):
            if isinstance(found, Slot):
                slots[reading.lang, found.kind, *found.key].append(found)
            else:
                pairs.append(found)
    for one in (*pairs, *parallel_pairs(readings)):
        pool.add_pair(one)
    for bucket in slots.values():
        pool.add_bucket(bucket, links)
    for reading in readings:
        for mention in reading.mentions:
            if mention.reason:
                pool.add_mention(reading, mention)
    renderings = pool.proposals()
    taken = {(one.lang, form_key(one.form)) for one in renderings}
    groups = group_names(readings, judge, links, min_count, {key for _, key in taken})
    return Discoveries(tuple(renderings), tuple(groups), learnt_words(readings))


def _read(dossiers: Iterable[Dossier], judge: Judge) -> list[Reading]:
    strings: dict[str, str] = {}
    readings = []
    for number, one in enumerate(dossiers):
        readings.append(Reading(number, one, judge.home(one.lang or "und")))
        readings[-1].share(strings)
    return readings


def _looked_up(reading: Reading, judge: Judge, links: Links) -> Iterator[Slot | Pair]:
    """The slots and pairs of one article; what stands side by side in a list is noted as different."""
    in_lists: set[int] = set()
    for members in lists_in(reading):
        in_lists.update(member.first for member in members)
        concepts = {member.concept for member in members} - {None}
        for member in members:
            judge.together[member.key].update(one for one in concepts if one is not None)
        links.apart([member.key for member in members])
        yield from list_slots(reading, members)
    yield from roles_in(reading)
    for found in brackets_in(reading, judge.listed):
        if isinstance(found, Short):
            links.abbreviates(found.short, found.filler, reading)
        else:
            yield found
    yield from appositions_in(reading, in_lists)


class _Pool:
    """Collects evidence by form."""

    def __init__(self, readings: Sequence[Reading], judge: Judge) -> None:
        self._readings = readings
        self._judge = judge
        self._places: dict[_Key, set[tuple[int, int]]] = {}
        self._forms: dict[_Key, Counter[str]] = {}
        self._evidence: dict[_Key, list[tuple[float, Evidence]]] = {}
        self._counts: Counter[tuple[_Key, Kind]] = Counter()
        self._first_listed: dict[tuple[str, str], tuple[Reading, int, int]] = {}
        self._by_name: defaultdict[str, list[Filler]] = defaultdict(list)
        for reading in readings:
            for name in reading.names:
                if name.is_free:
                    self._by_name[name.key].append(name)

    def add_pair(self, pair: Pair) -> None:
        """Take what one sentence says of a name."""
        concepts: Iterable[str | None] = self._judge.listed.get(pair.term, ()) if pair.term else (pair.other.concept,)  # type: ignore[union-attr]
        concepts = sorted(filter(None, concepts))
        if len(concepts) == 1:
            self._add(pair.kind, concepts[0], pair.filler, pair.other, pair.why, needs_kin=pair.needs_kin)

    def add_bucket(self, bucket: Sequence[Slot], links: Links) -> None:
        """Take names in one slot: those that are unknown for the one concept that is known there."""
        known = [slot for slot in bucket if slot.filler.concept is not None]
        unknown = [slot for slot in bucket if slot.filler.is_free and slot.filler.length > 1]
        if len({slot.filler.concept for slot in known}) == 1:
            for slot in unknown:
                other = next((one for one in known[:_MOST_COMPARED] if _fits(slot, one)), None)
                if other is not None:
                    self._add(slot.kind, other.filler.concept or "", slot.filler, other.filler, _why(slot, other),
                              needs_kin=slot.needs_kin)  # fmt: skip
        elif not known:
            for slot in unknown:
                other = next((one for one in unknown[:_MOST_COMPARED] if _fits(slot, one)), None)
                if other is not None:
                    reading = self._readings[slot.filler.article]
                    links.join(slot.kind, other.filler, slot.filler, reading, _why(slot, other))

    def add_mention(self, reading: Reading, mention: Named) -> None:
        """Take a mention by the rule for unlisted renderings."""
        filler = reading.filler(*reading.tokens(mention))
        key = self._key(mention.concept, filler)
        if self._judge.allows(mention.concept, reading.lang, filler.text):
            listed = self._listed(mention.concept, reading.lang)
            evidence = Evidence(Kind.RULE, mention.reason, (reading.quote(filler), *listed))
            self._note(key, filler, mention.confidence, evidence)

    def _listed(self, concept: str, lang: str) -> list[Quote]:
        """The first sentence of the corpus that has a listed name of a concept, to compare others with."""
        if not self._first_listed:
            for reading in self._readings:
                for first, last, mention in reading.known:
                    place = (reading, first, last)
                    self._first_listed.setdefault((mention.concept, reading.lang), place)
        if (concept, lang) not in self._first_listed:
            return []
        reading, first, last = self._first_listed[concept, lang]
        return [reading.quote(reading.filler(first, last))]

    def _add(
        self, kind: Kind, concept: str, filler: Filler, other: Filler | None, why: str, *, needs_kin: bool
    ) -> None:
        reading = self._readings[filler.article]
        if reading.guess(filler) not in (None, concept) or not filler.is_free:
            return
        if not self._judge.allows(concept, reading.lang, filler.text):
            return
        is_kin = self._judge.is_kin(concept, reading.lang, filler.text)
        if needs_kin and not is_kin:
            return
        quotes = [reading.quote(filler)]
        if other is not None and (other.article != filler.article or kind not in (Kind.BRACKET, Kind.APPOSITION)):
            quotes.append(self._readings[other.article].quote(other))
        confidence = _CONFIDENCE[kind] - (0 if is_kin else _STRANGERS)
        self._note(self._key(concept, filler), filler, confidence, Evidence(kind, why, tuple(quotes)))

    def _key(self, concept: str, filler: Filler) -> _Key:
        return concept, self._judge.tag(concept, self._readings[filler.article].lang), filler.key

    def _note(self, key: _Key, filler: Filler, confidence: float, evidence: Evidence) -> None:
        if key not in self._places:
            named = [one for one in self._by_name[filler.key] if self._same_language(one, filler)]
            self._places[key] = {(one.article, one.first) for one in named}
            self._forms[key] = Counter(one.text for one in named)
            self._evidence[key] = []
        if (filler.article, filler.first) not in self._places[key]:
            self._places[key].add((filler.article, filler.first))
            self._forms[key][filler.text] += 1
        self._counts[key, evidence.kind] += 1
        if self._counts[key, evidence.kind] <= _MOST_KEPT:
            self._evidence[key].append((confidence, evidence))

    def _same_language(self, one: Filler, other: Filler) -> bool:
        return self._readings[one.article].lang == self._readings[other.article].lang

    def proposals(self) -> list[Proposal]:
        """One for each form, by concept, surest first."""
        found = [self._proposal(key) for key in self._places]
        return sorted(found, key=lambda one: (one.concept, one.lang, -one.confidence, -one.count, one.form))

    def _proposal(self, key: _Key) -> Proposal:
        ranked = sorted(self._evidence[key], key=lambda one: (-one[0], one[1].kind, one[1].quotes))
        kept: list[Evidence] = []
        for _, evidence in ranked:  # of each kind the best first
            if evidence.kind not in {one.kind for one in kept}:
                kept.append(evidence)
        kinds = len(kept)
        kept.extend(evidence for _, evidence in ranked if evidence not in kept)
        forms = self._forms[key]
        articles = Counter(self._readings[article].path for article, _ in self._places[key])
        return Proposal(
            concept=key[0],
            lang=key[1],
            form=min(forms, key=lambda form: (-forms[form], form)),
            count=len(self._places[key]),
            articles=tuple(sorted(articles.items())),
            confidence=round(min(0.95, ranked[0][0] + _EACH_MORE * (kinds - 1)), 2),
            evidence=tuple(kept[:_MOST_EVIDENCE]),
            evidence_count=sum(self._counts[key, kind] for kind in Kind),
        )


def _fits(one: Slot, other: Slot) -> bool:
    """Whether two slots with one key are really the same: another sentence, and in lists enough common members."""
    if one.filler.key == other.filler.key or (one.filler[:2] == other.filler[:2]):
        return False
    if one.kind is not Kind.LIST or one.needs_kin:
        return True
    return len(one.beside & other.beside) >= _FEWEST_ANCHORS


def _why(slot: Slot, other: Slot) -> str:
    if slot.kind is Kind.ROLE:
        return f"where “{other.filler.text}” stands in the same role ({slot.key[1]}) of one person"
    shared = len(slot.beside & other.beside)
    return f"where “{other.filler.text}” stands in a list with {shared} common {'member' if shared == 1 else 'members'}"
