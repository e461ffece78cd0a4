"""Serbian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="sr",
    name="Serbian",
    stemmer="serbian",
    lexicon="hbs",
)
LANGUAGE = Generic(FACTS)
