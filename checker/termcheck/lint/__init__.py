"""What is doubtful in a glossary that loads: ``termcheck glossary lint``.

Loading already refuses contradictions. Here is what is legal and probably not meant: rows that can never be found,
wrong terms without a right one, examples that fail, rows that no article uses.
"""

from collections.abc import Iterable, Sequence

from termcheck.cache import OFF, Cache
from termcheck.config import Settings
from termcheck.lint import rows, trials
from termcheck.lint.messages import Level, LintMessage
from termcheck.lint.trials import Finder
from termcheck.model import Article, Glossary, Mention

__all__ = ["Finder", "Level", "LintMessage", "lint"]


def lint(
    glossary: Glossary,
    settings: Settings,
    articles: Iterable[Article] = (),
    find: Finder | None = None,
    cache: Cache = OFF,
) -> tuple[LintMessage, ...]:
    """Everything doubtful in a glossary, by file and line.

    ``articles``, with their languages chosen, tell which rows are ever used; without any, none is called unused.
    ``find`` finds the mentions in an article (default: the glossary's own index, of which ``cache`` may have parts).
    """
    finder, row_finder = (find, find) if find else _own_finders(glossary, settings, cache)
    messages = [
        *rows.from_loading(glossary),
        *rows.spelt_in_two_ways(glossary),
        *rows.listed_twice(glossary),
        *rows.without_replacement(glossary),
        *rows.too_short(glossary, settings),
        *rows.covering_others(glossary),
        *trials.never_found(glossary, settings, row_finder),
        *trials.protected(glossary, settings, row_finder),
        *trials.failing_examples(glossary, settings, finder),
        *trials.never_used(glossary, articles, finder),
    ]
    return tuple(sorted(messages, key=_order))


def _order(message: LintMessage) -> tuple[str, int, str, str]:
    file, _, line = message.place.rpartition(":")
    return (file, int(line), message.level, message.message) if line.isdigit() else (message.place, 0, "", str(message))


def _own_finders(glossary: Glossary, settings: Settings, cache: Cache = OFF) -> tuple[Finder, Finder]:
    """What finds all mentions in an article, and what finds only those of the rows themselves, which is quicker."""
    from termcheck.abbreviations import drop_foreign
    from termcheck.matching import compile_index, find_mentions, find_rows

    index = compile_index(glossary, cache)

    def all_mentions(article: Article) -> Sequence[Mention]:
        return drop_foreign(article, find_mentions(article, index, settings), glossary)

    return all_mentions, lambda article: drop_foreign(article, find_rows(article, index, settings), glossary)
