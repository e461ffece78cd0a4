"""How the formats of articles write characters that mean something to them: for names that are put into a file."""

from collections.abc import Callable, Mapping

from termcheck.articles.formats import suffix_of

_LATEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"})
_QUOTED = str.maketrans({'"': '\\"', "\\": "\\\\"})
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_ANDROID = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': '\\"', "'": "\\'", "\\": "\\\\"})
_IN_XML = ".xlf .xliff .sdlxliff .mqxliff .mxliff .txlf .tmx .ts .resx .resw .stringsdict".split()
_PROPERTIES = str.maketrans({"\\": "\\\\"})


def _by(table: dict[int, str]) -> Callable[[str], str]:
    def escape(text: str) -> str:
        return text.translate(table)

    return escape


_ESCAPES: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), _by(_HTML)),
    **dict.fromkeys(_IN_XML, _by(_XML)),
    **dict.fromkeys((".json", ".arb", ".xcstrings", ".strings", ".po", ".pot"), _by(_QUOTED)),
    **dict.fromkeys((".tex", ".ltx"), _by(_LATEX)),
    ".xml": _by(_ANDROID),
    ".properties": _by(_PROPERTIES),
}


def escaped(text: str, path: str) -> str:
    """A text as it is written in the file with that path; as it stands, where its suffix tells nothing."""
    escape = _ESCAPES.get(suffix_of(path))
    return escape(text) if escape is not None else text
