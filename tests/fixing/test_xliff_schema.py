"""XLIFF files that were mended are valid by the schemas of OASIS, as they were before.

XLIFF 2.1 keeps the namespace and the core schema of 2.0 word for word; its modules are checked loosely by both.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCHEMAS = Path(__file__).parents[1] / "schemas"
FILES = Path(__file__).parents[1] / "articles" / "bilingual" / "files"
TERMS = (
    "concept,lang,term,status\nFW,en,firewall rule,preferred\nFW,de,Regel & Firewall,preferred\nFW,de,{},forbidden\n"
)

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def schema(name: str) -> Any:  # noqa: ANN401 - lxml has no types
    etree = pytest.importorskip("lxml.etree", reason="lxml validates")
    text = (SCHEMAS / name).read_bytes()
    for place in (b"http://www.w3.org/2001/xml.xsd", b"informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"):
        text = text.replace(place, (SCHEMAS / "xml.xsd").as_uri().encode())
    return etree.XMLSchema(etree.fromstring(text))


@pytest.mark.parametrize(
    ("name", "wrong", "of"),
    [
        ("firewall.xlf", "Erstens", "xliff-core-1.2-strict.xsd"),
        ("firewall.xlf", "Dateien", "xliff-core-1.2-strict.xsd"),
        ("firewall-2.xlf", "Firewallregel", "xliff-core-2.0.xsd"),
        ("firewall-2.xlf", "Version", "xliff-core-2.0.xsd"),
        ("firewall-2.1.xlf", "Firewallregel", "xliff-core-2.0.xsd"),
    ],
)
def test_what_was_mended_is_valid(tmp_path: Path, cli: Run, name: str, wrong: str, of: str) -> None:
    rules = schema(of)
    from lxml import etree

    before = (FILES / name).read_bytes()
    rules.assertValid(etree.fromstring(before))
    (tmp_path / name).write_bytes(before)
    (tmp_path / "terms.csv").write_text(TERMS.format(wrong), "utf-8")
    done = cli("fix", name, "-g", "terms.csv", "--unsafe", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    after = (tmp_path / name).read_bytes()
    assert b"Regel &amp; Firewall" in after
    rules.assertValid(etree.fromstring(after))
