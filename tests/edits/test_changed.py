"""Changed files take the place of those that are there, all of them or none."""

from pathlib import Path

import pytest

from exporter.edits.changed import write_changed
from exporter.errors import SetupError


def test_files_keep_their_mode_and_links_lead_where_they_did(tmp_path: Path) -> None:
    report, outside = tmp_path / "report", tmp_path / "desk"
    (report / "facts").mkdir(parents=True)
    outside.mkdir()
    inside, linked = report / "facts/a.yaml", report / "b.yaml"
    inside.write_bytes(b"old")
    inside.chmod(0o640)
    (outside / "b.yaml").write_bytes(b"old")
    linked.symlink_to(outside / "b.yaml")
    write_changed(report, {inside: b"new a", linked: b"new b"})
    assert (inside.read_bytes(), inside.stat().st_mode & 0o777) == (b"new a", 0o640)
    assert linked.is_symlink()
    assert (outside / "b.yaml").read_bytes() == b"new b"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.name.startswith(".")) == []


def test_where_one_is_in_the_way_none_changes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "b.yaml").mkdir()
    with pytest.raises(SetupError, match=r"b\.yaml is in the way: it is a folder"):
        write_changed(tmp_path, {tmp_path / "a.yaml": b"new", tmp_path / "b.yaml": b"new"})
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
