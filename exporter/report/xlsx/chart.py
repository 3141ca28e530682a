"""Charts of figures that compare: neighbouring facts in one unit, shown in one magnitude."""

from collections.abc import Set

import pyarrow as pa

from exporter.facts.series import compared_as, longest_run
from exporter.facts.words import Bilingual, Lang
from exporter.limits import ALTERNATIVE_TEXT, CHART_LABEL, shortened, text_length
from exporter.report.labels import WORDS
from exporter.report.looks import shown_units
from exporter.report.xlsx.fact_cells import holding
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.model import Chart

_MOST_BARS = 20  # more cannot be read beside a table

# The alternative text stands in an attribute, where XML makes a space of each tab and line end.
_SPACES = {ord(blank): " " for blank in "\t\n"}


def comparison(
    facts: pa.Table,
    shown: pa.Array,
    name: Bilingual,
    lang: Lang,
    replaced: Set[str] = frozenset(),
) -> Chart | None:
    """A chart of the longest run of neighbouring figures in one unit, where two or more compare.

    Args:
        facts: Of a sheet.
        shown: Their figures in words.
        name: What they are about.
        lang: The language.
        replaced: Ids of the facts in whose place others stand.
    """
    units, holds = shown_units(facts), holding(facts, replaced).to_pylist()
    keys = [
        f"{key} {unit.label(lang)}" if key and still else None
        for key, unit, still in zip(compared_as(facts), units, holds, strict=True)
    ]
    run = longest_run(keys)
    if run is None:
        return None
    first, last = run[0], run[:_MOST_BARS][-1]
    names = facts[f"metric.{lang}"].to_pylist()[first : last + 1]
    figures = shown.to_pylist()[first : last + 1]
    unit = units[first]
    en, zh = unit.label("en"), unit.label("zh")
    title = Bilingual(f"{name.en} ({en})", f"{name.zh}（{zh}）") if unit.key else name
    if max(map(text_length, title)) > CHART_LABEL:
        title = name
    bars = [f"{bar} {figure}" for bar, figure in zip(names, figures, strict=True)]
    alt_text = _alt_text(title.in_(lang), bars, lang)
    labels, values = map(list(FACT_COLUMNS).index, ("metric", "value"))
    return Chart(title.in_(lang), alt_text, first, last, labels, values, tuple(figures))


def _alt_text(title: str, bars: list[str], lang: Lang) -> str:
    """All bars in words, or the first and the last where Excel could not hold all."""
    separator, pattern = WORDS["list separator"].in_(lang), WORDS["chart alt"].in_(lang)
    whole = pattern.format(title=title, bars=separator.join(bars)).translate(_SPACES)
    if text_length(whole) <= ALTERNATIVE_TEXT:
        return whole
    ends = pattern.format(title=title, bars=f"{bars[0]} … {bars[-1]} ({len(bars)})")
    return shortened(ends.translate(_SPACES), ALTERNATIVE_TEXT)
