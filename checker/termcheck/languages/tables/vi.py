"""Vietnamese."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="vi",
    name="Vietnamese",
    inflects=False,
)
LANGUAGE = Generic(FACTS)
