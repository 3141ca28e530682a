"""English figures that measure a market, a trade or a country, and none of the report's companies.

The industry's order book, housing starts, copper prices, 7% of the world's fleet that a detour
absorbs, what a company forecasts of demand. A market that the report knows is whose they are.
"""

import re
from collections.abc import Sequence

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Guess, Named
from exporter.drafting.names.clauses import Words, clause_at
from exporter.drafting.names.market_forecasts import market_forecast
from exporter.drafting.names.market_prices_zh import is_a_goods_price
from exporter.drafting.names.markets import says_no_kind
from exporter.drafting.names.roles import Role
from exporter.engine.regex import regex
from exporter.facts.folding import fold

_COMMODITY = (
    r"(?:copper|iron[ -]ore|steel|scrap|(?:crude )?oil|crude|brent|diesel|fuel oil|jet fuel|natural"
    r" gas|gas|coal|lithium|nickel|zinc|tin|lead|aluminium|aluminum|cobalt|gold|silver|platinum"
    r"|palladium|uranium|wheat|corn|maize|barley|soybeans?|soya|sugar|coffee|cocoa|cotton|wool"
    r"|rubber"
    r"|palm[ -]oil|ammonia|urea|fertili[sz]er|timber|lumber|pulp|milk|butter|beef|pork|salmon|power"
    r"|electricity|carbon|polysilicon|memory|freight|charter|tanker)"
)
# Copper prices, spot rates from Shanghai: of a market, unless they are somebody's own.
_PRICES = regex(
    rf"\b(?:(?:spot|futures) (?:[a-z-]+ ){{0,2}}?(?:rates?|prices?)"
    rf"|{_COMMODITY} (?:spot |futures |export )?prices|(?:freight|charter) (?:rates|prices) (?:from"
    r"|on|between|to) (?-i:[A-Z]))",
    re.IGNORECASE,
)
_MACRO = regex(
    r"\b(?<!wage )(?<!cost )(?<!price )(?<!pay )(?<!food )(?<!salary )(?<!input"
    r" )(?<!like-for-like )"
    r"(?<!labour )(?<!labor )(?:(?:consumer price |headline |core |annual )?inflation(?! (?:in|of)"
    r" (?:its|our|their))|unemployment|jobless(?:ness| rate)|housing starts|building permits|GDP"
    r"|gross domestic product|house prices|mortgage approvals|consumer confidence|industrial"
    r" production|(?:new[- ])?(?:car|vehicle) registrations)\b",
    re.IGNORECASE,
)
_COUNTRY = (
    r"(?:Britain|England|Scotland|Wales|Ireland|America|Germany|France|Spain|Italy|China|India|Japan"
    r"|Europe|Australia|Canada|Brazil|Sweden|Norway|Poland|Turkey|Korea|Mexico)"
)
_NATION = (
    r"(?:UK|U\.S\.|US|EU|British|American|German|French|Spanish|Italian|Chinese|Indian|Japanese"
    r"|European|Australian|Canadian|Irish|Scottish|Dutch|Swedish|Polish)"
)
# Deaths in the UK fell; Britain's sandwich chains have closed | 900 | shops
_OF_COUNTRY = regex(
    r"\b(?:deaths|births|marriages|weddings|divorces|insolvencies|bankruptcies|house sales"
    r"|tourist arrivals|households) in (?:the )?[A-Z]"
    rf"|\b{_COUNTRY}['’]s (?:[a-z-]+ ){{0,3}}?(?:[a-z]+(?<!numb)(?<!ord)(?<!off)ers|chains"
    r"|companies|firms|banks|pubs|restaurants|shops|groups|households|airlines|hospitals|mines)"
    r" (?:have|had|has|are|were|will|[a-z]+)\b"
    # Britain has about | 460,000 | care home beds; the biggest five chains own | 14% | of them
    rf"|(?:^|[.;] )(?:But |And )?(?:{_COUNTRY}|The (?:UK|US)) (?:now |already |still )?(?:has|had)"
    r" (?!(?:been|become|made|the)\b)[^,;]{0,20}"
    r"|^[Tt]he (?:(?:biggest|largest|top|leading) )?(?:two|three|four|five|six|ten|[0-9]+)"
    r"(?: (?:biggest|largest|leading))? (?:chains|operators|companies|firms|groups|players|owners"
    r"|suppliers|makers|brewers|banks|landlords) (?:now |together |between them )*(?:own|control"
    r"|have|run|hold|make|account)\b"
    # Global spending on games is forecast to rise | 3.4%
    r"|\b[Gg]lobal (?:spending|demand|shipments|output) (?:on|of|for) (?!its|their|our|the\b)[a-z]"
)
# | A fifth | of all UK funerals
_OF_ALL = regex(
    r"[^,;.]{1,18}? of (?:all|every) (?:the )?"
    rf"(?:{_NATION} [a-z]|[a-z-]+ in (?:the )?(?:{_COUNTRY}|UK|US|EU)\b)"
)
_SOMEBODY = regex(
    r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Ww]e|[Oo]ur|[Tt]he (?:company|group|firm|chain))\b"
)
_OWNED = regex(
    r"\b(?:the|this|that) (?:[a-z-]+ ){0,2}?(?:industry|sector|market|country|nation|world)['’]s "
    # What a company is called, the world's leading maker, is no world's.
    r"(?!(?:[a-z]+[ -])?(?:leading|largest|biggest|foremost|premier|first|best|top|only|oldest)\b)"
    r"|(?:^|[,;] |\b(?:while|as|but|and) )(?:average )?(?:industry|sector)(?:[- ]wide)? [a-z]+ ",
    re.IGNORECASE,
)
_GOES_ON = regex(rf"(?: ?to|,(?: (?:up|down))?) {ABOUT}[A-Z]{{0,3}}\W?")
# What another has or does with it: Acme's share of the industry's backlog; a half of it.
_NOT_ITS = regex(
    r"\b(?:its|our|their|we|his|her|shares? of|part of|percent of|cent of|reali[sz]ed|achieved"
    r"|average selling)\b|%",
    re.IGNORECASE,
)
# Would idle around | 12% of the world's trucks
_TAKEN_OUT = regex(
    r"\b(?:absorb|idle|affect|tie up|take out|sideline|remove|disrupt|strand|knock out|lock up"
    rf"|hold up|delay|reroute)(?:s|d|ed|ing)? {ABOUT}$",
    re.IGNORECASE,
)
_OF_WORLD = regex(
    r"\d[\d.,]*(?: ?%| per ?cent)? of (?:(?:the )?(?:world|industry|country|nation|sector|market)"
    r"['’]s|the (?:global|world|national)|global|worldwide) "
)
# Compared with | 6.8 times for the sector
_FOR_SECTOR = regex(
    r"\d[\d.,]*(?: ?(?:%|x\b|times|per ?cent)| [a-z]+)?(?: (?:earnings|book|sales))?"
    r"(?: on average)? (?:for|across) (?:the |its )?(?:[\w-]+ ){0,3}?(?:sector|industry|market"
    r"|peer group"
    r"|peers)\b"
)
# 今年前9个月|全国叉车销量|为104.3万台，同比增长|7.8%|: not what somebody sold in the whole country
_NATIONWIDE_ZH = regex(
    r"(?:^|[，。；])(?:[^，。；]{0,12}[年月日季度期间份周])?(?:全国|全球|国内|我国|中国)"
    r"(?![^，。；]*(?:门店|网点|经销|直营|渠道|客户|公司|旗下|子公司))[^，。；0-9]{1,8}?"
    r"(?:销售?量|产量|保有量|消费量|需求量|出货量|装机量|进口量|出口量|库存)(?:[为达共约近超逾至到了]|合计)*"
    r"(?:[0-9][0-9.,]*[^，。；0-9]{0,4}，(?:同比|环比)[^，。；0-9]{0,6})?$"
)
_MARKET_NAME = regex(
    r"\b(?:market|industry|sector|trade)s?$|(?:行业|行業|产业|產業|市场|市場|大盘|大盤)$",
    re.IGNORECASE,
)
_TRADE_NAME = regex(r"[A-Z][\w-]+(?: [\w-]+)* [a-z][\w-]+")
_TRADE = regex(r"\b(?:industry|sector|market|trade)\b|行业|市场", re.IGNORECASE)
_ANY_MARKET = "or is it another market?"
_SHORTEST = 4  # letters of a word that tells markets apart


def is_of_a_market(words: Words, start: int) -> bool:
    """Whether a figure measures a market, and nobody.

    Args:
        words: Its sentence, read.
        start: Offset of its first digit or sign.
    """
    text = words.text
    if _NATIONWIDE_ZH.search(text[:start]) or _is_price_of_goods(words, start):
        return True
    if _FOR_SECTOR.match(text, start) or market_forecast(text, start) is not None:
        return True
    a, _ = clause_at(words, start)
    if _GOES_ON.fullmatch(text[a:start]):  # fell 9% since May, to | $8,310
        a = max((first for first, last in words.clauses if last < a), default=a)
    before = text[a:start]
    if _TAKEN_OUT.search(before) and _OF_WORLD.match(text, start):
        return True
    nobody = not (any(one.end <= start for one in words.names) or _SOMEBODY.search(text[:start]))
    if nobody and _OF_ALL.match(text, start):
        return True
    owner = _OWNED.search(before) or _OF_COUNTRY.search(before)
    said = owner or _PRICES.search(before) or _MACRO.search(before)
    if said is None:
        return False
    begins = a + said.start()
    named = [one for one in words.names if begins <= one.start < start or one.end == begins - 1]
    is_own = any(words.role(one) is Role.SUBJECT for one in named)
    return not (is_own or _NOT_ITS.search(text[a:begins]) or _joined(text[begins:start]))


def _is_price_of_goods(words: Words, start: int) -> bool:
    """Whether a Chinese sentence tells what goods trade at before it names anybody."""
    is_anybodys = any(one.end <= start for one in words.names)
    return not is_anybodys and is_a_goods_price(fold(words.text)[:start])


_JOINED = regex(r"\b(?:and|while|but|after|as|which) (?:it|its|the|we|our|they)\b")


def _joined(between: str) -> bool:
    """Whether another is told of before the figure: prices fell, and its sales rose."""
    return _JOINED.search(between) is not None


# Across the UK, | 1.4mn | bicycles were sold last year
_SOLD_IN = regex(
    r"^(?:Across|Throughout|In|All over|Over) (?:all of |the whole of )?(?:the )?"
    r"(?P<place>[A-Z][\w.]*(?: [A-Z][\w.]*)*)(?: as a whole)?, (?:[a-z-]+ ){0,3}[0-9][^,;]{2,60}?"
    r" (?:were|was|have been) (?:sold|registered|bought|shipped|delivered|imported|made|produced"
    r"|built)\b"
)


class MarketNames:
    """The markets among a report's entities.

    Attributes:
        others: How many of them are none.
    """

    def __init__(self, entities: Sequence[Named], text: str) -> None:
        """By their names: Container ports market, 中国乳业行业.

        A trade (Container shipping) may as well be a part of a company, which its source names.
        """
        firsts = [one.name.en.split(" ")[0] for one in entities]
        self._markets = [
            one
            for one, first in zip(entities, firsts, strict=True)
            if any(map(_MARKET_NAME.search, one.name))
            or (
                _TRADE_NAME.fullmatch(one.name.en) is not None
                and firsts.count(first) == 1
                and one.name.en.casefold() not in text.casefold()
            )
        ]
        told = text.casefold()
        self._named = [
            one for one in self._markets if any(name.casefold() in told for name in one.name)
        ]
        companies = [one for one in entities if one not in self._markets]
        self.others = len(companies)
        names = [name for one in companies for name in (*one.name, *one.aliases)]
        self._others = sorted(filter(None, names), key=len, reverse=True)

    def of(self, text: str) -> Guess[str]:
        """The one that a sentence about a market is about; "" where none is."""
        told = text.casefold()
        here = [one for one in self._markets if not _is_elsewhere(one, text)]
        shared = [one for one in here if any(word in told for word in _words_of(one))]
        if not shared and (plain := self._without_names(text)):
            shared = [one for one in here if any(map(plain.count, _goods_of(one)))]
            shared = shared or [one for one in here if _tells_of_goods(one, plain)]
        if len(shared) == 1:
            return Guess(shared[0].name.en)
        if len(self._markets) == 1 and _TRADE.search(text) is not None:
            is_it = self._markets == self._named and says_no_kind(text)
            return Guess(self._markets[0].name.en, "" if is_it else _ANY_MARKET)
        return Guess("")

    def sold_in(self, text: str) -> str:
        """The market of a country in which a sentence says how much of its goods was sold."""
        found = _SOLD_IN.match(text)
        market = self.of(text).value if found is not None else ""
        if found is None or found["place"] not in market.split():
            return ""
        goods = market.replace(found["place"], "").casefold().split()
        told = text[found.end("place") :].casefold()
        return market if any(one in told for one in goods if not _TRADE.search(one)) else ""

    def _without_names(self, text: str) -> str:
        """A Chinese text without the names of companies, which may sell what they are called by."""
        for name in self._others if _HAN.search(text) else ():
            text = text.replace(name, "")
        return text if _HAN.search(text) else ""


_HAN = regex("[\u4e00-\u9fff]")
_AROUND = regex("^(?:中国|全国|国内|内地|大陆|全球|世界|我国)|(?:行业|产业|市场|大盘)$")
_SHORTEST_ZH = 2  # characters of what a market is of


def _goods_of(one: Named) -> list[str]:
    """What a market is of by its Chinese names: 全国|叉车|市场."""
    names = [fold(name) for name in (*one.name, *one.aliases) if _HAN.search(name)]
    goods = [_AROUND.sub("", name) for name in names if _MARKET_NAME.search(name)]
    return [what for what in goods if len(what) >= _SHORTEST_ZH]


_MOST_ZH = 3  # characters by which a text tells of what a market is of, though not all of them


def _tells_of_goods(one: Named, text: str) -> bool:
    """Whether a text names most of what a market is of: 退役|动力电池|, of 动力电池回收行业."""
    return any(
        goods[at : at + size] in text
        for goods in _goods_of(one)
        if (size := max(_MOST_ZH, -(-2 * len(goods) // 3))) < len(goods)
        for at in range(len(goods) - size + 1)
    )


def _words_of(one: Named) -> list[str]:
    """The words of a market's names that tell it from others."""
    named = [fold(name) for name in (one.name.zh, *one.aliases)]
    stems = [_stem_zh(name) for name in named if IS_MARKET_ZH.search(name)]
    names = " ".join((one.name.en, *one.aliases)).casefold()
    told = [word for word in names.split() if len(word) >= _SHORTEST and not _TRADE.search(word)]
    return told + [stem for stem in stems if len(stem) > 1]


IS_MARKET_ZH = regex("(?:行业|产业|市场|大盘)$")
_HOME_ZH = regex("国内|中国|全国|我国|本土|内地|大陆")
_ABROAD_ZH = regex("全球|世界|海外|国际|欧洲|北美|美国|日本|东南亚|境外")


def _stem_zh(name: str) -> str:
    """What a Chinese market is a market of: 电梯 of 中国电梯行业."""
    return re.sub(f"^(?:{_HOME_ZH.pattern}|{_ABROAD_ZH.pattern})", "", IS_MARKET_ZH.sub("", name))


def _is_elsewhere(one: Named, text: str) -> bool:
    """Whether a sentence tells of the whole world, and a market's name of the country, or so."""
    name = fold(one.name.zh)
    is_home, is_abroad = _HOME_ZH.search(name), _ABROAD_ZH.search(name)
    if is_home is not None and _ABROAD_ZH.search(text) and not _HOME_ZH.search(text):
        return True
    return is_abroad is not None and is_abroad[0] not in text
