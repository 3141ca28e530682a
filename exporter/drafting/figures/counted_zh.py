"""What a number of Chinese text counts: 家门店, 名员工, or 台 where no noun is plain."""

from collections.abc import Iterable, Iterator, Sequence

from exporter.engine.regex import regex
from exporter.evidence.phrases_zh import FUNCTION, begins_rest
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.units import COUNT, KNOWN_UNITS

COUNTED_UNITS = tuple(unit for unit in KNOWN_UNITS.values() if unit.noun)
# A classifier that says by itself what is counted.
BY_CLASSIFIER = {
    "辆": "vehicles", "艘": "ships", "股": "shares", "架": "aircraft", "户": "households",
    "篇": "articles", "桶": "barrels", "票": "parcels", "班": "flights", "列": "trains",
    "棵": "trees", "头": "head", "张": "sheets", "枚": "pieces", "颗": "pieces", "支": "pieces",
    "片": "pieces", "只": "pieces", "套": "sets", "间": "rooms", "座": "sites", "栋": "buildings",
    "例": "cases", "起": "cases", "笔": "transactions", "单": "orders", "款": "products",
    "门": "courses", "部": "titles", "场": "events", "条": "lines",
    "份": "copies", "本": "copies", "册": "copies", "瓶": "bottles", "箱": "boxes", "杯": "cups",
    "名": "people", "位": "people", "人": "people", "台": "units", "项": "items", "件": "items",
    "次": "times",
}  # fmt: skip
_TELLING = frozenset("辆艘架股户篇桶票班列棵头瓶杯箱册")  # of which nothing else need be said
_LONGEST_ZH = 8  # characters of a noun
_PHRASE_ZH = regex(r"[^，。；：、！？的了和与及或并（(）)“”0-9\s]{1,16}")
# Adverbs and verbs that begin the rest of a clause, whatever the noun before them.
_REST_ZH = regex(
    "先后|实施|进行|启动|予以|合共|全面|全部|正式|陆续|成功|首次|共同|同时|纷纷|逐步|接入|使用|采用|支持|参与|服务|运营|投产"
    "|上线|落地|推出"
    "|获得|通过|跑在|成为|组成|构成|合作|签约|交付|销售|出口|下线|开工|开业|覆盖|遍布|分布|布局"
    "|铺设|左右|以上|以下|以内|量级|规模|级(?!市)"
)
# Why something is done with those counted: 两台主机|应船东要求延期, 12名员工|因事故受伤.
WHY_ZH = regex(
    "应(?=[^，。；]{1,8}?(?:要求|请求|邀请|邀))|因(?![素子特])|由于|鉴于|按(?![摩揭键钮])照?|遭(?=[^，。；]{2,})"
    "|受(?=[^，。；]{1,10}?(?:影响|拖累|干扰|冲击))|被(?![子套服褥])|经(?=[^，。；]{1,8}?(?:批准|同意|审[批核]))"
)
_AIM_ZH = regex("目标|任务|大关|关口|门槛|指标|计划|指引|预期|预测|上限|下限|红线|规模|水平|产能")
# A verb stands before these: 飞|了, 爬|上餐桌, 加|入.
_COMPLEMENTS_ZH = frozenset("了过着入上下出进起完走回开掉到")
_VERBS_LAST_ZH = frozenset("飞爬跑搬赚拿涌奔冲驶")
WORKING_DAYS = regex("个?(?:交易日|工作日|营业日|自然日)")
_PEOPLE_LAST_ZH = regex(
    "(?:(?:创作|投资|消费|使用|开发|志愿|参与|从业|订阅|读|患|受试|劳动|就业)者|粉丝|主播|商户|骑手|司机"
    "|机主|车主|股民|基民|会员|用户|客户|学员|网民|乘客|旅客|顾客|居民|农户|球迷|玩家|观众|听众)$"
)
_SAID_BEFORE_ZH = regex("[\u4e00-\u9fff]+")
_NUMBER_OF_ZH = regex("(?<=..)(?:总?数量?|总量|[人家个]数)$")
_BRANCHES_ZH = regex("[分子]公司$|分支机构$|分行$|支行$|营业部$")
# Nouns that begin as the rest of a sentence may: 研发中心, 数据接口.
_GOES_ON_ZH = (
    "中心", "中转", "中介", "用户", "接口", "进口", "出口", "购物", "下载", "用品", "用地", "投影",
)  # fmt: skip
# Places by what is done there: 5个交付中心, 2个出口基地.
_PLACE_ZH = regex(
    "[\u4e00-\u9fff]{2,4}?(?:中心|基地|网点|平台|机构|团队|部门|园区|门店|工厂|仓库|试点|项目)"
    "(?=[，。；、和及与]|$)"
)
_FAR = 4  # numbers before one whose noun it may share


def labels_zh(figures: Sequence[Figure], at: int) -> Iterator[str]:
    """What the words around a number of Chinese text name as counted, the likeliest first."""
    figure = figures[at]
    behind = figure.noun.replace("“", "").replace("”", "")
    if days := WORKING_DAYS.match(behind):
        yield days[0]
        return
    classifier = behind[:1] if behind[:1] in CLASSIFIERS else ""
    named = _named_behind(behind[len(classifier) :].lstrip())
    if named:
        own = f"{classifier}{named}"
        if _PLACE_ZH.fullmatch(named):  # 3个客户服务中心 are no customers
            yield from _known_zh(named[-2:])
        elif not _BRANCHES_ZH.search(named):
            yield from _known_zh(own)
        yield own
        if is_noun(named[:2]) and not _PLACE_ZH.fullmatch(named):
            yield f"{classifier}{named[:2]}"
    else:
        yield from _named_before(figures, at, classifier)
    if classifier:
        key = BY_CLASSIFIER.get(classifier, "")
        if key in KNOWN_UNITS and classifier in KNOWN_UNITS[key].zh:
            yield key
        yield classifier
        if key in KNOWN_UNITS:
            yield key


def _named_behind(rest: str) -> str:
    """The noun behind a number and its classifier; "" where the rest of the sentence begins."""
    if not rest or _AIM_ZH.match(rest):
        return ""
    if place := _PLACE_ZH.match(rest):
        return place[0]
    return _noun_of_table(rest, at_end=False) if begins_rest(rest) else _noun_zh(rest)


def _named_before(figures: Sequence[Figure], at: int, classifier: str) -> Iterator[str]:
    """What the words before a number name, else what those of a number before it do."""
    subject = figures[at].subject
    yield from _fitting(_known_zh(_counted_words(subject), before=True), classifier)
    noun = _noun_before(subject) or _people(subject, classifier) or _noun_of_deed(subject)
    if noun and classifier not in _TELLING and not _orders_of_things(noun, classifier):
        yield f"{classifier}{noun}"
    for before in reversed(figures[max(0, at - _FAR) : at]):
        if before.dimension == COUNT:
            yield from _named_by_another(before, classifier)


def _named_by_another(before: Figure, classifier: str) -> Iterator[str]:
    """What a number before one counts: 经销商数量为1432家，净减少57家."""
    own = _named_behind(before.noun[1:]) if before.noun[:1] in CLASSIFIERS else ""
    if own:
        yield from _known_zh(own)
        yield f"{before.noun[0]}{own}"
        return
    is_alike = before.noun[:1] == classifier != "" and classifier not in _TELLING
    if is_alike and (named := _noun_before(before.subject)):
        yield f"{classifier}{named}"
    yield from _fitting(_known_zh(_counted_words(before.subject), before=True), classifier)


def _counted_words(subject: str) -> str:
    """The words before a number without the company that does something with what is counted."""
    return _WHO_ACTS_ZH.sub("", subject)


# |公司|计划新开门诊6家; not: 合作|公司|45家, 公司|客户3200家
_WHO_ACTS_ZH = regex(
    "(?:^|(?<=[年月日度内期末]))(?:本|该|我)?(?:公司|集团|企业)(?=[\u4e00-\u9fff])"
)
# 公司计划新开|门诊|不超过6家: a place that the tables do not know, by what is done with it
_OPENED_ZH = regex(
    "(?:新开设?|开设|关闭|关停|关掉|新增|净增|增开|新建|自建|拓展|收购|运营|经营|拥有|设有|减少|增加|新设)了?"
    "(?P<noun>[\u4e00-\u9fff]{1,3}[店馆院所站厅吧房坊室场诊铺屋校园仓点柜社厂户商])$"
)


def _noun_of_deed(subject: str) -> str:
    """What is opened or closed before a number, by the last character of its name."""
    opened = _OPENED_ZH.search(subject)
    is_plain = opened is not None and FUNCTION.search(opened["noun"]) is None
    return opened["noun"] if opened is not None and is_plain else ""


def _orders_of_things(noun: str, classifier: str) -> bool:
    """Whether what is ordered is counted, and not the orders: 在手订单3.4万|台|."""
    return noun.endswith("订单") and classifier not in _MAY_BE["orders"]


def _fitting(keys: Iterable[str], classifier: str) -> Iterator[str]:
    """Those that a classifier may be of: 矿山2座 are no companies, 订单3.4万台 are machines."""
    return (key for key in keys if key not in _MAY_BE or classifier in _MAY_BE[key])


_MAY_BE = {"companies": ("", "家"), "orders": ("", *"笔单个份张项宗批条")}


def _people(subject: str, classifier: str) -> str:
    """People by what they are called before a number: 创作者1.3亿, 会员数6200万."""
    named = _PEOPLE_LAST_ZH.search(_NUMBER_OF_ZH.sub("", subject))
    return named[0] if named and classifier in {"", "名", "位"} else ""


def _known_zh(words: str, *, before: bool = False) -> Iterator[str]:
    """Known units by words of two characters or more; those nearer to the number come first."""
    found = [
        (len(words) - words.rindex(word) if before else words.index(word), -len(word), unit.key)
        for unit in COUNTED_UNITS
        for word in unit.words[1]
        if len(word) > 1 and word in words
    ]
    yield from dict.fromkeys(key for *_, key in sorted(found))


def _noun_zh(rest: str) -> str:
    """The noun that text begins with, up to what is said of it."""
    phrase = _PHRASE_ZH.match(rest)
    if phrase is None:
        return ""
    said = phrase[0]
    for end in range(1, len(said)):
        tail = said[end:]
        if (end == 1 and not _REST_ZH.match(tail)) or tail.startswith(_GOES_ON_ZH):
            continue
        is_why = WHY_ZH.match(tail) and not is_noun(said[: end + 1])
        if is_why or _REST_ZH.match(tail) or (begins_rest(tail) and not is_noun(said[: end + 1])):
            return _without_verb(said[:end], tail)
        if FUNCTION.match(tail) and not is_noun(said[: end + 1]):
            return _without_verb(said[:end], tail)
    if len(said) > _LONGEST_ZH or _NAMED_IN_LATIN.search(said):
        return ""
    return _without_verb(said, rest[len(said) :])


_NAMED_IN_LATIN = regex("[A-Za-z]$")  # 驰岳X7无人车


def _without_verb(noun: str, tail: str) -> str:
    """A noun without the verb that stands before 了 or 上: 全货机飞|了; "" if nothing is left."""
    is_verb = tail[:1] in _COMPLEMENTS_ZH or noun[-1] in _VERBS_LAST_ZH
    if not is_verb or is_noun(noun) or is_noun(noun[-2:]):
        return noun
    rest = noun[:-1]
    return rest if len(rest) > 1 else ""


def _noun_before(subject: str) -> str:
    """The last noun before a number, where the tables know it: 旗下门店总数达1286家."""
    runs = _SAID_BEFORE_ZH.findall(FUNCTION.sub(" ", subject))
    runs = [_NUMBER_OF_ZH.sub("", run) for run in runs]  # 会员数
    return next(filter(None, (_noun_of_table(run, at_end=True) for run in reversed(runs))), "")


def _noun_of_table(words: str, *, at_end: bool) -> str:
    """The longest noun of the tables with which words end, or begin; "" for none."""
    for length in (5, 4, 3, 2):
        part = words[-length:] if at_end else words[:length]
        if len(part) == length and is_noun(part):
            return part
    return ""
