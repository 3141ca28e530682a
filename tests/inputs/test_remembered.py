"""What is allowed for good, in the user's own file."""

import tomllib
from pathlib import Path

import pytest

from exporter.errors import Place, SetupError
from exporter.inputs.places import Allowed
from exporter.inputs.remembered import config_file, read_config, remember, remembered

DATA, HOST, NAME = Place("path", "/data"), Place("host", "db.example:5432"), Place("env", "A")


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "exporter" / "config.toml"


def say(config: Path, text: str) -> None:
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(text, "utf-8")


def allowed(report: Path) -> Allowed:
    return remembered(read_config(), report)


def test_where_the_file_is(config: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert config_file() == config
    monkeypatch.setenv("HOME", str(tmp_path))
    for value in ("", "not/absolute"):
        monkeypatch.setenv("XDG_CONFIG_HOME", value)
        assert config_file() == tmp_path / ".config/exporter/config.toml"


def test_nothing_is_allowed_unless_it_is_said(tmp_path: Path) -> None:
    assert allowed(tmp_path) == Allowed()


def test_what_was_remembered_is_allowed_for_this_report_alone(tmp_path: Path, config: Path) -> None:
    report, other = tmp_path / "a report", tmp_path / "other"
    assert remember(report, [DATA, HOST]) == config
    remember(report, [NAME, DATA])
    assert set(allowed(report).places) == {DATA, HOST, NAME}
    assert allowed(other) == Allowed()
    remember(other, [NAME])
    assert set(allowed(report).places) == {DATA, HOST, NAME}
    assert allowed(other).places == (NAME,)


def test_a_report_is_the_same_by_every_name(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "link").symlink_to("report")
    remember(tmp_path / "link", [DATA])
    assert allowed(tmp_path / "report" / ".." / "report").places == (DATA,)


def test_what_else_the_file_says_stays(tmp_path: Path, config: Path) -> None:
    before = '# mine\n[limits]\nrows = 5\n\n[allow."/other"]\nenv = "B"  # one\n'
    say(config, before)
    remember(tmp_path, [DATA])
    remember(tmp_path, [NAME])
    text = config.read_text("utf-8")
    assert text.startswith(before)
    assert tomllib.loads(text)["allow"] == {
        "/other": {"env": "B"},
        str(tmp_path): {"path": ["/data"], "env": ["A"]},
    }


def test_a_table_in_other_words_is_not_touched(tmp_path: Path, config: Path) -> None:
    before = f'allow = {{ "{tmp_path}" = {{ env = "B" }} }}\n'
    say(config, before)
    with pytest.raises(SetupError, match=r"in other words; add to it: .*path = \[\"/data\"\]"):
        remember(tmp_path, [DATA])
    assert config.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("allow = 1", "`allow` is no table"),
        ('allow."{}" = 1', "`allow` of a report is no table"),
        ('[allow."{}"]\nhosts = "a"', "`hosts` in `allow` is not right; known are path, host, env"),
        ('[allow."{}"]\nhost = 5', "`host` in `allow` is not right"),
        ('[allow."{}"]\nhost = "a b"', "'host:a b' names no place"),
        ("[allow", "config.toml is no TOML"),
        ('a = "\xff', "config.toml is no TOML"),
    ],
)
def test_what_is_not_right_is_told(tmp_path: Path, config: Path, text: str, message: str) -> None:
    say(config, "")
    config.write_text(text.replace("{}", str(tmp_path)), "latin-1")
    with pytest.raises(SetupError) as caught:
        allowed(tmp_path)
    assert message in str(caught.value)
    assert str(config) in str(caught.value)
