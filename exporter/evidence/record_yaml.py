"""The record of a source as YAML."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from exporter.facts.words import Bilingual

_LONG = ("fingerprints", "locations")  # a line for each clause, which YAML's writer takes long for
_NUMERAL = re.compile("[0-9]+(?:e[0-9]+)?")  # of hexadecimal digits, what YAML takes for a number


def record_as_yaml(record: Mapping[str, Any]) -> str:
    """A record as YAML text; the same record always gives the same text."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    def node(key: str, value: Any) -> Any:
        if isinstance(value, Bilingual):
            return value.en if value.en == value.zh else CommentedMap(value._asdict())
        if key == "figures":
            value = CommentedSeq(value)
            value.fa.set_flow_style()
        return value

    yaml = YAML()
    yaml.representer.ignore_aliases = lambda _: True
    yaml.width = 10_000  # folding would leave white space at line ends
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    few = {key: node(key, value) for key, value in record.items() if key not in _LONG}
    yaml.dump(CommentedMap(few), stream)
    for key in _LONG:
        if key in record:
            stream.write(f"{key}:\n")
            stream.writelines(f"  - {_plain(text)}\n" for text in record[key])
    return stream.getvalue()


def _plain(text: str) -> str:
    """A fingerprint or a location as YAML: in quotation marks where it would be a number."""
    return f"'{text}'" if _NUMERAL.fullmatch(text) else text
