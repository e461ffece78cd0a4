"""Measure of ``termcheck discover``: a corpus of 24 made-up articles with planted renderings and planted new names.

What is planted, and what only looks like it, is written here and nowhere in the program. Each article says a part of
the same news as others do, in its own words, as translations of one press release do.
"""

import tempfile
from collections import Counter
from pathlib import Path

from measures import Measure

from termcheck.discover import discover
from termcheck.discover.found import Discoveries
from termcheck.evidence.dossiers import dossier_of
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import ArticleResult, Severity
from termcheck.pipeline import RunRequest, checked_articles, prepare

_GLOSSARY = """concept,lang,term,status
hfa,zh,港务局,preferred
hfa,en,Harbour Affairs Administration,preferred
hfa,en,HAA,admitted
lit,zh,灯塔研究所,preferred
lit,en,Institute of Lighthouse Engineering,preferred
fis,zh,渔业委员会,preferred
fis,en,Coastal Fisheries Commission,preferred
sal,zh,海上救助局,preferred
sal,en,Maritime Rescue Bureau,preferred
pil,zh,引航协会,preferred
pil,en,Pilots' Association,preferred
mus,zh,船舶博物馆,preferred
mus,en,Museum of Ships,preferred
tid,zh,潮汐监测,preferred
tid,en,tide monitoring,preferred
clean,zh,清洁海岸行动,preferred
clean,en,Clean Shores Campaign,preferred
plan,zh,第三个港口五年规划,preferred
plan,en,Third Five-Year Port Plan,preferred
sup,zh,港口监督厅,preferred
sup,en,Department of Port Supervision,preferred
"""
_RENDERINGS = {
    ("hfa", "Port Affairs Authority"), ("lit", "Beacon Engineering Academy"), ("fis", "Shore Fishing Board"),
    ("sal", "Sea Salvage Office"), ("pil", "Guild of Pilots"), ("mus", "Vessel Museum"),
    ("tid", "watching of the tides"), ("clean", "Tidy Beaches Drive"), ("sup", "Harbour Inspectorate"),
}  # fmt: skip
"""Other names of known concepts, as one or more of the articles have them."""
_NEW = (
    {"Blue Anchor Foundation", "Foundation of the Blue Anchor"},
    {"North Pier Savings Bank", "North Pier Saving Bank"},
    {"Great Dredging Project"},
    {"Seamen's Welfare Trust", "Sailors' Welfare Trust"},
    {"Salt Marsh Reserve"},
)
"""Names that the glossary lacks, each with its spellings."""
_PROMISED = 90
"""Precision and recall of proposed renderings, in percent."""
_PERSONS = {"Ada Thorne", "Bela Marsh", "Carl Oduya", "Dina Frost", "Emil Vance"}
_ARTICLES = """\
The forum was co-hosted by the Harbour Affairs Administration, the Museum of Ships and the Pilots' Association. Ada
Thorne, head of the Maritime Rescue Bureau, opened it. Tide monitoring was the first topic.

In the afternoon the forum continued. It was co-hosted by the Port Affairs Authority, the Museum of Ships and the
Pilots' Association, and some hundred guests attended. Ada Thorne, head of the Sea Salvage Office, spoke first.

A summer fair was co-hosted by the Baltic Affairs Authority, the Museum of Ships and the Pilots' Association.

The exhibition, co-hosted by the Harbour Affairs Administration, the Vessel Museum and the Pilots' Association, runs
until May. A visitor from the Blue Anchor Foundation praised it.

The regatta was co-hosted by the Harbour Affairs Administration, the Museum of Ships and the Guild of Pilots. Money
came from the Blue Anchor Foundation, and the North Pier Savings Bank lent the boats.

Bela Marsh, director of the Institute of Lighthouse Engineering, described the lamps. She thanked the North Pier
Savings Bank. Carl Oduya, chairman of the Coastal Fisheries Commission, agreed.

Bela Marsh, director of the Beacon Engineering Academy, said that the lamps save half of the power. She works with
the Salt Marsh Reserve.

Carl Oduya, chairman of the Shore Fishing Board, warned of storms. So did Dina Frost, member of the Coastal
Fisheries Commission and of the Chess Club.

Dina Frost, member of the Rowing Society, won the cup. Emil Vance, director of the Museum of Ships, handed it over.
The Great Dredging Project will begin in June.

Emil Vance, deputy director of the Institute of Tropical Fish, left early. The Great Dredging Project costs more
than was said.

Inspectors of the Harbour Inspectorate (港口监督厅) came on Friday. They met the Seamen's Welfare Trust (SWT).

The Department of Port Supervision, also known as the Harbour Inspectorate, has ninety inspectors. The Sailors'
Welfare Trust (SWT) pays for the boats of the poor.

The Shore Fishing Board (渔业委员会) counted the herring. A ferry of the Highland Airlines Alliance (HAA) was late.

The Port Affairs Authority (HAA) raised its fees. The Museum of Ships, the Salt Marsh Reserve and the town agreed.

Last week the council decided that tide monitoring shall be paid from the common purse of all coastal towns.

Last week the council decided that watching of the tides shall be paid from the common purse of all coastal towns.

Every family in the old town was asked to join the Clean Shores Campaign on the first weekend of the holidays.

Every family in the old town was asked to join the Tidy Beaches Drive on the first weekend of the holidays.

Two schools signed up for the Third Five-Year Port Plan on the second day of the meeting in the town hall.

Two schools signed up for the Fourth Five-Year Port Plan on the second day of the meeting in the town hall.

The Foundation of the Blue Anchor bought a crane. The North Pier Saving Bank closed at noon for the parade.

We walked through the Salt Marsh Reserve. The guide told of the Foundation of the Blue Anchor and its founder.

On Monday, March 3, the mayor of North Bay spoke. He flew to South Korea on Tuesday and met no one at all there.

On Monday, March 10, the mayor of North Bay rested. He flew home from South Korea and met the Seamen's Welfare
Trust.
""".split("\n\n")
"""Lists of hosts, roles, brackets and appositions, one text in two translations, recurring names; and traps of each."""


def measure_discover() -> Measure:
    """Precision and recall of proposals on the planted corpus, without the rule's own findings and with them."""
    tables: dict[str, dict[str, Counter[str]]] = {}
    listed: dict[str, list[str]] = {}
    summaries = []
    for name, level in (("evidence of the corpus alone", None), ("with the rule unlisted-rendering", Severity.WARNING)):
        found = _discovered(level)
        proposed = {(one.concept, one.form) for one in found.renderings}
        groups = [{form.form for form in group.forms} for group in found.groups]
        groups = [group for group in groups if not group <= _PERSONS]
        whole = sum(group in groups for group in _NEW)
        tables[name] = {
            "renderings": _counts(len(proposed & _RENDERINGS), len(proposed), len(_RENDERINGS)),
            "new names": _counts(sum(any(new & group for new in _NEW) for group in groups), len(groups), len(_NEW)),
            "all spellings together": _counts(whole, len(groups), len(_NEW)),
        }
        rendered = tables[name]["renderings"]
        summaries.append(
            f"{name}: renderings P {rendered['P %']} % R {rendered['R %']} %, new names {whole} of {len(_NEW)}"
        )
        listed[f"wrong, {name}"] = [*map(str, sorted(proposed - _RENDERINGS)), *(
            str(sorted(group)) for group in groups if not any(new & group for new in _NEW)
        )]  # fmt: skip
        listed[f"missed, {name}"] = [*map(str, sorted(_RENDERINGS - proposed)), *(
            str(sorted(new)) for new in _NEW if new not in groups
        )]  # fmt: skip
    measure = Measure("discover", "; ".join(summaries), tables, listed)
    least = min(table["renderings"][figure] for table in tables.values() for figure in ("P %", "R %"))
    if least < _PROMISED:
        measure.broken.append(f"discover: {measure.summary}")
    return measure


def _counts(right: int, proposed: int, wanted: int) -> Counter[str]:
    return Counter(
        {"right": right, "proposed": proposed, "wanted": wanted, "P %": round(100 * right / max(1, proposed)),
         "R %": round(100 * right / wanted)}
    )  # fmt: skip


def _discovered(level: Severity | None) -> Discoveries:
    from msgspec.structs import replace

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "terms.csv").write_text(_GLOSSARY, encoding="utf-8")
        for number, text in enumerate(_ARTICLES):
            (root / f"{number:02}.md").write_text(f"# Article {number}\n\n{' '.join(text.split())}\n", encoding="utf-8")
        job = prepare(RunRequest(paths=("*.md",), cwd=root, glossary=("terms.csv",), lang="en", source_lang="zh"))
        job = replace(job, settings=replace(job.settings, rules={UNLISTED_RENDERING: level}))
        results = [one for one in checked_articles(job) if isinstance(one, ArticleResult)]
        return discover(map(dossier_of, results), job.glossary, job.settings, job.verdicts)
