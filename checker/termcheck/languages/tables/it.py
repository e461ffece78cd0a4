"""Italian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="it",
    name="Italian",
    stemmer="italian",
    lexicon="it",
    function_words=(
        "il lo la i gli le l un uno una di del dello della dei degli delle d e o a al alla ai agli in nel per con su"
    ),
    articles="il lo la i gli le l un uno una",
    contractions={
        "di": "del dello della dei degli delle",
        "a": "al alla ai agli alle",
        "in": "nel nella",
        "su": "sul sulla",
    },
)
LANGUAGE = Generic(FACTS)
