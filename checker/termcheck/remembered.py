"""What a project remembers of findings, and what of that is of no use any more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct, field

from termcheck.baseline import Baseline
from termcheck.languages.folding import fold
from termcheck.languages.tags import related
from termcheck.model import ANY_LANGUAGE, ArticleRecord, Glossary, Reconciliation, Status, Unmatched
from termcheck.verdicts import Verdicts

_APPROVED = frozenset((Status.PREFERRED, Status.ADMITTED))
_SHOWN = 5
"""Lines of one file that a notice names."""
_MOST_LISTED = 20
"""Glossary rows that were not met and are listed; of more, their number is told."""


class Remembered(Struct, frozen=True):
    """Decisions and baseline of a run."""

    verdicts: Verdicts = field(default_factory=Verdicts)
    baseline: Baseline = field(default_factory=Baseline)
    decisions: str = ""
    """How reports show the file of decisions."""
    root: Path = Path()
    is_whole: bool = False
    """Whether whole folders were checked, so that what nothing matches is of no use."""
    is_strict: bool = False
    """Whether what is of no use is a finding, rather than a notice."""

    def of_no_use(self, records: Iterable[ArticleRecord]) -> tuple[Unmatched, ...]:
        """Decisions and baseline entries that match nothing any more; ``records`` is gone through more than once."""
        renamed = self.baseline.renamed(records, self.root)
        return (
            *self.verdicts.unmatched(records, self.decisions, is_whole=self.is_whole),
            *self.baseline.unmatched(records, self.root, renamed),
        )

    def unused(
        self, glossary: Glossary, reconciliation: Iterable[Reconciliation], records: Iterable[ArticleRecord]
    ) -> Iterator[Unmatched]:
        """Approved rows of the articles' languages by which nothing was recognised; none in a part of a project."""
        if not self.is_whole:
            return
        langs = sorted({record.lang for record in records if record.lang})
        used = {
            (entry.concept, fold(rendering.text))
            for entry in reconciliation
            for rendering in entry.renderings
            if rendering.count or rendering.nested
        }
        for term in glossary.terms:
            if (
                term.status in _APPROVED
                and term.place.file
                and (term.concept, fold(term.text)) not in used
                and (term.lang == ANY_LANGUAGE or any(related(term.lang, lang) for lang in langs))
            ):
                message = f"“{term.text}” ({term.status} for {term.concept}) was not met"
                yield Unmatched(term.place.file, term.place.line, message)


def last_words(unmatched: Sequence[Unmatched], unused: Iterator[Unmatched]) -> tuple[str, ...]:
    """What an editor is told at the end of a run that is not strict."""
    told: list[str] = []
    for file in dict.fromkeys(one.file for one in unmatched):
        here = [one for one in unmatched if one.file == file]
        told += [f"{file}:{one.line}: {one.message}" for one in here[:_SHOWN]]
        if len(here) > _SHOWN:
            told.append(f"{file}: {len(here) - _SHOWN:,} more lines match nothing any more")
    first = list(islice(unused, _MOST_LISTED + 1))
    if len(first) <= _MOST_LISTED:
        told += [f"{one.file}:{one.line}: {one.message}" for one in first]
    else:
        count = len(first) + sum(1 for _ in unused)
        told.append(f"{count:,} approved rows of the glossary were not met (--strict lists them)")
    return tuple(told)
