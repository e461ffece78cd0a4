"""Greek."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="el",
    name="Greek",
    stemmer="greek",
    lexicon="el",
)
LANGUAGE = Generic(FACTS)
