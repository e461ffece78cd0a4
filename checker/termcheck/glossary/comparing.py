"""What differs between two glossaries, concept by concept, and what of one is missing in another form of it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from termcheck.glossary.content import COLUMNS, STATUS_COLUMN, cells_of
from termcheck.model import Concept, Term

_SHOWN = 3
"""Examples of a loss."""


class FieldChange(NamedTuple):
    """A cell that differs; empty where one side has none."""

    field: str
    before: str
    after: str


class TermChange(NamedTuple):
    """A term that both have, with what differs."""

    before: Term
    after: Term
    fields: tuple[FieldChange, ...]


class ConceptChange(NamedTuple):
    """A concept that both have and that differs."""

    id: str
    added: tuple[Term, ...]
    removed: tuple[Term, ...]
    changed: tuple[TermChange, ...]


class Difference(NamedTuple):
    """What differs; empty tuples where nothing does. The order of rows is no difference."""

    added: tuple[Concept, ...]
    removed: tuple[Concept, ...]
    changed: tuple[ConceptChange, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return any(self)


class Loss(NamedTuple):
    """Something that a format could not hold."""

    field: str
    """A column, or ``term`` for terms that are missing as a whole."""
    terms: int
    """Terms that it concerns."""
    examples: tuple[str, ...]


def difference(before: Sequence[Concept], after: Sequence[Concept]) -> Difference:
    """What must be done to the one glossary to get the other, in the order of the first, then of the second."""
    old = {concept.id: concept for concept in before}
    new = {concept.id: concept for concept in after}
    changes = (_concept_change(concept, new[name]) for name, concept in old.items() if name in new)
    return Difference(
        tuple(concept for name, concept in new.items() if name not in old),
        tuple(concept for name, concept in old.items() if name not in new),
        tuple(change for change in changes if change is not None),
    )


def field_changes(before: Term, after: Term) -> tuple[FieldChange, ...]:
    """The cells of two rows that differ, in the order of the columns."""
    old, new = cells_of(before), cells_of(after)
    if old == new:
        return ()
    names = [*COLUMNS, *(name for name in {**old, **new} if name not in COLUMNS)]
    found = (FieldChange(name, old.get(name, ""), new.get(name, "")) for name in names)
    return tuple(change for change in found if change.before != change.after)


def losses(before: Sequence[Term], after: Sequence[Term]) -> tuple[Loss, ...]:
    """What of the terms is not the same in what was read back after they were written in some format."""
    counts: dict[str, int] = defaultdict(int)
    examples: dict[str, list[str]] = defaultdict(list)
    for term, other in _aligned(before, after):
        for change in field_changes(term, other) if other else (FieldChange("term", term.text, ""),):
            if change.field == STATUS_COLUMN and not change.before:
                continue  # it stands there because the status is another one now
            counts[change.field] += 1
            if len(examples[change.field]) < _SHOWN:
                examples[change.field].append(_example(term, change))
    order = {name: place for place, name in enumerate(("term", *COLUMNS))}
    names = sorted(counts, key=lambda name: (order.get(name, len(order)), name))
    return tuple(Loss(name, counts[name], tuple(examples[name])) for name in names)


def _concept_change(before: Concept, after: Concept) -> ConceptChange | None:
    pairs, removed, added = _matched(before.terms, after.terms, lambda term: (term.lang, term.text))
    changes = [TermChange(old, new, fields) for old, new in pairs if (fields := field_changes(old, new))]
    if not (changes or removed or added):
        return None
    return ConceptChange(before.id, tuple(added), tuple(removed), tuple(changes))


def _matched(
    before: Iterable[Term], after: Iterable[Term], key: Callable[[Term], Hashable]
) -> tuple[list[tuple[Term, Term]], list[Term], list[Term]]:
    """Pairs of terms with the same key, those with the same cells first; and what is left on both sides."""
    candidates: dict[Hashable, list[Term]] = defaultdict(list)
    for term in after:
        candidates[key(term)].append(term)
    pairs: list[tuple[Term, Term]] = []
    waiting: list[Term] = []
    for term in before:
        others = candidates.get(key(term), ())
        same = next((other for other in others if not field_changes(term, other)), None)
        if same is None:
            waiting.append(term)
        else:
            candidates[key(term)].remove(same)
            pairs.append((term, same))
    left: list[Term] = []
    for term in waiting:
        others = candidates.get(key(term), ())
        if others:
            pairs.append((term, candidates[key(term)].pop(0)))
        else:
            left.append(term)
    return pairs, left, [term for others in candidates.values() for term in others]


def _aligned(before: Sequence[Term], after: Sequence[Term]) -> list[tuple[Term, Term | None]]:
    """Each term with the one that became of it; by concept and language if they are the same, else without them."""
    keys: Sequence[Callable[[Term], Hashable]] = (
        lambda term: (term.concept, term.lang, term.text),
        lambda term: (term.lang, term.text),
        lambda term: term.text,
    )
    left: list[Term] = list(before)
    others: list[Term] = list(after)
    found: dict[int, Term] = {}
    for key in keys:
        pairs, left, others = _matched(left, others, key)
        found |= {id(old): new for old, new in pairs}
    return [(term, found.get(id(term))) for term in before]


def _example(term: Term, change: FieldChange) -> str:
    about = f"{term.concept} {term.lang} “{term.text}”"
    if change.field == "term":
        return about
    return f"{about}: {_short(change.before)} → {_short(change.after)}"


def _short(cell: str) -> str:
    text = " ".join(cell.split())
    return (text if len(text) <= 40 else f"{text[:39]}…") or "(empty)"
