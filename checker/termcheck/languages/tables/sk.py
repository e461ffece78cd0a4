"""Slovak."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="sk",
    name="Slovak",
    lexicon="sk",
)
LANGUAGE = Generic(FACTS)
