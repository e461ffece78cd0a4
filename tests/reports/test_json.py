import json
import subprocess
import sys
from typing import TYPE_CHECKING

from termcheck.model import Related, Report, State
from termcheck.reports import REPORTERS
from termcheck.reports.json_report import render_json

if TYPE_CHECKING:
    from tests.reports.conftest import Build


CAC_ERROR = {
    "rule": "deprecated-term",
    "severity": "error",
    "confidence": 1.0,
    "method": "exact",
    "concept": "cac",
    "lang": "en",
    "file": "news/old.txt",
    "segment": None,
    "location": None,
    "line": 3,
    "column": 5,
    "end_line": 3,
    "end_column": 39,
    "start": 15,
    "end": 49,
    "observed": "Central Network Information Office",
    "text": "Central Network Information Office",
    "matched": "Central Network Information Office",
    "suggestion": "Central Cyberspace Administration",
    "preferred": "Central Cyberspace Administration",
    "message": "“Central Network Information Office” is a deprecated term",
    "reason": "It stands there letter for letter.",
    "related": [{"file": "news/new.txt", "line": 1, "start": 4, "end": 37}],
    "fingerprint": "1:abc",
}
CAC_WARNING = {
    **CAC_ERROR,
    "rule": "altered-term",
    "severity": "warning",
    "confidence": 0.9123,
    "method": "altered",
    "file": "news/new.txt",
    "line": 1,
    "end_line": 1,
    "end_column": 38,
    "start": 4,
    "end": 37,
    "observed": "Cyberspace Central Administration",
    "text": "Cyberspace Central Administration",
    "matched": "Central Cyberspace Administration",
    "message": "Words of “Central Cyberspace Administration” are moved",
    "reason": "The same words in another order.",
    "related": [],
    "fingerprint": "1:def",
}
SILENCED = {
    **CAC_ERROR,
    "concept": "netizen",
    "file": "news/new.txt",
    "line": 1,
    "column": 50,
    "end_line": 1,
    "end_column": 59,
    "start": 49,
    "end": 58,
    "observed": "=netizens",
    "text": "=netizens",
    "matched": "netizen",
    "suggestion": None,
    "preferred": "netizen",
    "message": "“=netizens” is a deprecated term",
    "reason": "termcheck-disable in line 1",
    "related": [],
    "fingerprint": "1:ghi",
    "state": "ignored",
}
EXPECTED = {
    "version": 1,
    "summary": {
        "articles": 3,
        "checked": 2,
        "skipped": 1,
        "findings": {"error": 1, "warning": 1, "hint": 0},
        "suppressed": 1,
        "suppressed_by": {"ignored": 1, "decided": 0, "baseline": 0},
        "languages": {"en": 2},
        "others": 2,
        "notices": ["news/new.txt:1: termcheck-disable holds to the end of the file and hides 1 finding"],
    },
    "findings": [CAC_ERROR, CAC_WARNING],
    "suppressed": [SILENCED],
    "reconciliation": [
        {
            "concept": "cac",
            "lang": "en",
            "source": "中央网信办",
            "preferred": "Central Cyberspace Administration",
            "first": "2022-08-28",
            "last": "2023-07-19",
            "majority": "Central Network Information Office",
            "action": "Replace “Central Network Information Office”",
            "renderings": [
                {
                    "text": "Central Network Information Office",
                    "status": "deprecated",
                    "count": 3,
                    "nested": 1,
                    "articles": {"news/old.txt": 4},
                    "first": "2022-08-28",
                    "last": "2022-08-28",
                },
                {
                    "text": "Cyberspace Central Administration",
                    "status": "unlisted",
                    "count": 1,
                    "nested": 0,
                    "articles": {"news/new.txt": 1},
                    "first": "2023-07-19",
                    "last": "2023-07-19",
                },
            ],
        },
        {
            "concept": "netizen",
            "lang": "en",
            "source": "",
            "preferred": "netizen",
            "first": "2022-08-28",
            "last": "2023-07-19",
            "majority": "netizen",
            "action": "",
            "renderings": [
                {
                    "text": "netizen",
                    "status": "preferred",
                    "count": 2,
                    "nested": 0,
                    "articles": {"news/new.txt": 1, "news/old.txt": 1},
                    "first": "2022-08-28",
                    "last": "2023-07-19",
                }
            ],
        },
    ],
    "skipped": [{"file": "news/scan.pdf", "reason": "there is no reader for this format"}],
}


def test_the_whole_document_with_its_order_of_keys(report: Report) -> None:
    assert REPORTERS["json"](report) == json.dumps(EXPECTED, ensure_ascii=False, separators=(",", ":")) + "\n"


def test_pretty_output_holds_the_same(report: Report) -> None:
    pretty = render_json(report, pretty=True)
    assert json.loads(pretty) == EXPECTED
    assert pretty.startswith('{\n  "version": 1,\n')


def test_positions_are_null_where_a_format_has_none(build: "Build") -> None:
    found = json.loads(render_json(build.one("The Office met.", "Office", location="page 3")))["findings"][0]
    positions = ("line", "column", "end_line", "end_column", "start", "end")
    assert [found[key] for key in positions] == [None] * len(positions)
    assert found["location"] == "page 3"


def test_other_places_have_locations_as_well(build: "Build") -> None:
    related = (Related("b.pdf", 3, 40, 46, "page 2"), Related("c.md", 3, 40, 46))
    found = json.loads(render_json(build.one("The Office met.", "Office", related=related)))["findings"][0]
    assert found["related"] == [
        {"file": "b.pdf", "location": "page 2", "line": None, "start": None, "end": None},
        {"file": "c.md", "line": 3, "start": 40, "end": 46},
    ]


def test_a_suppressed_finding_says_by_what(build: "Build") -> None:
    document = json.loads(render_json(build.one("The Office met.", "Office", state=State.BASELINE, state_reason="old")))
    assert document["findings"] == []
    assert (document["suppressed"][0]["state"], document["suppressed"][0]["reason"]) == ("baseline", "old")
    assert document["summary"]["suppressed_by"] == {"ignored": 0, "decided": 0, "baseline": 1}


def test_a_file_name_that_is_no_text_does_not_stop_the_report(build: "Build") -> None:
    broken = render_json(build.one("The 网信办", "网信办", file="bad\udcff.txt"))
    assert json.loads(broken.encode("utf-8"))["findings"][0]["file"] == "bad?.txt"
    assert '"observed":"网信办"' in broken


def test_text_and_json_need_neither_pandas_nor_jinja() -> None:
    program = (
        "import sys; from termcheck.model import Glossary, Report; from termcheck.reports import REPORTERS;"
        "report = Report(Glossary(()), (), (), (), ()); REPORTERS['text'](report); REPORTERS['json'](report);"
        "sys.exit(' '.join({'pandas', 'numpy', 'jinja2', 'dataclasses'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
