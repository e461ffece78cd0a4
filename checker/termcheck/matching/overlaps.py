"""Overlaps: which of all candidates are mentions, and in which role."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from termcheck.matching.candidates import Candidate
from termcheck.model import Method, Role, Standing

_STANDING_ORDER = {Standing.APPROVED: 0, Standing.WRONG: 1, Standing.DOUBTFUL: 1, Standing.PROPOSED: 2}
_METHOD_ORDER = {Method.NEAR: 0, Method.ALTERED: 1, Method.UNLISTED: 2}
_FEW_CHARACTERS = 2


class Resolved(Struct, frozen=True, gc=False):
    """A candidate that is a mention."""

    candidate: Candidate
    role: Role
    related: tuple[Candidate, ...] = ()


def resolve(candidates: Iterable[Candidate]) -> list[Resolved]:
    """The mentions among the candidates of one article, by start, then longer first.

    Listed forms come first: the longer wins, then the one nearest to the text as it stands, then approved before wrong,
    then the concept's id; of two that cross, the longer, then the earlier. Forms that are not listed take what is left.
    """
    return [one for cluster in _clusters(candidates) for one in _resolve(cluster)]


def _clusters(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates in order, those together that overlap each other: no other one has a say in what they are."""
    cluster: list[Candidate] = []
    end = 0
    for one in sorted(candidates, key=lambda one: one.start):
        if cluster and one.start >= end:
            yield cluster
            cluster = []
        end = max(end, one.end) if cluster else one.end
        cluster.append(one)
    if cluster:
        yield cluster


def _resolve(candidates: Sequence[Candidate]) -> list[Resolved]:
    """The mentions among candidates, by start, then longer first."""
    if len(candidates) == 1:
        return [Resolved(candidates[0], Role.WINNER)]
    listed = [one for one in candidates if one.method.is_listed and one.standing is not Standing.PROPOSED]
    proposed = [one for one in candidates if one.method.is_listed and one.standing is Standing.PROPOSED]
    winners, resolved = _resolve_listed(listed)
    for candidate in sorted(proposed, key=_listed_order):
        _settle(candidate, winners, resolved)
    loose = [one for one in candidates if not one.method.is_listed]
    resolved += _resolve_loose(loose, winners)
    return sorted(
        resolved,
        key=lambda one: (one.candidate.start, -one.candidate.end, _role_order(one), one.candidate.pattern.term.concept),
    )


def _role_order(one: Resolved) -> int:
    return 0 if one.role is Role.WINNER else 1


def _listed_order(one: Candidate) -> tuple[int, int, int, int, str]:
    return (-one.length, one.rank, _STANDING_ORDER[one.standing], one.start, one.pattern.term.concept)


class _Winners:
    """Stretches that are taken; they never overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._by_start: dict[int, Candidate] = {}
        self._inside: set[tuple[int, int, str]] = set()

    def add(self, candidate: Candidate) -> None:
        insort(self._starts, candidate.start)
        self._by_start[candidate.start] = candidate

    def is_new(self, candidate: Candidate) -> bool:
        """Whether no mention of the candidate's concept was seen at its stretch before; from now on one was."""
        key = (candidate.start, candidate.end, candidate.pattern.term.concept)
        new = key not in self._inside
        self._inside.add(key)
        return new

    def overlapping(self, start: int, end: int) -> list[Candidate]:
        """The winners that share a code point with a stretch, in order."""
        first = max(0, bisect_left(self._starts, start) - 1)
        found = []
        for at in range(first, len(self._starts)):
            winner = self._by_start[self._starts[at]]
            if winner.start >= end:
                break
            if winner.end > start:
                found.append(winner)
        return found


def _resolve_listed(listed: Sequence[Candidate]) -> tuple[_Winners, list[Resolved]]:
    winners = _Winners()
    resolved: list[Resolved] = []
    for candidate in sorted(listed, key=_listed_order):
        _settle(candidate, winners, resolved)
    return winners, resolved


def _settle(candidate: Candidate, winners: _Winners, resolved: list[Resolved]) -> None:
    """Give a listed candidate its role beside the winners so far; one that crosses them or repeats one is dropped."""
    over = winners.overlapping(candidate.start, candidate.end)
    if not over:
        if candidate.standing is not Standing.PROPOSED:
            winners.add(candidate)
        resolved.append(Resolved(candidate, Role.WINNER))
        return
    winner = over[0]
    inside = winner.start <= candidate.start and candidate.end <= winner.end
    if not inside or winner.pattern.term.concept == candidate.pattern.term.concept:
        return
    role = Role.RIVAL if _is_rival(candidate, winner) else Role.NESTED
    if winners.is_new(candidate):
        resolved.append(Resolved(candidate, role))


def _is_rival(candidate: Candidate, winner: Candidate) -> bool:
    """Whether one form is wrong for one concept and approved for another at the very same span."""
    return (
        (candidate.start, candidate.end) == (winner.start, winner.end)
        and candidate.standing in {Standing.WRONG, Standing.DOUBTFUL}
        and winner.standing is Standing.APPROVED
        and candidate.rank == winner.rank
    )


def _in_turn(loose: Sequence[Candidate]) -> list[Candidate]:
    """The forms that are not listed, first come first served.

    A misspelt term comes before those inside it: these leave words unexplained that look like its own.
    """
    ordered = sorted(loose, key=_loose_order)
    outer = [one for one in ordered if one.method is Method.NEAR and not one.doubtful]
    inner = [one for one in outer if any(_encloses(other, one) for other in outer)]
    return sorted(ordered, key=lambda one: (_METHOD_ORDER[one.method], one in inner)) if inner else ordered


def _encloses(outer: Candidate, inner: Candidate) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.length > inner.length


def _loose_order(one: Candidate) -> tuple[int, float, int, int, str, int]:
    wrong_last = 0 if one.standing is Standing.APPROVED else 1
    return (_METHOD_ORDER[one.method], -one.confidence, -one.length, one.start, one.pattern.term.concept, wrong_last)


def _resolve_loose(loose: Sequence[Candidate], listed: _Winners) -> list[Resolved]:
    """Forms that are not listed, where no listed winner stands over or across them."""
    taken = _Winners()
    resolved = []
    explained: list[Candidate] = []
    """Right names with words added."""
    for candidate in _in_turn(loose):
        inner = listed.overlapping(candidate.start, candidate.end)
        if not all(candidate.start <= one.start and one.end <= candidate.end for one in inner):
            continue
        if any(one.length == candidate.length for one in inner):
            continue
        if any(_only_adds(candidate, one) for one in inner):
            explained.append(candidate)
            continue
        if taken.overlapping(candidate.start, candidate.end) or _is_explained(candidate, explained):
            continue
        taken.add(candidate)
        wrong = tuple(one for one in inner if one.standing in {Standing.WRONG, Standing.DOUBTFUL})
        resolved.append(Resolved(candidate, Role.WINNER, wrong))
    return resolved


def _is_explained(candidate: Candidate, explained: Iterable[Candidate]) -> bool:
    """Whether other words for one concept are but a right name of another, with words added or exchanged."""
    return candidate.method is Method.UNLISTED and any(
        one.method is not Method.UNLISTED
        and one.pattern.term.concept != candidate.pattern.term.concept
        and one.start <= candidate.start
        and candidate.end <= one.end
        for one in explained
    )


def _only_adds(candidate: Candidate, inner: Candidate) -> bool:
    """Whether the candidate is nothing but an approved form of its own concept with words added.

    Without spaces, also any form of it with a neighbouring character or two: コンピュータを looks like コンピューター.
    """
    if inner.pattern.term.concept != candidate.pattern.term.concept:
        return False
    neighbours = candidate.pattern.by_character and candidate.length - inner.length <= _FEW_CHARACTERS
    return inner.standing is Standing.APPROVED or (neighbours and candidate.method is Method.NEAR)
