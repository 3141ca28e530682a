"""What report.yaml says of how a table is to be read, and what of that cannot be followed."""

import codecs
import datetime as dt
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from exporter.errors import Fault
from exporter.facts.headings import heading_key, shown_heading
from exporter.facts.reading import FIELD_NAMES, KEYS, PARTED, Reading
from exporter.facts.table import BILINGUAL_FIELDS, HISTORY
from exporter.facts.words import LANGUAGES

# What is called by the first name is written by the programs of today with more characters.
# Source: WHATWG, Encoding Standard, 4.2 (names and labels).
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "cp950",
}  # fmt: skip
_LIKE = 0.75  # of 1
_HIGHER = "write it one level higher, beside `file`"

KeysAndFault = tuple[tuple[str, ...], Fault]  # the keys are of `facts:`


def parse_reading(said: Mapping[str, Any]) -> tuple[Reading, list[KeysAndFault]]:
    """What the keys beside `file` or `sql` say, and what of it cannot be followed."""
    faults: list[KeysAndFault] = []
    encoding = ""
    if "encoding" in said:
        encoding = _encoding(said["encoding"])
        faults += [] if encoding else [(("encoding",), _unknown_encoding(said["encoding"]))]
    decimal = said.get("decimal", "")
    if "decimal" in said and decimal not in {",", "."}:
        fault = Fault(f"has the decimal mark {decimal!r}", 'write `decimal: ","` or "."')
        faults.append((("decimal",), fault))
        decimal = ""
    columns = _Columns()
    columns.take(said.get("columns", {}))
    defaults = _Defaults(dict(columns.taken))
    defaults.take(said.get("defaults", {}))
    reading = Reading(encoding, decimal, tuple(columns.taken), tuple(defaults.taken))
    return reading, [*faults, *columns.faults, *defaults.faults]


def place_of_key(key: str, value: object) -> str:
    """Where a key has its place that stands beside `file`, and is none of those; "" for nowhere."""
    if key in FIELD_NAMES:
        return f"write it under `defaults:`, for rows that do not say it: `defaults: {{{key}: …}}`"
    if isinstance(value, str) and value in FIELD_NAMES:
        return f"write it under `columns:`: `columns: {{{key}: {value}}}`"
    return ""


def _encoding(name: object) -> str:
    """The encoding by Python's name; "" for none."""
    try:
        codec = codecs.lookup(str(name))
        codec.incrementaldecoder().decode(b"", final=False)
        "".encode(codec.name)  # refused by what is a codec, and no encoding of texts
    except (LookupError, TypeError, ValueError):
        return ""
    return _LARGER.get(codec.name, codec.name)


def _unknown_encoding(name: object) -> Fault:
    right = "write one such as cp1252 (of Windows in Western Europe), gb18030, cp932 or utf-8"
    return Fault(f"names the encoding {name!r}, which nobody knows", right)


class _Columns:
    """The fields of headings, as `columns:` says them, and what is wrong there."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.faults: list[KeysAndFault] = []

    def take(self, said: object) -> None:
        """Take in all of `columns:`."""
        if not isinstance(said, dict):
            wrong, right = "has `columns` without headings", "write `columns: {Heading: field}`"
            self.faults.append((("columns",), Fault(wrong, right)))
            return
        for heading, field in said.items():
            name = heading_key(str(field))
            if fault := self._fault(str(heading), field, name):
                self.faults.append((("columns", str(heading)), fault))
            else:
                self.taken.append((str(heading), name))

    def _fault(self, heading: str, field: object, name: str) -> Fault | None:
        shown = shown_heading(heading)
        if not heading_key(heading):
            return Fault("names a heading that is blank", "name the column in the file, then here")
        if name not in FIELD_NAMES:
            return _no_field(heading, shown, field)
        for other, taken in self.taken:
            if taken == name:
                there = shown_heading(other)
                wrong = f"takes two columns for `{name}`: `{there}` and `{shown}`"
                return Fault(wrong, "keep one")
            if heading_key(other) == heading_key(heading):
                wrong = f"takes the column `{shown}` for `{taken}` and for `{name}`"
                return Fault(wrong, "keep one: case and white space do not tell headings apart")
        return None


def _no_field(heading: str, shown: str, field: object) -> Fault:
    if isinstance(field, dict | list) or field is None:
        wrong = f"says no field for the column `{shown}`"
        return Fault(wrong, f"write the one that it holds, such as `{shown}: value`")
    if heading_key(heading) in FIELD_NAMES:
        wrong = f"has `{shown}: {field}` the wrong way round in `columns`"
        return Fault(wrong, f"write `{field}: {shown}`, the heading of the file first")
    if heading_key(heading) in KEYS:
        wrong = f"has `{shown}` in `columns`"
        return Fault(wrong, _HIGHER)
    wrong = f"takes the column `{shown}` for `{field}`, which is no field"
    return Fault(wrong, _near(str(field), FIELD_NAMES))


class _Defaults:
    """What fields are in rows that do not say them, and what is wrong there.

    Args:
        columns: The fields of headings.
    """

    def __init__(self, columns: Mapping[str, str]) -> None:
        self.taken: list[tuple[str, str]] = []
        self.faults: list[KeysAndFault] = []
        self._columns = {heading_key(heading): field for heading, field in columns.items()}
        self._keys: dict[str, tuple[str, ...]] = {}  # that say each field

    def take(self, said: object) -> None:
        """Take in all of `defaults:`."""
        if not isinstance(said, dict):
            wrong, right = "has `defaults` without fields", "write `defaults: {field: value}`"
            self.faults.append((("defaults",), Fault(wrong, right)))
            return
        for field, value in said.items():
            if isinstance(value, dict) and value:
                for part, some in value.items():
                    self._take(f"{field}.{part}", some, ("defaults", str(field), str(part)))
            else:
                self._take(str(field), value, ("defaults", str(field)))
        self._refuse_halves()

    def _take(self, name: str, value: object, keys: tuple[str, ...]) -> None:
        field = heading_key(name)
        self._keys[field] = keys
        if fault := self._fault(name, field, value):
            self.faults.append((keys, fault))
        elif isinstance(value, list):
            self.taken.append((field, "|".join(map(str, value))))
        else:
            self.taken.append((field, str(value)))

    def _fault(self, name: str, field: str, value: object) -> Fault | None:
        if field == "id":
            return Fault("has a default of `id`", "give each fact an id of its own")
        if field in HISTORY:
            return Fault(f"has a default of `{field}`", "write it in the facts that it is of")
        if field in KEYS:
            return Fault(f"has `{name}` in `defaults`", _HIGHER)
        if field not in FIELD_NAMES:
            meant = self._columns.get(field, "")
            right = f"did you mean `{meant}`?" if meant else _near(name, FIELD_NAMES - {"id"})
            return Fault(f"has a default of `{name}`, which is no field", right)
        if field in dict(self.taken):
            return Fault(f"has two defaults of `{field}`", "keep one")
        if isinstance(value, list) and field == "unit.also":
            return None
        is_plain = isinstance(value, str | int | float | dt.date) and not isinstance(value, bool)
        if not is_plain or not str(value).strip():
            return Fault(f"has a default of `{name}` that is no text or number", "write one")
        return None

    def _refuse_halves(self) -> None:
        """Tell what is said in one language alone, or twice."""
        given = dict(self.taken)
        for field in PARTED:
            halves = [lang for lang in LANGUAGES if f"{field}.{lang}" in given]
            keys = self._keys[f"{field}.{halves[0]}"] if halves else ()
            if halves and field in given:
                wrong = f"has a default of `{field}`, and one of `{field}.{halves[0]}`"
                self.faults.append((keys, Fault(wrong, "keep one")))
            elif len(halves) == 1:
                other = next(lang for lang in LANGUAGES if lang not in halves)
                if field in BILINGUAL_FIELDS and f"{field}.{other}" in self._columns.values():
                    continue
                wrong = f"has a default of `{field}.{halves[0]}`, and none of `{field}.{other}`"
                self.faults.append((keys, Fault(wrong, "write both languages")))


def _near(word: str, known: Collection[str]) -> str:
    near = get_close_matches(heading_key(word), sorted(known), 1, _LIKE)
    return f"did you mean `{near[0]}`?" if near else f"known are {', '.join(sorted(known))}"
