"""Partial results add up to the same in any grouping and order, in memory and in files; damaged ones are refused."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from termcheck.errors import UsageError
from termcheck.gathering import Gathered
from termcheck.model import ArticleRecord, Skipped
from termcheck.partials.files import About, PartialFile, Stored, write_partial
from termcheck.partials.merging import Merged
from termcheck.partials.sections import FINAL, RECORDS, SECTIONS, Rows
from termcheck.partials.shelf import Shelf

Outcomes = tuple[ArticleRecord | Skipped, ...]


def gathered(outcomes: Sequence[ArticleRecord | Skipped], **how: object) -> Gathered:
    total = Gathered(**how)  # type: ignore[arg-type]  # how it is gathered
    for one in outcomes:
        total.add(one)
    return total


def content(part: Rows) -> list[object]:
    return [part.length, *(list(part.rows(section)) for section in SECTIONS)]


@hypothesis_settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_grouping_in_any_order_adds_up_to_the_same(outcomes: Outcomes, data: st.DataObject) -> None:
    parts: list[Rows] = []
    rest = list(data.draw(st.permutations(outcomes)))
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        parts.append(gathered(rest[:size]))
        rest = rest[size:]
    while len(parts) > 1:  # any tree of merges
        size = data.draw(st.integers(2, len(parts)))
        chosen = data.draw(st.permutations(parts))
        parts = [Merged(chosen[:size]), *chosen[size:]]
    assert content(parts[0]) == content(gathered(outcomes))


@hypothesis_settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_of_many_articles_the_first_are_listed_in_any_order(outcomes: Outcomes, data: st.DataObject) -> None:
    from termcheck import reconcile
    from termcheck.partials.sections import USES

    parts = [gathered([one]) for one in data.draw(st.permutations(outcomes))]
    whole = dict(gathered(outcomes).rows(USES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reconcile, "MOST_ARTICLES", 3)
        size = data.draw(st.integers(1, len(parts)))
        found = dict(Merged([Merged(parts[:size]), Merged(parts[size:])]).rows(USES))
    assert any(use.more for use in found.values())
    for key, use in found.items():
        assert use.articles == whole[key].articles[:3]
        assert len(use.articles) + use.more == len(whole[key].articles)
        assert (use.days, use.count) == (whole[key].days, whole[key].count)


@pytest.mark.parametrize("most_held", [1, 40, 200])
def test_what_is_put_away_adds_up_to_the_same(outcomes: Outcomes, most_held: int) -> None:
    total = gathered(outcomes, shelf=Shelf(), most_held=most_held)
    assert total.is_large
    assert content(total) == content(gathered(outcomes))


def test_more_files_than_may_be_open_at_once(outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.partials.shelf._MOST_OPEN", 3)
    assert content(gathered(outcomes, shelf=Shelf(), most_held=0)) == content(gathered(outcomes))


def test_the_folder_goes_with_the_last_that_needs_it(outcomes: Outcomes) -> None:
    total = gathered(outcomes, shelf=Shelf(), most_held=40)
    (file,) = {part.path.parent for part in total._away}  # noqa: SLF001
    assert file.is_dir()
    del total
    assert not file.exists()


# ---------------------------------------------------------------------------------------------------------- files


def written(outcomes: Outcomes, file: Path, **about: object) -> PartialFile:
    total = gathered(outcomes)
    write_partial(file, About(length=total.length, **about), total.rows)  # type: ignore[arg-type]  # fields
    return PartialFile(file, file.name)


def test_a_file_holds_what_was_gathered(outcomes: Outcomes, tmp_path: Path) -> None:
    file = written(outcomes, tmp_path / "one.part", shard=2, shards=7, made_with={"glossary": "x"})
    assert content(file) == content(gathered(outcomes))
    assert (file.about.shard, file.about.shards, file.about.made_with) == (2, 7, {"glossary": "x"})


def test_the_same_gives_the_same_bytes(outcomes: Outcomes, tmp_path: Path) -> None:
    written(outcomes, tmp_path / "one.part")
    written(outcomes[::-1], tmp_path / "other.part")
    assert (tmp_path / "one.part").read_bytes() == (tmp_path / "other.part").read_bytes()


def test_a_section_is_a_sequence(outcomes: Outcomes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.partials.files._ROOM", 3000)  # several blocks
    expected = list(gathered(outcomes).rows(RECORDS))
    found = Stored(written(outcomes, tmp_path / "one.part"), RECORDS)
    assert list(found) == list(found) == expected
    assert len(found) == len(expected)
    assert [found[place] for place in range(-3, 3)] == [expected[place] for place in range(-3, 3)]
    assert found[2:5] == expected[2:5]
    with pytest.raises(IndexError):
        found[len(expected)]
    assert list(Shelf().keep_records(expected)) == expected


def everything(file: Path) -> None:
    content(PartialFile(file, "one.part"))


def test_no_damage_goes_unnoticed(outcomes: Outcomes, tmp_path: Path) -> None:
    """A bit that is another, or an end that is missing (change 0)."""
    file = tmp_path / "one.part"
    written(outcomes, file)
    whole = file.read_bytes()

    @hypothesis_settings(max_examples=150, deadline=None)
    @given(place=st.floats(0, 1, exclude_max=True), change=st.integers(0, 255))
    def is_noticed(place: float, change: int) -> None:
        found = bytearray(whole)
        if change:
            found[int(place * len(found))] ^= change
        else:
            del found[int(place * len(found)) :]
        file.write_bytes(found)
        with pytest.raises(UsageError, match=r"one\.part: (this is no|the) partial result"):
            everything(file)

    is_noticed()


def test_what_goes_on_unpacking_is_refused(outcomes: Outcomes, tmp_path: Path) -> None:
    import zlib

    from termcheck.partials import files

    written(outcomes, tmp_path / "one.part")
    found = (tmp_path / "one.part").read_bytes()
    bomb = zlib.compress(bytes(50_000_000))
    head = files._BLOCK.pack(files._CONTENTS, 100, len(bomb), bytes(16))  # noqa: SLF001
    end = files._END.pack(len(found), files._TAIL)  # noqa: SLF001
    (tmp_path / "one.part").write_bytes(found + head + bomb + end)
    with pytest.raises(UsageError, match="is damaged"):
        everything(tmp_path / "one.part")


def test_rows_out_of_order_are_refused(outcomes: Outcomes, tmp_path: Path) -> None:
    records = [one for one in outcomes if isinstance(one, ArticleRecord)]
    write_partial(tmp_path / "one.part", About(), lambda section: records[::-1] if section is FINAL else ())
    with pytest.raises(UsageError, match="is damaged"):
        everything(tmp_path / "one.part")


def test_another_version_is_told(outcomes: Outcomes, tmp_path: Path) -> None:
    written(outcomes, tmp_path / "one.part")
    found = bytearray((tmp_path / "one.part").read_bytes())
    found[15] += 1
    (tmp_path / "one.part").write_bytes(found)
    with pytest.raises(UsageError, match="another version"):
        everything(tmp_path / "one.part")
