"""Indonesian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="id",
    name="Indonesian",
    stemmer="indonesian",
    lexicon="id",
)
LANGUAGE = Generic(FACTS)
