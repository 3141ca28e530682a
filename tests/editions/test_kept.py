"""Contents kept by their hashes: the same edition has one name, and damage is told."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from exporter import build
from exporter.build_manifest import content_of
from exporter.check import check
from exporter.editions.kept import EDITIONS, keep_content, kept_content
from exporter.errors import ContentError, SetupError
from exporter.facts.table import FACTS
from exporter.proof.manifest import MANIFEST, Content, read_manifest
from exporter.proof.manifest.content_hash import content_hash
from exporter.report.properties import CONTENT
from tests.command_line import run


@pytest.fixture(scope="module")
def content() -> Content:
    shipped = check(Path(__file__).parents[2] / "reports" / "alibaba-ai")
    return content_of(shipped, ["en", "zh"])


def _with_facts(content: Content, facts: pa.Table) -> Content:
    return replace(content, facts=facts)


def _with(content: Content, column: str, value: object) -> Content:
    """The same with one field of the first fact changed."""
    facts = content.facts.table()
    values = [value, *facts[column].to_pylist()[1:]]
    place, field = FACTS.get_field_index(column), FACTS.field(column)
    return _with_facts(content, facts.set_column(place, field, pa.array(values, field.type)))


_SAME: dict[str, Callable[[Content], Content]] = {
    "another language alone": lambda content: replace(content, languages=("zh",)),
    "facts in another order": lambda content: _with_facts(
        content, content.facts.table().take(pa.array(range(content.facts.num_rows - 1, -1, -1)))
    ),
    "facts in another file": lambda content: _with(content, "file", "facts/others.yaml"),
    "a fact on another line": lambda content: _with(content, "line", 999),
    "views in another order": lambda content: replace(content, views=content.views[::-1]),
    "views in another file": lambda content: replace(
        content, report=content.report.model_copy(update={"views": "others.yaml"})
    ),
}
_OTHER: dict[str, Callable[[Content], Content]] = {
    "a number": lambda content: _with(content, "number", 1e-9),
    "a quote": lambda content: _with(content, "quote", "Something else"),
    "a status": lambda content: _with(content, "status", "planned"),
    "what is empty, in another field": lambda content: _with(content, "accept.en", "We asked"),
    "a fact less": lambda content: _with_facts(content, content.facts.table().slice(1)),
    "a view less": lambda content: replace(content, views=content.views[1:]),
    "an edition": lambda content: replace(
        content,
        report=content.report.model_copy(update={"edition": content.report.edition.replace(day=2)}),
    ),
    "no facts": lambda content: _with_facts(content, FACTS.empty_table()),
}


@pytest.mark.parametrize("change", _SAME)
def test_what_says_the_same_has_one_hash(content: Content, change: str) -> None:
    assert content_hash(_SAME[change](content)) == content_hash(content)


@pytest.mark.parametrize("change", _OTHER)
def test_what_says_something_else_has_another(content: Content, change: str) -> None:
    assert content_hash(_OTHER[change](content)) != content_hash(content)


def test_workbooks_manifest_and_report_agree(built: Path, content: Content, tmp_path: Path) -> None:
    hash_ = content_hash(content)
    assert content_hash(read_manifest(built / MANIFEST).content) == hash_
    for name in ("business-lines.en.xlsx", "foundations.zh.xlsx"):
        properties = load_workbook(built / name).custom_doc_props
        assert properties[CONTENT].value == hash_
    keep_content(tmp_path, content)
    kept = kept_content(tmp_path, hash_)
    assert kept is not None
    assert kept.facts.table().equals(content.facts.table())
    assert (kept.report.model_dump(), kept.views) == (content.report.model_dump(), content.views)


def test_many_facts_are_kept_too(content: Content, tmp_path: Path) -> None:
    few = content.facts.table()
    many = pa.concat_tables([few] * 30)
    ids = pa.array([f"fact-{number}" for number in range(many.num_rows)])
    big = _with_facts(content, many.set_column(0, FACTS.field("id"), ids))
    hash_ = keep_content(tmp_path, big)
    kept = kept_content(tmp_path, hash_)
    assert kept is not None
    assert sorted(kept.facts.table()["id"].to_pylist()) == sorted(ids.to_pylist())
    first = (tmp_path / EDITIONS / hash_).read_bytes()
    (tmp_path / EDITIONS / hash_).unlink()
    keep_content(tmp_path, big)
    assert (tmp_path / EDITIONS / hash_).read_bytes() == first


@pytest.mark.parametrize(
    ("damage", "wrong"),
    [
        (lambda whole: whole[: len(whole) // 2], "cannot be read"),
        (lambda whole: whole[:0], "cannot be read"),
        (lambda whole: whole[:900] + b"xxxx" + whole[904:], "cannot be read"),
    ],
)
def test_what_is_damaged_is_told_and_mended_by_the_next_build(
    content: Content, tmp_path: Path, damage: Callable[[bytes], bytes], wrong: str
) -> None:
    hash_ = keep_content(tmp_path, content)
    path = tmp_path / EDITIONS / hash_
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ContentError) as error:
        kept_content(tmp_path, hash_)
    assert str(path) in str(error.value)
    assert wrong in str(error.value)
    keep_content(tmp_path, content)
    assert kept_content(tmp_path, hash_) is not None


def test_another_content_under_the_name_is_not_believed(content: Content, tmp_path: Path) -> None:
    other = keep_content(tmp_path, _OTHER["a number"](content))
    hash_ = content_hash(content)
    (tmp_path / EDITIONS / other).rename(tmp_path / EDITIONS / hash_)
    with pytest.raises(ContentError, match="another content than its name says"):
        kept_content(tmp_path, hash_)
    keep_content(tmp_path, content)
    assert kept_content(tmp_path, hash_) is not None


def test_what_earlier_versions_kept_is_read(tmp_path: Path) -> None:
    """The file was kept when this was new: its name, the hash, has to come out the same for good."""
    hash_ = "cefa930042fc069a7287255cbd3a6f27736c2025b7064460e6cd299dd6013e6e"
    (tmp_path / EDITIONS).mkdir()
    shutil.copy(Path(__file__).with_name("kept-format-1.zip"), tmp_path / EDITIONS / hash_)
    kept = kept_content(tmp_path, hash_)
    assert kept is not None
    assert [fact.id for fact in kept.facts][:1] == ["deliveries"]


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    assert kept_content(tmp_path, "0" * 64) is None
    assert kept_content(tmp_path, "../report.yaml") is None


def test_builds_at_once_do_not_clash(content: Content, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        hashes = set(pool.map(lambda _: keep_content(tmp_path, content), range(8)))
    assert [kept_content(tmp_path, hash_) is not None for hash_ in hashes] == [True]
    names = {path.name for path in (tmp_path / EDITIONS).iterdir()}
    assert names == hashes | {".gitignore"}


def test_no_link_is_followed(content: Content, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("precious", "utf-8")
    (tmp_path / EDITIONS).mkdir()
    (tmp_path / EDITIONS / content_hash(content)).symlink_to(mine)
    with pytest.raises(SetupError, match="is a link"):
        keep_content(tmp_path, content)
    assert mine.read_text("utf-8") == "precious"
    (tmp_path / EDITIONS / content_hash(content)).unlink()
    (tmp_path / EDITIONS / ".gitignore").symlink_to(tmp_path / "theirs")
    with pytest.raises(SetupError, match="is a link"):
        keep_content(tmp_path, content)
    assert not (tmp_path / "theirs").exists()


def test_a_build_keeps_what_it_was_made_from(mini_report: Path, tmp_path: Path) -> None:
    build(mini_report, tmp_path / "out")
    hash_ = content_hash(read_manifest(tmp_path / "out" / MANIFEST).content)
    assert kept_content(mini_report, hash_) is not None
    assert {path.name for path in (tmp_path / "out").iterdir()}.isdisjoint({EDITIONS, hash_})


def test_a_report_that_cannot_be_written_builds_nevertheless(
    mini_report: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (mini_report / EDITIONS).write_text("in the way", "utf-8")
    said = run(capsys, monkeypatch, ["build", mini_report, "--output", tmp_path / "out"])
    assert said.status == 0
    last = said.out.splitlines()[-1]
    assert last == (
        f"not kept beside the report: {mini_report / EDITIONS} cannot be written: a file has the "
        f"name of the folder; keep {tmp_path / 'out'}, by which edits of its workbooks are told"
    )
    assert any((tmp_path / "out").iterdir())
