"""Swedish."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="sv",
    name="Swedish",
    stemmer="swedish",
    lexicon="sv",
    function_words="den det de en ett och eller av för i på till med",
    articles="den det de en ett",
)
LANGUAGE = Generic(FACTS)
