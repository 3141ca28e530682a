"""The manifest carries what it takes to prove a folder anywhere, and notices its own edits."""

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from exporter.build import build
from exporter.facts.fact_set import BATCH_ROWS, collect
from exporter.proof import manifest as manifests
from exporter.proof.manifest import (
    FACTS_FILE,
    MANIFEST,
    file_hash,
    read_manifest,
    write_manifest,
)
from exporter.proof.manifest.facts_file import read_facts_file, write_facts
from exporter.report.starter import make_report
from exporter.verify import verify
from tests.command_line import run


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    list(make_report(folder / "mini"))
    build(folder / "mini", folder / "out")
    build(folder / "mini", folder / "english", ["en"])
    return folder


@pytest.fixture
def travelled(written: Path, tmp_path: Path) -> Path:
    """The written files of one language in another place; the report is not there."""
    return Path(shutil.copytree(written / "english", tmp_path / "elsewhere"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def told(folder: Path) -> list[str]:
    return [str(difference) for difference in verify(folder).differences]


def test_what_was_written_is_proved_wherever_it_is(written: Path, tmp_path: Path) -> None:
    assert told(Path(shutil.copytree(written / "out", tmp_path / "elsewhere"))) == []


def test_it_says_what_was_written_from_what(written: Path) -> None:
    said = json.loads((written / "out" / MANIFEST).read_text("utf-8"))
    assert said["outputs"] == {
        path.name: file_hash(path) for path in (written / "out").iterdir() if path.name != MANIFEST
    }
    assert said["inputs"] == {
        name: file_hash(written / "mini" / name)
        for name in (
            "report.yaml",
            "views.yaml",
            "facts/example-motors.yaml",
            "sources/press-note.yaml",
            "sources/text/press-note.txt",
        )
    }
    assert said["counts"]["figures"]["confirmed"] == 2
    assert set(said["versions"]) >= {"python", "exporter", "xlsxwriter", "weasyprint"}


def test_it_holds_no_text_of_a_source(written: Path) -> None:
    text = (written / "mini/sources/text/press-note.txt").read_text("utf-8")
    assert text.splitlines()[0] not in (written / "out" / MANIFEST).read_text("utf-8")


def test_it_reads_back_as_it_was(written: Path) -> None:
    manifest = read_manifest(written / "out" / MANIFEST)
    assert manifest.intact
    assert [fact.id for fact in manifest.content.facts] == [
        "deliveries",
        "deliveries-growth",
        "new-plant",
    ]
    assert manifest.content.views[0].thesis.zh == "新工厂投产期间，需求有望保持稳定。"


@pytest.fixture
def beside(travelled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, with the facts in a file beside the manifest, as where they are many."""
    monkeypatch.setattr(manifests, "MOST_INSIDE", 2)
    names = write_manifest(travelled, read_manifest(travelled / MANIFEST))
    assert names == [FACTS_FILE, MANIFEST]
    return travelled


def test_many_facts_stand_beside_the_manifest(beside: Path) -> None:
    assert told(beside) == []
    said = json.loads((beside / MANIFEST).read_text("utf-8"))
    assert said["facts"] == {
        "file": FACTS_FILE,
        "rows": 3,
        "sha256": file_hash(beside / FACTS_FILE),
    }
    facts = read_manifest(beside / MANIFEST).content.facts
    assert [fact.id for fact in facts] == ["deliveries", "deliveries-growth", "new-plant"]


def test_an_edited_file_of_facts_is_found(beside: Path) -> None:
    (facts,) = read_facts_file(beside / FACTS_FILE)
    number = facts.column_names.index("number")
    facts = facts.set_column(
        number, "number", pa.array([12600.0, *facts["number"].to_pylist()[1:]])
    )
    write_facts(collect([facts]), beside / FACTS_FILE)
    differences = told(beside)
    assert differences[0].startswith(f"{FACTS_FILE}: the SHA-256 is «")
    assert any("deliveries: the evidence is «the value is 12,600" in one for one in differences)
    assert any("figures.en.xlsx: Example Motors!B5 (deliveries)" in one for one in differences)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (None, "facts.parquet, which holds the facts, is missing"),
        (b"PAR1", "something is missing or garbled"),
    ],
)
def test_a_lost_or_damaged_file_of_facts_is_found(
    beside: Path, content: bytes | None, wrong: str
) -> None:
    (beside / FACTS_FILE).unlink()
    if content is not None:
        (beside / FACTS_FILE).write_bytes(content)
    (difference,) = told(beside)
    assert difference.startswith(f"{MANIFEST}: the content is «{wrong}")


def test_a_parquet_file_of_something_else_holds_no_facts(beside: Path) -> None:
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["a"]}), beside / FACTS_FILE)
    (difference,) = told(beside)
    assert "facts.parquet does not have the columns of facts" in difference


def test_facts_of_an_earlier_exporter_say_nothing_of_their_history(beside: Path) -> None:
    import pyarrow.parquet as pq

    (today,) = read_facts_file(beside / FACTS_FILE)
    pq.write_table(today.drop_columns(["restates", "replaces", "carried"]), beside / FACTS_FILE)
    (facts,) = read_facts_file(beside / FACTS_FILE)
    assert facts.equals(today)
    assert facts["restates"].null_count == facts.num_rows


def test_a_file_of_facts_has_the_same_bytes_however_they_come(beside: Path, tmp_path: Path) -> None:
    (few,) = read_facts_file(beside / FACTS_FILE)
    facts = pa.concat_tables([few] * 30_000).combine_chunks()
    whole, pieces = tmp_path / "whole.parquet", tmp_path / "pieces.parquet"
    write_facts(collect([facts]), whole)
    starts = range(0, facts.num_rows, 7_001)
    write_facts(collect(facts.slice(start, 7_001) for start in starts), pieces)
    assert whole.read_bytes() == pieces.read_bytes()
    batches = list(read_facts_file(whole))
    assert max(batch.num_rows for batch in batches) <= BATCH_ROWS
    assert pa.concat_tables(batches).equals(facts)


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ('"number": 12500.0', '"number": 12600.0', [
            "manifest.json: the fingerprint is", "deliveries: the evidence is «the value is 12,600",
            "figures.en.xlsx: Example Motors!B5 (deliveries)"]),
        ("12,500 cars", "12,600 cars", ["manifest.json: deliveries: the evidence is «the quote"]),
        ('"Cars delivered"', '"Cars ordered"', ["Example Motors!A5 (deliveries): the value is"]),
        ('"edition": "2026-01-31"', '"edition": "2026-01-30"', ["manifest.json: the fingerprint is"]),
        ('"figures.en.xlsx": "', '"figures.en.xlsx": "0', ["manifest.json: the content is «outputs.figures.en.xlsx"]),
        ('"facts": [', '"facts": 7, "x": [', ["manifest.json: the content is"]),
        ("{", "", ["manifest.json: the content is"]),
        ('"stance": "positive"', '"stance": "negative"', ["views.en.pdf"]),
    ],
)  # fmt: skip
def test_edits_of_the_manifest_are_named(
    travelled: Path, old: str, new: str, messages: list[str]
) -> None:
    edit(travelled / MANIFEST, old, new)
    found = told(travelled)
    assert all(any(message in one for one in found) for message in messages), found


@pytest.mark.parametrize("name", ["figures.en.xlsx", "views.en.pdf", "evidence.en.html"])
def test_a_missing_file_is_named(travelled: Path, name: str) -> None:
    (travelled / name).unlink()
    assert f"{name}: the file is «missing»; expected «there»" in told(travelled)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("&gt; 12,500", "&gt; 12,900", "#deliveries: the value is"),
        ("Second plant to open", "Third plant to open", "#new-plant: the value is"),
        ("https://example.com/press", "https://example.org/press", "#deliveries: the link is"),
        ('id="new-plant"', 'id="newer-plant"', "#new-plant: the claim is «missing»"),
        (
            "</main>",
            '<article id="rumour">Sold out</article></main>',
            "#rumour: the claim is «Sold out»",
        ),
        ("</main>", "</main> ", "evidence.en.html: line "),
        ("</article>", "<p>Sold out</p></article>", "#deliveries: the text is «Sold out»"),
        ("</header>", "<p>Sold out</p></header>", "header: the text is «Sold out»"),
        ("</footer>", '<a href="https://evil.example/"></a></footer>', "foot: the link is"),
        ("</body>", "<script>alert(1)</script></body>", "page: the script is"),
    ],
)
def test_edits_of_the_evidence_page_are_named(
    travelled: Path, old: str, new: str, message: str
) -> None:
    edit(travelled / "evidence.en.html", old, new)
    found = told(travelled)
    assert any(message in one for one in found), found


def test_the_command_tells_and_exits(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, monkeypatch, ["verify", travelled]).status == 0
    (travelled / "views.en.pdf").unlink()
    result = run(capsys, monkeypatch, ["verify", travelled])
    assert result.status == 1
    assert "views.en.pdf: the file is «missing»" in result.out
    (travelled / MANIFEST).unlink()
    missing = run(capsys, monkeypatch, ["verify", travelled])
    assert (missing.status, "has no manifest.json" in missing.err) == (2, True)


def test_a_file_that_differs_is_not_put_in_place(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exporter.errors import ProofError
    from exporter.writers.xlsx import write_workbook as faithful

    def faulty(book: object, path: Path) -> None:
        from dataclasses import replace

        faithful(replace(book, properties=replace(book.properties, title="Another")), path)  # type: ignore[type-var,attr-defined]

    monkeypatch.setattr("exporter.writers.xlsx.write_workbook", faulty)
    output = tmp_path / "out"
    output.mkdir()
    (output / "figures.en.xlsx").write_bytes(b"a good file")
    (output / MANIFEST).write_text('{"format": 1}')
    with pytest.raises(ProofError, match=r"figures\.en\.xlsx: workbook \(properties\)"):
        build(written / "mini", output, ["en"])
    assert sorted(path.name for path in output.iterdir()) == ["figures.en.xlsx", MANIFEST]
    assert (output / "figures.en.xlsx").read_bytes() == b"a good file"
