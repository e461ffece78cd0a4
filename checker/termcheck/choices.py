"""What an editor can decide of a finding or of a rendering, as reports offer it and as it is read back."""

from enum import StrEnum

from msgspec import Struct


class Choice(StrEnum):
    """The words of the column ``decision``, of the HTML report's export and of its buttons."""

    ACCEPT = "accept"
    """Write the suggestion."""
    REPLACE = "replace"
    """Write what the column ``replacement`` says."""
    ADMIT = "admit"
    """Add the form to the glossary as an admitted rendering."""
    DEPRECATE = "deprecate"
    """Add it as a deprecated one."""
    IGNORE = "ignore"
    """Silence this finding."""
    IGNORE_EVERYWHERE = "ignore-everywhere"
    """Silence the form for its concept in all articles."""
    FALSE_ALARM = "false-alarm"
    """The same, because it does not name the concept."""


FOR_FINDINGS = tuple(Choice)
FOR_RENDERINGS = tuple(choice for choice in Choice if choice not in {Choice.REPLACE, Choice.IGNORE})
"""A rendering is in many places; its table has no column for what to write instead."""


class Row(Struct, frozen=True):
    """One decision, as it stands in a file."""

    place: str
    """``file:line`` or ``file:row``, for messages."""
    choice: Choice
    concept: str
    form: str
    """As it stands in articles."""
    file: str = ""
    """The article; empty where the decision is about a rendering wherever it stands."""
    fingerprint: str = ""
    replacement: str = ""
    suggestion: str = ""
    """What the report proposed to write."""
    comment: str = ""
    lang: str = ""

    @property
    def is_about_rendering(self) -> bool:
        """Whether it is about every mention of a rendering rather than about one finding."""
        return not self.fingerprint


def parse_choice(cell: str) -> Choice | None:
    """What a cell means, however it is capitalised and spaced; None where it is none of the choices."""
    key = "-".join(cell.lower().replace("_", " ").replace("-", " ").split())
    return next((choice for choice in Choice if choice.value == key), None)
