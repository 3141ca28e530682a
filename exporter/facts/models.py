"""What every pydantic model of a report's YAML shares: strict keys, bilingual texts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
)

from exporter.errors import Problem, WrongValueError, WrongValuesError
from exporter.facts.characters import refused_character
from exporter.facts.currencies import CURRENCIES, CURRENCY_NAMES
from exporter.facts.json_forms import CURRENCY, DAY, IN_EITHER, TEXT
from exporter.facts.known_keys import meant_key
from exporter.facts.lookalikes import address_fault, host_fault
from exporter.facts.near_forms import near_number, near_period
from exporter.facts.patterns import (
    HASH_PATTERN,
    HOST_PATTERN,
    LOCATION_PATTERN,
    NAME_PATTERN,
    URL_PATTERN,
)
from exporter.facts.words import LANGUAGES, Bilingual, is_reason, no_reason
from exporter.facts.yaml_tree import MapNode, Node, line_of, plain
from exporter.limits import CELL_TEXT, text_length

_PATTERNS = {
    NAME_PATTERN: "use a-z, 0-9, hyphen, dot and underscore, in lower case",
    HOST_PATTERN: "name the host alone, like smtp.example.com",
    URL_PATTERN: "write the whole address of a page, like https://example.com/article",
    HASH_PATTERN: "it is made by `exporter source add`",
    LOCATION_PATTERN: "it is made by `exporter source add`",
}
LONGEST_NAME = 200  # characters; Excel holds 255 in a document property and in a footer
_LINE_END = re.compile("[\n\u2028\u2029]")


def printable(text: str) -> str:
    """`text`, refused where it is blank or holds what XML and people cannot read."""
    if not text.strip():
        raise WrongValueError("is blank", "write a text")
    return writable(text)


def writable(text: str) -> str:
    """`text`, which may be blank, refused where it holds what XML and people cannot read."""
    if fault := refused_character(text):
        raise WrongValueError(*fault)
    if (length := text_length(text)) > CELL_TEXT:
        wrong = f"has {length:,} characters"
        raise WrongValueError(wrong, f"a cell of Excel holds {CELL_TEXT:,}: shorten it")
    return text


def bilingual(value: object) -> Bilingual:
    """A plain text for both languages, or `{en: …, zh: …}`."""
    if isinstance(value, Bilingual):
        return value
    if isinstance(value, str):
        return Bilingual(printable(value), value)
    if not isinstance(value, dict) or set(value) != {"en", "zh"}:
        raise WrongValueError("is not in both languages", "write a text, or {en: …, zh: …}")
    en, zh = value["en"], value["zh"]
    if not isinstance(en, str) or not isinstance(zh, str):
        raise WrongValueError("is not in both languages", "write a text, or {en: …, zh: …}")
    return Bilingual(printable(en), printable(zh))


def in_either(value: object) -> Bilingual:
    """The same of a text that may stand in one language alone, which the other shows, too."""
    if isinstance(value, dict) and value.keys() <= set(LANGUAGES):
        said = [text for text in value.values() if text is not None]
        if len(said) == 1:
            return bilingual(said[0])
    return bilingual(value)


def one_line(text: Bilingual) -> Bilingual:
    """A short text without line ends, as titles and names are."""
    for words in text:
        if match := _LINE_END.search(words):
            raise WrongValueError(f"has a line end (U+{ord(match[0]):04X})", "write it on one line")
        if (length := text_length(words)) > LONGEST_NAME:
            wrong = f"has {length:,} characters, and may have {LONGEST_NAME}"
            raise WrongValueError(wrong, "shorten it")
    return text


def reason(text: Bilingual) -> Bilingual:
    """A reason for what is accepted, in both languages."""
    for words in text:
        if not is_reason(words):
            raise WrongValueError(f"{words!r} gives no reason", no_reason(words).right)
    return text


def iso_day(value: object) -> object:
    """A day as ISO 8601 writes it; pydantic alone would take a number of seconds, too."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        near = near_period(value)
        right = f"write {near}" if near.count("-") > 1 else "write it like 2023-10-31"
        raise WrongValueError(f"{value!r} is not a day", right)
    return value


def currency_code(code: str) -> str:
    """A code of ISO 4217; a name or a sign of one currency gets its code told."""
    if code in CURRENCIES:
        return code
    country = (known for known in CURRENCIES if known[:2] == code.upper()[:2])
    near = CURRENCY_NAMES.get(code.casefold()) or next(country, "")
    near = near or next(iter(get_close_matches(code.upper(), CURRENCIES, 1)), "")
    right = f"did you mean {near}?" if near else "write a code such as CNY or USD"
    raise WrongValueError(f"{code!r} is no currency code of ISO 4217", right)


def address(url: str) -> str:
    """The address of a page, which leads where it seems to."""
    if fault := address_fault(url):
        raise WrongValueError(*fault)
    return url


def host_name(host: str) -> str:
    """A server's name, which is the one that it seems to be."""
    if fault := host_fault(host):
        raise WrongValueError(*fault)
    return host


_AsDict = PlainSerializer(Bilingual._asdict)
Text = Annotated[Bilingual, PlainValidator(bilingual), _AsDict, WithJsonSchema(TEXT)]
InEither = Annotated[Bilingual, PlainValidator(in_either), _AsDict, WithJsonSchema(IN_EITHER)]
Line = Annotated[str, AfterValidator(printable)]
Translation = Annotated[str, AfterValidator(writable)]
Name = Annotated[Text, AfterValidator(one_line)]
Reason = Annotated[InEither, AfterValidator(reason)]
CurrencyCode = Annotated[str, AfterValidator(currency_code), WithJsonSchema(CURRENCY)]
Address = Annotated[str, AfterValidator(address)]
Host = Annotated[str, AfterValidator(host_name)]
Day = Annotated[date, BeforeValidator(iso_day), WithJsonSchema(DAY)]


class Model(BaseModel):
    """A part of a report's YAML; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    @classmethod
    def place_of(cls, _key: str, _given: Any) -> str:
        """What to do with an unknown key that has its place elsewhere; "" where it has none."""
        return ""


ModelT = TypeVar("ModelT", bound=Model)


def read_model(
    model: type[ModelT], node: Node, shown: str, subject: str = ""
) -> tuple[ModelT | None, list[Problem]]:
    """Make a `model` of a tree.

    Returns:
        The model, or None and what is wrong, each with its line.
    """
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        told = [dict(details) for details in error.errors()]
        return None, [
            problem
            for details in told
            if not _follows(details, told)
            for problem in _problems(model, node, shown, subject, details)
        ]


def read_known_keys(
    model: type[ModelT], node: Node, shown: str
) -> tuple[ModelT | None, list[Problem]]:
    """Make a `model` of a tree, of the keys that are known where others are not.

    So that one misspelt key does not take with it all that hangs on the others.

    Returns:
        The model, if its known keys make one; and what is wrong, unknown keys among it.
    """
    found, problems = read_model(model, node, shown)
    if found is None and isinstance(node, MapNode):
        known = {key: part for key, part in node.items.items() if key in model.model_fields}
        found, _ = read_model(model, replace(node, items=known), shown)
    return found, problems


def _problems(
    model: type[Model], node: Node, shown: str, subject: str, error: dict[str, Any]
) -> Iterator[Problem]:
    """What is wrong by an error of pydantic, of which a validator of ours may tell much."""
    cause = error.get("ctx", {}).get("error")
    if not isinstance(cause, WrongValuesError):
        yield _problem(model, node, shown, subject, error)
        return
    path = [step for step in error["loc"] if isinstance(step, int) or "[" not in step]
    name = ".".join(map(str, path))
    for keys, (wrong, right) in cause.faults:
        yield Problem(shown, line_of(node, (*path, *keys)), subject, f"`{name}` {wrong}", right)


def _problem(
    model: type[Model], node: Node, shown: str, subject: str, error: dict[str, Any]
) -> Problem:
    # pydantic names the validators of a field in its path, as function-plain[bilingual()]; what
    # ends the path of a key that is not known is that key.
    unknown = error["loc"][-1:] if error["type"] == "extra_forbidden" else ()
    path = [
        step for step in error["loc"] if isinstance(step, int) or "[" not in step or step in unknown
    ]
    name = ".".join(str(step) for step in path) or "this"
    given = "" if isinstance(error["input"], dict | list) else f" {error['input']!r}"
    match error["type"]:
        case "missing":
            wrong, right = f"`{name}` is missing", f"add `{path[-1]}: …`"
        case "extra_forbidden":
            right = model.place_of(str(path[0]), plain(node)) if len(path) == 1 else ""
            wrong = f"`{name}` is not a known key"
            right = right or meant_key(path, model)
        case "value_error":  # of a validator of ours
            wrong, right = error["ctx"]["error"].fault
            wrong = f"`{name}` {wrong}" if path else wrong
        case "tuple_type" | "list_type":
            wrong, right = f"`{name}`{given} is not a list", "write a list there: `- …` or [a, b]"
        case "model_type" | "dict_type":
            wrong, right = f"`{name}`{given} is not keys and values", "write `key: …` lines there"
        case "string_pattern_mismatch":
            right = _PATTERNS[error["ctx"]["pattern"]]
            wrong = f"`{name}`{given} is not right"
        case "decimal_parsing":
            wrong = f"`{name}`{given} is not a number"
            right = near_number(str(error["input"])) or "write it like 25.5"
        case "literal_error":
            wrong, right = f"`{name}`{given} is not right", f"write {error['ctx']['expected']}"
        case "too_short":
            wrong, right = f"`{name}` is empty", "name one at least"
        case _:
            wrong, right = f"`{name}`{given} is not right", _lower_first(error["msg"])
    return Problem(shown, line_of(node, path), subject, wrong, right)


def _follows(error: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    """Whether a list is short because what stands in it is at fault, which is told itself."""
    place = error["loc"]
    return error["type"] == "too_short" and any(
        len(other["loc"]) > len(place) and other["loc"][: len(place)] == place for other in others
    )


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
