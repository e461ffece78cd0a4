"""Charts of documents and slides: what is written in them is read once, numbers never."""

from seen_articles import Read
from termcheck.model import Article

from .conftest import docx, p, packed, relations, word

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def _points(kind: str, *values: str) -> str:
    listed = "".join(f'<c:pt idx="{number}"><c:v>{value}</c:v></c:pt>' for number, value in enumerate(values))
    return f"<c:{kind}Ref><c:f>Sheet1!$A$1</c:f><c:{kind}Cache>{listed}</c:{kind}Cache></c:{kind}Ref>"


def _series(name: str) -> str:
    names = f"<c:tx>{_points('str', name)}</c:tx><c:cat>{_points('str', 'North', 'South')}</c:cat>"
    return f"<c:ser>{names}<c:val>{_points('num', '1999', '2000')}</c:val></c:ser>"


CHART = (
    f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Net </a:t>'
    f"</a:r><a:r><a:t>Office</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>{_series('Staff')}{_series('Cost')}"
    "</c:plotArea></c:chart></c:chartSpace>"
)
TEXTS = ["Net Office", "Staff", "North", "South", "Cost"]


def _places(article: Article) -> list[tuple[str, str]]:
    ends = [one.start - 1 for one in article.locations[1:]] + [len(article.text)]
    return [(one.label, article.text[one.start : end]) for one, end in zip(article.locations, ends, strict=True)]


def test_charts_of_a_document(read: Read) -> None:
    parts = {"word/charts/chart1.xml": CHART, "word/charts/chart2.xml": CHART.replace("Net ", "Home ")}
    data = docx(p("Text."), parts, chart1="charts/chart1.xml", chart2="charts/chart2.xml")
    assert _places(read("a.docx", data)) == [
        ("paragraph 1", "Text."),
        ("chart 1", "\n".join(TEXTS)),
        ("chart 2", "\n".join(["Home Office", *TEXTS[1:]])),
    ]


def test_charts_of_a_slide(read: Read) -> None:
    slide = "<p:sp><p:txBody><a:p><a:r><a:t>Slide</a:t></a:r></a:p></p:txBody></p:sp>"
    data = packed({
        "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
        "ppt/presentation.xml": word("p:presentation", '<p:sldIdLst><p:sldId id="1" r:id="r-slide1"/></p:sldIdLst>'),
        "ppt/_rels/presentation.xml.rels": relations(slide1="slides/s1.xml"),
        "ppt/slides/s1.xml": word("p:sld", slide),
        "ppt/slides/_rels/s1.xml.rels": relations(chart="../charts/c.xml"),
        "ppt/charts/c.xml": CHART,
    })  # fmt: skip
    assert _places(read("a.pptx", data)) == [("slide 1", "Slide"), ("slide 1, chart", "\n".join(TEXTS))]


def test_diagrams_of_a_document(read: Read) -> None:
    diagram = word("dgm:x", "<a:p><a:r><a:t>Head of </a:t></a:r><a:r><a:t>it</a:t></a:r></a:p>").replace("dgm:", "")
    data = docx(p("Text."), {"word/diagrams/data1.xml": diagram}, diagramData="diagrams/data1.xml")
    assert _places(read("a.docx", data)) == [("paragraph 1", "Text."), ("diagram", "Head of it")]
