"""What to say where a text of a YAML file lacks quotation marks."""

import re

from exporter.errors import Fault

_CLOSED = {'"': '"', "'": "'", "[": "]", "{": "}"}
_NO_BEGINNINGS = "%@`"  # of a plain text, in YAML 1.2, 7.3.3
_KEY = re.compile(r"\s*(?:- +)?[^\s:'\"\[{]+:\s+(?=\S)")  # of a line, with what is before it


def unquoted_fault(text: str, line: int, column: int) -> Fault | None:
    """What to say where a text lacks quotation marks; None where something else is wrong.

    Args:
        text: Of the file.
        line: Where the parser stumbled, from 1.
        column: From 1.
    """
    lines = text.split("\n")
    said = lines[line - 1].rstrip() if line <= len(lines) else ""
    before, at = said[: column - 1].rstrip(), said[column - 1 : column]
    if at in _NO_BEGINNINGS and at:
        wrong = f"a text cannot begin with {at} in YAML unless it is quoted"
        return Fault(wrong, f"quote it: {_in_quotes(said[column - 1 :])}")
    if at == ":" and (key := _KEY.match(before)) and before[key.end() :][:1] not in "[{":
        wrong = "a text that holds a colon and a blank has to be quoted in YAML"
        return Fault(wrong, f"quote it: {_in_quotes(_KEY.sub('', said, count=1))}")
    value = _KEY.sub("", said, count=1)
    if before.endswith(_CLOSED.get(value[:1], "\n")) and at and at not in ",]}#":
        wrong = f"something stands behind the closing {before[-1]}"
        return Fault(wrong, f"quote the whole text: {_in_quotes(value)}")
    return None


def _in_quotes(text: str) -> str:
    """A text as YAML takes it whatever it holds."""
    return "'" + text.replace("'", "''") + "'"
