"""Detection: in which of a few languages a text is written.

The model is py3langid's: 139 languages, inside its package, so that nothing is ever downloaded. Loading it takes about
half a second, so that it is asked only where metadata, configuration and scripts leave several languages.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from termcheck.languages.choosing.relatives import odds
from termcheck.languages.tags import base
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SURE = 0.9
"""Share of a language among the candidates; at this level 1 short paragraph in 2,000 is given to a wrong language."""
_COVERED = 0.1
"""Share of the candidates among all languages of the model: below, the text is in none of them."""
_SAMPLE = 8_000
_LABELS = {"nb": "no", "fil": "tl"}
"""ISO 639 code -> what the model calls it, where that differs."""
_ALIKE = (("bs", "hr", "sr"), ("id", "ms"), ("nn", "no"), ("ar", "ary", "arz"), ("wuu", "yue", "zh"))
"""Languages that the model takes for each other; a candidate that is the only one of its set stands for all of it."""
_NO_PROSE = str.maketrans(dict.fromkeys(BLOCK_BREAK + PROTECTED_MARK, "\n"))


def detect(text: str, candidates: Iterable[str], sure: float = SURE) -> str | None:
    """The candidate (BCP 47 tags of different languages) in which a text is written; None when unsure.

    ``sure`` is the least share of the candidate among all candidates.
    """
    sample = text[:_SAMPLE].translate(_NO_PROSE)
    shares = _shares(sample)
    known = {tag: label for tag in candidates if (label := _label(tag)) in shares}
    weights = {tag: _weight(label, known.values(), shares) for tag, label in known.items()}
    if sum(weights.values()) < _COVERED:
        return None
    words = odds(sample, known.values())
    weights = {tag: weight * words.get(known[tag], 1.0) for tag, weight in weights.items()}
    total = sum(weights.values())
    best = max(weights, key=lambda tag: (weights[tag], tag))
    return best if weights[best] >= sure * total else None


def _label(tag: str) -> str:
    language = base(tag)
    return _LABELS.get(language, language)


def _weight(label: str, candidates: Iterable[str], shares: Mapping[str, float]) -> float:
    wanted = set(candidates)
    alike = next((group for group in _ALIKE if label in group and wanted.intersection(group) == {label}), (label,))
    return sum(shares.get(one, 0.0) for one in alike)


def _shares(text: str) -> Mapping[str, float]:
    """Label of the model -> how likely the text is in that language; they add up to 1."""
    return dict(_model().rank(text))


@cache
def _model() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
