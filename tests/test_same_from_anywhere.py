"""The same facts give the same files, byte by byte, wherever they are kept."""

import json
from pathlib import Path

import pytest

import exporter
from exporter.facts.where import SqlQuery, Where
from exporter.proof.manifest import MANIFEST
from exporter.report.starter import make_report
from tests.facts.forms import frame_of, rewrite, rows_of, write_postgres
from tests.facts.postgres import postgres, postgres_server

__all__ = ["postgres", "postgres_server"]


@pytest.fixture(scope="module")
def from_yaml(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("from-yaml")
    make_report(folder / "mini")
    return built(folder / "mini", folder / "output")


def built(report: Path, output: Path, facts: object = None) -> dict[str, bytes]:
    """What a build writes in Chinese, and the facts of both languages as the manifest has them.

    Without what else the manifest says, which is where the facts are from.
    """
    _, paths = exporter.build(report, output, ["zh"], facts=facts)
    assert exporter.verify(output).proved
    files = {path.name: path.read_bytes() for path in paths}
    rows = json.loads(files.pop(MANIFEST))["facts"]
    for row in rows:
        del row["file"], row["line"]
    return files | {"facts": json.dumps(rows).encode()}


def say_where(report: Path, where: Where) -> None:
    said = (
        f"facts:\n  sql: '{where.sql}'\n  url: {where.url}\n"
        if isinstance(where, SqlQuery)
        else f"facts: {where}\n"
    )
    definition = report / "report.yaml"
    definition.write_text(definition.read_text("utf-8") + said, "utf-8")


@pytest.mark.parametrize("form", ["csv", "csv in GB18030", "xlsx", "parquet", "duckdb"])
def test_from_files_and_duckdb(
    form: str, from_yaml: dict[str, bytes], mini_report: Path, tmp_path: Path
) -> None:
    say_where(mini_report, rewrite(mini_report, form))
    assert built(mini_report, tmp_path / "output") == from_yaml


def test_from_postgresql(
    postgres: str, from_yaml: dict[str, bytes], mini_report: Path, tmp_path: Path
) -> None:
    say_where(mini_report, write_postgres(rows_of(mini_report), postgres))
    output = tmp_path / "output"
    assert built(mini_report, output) == from_yaml
    assert postgres in (output / MANIFEST).read_text("utf-8")


def test_from_a_frame_and_back(
    from_yaml: dict[str, bytes], mini_report: Path, tmp_path: Path
) -> None:
    written = frame_of(rows_of(mini_report))
    assert built(mini_report, tmp_path / "written", written) == from_yaml
    read = exporter.read_facts(mini_report)
    assert built(mini_report, tmp_path / "set", read) == from_yaml
    frame = read.to_frame()
    assert frame["number"].notna().any()
    assert built(mini_report, tmp_path / "frame", frame) == from_yaml
