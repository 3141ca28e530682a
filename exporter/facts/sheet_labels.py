"""What the columns of an entity's sheet are called, for who writes and who reads them."""

from collections.abc import Mapping
from types import MappingProxyType

from exporter import limits
from exporter.facts.words import Bilingual

ROWS_A_SHEET = limits.ROWS - 4  # without title, note, blank row and header

COLUMN_LABELS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "metric": Bilingual("Metric", "指标"),
        "value": Bilingual("Value", "数值"),
        "unit": Bilingual("Unit", "单位"),
        "qualifier": Bilingual("Qualifier", "限定"),
        "as_of": Bilingual("As of", "截至"),
        "status": Bilingual("Status", "状态"),
        "attribution": Bilingual("Attributed to", "出处"),
        "quote": Bilingual("Quote", "原文"),
        "translation": Bilingual("Translation", "译文"),
        "source": Bilingual("Source", "来源"),
        "fact": Bilingual("Fact", "编号"),
        "high": Bilingual("High", "上限"),
        "formula": Bilingual("Formula", "公式"),
        "note": Bilingual("Note", "附注"),
        "also_in": Bilingual("Also in", "另见"),
        "accepted": Bilingual("Accepted because", "采信理由"),
        "change": Bilingual("Change", "变动"),
    }
)
OPTIONAL_COLUMNS = frozenset(
    {"high", "formula", "note", "also_in", "accepted", "change"}
)  # stand where a cell of them holds something
