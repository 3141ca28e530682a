"""What the head of one row or column says in brackets: earnings per share (pence), leverage (x).

It holds for its own figures, whatever the caption says of all: (£ million, unless stated).
"""

from collections.abc import Mapping
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES
from exporter.evidence.reading.vocabulary.numbers import SCALES
from exporter.evidence.reading.vocabulary.units import TextUnit, phrase_at, unit_zh
from exporter.facts.currencies import BARE_CENTS, DOLLAR
from exporter.facts.measures import SYMBOLS
from exporter.facts.units import COUNT, KNOWN_UNITS, RATIO

_IN_BRACKETS = regex(r"[(（]([^()（）]{1,24})[)）]")
_LED = regex(r"(?:in |by )")
# What the head says by itself, behind the unit: (pence per share), (cents/share), (分/股).
_PER = regex(r"\s?(?:per |/\s?)(?:ordinary )?(?:share|unit|ads)$|\s?[/每]股$")
# And of a weight, of oil, of energy: ($/t), a price, $/oz.
_PER_MEASURE = regex(
    r"(?<![a-z])(?P<money>(?:[a-z]{1,3} ?)?[$€£¥₩₹]|usd|eur|gbp|rmb|cny|chf|aud|cad)"
    r"(?: ?/ ?| per )(?P<of>t|tonne|oz|ounce|lb|kg|boe|bbl|barrel|mwh|kwh|gj)[)）]?$"
)
# Letters that mark notes elsewhere, and preliminary figures: revenue (p).
_MINORS = {"p": "GBP", "c": DOLLAR}
_OF_A_SHARE = regex(r"(?<![a-z])(?:eps|dps|per share|dividends?|prices?)(?![a-z])")
_TIMES = {"x", "times"}
_POINTS_ZH = {"pct", "pcts", "ppt", "个pct"}  # 毛利率变动(pct): brokers' word for 百分点
_HAN = regex("[\u4e00-\u9fff]")


def per_measure(head: str) -> str:
    """What the sums of a row are per by its head: tonnes of ($/t); "" for no measure."""
    found = _PER_MEASURE.search(head.strip())
    return _MEASURES.get(found["of"], "") if found else ""


_MEASURES = {
    "t": "tonnes", "tonne": "tonnes", "oz": "oz", "ounce": "oz", "lb": "lb", "kg": "kg",
    "boe": "boe", "bbl": "barrels", "barrel": "barrels", "mwh": "MWh", "kwh": "kWh", "gj": "GJ",
}  # fmt: skip


def ends_with_unit(head: str) -> bool:
    """Whether a head ends with a unit that stands in a column of its own: Orders received $m."""
    return _AT_END.search(head) is not None or per_measure(head) != ""


def unit_in_brackets(head: str) -> TextUnit | None:
    """The unit in brackets of a head, in small letters, folded; None where none is one."""
    if (priced := _PER_MEASURE.search(head.strip())) and (
        sign := PREFIXES.get(priced["money"].replace(" ", ""))
    ):
        return TextUnit(sign, f"money:{sign}")
    for found in reversed(list(_IN_BRACKETS.finditer(head))):
        said = _PER.sub("", _LED.sub("", found[1].strip(), count=1))
        if said in _POINTS_ZH and _HAN.search(head):
            return TextUnit("pp", KNOWN_UNITS["pp"].dimension, Fraction(1, 100))
        if unit := _unit(said, head):
            return unit
    if behind := _BEHIND_COMMA.search(head):  # earnings per share, EUR
        if sign := PREFIXES.get(behind[1].replace(" ", "")):
            return TextUnit(sign, f"money:{sign}")
        return sized_measure(behind[1])
    at_end = _AT_END.search(head)
    return sized_measure(at_end["symbol"]) if at_end and at_end["symbol"] else None


def sized_measure(said: str) -> TextUnit | None:
    """A measure behind its magnitude: million tonnes, '000 litres, TWh; None for anything else."""
    if symbol := _SYMBOLS.get(said):
        return symbol
    first, _, rest = said.partition(" ")
    size = _SIZES.get(first.removesuffix("s"), 0) if rest else 1
    words = (rest or first).split()
    found = phrase_at(words, 0) if size and words else None
    if found is None or found[0] != len(words) or found[1].dimension in _NO_MEASURES:
        return None
    return TextUnit(SIZED if rest else found[1].key, found[1].dimension, found[1].scale * size)


def _symbols() -> Mapping[str, TextUnit]:
    """Symbols that say one measure in small letters too; mw may be mW, and mt tonnes."""
    measures = ((symbol, SYMBOLS[symbol]) for symbol in _PLAIN_SYMBOLS.split())
    return {symbol.lower(): TextUnit(one.key, one.dimension, one.scale) for symbol, one in measures}


_PLAIN_SYMBOLS = "kt kg koz oz kWh MWh GWh TWh kW GW TW ha km boe bbl"
_SYMBOLS = _symbols()
# The unit of a column of units behind the heads of rows; those of money are read as captions are.
_AT_END = regex(
    r"(?<=[a-z)] )(?:(?P<money>[a-z]{0,3}[$€£¥₩₹](?:'?000s?|mn?|bn|k| million| billion| thousand)?)"
    rf"|(?P<percent>%)|(?P<symbol>{'|'.join(sorted(_SYMBOLS, key=len, reverse=True))}))$"
)
SIZED = "sized"  # the key of a measure behind its magnitude
_BEHIND_COMMA = regex(r", ([^\s,()]{1,12}(?: [a-z]{1,12}){0,2})$")
_SIZES = {**SCALES, "mn": 10**6, "bn": 10**9, "'000": 1000, "000": 1000}
_NO_MEASURES = {COUNT, RATIO}


def _unit(said: str, head: str) -> TextUnit | None:
    if said in _TIMES:
        return TextUnit("x", KNOWN_UNITS["x"].dimension)
    if said in _MINORS:
        code = _MINORS[said] if _OF_A_SHARE.search(head) else ""
        return TextUnit(code, f"money:{code}", Fraction(1, 100)) if code else None
    if said in BARE_CENTS:
        return TextUnit(DOLLAR, f"money:{DOLLAR}", Fraction(1, 100))
    chinese = unit_zh(said)
    if chinese and chinese[0] == len(said) and chinese[1].dimension != COUNT:
        return chinese[1]
    if sign := PREFIXES.get(said.replace(" ", "")):
        return TextUnit(sign, f"money:{sign}")
    words = said.split()
    if (len(words) > 1 or said in _SYMBOLS) and (sized := sized_measure(said)):
        return sized
    english = phrase_at(words, 0) if len(said) > 1 and words else None
    if english is None or english[0] != len(words) or english[1].dimension == COUNT:
        return None
    return english[1]
