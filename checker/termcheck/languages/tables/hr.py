"""Croatian: what Serbian has, in Latin letters and with its own reflexes of yat (riječ, dio, dijela)."""

from msgspec.structs import replace

from termcheck.languages.families.slavic import whole
from termcheck.languages.tables.sr import FACTS as SERBIAN
from termcheck.languages.tables.sr import SerboCroatian

FACTS = replace(
    SERBIAN,
    code="hr",
    name="Croatian",
    notes="stem changes before endings",
    letters=(),
    paradigms=(*SERBIAN.paradigms, *whole("bijel lijep", "- i a o e og oga om ome omu im ima ih oj u")),
    alternations=(
        *SERBIAN.alternations,
        (r"^dio\|$", "dijel|"),  # dio, dijela
        (r"(.d)io\|$", r"\1jel|"),  # udio, udjela
        (r"ije([^aeiou]+)\|", r"je\1|"),  # dijete, djeteta
        (r"rije([^aeiou]+)\|", r"re\1|"),  # vrijeme, vremena
    ),
)
LANGUAGE = SerboCroatian(FACTS)
