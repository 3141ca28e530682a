"""Which money a bare sign is in: what the sentence says of $, ¥, £ and kr, and of cents."""

import re
from fractions import Fraction
from functools import lru_cache

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import ONE
from exporter.facts.currencies import (
    CROWN,
    CURRENCY_NAMES,
    DOLLAR,
    KRONA,
    POUND,
    UNLESS_SAID,
    UNSETTLED,
    YEN_OR_YUAN,
)
from exporter.facts.folding import fold, lower

_YEN = regex(
    r"(?<![a-z])(?:yen|japan|japanese|tokyo|osaka|nikkei|topix|kyoto|nagoya|yokohama|kobe|sapporo"
    r"|fukuoka|hiroshima|sendai|kawasaki|okinawa|hokkaido|kyushu|tohoku)(?![a-z])|日元|日圆|日本"
    r"|东京|大阪|日经|株式|名古屋|横滨|京都(?!念慈)|札幌|福冈|神户|北海道|冲绳|日[企资系](?![列数])|东证|円"
    r"|丰田|本田|索尼|松下|三菱|三井|住友|东芝|任天堂|软银|日立|佳能|优衣库|迅销|村田制作|京瓷|富士通|瑞萨|铠侠|资生堂"
)
# ¥380亿（约合18亿元人民币）: what is converted into yuan is none.
_CONVERTED = regex(
    r"¥[0-9.,\s万亿千百]+[，,]?\s?\(?(?:约合|折合|约?折|合|相当于|等值于?)(?:人民币)?约?为?(?:人民币)?[0-9.,\s万亿千百]+元(?!港币|新台币)"
)
_YUAN = regex(
    r"(?<![a-z])(?:yuan|renminbi|rmb|china|chinese|shanghai|beijing|shenzhen"
    r"|mainland|guangzhou|hangzhou|nanjing|suzhou|ningbo|wuhan|chengdu|chongqing|tianjin|qingdao"
    r"|xiamen|dalian|hefei|changsha|zhengzhou|shenyang|jinan|kunming|wuxi|foshan|dongguan|fuzhou"
    r"|guangdong|zhejiang|jiangsu|sichuan|shandong|fujian|hebei|henan|hubei|hunan|anhui|hainan"
    r"|csi|pboc)(?![a-z])|人民币|中国|上海|北京|深圳"
)
# 按加元计: what the sentence reckons in, whatever other currencies it has.
_RECKONED = {
    "USD": "美元", "CAD": "加(?:拿大)?元", "AUD": "澳(?:大利亚)?元", "NZD": "(?:新西兰|纽)元",
    "HKD": "港[元币]", "SGD": "(?:新加坡|新|坡)[元币]", "TWD": "新?台[币元]",
}  # fmt: skip
_DOLLARS = (
    *(
        (regex(f"(?:[以按]|单位[为:]?){name}(?:[计为列报结标]|呈列)"), code)
        for code, name in _RECKONED.items()
    ),
    (regex(r"us dollar|u\.s\. dollar|美元"), "USD"),
    (regex(r"(?<![a-z])in ca?\$"), "CAD"),
    (regex(r"(?<![a-z])in au?\$"), "AUD"),
    (regex(r"(?<![a-z])in nz\$"), "NZD"),
    (regex(r"(?<![a-z])in hk\$"), "HKD"),
    (regex(r"(?<![a-z])in s\$"), "SGD"),
    (
        regex(
            r"australian dollar|(?<![a-z])aud(?![a-z])|澳元|澳大利亚元"
            r"|(?<![a-z])(?:un)?franked(?![a-z])"  # of dividends, in Australia alone
        ),
        "AUD",
    ),
    (regex(r"canadian dollar|(?<![a-z])cad(?![a-z])|加元|加拿大元"), "CAD"),
    (regex(r"new zealand dollar|(?<![a-z])nzd(?![a-z])|纽元|新西兰元"), "NZD"),
    (regex(r"hong kong dollar|hk dollar|(?<![a-z])hkd(?![a-z])|港元|港币|港股"), "HKD"),
    (regex(r"singapore dollar|(?<![a-z])sgd(?![a-z])|新加坡元|新元|坡币"), "SGD"),
    (regex(r"taiwan dollar|(?<![a-z])twd(?![a-z])|台币"), "TWD"),
    (regex(r"us\$|(?<![a-z])usd(?![a-z])"), "USD"),
)
_ANY_DOLLARS = regex("|".join(said.pattern for said, _ in _DOLLARS))
_OF_DOLLARS = (
    "dollar", "s$", "a$", "c$", "u$", "z$", "k$", "元", "币", "港股", "usd", "aud", "cad", "nzd",
    "hkd", "sgd", "twd", "franked",
)  # fmt: skip
_KRONA = (
    (regex(r"swed|sek(?![a-z])|瑞典"), "SEK"),
    (regex(r"norw|nok(?![a-z])|挪威"), "NOK"),
    (regex(r"danish|denmark|dkk|丹麦"), "DKK"),
    (regex(r"iceland|(?<![a-z])isk(?![a-z])|冰岛"), "ISK"),
)
_CROWNS = (*_KRONA, (regex(r"(?<![a-z])czech|(?<![a-z])czk(?![a-z])|捷克"), "CZK"))
_POUNDS = (
    (regex(r"sterling|british pound|(?<![a-z])gbp(?![a-z])|英镑"), "GBP"),
    (regex(r"egyptian pound|(?<![a-z])egp(?![a-z])|埃及镑"), "EGP"),
    (regex(r"lebanese pound|(?<![a-z])lbp(?![a-z])|黎巴嫩镑"), "LBP"),
    (regex(r"syrian pound|(?<![a-z])syp(?![a-z])|叙利亚镑"), "SYP"),
    (regex(r"sudanese pound|(?<![a-z])sdg(?![a-z])|苏丹镑"), "SDG"),
)
_BARE = frozenset(f"money:{sign}" for sign in UNSETTLED.values())
_IN_DOLLARS = f"money:{DOLLAR}"
_EURO = regex(r"€|(?<![a-z])eur(?:os?)?(?![a-z])")
_DOLLAR_SAID = regex(r"\$|dollar|(?<![a-z])(?:usd|aud|cad|hkd|sgd|nzd)(?![a-z])")


def _are_euro_cents(dimension: str, scale: Fraction, text: Text) -> bool:
    """Whether cents are those of a euro: EUR 1.85, 15 cents more."""
    is_cents = dimension == _IN_DOLLARS and scale < 1
    return is_cents and bool(_EURO.search(text.lower)) and not _DOLLAR_SAID.search(text.lower)


_DOLLAR_SIGNS = regex(r"(?:(?<![a-z])(us|u\.s\.|au?|ca?|nz|hk|s) ?)?\$")


def _dollar_beside(small: str) -> str:
    """Which dollar cents are of where one alone is written beside them: A$90m and 12 cents."""
    written = {match[1] or "" for match in _DOLLAR_SIGNS.finditer(small)}
    return _DOLLARS_OF.get(written.pop(), "") if len(written) == 1 else ""


_DOLLARS_OF = {
    "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
    "us": "USD", "u.s.": "USD",
}  # fmt: skip


def settled(dimension: str, text: Text, scale: Fraction = ONE) -> tuple[str, str]:
    """Money of a bare sign as the sentence settles it, and the sign where the sentence does not.

    Where nothing says which, $ is the US dollar, £ the British pound, and ¥ in Chinese text the
    yuan; money of other signs is of no known currency.
    """
    if dimension not in _BARE:
        return dimension, ""
    if scale is not ONE and _are_euro_cents(dimension, scale, text):
        return "money:EUR", ""
    if dimension == _IN_DOLLARS and scale < 1 and (code := _dollar_beside(text.lower)):
        return f"money:{code}", ""
    sign = dimension.removeprefix("money:")
    code, is_said = _settled(sign, text.lower, is_chinese=text.is_chinese or "￥" in text.given)
    return f"money:{code or sign}", "" if is_said else sign


def settled_readings(
    readings: tuple[tuple[str, Fraction], ...], text: Text
) -> tuple[tuple[tuple[str, Fraction], ...], str]:
    """What a number may be, its money settled like that of signs, and the sign left open."""
    found = [(*settled(dimension, text), value) for dimension, value in readings]
    sign = next((sign for _, sign, _ in found if sign), "")
    return tuple((dimension, value) for dimension, _, value in found), sign


def settle_sign(sign: str, words: str) -> tuple[str, bool]:
    """The currency that a bare sign has by the words around it, and whether these say so.

    Args:
        sign: As in `currencies.UNSETTLED`.
        words: The words, as given.

    Returns:
        Its code, and True where the words say so; False where it is meant unless somebody says
        otherwise. "" where nobody can know.
    """
    small = lower(fold(words))
    is_chinese = "￥" in words or _HAN.search(small) is not None
    return _settled(sign, small, is_chinese=is_chinese)


_HAN = regex("[\u4e00-\u9fff]")


@lru_cache(maxsize=64)
def _settled(sign: str, small: str, *, is_chinese: bool) -> tuple[str, bool]:
    if sign in _OF_PLACES and (code := _named(sign, small)):
        return code, True
    if code := _said(sign, small):
        return code, sign not in _OF_PLACES
    if sign == YEN_OR_YUAN and is_chinese and not _YEN.search(small):
        return "CNY", False
    return UNLESS_SAID.get(sign, ""), False


def _said(sign: str, small: str) -> str:
    """The currency that the words say; "" where they say none, or several."""
    if sign == YEN_OR_YUAN:
        if "¥" in small and _CONVERTED.search(small):
            return "JPY"
        yen, yuan = _YEN.search(small) is not None, _YUAN.search(small) is not None
        return "" if yen is yuan else "JPY" if yen else "CNY"
    if sign == DOLLAR:
        # One of these is in all of them, and to look for it costs nothing.
        if not any(map(small.__contains__, _OF_DOLLARS)) or _ANY_DOLLARS.search(small) is None:
            return ""
        return next((code for said, code in _DOLLARS if said.search(small)), "")
    rows = {KRONA: _KRONA, CROWN: _CROWNS, POUND: _POUNDS}.get(sign) or _of_countries(sign)
    codes = {code for said, code in rows if said.search(small)}
    return codes.pop() if len(codes) == 1 else ""


# A place says which crowns or pesos are meant where nothing else does: Iceland contributed 18
# million crowns is of the crowns that the source counts in.
_OF_PLACES = frozenset(UNSETTLED.values()) - {DOLLAR, YEN_OR_YUAN, KRONA, POUND}


def _named(sign: str, small: str) -> str:
    """The currency of a sign that words name in full (stated in Danish crowns); "" for none."""
    codes = {CURRENCY_NAMES[name] for name in _full_names(sign) if name in small}
    return codes.pop() if len(codes) == 1 else ""


@lru_cache(maxsize=16)
def _full_names(sign: str) -> tuple[str, ...]:
    words = [word for word, of in UNSETTLED.items() if of == sign and len(word) > 1]
    return tuple(
        name
        for name in CURRENCY_NAMES
        if name not in words and any(name.endswith(word) for word in words)
    )


_STEM = 5  # letters of mexican, of which mexico is the country


@lru_cache(maxsize=16)
def _of_countries(sign: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Which currency of a name that several share is that of a country: 墨西哥, Mexico."""
    names = [word for word, of in UNSETTLED.items() if of == sign and len(word) > 1]
    stems = {}
    for name, code in CURRENCY_NAMES.items():
        for word in names:
            if name.endswith(word) and (country := name.removesuffix(word).strip()):
                stems[country if country >= "\u4e00" else country[:_STEM]] = code
    return tuple(
        (re.compile(stem if stem >= "\u4e00" else f"(?<![a-z]){stem}"), code)
        for stem, code in stems.items()
    )


CURRENCY_SAID = regex(
    r"(?:in |以)?(us dollars?|u\.s\. dollars?|dollars?|euros?|yuan|renminbi|pounds?|yen)(?![a-z])"
)
SAID = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "dollar": DOLLAR,
    "euro": "EUR",
    "yuan": "CNY",
    "renminbi": "CNY",
    "pound": POUND,
    "yen": "JPY",
}
