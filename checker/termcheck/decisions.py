"""What suppresses findings: inline directives set their state; nothing is deleted."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from termcheck.model import (
    Article,
    ArticleRecord,
    Directive,
    DirectiveKind,
    DirectiveUse,
    Finding,
    PlacedDirective,
    Span,
    State,
)


def place_directives(article: Article) -> tuple[PlacedDirective, ...]:
    """The directives of an article in the order of the file, with all that is asked of them when it is gone."""
    directives = sorted(article.directives, key=lambda directive: directive.span)
    lines = _next_lines(article, directives)
    return tuple(_placed(article, directive, lines.get(index, 0)) for index, directive in enumerate(directives))


def apply_directives(
    kept: ArticleRecord, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[DirectiveUse, ...]]:
    """The article's findings in their order, with those under a directive ignored, and what each directive suppressed.

    Call it once an article with all findings that stand in it, those of corpus rules included. A finding is under a
    directive if it starts there; where several hold, ``disable-next-line`` comes first, then the one that names the
    concept, then the latest. Uses are in file order; an ``enable`` is among them only where it ends nothing.
    """
    findings = tuple(findings)
    directives = kept.directives
    if not directives:
        return findings, ()
    holding, idle = _sweep(directives, [finding.start for finding in findings], [f.concept for f in findings])
    holding.update(_on_next_lines(directives, findings))
    suppressed = Counter(holding.values())
    uses = tuple(
        DirectiveUse(kept.path, kept.lang, directive, suppressed[index])
        for index, directive in enumerate(directives)
        if directive.kind is not DirectiveKind.ENABLE or index in idle
    )
    stated = tuple(
        _ignored(finding, directives[holding[index]]) if index in holding else finding
        for index, finding in enumerate(findings)
    )
    return stated, uses


def open_ended(kept: ArticleRecord, uses: Sequence[DirectiveUse]) -> tuple[str, ...]:
    """One notice for each ``disable`` that holds to the end of the article, with the number of findings under it."""
    scope = _Scope()
    for index, directive in enumerate(kept.directives):
        scope.apply(index, directive)
    still_open = {directive.span for directive in scope.open_directives()}
    return tuple(
        f"{kept.path}:{use.directive.location or use.directive.line}: termcheck-disable holds to the end of the "
        f"file, with {use.suppressed} {'finding' if use.suppressed == 1 else 'findings'} under it"
        for use in uses
        if use.directive.kind is DirectiveKind.DISABLE and use.directive.span in still_open
    )


class _Scope:
    """Which ``disable`` directives hold at one place of a file, while it is walked through."""

    def __init__(self) -> None:
        self._all: dict[int, PlacedDirective] = {}
        """Those without concepts, by index in the file; insertion order is file order."""
        self._named: dict[str, dict[int, PlacedDirective]] = {}
        self._reopened: dict[str, int] = {}
        """Concept -> index of the last ``enable`` that named it: earlier ``disable`` directives do not hold for it."""

    def apply(self, index: int, directive: PlacedDirective) -> bool:
        """Take a directive into account; False for an ``enable`` that ends nothing."""
        if directive.kind is DirectiveKind.DISABLE:
            for concept in directive.concepts:
                self._named.setdefault(concept, {})[index] = directive
            if not directive.concepts:
                self._all[index] = directive
            return True
        if directive.kind is DirectiveKind.ENABLE:
            return self._enable(index, directive)
        return True

    def holding(self, concept: str | None) -> int | None:
        """Index of the directive that suppresses findings of the concept here."""
        if concept is not None and self._named.get(concept):
            return next(reversed(self._named[concept]))
        latest = next(reversed(self._all), None)
        if latest is None or (concept is not None and latest < self._reopened.get(concept, -1)):
            return None
        return latest

    def open_directives(self) -> list[PlacedDirective]:
        """Every ``disable`` that holds for something here."""
        return [*self._all.values(), *(found for named in self._named.values() for found in named.values())]

    def _enable(self, index: int, directive: PlacedDirective) -> bool:
        if not directive.concepts:
            ended = bool(self._all or self._named)
            self._all.clear()
            self._named.clear()
            self._reopened.clear()
            return ended
        ended = False
        for concept in directive.concepts:
            ended = self.holding(concept) is not None or ended
            self._named.pop(concept, None)
            self._reopened[concept] = index
        return ended


def _sweep(
    directives: Sequence[PlacedDirective], starts: Sequence[int], concepts: Sequence[str | None]
) -> tuple[dict[int, int], set[int]]:
    """Index of each finding under a ``disable`` -> index of that; and the indexes of ``enable``s that end nothing."""
    scope = _Scope()
    holding: dict[int, int] = {}
    idle: set[int] = set()
    coming = 0
    for finding in sorted(range(len(starts)), key=starts.__getitem__):
        while coming < len(directives) and directives[coming].span.end <= starts[finding]:
            if not scope.apply(coming, directives[coming]):
                idle.add(coming)
            coming += 1
        directive = scope.holding(concepts[finding])
        if directive is not None:
            holding[finding] = directive
    idle.update(index for index in range(coming, len(directives)) if not scope.apply(index, directives[index]))
    return holding, idle


def _on_next_lines(directives: Sequence[PlacedDirective], findings: Sequence[Finding]) -> dict[int, int]:
    """Index of each finding under a ``disable-next-line`` -> index of the directive."""
    by_line: dict[tuple[int, str | None], int] = {}
    for index, directive in enumerate(directives):
        if directive.kind is DirectiveKind.DISABLE_NEXT_LINE:
            by_line.update(((directive.next_line, concept), index) for concept in directive.concepts or (None,))
    found = (by_line.get((f.line, f.concept), by_line.get((f.line, None))) for f in findings)
    return {finding: directive for finding, directive in enumerate(found) if directive is not None}


def _next_lines(article: Article, directives: Sequence[Directive]) -> dict[int, int]:
    """Index of each ``disable-next-line`` -> the line that it is about.

    That is the line after the comment, or, where that is blank or holds nothing but such a comment, the next one that
    does not.
    """
    wanted = {i: d for i, d in enumerate(directives) if d.kind is DirectiveKind.DISABLE_NEXT_LINE}
    stacked = {article.position(d.span.start)[0]: d.span for d in wanted.values()}
    lines: dict[int, int] = {}
    line = 0
    for index, directive in wanted.items():
        line = max(line, article.position(directive.span.end)[0] + 1)
        while line <= len(article.line_starts) and _is_empty(article, line, stacked):
            line += 1
        lines[index] = line
    return lines


def _is_empty(article: Article, line: int, stacked: dict[int, Span]) -> bool:
    start, end = article.line_span(line)
    text = article.text[start:end]
    if line in stacked:
        comment_start, comment_end = stacked[line]
        text = article.text[start:comment_start] + article.text[comment_end:end]
    return not text.strip()


def _placed(article: Article, directive: Directive, next_line: int) -> PlacedDirective:
    start, end = directive.span
    return PlacedDirective(
        directive.kind, directive.concepts, directive.span, *article.position(start), *article.position(end),
        observed=article.text[start:end], next_line=next_line, location=article.location(start),
    )  # fmt: skip


def _ignored(finding: Finding, directive: PlacedDirective) -> Finding:
    where = directive.location or f"line {directive.line}"
    return replace(finding, state=State.IGNORED, state_reason=f"termcheck-{directive.kind.value} at {where}")
