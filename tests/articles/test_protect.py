"""What is protected in running text, and what is not."""

import pytest

from termcheck.articles.protect import protected_spans


def protected(text: str) -> list[str]:
    return [text[slice(*span)] for span in protected_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a-b?c=d#e", "http://例え.jp/x", "ftp://x.y/z", "www.example.org/x", "github.com/x/y",
        "github.com", "docs.python.org", "example.co.uk", "mailto:a@b.org", "a.b+c@example-x.org", "@handle",
        "@scope/name",
        "C:\\data\\report.docx", "\\\\server\\share", "D:/x/y", "/var/log/report.txt", "/usr/bin", "~/notes.md", "./x",
        "../a/b",
        "annual_report_v2.pdf", "report.docx", "README.md", "main.py", "src/main.c", "a/b/photo.JPG",
        "wp-content/uploads", "node_modules/left-pad", "content_type", "snake_case()", "MAX_SIZE", "camelCase()",
        "std::vector", "os.path.join", "obj.attr.name",
        "d41d8cd98f00b204e9800998ecf8427e", "a1b2c3d", "00:1A:2B:3C:4D:5E", "550e8400-e29b-41d4-a716-446655440000",
        "iVBORw0KGgoAAAANSUhEUgABAgMEBQYHCAkKCwwNDg8QERITFBUW", "data:image/png;base64,iVBORw0KGgo=",
    ],
)  # fmt: skip
def test_no_prose(text: str) -> None:
    assert protected(f"See {text} now.") == [text]
    assert protected(f"({text}), and") == [text]
    assert protected(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "plant/switching house/depot", "and/or", "an A/B test", "TCP/IP", "on/off", "Node.js", "ASP.NET", "Vue.js",
        "U.S.", "e.g. this", "the U.S.-China talks", "Booking.com", "10:15", "COVID-19", "H1N1", "38.6%", "1,000.50",
        "Wi-Fi/Bluetooth",
        "short-term/long-term", "his/her", "20th", "CO2", "G20", "24/7", "the 14th Five-Year Plan", "/APC", "9/11",
        "A&B",
        "m/s", "state-of-the-art-technologies-and-methods", "Acme(R)",
        "(a+)+$", "end.The next", "iPhone", "macOS", "C++",
        "C#","R&D", "3D", "x86", "p.m.", "Ph.D.", "No.1", "St.Petersburg", "AT&T", "a—b", "…", "Xinhua/AP",
    ],
)  # fmt: skip
def test_prose(text: str) -> None:
    assert protected(text) == []
    assert protected(f"There is {text} here") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("详见https://example.org/x。下文", ["https://example.org/x"]),
        ("详见https://example.org/x发布", ["https://example.org/x"]),
        ("https://zh.wikipedia.org/wiki/中央网信办 的", ["https://zh.wikipedia.org/wiki/中央网信办"]),
        ("github.com에서", ["github.com"]),
        ("«https://example.org»", ["https://example.org"]),
        ("(see https://x.org/a_(b)).", ["https://x.org/a_(b)"]),
        (
            'Read {{< ref "old name" >}} and {% include "a/b.html" %}.',
            ['{{< ref "old name" >}}', '{% include "a/b.html" %}'],
        ),
        ("{{ page.title }}, {{ no\u2029end }} and 5 {%", ["{{ page.title }}"]),
        ("https://example.org/a,b; c", ["https://example.org/a,b"]),
        ("report.pdf's pages", ["report.pdf"]),
        ("a_b, c_d", ["a_b", "c_d"]),
        ("call foo().", ["foo()"]),
        ("see:https://x.org", ["https://x.org"]),
        ("the http:// scheme, doi: and mailto: too", []),
    ],
)
def test_where_it_ends(text: str, expected: list[str]) -> None:
    assert protected(text) == expected


def test_an_address_does_not_go_on_in_the_next_block() -> None:
    assert protected("www.example.org\u2029network") == ["www.example.org"]
