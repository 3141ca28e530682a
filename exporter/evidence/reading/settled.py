"""What the sentence settles: which dollars $ are, and what a number without a unit may be."""

import re
from fractions import Fraction
from functools import lru_cache
from math import prod

from exporter.evidence.reading.lexer import NUMERALS_ZH, Text
from exporter.evidence.reading.money_carried import money_stated
from exporter.evidence.reading.numerals import ONE
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.nouns import english_for
from exporter.evidence.reading.vocabulary.numbers import POWERS_ZH
from exporter.evidence.reading.vocabulary.units import (
    AS_POINTS,
    BEHIND_A_SUM_ZH,
    CLASSIFIERS,
    MONEY_WORDS_ZH,
    MULTIPLE_OF,
    MULTIPLE_WORDS,
    PRICED_ZH,
    is_counted_word,
    unit_zh,
)
from exporter.evidence.reading.vocabulary.verbs import SINGULAR
from exporter.facts.currencies import (
    CURRENCY_NAMES,
    DOLLAR,
    KRONA,
    POUND,
    UNLESS_SAID,
    UNSETTLED,
    YEN_OR_YUAN,
)
from exporter.facts.folding import fold, lower
from exporter.facts.units import CALENDAR_TIME, TIME

_PARTED_DIMENSIONS = frozenset("mass volume energy power area length".split())
# 54.6 million tonnes, of which coal accounted for 21.8 million.
_PARTED = re.compile(r"of which|其中")
# 归母净利润（万元）：-5,820，上年为1,140
_OF_A_TABLE = re.compile(
    r"[（(](?:单位[:：]\s?)?([千百十]?[万亿]{0,2})(元|美元|港元|欧元|日元|英镑)[)）]\s?[:：为是]"
)
_BEHIND_BARE = frozenset({"", "，", "。", "；", ",", "、", ")", "）", "."})


def with_table_unit(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities with the unit that brackets before them say for numbers that have none."""
    said = _OF_A_TABLE.search(text.lower) if "元" in text.lower else None
    found = unit_zh(said[2]) if said else None
    if said is None or found is None:
        return quantities
    size = Fraction(prod(POWERS_ZH[power] for power in said[1]))
    unit = found[1]._replace(scale=found[1].scale * size)
    return [
        quantity._replace(unit=unit, counted=True)
        if quantity.is_bare
        and quantity.start >= said.end()
        and quantity.numeral.magnitude == 1
        and text.word(quantity.last) in _BEHIND_BARE
        else quantity
        for quantity in quantities
    ]


_COMPARING = frozenset("in to from against than versus of".split())


def as_before(
    quantity: Quantity, before: Quantity, noun: str, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """A bare number that leaves its unit to the one before: in 6 months, a rival's in 10."""
    if before.dimension in _PARTED_DIMENSIONS and not noun.strip(" ."):
        said_between = text.lower[before.end : quantity.start]
        if _PARTED.search(said_between) and not re.search("[.。；;]", said_between):
            return ((before.dimension, quantity.numeral.low * before.scale),)
    if before.dimension not in {TIME, CALENDAR_TIME}:
        return ()
    if noun or text.word(quantity.first - 1) not in _COMPARING:
        return ()
    is_of_a_span = "-" in text.lower[before.numeral.end : before.end]  # a ten-year mean of 11
    if is_of_a_span and text.word(quantity.first - 1) == "of":
        return ()
    return ((before.dimension, quantity.numeral.low * before.scale),)


_YEN = re.compile(
    r"(?<![a-z])(?:yen|japan|japanese|tokyo|osaka|nikkei|topix|kyoto|nagoya|yokohama|kobe|sapporo"
    r"|fukuoka|hiroshima|sendai|kawasaki|okinawa|hokkaido|kyushu|tohoku)(?![a-z])|日元|日圆|日本"
    r"|东京|大阪|日经|株式|名古屋|横滨|京都(?!念慈)|札幌|福冈|神户|北海道|冲绳|日[企资系](?![列数])|东证|円"
    r"|丰田|本田|索尼|松下|三菱|三井|住友|东芝|任天堂|软银|日立|佳能|优衣库|迅销|村田制作|京瓷|富士通|瑞萨|铠侠|资生堂"
)
# ¥380亿（约合18亿元人民币）: what is converted into yuan is none.
_CONVERTED = re.compile(
    r"¥[0-9.,\s万亿千百]+[，,]?\s?\(?(?:约合|折合|约?折|合|相当于|等值于?)(?:人民币)?约?为?(?:人民币)?[0-9.,\s万亿千百]+元(?!港币|新台币)"
)
_YUAN = re.compile(
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
        (re.compile(f"(?:[以按]|单位[为:]?){name}(?:[计为列报结标]|呈列)"), code)
        for code, name in _RECKONED.items()
    ),
    (re.compile(r"us dollar|u\.s\. dollar|美元"), "USD"),
    (re.compile(r"(?<![a-z])in ca?\$"), "CAD"),
    (re.compile(r"(?<![a-z])in au?\$"), "AUD"),
    (re.compile(r"(?<![a-z])in nz\$"), "NZD"),
    (re.compile(r"(?<![a-z])in hk\$"), "HKD"),
    (re.compile(r"(?<![a-z])in s\$"), "SGD"),
    (
        re.compile(
            r"australian dollar|(?<![a-z])aud(?![a-z])|澳元|澳大利亚元"
            r"|(?<![a-z])(?:un)?franked(?![a-z])"  # of dividends, in Australia alone
        ),
        "AUD",
    ),
    (re.compile(r"canadian dollar|(?<![a-z])cad(?![a-z])|加元|加拿大元"), "CAD"),
    (re.compile(r"new zealand dollar|(?<![a-z])nzd(?![a-z])|纽元|新西兰元"), "NZD"),
    (re.compile(r"hong kong dollar|hk dollar|(?<![a-z])hkd(?![a-z])|港元|港币|港股"), "HKD"),
    (re.compile(r"singapore dollar|(?<![a-z])sgd(?![a-z])|新加坡元|新元|坡币"), "SGD"),
    (re.compile(r"taiwan dollar|(?<![a-z])twd(?![a-z])|台币"), "TWD"),
    (re.compile(r"us\$|(?<![a-z])usd(?![a-z])"), "USD"),
)
_ANY_DOLLARS = re.compile("|".join(said.pattern for said, _ in _DOLLARS))
_OF_DOLLARS = (
    "dollar", "s$", "a$", "c$", "u$", "z$", "k$", "元", "币", "港股", "usd", "aud", "cad", "nzd",
    "hkd", "sgd", "twd", "franked",
)  # fmt: skip
_KRONA = (
    (re.compile(r"swed|sek(?![a-z])|瑞典"), "SEK"),
    (re.compile(r"norw|nok(?![a-z])|挪威"), "NOK"),
    (re.compile(r"danish|denmark|dkk|丹麦"), "DKK"),
    (re.compile(r"iceland|(?<![a-z])isk(?![a-z])|冰岛"), "ISK"),
)
_POUNDS = (
    (re.compile(r"sterling|british pound|(?<![a-z])gbp(?![a-z])|英镑"), "GBP"),
    (re.compile(r"egyptian pound|(?<![a-z])egp(?![a-z])|埃及镑"), "EGP"),
    (re.compile(r"lebanese pound|(?<![a-z])lbp(?![a-z])|黎巴嫩镑"), "LBP"),
    (re.compile(r"syrian pound|(?<![a-z])syp(?![a-z])|叙利亚镑"), "SYP"),
    (re.compile(r"sudanese pound|(?<![a-z])sdg(?![a-z])|苏丹镑"), "SDG"),
)
_BARE = frozenset(f"money:{sign}" for sign in UNSETTLED.values())


_IN_DOLLARS = f"money:{DOLLAR}"
_EURO = re.compile(r"€|(?<![a-z])eur(?:os?)?(?![a-z])")
_DOLLAR_SAID = re.compile(r"\$|dollar|(?<![a-z])(?:usd|aud|cad|hkd|sgd|nzd)(?![a-z])")


def _are_euro_cents(dimension: str, scale: Fraction, text: Text) -> bool:
    """Whether cents are those of a euro: EUR 1.85, 15 cents more."""
    is_cents = dimension == _IN_DOLLARS and scale < 1
    return is_cents and bool(_EURO.search(text.lower)) and not _DOLLAR_SAID.search(text.lower)


def settled(dimension: str, text: Text, scale: Fraction = ONE) -> tuple[str, str]:
    """Money of a bare sign as the sentence settles it, and the sign where the sentence does not.

    Where nothing says which, $ is the US dollar, £ the British pound, and ¥ in Chinese text the
    yuan; money of other signs is of no known currency.
    """
    if dimension not in _BARE:
        return dimension, ""
    if scale is not ONE and _are_euro_cents(dimension, scale, text):
        return "money:EUR", ""
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


_HAN = re.compile("[\u4e00-\u9fff]")


@lru_cache(maxsize=64)
def _settled(sign: str, small: str, *, is_chinese: bool) -> tuple[str, bool]:
    if code := _said(sign, small):
        return code, True
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
    rows = {KRONA: _KRONA, POUND: _POUNDS}.get(sign) or _of_countries(sign)
    codes = {code for said, code in rows if said.search(small)}
    return codes.pop() if len(codes) == 1 else ""


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


_CURRENCY_SAID = re.compile(
    r"(?:in |以)?(us dollars?|u\.s\. dollars?|dollars?|euros?|yuan|renminbi|pounds?|yen)(?![a-z])"
)


_SAID = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "dollar": DOLLAR,
    "euro": "EUR",
    "yuan": "CNY",
    "renminbi": "CNY",
    "pound": POUND,
    "yen": "JPY",
}


_PER_SHARE = re.compile(
    r"(?<![a-z])(?:eps|dps|bvps|earnings per share|dividend|book value|share price"
    r"|target price|price)(?![a-z])"
)


_WINDOW = 200  # characters around a figure


def may_also_be(
    quantity: Quantity, noun: str, subject: str, value: Fraction, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a number without a unit may be by the words around it: a multiple, money, points."""
    if quantity.unit.key in {"points", "点"}:
        return ((AS_POINTS[0], value * AS_POINTS[1]),)
    if not quantity.is_bare or quantity.is_attribute:
        return ()
    found = []
    before = text.lower[max(0, quantity.start - 40) : quantity.start]
    if (MULTIPLE_WORDS.search(before) or _is_usual(quantity, text)) and not _counts(noun):
        found.append((MULTIPLE_OF[0], value))
    if (
        text.is_chinese
        and _is_large(quantity, text)
        and text.word(quantity.first - 1) != "每"  # 每百万词元0.8元
        and not (noun[:1] in _COUNTING and noun)
        and _is_of_money(quantity, noun, subject, text)
    ):
        named = _named_money(subject) or money_stated(text.lower, quantity.start) or "CNY"
        found.append((f"money:{named}", value))
    elif (
        not text.is_chinese
        and not _counts(noun)
        and _PER_SHARE.search(text.lower, max(0, quantity.start - _WINDOW), quantity.end + _WINDOW)
        and (code := _CURRENCY_SAID.search(text.lower, quantity.end, quantity.end + _WINDOW))
    ):
        found.append((f"money:{_SAID[code[1].removesuffix('s')]}", value))
    return tuple(found)


# A P/E of 14 lies below its five-year average of 17.
_USUAL = re.compile(
    r"(?:average|mean|median|norm|low|high|peak|trough|ceiling|multiple|level)"
    r"(?: of| at| is| was)? $"
)
_OTHERWISE = re.compile(
    r"[;(]|[.!?]\s|(?<![a-z])(?:and|while|but|whereas|(?<!compares )with)(?![a-z])"
)
_USUALLY = 20  # characters


def _is_usual(quantity: Quantity, text: Text) -> bool:
    """Whether a number is the usual one of the multiple that its clause is about."""
    end = quantity.start
    if text.is_chinese or not _USUAL.search(text.lower, max(0, end - _USUALLY), end):
        return False
    said = MULTIPLE_WORDS.search(text.lower, max(0, end - _WINDOW), end)
    return said is not None and not _OTHERWISE.search(text.lower, said.end(), end)


_TEN_THOUSAND = 10_000


def _is_large(quantity: Quantity, text: Text) -> bool:
    """Whether a number is said in 万 or 亿: 1.2万, 一万二."""
    numeral = quantity.numeral
    is_in_words = text.lower[numeral.start] in NUMERALS_ZH and numeral.low >= _TEN_THOUSAND
    return numeral.magnitude >= _TEN_THOUSAND or is_in_words


def in_money_before(
    readings: tuple[tuple[str, Fraction], ...], quantity: Quantity, before: Quantity, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a number may be, its yuan as the money said before it: 总额5亿美元，首期提取2亿."""
    between = text.lower[before.end : quantity.start]
    is_foreign = before.dimension.startswith("money:") and before.dimension != "money:CNY"
    if not is_foreign or _SENTENCE_ENDS.search(between) or MONEY_WORDS_ZH.search(between):
        return readings
    return tuple(
        (before.dimension if dimension == "money:CNY" else dimension, value)
        for dimension, value in readings
    )


_SENTENCE_ENDS = re.compile("[。；！？;]")
_GOES_ON = re.compile(r"^(?:[/、和及与或]|其中|另|余|剩|分别|和|及|与|约|近|超|逾|$)")
# 补助到账860万，计入当期损益的|有540万: how much of a sum said before
_PART_OF_A_SUM = re.compile(
    "[^，。；、：0-9的]{2,10}的(?:部分|部份|金额)?(?:约|仅|则|只|也|共|就|还|尚|另|仍)*(?:[有为是达占]|超过?|近)?(?:约|仅|近|超|逾)?"
)
_SENTENCE = 40  # characters
_SHORT = 16
# 预算追加1500万，全年达到1.9亿: nothing is named but when, and how it moved.
_CARRIES_MONEY = re.compile(
    r"(?:[今明去前后上下当本首次同全][年季月期日天个半]|[上下]半年|[一二三四五六]季度?|季度?|年底?|[一二三四五首末]期"
    r"|第?[一二三四五两](?:年|轮|次|笔|季)|下一[笔轮次年期]|上一[笔轮次年期]|后续|随后|此后|目前|最终|最后|最新|实际|其后"
    r"|将|有望|预计|计划|可能|可|会|要|已经?|又|再|也|则|却|仅|只|就|还|拟|最多|至少|大约|约|近|超过?"
    r"|比|较|同比|环比|按年|少|多|低|高|缩|[多少高超]出|净|做|达|增?加|增|升|提高|提升|上调|下调|追加|扩大?|涨|跌|降|减|缩减|上升|下降|回落|跃升|攀升|变|改|冲"
    r"|支?付|实付|支|拨|偿?还|回?收|用|投|兑付|划转|上?缴|结算|余|剩|尚|未|到位|垫付|追回|使用|动用|完成"
    r"|冲[回销减抵]|转[回出入销]|核销|回拨|拨[回出付]|退[回还]|返还|归还|抵[减扣消销]|扣[除减回]|结转"
    r"|计提|提取|摊销|清偿|偿付|兑现|释放|冻结|解冻|划[出入拨扣]"
    r"|到|至|为|是|了|成)+"
)
_COUNTED_ZH = re.compile(
    r"用户|会员|粉丝|日活|月活|客户|人[数次口]|销量|产量|下载|播放|点赞|浏览|访问|订阅|订户|出货|交付量|装机|参数"
    r"|股[份本]|台[数量]|件[数量]|户数|单量|(?<!金)流量|注册|观众|读者|票数|词元"
)


def _is_of_money(quantity: Quantity, noun: str, subject: str, text: Text) -> bool:
    """Whether the words around a number say money: 募资4.7亿, 两个亿, 其中1.9亿用于还贷."""
    if PRICED_ZH.search(f"{subject[-3:]}\0{noun}"):
        return True
    if _names_money(subject) or (noun[:1] == "的" and MONEY_WORDS_ZH.search(noun)):
        return True
    has_classifier = "个" in text.lower[quantity.start : quantity.numeral.end]
    # 50个亿的订单
    goes_on = not noun or noun[0] == "的" or MONEY_WORDS_ZH.match(noun) is not None
    # 月活5个亿里有2个亿是新增的, 注入4.2个亿驰援
    if noun and (BEHIND_A_SUM_ZH.match(noun) or not _is_named(noun)):
        before = text.lower[max(0, quantity.start - _SENTENCE) : quantity.start]
        goes_on = goes_on or _COUNTED_ZH.search(before) is None
    if has_classifier and goes_on and not _COUNTED_ZH.search(f"{subject}{noun}"):
        return True
    start = max(0, quantity.start - _SENTENCE)
    if _GOES_ON.match(subject) and MONEY_WORDS_ZH.search(text.lower, start, quantity.start):
        return True
    if noun.strip("左右上下多余以了的") or len(subject) > _SHORT:
        return False
    is_part = _PART_OF_A_SUM.fullmatch(subject) is not None
    if not (is_part or _CARRIES_MONEY.fullmatch(subject)):
        return False
    said = re.split("[。；！？;]", text.lower[start : quantity.start])[-1]
    if is_part and _WHO.search(said):
        return False
    return MONEY_WORDS_ZH.search(said) is not None and _COUNTED_ZH.search(said) is None


# 补贴发放至农户860万，已领取的有540万: who they are may be what is numbered.
_WHO = re.compile("[人户民客者员众迷粉](?=[0-9共达约近超逾有为总数]|$)")


def _is_named(noun: str) -> bool:
    """Whether what stands behind a number begins with a classifier, or has a noun that is known."""
    return bool(noun[0] in CLASSIFIERS or _PEOPLE.match(noun) or english_for(noun))


_PEOPLE = re.compile("[^，。；、的了在]{0,5}[人民者员户客迷粉众](?![工民币])")


_MONEY_NAMED = re.compile("美元|美金|港元|港币|欧元|日元|英镑|澳元|加元|新台币|台币|瑞郎")


def _named_money(subject: str) -> str:
    """The money of a number without a unit: 美元贷款2.3亿; "" where none is named."""
    *_, name = ["", *_MONEY_NAMED.findall(subject)]
    unit = unit_zh(name) if name else None
    return unit[1].key if unit else ""


def _names_money(subject: str) -> bool:
    """Whether money is said before a number, and behind it no number of others: 付费用户."""
    *_, last = [0, *(said.end() for said in MONEY_WORDS_ZH.finditer(subject))]
    is_number = _NUMBER_OF.search(subject, last) or _COUNTED_ZH.search(subject, last)
    return last > 0 and is_number is None


_NUMBER_OF = re.compile("数(?![额据字码智控量])|人次|量(?!化|级)")


def _counts(noun: str) -> bool:
    word = re.match(r"[a-z]+", noun.lower())
    if word:
        return is_counted_word(word[0]) and word[0] not in SINGULAR
    return noun[:1] in _COUNTING and bool(noun)


# and 盾, which are of Indonesia or Vietnam, and no yuan
_COUNTING = frozenset("个名位家人次款件条项台辆座种套张户股吨桶只盾")
