"""termcheck finds where translated texts call a known thing by the wrong or by an inconsistent name.

The public interface: ``load_glossary``, ``check`` and the types in ``TYPES``, all imported on first use, so that the
command line starts fast.

>>> import termcheck
>>> glossary = termcheck.load_glossary("glossary")
>>> result = termcheck.check("The CNIO met.", glossary, lang="en")
>>> [finding.text for finding in result.findings]
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from termcheck.config import Settings
    from termcheck.model import ArticleResult, Glossary

__version__ = "0.1.0"


def load_glossary(*paths: "str | PathLike[str]") -> "Glossary":
    """Read and merge glossary files or folders; raises GlossaryError with every problem."""
    from pathlib import Path

    from termcheck.glossary import load_glossary as load

    return load([Path(path) for path in paths], Path.cwd())


def check(text: str, glossary: "Glossary", *, path: str = "text.txt", lang: str | None = None,
          settings: "Settings | None" = None) -> "ArticleResult":  # fmt: skip
    """Check one text; the suffix of ``path`` says how it is read, and findings carry it as their file.

    Raises ArticleError where the text cannot be read, or where the glossary has no term in its language.
    """
    from termcheck.pipeline import check_text

    return check_text(text, glossary, path=path, lang=lang, settings=settings)
