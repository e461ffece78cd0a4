"""Romanian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ro",
    name="Romanian",
    stemmer="romanian",
    lexicon="ro",
    function_words="un o al a ai ale de și sau pentru în la cu pe din",
)
LANGUAGE = Generic(FACTS)
