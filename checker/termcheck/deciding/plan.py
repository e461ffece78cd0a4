"""What decisions change: which of them still hold, and the new contents of all files."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from termcheck.articles.encoding import encoded_like
from termcheck.choices import Choice, Row
from termcheck.config import Settings
from termcheck.deciding.glossary_rows import STATUS_OF, changes_for
from termcheck.errors import Problem, UsageError
from termcheck.fixing import Check, Unmended, Wish, mend
from termcheck.fixing.silenced import Fingerprints, baseline_after, decisions_after, fingerprints_after
from termcheck.languages.folding import fold
from termcheck.model import ArticleResult, Finding, Glossary, State
from termcheck.replacing import Change
from termcheck.verdicts import EVERYWHERE, Decision, Verdict, Verdicts, with_decisions

_VERDICTS = {
    Choice.IGNORE: Verdict.IGNORE,
    Choice.IGNORE_EVERYWHERE: Verdict.IGNORE,
    Choice.FALSE_ALARM: Verdict.FALSE_ALARM,
}
FIXING = frozenset((Choice.ACCEPT, Choice.REPLACE))
"""Choices that change articles."""


class Read(NamedTuple):
    """One article as it is now."""

    result: ArticleResult
    """With the final findings of a run."""
    change: Change
    """From its bytes to the same bytes."""
    check: Check


class Now(NamedTuple):
    """The state that decisions are checked against."""

    articles: Mapping[str, Read]
    glossary: Glossary
    verdicts: Verdicts
    settings: Settings
    today: dt.date


class Plan(Struct, frozen=True):
    """What is to be done."""

    changes: tuple[Change, ...]
    """Of articles, glossary files and the file of decisions; those that change nothing left out."""
    fixed: int
    """Findings that are mended."""
    listed: int
    """Names of which the glossary says something else afterwards."""
    remembered: int
    """Decisions that are new in the file of decisions."""
    stale: tuple[Row, ...]
    """Decisions on what is not there any more."""
    left: tuple[Unmended, ...]
    """Findings that cannot be mended as decided, and why."""


class _Fixes(Struct, frozen=True):
    """What becomes of the articles."""

    count: int
    left: list[Unmended]
    changes: list[Change]
    fingerprints: Fingerprints


class _Target(NamedTuple):
    row: Row
    finding: Finding
    read: Read

    def as_after(self, fixes: _Fixes) -> "_Target":
        """The same as the articles will be, so that what is ignored is known again beside a mended name."""
        known = self.finding.fingerprint
        new = fixes.fingerprints.get((self.finding.file, known), known)
        return self if new == known else self._replace(finding=replace(self.finding, fingerprint=new))


def plan(rows: Sequence[Row], now: Now, who: str = "") -> Plan:
    """What the decisions change. Raises UsageError with all that is wrong with them; then nothing may be written."""
    targets, stale = _targets(rows, now)
    problems = _conflicts(targets)
    langs = {one.row: one.finding.lang or "" for one in targets}
    terms = _about_terms(rows, stale)
    glossary_changes, wrong = changes_for(terms, langs, now.glossary, now.settings.root)
    problems.extend(wrong)
    if problems:
        raise UsageError(problems)
    fixes = _fixes([one for one in targets if one.row.choice in FIXING])
    new = _new_decisions([one.as_after(fixes) for one in targets], rows, stale, now, who)
    silenced = (_remembered(new, now.settings, fixes.fingerprints), baseline_after(now.settings, fixes.fingerprints))
    changes = [*fixes.changes, *glossary_changes, *silenced]
    listed = len({(row.concept, _key(row.form)) for row in terms if not _is_in_effect(row, now)})
    without_effect = tuple(row for row in stale if not _is_in_effect(row, now))
    real = tuple(one for one in changes if (one.old or b"") != one.new)
    return Plan(real, fixes.count, listed, len(new), without_effect, tuple(fixes.left))


# ------------------------------------------------------------------------------------------------------ matching


def _targets(rows: Iterable[Row], now: Now) -> tuple[list[_Target], list[Row]]:
    """The findings that each row is about, and the rows that are about none; a finding's own row comes first."""
    by_print: dict[tuple[str, str], _Target] = {}
    by_form: defaultdict[tuple[str | None, str], list[tuple[Finding, Read]]] = defaultdict(list)
    known = {(f.file, f.fingerprint): (f, read) for read in now.articles.values() for f in read.result.findings}
    for finding, read in known.values():
        for form in {_key(finding.text), _key(finding.matched or finding.text)}:
            by_form[finding.concept, form].append((finding, read))
    targets: list[_Target] = []
    stale: list[Row] = []
    for row in sorted(rows, key=lambda one: one.is_about_rendering):
        if row.is_about_rendering:
            found = by_form.get((row.concept or None, _key(row.form)), [])
        else:
            one = known.get((row.file, row.fingerprint))
            found = [one] if one else []
        if not found:
            stale.append(row)
        for finding, read in found:
            place = finding.file, finding.fingerprint
            if row.is_about_rendering and (place in by_print or finding.state is not State.OPEN):
                continue
            target = _Target(row, finding, read)
            by_print.setdefault(place, target)
            targets.append(target)
    return targets, stale


def _key(text: str) -> str:
    return " ".join(fold(text).split())


def _conflicts(targets: Iterable[_Target]) -> list[Problem]:
    """Findings that are decided twice, and not alike."""
    first: dict[tuple[str, str], Row] = {}
    problems = []
    for one in targets:
        before = first.setdefault((one.finding.file, one.finding.fingerprint), one.row)
        if (before.choice, before.replacement) != (one.row.choice, one.row.replacement):
            message = f"“{one.row.form}” is decided otherwise at {before.place}"
            problems.append(Problem(message, one.row.place, "keep one of the two"))
    return problems


def _about_terms(rows: Iterable[Row], stale: Sequence[Row]) -> list[Row]:
    """Rows that say something of a form in the glossary; a stale one counts if it is about a rendering."""
    gone = {row for row in stale if not row.is_about_rendering}
    return [row for row in rows if row.choice in STATUS_OF and row not in gone]


def _is_in_effect(row: Row, now: Now) -> bool:
    """Whether a decision on what is not found any more is what made it go."""
    if row.choice in STATUS_OF:
        status = STATUS_OF[row.choice]
        terms = (term for concept in now.glossary.concepts if concept.id == row.concept for term in concept.terms)
        return any(_key(term.text) == _key(row.form) and term.status is status for term in terms)
    if row.choice in FIXING:
        return _is_written(row, now)
    return row.choice in _VERDICTS and (row.concept, row.form) in now.verdicts


def _is_written(row: Row, now: Now) -> bool:
    """Whether the articles have the name that was decided, and the form nowhere any more but where it is silenced."""
    name = row.replacement or row.suggestion
    reads = [read for path, read in now.articles.items() if row.is_about_rendering or path == row.file]
    form = row.concept, _key(row.form)
    findings = (one for read in reads for one in read.result.findings if one.state is State.OPEN)
    is_gone = all((one.concept, _key(one.text)) != form for one in findings)
    return bool(name) and is_gone and any(name in read.result.article.view.text for read in reads)


# ------------------------------------------------------------------------------------------------------- fixing


def _fixes(targets: Iterable[_Target]) -> _Fixes:
    by_file: defaultdict[str, list[_Target]] = defaultdict(list)
    for one in targets:
        by_file[one.finding.file].append(one)
    fixed = 0
    left: list[Unmended] = []
    changes: list[Change] = []
    fingerprints: dict[tuple[str, str], str] = {}
    for ones in by_file.values():
        read = ones[0].read
        wishes = dict.fromkeys(Wish(one.finding, one.row.replacement or None) for one in ones)
        mended = mend(read.result, read.check, list(wishes), unsafe=True)
        left.extend(mended.left)
        new = encoded_like(read.change.new, read.result.article.text, mended.text)
        if new is None:
            why = "the encoding of the file cannot be told for certain, or lacks a character of the new name"
            left.extend(Unmended(fix.finding, why) for fix in mended.fixes)
            continue
        fixed += len(mended.fixes)
        changes.append(read.change._replace(new=new))
        fingerprints.update(fingerprints_after(read.result, mended))
    return _Fixes(fixed, left, changes, fingerprints)


# ---------------------------------------------------------------------------------------------------- decisions


def _new_decisions(
    targets: Iterable[_Target], rows: Iterable[Row], stale: Sequence[Row], now: Now, who: str
) -> list[Decision]:
    """What the file of decisions lacks."""
    wanted = [_decision(one.row, one.finding) for one in targets if _is_of_one_place(one.row)]
    gone = {row for row in stale if not row.is_about_rendering}
    wanted += [
        _decision(row, None)
        for row in rows
        if row.choice in _VERDICTS and not _is_of_one_place(row) and row not in gone
    ]
    return [replace(one, who=who, when=now.today) for one in wanted if not _is_there(one, now.verdicts)]


def _remembered(new: Sequence[Decision], settings: Settings, fingerprints: Fingerprints) -> Change:
    """What becomes of the file of decisions."""
    change = decisions_after(settings, fingerprints)
    return change._replace(new=with_decisions(change.new.decode("utf-8-sig"), new).encode()) if new else change


def _is_of_one_place(row: Row) -> bool:
    return row.choice in {Choice.IGNORE, Choice.FALSE_ALARM} and not row.is_about_rendering


def _decision(row: Row, finding: Finding | None) -> Decision:
    return Decision(
        concept=row.concept,
        form=finding.text if finding else row.form,
        verdict=_VERDICTS[row.choice],
        scope=(finding.file, finding.fingerprint) if finding else EVERYWHERE,
        why=row.comment,
    )


def _is_there(decision: Decision, verdicts: Verdicts) -> bool:
    """Whether the same was decided before, by whomever."""
    return any(
        (one.concept, one.verdict, one.scope) == (decision.concept, decision.verdict, decision.scope)
        for one in verdicts.on(decision.form)
    )
