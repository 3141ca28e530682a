"""A small report with whatever texts and values a test gives it, built and verified in this process."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from exporter.build import BuildOrder, build_with
from exporter.engine.progress import silent
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual
from exporter.verify import verify

_DAY = date(2026, 1, 15)
TEXTS = {
    "title": "Example report",
    "author": "Your desk",
    "entity": "Example Motors",
    "broker": "Example Securities",
    "book_title": "Figures",
    "page_title": "A broker on it",
    "subtitle": "What it is about",
    "picture_title": "A picture",
    "disclosure": "An example",
    "metric": "Cars delivered",
    "words": "a plant is to open",
    "unit": "cars",
    "attribution": "Example Motors",
    "quote": "The company plans to open its plant in autumn",
    "translation": "It is planned to open the plant in autumn",
    "accept": "We counted them ourselves",
    "subject": "Some subject",
    "thesis": "Demand should hold up",
    "driver": "Steady demand",
    "rating": "Buy",
    "view_quote": "Example Securities expects steady demand and says Buy",
    "view_translation": "They say that demand is steady",
    "view_accept": "We asked them",
    "source_title": "A note to the press",
    "publisher": "Example Press",
    "source_author": "A. Author",
}
VALUES = {"value": "12500", "high": "", "qualifier": "over", "period": "2025", "status": "achieved"}


def make_any_report(
    folder: Path, texts: Mapping[str, str], values: Mapping[str, str] | None = None, **keys: Any
) -> None:
    """Write a report with these of its texts and values changed.

    Args:
        folder: A new one.
        texts: By the names in TEXTS.
        values: By the names in VALUES, as they stand in YAML.
        keys: Further keys of report.yaml.
    """
    text, value = {**TEXTS, **texts}, {**VALUES, **(values or {})}
    stated = f"Example Motors delivered more than 12,500 {text['unit']}"
    for path, content in {
        "report.yaml": {**_report(text), **keys},
        "facts/facts.yaml": _facts(text, value, stated),
        "views.yaml": [_view(text)],
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(_yaml(content), "utf-8")
    document = folder / "note.txt"
    lines = [stated, text["quote"], text["view_quote"]]
    document.write_text("\n\n".join(lines) + "\n", "utf-8", newline="")
    about = {
        "title": Bilingual(text["source_title"], text["source_title"]),
        "publisher": Bilingual(text["publisher"], text["publisher"]),
        "author": Bilingual(text["source_author"], text["source_author"]),
        "url": "https://example.com/press/1",
        "published": _DAY,
        "retrieved": _DAY,
    }
    add_source(folder, document, "note", about, today=_DAY)


def build_and_verify(folder: Path, output: Path, languages: Sequence[str] = ("en",)) -> list[Any]:
    """Build a report in this process, and prove what was written: everything that differs."""
    build_with(_at_once, BuildOrder(folder, output, languages), silent)
    return list(verify(output))


def _at_once(function: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
    return lambda: function(*arguments)


class Written(str):
    """What stands in YAML as it is, without quotation marks."""


def _yaml(content: Any) -> str:
    """YAML in flow style, in which every character that is none of the plainest is escaped."""
    if isinstance(content, Mapping):
        return "{" + ", ".join(f"{key}: {_yaml(part)}" for key, part in content.items()) + "}"
    if isinstance(content, list):
        return "[" + ",\n".join(map(_yaml, content)) + "]"
    if isinstance(content, Written):
        return content
    return '"' + "".join(c if _is_plain(c) else f"\\U{ord(c):08X}" for c in content) + '"'


def _is_plain(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in " .,-")


def _report(text: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": text["title"],
        "edition": Written("2026-01-31"),
        "author": text["author"],
        "entities": [{"name": text["entity"]}, {"name": "Another"}],
        "brokers": [{"name": text["broker"]}],
        "workbooks": [{"name": "figures", "title": text["book_title"]}],
        "one_pagers": [
            {
                "name": "views",
                "title": text["page_title"],
                "subtitle": text["subtitle"],
                "key_figures": [Written("deliveries"), Written("words")],
                "picture": {
                    "title": text["picture_title"],
                    "facts": [Written("deliveries"), Written("more")],
                },
                "disclosures": [text["disclosure"]],
            }
        ],
    }


def _facts(text: Mapping[str, str], value: Mapping[str, str], stated: str) -> list[Any]:
    common = {"metric": text["metric"], "attribution": text["attribution"], "source": "note"}
    unit = {"unit": {"en": text["unit"], "zh": text["unit"]}}
    quoted = {"quote": text["quote"], "quote_zh": text["translation"]}
    words = {"value": {"en": text["words"], "zh": text["words"]}}
    number = value["value"]
    if value["high"]:
        number = f"{{from: {number}, to: {value['high']}}}"
    return [
        {
            "id": "deliveries",
            "entity": text["entity"],
            **common,
            "value": Written(number),
            **unit,
            "qualifier": value["qualifier"],
            "period": Written(value["period"]),
            "status": value["status"],
            "quote": stated,
            "quote_zh": stated,
        },
        {
            "id": "more",
            "entity": text["entity"],
            **common,
            "value": Written("13500"),
            **unit,
            **quoted,
            "accept": text["accept"],
        },
        {"id": "words", "entity": text["entity"], **common, **words, **quoted},
        {"id": "others", "entity": "Another", **common, **words, **quoted},
    ]


def _view(text: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": "a-view",
        "broker": text["broker"],
        "subject": text["subject"],
        "stance": "positive",
        "thesis": text["thesis"],
        "drivers": [text["driver"]],
        "rating": text["rating"],
        "source": "note",
        "quote": text["view_quote"],
        "quote_zh": text["view_translation"],
        "accept": text["view_accept"],
    }
