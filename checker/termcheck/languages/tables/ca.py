"""Catalan."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ca",
    name="Catalan",
    stemmer="catalan",
    lexicon="ca",
    function_words="el la els les l un una de del dels d i o a al als en per amb",
    articles="el la els les l un una",
    contractions={"de": "del dels d", "a": "al als"},
)
LANGUAGE = Generic(FACTS)
