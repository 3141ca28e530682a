"""A model of a made report, laid out as analysts lay them out, with errors planted in it.

Years across, quarters under years, segments down, periods down, in English and Chinese, with units
in heads, in titles, in a column of their own or nowhere; shares as 0.19 and as 19; brackets for
what is negative; thousands, millions, 亿 and numbers kept whole under a format of millions.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from benchmarks.trace.made_report import METRICS, YEARS, MadeReport, Stated

KINDS = ("digit", "shift", "sign", "stale")
TRAP = "trap"  # a number that equals a figure of which its heads do not speak
_TRAPS = (  # title, section, label, unit, head of the column, metric whose figure it equals
    ("Peers", "Südmark AG", "Revenue", "RMB m", "2025", "revenue"),
    ("Peers", "Tencent", "Net profit", "RMB m", "2025", "net-profit"),
    ("Peers", "腾讯", "营业收入", "百万元", "2025年", "revenue"),
    ("Südmark Holdings Ltd: key figures", "", "Employees", "", "2025", "employees"),
    ("{group}", "", "Licence revenue", "RMB m", "2025", "revenue"),
    ("{group}", "", "Revenue", "USD m", "2025", "revenue"),
    ("{group}", "", "Cost of revenue", "RMB m", "2025", "revenue"),
    ("{group}", "", "Adjusted net profit", "RMB m", "2025", "net-profit"),
    ("{group}", "Non-GAAP", "Net profit", "RMB m", "2025", "net-profit"),
    ("{group}", "", "Revenue, Europe", "RMB m", "2025", "revenue"),
    ("{group}", "Europe", "Revenue", "RMB m", "2025", "revenue"),
    ("{group}", "", "Revenue", "RMB m", "H1 2025", "revenue"),
    ("{group}", "", "Revenue", "RMB m", "2026E", "revenue"),
    ("{group}", "", "海外收入", "百万元", "2025年", "revenue"),
    ("{group}", "", "扣非净利润", "百万元", "2025年", "net-profit"),
    ("{group}", "", "Offices", "", "2025", "stores"),
    ("{group}", "", "New stores", "", "2025", "stores"),
    ("{group}", "", "Paying customers", "", "2025", "customers"),
    ("{group}", "Assumptions", "Discount rate", "%", "", "market-share"),
    ("{group}", "", "Net margin", "%", "2025", "gross-margin"),
    ("{group}", "", "Market share, Asia", "%", "2025", "market-share"),
    ("{group}", "", "Gross margin change", "%", "2025", "gross-margin"),
    ("{group}", "", "Revenue per employee", "RMB", "2025", "eps"),
    ("{group}", "", "Dividend per share", "RMB", "2025", "eps"),
    ("{group}", "", "Capex / revenue", "%", "2025", "market-share"),
    ("{segment}", "", "Revenue", "RMB m", "2025", "revenue"),
    ("{segment}", "", "Employees", "", "2025", "employees"),
    ("", "", "Total addressable market", "RMB m", "2025", "revenue"),
    ("", "", "WACC", "%", "", "growth"),
    ("", "", "Exchange rate", "", "2025", "eps"),
)
_EN = {
    "revenue": ("Revenue", "Revenues", "Total revenue", "Net sales", "Sales", "Turnover"),
    "cost": ("Cost of revenue", "COGS", "Cost of sales"),
    "gross-margin": ("Gross margin", "Gross profit margin", "GPM"),
    "operating-profit": ("Operating profit", "Operating income", "EBIT"),
    "net-profit": ("Net profit", "Net income", "Net earnings"),
    "eps": ("EPS", "Earnings per share", "Diluted EPS"),
    "capex": ("Capex", "Capital expenditure", "Capital expenditures"),
    "rnd": ("R&D", "R&D expenses", "Research and development"),
    "growth": ("Revenue growth", "Sales growth", "Revenue growth yoy"),
    "customers": ("Customers", "Number of customers"),
    "employees": ("Employees", "Headcount", "Number of employees"),
    "stores": ("Stores", "Number of stores", "Store count"),
    "market-share": ("Market share",),
}
_ZH = {
    "revenue": ("收入", "营业收入", "营收"), "cost": ("营业成本", "销售成本"),
    "gross-margin": ("毛利率",), "operating-profit": ("经营利润", "营业利润"),
    "net-profit": ("净利润", "净利"), "eps": ("每股收益", "每股盈利"),
    "capex": ("资本开支", "资本支出"),
    "rnd": ("研发费用", "研发投入"), "growth": ("收入增速", "收入同比增长"),
    "customers": ("客户数", "客户数量"), "employees": ("员工数", "员工人数"),
    "stores": ("门店数", "门店数量"),
    "market-share": ("市场份额", "市占率"),
}  # fmt: skip
_OF = {metric.key: metric for metric in METRICS}
_INCOME = (
    "revenue", "growth", "cost", "gross-margin", "operating-profit", "rnd", "net-profit", "eps",
    "capex", "employees",
)  # fmt: skip
_COSTS = {"cost", "capex", "rnd"}


@dataclass
class Put:
    """A number put into a cell: what it should be, and how it is wrong, "" for not at all."""

    sheet: str
    cell: str
    stated: Stated
    error: str = ""


@dataclass
class MadeModel:
    """A model, with what was put where."""

    path: Path
    puts: list[Put] = field(default_factory=list)


@dataclass(frozen=True)
class Scale:
    """How sums of money stand on a sheet: what its heads say, divisor of millions, decimals."""

    words: str
    divisor: Decimal
    decimals: int
    format: str


_SCALES = {
    "RMB m": Scale("RMB m", Decimal(1), 0, "#,##0;(#,##0)"),
    "RMB bn": Scale("RMB bn", Decimal(1000), 2, "#,##0.00;(#,##0.00)"),
    "亿元": Scale("亿元", Decimal(100), 2, "#,##0.00;(#,##0.00)"),
    "百万元": Scale("人民币百万元", Decimal(1), 0, "#,##0;(#,##0)"),
    "RMB '000": Scale("RMB '000", Decimal("0.001"), 0, "#,##0;(#,##0)"),
    "whole": Scale("RMB m", Decimal("0.000001"), 0, "#,##0,,;(#,##0,,)"),
    "": Scale("", Decimal(1), 0, "#,##0;(#,##0)"),
}  # fmt: skip


def make_model(
    path: Path, report: MadeReport, seed: int, numbers: int = 300, errors: int = 40
) -> MadeModel:
    """Write a model with so many numbers, of which so many are wrong."""
    from openpyxl import Workbook

    made = _Model(report, random.Random(seed))  # noqa: S311 - as there
    book = Workbook()
    book.remove(book.active)
    made.book = book
    layouts = [made.income, made.segments, made.chinese, made.kpis, made.down, made.quarters]
    made.chance.shuffle(layouts)
    for layout in (*layouts, made.chinese_quarters, made.blocks):
        layout()
    made.thin_out(numbers)
    made.plant(errors)
    made.traps()
    made.add_around()
    book.save(path)
    return MadeModel(path, [put for put, _, _ in made.puts])


class _Model:
    """A model while it is made."""

    def __init__(self, report: MadeReport, chance: random.Random) -> None:
        self.report, self.chance = report, chance
        self.book: Any = None
        self.puts: list[tuple[Put, Any, Scale]] = []

    def sheet(self, name: str) -> Any:
        return self.book.create_sheet(name)

    def put(self, cell: Any, stated: Stated | None, scale: Scale) -> None:
        """Put a figure into a cell; nothing where the report has none."""
        if stated is None:
            return
        cell.value = float(shown(stated, scale, cell))
        self.puts.append((Put(cell.parent.title, cell.coordinate, stated), cell, scale))

    def money(self, *names: str) -> Scale:
        return _SCALES[self.chance.choice(names)]

    def years(self, cells: list[Any], years: list[int]) -> None:
        """Heads of years, in one of the ways in which they are written."""
        way = self.chance.choice(("number", "A", "FY25", "FY2025", "text", "date", "format"))
        for cell, year in zip(cells, years, strict=True):
            match way:
                case "number":
                    cell.value = year
                case "A":
                    cell.value = f"{year}A"
                case "FY25":
                    cell.value = f"FY{year % 100}"
                case "FY2025":
                    cell.value = f"FY{year}"
                case "text":
                    cell.value = str(year)
                case "date":
                    cell.value, cell.number_format = date(year, 12, 31), "yyyy"
                case _:
                    cell.value, cell.number_format = year, '0"A"'

    def quarters_of(self, cells: list[Any], quarters: list[str]) -> None:
        way = self.chance.choice(("Q1 2025", "1Q25", "25Q1", "2025Q1", "Mar-25", "Q1'25"))
        for cell, period in zip(cells, quarters, strict=True):
            year, nth = int(period[:4]), int(period[-1])
            if way == "Mar-25":
                cell.value = date(year, nth * 3, 30 if nth in {2, 3} else 31)
                cell.number_format = "mmm-yy"
            else:
                cell.value = {"Q1 2025": f"Q{nth} {year}", "1Q25": f"{nth}Q{year % 100}",
                              "25Q1": f"{year % 100}Q{nth}", "2025Q1": f"{year}Q{nth}",
                              "Q1'25": f"Q{nth}'{year % 100}"}[way]  # fmt: skip

    def label(self, key: str, lang: str = "en") -> str:
        return self.chance.choice((_EN if lang == "en" else _ZH)[key])

    def income(self) -> None:
        """Years across, metrics down, the unit in a line below the title."""
        sheet, scale = self.sheet("Income statement"), self.money("RMB m", "RMB bn", "whole")
        sheet["A1"] = f"{self.report.group[0]}: income statement"
        sheet["A2"] = f"In {scale.words} unless otherwise stated"
        years = list(YEARS[-5:])
        self.years([sheet.cell(4, 2 + at) for at in range(5)], years)
        row = 5
        for key in _INCOME:
            label = self.label(key)
            if key == "growth":
                label = self.chance.choice(("% yoy", "yoy growth", label))
            sheet.cell(row, 1).value = f"{label} (RMB)" if key == "eps" else label
            for at, year in enumerate(years):
                self.put(
                    sheet.cell(row, 2 + at),
                    self.report.of(self.report.group, key, str(year)),
                    scale,
                )
            row += 2 if key == "net-profit" else 1

    def segments(self) -> None:
        """Segments down under a heading for each metric, quarters across under years."""
        sheet, scale = self.sheet("Segments"), self.money("RMB m", "RMB bn")
        sheet["A1"] = "Segment data"
        row = 3
        for key in ("revenue", "operating-profit"):
            sheet.cell(row, 1).value = f"{self.label(key)} ({scale.words})"
            quarters = [f"{year}-Q{nth}" for year in (2024, 2025) for nth in (1, 2, 3, 4)]
            for at, period in enumerate(quarters):
                if period.endswith("Q1"):
                    sheet.cell(row, 2 + at).value = int(period[:4])
                sheet.cell(row + 1, 2 + at).value = period[-2:]
            for down, entity in enumerate(self.report.segments, row + 2):
                sheet.cell(down, 1).value = entity[0]
                for at, period in enumerate(quarters):
                    self.put(sheet.cell(down, 2 + at), self.report.of(entity, key, period), scale)
            total = row + 2 + len(self.report.segments)
            sheet.cell(total, 1).value = "Total"
            for at in range(len(quarters)):
                letter = sheet.cell(1, 2 + at).column_letter
                sheet.cell(total, 2 + at).value = f"=SUM({letter}{row + 2}:{letter}{total - 1})"
            row = total + 2

    def chinese(self) -> None:
        """In Chinese, a section for each segment, the unit in the corner."""
        sheet, scale = self.sheet("分部"), self.money("亿元", "百万元")
        sheet["A1"] = f"{self.report.group[1]}分部数据"
        sheet["A3"] = f"单位：{scale.words}"
        years = list(YEARS[-4:])
        for at, year in enumerate(years):
            sheet.cell(3, 2 + at).value = f"{year}年"
        row = 4
        for entity in self.report.segments:
            sheet.cell(row, 1).value = entity[1]
            for down, key in enumerate(
                ("revenue", "growth", "operating-profit", "customers"), row + 1
            ):
                label = self.label(key, "zh")
                sheet.cell(down, 1).value = (
                    f"  {label}（户）" if key == "customers" else f"  {label}"
                )
                for at, year in enumerate(years):
                    self.put(
                        sheet.cell(down, 2 + at), self.report.of(entity, key, str(year)), scale
                    )
            row += 6

    def kpis(self) -> None:
        """Metrics with a column for their unit, shares as 19."""
        sheet, scale = self.sheet("KPIs"), self.money("RMB m", "RMB '000")
        sheet.append([f"{self.report.group[0]} – key figures"])
        sheet.append([])
        sheet.append(["Metric", "Unit"])
        years = list(YEARS[-3:])
        self.years([sheet.cell(3, 3 + at) for at in range(3)], years)
        for row, key in enumerate(
            ("market-share", "stores", "customers", "capex", "gross-margin", "employees"), 4
        ):
            unit = {"%": "%", "CNY million": scale.words}.get(_OF[key].unit, "#")
            sheet.cell(row, 1).value, sheet.cell(row, 2).value = self.label(key), unit
            for at, year in enumerate(years):
                self.put(
                    sheet.cell(row, 3 + at),
                    self.report.of(self.report.group, key, str(year)),
                    scale,
                )

    def down(self) -> None:
        """Years down, metrics across with their units."""
        sheet, scale = self.sheet("Time series"), self.money("RMB m", "RMB bn")
        entity = self.chance.choice(self.report.segments)
        sheet["A1"] = f"{entity[0]} by year"
        sheet["A3"] = "Year"
        keys = ("revenue", "operating-profit", "growth", "market-share")
        for at, key in enumerate(keys):
            unit = "%" if _OF[key].unit == "%" else scale.words
            sheet.cell(3, 2 + at).value = f"{self.label(key)} ({unit})"
        self.years([sheet.cell(4 + at, 1) for at in range(len(YEARS))], list(YEARS))
        for down, year in enumerate(YEARS, 4):
            for at, key in enumerate(keys):
                self.put(sheet.cell(down, 2 + at), self.report.of(entity, key, str(year)), scale)

    def quarters(self) -> None:
        """Quarters across, no unit anywhere."""
        sheet, scale = self.sheet("Quarterly"), _SCALES[""]
        sheet["A1"] = self.report.group[0]
        quarters = [f"{year}-Q{nth}" for year in (2023, 2024, 2025) for nth in (1, 2, 3, 4)]
        self.quarters_of([sheet.cell(3, 2 + at) for at in range(12)], quarters)
        for row, key in enumerate(("revenue", "operating-profit", "net-profit", "gross-margin"), 4):
            sheet.cell(row, 1).value = self.label(key)
            for at, period in enumerate(quarters):
                self.put(
                    sheet.cell(row, 2 + at), self.report.of(self.report.group, key, period), scale
                )

    def chinese_quarters(self) -> None:
        """Quarters across in Chinese, segments in the first column, metrics in the second."""
        sheet, scale = self.sheet("季度"), self.money("亿元", "百万元")
        sheet["A1"] = f"季度数据（{scale.words}）"
        sheet["A3"], sheet["B3"] = "业务", "指标"
        quarters = [f"2025-Q{nth}" for nth in (1, 2, 3, 4)]
        style = self.chance.choice(("{}年第{}季度", "{}Q{}", "{}年{}季度"))
        for at, period in enumerate(quarters):
            nth = period[-1] if "Q" in style else "一二三四"[int(period[-1]) - 1]
            sheet.cell(3, 3 + at).value = style.format(period[:4], nth)
        row = 4
        for entity in (self.report.group, *self.report.segments):
            for key in ("revenue", "operating-profit"):
                if key == "revenue":
                    sheet.cell(row, 1).value = entity[1]
                sheet.cell(row, 2).value = self.label(key, "zh")
                for at, period in enumerate(quarters):
                    self.put(sheet.cell(row, 3 + at), self.report.of(entity, key, period), scale)
                row += 1

    def blocks(self) -> None:
        """Blocks one below the other, each with its own heads; two languages in one label."""
        sheet, row = self.sheet("Summary"), 1
        for entity in (self.report.group, *self.report.segments):
            scale = self.money("RMB m", "RMB bn", "亿元")
            sheet.cell(row, 1).value = f"{entity[0]} {entity[1]} ({scale.words})"
            years = list(YEARS[-4:])
            self.years([sheet.cell(row + 1, 2 + at) for at in range(4)], years)
            for down, key in enumerate(("revenue", "operating-profit", "market-share"), row + 2):
                sheet.cell(down, 1).value = f"{self.label(key)} {self.label(key, 'zh')}"
                for at, year in enumerate(years):
                    self.put(
                        sheet.cell(down, 2 + at), self.report.of(entity, key, str(year)), scale
                    )
            row += 7

    def thin_out(self, numbers: int) -> None:
        """Keep so many numbers; the others become formulas."""
        for _, cell, _ in self.chance.sample(self.puts, len(self.puts) - numbers):
            cell.value = "=NA()"
        self.puts = [put for put in self.puts if put[1].value != "=NA()"]

    def plant(self, errors: int) -> None:
        """Make so many numbers wrong, of each kind as many."""
        left = [put for put in self.puts if not put[0].error]
        self.chance.shuffle(left)
        for at in range(errors):
            kind = KINDS[at % len(KINDS)]
            for put in left:
                wrong = self._wrong(kind, *put)
                if wrong is not None:
                    put[1].value, put[0].error = float(wrong), kind
                    left.remove(put)
                    break

    def _wrong(self, kind: str, put: Put, cell: Any, scale: Scale) -> Decimal | None:
        """A wrong number; None where it cannot be wrong in that way, or would be right."""
        right = Decimal(repr(cell.value))
        match kind:
            case "sign":
                return None if put.stated.metric.key in _COSTS else -right
            case "shift":
                by = self.chance.choice((10, 1000, Decimal("0.1"), Decimal("0.001"), 100))
                return None if put.stated.metric.unit == "%" and by == 100 else right * by
            case "stale":
                before = self._before(put.stated)
                if before is None:
                    return None
                other = shown(before, scale, cell)
                return None if other == right else other
            case _:
                digits = [at for at, sign in enumerate(str(right)) if sign.isdigit()]
                if len(digits) < 3:
                    return None
                at = self.chance.choice(digits[: 1 + len(digits) // 2 * 1])
                text = list(f"{right:f}")
                text[at] = self.chance.choice([one for one in "123456789" if one != text[at]])
                return Decimal("".join(text))

    def _before(self, stated: Stated) -> Stated | None:
        periods = [one.period for one in self.report.stated
                   if (one.entity, one.metric) == (stated.entity, stated.metric)
                   and len(one.period) == len(stated.period)]  # fmt: skip
        at = sorted(periods).index(stated.period)
        return (
            self.report.of(stated.entity, stated.metric.key, sorted(periods)[at - 1])
            if at
            else None
        )

    def traps(self) -> None:
        """Numbers that equal figures of the group, under heads that speak of something else."""
        sheet, row = self.sheet("Other"), 1
        names = {"group": self.report.group[0], "segment": self.report.segments[0][0]}
        for title, section, label, unit, head, key in _TRAPS:
            stated = self.report.of(self.report.group, key, "2025")
            if stated is None:
                continue
            sheet.cell(row, 1).value = title.format(**names) or "Notes"
            sheet.cell(row + 1, 2).value = head or "Value"
            sheet.cell(row + 2, 1).value = section or None
            sheet.cell(row + 3, 1).value = f"{label} ({unit})" if unit else label
            cell = sheet.cell(row + 3, 2)
            cell.value = float(stated.value)
            self.puts.append((Put("Other", cell.coordinate, stated, TRAP), cell, _SCALES[""]))
            row += 6

    def add_around(self) -> None:
        """What else models have: a forecast by formulas, a chart, a name, widths, bold heads."""
        from openpyxl.chart import LineChart, Reference
        from openpyxl.styles import Font
        from openpyxl.workbook.defined_name import DefinedName

        sheet = self.book["Income statement"]
        sheet["G4"] = "2026E"
        for row in (5, 7):
            sheet.cell(row, 7).value = f"=F{row}*(1+AVERAGE(C{row}:F{row})/1000)"
        for row in sheet.iter_rows(1, 4):
            for cell in row:
                cell.font = Font(bold=True)
        sheet.column_dimensions["A"].width = 28
        chart = LineChart()
        chart.add_data(Reference(sheet, min_col=2, max_col=6, min_row=5), from_rows=True)
        sheet.add_chart(chart, "I4")
        self.book.defined_names["base"] = DefinedName("base", attr_text="'Income statement'!$B$5")


def shown(stated: Stated, scale: Scale, cell: Any) -> Decimal:
    """A figure as it is typed on a sheet, whose cell gets the format for it."""
    value, unit, sheet = stated.value, stated.metric.unit, cell.parent.title
    if unit == "CNY million":
        cell.number_format = scale.format
        value = value / scale.divisor
        if stated.metric.key in _COSTS and sheet == "Income statement":
            value = -value
        return _rounded(value, scale.decimals)
    if unit == "%":
        if sheet in {"KPIs", "Time series"}:
            return value
        cell.number_format = "0.0%"
        return value / 100
    cell.number_format = "#,##0" if unit != "CNY per share" else "0.00"
    return value


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def counted(puts: list[Put]) -> Iterator[str]:
    """How many numbers are wrong in each way."""
    for kind in KINDS:
        yield f"{kind}: {sum(put.error == kind for put in puts)}"
