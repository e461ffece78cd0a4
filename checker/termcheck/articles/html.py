"""Reads HTML."""

import re

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.elements import WHOLE_PAGE
from termcheck.articles.html_text import unescape
from termcheck.articles.markup import Elements
from termcheck.articles.metadata import Dates, language_tag
from termcheck.articles.reading import Reading
from termcheck.articles.view import ViewBuilder
from termcheck.config import Settings
from termcheck.model import RegionKind

_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_PUBLISHED_NAMES = frozenset(
    "article:published_time og:published_time og:article:published_time datepublished date pubdate publishdate "
    "publish-date publish_date published publication_date dc.date dc.date.issued dcterms.date dcterms.issued "
    "citation_publication_date parsely-pub-date sailthru.date".split()
)
_CHANGED_NAMES = frozenset({"article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"})


class _Head:
    """What the tags of a page say of it as a whole."""

    def __init__(self) -> None:
        self.dates = Dates()
        self.lang: str | None = None
        self._content_language: str | None = None
        self._times: set[str] = set()

    def watch(self, name: str, values: dict[str, str]) -> None:
        """Take in a start tag."""
        if name in WHOLE_PAGE:
            self.lang = self.lang or language_tag(values.get("lang") or values.get("xml:lang"))
        elif name == "meta":
            self._meta(values)
        elif name == "time" and "datetime" in values:
            if "pubdate" in values or values.get("itemprop", "").lower() == "datepublished":
                self.dates.published(unescape(values["datetime"]))
            elif values.get("itemprop", "").lower() != "datemodified":
                self._times.add(values["datetime"].strip()[:10])

    def _meta(self, values: dict[str, str]) -> None:
        content = unescape(values.get("content", ""))
        names = {values[key].strip().lower() for key in ("property", "name", "itemprop") if key in values}
        if names & _PUBLISHED_NAMES:
            self.dates.published(content)
        elif names & _CHANGED_NAMES:
            self.dates.changed(content)
        elif values.get("http-equiv", "").strip().lower() == "content-language" or names & {"language", "og:locale"}:
            self._content_language = self._content_language or language_tag(content)

    def finish(self, text: str) -> None:
        """Weigh what is less sure."""
        self.lang = self.lang or self._content_language
        for match in _PUBLISHED.finditer(text):
            self.dates.published(match[1])
            break
        if len(self._times) == 1:  # several may belong to events, comments or other articles
            self.dates.shown(*self._times)


def read_html(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read the text of an HTML file."""
    builder = ViewBuilder(text)
    log = DirectiveLog()
    head = _Head()
    elements = Elements(builder, text, log, head.watch)
    elements.feed(text, 0)
    elements.close()
    head.finish(text)
    view = builder.view()
    regions = builder.regions()
    title = None
    for kind in (RegionKind.TITLE, RegionKind.HEADING):
        found = [one.view_span for one in regions if one.kind is kind]
        if title is None and found:
            title = " ".join(view.text[found[0].start : found[0].end].split())
    return Reading(view, regions, log, title, head.dates, head.lang, builder.parts())
