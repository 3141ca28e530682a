"""What an edited cell says, as a facts file says it: its field, and the columns of WRITTEN.

A label of one language is that language's half; words of lists go back to the words of facts.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from exporter.editions.pull.figures import FIGURE, date_typed, refuse_broken, unit_shown
from exporter.editions.pull.sheets import Typed, heading
from exporter.editions.pull.unit_cells import name_to_write
from exporter.errors import WrongValueError
from exporter.evidence.sources import Source
from exporter.facts.further import ALSO_IN
from exporter.facts.table import DATE, TEXT, as_written
from exporter.facts.unit_names import find_unit
from exporter.facts.words import (
    LANGUAGES,
    QUALIFIER_LABELS,
    STATUS_LABELS,
    Bilingual,
    Lang,
    Qualifier,
)

FIGURES = frozenset({"value", "high", "unit"})  # whose cells are taken together
_CHINESE = re.compile("[\u3400-\u9fff]")
Columns = dict[str, str | None]


def columns_of(
    key: str,
    typed: Typed,
    lang: Lang,
    fact: Mapping[str, Any] | None,
    sources: Mapping[str, Source],
) -> Columns:
    """What a cell says, in columns of WRITTEN.

    Args:
        key: Of its column, which is none of FIGURES.
        typed: What it holds.
        lang: The language of its sheet.
        fact: What the workbook was made from; None for a row that is none yet.
        sources: The report's, by id.

    Raises:
        WrongValueError: It says nothing that a fact can say.
    """
    refuse_broken(typed)
    text = typed.text
    match key:
        case "metric" | "quote":
            return {f"metric.{lang}" if key == "metric" else "quote": _filled(text, key, lang)}
        case "qualifier":
            return {"qualifier": _qualifier(text, lang, fact)}
        case "status":
            return {"status": _word(STATUS_LABELS, text, lang) if text else None}
        case "as_of":
            return {"period": _period(typed)}
        case "attribution" | "note":
            return {f"{key}.{lang}": text} if text else _neither(key)
        case "accepted":
            return _reason(text, lang, fact)
        case "translation":
            return {_translation(text, lang, fact): text or None}
        case "source":
            return {"source": source_named(text, sources)}
    raise _no_field(key, lang)


def _no_field(key: str, lang: Lang) -> WrongValueError:
    """What to say of a cell that shows what facts do not say there."""
    if key == ALSO_IN:
        wrong = f"{heading(key, lang)} tells sources without their quotes"
        return WrongValueError(wrong, f"edit `{ALSO_IN}` of the fact")
    wrong = f"{heading(key, lang)} is calculated"
    return WrongValueError(wrong, "edit what it is calculated from")


def _filled(text: str, key: str, lang: Lang) -> str:
    if not text:
        wrong = f"{heading(key, lang)} is blank"
        raise WrongValueError(wrong, "write it, or delete the row")
    return text


def in_both_languages(
    columns: Mapping[str, str | None], fact: Mapping[str, Any] | None, languages: Sequence[Lang]
) -> Columns:
    """The same, for both halves in a report of one language, whose facts have but one text.

    Args:
        columns: Of WRITTEN.
        fact: What the workbook was made from; None for a row that is none yet.
        languages: Those of the report.
    """
    whole = dict(columns)
    for name, value in columns.items():
        field, _, lang = name.partition(".")
        if len(languages) > 1 or lang not in LANGUAGES or field == "unit":
            continue
        said = "text" if field == "value" else field
        if fact is None or fact[f"{said}.en"] == fact[f"{said}.zh"]:
            whole |= {f"{field}.{other}": value for other in LANGUAGES}
    return whole


def compared_by(columns: Mapping[str, str | None]) -> tuple[str, ...]:
    """The columns of FACTS that say what columns of WRITTEN say."""
    if columns.keys() <= {"value.en", "value.zh"}:
        return ("kind", *(f"text.{name[-2:]}" for name in columns))
    if any(name.partition(".")[0] in {"value", "unit"} for name in columns):
        return FIGURE
    return tuple(columns)


def field_of(key: str, columns: Mapping[str, str | None]) -> str:
    """What a field is called: by the column of the sheet, or by the one column that changes."""
    said = [name for name in columns if name.partition(".")[0] not in {"value", "unit"}]
    if len(said) == 1:
        return said[0]
    names = {"high": "value.to", "as_of": "period", "accepted": "accept"}
    return names.get(key, key)


def source_named(text: str, sources: Mapping[str, Source]) -> str:
    """The id of the source that a cell names by id or by title.

    Raises:
        WrongValueError: It names none, or several.
    """
    said = text.casefold()
    found = [id_ for id_ in sources if id_.casefold() == said] or [
        id_
        for id_, source in sources.items()
        if said and any(title.casefold() == said for title in source.record.title)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        wrong = f"{text!r} is the title of {len(found)} sources"
        raise WrongValueError(wrong, f"write the id of one: {', '.join(found)}")
    near = get_close_matches(text, list(sources), 1)
    right = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(sources)}"
    raise WrongValueError(f"{text!r} is no source of the report" if text else "it is blank", right)


def _neither(field: str) -> Columns:
    return {f"{field}.en": None, f"{field}.zh": None}


def _reason(text: str, lang: Lang, fact: Mapping[str, Any] | None) -> Columns:
    """Why an analyst answers for it: in one language, where each has its own; else for both."""
    if not text:
        return _neither("accept")
    parted = fact is not None and fact["accept.en"] != fact["accept.zh"]
    return {f"accept.{lang}": text} if parted else {"accept.en": text, "accept.zh": text}


def _period(typed: Typed) -> str | None:
    if typed.is_blank:
        return None
    written = date_typed(typed)
    if not written:
        right = "write a year, a month, a day or a quarter, such as 2024, 2024-03 or 2024-Q1"
        raise WrongValueError(f"«{typed.text}» is no period", right)
    return written


def _qualifier(text: str, lang: Lang, fact: Mapping[str, Any] | None) -> str | None:
    if fact is not None and fact["kind"] == TEXT and text and not fact["unit"]:
        raise WrongValueError("a text has no qualifier", "leave the cell blank")
    return _word(QUALIFIER_LABELS, text, lang) if text else str(Qualifier.EXACT)


def _word(labels: Mapping[str, Bilingual], text: str, lang: Lang) -> str:
    """The word of facts whose label this is, in whichever language."""
    said = text.casefold()
    for word, label in labels.items():
        if said in {str(word), *(name.casefold() for name in label)}:
            return str(word)
    known = ", ".join(label.in_(lang) for label in labels.values())
    raise WrongValueError(f"{text!r} is none of the list", f"choose one of {known}")


def _translation(text: str, lang: Lang, fact: Mapping[str, Any] | None) -> str:
    """Which translation a cell shows: that of the sheet's language; a new one by its letters."""
    if fact is not None and fact[f"quote_{lang}"]:
        return f"quote_{lang}"
    return "quote_zh" if _CHINESE.search(text) else "quote_en"


def shown_field(
    columns: Mapping[str, str | None], fact: Mapping[str, Any], *, with_unit: bool
) -> str:
    """What a fact says, in words, of what some columns of WRITTEN say.

    Args:
        columns: Those columns.
        fact: A row of FACTS, with SHOWN.
        with_unit: Whether a number is told with its unit.
    """
    if compared_by(columns) == FIGURE:
        return _shown_figure(fact, with_unit=with_unit)
    names = [f"text.{name[-2:]}" if name.startswith("value.") else name for name in columns]
    return str(fact[names[0]] or "")


def _shown_figure(fact: Mapping[str, Any], *, with_unit: bool) -> str:
    if fact["kind"] == TEXT:
        return str(fact["text.en"])
    if fact["kind"] == DATE:
        day = fact["date"]
        forms = {"year": f"{day:%Y}", "month": f"{day:%Y-%m}", "day": f"{day:%Y-%m-%d}"}
        return forms.get(fact["precision"], f"{day:%Y-%m-%d} ({fact['precision']})")
    places = fact["decimals"] or 0
    ends = [end for end in (fact["number"], fact["high"]) if end is not None]
    numbers = "–".join(f"{float(as_written(end)):.{places}f}" for end in ends)
    return f"{numbers} {_unit_told(fact) if with_unit else ''}".strip()


def _unit_told(fact: Mapping[str, Any]) -> str:
    """The unit that the number of a fact is in, whatever magnitude its series is shown in."""
    known = find_unit(fact["unit"] or "")
    label = str(fact["unit.en"] or unit_shown(fact).key)
    return name_to_write(label, known) if known is not None and label == known.en else label
