"""Khmer."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="km",
    name="Khmer",
    inflects=False,
)
LANGUAGE = Generic(FACTS)
