"""Where a text names somebody whom the report knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from exporter.drafting.model import Named
from exporter.drafting.names.part_names import called_parts, part_names
from exporter.engine.regex import regex

# What companies have behind their names, and sources leave out.
_LEGAL_EN = regex(
    r",?\s+(?:inc|corp|corporation|company|co|ltd|limited|plc|llc|ag|se|s\.?a|n\.?v|gmbh|ab|asa|oyj"
    r"|group|holdings?|& co|securities|research)\.?$",
    re.IGNORECASE,
)
# What companies do, which sources leave out where the rest is a name: Northgate of Northgate
# Insurance, but not where another word follows: Northgate Capital.
_TRADE_EN = regex(
    r"\s+(?:bank|insurance|motors?|automotive|pharma|pharmaceuticals?|biotech|biosciences?"
    r"|therapeutics"
    r"|energy|power|airlines|airways|foods?|stores|retail|finance|financial|technologies|technology"
    r"|systems|industries|electronics|semiconductors?|software|networks|petroleum|oil|resources"
    r"|mining|steel|chemicals?|logistics|shipping|robotics|materials|solar|brewing|media|health"
    r"|healthcare|medical|supermarkets|grocers|cars|batteries|partners|capital|corp|markets"
    r"|wind|water|gas|rail|railways|telecom|minerals|metals|hotels|renewables|properties"
    r"|aerospace)$",
    re.IGNORECASE,
)
_TRADE_ZH = regex(
    "(?:汽车|医药|药业|制药|生物|能源|科技|电池|航空|酒业|电器|电子|软件|物流|快递|保险|食品|乳业|饮料|服饰|家居"
    "|旅游|文旅|酒店|乐园|景区|影业|影院|地产|置业|物业|医院|教育|网络|智能|机器人|通信|电气|电力|电源|机械|重工"
    "|化工|化学|矿业|铝业|铜业|锂业|水泥|建材|纸业|纺织|农业|牧业|饲料|船舶|轨道|铁路|机场|港口|高速|环保|水务"
    "|燃气|油气|石油|石化|财险|人寿|信托|期货|租赁|支付|咖啡|茶饮|餐饮|火锅|珠宝|玩具|乐器|眼科|口腔|牙科"
    "|种业|股份|集团|控股|证券|资本|游戏|传媒|超市|零售|重工|钢铁|材料|光伏|光能|医疗|器械|半导体|微电子)+$"
)
_SHORTEST_ZH = 2  # characters
# What begins many names, and is no name alone.
_GENERAL_ZH = frozenset(
    """
    中国 国际 全国 华东 华南 华北 华中 东方 南方 北方 西部 亚洲 环球 第一 联合 中央 大众 国家
    上海 北京 广州 深圳 天津 重庆 江苏 浙江 广东 山东 香港 台湾 智能 数字 新兴 绿色 现代 储能 动力
    海外 国内 组件 电动 云计算
    """.split()
)
_OTHER_NAME = regex(r"['’]?s?\s+(?!CEO|CFO|COO|CTO|AI\b|Inc|Corp|Ltd|Plc|plc|PLC|Co\b)[A-Z]")
_OF_MARKET = regex(r"\s+(?:prices?|futures|demand|markets?|stocks|exports|imports)\b")
_NEAR = 24  # characters before a name in which a word of it may begin
_CAPITAL_BEFORE = regex(r"\b(?!The\b|At\b|In\b|And\b|But\b)[A-Z][\w&’'-]*[\s-]+$")
_LEGAL_ZH = regex(r"(?:股份有限公司|有限责任公司|有限公司|控股集团|控股|集团|股份|公司|证券)$")
# Names that a document gives itself where it first names somebody: Harbour Bank plc (“Harbour”),
# Rural Bank (RB), 远洋银行股份有限公司（以下简称“远洋银行”）.
_SHORT = regex(r"""[^\S\n]*[(（](?:以下)?(?:简称|下称)?(?P<said>[^()（）\n]{2,80})[)）]""")
_QUOTED = regex('["“「]([^"”」]{2,30})["”」]')
_ACRONYM = regex(r"[A-Z][A-Z&]{1,6}")
_GENERIC = regex(
    r"(?:the |our )?(?:company|group|bank|parent|issuer|registrant|corporation|partnership|fund"
    r"|we|us|our)|本?(?:公司|集团|行|银行)|我们",
    re.IGNORECASE,
)
# A known name with one of these behind it is that of another: China Merchants Bank.
_GOES_ON_EN = regex(
    r"\s+(?:Bank|University|Foundation|Airlines|Insurance|Shipping|Expressway|Port|Award|Street"
    r"|Museum|Stadium|Fund)\b"
)
_GOES_ON_ZH = regex(r"银行|大学|基金会|研究院|体育场|博物馆|奖")
_ASCII = "[A-Za-z0-9]"


class Mention(NamedTuple):
    """A name in a text.

    Attributes:
        name: The English one of the report.
        start: Offset of its first character; `end` after its last, with a possessive.
        owns: Whether it is a possessive: DingTalk's, 钉钉的.
    """

    name: str
    start: int
    end: int
    owns: bool


class KnownNames:
    """The names of a report's entities, or brokers, and how sources say them."""

    def __init__(self, known: Sequence[Named], text: str = "") -> None:
        """Gather all forms.

        Args:
            known: Who is known.
            text: Of the source, which may give them names of its own.
        """
        self._forms: dict[str, str] = {}
        for one in known:
            for form in (*one.name, *one.aliases):
                self._forms.setdefault(_key(form), one.name.en)
        for one in known:
            for form in map(without_legal_form, one.name):
                if len(form) > 1:
                    self._forms.setdefault(_key(form), one.name.en)
        by_trade = dict(_by_trade(known, self._forms))
        self._trades = {form: by_trade[form] for form in by_trade if form not in self._forms}
        self._forms |= self._trades
        self._parts = {form for form, _ in part_names(known) if form not in self._forms}
        for form, name in part_names(known):
            self._forms.setdefault(form, name)
            for said in called_parts(form):
                self._forms.setdefault(said, name)
        spelled = list(self._forms)
        self._pattern = _pattern_of(spelled)
        self._lowered = _lowered(self._forms)
        if introduced := dict(self._introduced(text)):
            self._forms = {**introduced, **self._forms}
            self._lowered = _lowered(self._forms)
            self._pattern = _pattern_of([*spelled, *introduced])

    def begin_with(self, words: str) -> bool:
        """Whether a name begins with some words: who is called so is no stranger."""
        return any(form.startswith(words.casefold()) for form in self._lowered)

    def _introduced(self, text: str) -> Iterator[tuple[str, str]]:
        for mention in self.mentions(text):
            if not (found := _SHORT.match(text, mention.end)):
                continue
            said = found["said"]
            shorts = _QUOTED.findall(said)
            if not shorts and _ACRONYM.fullmatch(said.strip()):
                shorts = [said.strip()]
            for short in shorts:
                if not _GENERIC.fullmatch(short.strip()):
                    yield short.strip(), mention.name

    def mentions(self, text: str) -> list[Mention]:
        """The names in a text, in order; the longest where one holds another."""
        found = []
        for match in self._pattern.finditer(text) if self._forms else ():
            is_ascii = match["form"].isascii()
            if (_GOES_ON_EN if is_ascii else _GOES_ON_ZH).match(text, match.end()):
                continue
            form = match["form"]
            if _key(form) in self._trades and _OTHER_NAME.match(text, match.end("form")):
                continue
            if _key(form) in self._parts and not _is_part_named(match, text):
                continue
            name = self._name_of(form)
            owns = bool(match["own"]) or text.startswith("的", match.end())
            found.append(Mention(name, match.start(), match.end(), owns))
        return found

    def _name_of(self, form: str) -> str:
        spelled = _key(form)
        return self._forms.get(spelled) or self._lowered[spelled.casefold()]


def _is_part_named(match: re.Match[str], text: str) -> bool:
    """Whether the rest of a name stands for it: Cargo revenue, “窖藏15”; not Air Cargo Europe."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if not match["form"].isascii():
        return before.endswith(("“", '"', "「", "《"))
    behind = match.end("form")
    is_other = _OTHER_NAME.match(text, behind) or _OF_MARKET.match(text, behind)
    return not (_CAPITAL_BEFORE.search(before) or is_other)


def _by_trade(known: Sequence[Named], forms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names of companies without their trade, where no other name begins so."""
    for one in known:
        name = without_legal_form(one.name.en)
        yield from _by_trade_zh(one, forms)
        is_name = name.rsplit(" ", 1)[-1][:1].isupper()  # Container shipping is a trade itself
        short = _TRADE_EN.sub("", name) if is_name else name
        others = (form for form, whose in forms.items() if whose != one.name.en)
        if (
            short != name
            and len(short) > 2
            and not any(other.casefold().startswith(short.casefold()) for other in others)
        ):
            yield _key(short), one.name.en


def _by_trade_zh(one: Named, forms: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The same of a Chinese name: 启岳 of 启岳汽车."""
    short = _TRADE_ZH.sub("", one.name.zh)
    if short == one.name.zh or len(short) < _SHORTEST_ZH or short in _GENERAL_ZH:
        return
    if not any(short in form for form, whose in forms.items() if whose != one.name.en):
        yield short, one.name.en


def without_legal_form(name: str) -> str:
    """A company's name as people say it: Harbour of Harbour Group plc, 远洋 of 远洋集团."""
    pattern = _LEGAL_EN if name.isascii() else _LEGAL_ZH
    while (shorter := pattern.sub("", name)) != name and len(shorter) > 1:
        name = shorter
    return name


def _lowered(forms: Mapping[str, str]) -> dict[str, str]:
    return {form.casefold(): name for form, name in reversed(list(forms.items()))}


def _key(form: str) -> str:
    return re.sub(r"\s+", " ", form.strip())


def _pattern_of(forms: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(
        {_key(form) for form in forms if form.strip()}, key=lambda form: (-len(form), form)
    )
    spelled = "|".join(_spelled(form) for form in ordered)
    owned = f"(?P<own>(?<={_ASCII})(?:['’]s(?!{_ASCII})|(?<=s)['’]))?"
    legal = r"(?:,?[ ](?:Inc|Corp|Ltd|Limited|[Pp]lc|PLC|AG|SE|NV|LLC)\b\.?)?"
    return regex(f"(?P<form>{spelled or '(?!)'}){legal}{owned}(?:(?<={_ASCII})s(?!{_ASCII}))?")


# Digital billboards: in the middle of a sentence, digital billboards.
_COMMON = regex(r"[A-Z][a-z]+(?: [a-z][a-z-]+)*? [a-z][a-z-]*s")


def _spelled(form: str) -> str:
    """A pattern of a name: as written, in capitals, and of a common noun in a sentence too."""
    spellings = [form]
    if form.isascii() and form.upper() != form and len(form) > 3:
        spellings.append(form.upper())
    if form[:1].islower():
        spellings.append(form[0].upper() + form[1:])
    if _COMMON.fullmatch(form):
        spellings.append(form[0].lower() + form[1:])
    words = "|".join(r"\s+".join(map(re.escape, each.split(" "))) for each in spellings)
    first = f"(?<!{_ASCII})" if re.match(_ASCII, form) else ""
    last = f"(?!(?!s(?!{_ASCII})){_ASCII})" if re.search(f"{_ASCII}$", form) else ""
    return f"{first}(?:{words}){last}"
