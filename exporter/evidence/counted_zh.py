"""Whether a figure of Chinese text counts what a label names: 17条产品线, 开店126家, 代表2名."""

from collections.abc import Sequence
from itertools import chain

from exporter.engine.regex import regex
from exporter.evidence.kinds_zh import NOUNS_ZH, is_done_to, is_kind_of, is_of_goods, is_of_one
from exporter.evidence.labels_zh import split_label
from exporter.evidence.phrases_zh import (
    DONE_WITH,
    FUNCTION,
    MOVED,
    VERBS,
    begins_rest,
    ends_phrase,
    is_of_a_change,
    is_size_of_next,
)
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import english_for, is_noun
from exporter.evidence.reading.vocabulary.units import (
    CLASSIFIED_NOT,
    CLASSIFIERS,
    GENERIC_CLASSIFIERS,
)
from exporter.facts.units import COUNT

_OF_PEOPLE = frozenset("名位")
# What people are called, by the end of the word: 公司现有63名 are no companies.
_PEOPLE = regex(
    "(?:[员者人师生工户客民手长士兵童众东事管播授宾友妇徒星主儿属]|[开研]发|(?<![国厂])家|[雇聘招录]用|代表|顾问|司机|教练"
    "|干部|经理|助理|主任|法官|会计|编辑|警察|导游|保安|同学|伙伴|老板|选手|领导|例|亲|商|日活|月活)$"
)
_OF_A_WHOLE = frozenset("集页层")  # 纪录片32部 are no 32 episodes
_OF_GROUPS = frozenset("类组批")  # 用户分为3类 are no three users
_OWN_CLASSIFIERS = (CLASSIFIERS - GENERIC_CLASSIFIERS) | {"座"}


# 1,280万台|注1: a footnote
_NOTE = regex(r"(?<=^[\u4e00-\u9fff])\s?[(（]?注[0-9]{1,2}[)）]?$")
# 3家|位于新加坡的|门店: where the things are, which are named behind.
_PLACED = regex(
    "(?<=^[\u4e00-\u9fff])(?:位于|地处|坐落[于在]|分布[于在]|[设开建]在|设于|来自|落户)[^，。；、的]{1,12}的(?=[^，。；、])"
)


def counts_zh(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    """Whether the figure at an index counts what one of some Chinese labels names."""
    return _counts(figures, at, labels) or _counts_deeds(figures, at, labels)


def _counts(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    figure = figures[at]
    after = _NOTE.sub("", figure.noun.replace("“", "").replace("”", ""))
    after = _PLACED.sub("", after)
    is_classified = after[:1] in CLASSIFIERS and not after.startswith(CLASSIFIED_NOT)
    classifier = after[:1] if is_classified else ""
    rest = after[1:].lstrip() if classifier else after
    ends = begins_rest(rest) or is_of_a_change(figures, at, rest)
    labels = [label for label in labels if _may_be(label, classifier, after, rest, ends=ends)]
    if _names_another(figure.subject, labels) and ends:
        return False
    if any(_is_named_zh(after, classifier, rest, label, ends=ends) for label in labels):
        return True
    split = [split_label(label) for label in labels]
    if any(_is_classified(classifier, label, ends=ends) for label in split):
        return not _is_of_another(figures, at, split)
    if not ends and not (classifier in {"人", "名"} and rest.startswith(VERBS)):
        return False
    kinds = GENERIC_CLASSIFIERS - _OF_GROUPS
    if classifier not in kinds | {"", *(of for of, _ in split)}:
        return False  # 员工持股3000万股 counts shares, and no employees
    nouns = [noun for _, noun in split if len(noun) > 1]
    subject = _own_subject(figures, at)
    is_last = any(
        _is_last_zh(subject, noun, classifier) or is_done_to(subject, noun) for noun in nouns
    )
    if is_last or _are_named_shortly(subject, classifier, split):
        return True
    if classifier and (group := _GROUP_ZH.fullmatch(subject)):
        subject = subject[group.end() :]  # 对照组有14名患者复发，|治疗组|有9名
    subject = _OF_WHICH.sub("", subject)  # 其中海外|87家
    subject = _AT_A_TIME.sub("", subject)
    if not _OF_OTHERS.match(subject):
        subject = _WHICH.sub("", subject)  # 获奖的|仅45家
    subject = DONE_WITH.sub("", subject)
    return not FUNCTION.sub("", subject).strip() and _carried_zh(figures, at, split, classifier)


# 船舶4380艘次, 旅客2760万人次: how often ships called and passengers flew, and no number of them.
_OF_DEEDS = regex("[人艘架辆车班台列例件户船趟]次")


def _counts_deeds(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    """Whether a label has the classifier of deeds that stands behind the figure: 艘次船舶."""
    noun = figures[at].noun
    if not _OF_DEEDS.match(noun):
        return False
    of_deeds = [label[2:] for label in labels if label[:2] == noun[:2] and len(label) > 3]
    doing = [*figures[:at], figures[at]._replace(noun=noun[2:]), *figures[at + 1 :]]
    return bool(of_deeds) and _counts(doing, at, of_deeds)


def _may_be(label: str, classifier: str, after: str, rest: str, *, ends: bool) -> bool:
    """Whether a classifier may be of what a label names."""
    if classifier in _OF_PEOPLE:
        return _may_be_people(label, after, rest)
    is_nobody = classifier == "人" and not ends and _is_of_people(label, rest)
    if is_nobody or (ends and is_of_goods(classifier, label)):
        return False
    return not classifier or label[0] not in _OF_A_WHOLE - {classifier} or len(label) == 1


def _may_be_people(label: str, after: str, rest: str) -> bool:
    """Whether a label may name what is counted by 名 or 位."""
    of, noun = split_label(label)
    if of in _OF_PEOPLE or label == "人" or after.startswith(label) or _PEOPLE.search(noun):
        return True
    return len(noun) > 1 and ends_phrase(rest, noun)


def _is_of_people(label: str, rest: str) -> bool:
    """Whether a label's noun is what so many people make: 12人专班, 20人面包店."""
    _, noun = split_label(label)
    return bool(noun) and noun in rest[:14] and not _PEOPLE.search(noun)


def names_what_is_meant(noun: str, labels: Sequence[str], english: Sequence[str]) -> bool:
    """Whether a label has the classifier of a noun, which the unit names in English: 150件包裹."""
    if noun[:1] not in CLASSIFIERS or noun[:1] not in (split_label(label)[0] for label in labels):
        return False
    meant = english_for(noun[1:].lstrip())
    return not meant.isdisjoint(chain.from_iterable(label.lower().split() for label in english))


def names_nothing_zh(figure: Figure) -> bool:
    """Whether nothing but a classifier stands behind a number of Chinese text."""
    rest = figure.noun[1:] if figure.noun[:1] in CLASSIFIERS else figure.noun
    return figure.dimension == COUNT and (not rest or rest.startswith(VERBS))


# 散货船31艘 are no 艘油轮; of any ship, car or aircraft each is one.
_NAMED_LAST = regex(
    "[\u4e00-\u9fff]{1,3}(?:[船轮艇舰机车站厂楼桥库塔矿港]|公交|巴士|[重轻矿中]卡|班列|地铁|事故|案件|纠纷|火灾|投诉|诉讼|并购|索赔|召回|处罚)$"
)
_ANY = frozenset("船 船舶 轮船 车 汽车 车辆 新车 整车 飞机".split())


def _names_another(subject: str, labels: Sequence[str]) -> bool:
    """Whether the word right before a number names things of one kind, and no label does."""
    named = _NAMED_LAST.search(subject.rstrip())
    nouns = [noun for _, noun in map(split_label, labels) if len(noun) > 1]
    if named is None or len(nouns) < len(labels) or not _ANY.isdisjoint(nouns):
        return False
    return not any(noun[-1] in named[0] or noun in subject for noun in nouns)


# What 人 begins that is nobody: 3万人次, 5台人形机器人; whatever else follows, it is a verb.
_PEOPLE_NOT = tuple(
    "次 工 制 民 均 份 形 机 造 力 事 寿 脸 天 参 体 日 月 年 时 间 行 道 证 车 座 型 物 像 "
    "轿 桌 舱 床 沙".split()
)


# 3国企 are no countries, and 10城商行 no cities.
_BEGINS_WORD = regex("国(?:[企产内际资债营]|有[企资控独银])|城[商投中区乡际管镇]")


def _is_named_zh(after: str, classifier: str, rest: str, label: str, *, ends: bool) -> bool:
    """Whether what stands behind a number is a label: 条产品线, or 条 where that says it all."""
    of, noun = split_label(label)
    if label == "人" and classifier in _OF_PEOPLE:
        return True
    if label == "人" == classifier and not rest.startswith(_PEOPLE_NOT):
        return True
    if of != classifier and (classifier in {"层", "代"} or {of, classifier} <= _OWN_CLASSIFIERS):
        return False  # 7座SUV has seven seats, and 7辆SUV are seven
    specific = ends or label not in GENERIC_CLASSIFIERS
    is_other = _BEGINS_WORD.match(after) or (noun and _is_compound(after, noun, classifier))
    if is_other or is_of_one(after, classifier, of, noun):
        return False
    if after.startswith(label) and (specific or (noun and len(label) > 1)):
        return True
    if noun and _is_head_zh(rest if classifier else after, noun):
        is_certain = of == classifier or classifier not in _OWN_CLASSIFIERS
        is_certain = is_certain and (not of or of == classifier or classifier in _OF_ANYTHING)
        return is_certain or ends_phrase(rest, noun)  # 4艘集装箱船 are no containers
    if len(noun) == 1 and of == classifier in _OWN_CLASSIFIERS and ends_phrase(rest, noun):
        return True  # 6艘双燃料船
    is_generic = of in GENERIC_CLASSIFIERS
    return bool(of) and classifier == of and not noun and (ends or not is_generic)


def _is_classified(classifier: str, label: tuple[str, str], *, ends: bool) -> bool:
    """Whether a classifier alone says what a label names: 交付12艘 are so many 艘油轮."""
    of, noun = label
    return bool(of and noun) and classifier == of and ends and of not in GENERIC_CLASSIFIERS


def _is_of_another(figures: Sequence[Figure], at: int, split: list[tuple[str, str]]) -> bool:
    """Whether a number has a noun of its own, and the label's stands beside another number.

    Of 油轮12艘、散货船25艘 the 12 are no 艘散货船.
    """
    nouns = [noun for _, noun in split if len(noun) > 1]
    subject = _own_subject(figures, at)
    said = "".join(f"{figure.subject} {figure.noun} " for figure in figures)
    if not any(map(said.__contains__, nouns)) or any(map(subject.__contains__, nouns)):
        return False
    return _HAS_NOUN.search(FUNCTION.sub(" ", _OF_WHICH.sub("", subject))) is not None


# 含铜 is of copper, where 碳酸锂 is no lithium, and 标准煤 no coal.
_SHORTLY = regex(
    "[羊牛猪鸡鸭鹅鱼马井]$"
    "|(?:^|[^\u4e00-\u9fff]|[含产售购口存黄白精粗沪伦耗用烧运采解极])[金银铜铁铅锌锡镍铝钛锂钴钢煤盐糖米油棉]$"
)


def _are_named_shortly(subject: str, classifier: str, split: Sequence[tuple[str, str]]) -> bool:
    """Whether one character before a number names animals or materials: 羊1800只, 含铜4200吨."""
    named = _SHORTLY.search(subject)
    return named is not None and any(
        of == classifier and noun == named[0][-1] for of, noun in split
    )


_NUMBERS_OF = regex("(?:数|数量|总量|[产销]量)(?:分别|各|依次|顺次)$")  # 三省|门店数分别为320家
_NEXT_ITEM = regex(".*、|[\u4e00-\u9fff]?(?:以及|[和及与])(?=[\u4e00-\u9fff])")
_HAS_NOUN = regex("[\u4e00-\u9fff]{2}\\s*$")


def _own_subject(figures: Sequence[Figure], at: int) -> str:
    """What stands before a number, without what is said of the one before it."""
    subject, before = figures[at].subject, figures[at - 1] if at else None
    if before is None or before.dimension != COUNT or not before.noun:
        return subject
    if is_size_of_next(figures, at - 1) or not subject.startswith(before.noun):
        return subject
    if _NUMBERS_OF.search(before.noun):
        return subject
    if item := _NEXT_ITEM.match(before.noun):
        return subject[item.end() :]  # 酒店9家、|商场4家
    rest = subject[len(before.noun) :]
    if before.noun[:1] not in CLASSIFIERS and not FUNCTION.sub("", rest).strip():
        return subject  # 票房过亿|影片共有41部: what the one before is said of
    verb = FUNCTION.search(before.noun, 2)  # 每万名职工|拥有专利340项
    return subject[verb.start() if verb else len(before.noun) :]


# How many of a thing, by what is done with it: 词元调用量, 包裹处理量, 机器人出货总量.
_MEASURED_ZH = regex(
    r"^(?:调用|处理|出货|销售|生产|吞吐|运输|运送|发送|接待|交付|进口|出口|装机|配送|保有|消耗|消费|使用|下载|安装|激活|注册"
    r"|签约|订阅|投放|发放|发行|播放|点击|浏览|阅读|转发|申请|授权|受理|审批|查处|成交|交易|流通|租赁|回收|报废|出栏|存栏"
    r"|屠宰|落成|竣工|动工|开工|完工|施工|供应|推出|预售|入伙|空置|储备|储存|库存|承运|托运|投递|揽收|派送|签收|退货|出库|入库|接诊|收治|录取|招生|毕业|新增|净增)+"
    r"(?:总?量|总?数|数量|规模)"
)


# 三个品牌|门店数: how many stores they have, and not how many of these there are.
_ARE_NUMBERED = regex("总?数(?![字据码控智]|以)|数量|总量")


def _is_compound(after: str, noun: str, classifier: str) -> bool:
    """Whether a noun behind a number only says of what another one there is: 12个城市站点."""
    said, found, rest = after[:16].partition(noun)
    if not found or len(noun) == 1:
        return False
    if classifier and len(said) > 1 and _ARE_NUMBERED.match(rest):
        return True
    return classifier not in _OF_AN_OWNER and _COMPOUND.match(rest) is not None


# 门店数增至|多品牌合计的4,300家: over what a number is summed
_SUMMED = regex("(?<=[至到达])[^，。；、0-9]{1,5}(?:合计|合共|共计|总计)的$")


def _is_last_zh(subject: str, noun: str, classifier: str) -> bool:
    """Whether a noun is the last before a number: 门店客户达500名 counts customers, no stores.

    An unknown word of two characters is a verb where a classifier says that things are counted:
    专利斩获320项, but 客户存款达3亿.
    """
    _, found, rest = _SUMMED.sub("", subject).rpartition(noun)
    said = _NUMBERED.sub("", _MEASURED_ZH.sub("", rest))
    left = FUNCTION.sub("", MOVED.sub("", said)).strip()
    is_other = (
        left[-1:] in _OF_OTHERS_LAST or left in NOUNS_ZH or is_noun(left) or _COMPOUND.match(left)
    )
    is_of_it = rest.startswith("的") and bool(left)  # 员工的和解金为680万
    return bool(found) and len(left) <= 1 + bool(classifier) and not is_other and not is_of_it


_NUMBERED = regex("^(?:[次人件户家台单笔]?总?数量?|总?量|[场人架趟台辆艘班列]次)")
_OF_OTHERS_LAST = frozenset("款额费值价率权时评酬度可诉")


# Behind a noun these are what the phrase is about: 客户经理 are no customers.
_COMPOUND = regex(
    "(?:客户|大区|区域|项目|产品)?(?:经理|店长|主管|代表(?!了)|顾问|专员|家属|负责人|合伙人|工程师|司机|客服|代理|经销商|供应商)"
    "|线(?![上下])|界面|评测|测评|基准|生产线|产线|站点|线路|账户|账号|画像|协议|合同|合伙|产品|系统|设备|终端|平台|中心|基地|园区"
    "|级(?!联)|组(?![成建织装合])|群(?!体)|更新|诉讼|当量|车(?![主企辆型])"
    "|公园|公交|车间|工厂|仓库|项目|培训|课程|接口|插件|芯片|部件|零件|配件|包裹|门店|药房|食堂"
)
_OF_ANYTHING = frozenset(["", "名", "位"])  # where 6所乡村学校 are no 个乡村
_OF_AN_OWNER = frozenset("家")  # 12家企业员工: the companies may be counted


_WHICH = regex("^[^，。；、的]{1,8}的(?=仅|只|则|有|约|达|共|为|近|超|逾|$)")
# 供应商合计的|900家, 分销商的|60家: others, and which others they are
_OF_OTHERS = regex(
    "[^，。；、的]{0,8}?(?:[商厂]|公司|企业|机构|客户|用户|对手|同[业行]|[供承]方)(?:合计|合共|共计|总计|总共|旗下|所属|自有)?的"
)
_OF_WHICH = regex(
    r"^(?:其中|另有?|此外|余下|包括)?的?(?:海外|境外|国外|国内|境内|内地|本土|国产|进口|海内外|省[内外]|港澳|一线城市|直营|加盟|自营|自有|自建"
    r"|在建|在营|活跃|公共|新[增签建开]|重点|大型|中小?型|小型|高端|核心|存量|主力|常年|全职|兼职|女性|男性|外籍|独立|非?执行"
    r"|[东西南北中华]{1,2}[部区]?|香港|澳门|台湾|北京|上海|广州|深圳|日本|韩国|美国|欧洲|北美|南美|拉美|亚太|东南亚|中东|非洲|印度|[^，。；、]{1,3}(?:地区|大区|省|市|区|县|州))(?=则|仅|只|就|便|有|占|约|达|为|共|$)"
)
# 总参数3200亿，每次推理仅|激活180亿: of the same, how many are at work at a time
_AT_A_TIME = regex(
    "^(?:[每单]次|每轮)?[^，。；、]{0,4}?(?:仅|只|约)?(?:激活|启用|动用)(?=[了约近超仅]|$)"
)
_GROUP_ZH = regex("[^，。；、]{1,6}(?:组|区|省|市|县)(?:[则也仅另]?有)?")


def _is_head_zh(rest: str, noun: str) -> bool:
    """Whether `rest` begins with a noun, other words before it allowed: AI开发者, 国内企业."""
    before, found, after = rest[:14].partition(noun)
    if not found or any(mark in before for mark in "的，。、；和与及（("):
        return False
    if len(noun) == 1:
        is_kind = not before or is_kind_of(noun, before)
        return is_kind and (not after or after.startswith(VERBS))
    return len(before) <= 8


def _carried_zh(
    figures: Sequence[Figure], at: int, split: Sequence[tuple[str, str]], classifier: str
) -> bool:
    """Whether a number takes its noun from what was counted, or spoken of, before it."""
    of = {of for of, _ in split}
    nouns = [noun for _, noun in split if len(noun) > 1]
    short = [noun for _, noun in split if len(noun) == 1]  # 开出31家店，歇业6家
    for index in range(at - 1, -1, -1):
        before = figures[index]
        if before.dimension != COUNT:
            if any(noun in before.subject for noun in nouns):
                return True
            if classifier in of and any(_is_head_zh(before.noun, noun) for noun in nouns):
                return True  # 86英寸电视，预售1,200台
            continue
        if classifier and before.noun[:1] != classifier:
            # 仓库分布于14个国家，总数为63座: what the sentence begins with
            return classifier in of and before.subject.startswith(tuple(nouns))
        if any(_is_head_zh(before.noun[1:], noun) for noun in chain(nouns, short)):
            return True
        if any(noun in before.subject or is_done_to(before.subject, noun) for noun in nouns):
            # 客服处理工单620张，遗留15张 counts no 名客服
            is_own = not classifier or classifier in of or "" in of
            return is_own or any(
                _is_last_zh(before.subject, noun, classifier) or is_done_to(before.subject, noun)
                for noun in nouns
            )
        if len(before.noun) > 1 and not before.noun[1:].startswith(VERBS):
            return False
    return False
