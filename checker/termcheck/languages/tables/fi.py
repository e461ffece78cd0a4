"""Finnish."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="fi",
    name="Finnish",
    stemmer="finnish",
    lexicon="fi",
)
LANGUAGE = Generic(FACTS)
