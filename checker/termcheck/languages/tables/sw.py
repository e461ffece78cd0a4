"""Swahili."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="sw",
    name="Swahili",
    lexicon="sw",
)
LANGUAGE = Generic(FACTS)
