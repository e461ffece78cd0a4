"""Russian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ru",
    name="Russian",
    stemmer="russian",
    lexicon="ru",
    function_words="и или в во на по для о об с со к из от при",
)
LANGUAGE = Generic(FACTS)
