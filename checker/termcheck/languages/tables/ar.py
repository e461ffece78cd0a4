"""Arabic."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ar",
    name="Arabic",
    stemmer="arabic",
    lexicon="ar",
    prefixes="و ف ب ك ل ا س",
)
LANGUAGE = Generic(FACTS)
