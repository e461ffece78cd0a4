"""Khmer."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.spaceless import Spaceless

_DIGITS = "០១២៣៤៥៦៧៨៩"

FACTS = Facts(
    code="km",
    name="Khmer",
    notes="Khmer and Arabic digits are one; orders of typing that look the same are one",
    letters=(*((digit, str(value)) for value, digit in enumerate(_DIGITS)), ("ឣ", "អ"), ("ឲ", "ឱ")),
    opposites=(
        "មួយ ពីរ បី បួន ប្រាំ ដប់ រយ ពាន់ ម៉ឺន លាន", "កើត លិច", "ជើង ត្បូង", "ក្នុង ក្រៅ", "លើ ក្រោម", "មុខ ក្រោយ",
        "ឆ្វេង ស្តាំ", "ចូល ចេញ", "ទិញ លក់", "ធំ តូច", "ប្រុស ស្រី", "ចាស់ ថ្មី", "រដ្ឋ ឯកជន",
        "ខេត្ត ស្រុក ឃុំ ភូមិ ជាតិ",
    ),
    inflects=False,
)  # fmt: skip
LANGUAGE = Spaceless(FACTS)
