"""How long a page will about be at one density, guessed from the widths of its texts.

A page is laid out where this says that it fits, and whether it does is for the layout to say: a
good guess saves time, and a bad one costs some. Sizes of type and gaps are those of one-pager.css.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from exporter.report.pdf.model import Card, OnePager
from exporter.writers.pdf.card_columns import card_columns
from exporter.writers.pdf.line_breaks import text_width
from exporter.writers.pdf.sheet_style import measure

_POINT = 25.4 / 72  # millimetres
_NARROWER = {"en": 0.82, "zh": 0.97}  # of the widths that hold for any letter, what texts take
_HEADING, _LEGEND = 2.26, 1.44  # rems that a heading and a line of small type below a table take
_ROW = 1.67  # of a table
_LOST = 1.03  # what lines lose at their ends, as pages of many kinds have shown
_BAND, _LETTERHEAD, _MARGIN = 16.0, 16.0, 9.0  # millimetres
_EDITION, _BETWEEN = 34.0, 4.0
_IN_A_ROW = 5  # key figures
_SAID = 0.58  # of a card that has a row to itself, for all but the quote


@dataclass(frozen=True, slots=True)
class Setting:
    """The type of a page: millimetres of a rem, line height and gap between sections in rems."""

    page: OnePager
    rem: float
    leading: float
    gap: float

    def lines(self, text: str, width: float, size: float = 1.0, lang: str | None = None) -> int:
        """How many lines a text takes, in type of so many rems, of so many millimetres."""
        ems = text_width(text) * _NARROWER[lang or self.page.lang]
        return ceil(ems * size * self.rem / width) if text else 0


def expected_length(page: OnePager, size: float, leading: float, gap: float) -> float:
    """How much of its paper a page takes: above 1, it overflows.

    Args:
        page: What is laid out, by our own template.
        size: Of its type, in points.
        leading: Its line height.
        gap: Between sections, in rems.
    """
    setting = Setting(page, size * _POINT, leading, gap)
    rems = _head(setting) + _views(setting) + _figures(setting) + _exhibits(setting)
    height = _fixed(page) + (rems + _foot(setting)) * setting.rem
    return height * _LOST / page.theme.paper.height


def _fixed(page: OnePager) -> float:
    """Millimetres that do not hang on the type."""
    letterhead = page.theme.letterhead
    has_letterhead = letterhead.by or letterhead.house or letterhead.logo
    return _BAND + _MARGIN + (_LETTERHEAD if has_letterhead else 0.0)


def _head(setting: Setting) -> float:
    page, width = setting.page, measure(setting.page.theme)
    rems = setting.lines(page.title, width - _EDITION, 1.75) * 1.75 * 1.25
    if page.subtitle:
        rems += 0.35 + setting.lines(page.subtitle, width - _EDITION, 1.05) * 1.05 * setting.leading
    if page.changes:
        lines = sum(setting.lines(text, width, 0.86) for text in page.changes)
        rems += setting.gap + _HEADING + lines * 0.86 * 1.45
    return rems


def _views(setting: Setting) -> float:
    page = setting.page
    width = measure(page.theme) + 2 * _BETWEEN
    heights = [0.0]
    for column in card_columns(page.cards, with_terms=page.comparison is None):
        inner = width * column.share / 100 - _BETWEEN - 1.7 * setting.rem
        between = _BETWEEN * (len(column.cards) - 1) / setting.rem
        heights.append(between + sum(_card(setting, card, inner) for card in column.cards))
    return setting.gap + _HEADING + max(heights) + _source(page, "views")


def _card(setting: Setting, card: Card, width: float) -> float:
    page = setting.page
    alone = len(page.cards) == 1
    said = width * _SAID - 1.4 * setting.rem if alone else width
    beside = width * (1 - _SAID) if alone else width
    lines: float = setting.lines(card.thesis, said)
    lines += 0.92 * sum(
        setting.lines(text, said - setting.rem, 0.92) for text in card.drivers
    )  # fmt: skip
    terms = card.remarks if page.comparison else card.terms
    together = "   ".join(f"{label} {value}" for label, value in terms)
    lines += 0.84 * setting.lines(together, said, 0.84)
    rems = 0.55 + 0.45 * bool(card.drivers) + 0.5 * bool(terms) + lines * setting.leading
    quoted: float = 0.94 * setting.lines(
        card.quote, beside - 1.6 * setting.rem, 0.94, _lang(card, page)
    )
    quoted += 0.82 * setting.lines(card.translation, beside - 1.6 * setting.rem, 0.82)
    quote = 1.0 + 0.25 * bool(card.translation) + quoted * setting.leading
    head = 1.55 + 1.15 * 1.3 + 0.86 * setting.leading
    return head + (max(rems, quote) if alone else rems + 0.7 + quote)


def _lang(card: Card, page: OnePager) -> str:
    return "zh" if card.quote_lang.startswith("zh") else "en" if card.translation else page.lang


def _figures(setting: Setting) -> float:
    figures = setting.page.figures
    if not figures:
        return 0.0
    rows = ceil(len(figures) / _IN_A_ROW)
    width = measure(setting.page.theme) / ceil(len(figures) / rows) - _BETWEEN - 1.6 * setting.rem
    lines = max(setting.lines(figure.metric, width, 0.9) for figure in figures)
    before = 1.1 if any(figure.before for figure in figures) else 0.0
    tile = 1.3 + 1.5 * 1.25 + 0.15 + lines * 0.9 * 1.35 + 1.2 + before
    return setting.gap + _HEADING + rows * tile + _source(setting.page, "figures")


def _exhibits(setting: Setting) -> float:
    """What compares, and what pictures."""
    page, rems = setting.page, 0.0
    if page.comparison:
        rows = len(page.comparison.rows) + 1
        legend = _LEGEND if page.comparison.note else 0.0
        rems += setting.gap + _HEADING + rows * _ROW + legend + _source(page, "comparison")
    if page.matrix.rows or page.picture:
        rows = len(page.matrix.rows) + 2
        drawn = 2.0 * len(_drawn(page)) if page.picture else 0.0
        rems += setting.gap + _HEADING + max(rows * _ROW, drawn) + _source(page, "drivers")
    return rems


def _drawn(page: OnePager) -> Sequence[object]:
    picture = page.picture
    return getattr(picture, "bars", ()) or getattr(picture, "targets", ())


def _source(page: OnePager, exhibit: str) -> float:
    return _LEGEND if page.sources.get(exhibit) else 0.0


def _foot(setting: Setting) -> float:
    page, width = setting.page, measure(setting.page.theme)
    lines = sum(setting.lines(text, width, 0.72) for text in page.disclosures)
    return setting.gap + 0.6 + (lines + bool(page.disclosures)) * 0.72 * 1.4
