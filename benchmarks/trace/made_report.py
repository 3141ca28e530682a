"""A report of an invented group and its segments, from several sources, different by its seed."""

import hashlib
import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from exporter.evidence.clauses import split_clauses

YEARS = (2020, 2021, 2022, 2023, 2024, 2025)
QUARTERS = tuple(f"{year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4))
GROUPS = (("Nordwind", "北风"), ("Ostsee", "东海"), ("Talbach", "塔湖"))
SEGMENTS = (("Cloud", "云"), ("Logistics", "物流"), ("Retail", "零售"), ("Energy", "能源"))


@dataclass(frozen=True)
class Metric:
    """A metric: its names, its unit as facts have it, typical size, whether it may be negative."""

    key: str
    en: str
    zh: str
    unit: str
    size: float
    decimals: int
    is_signed: bool = False
    of_segments: bool = False
    by_quarter: bool = False


METRICS = (
    Metric("revenue", "Revenue", "收入", "CNY million", 20_000, 0, of_segments=True,
           by_quarter=True),
    Metric("cost", "Cost of revenue", "营业成本", "CNY million", 12_000, 0),
    Metric("gross-margin", "Gross margin", "毛利率", "%", 38, 1, by_quarter=True),
    Metric("operating-profit", "Operating profit", "经营利润", "CNY million", 2_400, 0,
           is_signed=True, of_segments=True, by_quarter=True),
    Metric("net-profit", "Net profit", "净利润", "CNY million", 1_900, 0, is_signed=True,
           by_quarter=True),
    Metric("eps", "Earnings per share", "每股收益", "CNY per share", 3.2, 2),
    Metric("capex", "Capital expenditure", "资本开支", "CNY million", 1_300, 0),
    Metric("rnd", "R&D expenses", "研发费用", "CNY million", 900, 0),
    Metric("growth", "Revenue growth", "收入增速", "%", 14, 1, is_signed=True, of_segments=True),
    Metric("customers", "Customers", "客户数", "customers", 480_000, 0, of_segments=True),
    Metric("employees", "Employees", "员工数", "employees", 31_000, 0),
    Metric("stores", "Stores", "门店数", "stores", 2_300, 0),
    Metric("market-share", "Market share", "市场份额", "%", 21, 1, of_segments=True),
)  # fmt: skip


@dataclass(frozen=True)
class Stated:
    """A figure that the report states, or a source alone: its value in the unit of its metric."""

    entity: tuple[str, str]
    metric: Metric
    period: str
    value: Decimal
    is_fact: bool
    source: str

    @property
    def id(self) -> str:
        """Of its fact."""
        name = f"{self.entity[0]}-{self.metric.key}-{self.period}"
        return name.lower().replace(" ", "-")


@dataclass(frozen=True)
class MadeReport:
    """A report's folder, with what it states."""

    folder: Path
    group: tuple[str, str]
    segments: tuple[tuple[str, str], ...]
    stated: tuple[Stated, ...]

    def of(self, entity: tuple[str, str], key: str, period: str) -> Stated | None:
        """What it states of an entity; None for nothing."""
        found = (one for one in self.stated
                 if (one.entity, one.metric.key, one.period) == (entity, key, period))  # fmt: skip
        return next(found, None)


def make_report(folder: Path, seed: int) -> MadeReport:
    """Write a report of some 350 facts from four sources, which state some 40 figures more."""
    chance = random.Random(seed)  # noqa: S311 - made to be the same each time
    name = chance.choice(GROUPS)
    group = (f"{name[0]} Group", f"{name[1]}集团")
    segments = tuple((f"{name[0]} {en}", f"{name[1]}{zh}") for en, zh in
                     chance.sample(SEGMENTS, 3))  # fmt: skip
    stated: list[Stated] = []
    used: set[tuple[str, Decimal]] = set()
    for entity in (group, *segments):
        share = Decimal(1) if entity == group else Decimal(chance.randint(15, 45)) / 100
        for metric in METRICS:
            if entity == group or metric.of_segments:
                stated += _series(entity, metric, share, chance, used)
    _write(folder, group, segments, stated)
    return MadeReport(folder, group, segments, tuple(stated))


def _series(
    entity: tuple[str, str], metric: Metric, share: Decimal, chance: random.Random,
    used: set[tuple[str, Decimal]],
) -> list[Stated]:  # fmt: skip
    periods = [*map(str, YEARS), *(QUARTERS if metric.by_quarter else ())]
    size = metric.size * float(share if metric.unit not in {"%", "CNY per share"} else 1)
    made = []
    for at, period in enumerate(periods):
        level = size * (0.6 + 0.1 * at if at < 6 else 0.2 + 0.012 * (at - 6))
        if metric.unit == "%":
            level = metric.size
        while True:
            number = level * chance.uniform(0.85, 1.15)
            if metric.is_signed and chance.random() < 0.2:
                number = -number
            value = Decimal(f"{number:.{metric.decimals}f}")
            if (metric.unit, value) not in used and value:
                break
        used.add((metric.unit, value))
        source = chance.choice(("annual", "note", "yearbook-zh", "call-zh"))
        made.append(Stated(entity, metric, period, value, chance.random() > 0.1, source))
    return made


def _sentence(one: Stated) -> str:
    """The words in which a source states a figure."""
    is_english = not one.source.endswith("-zh")
    entity, value = one.entity[not is_english], one.value
    if is_english:
        when = (
            f"in {one.period}"
            if len(one.period) == 4
            else f"in the {_NTH[one.period[-1]]} quarter of {one.period[:4]}"
        )
        shown = f"{abs(value):,}"
        known = {"CNY million": f"RMB {shown} million", "%": f"{shown}%",
                 "CNY per share": f"RMB {shown} per share"}  # fmt: skip
        said = known.get(one.metric.unit, f"{shown} {one.metric.unit}")
        if one.metric.unit in {"customers", "employees", "stores"}:
            return f"{entity} had {said} {when}"
        minus = "-" if value < 0 else ""
        return f"{one.metric.en} of {entity} was {minus}{said} {when}"
    when = (
        f"{one.period}年"
        if len(one.period) == 4
        else f"{one.period[:4]}年第{'一二三四'[int(one.period[-1]) - 1]}季度"
    )
    said = {"CNY million": f"{value}百万元", "%": f"{value}%", "CNY per share": f"每股{value}元",
            "customers": f"{value}名客户", "employees": f"{value}名员工",
            "stores": f"{value}家门店"}  # fmt: skip
    return f"{when}{entity}{one.metric.zh}为{said[one.metric.unit]}"


_NTH = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def _write(
    folder: Path, group: tuple[str, str], segments: tuple[tuple[str, str], ...],
    stated: list[Stated],
) -> None:  # fmt: skip
    (folder / "facts").mkdir(parents=True)
    (folder / "sources/text").mkdir(parents=True)
    names = "".join(
        f"  - {{name: {{en: {en}, zh: {zh}}}, chart: false}}\n" for en, zh in (group, *segments)
    )
    (folder / "report.yaml").write_text(
        f"title: {{en: {group[0]}, zh: {group[1]}}}\nedition: 2026-03-31\n"
        f"author: {{en: Desk, zh: 研究部}}\nlanguages: [en, zh]\nevidence: optional\n"
        f"entities:\n{names}workbooks:\n  - name: figures\n    title: {{en: Figures, zh: 数据}}\n",
        "utf-8",
    )
    facts = "".join(
        f"- id: {one.id}\n  entity: {one.entity[0]}\n"
        f"  metric: {{en: {one.metric.en}, zh: {one.metric.zh}}}\n"
        f'  value: {one.value}\n  unit: "{one.metric.unit}"\n  period: {one.period}\n'
        f'  source: {one.source}\n  quote: "{_sentence(one)}"\n'
        for one in stated if one.is_fact
    )  # fmt: skip
    (folder / "facts/facts.yaml").write_text(facts, "utf-8")
    for source in ("annual", "note", "yearbook-zh", "call-zh"):
        _write_source(folder / "sources", source, [one for one in stated if one.source == source])


def _write_source(folder: Path, source: str, stated: list[Stated]) -> None:
    is_english = not source.endswith("-zh")
    stop = ".\n" if is_english else "。\n"
    text = "".join(_sentence(one) + stop for one in stated)
    prints = "".join(f"  - {clause.fingerprint}\n" for clause in split_clauses(text))
    (folder / f"text/{source}.txt").write_text(text, "utf-8")
    (folder / f"{source}.yaml").write_text(
        f"title: {{en: {source}, zh: {source}}}\npublisher: {{en: Press, zh: 报社}}\n"
        f"url: https://example.com/{source}\npublished: 2026-02-01\nretrieved: 2026-02-02\n"
        f"language: {'en' if is_english else 'zh'}\n"
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\nfingerprints:\n{prints}",
        "utf-8",
    )
