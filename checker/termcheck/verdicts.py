"""The editor's verdicts: ``termcheck.decisions.jsonl``, one object a line.

Each line says of one form of one concept what an editor decided, and where that holds. Every mistake in the file is a
problem with line and remedy; a file with one stops the run, so that no verdict is lost silently.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from termcheck import globs
from termcheck.errors import Problem
from termcheck.languages.folding import fold
from termcheck.model import Article, ArticleRecord, Finding, State, Unmatched
from termcheck.own_files import read_own

MAX_BYTES = 64 * 2**20
"""A larger file is no file of decisions."""
EVERYWHERE = "everywhere"
_KEYS = ("concept", "form", "scope", "verdict", "who", "when", "why", "until")


class Verdict(StrEnum):
    """What an editor may decide of a form."""

    IGNORE = "ignore"
    FALSE_ALARM = "false-alarm"
    NOT_A_VARIANT = "not-a-variant"
    ADMIT = "admit"
    DEPRECATE = "deprecate"
    SAME_WORD = "same-word"
    """Of two words, written "cyber = network": they stand for each other in any name."""
    OTHER_WORD = "other-word"
    """Of two such words: they do not, though terms of one concept make them look alike."""


_OF_WORDS = frozenset((Verdict.SAME_WORD, Verdict.OTHER_WORD))
_SILENCING = frozenset((Verdict.IGNORE, Verdict.FALSE_ALARM, Verdict.NOT_A_VARIANT))
_IGNORING = frozenset((Verdict.IGNORE, Verdict.FALSE_ALARM))
"""Those that were made of a finding, and are stale without one."""


class Decision(Struct, frozen=True):
    """One verdict."""

    concept: str
    form: str
    """As it stands in articles."""
    verdict: Verdict
    scope: str | tuple[str, str] = EVERYWHERE
    """``everywhere``, a glob over the article's path, or the one finding: (file, fingerprint)."""
    who: str = ""
    when: dt.date | None = None
    why: str = ""
    until: dt.date | None = None
    """Last date of an article for which it holds; an article without a date is not affected."""
    line: int = 0
    """1-based line of the file at which it stands; 0 for one that is not written yet."""


class Loaded(Struct, frozen=True):
    """Decisions, and what is wrong with the file they come from."""

    decisions: tuple[Decision, ...]
    """In the order of the file."""
    problems: tuple[Problem, ...]


def form_key(text: str) -> str:
    """What two spellings of one form share: folded, white space as single spaces."""
    return " ".join(fold(text).split())


def read_decisions(file: Path, name: str) -> Loaded:
    """The valid decisions of a file, which need not exist, and its problems; ``name`` is how problems show the file."""
    data = read_own(file, name, "the decisions", MAX_BYTES)
    if isinstance(data, Problem):
        return Loaded((), (data,))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Loaded((), (Problem("the decisions are not UTF-8", name, "save the file as UTF-8"),))
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            decision, mistakes = _read_line(line)
            problems.extend(Problem(message, f"{name}:{number}", remedy) for message, remedy in mistakes)
            decisions.extend([replace(decision, line=number)] if decision else [])
    return Loaded(tuple(decisions), tuple(problems))


def with_decisions(text: str, decisions: Iterable[Decision]) -> str:
    """The text of a file of decisions with more of them, lines and keys sorted; a line that is there stays as it is."""
    lines = {line for line in text.split("\n") if line.strip()}
    lines.update(_line(one) for one in decisions)
    return "".join(f"{line}\n" for line in sorted(lines))


def with_fingerprints_of(text: str, fingerprints: Mapping[tuple[str, str], str]) -> str:
    """The text of a file of decisions after articles have changed.

    ``fingerprints``: file and fingerprint of a finding -> its new fingerprint; all other lines stay as they are.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        decision = _read_line(line)[0] if line.strip() else None
        new = fingerprints.get(decision.scope) if decision and isinstance(decision.scope, tuple) else None
        lines.append(_line(replace(decision, scope=(decision.scope[0], new))) if decision and new else line)
    return text if lines == text.split("\n") else with_decisions("\n".join(lines), ())


def _line(decision: Decision) -> str:
    import msgspec

    values = {name: value for name, value in msgspec.to_builtins(decision).items() if value not in ("", None)}
    values.pop("line", None)
    return msgspec.json.encode(values, order="sorted").decode()


_Mistake = tuple[str, str]
"""Message and remedy."""


def _read_line(line: str) -> tuple[Decision | None, list[_Mistake]]:
    import msgspec

    try:
        values = msgspec.json.decode(line.encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, RecursionError) as error:
        return None, [(f"this is not valid JSON: {error}", "write one object a line, or delete the line")]
    if not isinstance(values, dict):
        return None, [("this is no object", 'write {"concept": ..., "form": ..., "verdict": ...}')]
    mistakes = list(_mistakes(values))
    if mistakes:
        return None, mistakes
    scope = values.get("scope", EVERYWHERE)
    return Decision(
        concept=values["concept"],
        form=values["form"],
        verdict=Verdict(values["verdict"]),
        scope=scope if isinstance(scope, str) else (scope[0], scope[1]),
        who=values.get("who") or "",
        when=_date(values.get("when")),
        why=values.get("why") or "",
        until=_date(values.get("until")),
    ), []


def _mistakes(values: Mapping[str, Any]) -> Iterator[_Mistake]:
    for key in values:
        if key not in _KEYS:
            yield f"unknown key `{key}`", f"the keys are {', '.join(_KEYS)}"
    for key in ("concept", "form", "verdict"):
        if key not in values:
            yield f"there is no `{key}`", "add it, or delete the line"
        elif not isinstance(values[key], str) or not values[key].strip():
            yield f"`{key}` must be a text", "write it in quotes"
    verdict = values.get("verdict")
    if isinstance(verdict, str) and verdict.strip() and verdict not in list(Verdict):
        yield f"`verdict` cannot be {verdict!r}", f"write one of {', '.join(Verdict)}"
    if verdict in _OF_WORDS and isinstance(values.get("form"), str) and word_pair(values["form"]) is None:
        yield f"`form` cannot be {values['form']!r} for the verdict {verdict}", 'write two words: "cyber = network"'
    yield from _optional_mistakes(values)
    yield from _scope_mistakes(values.get("scope", EVERYWHERE))


def _optional_mistakes(values: Mapping[str, Any]) -> Iterator[_Mistake]:
    for key in ("who", "why"):
        if not isinstance(values.get(key), str | None):
            yield f"`{key}` must be a text", "write it in quotes"
    for key in ("when", "until"):
        try:
            _date(values.get(key))
        except (ValueError, TypeError):
            yield f"`{key}` must be a date", "write it as 2026-01-31"


def _scope_mistakes(scope: object) -> Iterator[_Mistake]:
    remedy = 'write "everywhere", a glob such as "news/**", or ["file", "fingerprint"]'
    if isinstance(scope, str):
        problem = globs.problem_with(scope) if scope.strip() else "it is empty"
        if problem:
            yield f"`scope` is no glob: {problem}", remedy
    elif not (isinstance(scope, list) and len(scope) == 2 and all(isinstance(one, str) and one for one in scope)):
        yield "`scope` cannot be this", remedy


def _date(value: str | None) -> dt.date | None:
    """The day of an ISO date, or of a date with a time."""
    if value is None or value == "":
        return None
    return dt.datetime.fromisoformat(value).date()


def word_pair(form: str) -> tuple[str, str] | None:
    """The two words of a form such as "cyber = network", in order; None for any other."""
    words = sorted(fold(word).strip() for word in form.split("="))
    return (words[0], words[1]) if len(words) == len(set(words)) == 2 and all(map(str.isalpha, words)) else None


class Verdicts:
    """The decisions of a run, for looking up."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        """Index the decisions by concept and form; of several that hold, the last in the file counts."""
        self._by_form: dict[tuple[str, str], list[Decision]] = {}
        self._on: dict[str, list[Decision]] = {}
        decisions = tuple(decisions)
        of_words = {
            pair: one.verdict
            for one in decisions
            if one.verdict in _OF_WORDS and (pair := word_pair(one.form)) is not None
        }
        self.same_words = tuple(sorted(pair for pair, one in of_words.items() if one is Verdict.SAME_WORD))
        """Pairs of words that an editor has accepted as one, each in order."""
        self.other_words = tuple(sorted(pair for pair, one in of_words.items() if one is Verdict.OTHER_WORD))
        """Pairs that an editor keeps apart."""
        for decision in decisions:
            key = form_key(decision.form)
            self._by_form.setdefault((decision.concept, key), []).append(decision)
            self._on.setdefault(key, []).append(decision)

    def __contains__(self, form: tuple[str, str]) -> bool:
        """Whether anything is decided of a (concept, form), wherever it holds."""
        return (form[0], form_key(form[1])) in self._by_form

    def on(self, form: str) -> Sequence[Decision]:
        """All that is decided of a form, for any concept."""
        return self._on.get(form_key(form), ())

    def apply(self, article: Article | ArticleRecord, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The article's findings in their order, with the open ones decided that a verdict silences."""
        return tuple(self._stated(article, finding) for finding in findings)

    def unmatched(self, records: Iterable[ArticleRecord], name: str, *, is_whole: bool) -> tuple[Unmatched, ...]:
        """Decisions that silence nothing any more; ``name`` is how reports show their file.

        What holds in many articles is judged only where the run ``is_whole``; what holds in one, where it was checked.
        """
        silencing = {one.line: one for ones in self._by_form.values() for one in ones if one.verdict in _IGNORING}
        if not silencing:
            return ()
        files = {one.scope[0] for one in silencing.values() if not isinstance(one.scope, str)}
        checked = set()
        for record in records:
            if record.path in files:
                checked.add(record.path)
            for finding in record.findings:
                if finding.state in {State.DECIDED, State.OPEN}:
                    for one in self._held(record, finding):
                        silencing.pop(one.line, None)
        return tuple(
            Unmatched(name, line, f"“{one.form}” of {one.concept} ({one.verdict.value}) silences nothing any more")
            for line, one in sorted(silencing.items())
            if (is_whole if isinstance(one.scope, str) else one.scope[0] in checked)
        )

    def _stated(self, article: Article | ArticleRecord, finding: Finding) -> Finding:
        if not self._by_form or finding.state is not State.OPEN:
            return finding
        held = self._held(article, finding)
        return replace(finding, state=State.DECIDED, state_reason=_reason(held[-1])) if held else finding

    def _held(self, article: Article | ArticleRecord, finding: Finding) -> list[Decision]:
        """The decisions that silence a finding."""
        if finding.concept is None:
            return []
        return [
            one
            for one in self._by_form.get((finding.concept, form_key(finding.text)), ())
            if one.verdict in _SILENCING and _holds(one, article, finding)
        ]


def _holds(decision: Decision, article: Article | ArticleRecord, finding: Finding) -> bool:
    if decision.until is not None and article.date is not None and article.date > decision.until:
        return False
    if not isinstance(decision.scope, str):
        return decision.scope == (finding.file, finding.fingerprint)
    return decision.scope == EVERYWHERE or globs.matches_any(finding.file, (decision.scope,))


def _reason(decision: Decision) -> str:
    by = f" by {decision.who}" if decision.who else ""
    on = f" on {decision.when.isoformat()}" if decision.when else ""
    return f"decision {decision.verdict.value}{by}{on}{f': {decision.why}' if decision.why else ''}"
