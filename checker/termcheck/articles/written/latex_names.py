"""What commands and environments of LaTeX mean for a reader."""

import re
from collections.abc import Mapping

ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
"""Command -> the combining mark that it puts on a letter."""
CHARACTERS: Mapping[str, str] = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«", "glqq": "„",
    "guillemotright": "»", "grqq": "“", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "S": "§", "P": "¶", "copyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£", "euro": "€",
    "texteuro": "€", "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "-": "\u00ad", "/": "\u200c", "slash": "/",
    "textperiodcentered": "·", "textbullet": "•", "textdegree": "°", "dag": "†", "textunderscore": "_", "lq": "‘",
    "rq": "’", "flqq": "«", "frqq": "»",
}  # fmt: skip
"""Command -> the text that it prints; ``\\-`` is where a word may be parted."""
SIGNS: Mapping[str, str] = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "`": "‘",
    ",,": "„",
    '"`': "„",
    "\"'": "“",
    "~": "\u00a0",
}
"""What LaTeX makes of signs."""
SPACES = frozenset(
    (
        " ",
        ",",
        ";",
        ":",
        "!",
        ">",
        "\\",
        "quad",
        "qquad",
        "enspace",
        "thinspace",
        "newline",
        "linebreak",
        "space",
        "hfill",
        "@",
    )
)
HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph frametitle framesubtitle addchap addsec "
    "minisec".split()
)
BLOCK_COMMANDS: Mapping[str, tuple[int, bool]] = {
    "par": (0, False), "item": (0, False), "title": (0, True), "subtitle": (0, True), "caption": (0, True),
    "captionof": (1, True), "footnote": (0, True), "footnotetext": (0, True), "thanks": (0, True), "note": (0, True),
    "marginpar": (0, True), "marginnote": (0, True), "sidenote": (0, True), "todo": (0, True), "bibitem": (1, False),
    "hline": (0, False), "toprule": (0, False), "midrule": (0, False), "bottomrule": (0, False), "cline": (1, False),
    "newpage": (0, False), "clearpage": (0, False), "maketitle": (0, False), "multicolumn": (2, True),
    "multirow": (2, True), "bigskip": (0, False), "medskip": (0, False), "smallskip": (0, False),
    "noindent": (0, False), "epigraph": (0, True), "abstract": (0, True), "dedicatory": (0, True),
}  # fmt: skip
"""Command -> how many arguments are no text, and whether one with text follows."""
MARKED: Mapping[str, int] = {
    "ref": 1, "eqref": 1, "pageref": 1, "autoref": 1, "cref": 1, "Cref": 1, "nameref": 1, "vref": 1, "url": 1,
    "nolinkurl": 1, "path": 1, "texttt": 1, "code": 1, "ensuremath": 1, "SI": 2, "si": 1,
    "num": 1, "qty": 2, "unit": 1, "email": 1, "gls": 1, "Gls": 1, "glspl": 1, "Glspl": 1, "acrshort": 1, "acrlong": 1,
    "ac": 1, "acs": 1, "acl": 1, "textcite": 1, "citet": 1, "citeauthor": 1, "href*": 1, "ce": 1, "symbol": 1,
}  # fmt: skip
"""Command that prints what is no text of the author's -> how many arguments it has."""
HIDDEN_ARGUMENTS: Mapping[str, int] = {
    "includegraphics": 1, "label": 1, "cite": 1, "citep": 1, "parencite": 1, "autocite": 1, "footcite": 1,
    "cites": 1, "nocite": 1,
    "index": 1, "input": 1, "include": 1, "includeonly": 1, "usepackage": 1, "RequirePackage": 1, "documentclass": 1,
    "bibliography": 1, "bibliographystyle": 1, "addbibresource": 1, "href": 1, "hyperref": 0, "hyperlink": 1,
    "hypertarget": 1, "vspace": 1, "hspace": 1, "setlength": 2, "addtolength": 2, "setcounter": 2, "addtocounter": 2,
    "stepcounter": 1, "refstepcounter": 1, "newcommand": 2, "renewcommand": 2, "providecommand": 2,
    "newenvironment": 3, "renewenvironment": 3, "newtheorem": 2, "DeclareMathOperator": 2, "pagestyle": 1,
    "thispagestyle": 1, "pagenumbering": 1, "color": 1, "textcolor": 1, "colorbox": 1, "fontsize": 2,
    "selectlanguage": 1, "foreignlanguage": 1, "graphicspath": 1, "hypersetup": 1, "lstset": 1, "lstinputlisting": 1,
    "inputminted": 2,
    "date": 1, "author": 1, "affil": 1, "usetikzlibrary": 1, "pdfbookmark": 2, "addcontentsline": 3, "markboth": 2,
    "phantom": 1, "hphantom": 1, "vphantom": 1, "raisebox": 1, "parbox": 1, "makebox": 0, "resizebox": 2, "scalebox": 1,
    "rotatebox": 1, "newacronym": 1, "newglossaryentry": 2, "rule": 2, "kern": 0, "hskip": 0, "vskip": 0, "def": 0,
    "let": 0, "sisetup": 1, "captionsetup": 1, "geometry": 1, "newlength": 1, "tikzset": 1, "tikz": 1,
}  # fmt: skip
"""Command that prints nothing itself -> how many arguments are no text; what follows them is."""
PROTECTED_ENVIRONMENTS = frozenset(
    "verbatim Verbatim lstlisting minted alltt comment filecontents equation align gather multline eqnarray math "
    "displaymath flalign alignat dmath tikzpicture picture algorithmic algorithm algorithm2e lstcode pycode sagesilent "
    "forest pgfpicture circuitikz code BVerbatim LVerbatim SaveVerbatim".split()
)
ENVIRONMENT_ARGUMENTS: Mapping[str, int] = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "minipage": 1,
    "multicols": 1, "thebibliography": 1, "wrapfigure": 2, "wraptable": 2, "subfigure": 1, "subtable": 1, "column": 1,
    "spacing": 1, "otherlanguage": 1, "otherlanguage*": 1, "list": 2, "tabbing": 0, "adjustbox": 1,
}  # fmt: skip
"""Environment -> how many of its arguments are no text."""
QUOTING = frozenset(("quote", "quotation", "verse", "displayquote", "blockquote"))
_LANGUAGES: Mapping[str, str] = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "german": "de", "ngerman": "de", "austrian": "de-AT", "naustrian": "de-AT", "nswissgerman": "de-CH",
    "french": "fr", "francais": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "brazil": "pt-BR",
    "brazilian": "pt-BR", "dutch": "nl", "russian": "ru", "ukrainian": "uk", "polish": "pl", "czech": "cs",
    "slovak": "sk", "hungarian": "hu", "magyar": "hu", "romanian": "ro", "bulgarian": "bg", "croatian": "hr",
    "serbian": "sr", "slovene": "sl", "slovenian": "sl", "greek": "el", "turkish": "tr", "swedish": "sv",
    "danish": "da", "norsk": "nb", "nynorsk": "nn", "finnish": "fi", "estonian": "et", "latvian": "lv",
    "lithuanian": "lt",
    "arabic": "ar", "hebrew": "he", "persian": "fa", "farsi": "fa", "hindi": "hi", "catalan": "ca", "galician": "gl",
    "basque": "eu", "indonesian": "id", "vietnamese": "vi", "thai": "th", "japanese": "ja", "korean": "ko",
    "chinese": "zh", "latin": "la",
}  # fmt: skip
"""Language of babel and polyglossia -> BCP 47 tag."""
_BABEL = r"\\usepackage\[([^\]]*)\]\{babel\}|\\set(?:default|main)language(?:\[[^\]]*\])?\{(\w+)\}"
_CHINESE = r"\\documentclass(?:\[[^\]]*\])?\{ctex"


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the language that a preamble sets, of several the last one, as babel does."""
    found = re.search(_BABEL, text)
    if found is None and re.search(_CHINESE, text):
        return "zh"
    return _LANGUAGES.get((found[1] or found[2]).rpartition(",")[2].strip().lower()) if found else None
