"""`exporter build --since --sign` of a report for many: each value's own changes, all signed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exporter import UsageError, build_many
from exporter.cli import app
from exporter.verify import verify_with
from exporter.writers.page_process import in_this_process
from tests.many_report import make_many, write_facts
from tests.proof.pdf.test_signature import PASSWORD, make_identity


def test_each_has_its_own_changes_and_a_signature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, old, new = tmp_path / "desk", tmp_path / "old", tmp_path / "new"
    rows = make_many(report, {"Alder": 120, "Birch": 340}, edition="2026-01-31")
    assert {result.state for result in build_many(report, output=old, for_each=["Alder"])} == {
        "built"
    }
    definition = json.loads((report / "report.yaml").read_text("utf-8"))
    (report / "report.yaml").write_text(
        json.dumps({**definition, "edition": "2026-02-28"}), "utf-8"
    )
    write_facts(report, [row | {"metric.en": "Total revenue"} for row in rows])
    certificate = make_identity().save(tmp_path / "desk.p12")
    monkeypatch.setenv("EXPORTER_SIGN_PASSWORD", PASSWORD.decode())
    options = ("--since", str(old / "desk"), "--sign", str(certificate), "--output", str(new))
    told = CliRunner().invoke(app, ["build", str(report), *options])
    assert told.exit_code == 0, told.output
    assert "has no earlier edition of Birch; no changes are shown of it" in told.stderr
    since = {
        name: json.loads((new / name / "manifest.json").read_text("utf-8")).get("since")
        for name in ("Alder", "Birch")
    }
    assert "2026-01-31" in json.dumps(since["Alder"])
    assert not since["Birch"]
    found = verify_with(in_this_process, new / "Alder")
    assert not found.differences
    assert found.signers


def test_an_earlier_edition_of_none_is_refused(tmp_path: Path) -> None:
    make_many(tmp_path / "desk", {"Alder": 120})
    command = [
        "build",
        str(tmp_path / "desk"),
        "--since",
        str(tmp_path),
        "--output",
        str(tmp_path / "out"),
    ]
    told = CliRunner().invoke(app, command)
    assert isinstance(told.exception, UsageError)
    assert "has no earlier edition of Alder; name the folder with the sets" in str(told.exception)
    assert not list((tmp_path / "out").glob("*"))
