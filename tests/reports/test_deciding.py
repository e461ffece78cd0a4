"""The HTML report as a place to work, in a real browser: decide by keyboard and mouse, export, carry out."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from termcheck.cli import main
from termcheck.model import Severity
from termcheck.pipeline import RunRequest, run
from termcheck.reports import REPORTERS

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    BROWSER is None or DRIVER is None, reason="needs Chromium and chromedriver (Debian: chromium-driver) on the PATH"
)
WRONG, RIGHT = "Central Network Information Office", "Cyberspace Administration of China"
GLOSSARY = f"""concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,{RIGHT},preferred
cac,en,State Internet Office,admitted
cac,en,{WRONG},deprecated
civ,en,internet civilization,preferred
civ,en,network civilization,deprecated
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator["WebDriver"]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1280,1400",
    ):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path_factory.mktemp("downloads"))})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.binary_location = str(BROWSER)
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('lang = "en"\nglossary = ["terms.csv"]\n', encoding="utf-8")
    for number, day in enumerate(("2024-01-05", "2024-03-09"), start=1):
        text = (
            f"---\ndate: {day}\n---\nThe {WRONG} met on network civilization.\n\nThe {RIGHT} and the {WRONG} agreed.\n"
        )
        (tmp_path / "news" / f"{number}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Page:
    """The open report."""

    def __init__(self, driver: "WebDriver", project: Path, articles: str = "news") -> None:
        self.driver = driver
        self.project = project
        file = project / "report.html"
        file.write_text(
            REPORTERS["html"](run(RunRequest(cwd=project, paths=(articles,)))), encoding="utf-8", newline="\n"
        )
        driver.get(file.as_uri())
        driver.execute_script("localStorage.clear()")  # reports that are alike share what was decided
        driver.refresh()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def find(self, selector: str) -> Any:  # noqa: ANN401 - an element, whose type selenium names differently by version
        return self.driver.find_element("css selector", selector)

    def find_all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    @property
    def progress(self) -> str:
        return str(self.find("#progress").text)

    def verdicts(self) -> list[str]:
        return [element.text for element in self.find_all(".finding .verdict")]

    def export(self) -> dict[str, Any]:
        """What the button hands out, by the browser's own download."""
        folder = self.project / "downloads"
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        self.find("#export").click()
        file = folder / "termcheck-decisions.json"
        for _ in range(200):
            if file.exists():
                break
            time.sleep(0.05)
        shutil.copy(file, self.project)
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return content


@pytest.fixture
def page(driver: "WebDriver", project: Path) -> Page:
    return Page(driver, project)


def test_decisions_by_keyboard_are_exported_carried_out_and_leave_nothing(page: Page, project: Path) -> None:
    total = len(page.find_all(".finding"))
    assert page.progress == f"0 of {total} decided"
    page.press("j", *("a" * total))
    errors = [card for card in page.find_all(".finding") if "error" in card.get_attribute("class")]
    assert all("Decided: use the suggestion" in card.text for card in errors)
    exported = page.export()
    assert exported["articles"] == ["news/1.md", "news/2.md"]
    assert len(exported["decisions"]) == len(errors)
    assert main(["decide", "termcheck-decisions.json"]) == 0
    assert run(RunRequest(cwd=project, paths=("news",))).count(Severity.ERROR) == 0
    assert page.driver.get_log("browser") == []


def test_keys_move_undo_comment_and_forget(page: Page) -> None:
    page.press("j", "j", "k", "f")
    assert page.progress.startswith("1 of")
    page.press("u")
    assert page.progress.startswith("0 of")
    page.press("c")
    page.press("as it was then\n")
    page.press("i")
    assert page.verdicts() == ["Decided: ignore here — as it was then"]
    page.press("k", "x")
    assert page.verdicts() == []


def test_another_name_is_chosen_from_the_approved_ones_or_typed(page: Page) -> None:
    page.press("j", "r")
    names = [option.get_attribute("value") for option in page.find_all("#names-approved option")]
    assert RIGHT in names
    page.press("the office\n")
    assert page.verdicts() == ["Decided: write “the office”"]


def test_one_click_decides_every_mention_of_a_rendering(page: Page) -> None:
    row = next(row for row in page.find_all("tr[data-rendering]") if row.get_attribute("data-rendering") == WRONG)
    row.find_element("css selector", ".for-all").click()
    page.find("#panel button[data-choice=a]").click()
    assert len(page.verdicts()) == 4
    (decision,) = page.export()["decisions"]
    assert (decision["concept"], decision["text"], decision["decision"]) == ("cac", WRONG, "accept")
    assert main(["decide", "termcheck-decisions.json"]) == 0
    assert WRONG not in (page.project / "news" / "1.md").read_text(encoding="utf-8")


def test_decisions_are_kept_while_the_page_is_closed(page: Page) -> None:
    page.press("j", "i", "f")
    before = page.progress
    page.driver.refresh()
    assert page.progress == before
    assert len(page.verdicts()) == 2


def test_undecided_ones_can_be_shown_alone(page: Page) -> None:
    page.press("j", "i")
    page.find("input[name=open]").click()
    shown = [card for card in page.find_all(".finding") if card.is_displayed()]
    assert len(shown) == len(page.find_all(".finding")) - 1


def test_pictures_tell_their_numbers_to_pointer_and_keyboard(page: Page) -> None:
    circles = page.find_all("figure.picture circle")
    assert circles
    page.driver.execute_script("arguments[0].focus()", circles[0])
    figure = circles[0].find_element("xpath", "ancestor::figure")
    told = figure.find_element("css selector", "output").text
    assert told == circles[0].get_attribute("data-say")
    assert "2024-01-05" in told
    rect = page.find("figure.picture rect")
    page.driver.execute_script("arguments[0].dispatchEvent(new PointerEvent('pointerover', {bubbles: true}))", rect)
    assert "%" in rect.find_element("xpath", "ancestor::figure").find_element("css selector", "output").text


def test_the_seeds_are_clean_after_one_round(
    driver: "WebDriver", root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Open, filter, decide by keyboard, export, carry out, check again."""
    for name in ("seeds", "glossary"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    page = Page(driver, tmp_path, "seeds")
    page.find("input[name=severity][value=error]").click()
    errors = [card for card in page.find_all(".finding") if card.is_displayed()]
    assert len(errors) > 50
    page.find("h2").click()
    page.press("j", *("a" * len(errors)))
    assert page.progress.startswith(f"{len(errors)} of ")
    page.export()
    assert main(["decide", "termcheck-decisions.json"]) == 0
    assert run(RunRequest(cwd=tmp_path, paths=("seeds",))).count(Severity.ERROR) == 0
    assert main(["decide", "termcheck-decisions.json"]) == 1
    assert run(RunRequest(cwd=tmp_path, paths=("seeds",))).count(Severity.ERROR) == 0
