"""termcheck finds where translated texts call a known thing by the wrong or by an inconsistent name.

The public interface: ``load_glossary``, ``check_text`` and the types that they take, return and raise. Everything is
imported when it is first used, so that the command line starts fast.

>>> import termcheck
>>> glossary = termcheck.load_glossary("glossary")
>>> result = termcheck.check_text("The CNIO met.", glossary, lang="en")
>>> [finding.text for finding in result.findings]
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # type checkers take it for true; importing typing would cost every start
    from os import PathLike

    from termcheck.config import Settings as Settings
    from termcheck.errors import ArticleError as ArticleError
    from termcheck.errors import GlossaryError as GlossaryError
    from termcheck.errors import TermcheckError as TermcheckError
    from termcheck.model import Article as Article
    from termcheck.model import ArticleResult as ArticleResult
    from termcheck.model import Concept as Concept
    from termcheck.model import Finding as Finding
    from termcheck.model import Glossary as Glossary
    from termcheck.model import Mention as Mention
    from termcheck.model import Severity as Severity
    from termcheck.model import Term as Term

__version__ = "0.1.0"

_HOMES = {
    "Settings": "config",
    **dict.fromkeys(("ArticleError", "GlossaryError", "TermcheckError"), "errors"),
    **dict.fromkeys(
        ("Article", "ArticleResult", "Concept", "Finding", "Glossary", "Mention", "Severity", "Term"), "model"
    ),
}
"""Public type -> the module that it is imported from."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'termcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"termcheck.{_HOMES[name]}"), name)


def load_glossary(*paths: "str | PathLike[str]") -> "Glossary":
    """Read and merge glossary files of any known format, or folders; raises GlossaryError with every problem."""
    from pathlib import Path

    from termcheck.glossary import load_glossary as load

    return load([Path(path) for path in paths], Path.cwd())


def check_text(
    text: str,
    glossary: "Glossary",
    *,
    path: str = "text.txt",
    lang: str | None = None,
    settings: "Settings | None" = None,
) -> "ArticleResult":
    """Check one text; the suffix of ``path`` says how it is read, and findings carry it as their file.

    Raises ArticleError where the text cannot be read, or where the glossary has no term in its language.
    """
    from termcheck.pipeline import check_text as check

    return check(text, glossary, path=path, lang=lang, settings=settings)
