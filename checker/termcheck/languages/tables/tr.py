"""Turkish."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="tr",
    name="Turkish",
    stemmer="turkish",
    lexicon="tr",
)
LANGUAGE = Generic(FACTS)
