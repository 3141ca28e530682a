"""A broken or hostile set is told in sentences, never by a traceback."""

from pathlib import Path
from random import Random

import pytest

from exporter.proof import manifest as manifests
from exporter.proof.manifest import FACTS_FILE, MANIFEST, read_manifest, write_manifest
from exporter.verify import Verification, verify_with
from tests.command_line import run
from tests.verify.breakages import break_file, break_manifest
from tests.verify.sets import Remembering, copied, say_anew
from tests.verify.tamperings import write_set_with_draft


@pytest.fixture(scope="module")
def ask() -> Remembering:
    return Remembering()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set_with_draft(tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def beside(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with its facts in a file beside the manifest."""
    folder = copied(written, tmp_path_factory.mktemp("beside") / "set")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifests, "MOST_INSIDE", 2)
        write_manifest(folder, read_manifest(folder / MANIFEST))
    assert (folder / FACTS_FILE).is_file()
    return folder


@pytest.fixture
def travelled(written: Path, tmp_path: Path) -> Path:
    return copied(written, tmp_path / "set")


def assert_told_in_sentences(found: Verification) -> None:
    for told in (*found.differences, *found.unproved, *found.doubts):
        assert str(told).strip()
        assert "Traceback" not in str(told)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"\xff\xfe{}", "'utf-8' codec can't decode byte 0xff"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a":' * 100_000, "it is nested too deeply"),
        (b"[]", "it is no JSON object"),
        (b"", "Expecting value"),
        (b"{}", "format: Field required"),
        (b'{"format": 2, "format": 2}', "it says 'format' twice in one place"),
        (b'{"format": NaN}', "NaN is no number"),
        (b'{"format": ' + b"9" * 5_000 + b"}", "Exceeds the limit"),
        (b'{"format": "\\ud800"}', "can't encode"),
    ],
)
def test_a_manifest_that_is_none(
    content: bytes, wrong: str, travelled: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (travelled / MANIFEST).write_bytes(content)
    result = run(capsys, monkeypatch, ["verify", travelled])
    assert result.status == 1
    assert result.out.startswith(f"{MANIFEST}: the content is «")
    assert wrong in result.out.splitlines()[0]


def test_a_manifest_that_is_too_large_is_not_read(
    travelled: Path, ask: Remembering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifests, "LARGEST", 100)
    (difference,) = verify_with(ask, travelled).differences
    assert difference.found == "it is larger than 100 bytes"


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("facts", 0, "source"), "other", "deliveries: the evidence is «there is no source 'other'"),
        (("facts", 0, "entity"), "Other", "the entity 'Other' is not among the report's entities"),
        (("facts", 0, "unit"), "parsecs", "`unit` and its labels say different things"),
        (("facts", 0, "precision"), "year", "precision 'year' does not follow from the rest of the fact"),
        (("facts", 1, "id"), "deliveries", "deliveries: the content is «the id"),
        (("facts", 0, "status"), "rumoured", "rumoured"),
        (("facts", 0, "colour"), "red", "a fact has 'colour', which none has"),
        (("views", 0, "broker"), "Nobody", "the broker 'Nobody' is not among the report's brokers"),
        (("views", 0, "stance"), "loud", "stance"),
        (("definition", "workbooks", 0, "name"), "../x", "workbooks.0.name"),
        (("definition", "one_pagers", 0, "key_figures", 0), "x", "there is no fact 'x'"),
        (("definition", "entities", 0, "headline"), "x", "the headline 'x' is no fact"),
        (("sources", "press-note", "sha256"), "x", "sha256"),
        (("excerpts", 0, "around"), [["a"]], "excerpts.0.around.0"),
        (("excerpts", 0, "source"), "x", "something is said of the source 'x', which is not there"),
        (("outputs", "figures.en.xlsx"), 7, "outputs.figures.en.xlsx"),
    ],
)  # fmt: skip
def test_content_that_no_build_would_take(
    place: tuple[str | int, ...], value: object, told: str, travelled: Path, ask: Remembering
) -> None:
    def change(said: dict[str, object]) -> None:
        *before, last = place
        inner: object = said
        for key in before:
            inner = inner[key]  # type: ignore[index]
        inner[last] = value  # type: ignore[index]

    say_anew(travelled, change)
    found = verify_with(ask, travelled)
    assert_told_in_sentences(found)
    assert any(told in str(difference) for difference in found.differences), found.differences


@pytest.mark.parametrize("seed", range(12))
def test_a_manifest_broken_at_random(seed: int, travelled: Path, ask: Remembering) -> None:
    break_manifest(travelled, Random(seed))  # noqa: S311 - no secret
    assert_told_in_sentences(verify_with(ask, travelled))


@pytest.mark.parametrize("seed", range(12))
def test_a_file_broken_at_random(seed: int, beside: Path, tmp_path: Path, ask: Remembering) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    folder = copied(beside, tmp_path / "set")
    break_file(random.choice(sorted(folder.iterdir())), random)
    assert_told_in_sentences(verify_with(ask, folder))


@pytest.mark.parametrize("name", ["figures.en.xlsx", "evidence.en.html", "views.en.pdf"])
def test_a_file_far_too_large_is_not_read(name: str, travelled: Path, ask: Remembering) -> None:
    with (travelled / name).open("r+b") as file:
        file.truncate(1 << 29)
    assert [difference.file for difference in verify_with(ask, travelled).differences][:1] == [name]
