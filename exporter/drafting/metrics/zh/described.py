"""Things that a figure counts, with what they measure, and what is done to them.

购入两艘载重均为|8万吨|的散货船: 散货船载重; 对|12家|门店实施翻新: 翻新门店数;
|三家|门店被关闭: 关闭门店数; 为一杯|16元|的冰茶买单: 冰茶售价; 退出了|9万平方米|的低效项目: 其面积.
"""

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.nouns import counted_noun, noun_in
from exporter.drafting.metrics.zh.said import stripped
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

_THING = regex("(?:以上|左右|以下|以内)?的(?P<thing>[\u4e00-\u9fff]{2,10})")
_ALL = regex("(?:均|都|各|分别|单[座台艘个]|\\s)+$")
_TREATS = regex("(?:对|将|把|给)(?:旗下|其中|现有|所属|名下|全国|约|近|逾|超过?|的|\\s)*$")
_TREATED = regex(
    "(?:全面|陆续|先后|逐步|集中|相继)*(?:实施|进行|开展|启动|予以|完成|执行)了?"
    "(?P<deed>[\u4e00-\u9fff]{2,4}?)(?=[，。；、]|$)"
)
# 三家|门店|被|关闭, 五批|货物|遭海关|退回
_SUFFERED = regex(
    "[\u4e00-\u9fff](?P<thing>(?!以[上下])[\u4e00-\u9fff]{2,8}?)(?:均|都|已经?|先后|陆续|相继|曾|又|随后|也|将|全部)*"
    "(?:被|遭)(?:迫|[\u4e00-\u9fff]{2,6}?)?(?P<deed>取消|关闭|关停|召回|收购|推迟|延期|叫停|查封|扣押|裁撤|拆除|替换|淘汰"
    "|冻结|质押|抵押|征用|停飞|停运|撤销|注销|出售|砍掉|退回|否决|处罚|约谈|裁减|裁掉|停用|暂停|下架|摧毁|淹没|损毁|问责|立案|起诉|禁用|没收)"
    "(?=[，。；、了]|$)"
)


def by_description(site: Site) -> Guess[str] | None:
    """The name of what counted things measure, or of how many of them something is done to."""
    is_count = site.figure.dimension == COUNT
    name = _treated(site) if is_count else _measured(site) or _priced(site) or _given_up(site)
    return Guess(name) if name else None


def _treated(site: Site) -> str:
    classifier, noun = counted_noun(site)
    if classifier and (suffered := _SUFFERED.match(site.behind)) is not None:
        return f"{suffered['deed']}{suffered['thing']}数"
    if not noun or not _TREATS.search(site.tail):
        return ""
    said = site.figure.noun
    at = said.find(noun)
    found = _TREATED.match(said, at + len(noun)) if at >= 0 else None
    return f"{found['deed']}{noun}数" if found is not None and classifier else ""


def _measured(site: Site) -> str:
    before, found = site.before, _THING.match(site.behind)
    if before is None or found is None or before.dimension != COUNT or before.end < site.clause:
        return ""
    counted = at_figure(site, before)
    classifier, noun = counted_noun(counted)
    if not classifier or not noun or noun_in(found["thing"]) != noun:
        return ""
    said = site.text[before.end : site.start].removeprefix(classifier)
    measure = base_of(_ALL.sub("", stripped(said)[0]), site)
    return f"{noun}{measure}" if measure.endswith(words.MEASURES) else ""


_ONE = regex(
    "(?:一|每|这|那)[杯瓶碗份盒支件台部双套块只袋罐听辆款个枚条顶把](?:售价|定价|标价|仅|只要|约|近|高达|为)*$"
)
# 推出了|9.9元|的小份装
_LAUNCHED = regex(
    "(?:推出|上架|上新|上线|主推|主打|力推|开卖|叫卖|试水|首发)了?(?:一款|多款|一批|两款|几款|系列|单价|售价|定价|仅|低至|约|近|[、和]|[0-9.]+元)*$"
)
_PRICED = regex(
    "的(?P<thing>[^，。；：、？！0-9的“”]{2,10}?)"
    "(?=买单|付费|付钱|付账|掏钱|埋单|[，。；：、？！”]|$|[让是就也都能会要卖在]|成[为本了]|里|中|背后|来说|而言|值)"
)
_NO_GOODS = regex(
    "(?:单|券|卡|红包|合同|罚款|补贴|奖金|工资|成本|利润|价格|价差|收入|费|税|款|钱)$"
)


def _priced(site: Site) -> str:
    """What one of some goods costs that a sentence only mentions."""
    said = site.text[site.clause : site.start]
    is_price = site.is_money and (_ONE.search(said) or _LAUNCHED.search(said))
    found = _PRICED.match(site.behind) if is_price else None
    thing = base_of(found["thing"], site) if found else ""
    return f"{thing}售价" if thing and not _NO_GOODS.search(thing) else ""


# 主动退出了|900万平方米|的低效项目
_GIVES_UP = regex(
    "(?P<deed>(?:主动|累计|陆续|全部|提前|集中|新增)?(?:退出|退租|关停|关闭|清退|腾退|处置|出售|盘活|改造|翻新|拆除|撤出|剥离|转让|移交))了?"
    "(?:约|近|逾|超过?|大约|将近|合计|共|总计|多达|\\s)*$"
)
_AREA = regex("[0-9零一二两三四五六七八九十百千万亿]\\s?(?:平方米|平方公里|平米|㎡|公顷|亩)")
_OF_THINGS = regex(
    "(?:以上|左右)?的(?P<thing>[^，。；：、？！0-9的“”（）]{2,10}?)(?=[，。；：、？！”（]|$)"
)


def _given_up(site: Site) -> str:
    """The area of things that something is done to."""
    deed, found = _GIVES_UP.search(site.tail), _OF_THINGS.match(site.behind)
    if deed is None or found is None or not _AREA.search(site.text[: site.end][-12:]):
        return ""
    return f"{deed['deed']}的{found['thing']}面积"
