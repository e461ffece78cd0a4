"""Bulgarian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="bg",
    name="Bulgarian",
    lexicon="bg",
)
LANGUAGE = Generic(FACTS)
