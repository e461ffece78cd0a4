"""Phrases beside which a row is not meant (column ``not_when``)."""

from collections.abc import Sequence

from termcheck.languages.folding import fold
from termcheck.languages.language import Language
from termcheck.matching.candidates import Candidate
from termcheck.matching.text import Text, compared_words


def is_excluded(candidate: Candidate, text: Text, language: Language) -> bool:
    """Whether one of the row's ``not_when`` phrases stands in the same sentence, as written or inflected."""
    phrases = candidate.pattern.term.not_when
    sentence = f" {' '.join(fold(text.sentence_text(candidate.start)).split())} "
    if any(_stands_in(" ".join(fold(phrase).split()), sentence) for phrase in phrases):
        return True
    return any(_stands_inflected(compared_words(phrase, language), candidate, text, language) for phrase in phrases)


def _stands_inflected(phrase: Sequence[str], candidate: Candidate, text: Text, language: Language) -> bool:
    """Whether the words of a phrase, each perhaps in another form, stand in the sentence and not in the mention."""
    wanted = [set(language.term_inflections(word, verb=False)) for word in phrase]
    present = text.sentence_keys(candidate.start, language)
    if not wanted or any(keys.isdisjoint(present) for keys in wanted):
        return False
    first, last = text.sentence_at(candidate.start)
    for at in range(first, last - len(wanted) + 1):
        inside = candidate.start <= text.starts[at] and text.ends[at + len(wanted) - 1] <= candidate.end
        stretch = text.words[at : at + len(wanted)]
        fits = (not keys.isdisjoint(language.inflections(word)) for keys, word in zip(wanted, stretch, strict=True))
        if not inside and all(fits):
            return True
    return False


def _stands_in(phrase: str, sentence: str) -> bool:
    """Whether a folded phrase stands in a folded sentence, at word edges where it begins and ends with letters."""
    at = sentence.find(phrase)
    while at >= 0:
        before, after = sentence[at - 1 : at], sentence[at + len(phrase) : at + len(phrase) + 1]
        open_before = not (before.isalnum() and phrase[:1].isalnum()) or phrase[:1] > "\u2e80"
        open_after = not (after.isalnum() and phrase[-1:].isalnum()) or phrase[-1:] > "\u2e80"
        if open_before and open_after:
            return True
        at = sentence.find(phrase, at + 1)
    return False
