"""The end of docs/templates.md: what templates are given, from the models that they are given.

`make reference` writes it; a test holds it to the models.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from exporter.report.pdf import model
from exporter.report.themes.model import Letterhead

PAGE = Path(__file__).parents[1] / "docs" / "templates.md"
START = "## What there is\n"
# What a template is given, by name, and what each is.
GIVEN: Mapping[str, str] = MappingProxyType(
    {
        "page": "the page, in its language: a `OnePager`",
        "picture": "the picture placed at this density, for `draw_bars` and `draw_targets`; none "
        "where the page has none",
        "picture_width": "how wide it is, in millimetres: beside the matrix 70, else the measure",
        "columns": "the cards in columns of about the same height: `share` (hundredths of the "
        "width) and `cards`",
        "figure_rows": "the key figures in even rows of at most five",
        "colours": "the theme's palette: `ink`, `accent`, `muted` …, as `#1B2430`",
        "families": "the fonts of texts, for an attribute of an SVG",
        "density": "`size` in points, `leading`, `gap` in rems",
    }
)
_TEXT = "text"
# What no template needs: the machine's, or the exporter's own.
HIDDEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "OnePager": frozenset({"places", "template", "name"}),
        "Bar": frozenset({"share"}),
        "Target": frozenset({"amount", "earlier_amount"}),
        "TargetRange": frozenset({"price_amount"}),
    }
)
TOLD: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        model.OnePager: {
            "lang": "`en` or `zh`",
            "title": "headline",
            "subtitle": "the line below it, or empty",
            "edition": "the edition's date, in words",
            "cards": "views: a `Card` each",
            "matrix": "a `Matrix`, whose `rows` are empty where brokers share no driver",
            "figures": "key figures: a `KeyFigure` each",
            "picture": "a `Picture`, a `TargetRange`, or none",
            "sources": "source lines by `views`, `comparison`, `figures`, `drivers`, `picture`",
            "notes": "why marked figures are accepted, by `figures`, `picture`; often lacking",
            "disclosures": "texts of the foot; last the house's disclaimer",
            "labels": "words of the page's own by key: `views`, `figures`, `drivers`, `driver`, "
            "`named`, `not_named`, `exhibit`, `source`, `as_of`, `disclosures`, `changes` …",
            "properties": "the document's: `title`, `subject`, `author`, `keywords`, `created`",
            "changes": "what is new since an earlier edition, a line each",
            "comparison": "a `Comparison`, or none where the matrix stands",
            "theme": "`theme.letterhead` is a `Letterhead`, `theme.paper` has `width` and `height`",
            "pages": "how many pages it may have: 1 or 2",
        },
        model.Card: {
            "id": "of the view",
            "broker": "name",
            "subject": "what it is a view of",
            "stance": "`positive`, `neutral`, `negative`: for a class",
            "stance_label": "the same as a word",
            "thesis": "what the broker thinks",
            "drivers": "what it hangs on",
            "terms": "pairs of label and value: rating, target price and what belongs to them",
            "quote": "the source's words",
            "quote_lang": "their language",
            "translation": "ours, or empty where the quote is in the page's language",
            "link": "its place on the evidence page; may be empty",
            "remarks": "of the terms those that a card shows where a comparison has the others",
        },
        model.KeyFigure: {
            "id": "of the fact",
            "figure": "as it is shown, with its qualifier",
            "unit": "beside it; may be empty",
            "metric": "what it measures",
            "entity": "of what",
            "as_of": "when; may be empty",
            "link": "its place on the evidence page; may be empty",
            "before": "an `Earlier`, or none",
            "status": "what it is where it was not achieved (guidance, planned …); else empty",
            "attribution": "of such a figure, who says so; may be empty",
        },
        model.Earlier: {
            "id": "of the fact",
            "as_of": "the earlier period",
            "figure": "its figure, with the unit",
            "change": "by how much it has changed since; may be empty",
            "link": "as above",
            "status": "as above",
            "attribution": "as above",
        },
        model.Matrix: {
            "brokers": "names, in order",
            "rows": "pairs of a driver and, for each broker, whether it is named",
        },
        model.Comparison: {
            "heading": "what it is called",
            "columns": "`key`, `label`, `is_number` of each",
            "rows": "texts, as many as columns",
            "note": "how the upside follows; may be empty",
        },
        model.Picture: {
            "title": "what it is called",
            "alt_text": "what a reader hears",
            "bars": "a `Bar` each",
        },
        model.Bar: {
            "label": "what it measures",
            "figure": "as it is shown",
            "period": "of bars in pairs; else empty",
            "is_earlier": "whether it is the first of a pair",
        },
        model.TargetRange: {
            "title": "what it is called",
            "alt_text": "what a reader hears",
            "targets": "a `Target` each",
            "price": "what the share costs, in words; may be empty",
        },
        model.Target: {
            "broker": "name",
            "figure": "the target price",
            "earlier": "the one before, where it was another; else empty",
        },
        Letterhead: {
            "house": "name; may be empty, as all of these",
            "author": "who writes",
            "contact": "how they are reached",
            "logo": 'for `draw_masthead`, or `<img src="house:logo" alt=…>`',
            "logo_says": "its alternative text",
        },
    }
)


def template_reference() -> str:
    """That part of the page."""
    given = [f"| `{name}` | {told} |" for name, told in GIVEN.items()]
    tables = ["\n".join(["| name | what it is |", "|---|---|", *given]) + "\n"]
    for kind, told in TOLD.items():
        rows = [f"| `{name}` | {what} |" for name, what in told.items()]
        table = "\n".join(["| field | what it is |", "|---|---|", *rows])
        tables.append(f"### {kind.__name__}\n\n{table}\n")
    return START + "\n" + "\n".join(tables)


def fields_of(kind: type[Any]) -> Iterator[str]:
    """The fields of a model that a template may use."""
    hidden = HIDDEN.get(kind.__name__, frozenset())
    return (field.name for field in dataclasses.fields(kind) if field.name not in hidden)


def main() -> None:
    """Write the end of the page."""
    text = PAGE.read_text("utf-8")
    PAGE.write_text(text[: text.index(START)] + template_reference(), "utf-8")


if __name__ == "__main__":
    main()
