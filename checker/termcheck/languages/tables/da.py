"""Danish."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="da",
    name="Danish",
    stemmer="danish",
    lexicon="da",
    function_words="den det de en et og eller af for i på til med",
    articles="den det de en et",
)
LANGUAGE = Generic(FACTS)
