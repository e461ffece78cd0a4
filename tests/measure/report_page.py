"""Size of the HTML report and the time of filtering it, with 20,000 findings in 2,000 articles, in headless Chromium.

Prints both beside their limits; exit status 1 where one is missed. Needs Chromium and chromedriver.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from termcheck.pipeline import RunRequest, run
from termcheck.reports import REPORTERS

ARTICLES = 2_000
FINDINGS = 10
"""In each article."""
MOST_BYTES = 15_000_000
MOST_MILLISECONDS = 100.0
_FILTER = """
const field = document.querySelector('#filters [name=q]');
const times = [];
for (const words of ['met', 'met 17', 'zzz', '', 'office']) {
  field.value = words;
  const begun = performance.now();
  field.dispatchEvent(new Event('input', {bubbles: true}));
  document.body.offsetHeight;
  times.push(performance.now() - begun);
}
return times;
"""


def main() -> int:
    """Make the report, open it, filter."""
    with tempfile.TemporaryDirectory() as folder:
        file = _report(Path(folder))
        size = file.stat().st_size
        times = _times(file)
    slowest = max(times[1:])  # the first one reads every card's text, once
    print(f"size: {size / 1e6:.1f} MB (at most {MOST_BYTES / 1e6:g})")
    print(f"filtering: {slowest:.0f} ms at most, {times[0]:.0f} ms for the first time (at most {MOST_MILLISECONDS:g})")
    return int(size > MOST_BYTES or slowest > MOST_MILLISECONDS)


def _report(folder: Path) -> Path:
    rows = ["concept,lang,term,status"]
    for number in range(40):
        rows += [
            f"c{number},en,Bureau of Matter {number},preferred",
            f"c{number},en,Office for Matter {number},deprecated",
        ]
    (folder / "terms.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "news").mkdir()
    for number in range(ARTICLES):
        names = (f"The Office for Matter {(number + place) % 40} met {place} times." for place in range(FINDINGS))
        (folder / "news" / f"{number:04}.txt").write_text("\n\n".join(names), encoding="utf-8")
    report = run(RunRequest(cwd=folder, paths=("news",), glossary=("terms.csv",), lang="en"))
    print(f"{len(report.findings):,} findings in {len(report.results):,} articles")
    file = folder / "report.html"
    file.write_text(REPORTERS["html"](report), encoding="utf-8", newline="\n")
    return file


def _times(file: Path) -> list[float]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    options.binary_location = str(next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome")))))
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        driver.get(file.as_uri())
        times: list[float] = driver.execute_script(_FILTER)
        return times
    finally:
        driver.quit()


if __name__ == "__main__":
    sys.exit(main())
