"""What to say of YAML that cannot be read, in the words of who wrote it: blanks, tabs, brackets.

It goes by what stands in the file, never by what the parser says of it: there are two of these.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from exporter.errors import Fault, Problem
from exporter.facts.yaml_quoting import unquoted_fault

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

_RIGHT = "check indentation, colons and quotation marks there"

_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_CALLED = {"[": "list", "{": "group", '"': "text", "'": "text"}
_NO_TEXTS = ("#", "[", "{", '"', "'")  # how lines begin that are something else
_START = re.compile(r"(?P<blanks> *)(?P<items>(?:- +)*)(?P<rest>.*)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Those of lists and groups; what is in quotation marks is passed over.
_BRACKET = re.compile(r"\"[^\"]*\"|'[^']*'|(?<![^\s\[{,])[\[{]|[\]}]")
_NAMED = re.compile(r"[^\s#].*?:(?:\s|$)")  # what begins with a name
_OPENS = re.compile(r":(?:\s+[|>][-+0-9]*)?\s*(?:#.*)?$")  # what belongs to it stands below

Place = tuple[int, int]  # a line and a column, from 1


class Level(NamedTuple):
    """Where the lines of one level begin: columns from 0, and whether with the dash of an item."""

    column: int
    is_item: bool


def malformed(text: str, shown: str, error: "MarkedYAMLError") -> Problem:
    """What is wrong with a YAML file that a parser has given up.

    Args:
        text: Of the file.
        shown: What messages call it.
        error: The parser's.
    """
    mark, about = error.problem_mark or error.context_mark, error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    opened = (about.line + 1, about.column + 1) if about else None
    if mark and not text[mark.index :].strip():
        opened = _left_open(text) or opened
    fault = unquoted_fault(text, *place) or _form_fault(text, place, opened)
    if fault is None:
        said = " ".join(part for part in (error.context, error.problem) if part)
        fault = Fault(f"malformed YAML: {said}", _RIGHT)
    return Problem(shown, place[0], "", *fault, place[1])


def _form_fault(text: str, place: Place, opened: Place | None) -> Fault | None:
    """What is wrong with the form of a YAML file; None where that does not show.

    Args:
        text: Of the file.
        place: Where the parser stumbled.
        opened: Where what it was about then begins, if it says so.
    """
    lines = text.split("\n")
    line = _line(lines, place[0])
    if "\t" in line[: len(line) - len(line.lstrip())] or line[place[1] - 1 : place[1]] == "\t":
        return Fault("a tab stands where YAML takes blanks alone", "indent by blanks, two a level")
    return (
        (_unclosed(lines, opened) if opened else None)
        or _misplaced(line, place[1])
        or _indentation(lines, place[0])
        or _nameless(lines, {opened[0] if opened else place[0], place[0] - 1, place[0]})
    )


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""


def _left_open(text: str) -> Place | None:
    """Where the last bracket of a file stands that nothing closes; None where all are closed."""
    places: list[Place] = []
    for number, line in enumerate(text.split("\n"), 1):
        for found in _BRACKET.finditer(line):
            if found[0] in "[{":
                places.append((number, found.start() + 1))
            elif found[0] in "]}" and places:
                places.pop()
    return places[-1] if places else None


def _unclosed(lines: Sequence[str], opened: Place) -> Fault | None:
    """What to say of a bracket or a quotation mark that is not closed, or holds what it cannot."""
    mark = _line(lines, opened[0])[opened[1] - 1 : opened[1]]
    if mark not in _CLOSING or not mark:
        return None
    closing, called = _CLOSING[mark], _CALLED[mark]
    rest = _line(lines, opened[0])[opened[1] :]
    if called == "text":
        is_closed = closing in rest
    else:
        bare = _QUOTED.sub("", rest)
        is_closed = bare.count(closing) > bare.count(mark)
    if not is_closed:
        wrong = f"the {called} that begins with {mark} in line {opened[0]} is not closed"
        return Fault(wrong, f"close it with {closing}")
    if called == "text":
        return None
    wrong = f"the {called} that begins with {mark} in line {opened[0]} cannot be read"
    return Fault(wrong, "part what is in it by commas, and quote texts that hold : , [ ] { or }")


def _misplaced(line: str, column: int) -> Fault | None:
    """What to say of a sign that cannot stand where it does."""
    before, sign = line[: column - 1].rstrip(), line[column - 1 : column]
    if sign in _CLOSING.values() and sign in "]}" and sign:
        return Fault(f"nothing opens what {sign} closes here", f"take the {sign} out, or open it")
    if sign == "-" and before.endswith(":"):
        wrong = f"an item of a list stands in the line of `{before.strip()}`"
        return Fault(wrong, "begin it in the next line, with two blanks more")
    return None


def _nameless(lines: Sequence[str], numbers: Set[int]) -> Fault | None:
    """What to say where a line neither has a name nor is an item."""
    for number in sorted(numbers - {0}):
        said = _line(lines, number).strip()
        if said and not _NAMED.search(said) and not said.startswith(("- ", *_NO_TEXTS)):
            wrong = (
                f"{said!r} in line {number} has neither a name with a colon nor a dash and a blank"
            )
            return Fault(wrong, "write `name: value`, or `- ` before an item of a list")
    return None


def _indentation(lines: Sequence[str], number: int) -> Fault | None:
    """What to say of a line that begins where none of those above it does."""
    said = _START.match(_line(lines, number))
    if said is None or not said["rest"]:
        return None
    own = Level(len(said["blanks"]), bool(said["items"]))
    above = [line for line in lines[: number - 1] if line.strip() and line.lstrip()[0] != "#"]
    levels = list(_levels(above)) if above else []
    if not levels or own in levels:
        return None
    if own.column > levels[0].column and _OPENS.search(above[-1]):
        return None
    alike = [level.column for level in levels if level.is_item is own.is_item]
    if not alike:
        if own.is_item:
            return Fault("an item of a list stands among fields", "take its `- ` off, or indent it")
        return Fault(
            "a field stands among the items of a list", "write `- ` before it, or indent it"
        )
    nearest = min(alike, key=lambda column: abs(column - own.column))
    what = "item" if own.is_item else "field"
    wrong = f"this {what} is indented by {_blanks(own.column)}, those above by {nearest}"
    right = f"indent it by {nearest} as well"
    may_be_item = Level(own.column, True) in levels
    return Fault(wrong, f"{right}, or begin a new item with `- `" if may_be_item else right)


def _blanks(number: int) -> str:
    return "1 blank" if number == 1 else f"{number} blanks"


def _levels(above: Sequence[str]) -> Iterator[Level]:
    """The levels that are open below some lines, the deepest first."""
    limit = len(max(above, key=len))
    for line in reversed(above):
        start = _START.match(line.replace("\t", " "))
        if start is None:
            continue
        blanks, rest = len(start["blanks"]), start["rest"]
        items = [Level(blanks + at, True) for at, sign in enumerate(start["items"]) if sign == "-"]
        field = [Level(start.start("rest"), False)] if _NAMED.match(rest) else []
        for level in (*field, *reversed(items)):
            if level.column <= limit:
                yield level
                limit = level.column
        if limit == 0:
            break
