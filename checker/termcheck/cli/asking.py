"""Asks an editor on a terminal what to write in place of each finding."""

from collections.abc import Sequence

import click

from termcheck.fixing import Wish
from termcheck.glossary.standing import holds_for, standing
from termcheck.model import ArticleResult, Finding, Glossary, Standing, State
from termcheck.reports.summary import number

_REACH = 60
"""Characters shown on both sides of a finding."""
_ANSWERS = ["y", "n", "o", "a", "x", "q"]


class Asker:
    """Asks for each finding, and remembers what was answered for all of a kind."""

    def __init__(self, glossary: Glossary) -> None:
        """Nothing is answered yet; ``glossary`` has the other names to choose from."""
        self._glossary = glossary
        self._always: dict[tuple[str | None, str], Wish | None] = {}
        self._accepted = 0
        self._is_over = False

    def choose(self, result: ArticleResult) -> list[Wish]:
        """The findings of an article that are to be mended, and with what."""
        asked = (self._wish(result, finding) for finding in result.findings if _can_be_mended(finding))
        wishes = [wish for wish in asked if wish is not None]
        self._accepted += len(wishes)
        return wishes

    def wants_to_write(self, question: str) -> bool:
        """Whether what was accepted is to be written; asks ``question`` of whoever has quit before the end."""
        if not (self._is_over and self._accepted):
            return True
        return click.confirm(f"\n{question} {number(self._accepted, 'accepted name')}?", default=True)

    def _wish(self, result: ArticleResult, finding: Finding) -> Wish | None:
        key = finding.concept, finding.text
        if key in self._always:
            known = self._always[key]
            return known and known._replace(finding=finding)
        if self._is_over:
            return None
        _show(result, finding)
        others = self._others(result, finding)
        wish, answer = _asked(finding, others)
        self._is_over = answer == "q"
        if answer in {"a", "x"}:
            self._always[key] = wish
        return wish

    def _others(self, result: ArticleResult, finding: Finding) -> Sequence[str]:
        """What else the glossary approves for the finding's concept in this article, preferred first."""
        article, lang = result.article, finding.lang or result.article.lang or "und"
        names = [
            term.text
            for concept in self._glossary.concepts
            if concept.id == finding.concept
            for term in sorted(concept.terms, key=lambda term: term.text != finding.preferred)
            if holds_for(term.lang, lang) and standing(term, article.date, article.path) is Standing.APPROVED
        ]
        return [name for name in dict.fromkeys(names) if name not in {finding.suggestion, finding.text}]


def _can_be_mended(finding: Finding) -> bool:
    return finding.state is State.OPEN and finding.suggestion is not None


def _show(result: ArticleResult, finding: Finding) -> None:
    text = result.article.text
    before = text[: finding.start].rpartition("\n")[2][-_REACH:]
    after = text[finding.end :].partition("\n")[0].rstrip("\r")[:_REACH]
    click.echo(f"\n{finding.file}:{finding.place}: {finding.message}")
    click.echo(f"  {before}[{' '.join(finding.observed.split())} -> {finding.suggestion}]{after}")


def _asked(finding: Finding, others: Sequence[str]) -> tuple[Wish | None, str]:
    """What to write, if anything, and the answer."""
    question = "yes, no, other name, all like this, none like this, quit"
    while True:
        answer = click.prompt(question, type=click.Choice(_ANSWERS), default="y")
        if answer != "o":
            return (Wish(finding) if answer in {"y", "a"} else None), answer
        name = _other_name(others)
        if name:
            return Wish(finding, name), answer


def _other_name(others: Sequence[str]) -> str:
    """The number or the words of another name; empty to go back."""
    for place, name in enumerate(others, start=1):
        click.echo(f"  {place}  {name}")
    ask = "number, or what to write; empty to go back" if others else "what to write; empty to go back"
    told = str(click.prompt(ask, default="", show_default=False)).strip()
    if told.isascii() and told.isdigit() and 1 <= int(told) <= len(others):
        return others[int(told) - 1]
    return told
