"""Charts of figures that compare: neighbouring facts in one unit."""

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.table import NUMBER
from exporter.facts.units import ORDINAL
from exporter.facts.words import Bilingual, Lang
from exporter.report.labels import WORDS
from exporter.report.model import Chart
from exporter.report.values import unit_at, unit_keys


def comparison(facts: pa.Table, shown: pa.Array, name: Bilingual, lang: Lang) -> Chart | None:
    """A chart of the longest run of neighbouring figures in one unit, where two or more compare."""
    keys = pc.if_else(pc.equal(facts["kind"], NUMBER), unit_keys(facts), None).to_pylist()
    run = _longest_run(keys)
    if run is None or (unit := unit_at(keys[run[0]])).dimension == ORDINAL:
        return None
    first, last = run
    labels = facts[f"metric.{lang}"].to_pylist()[first : last + 1]
    figures = shown.to_pylist()[first : last + 1]
    title = Bilingual(f"{name.en} ({unit.en})", f"{name.zh}（{unit.zh}）").in_(lang)
    if not unit.key:
        title = name.in_(lang)
    bars = WORDS["list separator"].in_(lang).join(map(" ".join, zip(labels, figures, strict=True)))
    alt_text = WORDS["chart alt"].in_(lang).format(title=title, bars=bars)
    return Chart(title, alt_text, first, last, labels=0, values=1, shown=tuple(figures))


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
