"""Hindi."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="hi",
    name="Hindi",
    stemmer="hindi",
    lexicon="hi",
)
LANGUAGE = Generic(FACTS)
