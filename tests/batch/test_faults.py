"""Reports at fault in a batch: exactly those fail, each with its message in batch.json."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from exporter.cli import app
from tests.many_report import make_many, write_facts

_SOUND = ("Alder", "Birch")
_OF_FACTS: dict[str, tuple[dict[str, Any], str]] = {
    "Value": ({"value": 999}, "the quote says"),
    "Text": ({"value": "many"}, "'many' is not a number"),
    "Unit": ({"unit": "furlongs of sky"}, "'furlongs of sky' is not known"),
    "Source": ({"source": "no-such-note"}, "there is no source 'no-such-note'"),
    "Quote": ({"quote": "words that nobody wrote"}, "'words that nobody wrote' is not in note"),
    "Id": ({"id": "Not An Id"}, "'Not An Id' is not a plain lower-case name"),
    "Period": ({"period": "some day"}, "'some day' is not ISO 8601"),
    "Metric": ({"metric.en": "", "metric.zh": ""}, "`metric.en` is missing"),
}
_OF_VIEWS: dict[str, tuple[dict[str, Any], str]] = {
    "Seen": ({"quote": "Northern Securities sees nothing"}, "sees nothing' is not in note"),
    "Broker": ({"broker": "Nobody & Sons"}, "'Nobody & Sons' is not among the report's brokers"),
    "Stance": ({"stance": "sideways"}, "`stance` 'sideways' is not right"),
    "Length": ({"thesis": {"en": "Orders should grow. " * 400, "zh": "增长。"}}, "pages long"),
}
_OF_FOLDERS = {"Way": "a part of the path is a file", "File": "is in the way: it is a folder"}
_TWICE = "Twice"
_TOLD = {
    **{name: told for name, (_, told) in (*_OF_FACTS.items(), *_OF_VIEWS.items())},
    **_OF_FOLDERS,
    _TWICE: "the id is used twice",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What batch.json says of a batch of which most is at fault."""
    folder = tmp_path_factory.mktemp("faults")
    report, output = folder / "desk", folder / "out"
    names = (*_SOUND, *_TOLD)
    rows = make_many(report, {name: 100 + place for place, name in enumerate(names)})
    rows = [row | _OF_FACTS.get(row["company"], ({}, ""))[0] for row in rows]
    write_facts(report, [*rows, *(row for row in rows if row["company"] == _TWICE)])
    views = json.loads((report / "views.yaml").read_text("utf-8"))
    views = [view | _OF_VIEWS.get(view["subject"], ({}, ""))[0] for view in views]
    (report / "views.yaml").write_text(json.dumps(views, ensure_ascii=False, indent=1), "utf-8")
    (output / "desk" / "File" / "figures.en.xlsx").mkdir(parents=True)
    (output / "desk" / "Way").write_text("a file where a folder should be", "utf-8")
    command = ("batch", str(report), "--output", str(output), "--jobs", "1")
    assert CliRunner().invoke(app, command).exit_code == 1
    found: dict[str, Any] = json.loads((output / "batch.json").read_text("utf-8"))
    return found


def test_exactly_those_at_fault_fail(told: dict[str, Any]) -> None:
    states = {result["value"]: result["state"] for result in told["reports"]}
    assert states == {**dict.fromkeys(_SOUND, "built"), **dict.fromkeys(_TOLD, "failed")}
    assert (told["built"], told["skipped"], told["failed"]) == (len(_SOUND), 0, len(_TOLD))
    for result in told["reports"]:
        assert (Path(result["output"]) / "manifest.json").exists() == (result["state"] == "built")


@pytest.mark.parametrize(("name", "words"), _TOLD.items())
def test_each_is_told_with_its_message(told: dict[str, Any], name: str, words: str) -> None:
    (result,) = (result for result in told["reports"] if result["value"] == name)
    assert words in result["problems"][0]["wrong"]
    if name in {*_OF_FACTS, *_OF_VIEWS, _TWICE} - {"Length"}:
        assert all(problem["line"] for problem in result["problems"])
