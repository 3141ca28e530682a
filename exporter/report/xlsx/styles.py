"""The named styles of a workbook's cells.

A style's name says what it is: a fixed one (`title`, `text`, `link`), or `figure` or `date`
followed by a number format. A name that begins with `doubt ` is the same on the alert's ground,
for what is printed although it is not proved (`evidence: optional`); one that begins with
`accepted ` stands for what an analyst answers for, one with `changed ` for what has changed since
an earlier edition (which a column beside it says in words). Figures are blue, as desks have what
somebody typed; one that begins with `calculated ` is black, for a formula, as is one that begins
with `linked `, for a cell that shows another. One that begins with `ledger ` is one of many figures
in a row, whose room at the right is in the number format: LibreOffice drops the indent of all but
the first of neighbours that look alike. One that begins with `wrapped ` takes several lines.
"""

from collections.abc import Iterable
from dataclasses import replace

from exporter.report.theme import PALETTE
from exporter.report.xlsx.model import Style

DOUBT, ACCEPTED, CHANGED = "doubt ", "accepted ", "changed "
CALCULATED, LINKED, LEDGER = "calculated ", "linked ", "ledger "
WRAPPED = "wrapped "
_PREFIXES = (DOUBT, ACCEPTED, CHANGED, CALCULATED, LINKED, LEDGER)
_FIGURE, _DATE = "figure ", "date "

_HEADER = Style(bold=True, colour=PALETTE.paper, fill=PALETTE.accent, valign="center", wrap=True)
_CELL = Style(colour=PALETTE.ink, rule_below=PALETTE.line)
_FIGURES = replace(_CELL, align="right", indent=1)

_FIXED = {
    "title": Style(size=16, bold=True, colour=PALETTE.accent, valign="center"),
    "note": Style(colour=PALETTE.muted, valign="center"),
    "verdict": Style(bold=True, colour=PALETTE.positive, valign="center"),
    "header": _HEADER,
    "header of figures": replace(_HEADER, align="right", indent=1),
    "label": replace(_CELL, bold=True, wrap=True),
    "text": replace(_CELL, wrap=True),
    "muted": replace(_CELL, colour=PALETTE.muted, wrap=True),
    "code": replace(_CELL, colour=PALETTE.muted, wrap=True),
    "link": replace(_CELL, colour=PALETTE.link, underline=True, wrap=True),
    "count": replace(_FIGURES, number_format="#,##0"),
    "number": replace(_FIGURES, number_format="#,##0.00########"),
    "missing": replace(_FIGURES, colour=PALETTE.muted, italic=True, wrap=True),
    "truth": replace(_CELL, colour=PALETTE.positive, bold=True, align="center"),
    "alert": replace(_CELL, colour=PALETTE.negative, bold=True, fill=PALETTE.alert, align="center"),
}
HEADER_OF_FIGURES, MISSING = "header of figures", "missing"


def figure_style(number_format: str) -> str:
    """The name of the style of a number in `number_format`."""
    return _FIGURE + number_format


def date_style(number_format: str) -> str:
    """The name of the style of a date in `number_format`."""
    return _DATE + number_format


def styles_named(names: Iterable[str]) -> dict[str, Style]:
    """The styles that a workbook uses, by name and in the order of their names."""
    always = ("title", "note", "header", HEADER_OF_FIGURES)
    return {name: _style(name) for name in sorted({*names, *always})}


def is_of_figures(name: str) -> bool:
    """Whether a style is one of figures, whatever else its name says of them."""
    while prefix := next((one for one in _PREFIXES if name.startswith(one)), ""):
        name = name.removeprefix(prefix)
    return name.startswith((_FIGURE, _DATE, "count", "number"))


def ledger_style(number_format: str) -> str:
    """The name of the style of a number in `number_format`, among many in a row."""
    padded = (f"{section}_M" for section in number_format.split(";"))
    return f"{LEDGER}{figure_style(';'.join(padded))}"


def _style(name: str) -> Style:
    if name.startswith((LEDGER, WRAPPED)):
        prefix, rest = name.split(" ", 1)
        return replace(_style(rest), **({"wrap": True} if prefix in WRAPPED else {"indent": 0}))
    if name.startswith(CHANGED):
        plain = _style(name.removeprefix(CHANGED))  # a ground that warns stays
        return plain if plain.fill else replace(plain, fill=PALETTE.accent_soft)
    if name.startswith(DOUBT):
        return replace(
            _style(name.removeprefix(DOUBT)), fill=PALETTE.alert, colour=PALETTE.negative
        )
    if name.startswith(ACCEPTED):
        plain = _style(name.removeprefix(ACCEPTED))
        return replace(plain, fill=PALETTE.accepted, colour=PALETTE.neutral)
    if name.startswith((CALCULATED, LINKED)):
        plain = _style(name.partition(" ")[2])
        is_typed = plain.colour == PALETTE.typed  # what warns keeps its colour
        return replace(plain, colour=PALETTE.calculated) if is_typed else plain
    if name.startswith(_FIGURE):
        return replace(
            _FIGURES, number_format=name.removeprefix(_FIGURE), bold=True, colour=PALETTE.typed
        )
    if name.startswith(_DATE):
        return replace(_CELL, number_format=name.removeprefix(_DATE), align="left")
    return _FIXED[name]
