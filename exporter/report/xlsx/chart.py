"""Charts of figures that compare: neighbouring facts in one unit."""

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.table import NUMBER, map_distinct
from exporter.facts.units import ORDINAL
from exporter.facts.words import Bilingual, Lang
from exporter.limits import ALTERNATIVE_TEXT, CHART_LABEL, shortened, text_length
from exporter.report.labels import WORDS
from exporter.report.values import unit_at, unit_keys
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.model import Chart

_MOST_BARS = 20  # more cannot be read beside a table

# The alternative text stands in an attribute, where XML makes a space of each tab and line end.
_SPACES = {ord(blank): " " for blank in "\t\n"}


def comparison(facts: pa.Table, shown: pa.Array, name: Bilingual, lang: Lang) -> Chart | None:
    """A chart of the longest run of neighbouring figures in one unit, where two or more compare."""
    keys = map_distinct(unit_keys(facts), _comparable, pa.string())
    run = _longest_run(pc.if_else(pc.equal(facts["kind"], NUMBER), keys, None).to_pylist())
    if run is None:
        return None
    first, last = run[0], min(run[1], run[0] + _MOST_BARS - 1)
    names = facts[f"metric.{lang}"].to_pylist()[first : last + 1]
    figures = shown.to_pylist()[first : last + 1]
    unit = unit_at(unit_keys(facts)[first].as_py())
    en, zh = unit.label("en"), unit.label("zh")
    title = Bilingual(f"{name.en} ({en})", f"{name.zh}（{zh}）") if unit.key else name
    if max(map(text_length, title)) > CHART_LABEL:
        title = name
    bars = [f"{bar} {figure}" for bar, figure in zip(names, figures, strict=True)]
    alt_text = _alt_text(title.in_(lang), bars, lang)
    labels, values = map(list(FACT_COLUMNS).index, ("metric", "value"))
    return Chart(title.in_(lang), alt_text, first, last, labels, values, tuple(figures))


def _comparable(key: str) -> str | None:
    """Ranks and generations are not amounts: no bars are drawn of them."""
    return None if unit_at(key).dimension == ORDINAL else key


def _alt_text(title: str, bars: list[str], lang: Lang) -> str:
    """All bars in words, or the first and the last where Excel could not hold all."""
    separator, pattern = WORDS["list separator"].in_(lang), WORDS["chart alt"].in_(lang)
    whole = pattern.format(title=title, bars=separator.join(bars)).translate(_SPACES)
    if text_length(whole) <= ALTERNATIVE_TEXT:
        return whole
    ends = pattern.format(title=title, bars=f"{bars[0]} … {bars[-1]} ({len(bars)})")
    return shortened(ends.translate(_SPACES), ALTERNATIVE_TEXT)


def _longest_run(keys: list[str | None]) -> tuple[int, int] | None:
    """First and last index of the longest run of two or more equal keys; the first of equals."""
    best: tuple[int, int] | None = None
    start = 0
    for index in range(1, len(keys) + 1):
        if index < len(keys) and keys[index] == keys[start]:
            continue
        longer = best is None or index - start > best[1] - best[0] + 1
        if keys[start] is not None and index - start >= 2 and longer:
            best = (start, index - 1)
        start = index
    return best
