"""A program of the user's that proposes facts and views: clauses go to it, proposals come back.

Nothing here reaches a network; what the program does is its user's affair. docs/proposers.md tells
the protocol.
"""

import json
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from exporter.drafting.model import Setting
from exporter.errors import SetupError

PROTOCOL = 1
KINDS = ("fact", "view")
_LAST_WORDS = 300  # characters of what a program that failed said last


class Proposal(NamedTuple):
    """What a program proposes.

    Attributes:
        line: Of its output, from 1.
        kind: `fact` or `view`; "" where the line is neither.
        fields: As a facts file has them; numbers as they were written.
        wrong: Why the line cannot be read; "" where it can.
    """

    line: int
    kind: str
    fields: Mapping[str, Any]
    wrong: str = ""


def ask(command: str, setting: Setting, clauses: Sequence[int] | None = None) -> list[Proposal]:
    """Have a program propose facts and views of a source.

    Args:
        command: As a shell takes it; no shell runs it.
        setting: With the source, whose text is at hand.
        clauses: Which of the source's it is given; all unless said.

    Raises:
        SetupError: It cannot be run, or ends with another status than 0.
    """
    try:
        words = _words_of(command)
        ran = subprocess.run(  # noqa: S603 - what the user asked for
            words,
            input="\n".join(_told(setting, clauses)) + "\n",
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except (OSError, ValueError) as error:
        wrong = f"{command!r} cannot be run: {error}"
        raise SetupError(wrong, "name a program, as a shell takes it") from error
    if ran.returncode:
        said = ran.stderr.strip()[-_LAST_WORDS:] or "nothing"
        wrong = f"{command!r} ended with status {ran.returncode}, and said {said!r}"
        raise SetupError(wrong, "let it end with 0; what it proposed is left out")
    return list(_proposals(ran.stdout))


def _words_of(command: str) -> list[str]:
    if words := shlex.split(command):
        return words
    raise ValueError("it names no program")


def _told(setting: Setting, clauses: Sequence[int] | None) -> Iterator[str]:
    """The lines that a program reads: what is known beforehand, then a clause each."""
    record = setting.source.record
    known = {
        "protocol": PROTOCOL,
        "source": setting.source.id,
        "title": record.title.in_(setting.lang),
        "publisher": record.publisher.in_(setting.lang),
        "published": record.published.isoformat(),
        "language": setting.lang,
        "entities": [_named(entity.name, entity.aliases) for entity in setting.entities],
        "brokers": [_named(broker.name, broker.aliases) for broker in setting.brokers],
    }
    yield json.dumps(known, ensure_ascii=False)
    text, all_clauses = setting.source.text or "", setting.source.clauses
    for index in range(len(all_clauses)) if clauses is None else clauses:
        clause = all_clauses[index]
        told: dict[str, object] = {"clause": index, "text": text[clause.start : clause.end]}
        if record.locations and not setting.source.changed:
            told["location"] = record.locations[index]
        yield json.dumps(told, ensure_ascii=False)


def _named(name: tuple[str, str], aliases: tuple[str, ...]) -> dict[str, object]:
    return {"en": name[0], "zh": name[1], "aliases": list(aliases)}


class _NoProposalError(Exception):
    """JSON of a kind that no field takes; says which."""


def _refuse(constant: str) -> None:
    raise _NoProposalError(f"{constant} is no number")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object, none of which may be given twice."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NoProposalError(f"`{twice}` is given twice")
    return fields


def _proposals(output: str) -> Iterator[Proposal]:
    for number, line in enumerate(output.split("\n"), start=1):
        if line.strip():
            yield _proposal(number, line)


def _proposal(number: int, line: str) -> Proposal:
    """What a line of a program's output proposes."""
    try:
        said = json.loads(
            line, parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_each_once
        )
        json.dumps(said, ensure_ascii=False, default=str).encode()
    except _NoProposalError as error:
        return Proposal(number, "", {}, str(error))
    except UnicodeEncodeError:
        return Proposal(number, "", {}, "the line has half a character (a lone surrogate)")
    except (ValueError, RecursionError):
        return Proposal(number, "", {}, "the line is no JSON object")
    if not isinstance(said, dict) or len(said) != 1 or not said.keys() & set(KINDS):
        return Proposal(number, "", {}, 'the line is neither {"fact": {…}} nor {"view": {…}}')
    ((kind, fields),) = said.items()
    if not isinstance(fields, dict):
        return Proposal(number, kind, {}, f"`{kind}` holds no fields")
    return Proposal(number, kind, fields)
