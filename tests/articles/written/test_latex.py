"""LaTeX."""

import pytest

from seen_articles import Read, blocks, raw, regions
from termcheck.model import PROTECTED_MARK as M
from termcheck.model import DirectiveKind, RegionKind

TEXT = r"""\documentclass[12pt]{article}
\usepackage[english,ngerman]{babel}
% termcheck-disable cac
\newcommand{\office}[1]{The Office #1}
\title{The \emph{Net} Office}
\author{Somebody}
\date{2021-03-04}
\begin{document}
\maketitle
\section[short]{First section}\label{sec:office}
The \textbf{Central Network
Office} met at the caf\'e, na\"{\i}ve, \c{c}a, Stra\ss e, \o{}re, M\"unchen.% a comment on the Office
 Then on pages 3--4, 5\,\% of \texttt{net\_office} and \verb|Office| with $x = Office$
and \cite[p.~3]{office2020}, see \href{http://office}{the page}~\ref{sec:office}.

``Quoted'' \enquote{too}\footnote{A note.} and on.
\begin{itemize}
  \item First
  \item[Label] Second
\end{itemize}
\begin{equation}
  Office = 1
\end{equation}
\begin{lstlisting}[language=C]
Office();
\end{lstlisting}
\begin{quote}
Said by somebody.
\end{quote}
\begin{figure}[ht]
  \includegraphics[width=3cm]{office.png}
  \caption{The seat}
\end{figure}
\begin{tabular}{ll}
Cell & Other \\ \hline
Third & Fourth
\end{tabular}
% termcheck-enable

Next\\line with \unknown{shown text} \LaTeX{} and \ldots
\end{document}
Office after the end
"""


def test_what_a_reader_sees(read: Read) -> None:
    article = read("a.tex", TEXT)
    assert blocks(article) == [
        "The Net Office", "short", "First section",
        "The Central Network Office met at the café, naı̈ve, ça, Straße, øre, München.Then on pages 3–4, 5 % of "
        f"{M} and {M} with {M} and , see the page\u00a0{M}.".replace("ı̈", "ï"),
        "“Quoted” “too”", "A note.", "and on.", "First", "Label", "Second", "Said by somebody.", "The seat", "Cell",
        "Other", "Third", "Fourth", "Next line with shown text LaTeX and …",
    ]  # fmt: skip
    assert (article.title, article.lang, str(article.date)) == ("The Net Office", "de", "2021-03-04")
    assert regions(article, RegionKind.TITLE) == ["The Net Office"]
    assert regions(article, RegionKind.HEADING) == ["First section"]
    assert regions(article, RegionKind.BLOCK_QUOTATION) == ["Said by somebody."]
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE, DirectiveKind.ENABLE]
    assert raw(article, "Central Network Office met") == "Central Network\nOffice} met"
    assert raw(article, "café") == r"caf\'e"
    assert raw(article, "München") == r"M\"unchen"


@pytest.mark.parametrize(
    ("preamble", "lang"),
    [
        (r"\usepackage[ngerman,british]{babel}", "en-GB"),
        (r"\setdefaultlanguage[variant=brazilian]{portuguese}", "pt"),
        (r"\documentclass[UTF8]{ctexart}", "zh"),
        (r"\documentclass{article}", None),
        (r"\usepackage[klingon]{babel}", None),
    ],
)
def test_the_preamble_tells_the_language(read: Read, preamble: str, lang: str | None) -> None:
    assert read("a.tex", f"{preamble}\n\\begin{{document}}\nText.\n\\end{{document}}\n").lang == lang


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A part\n\n without preamble", "A part\u2029without preamble"),
        ("one % comment\ntwo", "one two"),
        ("one% comment\n\ntwo", "one\u2029two"),
        ("word\\-part", "word\u00adpart"),
        (r"\[ x \] after \( y \) and $$z$$ here", f"after {M} and {M} here"),
        (r"\textcolor{red}{red text} \hspace{1cm} wide", "red text wide"),
        (r"5\$ and 6\$ for R\&D", "5$ and 6$ for R&D"),
        (r"\begin{comment}Office\end{comment}Text", "Text"),
        (r"\verb+a b+ and \lstinline{c d}", f"{M} and {M}"),
        (r"\unknown{One}{Two} three", "One Two three"),
        (r"{\bf bold} and \textit{it\textbf{al}ic}", "bold and italic"),
        (r"Cost: $5 only", "Cost: 5 only"),
        (r"\begin{frame}{Title}Text\end{frame}", "TitleText"),
        (r"\section[Short \emph{one}]{A long one}", "Short one\u2029A long one"),
        (r"\caption[Brief]{Whole caption}", "Brief\u2029Whole caption"),
        (r"\v{S}koda, \H o, \.I, \~n", "Škoda, ő, İ, ñ"),
    ],
)
def test_single_constructs(read: Read, text: str, shown: str) -> None:
    assert read("a.tex", text).view.text == shown
