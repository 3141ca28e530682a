"""The documentation is complete: the public API, every command and option, every link."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import typer.main

import exporter
from exporter.cli import app

ROOT = Path(__file__).parents[1]
PAGES = [
    *(
        ROOT / f"{name}.md"
        for name in ("README", "README.zh", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")
    ),
    *sorted((ROOT / "docs").rglob("*.md")),
]
# [text](target), ![alt](target), [name]: target; and what HTML a page may hold.
_LINK = re.compile(
    r"""!?\[[^\]]*\]\(\s*<?([^)\s>]+)|^\[[^\]]+\]:\s*(\S+)|(?:src|href|srcset)="([^"]+)\"""",
    re.MULTILINE,
)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def links(text: str) -> list[str]:
    """Where a page's links and pictures lead; what stands in code is none."""
    return [next(filter(None, found)) for found in _LINK.findall(_CODE.sub("", text))]


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives to a page's headings."""
    headings = re.findall(r"^#+\s+(.+?)\s*#*$", _CODE.sub(_words, text), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def _words(code: re.Match[str]) -> str:
    return "" if code[1] else code[0].strip("`")


def broken(page: Path, text: str) -> list[str]:
    """The relative links of a page that lead nowhere."""
    wrong = []
    for link in links(text):
        if re.match(r"[a-z][a-z0-9+.-]*:|//", link):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = page.parent / name if name else page
        if not target.exists():
            wrong.append(link)
        elif anchor and target.suffix == ".md":
            content = text if target == page else target.read_text("utf-8")
            wrong += [link] if anchor not in anchors(content) else []
    return wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_exists(page: Path) -> None:
    assert page.exists(), f"{page.name} is missing"
    assert broken(page, page.read_text("utf-8")) == []


def test_links_are_found_and_broken_ones_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = (
        '# A heading\n[a](there.md) ![b](gone.png) [c](#a-heading) [d](#none) <img src="x.svg">\n'
        "[e](https://example.com) [f]: not one\n[g]: gone.md\n`[h](no.md)`\n```\n[i](no.md)\n```\n"
        "[j](there.md#part-two) [k](there.md#part-three) [l](a%20b.md) [m](mailto:a@example.com)\n"
    )
    (tmp_path / "there.md").write_text("## Part `two`\n")
    (tmp_path / "a b.md").touch()
    page.write_text(text)
    assert broken(page, text) == ["gone.png", "#none", "x.svg", "gone.md", "there.md#part-three"]


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by its full name, such as `source add`, in the words of click."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), typer.main.get_command(app))]
    for names, command in waiting:
        if children := getattr(command, "commands", None):
            waiting += [((*names, name), child) for name, child in children.items()]
        else:
            yield " ".join(names), command


OPTIONS = [
    (name, option)
    for name, command in commands()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--") and not getattr(parameter, "hidden", False)
]


def told() -> str:
    return "\n".join(page.read_text("utf-8") for page in PAGES if page.parts[-2] == "docs") + (
        (ROOT / "README.md").read_text("utf-8")
    )


def test_the_command_line_is_walked() -> None:
    assert {"build", "check", "new", "source add"} <= {name for name, _ in commands()}
    assert ("build", "--output") in OPTIONS


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_is_told_and_says_what_it_does(name: str) -> None:
    assert re.search(rf"\bexporter {name}\b", told()), f"`exporter {name}` is in no guide"
    (command,) = (command for found, command in commands() if found == name)
    assert command.help


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_told(command: str, option: str) -> None:
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", told()), f"{command} {option}"


@pytest.mark.parametrize("name", exporter.__all__)
def test_every_public_name_is_there_and_told(name: str) -> None:
    assert getattr(exporter, name) is not None
    assert exporter.__doc__ is not None
    assert re.search(rf"\b{name}\b", exporter.__doc__), f"{name} is not in the package's docstring"


def test_the_docstring_tells_no_name_that_is_not_public() -> None:
    """The names told stand at the head of the lines that are indented and have two columns."""
    assert exporter.__doc__ is not None
    api = exporter.__doc__.partition("The public API")[2]
    heads = re.findall(r"^ {4}(\S.*?) {2,}\S", api, re.MULTILINE)
    names = {name for head in heads for name in re.findall(r"\b[A-Za-z]\w+\b", _bare(head))}
    assert heads
    assert names <= set(exporter.__all__)
    assert len(set(exporter.__all__)) == len(exporter.__all__)


def _bare(head: str) -> str:
    """`build(folder, output), Fact and family` without arguments and joining words."""
    return re.sub(r"\(.*?\)|\b(and|or|family)\b", "", head)


def test_no_name_is_public_by_accident() -> None:
    with pytest.raises(AttributeError, match="no attribute 'writers_of_anything'"):
        exporter.writers_of_anything  # noqa: B018
    assert set(exporter._HOMES) == set(exporter.__all__)


def test_the_chinese_readme_has_the_same_commands_and_pictures() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))
    assert lines_of_code(chinese) == lines_of_code(english)
    assert pictures(chinese) == pictures(english)
    commands = set(re.findall(r"^\| `exporter ([a-z]+(?: add)?)", english, re.MULTILINE))
    assert commands == set(re.findall(r"^\| `exporter ([a-z]+(?: add)?)", chinese, re.MULTILINE))
    assert {"build", "verify", "source add"} <= commands


def lines_of_code(text: str) -> list[str]:
    """The lines of a page's blocks for the shell, without what is said beside them."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [re.sub(r"\s+# .*", "", line) for block in blocks for line in block.splitlines()]


def pictures(text: str) -> list[str]:
    return re.findall(r"!\[[^\]]*\]\((.+?)\)", text)
