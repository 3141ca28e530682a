"""The physical units of business news, as data: what they measure, their size and their names.

A unit is its exact symbol: MW is no mW and GB no Gb. Units of one dimension are converted.
Sources: the SI brochure (9th edition) for prefixes and symbols; IEC 80000-13 for bytes and bits.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.plurals import plural_of

_SI = {"": (1, "", ""), "k": (10**3, "kilo", "千"), "M": (10**6, "mega", "兆"), "G": (10**9,
"giga", "吉"),
       "T": (10**12, "tera", "太"), "P": (10**15, "peta", "拍"), "E": (10**18, "exa",
       "艾")}  # fmt: skip


class Measure(NamedTuple):
    """One physical unit.

    Attributes:
        key: Its symbol, or its name where business news writes none.
        dimension: What it measures.
        scale: Its size in the dimension's base unit.
        zh: Its Chinese name.
        symbols: Written exactly so.
        en: English names in small letters, in the singular.
        names_zh: Chinese names.
    """

    key: str
    dimension: str
    scale: Fraction
    zh: str
    symbols: tuple[str, ...]
    en: tuple[str, ...]
    names_zh: tuple[str, ...]


# Key | dimension | scale | symbols | English names | Chinese names
_TABLE = """
tonnes | mass | 1000 | t, MT | tonne, metric ton, metric tonne, ton | 吨, 公吨
kg | mass | 1 | kg, kgs, KG | kilogram, kilogramme, kilo | 公斤, 千克
g | mass | 1/1000 | g | gram, gramme | 克
mg | mass | 1/1000000 | mg | milligram | 毫克
µg | mass | 1/1000000000 | µg, μg, mcg | microgram | 微克
kt | mass | 1000000 | kt | kilotonne | 千吨
Mt | mass | 1000000000 | Mt | megatonne | 兆吨
lb | mass | 0.45359237 | lb, lbs | lb | 磅
oz | mass | 0.028349523125 | oz | ounce | 盎司
koz | mass | 28.349523125 | koz | | 千盎司
jin | mass | 1/2 | | jin, catty | 斤
carats | mass | 0.0002 | ct | carat | 克拉
km | length | 1000 | km, kms, KM | kilometre, kilometer | 公里, 千米
metres | length | 1 | | metre, meter | 米, 公尺
cm | length | 1/100 | cm | centimetre, centimeter | 厘米, 公分
mm | length | 1/1000 | mm | millimetre, millimeter | 毫米
µm | length | 1/1000000 | µm, μm | micron, micrometre, micrometer | 微米
nm | length | 1/1000000000 | nm | nanometre, nanometer | 纳米
miles | length | 1609.344 | mi | mile | 英里
nautical miles | length | 1852 | nmi | nautical mile | 海里
feet | length | 0.3048 | ft | foot, feet | 英尺, 尺
inches | length | 0.0254 | | inch, inches | 英寸, 英吋, 寸, 吋
m² | area | 1 | m², m2, sqm, sq m | square metre, square meter, sq m | 平方米, 平米, ㎡, m2
cm² | area | 1/10000 | cm², cm2, sq cm | square centimetre, square centimeter, sq cm | 平方厘米
mm² | area | 1/1000000 | mm², mm2, sq mm | square millimetre, square millimeter, sq mm | 平方毫米
km² | area | 1000000 | km², km2, sq km | square kilometre, square kilometer | 平方公里, 平方千米
square feet | area | 0.09290304 | sq ft, sqft, ft² | square foot, square feet | 平方英尺, 平方呎
square yards | area | 0.83612736 | sq yd, sq yds, yd² | square yard, sq yd | 平方码
square miles | area | 2589988.110336 | sq mi, mi² | square mile, sq mile | 平方英里
square inches | area | 0.00064516 | in² | square inch, square inches | 平方英寸
ha | area | 10000 | ha | hectare | 公顷
acres | area | 4046.8564224 | | acre | 英亩
mu | area | 2000/3 | | mu | 亩
m³ | volume | 1000 | m³, m3, cbm, cu m | cubic metre, cubic meter | 立方米, 方
bcm | volume | 1000000000000 | bcm | |
cubic feet | volume | 28.316846592 | cu ft, ft³ | cubic foot, cubic feet | 立方英尺
cubic yards | volume | 764.554857984 | cu yd, yd³ | cubic yard, cu yd | 立方码
cubic inches | volume | 0.016387064 | in³ | cubic inch, cubic inches | 立方英寸
mcf | volume | 28316.846592 | Mcf, mcf | thousand cubic feet, thousand cubic foot | 千立方英尺
MMcf | volume | 28316846.592 | MMcf, mmcf | million cubic feet, million cubic foot | 百万立方英尺
Bcf | volume | 28316846592 | Bcf, bcf | billion cubic feet, billion cubic foot | 十亿立方英尺
litres | volume | 1 | L | litre, liter | 升, 公升
kilolitres | volume | 1000 | kL, kl | kilolitre, kiloliter | 千升
ml | volume | 1/1000 | ml, mL | millilitre, milliliter | 毫升
gallons | volume | 3.785411784 | gal | gallon | 加仑
barrels | oil | 1 | bbl, bbls, Bbl, Bbls | barrel | 桶
boe | oil equivalent | 1 | boe | barrels of oil equivalent, barrel of oil equivalent | 桶油当量
kboe | oil equivalent | 1000 | kboe | |
MMboe | oil equivalent | 1000000 | MMboe, mmboe | |
bushels | bushels | 1 | bu | bushel | 蒲式耳
TEU | TEU | 1 | TEU, TEUs, teu | twenty-foot equivalent unit | 标准箱, 标箱, 标准集装箱, TEU
tonne-km | transport | 1 | tkm, t-km | tonne-km, tonne-kilometre, ton-kilometer | 吨公里
dwt | deadweight | 1 | dwt, DWT | deadweight tonne, deadweight ton | 载重吨
°C | temperature | 1 | °C, ℃ | degree celsius, degrees celsius | 摄氏度, ℃
°F | fahrenheit | 1 | °F, ℉ | degree fahrenheit, degrees fahrenheit | 华氏度
J | energy | 1/3600 | J | joule | 焦耳, 焦
MJ | energy | 2500/9 | MJ | megajoule | 兆焦
GJ | energy | 2500000/9 | GJ | gigajoule | 吉焦
MMBtu | energy | 293071.07 | MMBtu, mmBtu | million british thermal unit | 百万英热单位, 百万英热
VA | apparent power | 1 | VA | volt-ampere | 伏安
kVA | apparent power | 1000 | kVA | |  千伏安
MVA | apparent power | 1000000 | MVA | | 兆伏安
V | voltage | 1 | V | volt | 伏, 伏特
kV | voltage | 1000 | kV | kilovolt | 千伏
A | current | 1 | | ampere, amp | 安培
mA | current | 1/1000 | mA | milliampere, milliamp | 毫安
mW | power | 1/1000 | mW | milliwatt | 毫瓦
mAh | charge | 1/1000 | mAh | milliampere-hour | 毫安时
Ah | charge | 1 | Ah | ampere-hour | 安时
hp | horsepower | 1 | hp, bhp | horsepower | 马力
kcal | food energy | 1 | kcal | kilocalorie | 千卡, 大卡
ms | time | 1/1000 | ms | millisecond | 毫秒
µs | time | 1/1000000 | µs, μs | microsecond | 微秒
quintals | mass | 100 | | quintal | 公担
short tons | mass | 907.18474 | | short ton | 短吨
long tons | mass | 1016.0469088 | | long ton | 长吨
therms | energy | 29307.1 | | therm | 撒姆
mmHg | pressure | 133.322387415 | mmHg | millimetre of mercury, millimetres of mercury | 毫米汞柱
psi | pressure | 6894.757293168 | psi | pound per square inch, pounds per square inch | 磅每平方英寸
dB | sound level | 1 | dB | decibel | 分贝
GOPS | integer computing | 1000000000 | GOPS | giga-operation per second |
TOPS | integer computing | 1000000000000 | TOPS | tera-operation per second |
POPS | integer computing | 1000000000000000 | POPS | peta-operation per second |
EOPS | integer computing | 1000000000000000000 | EOPS | exa-operation per second |
MT/s | transfer rate | 1000000 | MT/s | megatransfer per second |
GT/s | transfer rate | 1000000000 | GT/s | gigatransfer per second |
km/h | speed | 1 | km/h, kph | kilometre per hour, kilometer per hour | 公里每小时
"""
# Base | dimension | scale of the base | symbol | English name | Chinese name | what stands for 1000
_PREFIXED = (
    ("power", Fraction(1), "W", "watt", "瓦", "kMGT"),
    ("energy", Fraction(1), "Wh", "watt-hour", "瓦时", "kMGT"),
    ("power", Fraction(1), "Wp", "watt-peak", "瓦峰", "kMGT"),
    ("data", Fraction(8), "B", "byte", "字节", "kMGTPE"),
    ("data", Fraction(1), "bit", "bit", "比特", "kMGTPE"),
    ("frequency", Fraction(1), "Hz", "hertz", "赫兹", "kMGT"),
    ("pressure", Fraction(1), "Pa", "pascal", "帕", "kMG"),
    ("computing", Fraction(1), "FLOPS", "flop", "次浮点运算", "kMGTPE"),
)
_FURTHER_ZH = {
    "tonnes": ("金属吨", "实物吨", "干吨", "湿吨", "折纯吨"), "kWh": ("度电", "度"),
    "m²": ("平方公尺",), "m³": ("立方公尺",),
    "Wh": ("瓦特时",), "W": ("瓦特",), "Hz": ("赫",), "MHz": ("兆赫",), "GHz": ("吉赫",),
}  # fmt: skip
_FURTHER_EN = {
    "m²": ("square m",), "km²": ("square km", "sq km"), "m³": ("cubic m",),
    "tonnes": tuple(
        f"{state} {ton}"
        for state in ("dry", "wet")
        for ton in ("metric tonne", "metric ton", "tonne", "ton")
    ),
}  # fmt: skip
_FURTHER_SYMBOLS = {
    "kB": ("KB",), "kWh": ("KWh", "Kwh", "kwh", "KWH", "kW-h", "kW·h"), "MWh": ("MW-h", "MW·h",
    "Mwh"),
    "GWh": ("Gwh",), "kW": ("KW",), "TWh": ("Twh",), "kbit": ("Kbit",), "kHz": ("KHz",),
    "TFLOPS": ("TFLOPs", "TFlops", "TFLOP"), "PFLOPS": ("PFLOPs", "PFlops", "PFLOP"),
    "EFLOPS": ("EFLOPs", "EFlops", "EFLOP"), "GFLOPS": ("GFLOPs",), "FLOPS": ("FLOPs",),
}  # fmt: skip
# Bits a second in one word.
_RATES = {"Kbps": 10**3, "kbps": 10**3, "Mbps": 10**6, "Gbps": 10**9, "Tbps": 10**12,
          "Kb/s": 10**3, "kb/s": 10**3, "Mb/s": 10**6, "Gb/s": 10**9, "Tb/s": 10**12,
          "MBps": 8 * 10**6, "GBps": 8 * 10**9, "TBps": 8 * 10**12}  # fmt: skip


def _written() -> Iterator[Measure]:
    for line in _TABLE.strip().splitlines():
        key, dimension, scale, symbols, en, zh = (cell.strip() for cell in line.split("|"))
        names = [
            tuple(word.strip() for word in cell.split(",") if word.strip())
            for cell in (symbols, en, zh)
        ]
        symbols_of, names_en, names_zh = names
        zh_first = (names_zh or (key,))[0]
        names_zh = (*names_zh, *_FURTHER_ZH.get(key, ()))
        names_en = (*names_en, *_FURTHER_EN.get(key, ()))
        yield Measure(key, dimension, Fraction(scale), zh_first, symbols_of, names_en, names_zh)


def _prefixed() -> Iterator[Measure]:
    for dimension, scale, symbol, en, zh, prefixes in _PREFIXED:
        for prefix in ("", *prefixes):
            if symbol == "B" and not prefix:
                yield Measure("bytes", dimension, scale, zh, (), (en,), (zh,))
                continue
            size, long, han = _SI[prefix]
            name = f"{prefix}{symbol}"
            names_zh = (f"{han}{zh}", *_FURTHER_ZH.get(name, ()))
            names = (f"{long}{en}", f"{long}{en.replace('-', ' ')}", f"{long}{en}".replace("-", ""))
            yield Measure(
                name, dimension, scale * size, names_zh[0],
                (name, *_FURTHER_SYMBOLS.get(name, ())), tuple(dict.fromkeys(names)), names_zh,
            )  # fmt: skip
    for name, size in _RATES.items():
        yield Measure(name, "data/time", Fraction(size), name, (name,), (), (name,))


MEASURES: Mapping[str, Measure] = {measure.key: measure for measure in (*_written(), *_prefixed())}
# Symbols, exactly as written.
SYMBOLS: Mapping[str, Measure] = {symbol: m for m in MEASURES.values() for symbol in m.symbols}
# English names in small letters, singular and plural.
NAMES_EN: Mapping[str, Measure] = {
    **{plural_of(name): m for m in MEASURES.values() for name in m.en},
    **{name: m for m in MEASURES.values() for name in m.en},
}
NAMES_ZH: Mapping[str, Measure] = {name: m for m in MEASURES.values() for name in m.names_zh}


def find_measure(name: str) -> Measure | None:
    """The physical unit of that symbol or name."""
    return (
        SYMBOLS.get(name)
        or MEASURES.get(name)
        or NAMES_EN.get(name.casefold())
        or NAMES_ZH.get(name)
        or NAMES_ZH.get(name.lstrip("个"))
    )
