"""SubRip and WebVTT."""

from seen_articles import Read, blocks, raw, texts
from termcheck.model import DirectiveKind

SRT = """1
00:00:01,000 --> 00:00:03,000
The Central <i>Network</i>
Office

2
00:00:03,200 --> 00:00:05,000 X1:40 X2:600
{\\an8}met on Monday.

3
00:00:05,000 --> 00:00:06,000
- Who met?
- The <font color="#fff">Office</font>.

4
00:00:07,000 --> 00:00:08,000
It was

5
00:00:30,000 --> 00:00:31,000
later
"""


def test_a_sentence_goes_on_over_lines_and_cues(read: Read) -> None:
    article = read("a.srt", SRT.replace("\n", "\r\n"))
    assert blocks(article) == [
        "The Central Network Office met on Monday.", "Who met?", "The Office.", "It was", "later",
    ]  # fmt: skip
    assert {one.id for one in article.segments} == {"1", "2", "3", "4", "5"}
    at = article.text.index("met on")
    assert article.segment_at(at) is not None
    assert article.position(at) == (8, 7)
    assert raw(article, "Network Office met") == (
        "Network</i>\r\nOffice\r\n\r\n2\r\n00:00:03,200 --> 00:00:05,000 X1:40 X2:600\r\n{\\an8}met"
    )


VTT = """WEBVTT - The Office

STYLE
::cue { color: office }

NOTE termcheck-disable

NOTE The Office in a note

intro
00:01.000 --> 00:03.000 align:start
<v Roger>The <c.loud>Net</c> &amp; Web <00:02.000>Office&nbsp;met.</v>

00:04.000 --> 00:05.000
中央网络安全

00:05.000 --> 00:06.000
委员会办公室
"""


def test_webvtt(read: Read) -> None:
    article = read("a.vtt", VTT)
    assert blocks(article) == ["The Net & Web Office\u00a0met.", "中央网络安全委员会办公室"]
    assert texts(article) == {
        "intro": "The Net & Web Office\u00a0met.", "2": "中央网络安全", "3": "委员会办公室",
    }  # fmt: skip
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE]
    assert raw(article, "& Web Office") == "&amp; Web <00:02.000>Office"


def test_ruby_texts_are_not_read(read: Read) -> None:
    cue = "WEBVTT\n\n00:01.000 --> 00:02.000\nthe <ruby>中央<rt>zhongyang</rt>网信办<rt>x</rt></ruby> met\n"
    assert read("a.vtt", cue).view.text == "the 中央网信办 met"


def test_a_text_without_cues_shows_nothing(read: Read) -> None:
    assert read("a.srt", "Just text\n\nmore").view.text == ""
    assert read("a.srt", "").view.text == ""
