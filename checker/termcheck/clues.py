"""What the corpus says of names whose words alone leave a doubt: names in one slot of several articles.

Each article yields clues of its own: the known names in lists and roles, and the unknown ones there whose words are
like a term's. Brought together, they vouch for each other: where one article has a known name of a concept, and another
one in the same slot a name that is like it, the two are one thing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from termcheck.cache import key_of
from termcheck.check import findings_of
from termcheck.config import Settings
from termcheck.evidence.dossiers import dossier_of, tokens_of
from termcheck.evidence.kinds import Kind
from termcheck.evidence.reading import Reading
from termcheck.evidence.slots import Slot, list_slots, lists_in, roles_in
from termcheck.findings import related_to
from termcheck.matching import TermIndex, renderings_for
from termcheck.matching.mentions import UNLISTED_RENDERING, home_words, looks_for_unlisted
from termcheck.model import (
    ArticleResult,
    CaseFit,
    Clue,
    Finding,
    Mention,
    Method,
    Renderings,
    Role,
    Severity,
    Span,
    Standing,
)
from termcheck.quotations import Quotations
from termcheck.rules.unlisted_rendering import RULE

VOUCHED = 0.9
"""Confidence of a name that its words and its slot both speak for."""
_LEAST = {Kind.LIST: 0.55, Kind.ROLE: 0.34}
"""Score of an alignment from which on a slot may vouch for it; alone it takes more. One person rarely heads two bodies
whose names share half their words; lists of hosts change their members."""
_FEWEST_BESIDE = 2
"""Members that two lists must have in common."""
_MOST_CONCEPTS = 3
"""Of one unknown name."""
_SENTENCE = 240
_DIGEST = 16


def clues_of(result: ArticleResult, index: TermIndex, settings: Settings) -> tuple[Clue, ...]:
    """The clues of a checked article; none where the rule for unlisted renderings is off, or in other languages."""
    article = result.article
    if not article.lang or index.for_language(article.lang).language.code != "en":
        return ()
    if not looks_for_unlisted(article.path, settings):
        return ()
    dossier = dossier_of(result, with_places=False)
    reading = Reading(0, dossier, home_words(index, settings, article.lang), tokens_of(article))
    slots = [slot for members in lists_in(reading) for slot in list_slots(reading, members)]
    slots += roles_in(reading)
    finder = _Finder(result, reading, index, settings)
    return tuple(clue for slot in slots if not slot.needs_kin for clue in finder.clues(slot))


class _Finder:
    """Makes clues of the slots of one article."""

    def __init__(self, result: ArticleResult, reading: Reading, index: TermIndex, settings: Settings) -> None:
        self._article = result.article
        self._winners = [one for one in result.mentions if one.role is Role.WINNER]
        self._reading = reading
        self._index = index
        self._settings = settings
        self._renderings: Renderings = renderings_for(result.article, index)

    def clues(self, slot: Slot) -> Iterator[Clue]:
        filler = slot.filler
        start, end = self._reading.text.starts[filler.first], self._reading.text.ends[filler.last]
        if filler.concept is not None:
            known = next(one for _, _, one in self._reading.known_in(filler.first, filler.last))
            mention = next(one for one in self._winners if one.view_span == known.view_span)
            yield from self._clue(slot, replace(mention, text=filler.text), is_known=True)
        elif filler.is_free and not any(part.view_span.overlaps(Span(start, end)) for part in self._article.parts):
            for mention in self._alike(slot, Span(start, end)):
                yield from self._clue(slot, mention, is_known=False)

    def _clue(self, slot: Slot, mention: Mention, *, is_known: bool) -> Iterator[Clue]:
        unlisted = (replace(mention, method=Method.UNLISTED, role=Role.WINNER, doubtful=False),)
        if is_known:
            found = RULE.find(self._article, unlisted, self._renderings)
        else:
            quotations = Quotations(self._article, unlisted, self._settings)
            found = findings_of(RULE, self._article, unlisted, self._renderings, self._settings, quotations)
        for finding in found:
            yield self._clue_at(slot, mention.concept, finding, is_known=is_known)

    def _clue_at(self, slot: Slot, concept: str, finding: Finding, *, is_known: bool) -> Clue:
        return Clue(
            slot=key_of(self._reading.lang, slot.kind, *slot.key)[:_DIGEST],
            kind=slot.kind,
            beside=tuple(sorted(key_of(sign)[:_DIGEST] for sign in slot.beside)),
            concept=concept,
            is_known=is_known,
            at=finding,
            sentence=self._reading.sentence(slot.filler.first, slot.filler.last)[:_SENTENCE],
        )

    def _alike(self, slot: Slot, span: Span) -> Iterator[Mention]:
        """The unknown name of a slot as a mention of each concept that its words are like, surest first."""
        from termcheck.matching.unlisted import resources_of
        from termcheck.matching.unlisted.alike import names_alike

        reading, filler = self._reading, slot.filler
        words = reading.words[filler.first : filler.last + 1]
        shapes = [reading.shape(at) for at in range(filler.first, filler.last + 1)]
        compiled = self._index.for_language(reading.lang)
        home = home_words(self._index, self._settings, reading.lang)
        index = self._index
        resources = resources_of(compiled, index.glossary, home, index.cache, self._settings.told)
        for alike in names_alike(words, shapes, resources, _LEAST[slot.kind])[:_MOST_CONCEPTS]:
            term = alike.name.pattern.term
            if term in self._renderings.approved.get(term.concept, ()):
                against = f"against “{alike.name.pattern.surface}” ({term.status} for {term.concept})"
                yield Mention(
                    term.concept, term, Standing.APPROVED, self._article.view.to_file(span), span, filler.text,
                    Method.UNLISTED, VOUCHED, CaseFit.SAME, Role.WINNER,
                    f"{alike.alignment.reason}, {against}", lang=reading.lang,
                )  # fmt: skip


def vouched(clues: Iterable[Clue]) -> Iterator[Finding]:
    """The findings that clues of all articles make together; ``clues``: by slot."""
    done: set[tuple[str, int, int]] = set()
    for _, group in groupby(clues, key=lambda clue: clue.slot):
        found = list(group)
        found.sort(key=lambda one: (one.at.file, one.at.start, one.concept))
        known = [clue for clue in found if clue.is_known]
        if len({clue.concept for clue in known}) != 1:
            continue
        for clue in found:
            place = (clue.at.file, clue.at.start, clue.at.end)
            if not clue.is_known and clue.concept == known[0].concept and place not in done:
                anchor = _anchor(clue, known)
                if anchor is not None:
                    done.add(place)
                    yield _finding(clue, anchor)


def _anchor(clue: Clue, known: Sequence[Clue]) -> Clue | None:
    """A known name in the same slot of another article, with enough common neighbours where it is a list."""
    for other in known:
        if other.at.file != clue.at.file and (
            clue.kind != Kind.LIST or len(set(clue.beside) & set(other.beside)) >= _FEWEST_BESIDE
        ):
            return other
    return None


def _finding(clue: Clue, anchor: Clue) -> Finding:
    where = f"{anchor.at.file}:{anchor.at.location or anchor.at.line}"
    reason = (
        f"{clue.at.reason}; and it stands in the {clue.kind} as “{anchor.at.text}”: "
        f"“{clue.sentence}” beside “{anchor.sentence}” ({where})"
    )
    place = related_to(anchor.at)
    return replace(clue.at, reason=reason, related=(place,))


def with_vouched(findings: Iterable[Finding], added: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings with those that the corpus vouches for; these replace the hint of the same name at the same place.

    Where a finding at warning or above stands over the name already, that one stays alone.
    """
    taken = [one for one in findings if one.rule != UNLISTED_RENDERING or one.severity is not Severity.HINT]
    new = [one for one in added if not any(one.start < other.end and other.start < one.end for other in taken)]
    places = {(one.start, one.end) for one in new}
    kept = [
        one for one in findings if one.rule != UNLISTED_RENDERING or (one.start, one.end) not in places or one in taken
    ]
    return (*kept, *new)
