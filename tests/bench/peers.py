"""Other libraries on the same terms and texts. Each turns what it finds into tuples (concept, start, end).

Exact ones get the terms and the text as they stand and find the longest of several; they are floors, not rivals: what
they do not find is most of what termcheck is for. Approximate ones are used as their manuals say, with thresholds that
find most of the planted variants.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from bench.scoring import Hit
from bench.terms import Entry

Find = Callable[[str], list[Hit]]
_CUTOFF = 84.0
"""Of 100: similarity from which rapidfuzz and spaczz count as a hit."""


def ahocorasick_rs(entries: Sequence[Entry]) -> Find:
    """Exact: the Rust crate aho-corasick."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    concepts = [entry.concept for entry in entries]
    automaton = AhoCorasick([entry.text for entry in entries], matchkind=MatchKind.LeftmostLongest)

    def find(text: str) -> list[Hit]:
        return [(concepts[at], start, end) for at, start, end in automaton.find_matches_as_indexes(text)]

    return find


def pyahocorasick(entries: Sequence[Entry]) -> Find:
    """Exact: an automaton in C."""
    from ahocorasick import Automaton  # type: ignore[import-not-found]

    automaton = Automaton()
    for entry in entries:
        automaton.add_word(entry.text, (entry.concept, len(entry.text)))
    automaton.make_automaton()

    def find(text: str) -> list[Hit]:
        return [(concept, end + 1 - length, end + 1) for end, (concept, length) in automaton.iter_long(text)]

    return find


def hyperscan(entries: Sequence[Entry]) -> Find:
    """Exact: Intel's library, with its compiler for literals."""
    import hyperscan as library

    database = library.Database()
    texts = [entry.text.encode() for entry in entries]
    database.compile(expressions=texts, ids=list(range(len(texts))), flags=0, literal=True)
    lengths = [len(text) for text in texts]
    concepts = [entry.concept for entry in entries]

    def find(text: str) -> list[Hit]:
        found: list[Hit] = []

        def take(number: int, _: int, end: int, *__: object) -> None:
            found.append((concepts[number], end - lengths[number], end))

        database.scan(text.encode(), match_event_handler=take)
        return _in_characters(found, text)

    return find


def hyperscan_edit(entries: Sequence[Entry]) -> Find:
    """One edit: the same library; it reports every end that fits, so the shortest stretches of each term are kept."""
    import hyperscan as library

    database = library.Database()
    patterns = [re.escape(entry.text).encode() for entry in entries]
    edits = [int(entry.letters >= 8) for entry in entries]
    extended = [
        library.ExpressionExt(  # type: ignore[attr-defined]
            flags=library.HS_EXT_FLAG_EDIT_DISTANCE, edit_distance=edit, min_offset=0, max_offset=0, min_length=0,
            hamming_distance=0,
        )
        for edit in edits
    ]  # fmt: skip
    flags = [library.HS_FLAG_SOM_LEFTMOST] * len(patterns)
    database.compile(expressions=patterns, ids=list(range(len(patterns))), flags=flags, ext=extended)
    concepts = [entry.concept for entry in entries]

    def find(text: str) -> list[Hit]:
        ends: dict[tuple[int, int], int] = {}
        database.scan(
            text.encode(), match_event_handler=lambda number, start, end, *_: ends.update({(number, start): end})
        )
        return _in_characters([(concepts[number], start, end) for (number, start), end in ends.items()], text)

    return find


def _in_characters(found: list[Hit], text: str) -> list[Hit]:
    """Hits in bytes of UTF-8 as hits in characters."""
    if text.isascii():
        return found
    data = text.encode()
    return [(concept, len(data[:start].decode()), len(data[:end].decode())) for concept, start, end in found]


def regex_fuzzy(entries: Sequence[Entry]) -> Find:
    """One pattern a term, as many edits as termcheck allows for its length."""
    import regex

    patterns = []
    for entry in entries:
        edits = 0 if entry.letters < 8 else 1 if entry.letters < 12 else 2
        escaped = regex.escape(entry.text, special_only=True, literal_spaces=True)
        patterns.append((entry.concept, regex.compile(rf"\b(?:{escaped}){{e<={edits}}}\b", regex.IGNORECASE)))

    def find(text: str) -> list[Hit]:
        return [(concept, *match.span()) for concept, pattern in patterns for match in pattern.finditer(text)]

    return find


def partial_ratio(entries: Sequence[Entry]) -> Find:
    """rapidfuzz: the best place of each term in the article, one a term, letter case aside."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    terms = [(entry.concept, entry.text.lower()) for entry in entries]

    def find(text: str) -> list[Hit]:
        lowered = text.lower()
        found = ((concept, partial_ratio_alignment(term, lowered, score_cutoff=_CUTOFF)) for concept, term in terms)
        return [(concept, best.dest_start, best.dest_end) for concept, best in found if best is not None]

    return find


def windows(entries: Sequence[Entry]) -> Find:
    """rapidfuzz: every stretch of words against the terms of as many words, one more or one less, words sorted."""
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.process import cdist

    by_length: dict[int, list[Entry]] = {}
    for entry in entries:
        by_length.setdefault(len(entry.words), []).append(entry)
    near = {
        length: [entry for other in (length - 1, length, length + 1) for entry in by_length.get(other, ())]
        for length in range(1, max(by_length) + 2)
    }
    listed = {length: [entry.text.lower() for entry in of] for length, of in near.items()}

    def find(text: str) -> list[Hit]:
        places = [match.span() for match in re.finditer(r"\w+", text.lower())]
        found: list[Hit] = []
        for length, terms in listed.items():
            spans = [(places[at][0], places[at + length - 1][1]) for at in range(len(places) - length + 1)]
            if not terms or not spans:
                continue
            stretches = [text[start:end].lower() for start, end in spans]
            scores = cdist(stretches, terms, scorer=token_sort_ratio, score_cutoff=_CUTOFF, workers=1)
            rows, columns = scores.nonzero()
            found += [
                (near[length][column].concept, *spans[row])
                for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
            ]
        return found

    return find


def spaczz(entries: Sequence[Entry]) -> Find:
    """spaCy's tokens and spaczz's FuzzyMatcher."""
    import spacy
    from spaczz.matcher import FuzzyMatcher

    nlp = spacy.blank("en")
    matcher = FuzzyMatcher(nlp.vocab, min_r2=int(_CUTOFF))
    by_concept: dict[str, list[str]] = {}
    for entry in entries:
        by_concept.setdefault(entry.concept, []).append(entry.text)
    for concept, texts in by_concept.items():
        matcher.add(concept, [nlp(text) for text in texts])

    def find(text: str) -> list[Hit]:
        doc = nlp(text)
        spans = ((concept, doc[start:end]) for concept, start, end, *_ in matcher(doc))
        return [(concept, span.start_char, span.end_char) for concept, span in spans]

    return find


EXACT: Mapping[str, Callable[[Sequence[Entry]], Find]] = {
    "ahocorasick-rs": ahocorasick_rs,
    "pyahocorasick": pyahocorasick,
    "hyperscan": hyperscan,
}
FUZZY: Mapping[str, Callable[[Sequence[Entry]], Find]] = {
    "regex, 2 edits": regex_fuzzy,
    "rapidfuzz partial_ratio_alignment": partial_ratio,
    "rapidfuzz windows": windows,
    "spaczz": spaczz,
    "hyperscan, 1 edit": hyperscan_edit,
}
GATED = ("regex, 2 edits", "rapidfuzz windows", "spaczz")
"""Those against which engine speed has a target."""
