"""Which words of the renderings render which parts of the source terms, learnt from the glossary as a whole.

IBM Model 1 (Brown et al. 1993, The Mathematics of Statistical Machine Translation) on all pairs of a source term and a
rendering, its parts against its words: a word that goes with several parts is given to the one that explains it best.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from termcheck.model import Term

_ROUNDS = 5
_LONGEST = 8
"""Characters of the longest word of the table that is looked for."""
_PRIOR = 4.0
"""How much likelier a word is at the start for a part whose meaning it is by the table."""
_SHARE = 0.5
"""Of a word beside a part, how much must be explained by that part."""
_LEAST = 2
"""Concepts that must show it."""
_SHORTEST_PART, _SHORTEST_COMPOUND = 4, 8
"""Letters of a part of a compound, and of a word that may be one."""

Links = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Part -> word -> the concepts that show that the word renders it."""


def stretches(term: str, meanings: Container[str]) -> list[str]:
    """The words of the table in a Chinese term, the longest first; pairs and single characters where there are none."""
    inside = [
        (start, start + length)
        for length in range(min(_LONGEST, len(term)), 1, -1)
        for start in range(len(term) - length + 1)
        if term[start : start + length] in meanings
    ]
    covered = {place for start, end in inside for place in range(start, end)}
    open_pairs = [(at, at + 2) for at in range(len(term) - 1) if at not in covered and at + 1 not in covered]
    single = [(place, place + 1) for place in range(len(term)) if place not in covered]
    return list(
        dict.fromkeys(term[start:end] for start, end in (*inside, *open_pairs, *single) if _is_han(term, start, end))
    )


def divisions(term: str, known: Container[str]) -> list[tuple[str, ...]]:
    """A term cut into words of the table that leave nothing out: into the most, and into the fewest of them."""
    best: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(term) + 1):
        ways = [
            (*before, term[start:end])
            for start in range(max(0, end - _LONGEST), end)
            for before in best[start]
            if term[start:end] in known
        ]
        ways.sort(key=lambda way: (len(way), way))
        best.append(list(dict.fromkeys((*ways[:1], *ways[-1:]))))
    return best[-1]


def _is_han(term: str, start: int, end: int) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in term[start:end])


def source_parts(sources: Mapping[str, Sequence[Term]], meanings: Container[str]) -> dict[str, list[str]]:
    """Concept -> parts of its source terms: stretches of Han characters, or words and what compounds are made of."""
    words = {
        concept: [word for term in terms for word in term.text.casefold().split() if len(word) >= _SHORTEST_PART]
        for concept, terms in sources.items()
    }
    known = {word for found in words.values() for word in found}
    return {
        concept: list(
            dict.fromkeys(
                (
                    *(part for term in terms for part in stretches(term.text, meanings)),
                    *(part for word in words[concept] for part in (word, *_inside(word, known))),
                )
            )
        )
        for concept, terms in sources.items()
    }


def _inside(word: str, known: set[str]) -> Iterable[str]:
    if len(word) < _SHORTEST_COMPOUND:
        return
    for length in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if word[:length] in known:
            yield word[:length]
        if word[-length:] in known:
            yield word[-length:]


def learn(
    pairs: Iterable[tuple[str, Sequence[str], Sequence[str]]], meanings: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Links from (concept, parts of a source term, words of a rendering), with ``meanings`` of parts to start from."""
    rows = [(concept, parts, words) for concept, parts, words in pairs if parts and words]
    weights: dict[tuple[str, str], float] = {}
    for _, parts, words in rows:
        for part in parts:
            known = meanings.get(part, frozenset())
            for word in words:
                weights[part, word] = _PRIOR if word in known else 1.0
    for _ in range(_ROUNDS):
        counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        totals: defaultdict[str, float] = defaultdict(float)
        for _, parts, words in rows:
            for word in words:
                whole = sum(weights[part, word] for part in parts)
                for part in parts:
                    share = weights[part, word] / whole
                    counts[part, word] += share
                    totals[part] += share
        weights = {key: count / totals[key[0]] for key, count in counts.items()}
    return _strong(rows, weights)


def _strong(
    rows: Sequence[tuple[str, Sequence[str], Sequence[str]]], weights: Mapping[tuple[str, str], float]
) -> dict[str, dict[str, tuple[str, ...]]]:
    explained: defaultdict[tuple[str, str], float] = defaultdict(float)
    beside: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    for concept, parts, words in rows:
        for word in words:
            whole = sum(weights[part, word] for part in parts)
            for part in parts:
                explained[part, word] += weights[part, word] / whole
                seen[part, word] += 1
                beside[part, word][concept] = None
    links: dict[str, dict[str, tuple[str, ...]]] = {}
    for (part, word), share in explained.items():
        if len(beside[part, word]) >= _LEAST and share >= _SHARE * seen[part, word]:
            links.setdefault(part, {})[word] = tuple(beside[part, word])
    return links
