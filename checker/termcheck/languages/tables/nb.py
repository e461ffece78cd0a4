"""Norwegian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="nb",
    name="Norwegian",
    stemmer="norwegian",
    lexicon="nb",
    function_words="den det de en et ei og eller av for i på til med",
    articles="den det de en et ei",
)
LANGUAGE = Generic(FACTS)
