"""The baseline: ``termcheck.baseline.jsonl``, findings that were there before and are accepted, one object a line.

Entries hold file and fingerprint, so they follow a finding through edits elsewhere in its file; and a file that was
renamed, where exactly one new file has the same findings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from termcheck.errors import Problem
from termcheck.model import ArticleRecord, Finding, State, Unmatched
from termcheck.own_files import read_own

MAX_BYTES = 256 * 2**20
"""A larger file is no baseline."""


class Entry(Struct, frozen=True):
    """One accepted finding."""

    file: str
    fingerprint: str
    rule: str
    concept: str | None = None
    line: int = 0
    """1-based line of the baseline at which it stands; 0 for one that is not written yet."""


class Loaded(Struct, frozen=True):
    """Entries, and what is wrong with the file they come from."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def read_baseline(file: Path, name: str) -> Loaded:
    """The entries of a file, which need not exist, and its problems; ``name`` is how problems show the file."""
    data = read_own(file, name, "the baseline", MAX_BYTES)
    if isinstance(data, Problem):
        return Loaded((), (data,))
    import msgspec

    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            values = msgspec.json.decode(line, type=dict[str, str | None])
            entry = Entry(
                values["file"] or "", values["fingerprint"] or "", values["rule"] or "", values.get("concept")
            )
        except (msgspec.DecodeError, KeyError, RecursionError):
            remedy = "restore the file, or write it anew with `termcheck baseline`"
            problems.append(Problem("this is no entry of a baseline", f"{name}:{number}", remedy))
            continue
        entries.append(replace(entry, line=number))
    return Loaded(tuple(entries), tuple(problems))


def written(entries: Iterable[Entry]) -> str:
    """The text of a baseline: keys and lines sorted."""
    import msgspec

    lines = {
        msgspec.json.encode(
            {"concept": one.concept, "file": one.file, "fingerprint": one.fingerprint, "rule": one.rule}
        ).decode()
        for one in entries
    }
    return "".join(f"{line}\n" for line in sorted(lines))


class Baseline:
    """The entries of a run, for looking up."""

    def __init__(self, entries: Sequence[Entry] = (), name: str = "") -> None:
        """Keep the entries; ``name`` is how reports show their file."""
        self.entries = tuple(entries)
        self.name = name

    def renamed(self, records: Iterable[ArticleRecord], root: Path) -> Mapping[str, str]:
        """Old file -> the one new file that has all its entries' fingerprints."""
        by_file = _by_file(self.entries)
        looked_for = {entry.fingerprint for entry in self.entries}
        checked: set[str] = set()
        new: dict[str, set[str]] = {}
        """Only what entries look for: there may be more articles than memory holds."""
        for record in records:
            if record.path in by_file:
                checked.add(record.path)
            elif has := looked_for.intersection(finding.fingerprint for finding in record.findings):
                new[record.path] = has
        lost = [file for file in by_file if file not in checked and not (root / file).exists()]
        if not lost:
            return {}
        found: dict[str, list[str]] = {}
        for file in lost:
            wanted = {entry.fingerprint for entry in by_file[file]}
            found[file] = [path for path, has in new.items() if wanted <= has]
        taken = Counter(paths[0] for paths in found.values() if len(paths) == 1)
        return {file: paths[0] for file, paths in found.items() if len(paths) == 1 and taken[paths[0]] == 1}

    def apply(self, findings: Iterable[Finding], file: str, renamed: Mapping[str, str]) -> tuple[Finding, ...]:
        """The findings of one file in their order, with the open ones accepted that the baseline has."""
        accepted = self._accepted(renamed).get(file)
        if not accepted:
            return tuple(findings)
        return tuple(
            replace(one, state=State.BASELINE, state_reason=f"the baseline, {self.name}")
            if one.state is State.OPEN and one.fingerprint in accepted
            else one
            for one in findings
        )

    def unmatched(
        self, records: Iterable[ArticleRecord], root: Path, renamed: Mapping[str, str]
    ) -> tuple[Unmatched, ...]:
        """Entries that match nothing any more: of checked files, and of files that are gone."""
        files = {renamed.get(entry.file, entry.file) for entry in self.entries}
        checked = {
            record.path: {one.fingerprint for one in record.findings} for record in records if record.path in files
        }
        return tuple(
            Unmatched(self.name, entry.line, f"{_named(entry)} in {entry.file} is gone")
            for entry in self.entries
            if self._is_gone(replace(entry, file=renamed.get(entry.file, entry.file)), checked, root)
        )

    def _accepted(self, renamed: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
        if self._known is None or self._known[0] is not renamed:
            by_file = _by_file(replace(entry, file=renamed.get(entry.file, entry.file)) for entry in self.entries)
            sets = {file: frozenset(entry.fingerprint for entry in entries) for file, entries in by_file.items()}
            self._known = (renamed, sets)
        return self._known[1]

    _known: tuple[Mapping[str, str], Mapping[str, frozenset[str]]] | None = None

    @staticmethod
    def _is_gone(entry: Entry, checked: Mapping[str, set[str]], root: Path) -> bool:
        if entry.file in checked:
            return entry.fingerprint not in checked[entry.file]
        return not (root / entry.file).exists()


def _named(entry: Entry) -> str:
    return f"a finding of {entry.rule}" + (f" for {entry.concept}" if entry.concept else "")


def _by_file(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.file].append(entry)
    return found
