"""Persian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="fa",
    name="Persian",
    stemmer="persian",
    lexicon="fa",
    prefixes="و",
)
LANGUAGE = Generic(FACTS)
