"""What stands before a number of Chinese text, and whether a noun there is what it counts."""

from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.kinds_zh import NOUNS_ZH
from exporter.evidence.labels_zh import split_label
from exporter.evidence.named_behind_zh import COMPOUND
from exporter.evidence.phrases_zh import FUNCTION, MOVED, is_size_of_next
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.units import COUNT

_NUMBERS_OF = regex("(?:数|数量|总量|[产销]量)(?:分别|各|依次|顺次)$")  # 三省|门店数分别为320家
_NEXT_ITEM = regex(".*、|[\u4e00-\u9fff]?(?:以及|[和及与])(?=[\u4e00-\u9fff])")
_HAS_NOUN = regex("[\u4e00-\u9fff]{2}\\s*$")


def own_subject(figures: Sequence[Figure], at: int) -> str:
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
_MEASURED = regex(
    r"^(?:调用|处理|出货|销售|生产|吞吐|运输|运送|发送|接待|交付|进口|出口|装机|配送|保有|消耗|消费|使用|下载|安装|激活|注册"
    r"|签约|订阅|投放|发放|发行|播放|点击|浏览|阅读|转发|申请|授权|受理|审批|查处|成交|交易|流通|租赁|回收|报废|出栏|存栏"
    r"|屠宰|落成|竣工|动工|开工|完工|施工|供应|推出|预售|入伙|空置|储备|储存|库存|承运|托运|投递|揽收|派送|签收|退货|出库|入库|接诊|收治|录取|招生|毕业|新增|净增)+"
    r"(?:总?量|总?数|数量|规模)"
)
# 门店数增至|多品牌合计的4,300家: over what a number is summed
_SUMMED = regex("(?<=[至到达])[^，。；、0-9]{1,5}(?:合计|合共|共计|总计)的$")


def is_said_last(subject: str, noun: str, classifier: str) -> bool:
    """Whether a noun is the last before a number: 门店客户达500名 counts customers, no stores.

    An unknown word of two characters is a verb where a classifier says that things are counted:
    专利斩获320项, but 客户存款达3亿.
    """
    _, found, rest = _SUMMED.sub("", subject).rpartition(noun)
    said = _NUMBERED.sub("", _MEASURED.sub("", rest))
    left = FUNCTION.sub("", MOVED.sub("", said)).strip()
    is_other = (
        left[-1:] in _OF_OTHERS_LAST or left in NOUNS_ZH or is_noun(left) or COMPOUND.match(left)
    )
    is_of_it = rest.startswith("的") and bool(left)  # 员工的和解金为680万
    return bool(found) and len(left) <= 1 + bool(classifier) and not is_other and not is_of_it


_NUMBERED = regex("^(?:[次人件户家台单笔]?总?数量?|总?量|[场人架趟台辆艘班列]次)")
_OF_OTHERS_LAST = frozenset("款额费值价率权时评酬度可诉")


# 含铜 is of copper, where 碳酸锂 is no lithium, and 标准煤 no coal.
_SHORTLY = regex(
    "[羊牛猪鸡鸭鹅鱼马井]$"
    "|(?:^|[^\u4e00-\u9fff]|[含产售购口存黄白精粗沪伦耗用烧运采解极])[金银铜铁铅锌锡镍铝钛锂钴钢煤盐糖米油棉]$"
)


def are_named_shortly(subject: str, classifier: str, split: Sequence[tuple[str, str]]) -> bool:
    """Whether one character before a number names animals or materials: 羊1800只, 含铜4200吨."""
    named = _SHORTLY.search(subject)
    return named is not None and any(
        of == classifier and noun == named[0][-1] for of, noun in split
    )


# 散货船31艘 are no 艘油轮; of any ship, car or aircraft each is one.
_NAMED_LAST = regex(
    "[\u4e00-\u9fff]{1,3}(?:[船轮艇舰机车站厂楼桥库塔矿港]|公交|巴士|[重轻矿中]卡|班列|地铁|事故|案件|纠纷|火灾|投诉|诉讼|并购|索赔|召回|处罚)$"
)
_ANY = frozenset("船 船舶 轮船 车 汽车 车辆 新车 整车 飞机".split())


def names_another(subject: str, labels: Sequence[str]) -> bool:
    """Whether the word right before a number names things of one kind, and no label does."""
    named = _NAMED_LAST.search(subject.rstrip())
    nouns = [noun for _, noun in map(split_label, labels) if len(noun) > 1]
    if named is None or len(nouns) < len(labels) or not _ANY.isdisjoint(nouns):
        return False
    return not any(noun[-1] in named[0] or noun in subject for noun in nouns)


OF_WHICH = regex(
    r"^(?:其中|另有?|此外|余下|包括)?的?(?:海外|境外|国外|国内|境内|内地|本土|国产|进口|海内外|省[内外]|港澳|一线城市|直营|加盟|自营|自有|自建"
    r"|在建|在营|活跃|公共|新[增签建开]|重点|大型|中小?型|小型|高端|核心|存量|主力|常年|全职|兼职|女性|男性|外籍|独立|非?执行"
    r"|[东西南北中华]{1,2}[部区]?|香港|澳门|台湾|北京|上海|广州|深圳|日本|韩国|美国|欧洲|北美|南美|拉美|亚太|东南亚|中东|非洲|印度|[^，。；、]{1,3}(?:地区|大区|省|市|区|县|州))(?=则|仅|只|就|便|有|占|约|达|为|共|$)"
)


def is_of_another(figures: Sequence[Figure], at: int, split: list[tuple[str, str]]) -> bool:
    """Whether a number has a noun of its own, and the label's stands beside another number.

    Of 油轮12艘、散货船25艘 the 12 are no 艘散货船.
    """
    nouns = [noun for _, noun in split if len(noun) > 1]
    subject = own_subject(figures, at)
    said = "".join(f"{figure.subject} {figure.noun} " for figure in figures)
    if not any(map(said.__contains__, nouns)) or any(map(subject.__contains__, nouns)):
        return False
    parts = tuple(f"其中{noun}" for noun in nouns)
    if any(figure.subject.startswith(parts) for figure in figures[at + 1 :]):
        return True  # 机队扩至52架，其中货机9架: the 52 are no 架货机
    return _HAS_NOUN.search(FUNCTION.sub(" ", OF_WHICH.sub("", subject))) is not None
