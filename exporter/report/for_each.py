"""`for_each:` in report.yaml: one report for many values, each with a folder of files of its own.

    for_each: {name: company, from: entity}

`name` is what texts of report.yaml call the value, as `{company}`. `from` says which values there
are, and which facts are whose: one for each entity, for each value of a column of the facts, those
of a list, or those that a query gives.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from exporter.errors import Fault, WrongValueError, WrongValuesError
from exporter.facts.json_forms import TEXT, WORDS, Form, parts
from exporter.facts.models import LONGEST_NAME
from exporter.facts.where import SqlQuery, parse_where
from exporter.facts.words import Bilingual
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar

ENTITY = "entity"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PLACEHOLDER = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_LONGEST_FOLDER = 120  # bytes; names of files in it, and temporary ones, have room beside
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # of Windows
_RIGHT = (
    "write `from: entity`, `from: {column: company}`, `from: [A, B]`, or "
    "`from: {sql: SELECT company FROM …, url: …}`"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value that files are made for.

    Attributes:
        name: What it is called; facts say the one or the other.
        folder: The name of the folder with its files.
    """

    name: Bilingual
    folder: str


@dataclass(frozen=True, slots=True)
class ForEach:
    """What `for_each:` says.

    Attributes:
        name: What texts call the value, in braces.
        column: The column of the facts, or their field, that says whose each is; "" where values
            are listed or asked for: then it is the column called `name`, or else the entity.
        listed: The values, where they are listed.
        query: The query that gives them, in a column called `name`.
    """

    name: str
    column: str = ENTITY
    listed: tuple[Bilingual, ...] = ()
    query: SqlQuery | None = None

    @property
    def placeholder(self) -> str:
        """What stands in texts for the value: `{company}`."""
        return f"{{{self.name}}}"


def parse_for_each(value: object) -> ForEach:
    """What `for_each:` says.

    Raises:
        WrongValueError: It does not say for which values, or how they are called.
    """
    if isinstance(value, ForEach):
        return value
    if not isinstance(value, dict) or value.keys() != {"name", "from"}:
        right = "write `for_each: {name: company, from: entity}`"
        raise WrongValueError("does not say `name` and `from`, and nothing else", right)
    name, given = value["name"], value["from"]
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        fault = Fault("has a `name` that is no word of a-z, 0-9 and _", "write `name: company`")
        raise WrongValuesError((("name",), fault))
    try:
        return _from(name, given)
    except WrongValueError as error:
        raise WrongValuesError((("from",), error.fault)) from error


def foreign_words(
    many: ForEach, node: Node, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Fault]]:
    """Words in braces that stand for no value, and would be printed; each with the way there.

    Args:
        many: What `for_each:` says.
        node: The tree of report.yaml.
        path: The way to it.
    """
    match node:
        case Scalar():
            for word in _PLACEHOLDER.findall(node.text):
                if word != many.name:
                    wrong, right = f"`{{{word}}}` stands for nothing", f"write {many.placeholder}"
                    yield path, Fault(wrong, right)
        case MapNode():
            for key, part in node.items.items():
                if path or key not in {"facts", "for_each"}:  # in a query they may be anything
                    yield from foreign_words(many, part, (*path, key))
        case ListNode():
            for index, part in enumerate(node.items):
                yield from foreign_words(many, part, (*path, index))


def _from(name: str, given: object) -> ForEach:
    match given:
        case "entity":
            return ForEach(name)
        case {"column": str(column), **others} if column.strip() and not others:
            return ForEach(name, column.strip())
        case [_, *_]:
            return ForEach(name, "", tuple(_listed(given)))
        case {"sql": _, "url": _, **others} if not others:
            query = parse_where(given)
            if isinstance(query, SqlQuery):
                return ForEach(name, "", (), query)
    raise WrongValueError("has a `from` that names no values", _RIGHT)


def _listed(given: Sequence[object]) -> Iterator[Bilingual]:
    seen: set[str] = set()
    for item in given:
        match item:
            case str() if item.strip():
                named = Bilingual(item.strip(), item.strip())
            case {"en": str(en), "zh": str(zh), **others} if (
                en.strip() and zh.strip() and not others
            ):
                named = Bilingual(en.strip(), zh.strip())
            case _:
                wrong = f"lists {item!r}, which is no name"
                raise WrongValueError(wrong, "write a text, or {en: …, zh: …}")
        if named.en in seen:
            raise WrongValueError(f"lists {named.en!r} twice", "list it once")
        seen.add(named.en)
        yield named


def value_of(name: Bilingual) -> Value:
    """A value with the name of its folder, which every system can have."""
    return Value(name, folder_name(name.en))


def own_part_of(file: str, name: str) -> str:
    """What of a file is one value's, as manifests name it among their inputs."""
    return f"{file} ({name})"


def folder_name(name: str) -> str:
    """A name as one of a folder, safe on every system; other names may give the same."""
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", name)).strip()
    safe = re.sub(r"^\.+", "_", safe).rstrip(". ") or "_"
    if _RESERVED.fullmatch(safe):
        safe = f"{safe}_"
    if len(safe.encode()) > _LONGEST_FOLDER:
        digest = sha256(name.encode()).hexdigest()[:8]
        safe = safe.encode()[: _LONGEST_FOLDER - 9].decode(errors="ignore") + "-" + digest
    return safe


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values whose files would lie in one folder, by their English names."""

    names: tuple[str, str]
    folder: str

    @property
    def fault(self) -> Fault:
        """What is wrong."""
        one, other = self.names
        wrong = f"the files of {one!r} and of {other!r} would lie in one folder, {self.folder}"
        return Fault(wrong, "call one of them otherwise")


def clashes(values: Sequence[Value]) -> Iterator[Clash]:
    """Values that would have one folder, as some systems tell folders apart."""
    first: dict[str, Value] = {}
    for value in values:
        other = first.setdefault(value.folder.casefold(), value)
        if other is not value:
            yield Clash((other.name.en, value.name.en), other.folder)


def unfit(name: str) -> Fault | None:
    """What is wrong with the name of a value, which stands in titles; None for nothing."""
    if len(name) > LONGEST_NAME:
        wrong = f"the name {name[:40]!r}… has {len(name):,} characters"
        return Fault(wrong, f"give it at most {LONGEST_NAME}")
    if not name.isprintable():
        return Fault(f"the name {name!r} holds what does not print", "take it out")
    return None


def _written(said: ForEach | None) -> Any:
    if said is None:
        return None
    given: Any = [name._asdict() for name in said.listed] or {"column": said.column}
    if said.query:
        given = {"sql": said.query.sql, "url": said.query.url}
    return {"name": said.name, "from": ENTITY if given == {"column": ENTITY} else given}


_FORM: Form = parts(
    {
        "name": {"type": "string", "pattern": f"^{_NAME.pattern}$"},
        "from": {
            "anyOf": [
                {"const": ENTITY},
                {"type": "array", "items": TEXT, "minItems": 1},
                parts({"column": WORDS}, required=["column"]),
                parts({"sql": {"type": "string"}, "url": {"type": "string"}}, required=["sql"]),
            ]
        },
    },
    required=["name", "from"],
    title="`{name, from}`",
)
Many = Annotated[
    ForEach, PlainValidator(parse_for_each), PlainSerializer(_written), WithJsonSchema(_FORM)
]
