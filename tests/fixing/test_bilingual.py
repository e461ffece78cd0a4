"""Bilingual files are written back with the new names, as their format writes them, and nothing else changed."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
TERMS = """concept,lang,term,status
rd,zh,研发处,preferred
rd,en,R&D Office,preferred
rd,en,Net Office,forbidden
sq,zh,方队,preferred
sq,en,"the ""Square"" Team",preferred
sq,en,the Cube Team,forbidden
cm,zh,委,preferred
cm,en,"Hills, Rivers Board",preferred
cm,en,Hills Board,forbidden
"""
PO = r"""# R&D, Net Office
msgid ""
msgstr ""
"Language: en\n"
"X-Note: Net Office\n"

#: Net Office.c:1
msgctxt "Net Office"
msgid "研发处\n开会。"
msgstr ""
"The <b>Net "
"Office</b> \"met\".\tYes: %d\n"

#, fuzzy
msgid "研发处来。"
msgstr "The Net Office came."

msgid "方队来。"
msgstr "I saw the Cube Team."

#~ msgid "研发处"
#~ msgstr "Net Office"
"""
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Net Office -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="Net Office" source-language="zh-CN" target-language='en' datatype="plaintext"><body>
  <trans-unit id="Net Office"   approved="yes"><source>研发处<x id="1"/>开会。</source>
   <target state='final'>The Net
     Office<x id="1"/> met &#38; &quot;ate&quot;.</target><note>Net Office</note>
   <alt-trans><target>Net Office</target></alt-trans></trans-unit>
 </body></file>
</xliff>
"""
XLIFF_2 = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh" trgLang="en">
<file id="f"><unit id="u"><notes><note>Net Office</note></notes><segment>
<source>研发处开会。</source><target>The <pc id="1">Net Office</pc> met.</target></segment></unit></file></xliff>
"""
TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh" adminlang="en"/><body>
<tu tuid="1"><prop type="x">Net Office</prop><tuv xml:lang="zh"><seg>研发处开会。</seg></tuv>
<tuv xml:lang="en"><seg>The <bpt i="1">&lt;b&gt;</bpt>Net Office<ept i="1">&lt;/b&gt;</ept> met.</seg></tuv></tu>
</body></tmx>
"""


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "a.po",
            PO,
            PO.replace('The <b>Net "\n"Office</b>', 'The <b>R&D "\n"Office</b>').replace(
                "the Cube Team", r"the \"Square\" Team"
            ),
        ),
        ("a.xlf", XLIFF, XLIFF.replace("The Net\n     Office<x", "The R&amp;D\n     Office<x")),
        ("b.xliff", XLIFF_2, XLIFF_2.replace(">Net Office</pc>", ">R&amp;D Office</pc>")),
        ("a.tmx", TMX, TMX.replace("</bpt>Net Office", "</bpt>R&amp;D Office")),
        ("a.csv", "zh,en\r\n研发处,Net Office\r\n", "zh,en\r\n研发处,R&D Office\r\n"),
        ("b.csv", 'zh;en\n方队;"I saw; the Cube Team"\n', 'zh;en\n方队;"I saw; the ""Square"" Team"\n'),
        ("c.csv", "zh,en\n委,Hills Board\n", None),
        ("d.csv", 'zh,en\n委,"Hills Board"\n', 'zh,en\n委,"Hills, Rivers Board"\n'),
        ("a.tsv", "source\ttarget\n委\tHills Board\n", "source\ttarget\n委\tHills, Rivers Board\n"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_the_name_changes(
    tmp_path: Path, cli: Run, name: str, before: str, after: str | None, encoding: str
) -> None:
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")
    if name.endswith("xlf"):
        before, after = (one.replace("UTF-8", encoding.removesuffix("-sig")) for one in (before, after or before))
    (tmp_path / name).write_bytes(before.encode(encoding))
    done = cli("fix", name, "-g", "terms.csv", "--lang", "en", "--source-lang", "zh", "--unsafe", cwd=tmp_path)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert (tmp_path / name).read_bytes().decode(encoding) == (after or before)


_UNIT = (
    '<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="1"><source>File'
    "</source><target>{}</target></trans-unit></body></file></xliff>\n"
)
_TU = (
    '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>File</seg></tuv><tuv xml:lang="de">'
    "<seg>{}</seg></tuv></tu></body></tmx>\n"
)
_MESSAGE = (
    '<TS language="de"><context><message><source>x</source><translation>{}</translation></message></context></TS>'
)
INSIDE = {
    "a.xlf": (_UNIT, 'Das <g id="1">File</g>menü.', 'Das <g id="1">Dateimenü</g>.'),
    "a.mqxliff": (
        _UNIT,
        '<bpt id="1">b</bpt>File<ept id="1">/b</ept>menü<ph/>',
        '<bpt id="1">b</bpt>Dateimenü<ept id="1">/b</ept><ph/>',
    ),
    "a.mxliff": (_UNIT, "{1&gt;File&lt;1}menü", "{1&gt;Dateimenü&lt;1}"),
    "a.tmx": (_TU, "<ut>{\\b </ut>File<ut>}</ut>menü", "<ut>{\\b </ut>Dateimenü<ut>}</ut>"),
    "a.po": ('msgid "File"\nmsgstr ""\n"{}"\n', 'Das File"\n"menü.', 'Das Dateimenü"\n".'),
    "b.po": ('msgid "File"\nmsgstr "{}"\n', "Das File&menü", "Das &Dateimenü"),
    "c.po": ('msgid "File"\nmsgstr "{}"\n', "_Filemenü", "_Dateimenü"),
    "a.ts": (_MESSAGE, "F&amp;ilemenü", "&amp;Dateimenü"),
}


@pytest.mark.parametrize("name", INSIDE)
def test_markup_inside_a_word_is_kept(tmp_path: Path, cli: Run, name: str) -> None:
    around, old, new = INSIDE[name]
    before = around.replace("{}", old)
    (tmp_path / "terms.csv").write_text(
        "concept,lang,term,status\nfm,de,Dateimenü,preferred\nfm,de,Filemenü,forbidden\n", "utf-8"
    )
    (tmp_path / name).write_text(before, "utf-8")
    done = cli("fix", name, "-g", "terms.csv", "--lang", "de", cwd=tmp_path)
    assert (tmp_path / name).read_text("utf-8") == before, done.stderr.decode()
    done = cli("fix", name, "-g", "terms.csv", "--lang", "de", "--unsafe", cwd=tmp_path)
    assert (tmp_path / name).read_text("utf-8") == around.replace("{}", new), done.stdout.decode()
