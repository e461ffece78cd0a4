"""Portuguese."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="pt",
    name="Portuguese",
    stemmer="portuguese",
    lexicon="pt",
    function_words="o a os as um uma uns umas de do da dos das e ou em no na nos nas para por com ao à",
    articles="o a os as um uma",
    contractions={"de": "do da dos das", "em": "no na nos nas", "a": "ao à aos às"},
)
LANGUAGE = Generic(FACTS)
