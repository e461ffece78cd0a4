"""From the score of an alignment to the share of right ones among such.

The steps are set by hand below what labelled pairs show (``accuracy.py calibration`` prints both, by concept in two
halves), because a text has more to trip over than a pair.
"""

_STEPS = ((0.95, 0.95), (0.85, 0.93), (0.7, 0.9), (0.65, 0.75), (0.0, 0.5))
"""Score from which on -> confidence."""
CERTAIN = 0.96
"""Confidence of the same words, at least three, in another order with the same head."""
BY_DICTIONARY = 0.8
"""At most this for a common term of two words, one only a synonym by the dictionary, perhaps in another sense."""
SURE = 0.85
"""Confidence below which a finding is a hint."""


def confidence(score: float) -> float:
    """The calibrated confidence of a score.

    >>> confidence(0.72), confidence(0.66)
    (0.9, 0.75)
    """
    return next(value for least, value in _STEPS if score >= least)
