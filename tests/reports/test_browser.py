"""The HTML report in a real browser, where one is installed."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termcheck.model import Report
from termcheck.reports import REPORTERS

if TYPE_CHECKING:
    from tests.reports.conftest import Build


BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--enable-logging=stderr", "--v=0",
    "--virtual-time-budget=2000",
)  # fmt: skip

pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs Chromium or Chrome on the PATH")


def loaded(report: Report, tmp_path: Path, fragment: str = "") -> tuple[str, str]:
    """The document after its script has run, and what the console said."""
    file = tmp_path / "report.html"
    file.write_text(REPORTERS["html"](report), encoding="utf-8", newline="\n")
    done = subprocess.run(
        [str(BROWSER), *QUIET, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri() + fragment],
        capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


def status(document: str) -> str:
    return re.findall(r'<p id="shown"[^>]*>([^<]*)<', document)[0]


def shown_findings(document: str) -> list[str]:
    tags = re.findall(r'<li class="finding[^>]*>', document)
    return [re.findall('id="([^"]*)"', tag)[0] for tag in tags if " hidden" not in tag]


def test_the_page_loads_without_a_complaint_and_offers_its_filters(report: Report, tmp_path: Path) -> None:
    document, console = loaded(report, tmp_path)
    assert console == ""
    assert 'class="scripted"' in document
    assert '<form id="filters"' in document
    assert " hidden" not in re.findall('<form id="filters"[^>]*>', document)[0]
    assert status(document) == "2 findings"


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        ("#severity=error", ["finding-1"]),
        ("#severity=warning,hint", ["finding-2"]),
        ("#q=THREE%20METS", []),
        ("#q=%E7%BD%91%E4%BF%A1%E5%8A%9E)+met", ["finding-1"]),
        ("#file=news/new.txt&concept=cac&rule=altered-term", ["finding-2"]),
    ],
)
def test_filters_in_the_address_hide_the_other_findings(
    report: Report, tmp_path: Path, fragment: str, shown: list[str]
) -> None:
    document, console = loaded(report, tmp_path, fragment)
    assert console == ""
    assert shown_findings(document) == shown
    assert status(document) == f"{len(shown)} of 2 findings"


def test_nothing_in_an_article_or_glossary_runs(build: "Build", tmp_path: Path) -> None:
    attack = "\"><img src=x onerror=document.title='owned'><script>document.title='owned'</script>"
    article = f"The {attack} met."
    document, console = loaded(build.one(article, attack, message=attack, concept=attack, file=attack), tmp_path)
    assert console == ""
    assert "<title>owned" not in document
    assert status(document) == "1 finding"
