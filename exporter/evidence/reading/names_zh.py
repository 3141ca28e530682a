"""Chinese names and marks that hold a number: 沪深300, 附注14, 科苑路3099号, 通义千问2.0."""

from exporter.engine.regex import regex
from exporter.evidence.reading.bracketed_codes_zh import is_of_a_share
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.plain import NAMING_ZH, PRODUCTS_ZH
from exporter.evidence.reading.vocabulary.units import unit_zh

_DOUBLE = regex(r"[“\"「]?双\s?$")
_BEFORE_ZH = regex(
    r"(?:沪深|中证|标普|上证|深证|世界|财富|科创|民企|民营企业|纳斯达克|日经|恒生"
    r"|富时|道琼斯|罗素|创业板|国证|北证|年中|天猫|京东)[“\"]?\s?$"
    r"|(?:图片?|图表|附[注件录图]|(?<![代手电仪水钟腕怀])表格?|注释?|(?<![0-9一二三四五六七八九十百两几数多余])条款?|第[0-9一二三四五六七八九十百]{1,6}条款?|版本|型号|致电|拨打|[转直请速]拨|房间|第|议案|简称|信箱)[一二三四五六七八九十]{0,3}[、:：]?\s?[（(]?$"
    r"|(?:千问|文心|星火|混元|盘古|豆包|智谱|百川|言犀|日日新|悟道|天工|商量|鸿蒙|安卓)(?:大模型)?\s?$"
)
_CODE_ZH = regex(
    r"(?:编号|代码|电话|传真|热线|邮编|邮政编码|微信|手机|[验证会议邀请提取密条]码|口令|分机|内线|[统税]编|税号|qq|(?<![一二三四五六七八九十])号码?)"
    r"[为是]?:?\s?[(]?$"
)
# 股份代号:2871(港币柜台)及82871: a further code behind what is said of the first.
_FURTHER_CODE = regex(
    r"代[码号]为?[:：]?\s?(?:[0-9]{3,6}(?:\.[a-z]{2})?[)）]?\s?(?:[(（][^()（），。；]{1,12}[)）])?\s?(?:[及和与、/,，]|以及)\s?){1,3}$"
)
# 甲公司(股票代号:3661)与乙公司|(2597): a code in brackets beside one that is labelled, or listed.
_BESIDE_A_CODE = regex(
    r"[(（][^()（）。；]{0,8}(?:代[码号][^()（）。；]{0,12}|[0-9]{3,6}[.-](?:hk|sh|sz|bj|tw|two|us))[)）][^。；]{0,30}[(（]$"
)
_LAST_OF_LABELS = frozenset("号码话真线编信机令为是:( q")
_MAY_END_NAMES = {char for char in _BEFORE_ZH.pattern if char >= "\u4e00"} | set(' “"、:：（(')
_ADDRESS = 40  # characters
_ADDRESS_ZH = regex(r"(?:地址|住所|办事处|辦事處|注册地)[:：为在于][^，。；,;]*$|[0-9]{3,4}转$")
_ADDRESS_WORDS = ("址", "住所", "事处", "事處", "注册地", "转")
# 科苑南路3099号A座18层1806会议室: what follows the number of a house, and of a part of it.
_HOUSE = regex(
    r"[路街道巷弄里村][东西南北中]?(?:[一二三四五六七八九十]段)?[甲乙丙丁]?[0-9]{1,5}(?:-[0-9]{1,3})?[号號]"
    r"[^，。；,;]{0,20}(?<![共有高设达])$"
)
_DAY_DIGITS = 4
# 见“五、3.”中的说明, （附注七、15）, “第六节、12”: the number of a part of a text.
_PART_BEFORE = regex(
    r"(?:[“\"「(（之见节注][一二三四五六七八九十]{1,3}|第[一二三四五六七八九十0-9]{1,3}[节章编篇条部](?:分)?)"
    r"、(?:\([一二三四五六七八九十]{1,3}\))?$"
)
# 注释”之23、商誉; 第36条之1
_PART_OF = regex('(?:[”"」』)）]|[0-9一二三四五六七八九十百]条)之$')
_PART_BEHIND = regex(r"[.、]?[”\"」)）]")
# “520”期间, 99大促, 315晚会: days by their dates.
_SHOPPING_DAY = regex(
    r"大促|购物节|狂欢节|年货节|晚会|[”\"][^，。；]{0,3}(?:大促|节|晚会|期间|前后|当[天日]|预售|战报|活动)"
    # “99划算节”
    r"|(?![个场届家年月天部款种次])[^，。；、”\"0-9]{1,4}(?<![章环季细时])节[”\"]"
    r"|年中(?:购物|大促|狂欢|促销)|(?:购物|狂欢|划算|会员|年货|汽车|家装|消费|宠粉|粉丝)节"
    r"|节[”\"]?(?:期间|前后|当[天日]|大促|促销)"
)
# 985高校, 211大学: of programmes that are called so.
_PROGRAMMES = frozenset({"985", "211"})
_SCHOOLS = regex('[”"]?(?:[/、和及与][“"]?(?:985|211)[”"]?)?(?:高校|院校|大学|名校|工程|重点)')
_LAST_OF_PRODUCTS = frozenset(name.rstrip("-")[-1] for name in PRODUCTS_ZH.split("|"))
_PRODUCT_ZH = regex(rf"(?:{PRODUCTS_ZH})-?\s?$")
_COUNTS_ZH = regex(
    r"\s?[万亿%千百.多余倍个家款名位台辆座项件种人次天年月日元吨份架艘枚发条所间只部支笔场块颗片克米层]"
)
_COUNTS_ALL_THE_SAME = regex(
    r"\s?[万亿%千百.]|\s?(?:个点|点|家|张|[间台辆](?!的)|个(?!人)|名(?![称单义词])|只)"
)
_NEAR = 8  # characters
_HOURS = regex(
    r"(?:上午|下午|午后|清晨|深夜|晚上?|凌晨|中午|早上?|傍晚)(?:[0-9]{1,2}[时点][至到-])?$"
)
_VERSION = regex(r"[0-9]{1,2}\.0(?![0-9]|\s?[万亿千百%个元倍])")
# 旧版|3.1, 固件|2.14
_VERSION_ZH = regex("(?:[新旧老本]版|版号|固件|内核)v?\\s?$")
_DOTTED = regex(r"[0-9]{1,2}\.[0-9]{1,2}(?![0-9]|\s?[万亿千百%个元倍])")
_SECTION = regex(r"[0-9]{1,2}\.[0-9]{1,2}\s(?=[\u4e00-\u9fff]{2})")
_VERB_ZH = frozenset("为达至到约近超增是于过逾从升降长了比率值数额量有共计和及或与、，均")


def is_section_zh(text: Text, at: int) -> bool:
    """2.1 经营模式: the number of a heading, with white space and no unit behind it."""
    heading = _SECTION.match(text.lower, text.starts[at])
    if heading is None or _COUNTS_ZH.match(text.lower, heading.end()):
        return False
    return unit_zh(text.lower[heading.end() : heading.end() + 6]) is None


def is_labelled_zh(text: Text, at: int) -> bool:
    """CAS号为7732-18-5, 邮编为310053, 会议码668899."""
    start = text.starts[at]
    near = text.lower[max(0, start - _NEAR) : start]
    if near[-1:] in _JOINS_CODES and _is_further_code(text, at):
        return True
    return (
        near[-1:] in _LAST_OF_LABELS
        and bool(near)
        and _CODE_ZH.search(near) is not None
        and not _COUNTS_ALL_THE_SAME.match(text.lower, text.ends[at])
    )


_JOINS_CODES = frozenset("及和与、/,，(（")
_CODE_DIGITS = range(3, 7)
_BRACKETS = frozenset("()（）")


def _is_further_code(text: Text, at: int) -> bool:
    start = text.starts[at]
    word, first = text.words[at], max(0, start - _ADDRESS)
    if text.word(at - 1) in _BRACKETS and text.word(at + 1) in _BRACKETS:
        is_short = word.isdecimal() and len(word) in _CODE_DIGITS
        if is_short and is_of_a_share(text, at):
            return True
        return is_short and _BESIDE_A_CODE.search(text.lower, first, start) is not None
    is_code = word.isdecimal() and not _COUNTS_ZH.match(text.lower, text.ends[at])
    return is_code and _FURTHER_CODE.search(text.lower, first, start) is not None


_OF_A_ROW = regex(
    r"(?:图|图片|图表|附图|附表|附录|附注|附件|表|表格|注|条款?)[一二三四五六七八九十]{0,3}$"
)
_GOES_ON = frozenset("- — – ~ 至 到 、 和 及 与".split())


def end_of_row_zh(text: Text, at: int) -> int:
    """The index after the numbers that a label names, of which the first is at `at`: 表3-2."""
    end = at + 1
    if not _OF_A_ROW.search(text.lower, max(0, text.starts[at] - _NEAR), text.starts[at]):
        return end
    while (
        text.word(end) in _GOES_ON
        and text.word(end + 1)[:1].isdecimal()
        and not text.used[end + 1]
        and (
            text.lower.startswith("所示", text.ends[end + 1])
            or not _COUNTS_ZH.match(text.lower, text.ends[end + 1])
        )
    ):
        end += 2
    return end


_NAMING_WORDS = tuple(
    (
        "强劲 强于 强化 强度 强烈 强制 强势 强者 号召 路演 版税 版权 节省 节约 节电 级别以 路由 "
        "章节 号角 系统 系数 节车 节课 节电池"
    ).split()
)
# 一类新药, 三类医疗器械: a class that the authorities have; 两类新药 are counted, and so is 共三类.
_CLASS = regex(
    "类(?:创新|改良型|生物|化学|化药|中药|仿制|进口|国产|[预治]防?疗?用)*"
    "(?:[新药]药?(?!企|房|店|厂)|生物制品|疫苗|医疗器械|器械|精神药品|精神类|注册证|证(?![券书明据]))"
)
# 二代产品 is of a generation; 共三代产品 are counted.
_GENERATION = regex(
    "代(?:产品|机型|芯片|处理器|平台|身份证|半导体|车型|疫苗|药物|电池|技术|系统|工艺|架构|手机|耳机"
    "|眼镜|测序|光刻机|战机|征信|火箭|发动机|机器人|酷睿|骁龙|锐龙)"
)
_ARE_COUNTED = ("共", "有", "共计", "合计", "分为", "涵盖", "覆盖", "包括", "新增", "涉及", "等")
_ARE_GENERATIONS = (
    *_ARE_COUNTED,
    *"推出 发布 开发 研发 历经 经历 迭代 更新 更迭 了 过 至少 超过 约 近".split(),
)


_FIRST_FEW = regex("大(?![于约概致幅体])")


def is_class_zh(lower: str, start: int, end: int) -> bool:
    """Whether a numeral names a class, a generation or a rank: 一类新药, 二代产品, 前十大股东."""
    if _FIRST_FEW.match(lower, end) and lower[start - 1 : start] == "前":
        return True
    if lower[end : end + 1] not in {"类", "代"} or lower[start] == "两" or end > start + 3:
        return False
    if lower[end] == "代":
        is_generation = _GENERATION.match(lower, end) is not None
        return is_generation and not lower.endswith(_ARE_GENERATIONS, 0, start)
    is_class = lower[start] == "一" or _CLASS.match(lower, end) is not None
    return is_class and not lower.endswith(_ARE_COUNTED, 0, start)


# 共12章 are so many, where 第12章 and 3.2节 are names.
_IN_ALL = ("共", "共有", "共计", "合计", "分为")


_IN_SECTIONS = tuple("车厢 客车 货车 机车 课程 课 电池 电芯 干电池".split())  # 车厢|640节


# 航速降至13.2节, 以14节的速度: knots
_SPEED = regex("(?:[航船时流风车]速|速度|巡航|航行)[^，。；、0-9]{0,6}$")
_AT_A_SPEED = regex("节(?:的?[航船时]?速)")


def _is_counted_in_sections(text: Text, start: int) -> bool:
    """Whether 节 behind a number are coaches, lessons or knots, and no section of a text."""
    if text.lower.endswith(_IN_SECTIONS, 0, start):
        return True
    end = text.ends[text.at(start)]
    is_speed = _SPEED.search(text.lower, max(0, start - _NEAR), start) is not None
    return is_speed or _AT_A_SPEED.match(text.lower, end) is not None


def is_numbered_zh(text: Text, at: int) -> bool:
    """沪深300, 附注14, 1688号, 23楼, 双11, 通义千问2.0."""
    start, end = text.starts[at], text.ends[at]
    after = text.lower[end : end + 4]
    is_naming = after.lstrip().startswith(NAMING_ZH) and not after.startswith(_NAMING_WORDS)
    if is_naming and not text.lower.endswith(_IN_ALL, 0, start):
        return not (after[0] == "节" and _is_counted_in_sections(text, start))
    if is_class_zh(text.lower, start, end):
        return True
    if text.lower.startswith("止", start - 1) and after.startswith(("个月", "年度")):
        return True  # 截至6月30日止6个月
    if _is_called_by_digits(text, at):
        return True
    near = text.lower[max(0, start - _NEAR) : start]
    return bool(near) and (
        _is_quoted_name(text, at)
        or _is_part(text.lower, near, end)
        or _is_of_address(text.lower, start)
        or _is_product(text.lower, near, end)
        or ((near[-1] >= "\u2000" or near[-1] in " (:") and _is_behind_name(text, at, near))
    )


def _is_called_by_digits(text: Text, at: int) -> bool:
    """Whether digits are what a shopping day or a school goes by: 99大促, 985高校."""
    start, end = text.starts[at], text.ends[at]
    if text.words[at] in _PROGRAMMES:
        return _SCHOOLS.match(text.lower, end) is not None
    is_short = text.words[at].isdecimal() and end - start < _DAY_DIGITS
    return is_short and _SHOPPING_DAY.match(text.lower, end) is not None


def _is_part(lower: str, near: str, end: int) -> bool:
    """Whether a number is that of a part of a text, alone or listed behind others."""
    if _PART_OF.search(near):
        return True
    is_listed = near[-1] in "、)" and _PART_BEHIND.match(lower, end) is not None
    return is_listed and _PART_BEFORE.search(near) is not None


def _is_of_address(lower: str, start: int) -> bool:
    begin = max(0, start - _ADDRESS)
    before = lower[begin:start]
    if any(map(before.__contains__, _ADDRESS_WORDS)) and _ADDRESS_ZH.search(lower, begin, start):
        return True
    return "号" in before and _HOUSE.search(lower, begin, start) is not None


def _is_product(lower: str, near: str, end: int) -> bool:
    if near.rstrip(" -")[-1:] not in _LAST_OF_PRODUCTS or _PRODUCT_ZH.search(near) is None:
        return False
    return _COUNTS_ZH.match(lower, end) is None


# 债券简称“25示城01”, 注册证编号“国械注准20253070415”: what is in the quotation marks.
_QUOTED = regex(
    r"(?:称|代码|代号|编号|[证文批案单]号|字号|注册证|许可证|命名为|名为|叫做?|型号)[为是:：]?[“\"「『][^”\"」』，。；]*$"
)


_OPENS = frozenset('“"「『')


def _is_quoted_name(text: Text, at: int) -> bool:
    start = text.starts[at]
    if _OPENS.isdisjoint(text.lower[max(0, start - _ADDRESS) : start]):
        return False
    return _QUOTED.search(text.lower, max(0, start - _ADDRESS), start) is not None


def _is_behind_name(text: Text, at: int, near: str) -> bool:
    start, end = text.starts[at], text.ends[at]
    if _DOUBLE.search(near) and text.words[at] in {"11", "12"}:
        return True
    if text.lower[end : end + 1] in {"时", "点"} and _HOURS.search(near):
        return True
    if (
        near[-1] in _MAY_END_NAMES
        and _BEFORE_ZH.search(near)
        and not _COUNTS_ALL_THE_SAME.match(text.lower, end)
    ):
        return True
    if _VERSION_ZH.search(near) and _DOTTED.match(text.lower, start):
        return True
    is_name = near[-1] >= "\u4e00" and near[-1] not in _VERB_ZH
    is_name = is_name and unit_zh(text.lower[end : end + 6]) is None
    return is_name and _VERSION.match(text.lower, start) is not None
