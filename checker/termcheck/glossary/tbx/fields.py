"""What TBX calls the things that a term base says, and our columns for them."""

from collections.abc import Mapping
from typing import NamedTuple

from termcheck.model import Status, TermType

NOTE_MARK = "termcheck:"
"""How a note begins that holds one of our columns for which TBX has no field: ``termcheck:COLUMN=CELL``."""
WRITTEN_BY = "Written by termcheck"
"""In the header of our own files, whose white space is as it was written."""
ANY_LANGUAGE_TAG = "mul"
"""The language tag of several languages, for terms that hold in every one."""
FORBIDDEN_STATUS = "deprecatedTerm-admn-sts"

STATUSES: Mapping[Status, str] = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
    Status.SUPERSEDED: "supersededTerm-admn-sts",
    Status.FORBIDDEN: FORBIDDEN_STATUS,
}
"""Status -> administrative status. ``forbidden`` gets a note besides; ``proposed`` has no counterpart, only a note."""
TYPES: Mapping[TermType, str] = {
    TermType.FULL: "fullForm", TermType.SHORT: "shortForm", TermType.ABBREVIATION: "abbreviation",
}  # fmt: skip
TYPE_OF: Mapping[str, TermType] = {
    "fullform": TermType.FULL, "full": TermType.FULL, "shortform": TermType.SHORT, "short": TermType.SHORT,
    "abbreviation": TermType.ABBREVIATION, "acronym": TermType.ABBREVIATION, "initialism": TermType.ABBREVIATION,
    "clippedterm": TermType.SHORT, "variant": TermType.FULL, "phrase": TermType.FULL, "synonym": TermType.FULL,
}  # fmt: skip
"""Term type in lower case -> ours."""
TYPE_COLUMN = "term_type"
"""The term type of the file where it says more than ours (acronym, variant, phrase)."""


class Field(NamedTuple):
    """Something that TBX can say of a term and that we keep in a column of its own."""

    column: str
    element: str
    """``termNote``, ``descrip`` or ``admin``."""
    type: str
    module: str
    """Prefix of its element in the style DCT: ``min`` or ``basic``."""
    values: frozenset[str] = frozenset()
    """The only values that TBX-Basic allows; empty where any is right."""


FIELDS = (
    Field("part_of_speech", "termNote", "partOfSpeech", "min", frozenset("noun verb adjective adverb other".split())),
    Field("gender", "termNote", "grammaticalGender", "basic", frozenset("masculine feminine neuter other".split())),
    Field("geographical_usage", "termNote", "geographicalUsage", "basic"),
    Field("context", "descrip", "context", "basic"),
    Field("customer", "admin", "customerSubset", "min"),
    Field("project", "admin", "projectSubset", "basic"),
    Field("source", "admin", "source", "basic"),
)  # fmt: skip
"""In the order in which they are written; notes on the term come first, as the schemas want it."""
MODULES: Mapping[str, str] = {
    "administrativeStatus": "min", "subjectField": "min", **{field.type: field.module for field in FIELDS},
}  # fmt: skip
"""Data category -> prefix of its element in the style DCT, where it is not ``basic``."""

_COLUMN_OF = {
    **{field.type.lower(): field.column for field in FIELDS},
    "administrativestatus": "status",
    "termstatus": "status",
    "usagestatus": "status",
    "normativeauthorization": "status",
    "status": "status",
    "termtype": "type",
    "definition": "definition",
    "subjectfield": "domain",
    "note": "note",
    "usagenote": "usage_note",
    "termlocation": "term_location",
    "crossreference": "cross_reference",
    "externalcrossreference": "external_reference",
    "xgraphic": "image",
    "figure": "image",
    "customer": "customer",
}
TRANSACTIONS: Mapping[str, str] = {
    "origination": "created", "creation": "created", "importation": "imported", "modification": "modified",
    "approval": "approved", "check": "checked",
}  # fmt: skip
"""Transaction in lower case -> column of its date; that of its author ends in ``_by``."""


def column_of(category: str) -> str:
    """Our column for a data category of TBX; a category that is not known keeps its name."""
    key = "".join(filter(str.isalnum, category)).lower()
    return _COLUMN_OF.get(key) or category
