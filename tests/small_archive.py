"""A project with findings of every kind, some of which only all articles show, and files that cannot be checked."""

from pathlib import Path

from termcheck.model import Report
from termcheck.pipeline import RunRequest, check_articles, prepare
from termcheck.reports import REPORTERS

TERMS = """concept,lang,term,status,paths
cac,en,Central Cyberspace Administration,preferred,
cac,en,Central Network Information Office,deprecated,
civ,en,internet civilization,preferred,
civ,en,online civilization,admitted,
party,en,Communist Party,preferred,
party,en,the Party,admitted,news/d/**
"""
FORMATS = ("json", "findings.csv", "reconciliation.csv", "html")
COUNT = 24
"""Articles that can be checked."""


def text_of(number: int) -> str:
    """The text of an article."""
    return (
        f"---\ntitle: Article {number}\ndate: 2023-01-{number % 9 + 1:02}\n---\n\n"
        f"The {'Central Network Information Office' if number % 3 else 'Central Cyberspace Administration'} met.\n\n"
        f"{'<!-- termcheck-disable-next-line -->' if number % 4 == 0 else 'It was late.'}\n"
        f"{'Internet' if number % 5 else 'Online'} civilization grows, says the Party in article {number}.\n\n"
        f"The Central Netwrk Information Office is in Beijing. The director of the Central {number} Administration.\n\n"
        f"{'A paragraph in which there is nothing. ' * (number % 4)}\n"
    )


def write_project(root: Path, count: int = COUNT) -> None:
    """Write the project into a folder."""
    (root / "terms.csv").write_text(TERMS, encoding="utf-8")
    (root / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    for number in range(count):
        path = root / "news" / "abcd"[number % 4] / f"{number:02}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number), encoding="utf-8")
    (root / "news" / "french.md").write_text("---\nlang: fr\n---\n\nBonjour à tous.\n", encoding="utf-8")
    (root / "news" / "bytes.md").write_bytes(b"\x00\x01\x02\xff" * 50)


def report_of(root: Path, chunk_size: int = 5, **request: object) -> Report:
    """What checking the project in a folder yields."""
    job = prepare(RunRequest(paths=("news",), cwd=root, **request))  # type: ignore[arg-type]  # fields of the request
    return check_articles(job, chunk_size=chunk_size)


def bytes_of(root: Path, chunk_size: int = 5, **request: object) -> list[str]:
    """The same as reports in ``FORMATS``."""
    report = report_of(root, chunk_size, **request)
    return [REPORTERS[name](report) for name in FORMATS]
