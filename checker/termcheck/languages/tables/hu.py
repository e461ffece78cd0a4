"""Hungarian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="hu",
    name="Hungarian",
    stemmer="hungarian",
    lexicon="hu",
)
LANGUAGE = Generic(FACTS)
