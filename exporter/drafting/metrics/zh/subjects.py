"""What a clause of Chinese text leaves out since the clause before it says it.

低温奶仍是公司第一大收入来源，上半年实现|收入|48亿元; 位于盐城的工厂总投资16亿元，已|投入|9亿元;
拟回购股份，|金额|不低于1亿元; 今年以来，公司|股价|累计上涨21%.
"""

import re

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.faring import who_fares_most
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.engine.regex import regex
from exporter.evidence.reading import Role

_CLAUSE = "(?:^|[，。；：])"
# What a product or a part is said to be, before its figures.
_BEING = regex(
    rf"{_CLAUSE}(?P<who>[^，。；：、0-9“”（()）]{{2,12}}?)(?:则|也|亦|却|同样)?"
    "(?:仍旧?|依旧|依然|仍然|一直|始终|继续|目前|已经?|更|正|还)*(?:是|为|成为|作为)(?!了)"
    "(?:[^，。；：0-9]{2,24}?(?:来源|业务|板块|产品|引擎|支柱|压舱石|主力|品类|基本盘|单品|亮点|渠道|曲线|动力|短板|重心|大头|品牌)"
    "|(?:主要|最大)?的?(?:支柱|压舱石|主力|基本盘|顶梁柱|亮点|重心|大头|短板|引擎))[，：]"
)
# 公司的|PCB铜箔|已通过认证，前三季度出货420吨，毛利率|25%
_PROVED = regex(
    rf"{_CLAUSE}[^，。；：、]{{2,10}}?的(?P<who>[^，。；：、的“”（()）]{{2,14}}?)(?:目前|现)?(?:已经?|均|率先|陆续|刚刚?|正在|正)"
    "(?:通过|获得|获批|进入|实现|送样|量产|导入|批量|上市|投放|完成|供应|交付)[^，。；]{0,20}，"
)
_NOBODY = regex("公司|集团|我们|管理层|企业|股份|银行|证券|^[他她它其这那该此本]|年$|季$|月$")
_OF_ALL = regex("(?<![子分资])公司|集团|整体|合计|总部|我们|行业|全国|市场|其中")
# Whose works: 位于盐城的智能化工厂总投资|16.5亿元
_WORKS = regex(
    rf"{_CLAUSE}(?P<part>[^，。；：、0-9“”]{{1,24}}?"
    "(?:工厂|新厂|基地|厂区|项目|产线|生产线|产业园|园区|电站|矿山|煤矿|码头|车间|仓库?|冷库|中心|实验室|[一二三四]期(?:工程)?|大楼))"
    "(?=的?(?:总投资|投资|计划|规划|设计|建设|占地|已|预计|将|于|在|正|目前|今|去|明|拟|达产|投产|动工|开工|建成|[上下]半年|前?[一二三四]季度|[年月0-9]))"
)
_NO_SUBJECT = regex(
    "拥有|设有|设立|[在投扩改兴]建|收购|出售|关闭|关停|入股|[一二两三四五六七八九十几多各数]+[大个座家条]|[向给与和]|以及"
)
MEASURE_OF_WORKS = regex(
    "(?:设计|规划|计划|累计|已|总|年|月|日|满产|首期|[一二三四]期)*"
    "(?:产能利用率|开工率|产能|产值|投资额?|投入|工程进度|建设进度|占地面积|建筑面积|装机容量?|处理能力|吞吐能力|仓储能力|检测能力|运营成本)"
    "|(?:归母)?(?:净利润?|毛利润?|利润|营业收入|销售收入|收入|营收|销售额|产值)贡献"
)
# 位于无锡的基地将于明年投产，|项目|总投资25亿元: the same works
_THE_PROJECT = regex(
    "^(?:该|本)?(?:项目|工程)(?=(?:计划|预计)?总?投资额?$|占地面积$|建筑面积$|(?:设计|规划)?年?产能$)"
)
_ANY_WORKS = regex("项目|工程|厂|基地|线(?![上下])|园|电站|矿|码头|仓|冷库|中心|大楼")
# 墨西哥工厂已投产，今年|贡献营收|5亿元
_GIVEN = regex("贡献了?(?:归母)?(?:净利润?|毛利润?|利润|营业收入|销售收入|收入|营收|销售额)$")


def left_out(site: Site, name: str, *, is_measure: bool) -> str:
    """A name with what the clauses before in its sentence say that it is of.

    Args:
        site: The figure.
        name: What its own clause calls it.
        is_measure: Whether that is a bare measure, which is somebody's.
    """
    begin = after_last(site.text, "。；！？\n", site.start)
    said = site.text[begin : site.start]
    is_given = name in site.tail and _GIVEN.search(site.tail.rstrip("约近超过逾达到 ")) is not None
    if (is_given or MEASURE_OF_WORKS.fullmatch(name)) and (works := _works(site, said)):
        return f"{works}{_spent(site, name)}"
    bare = _THE_PROJECT.sub("", name)
    is_one = len(_ANY_WORKS.findall(said)) == 2  # the works, and the project that they are
    if bare != name and is_one and (works := _works(site, said)):
        return f"{works}{bare}"
    if _OF_THE_SAME_WORKS.fullmatch(name) and (project := _invested_in(site)):
        return f"{project}{_spent(site, name)}"
    if name == "投入" and (deed := _under_way(site)):
        return f"{deed}{_spent(site, name)}"
    if is_measure and (who := _being(site, said) or _conceded(site, said)):
        return f"{who}{name}"
    if (is_measure or _SALES.fullmatch(name)) and (who := who_fares_most(site)):
        return f"{who}{name}"
    return name


_SALES = regex("(?:销售额|成交额|[销产]量|出货量|交付量|GMV)(?:(?:同比|环比)?(?:增速|变动))?")
_OF_THE_SAME_WORKS = regex(
    "投入|(?:工程|建设|施工)进度|(?:设计|规划)?[年月日]?(?:产能|处理能力|吞吐能力)|占地面积|建筑面积|产能利用率|开工率"
)
_SUM_OF_WORKS = regex("(?P<works>.{2,})(?:总投资额?|投资额|投资总额)")


def _invested_in(site: Site) -> str:
    """The works of which the figure before tells the whole cost: 二期总投资9亿元，已投入|4亿元."""
    before = site.before
    name = site.name(at_figure(site, before)).value if before is not None else ""
    said = site.text[before.end : site.start] if before is not None else ""
    is_left = "。" in said or _OF_ALL.search(said) or any(one in said for one in site.names)
    found = None if is_left else _SUM_OF_WORKS.fullmatch(name)
    return found["works"] if found else ""


_UNDER_WAY = regex(
    "(?:推进|实施|开展|进行|启动|加快|推动)(?P<what>[^，。；0-9“”]{2,8}(?:改造|升级|建设|研发|项目|工程|转型|扩建))，(?:目前)?(?:已|累计)[^，。；]*$"
)


def _under_way(site: Site) -> str:
    """What the clause before says to be under way: 正在推进数字化改造，已累计投入|2亿元."""
    found = _UNDER_WAY.search(site.text[: site.start])
    return found["what"] if found is not None else ""


def _spent(site: Site, name: str) -> str:
    """What has been spent on works so far is called so."""
    is_so_far = name == "投入" and re.search("已|累计", site.tail) is not None
    return "累计投入" if is_so_far else name


# A part that a clause concedes something of: 冷饮业务|虽然体量不大，但增长最快，收入|2亿元. Where
# the word stands before the part, only its size is its own: what it suffers may be the whole's.
_PART = "(?:业务|板块|分部|事业部|产品线|品类|产品|品牌|渠道|业态)"
_SMALL = "(?:规模|体量|基数|起步|占比|份额|起点|底子)"
_CONCEDED = regex(
    rf"{_CLAUSE}(?:其中|此外|另外|而)?(?:"
    rf"(?P<who>[^，。；：、0-9“”（()）]{{0,10}}?{_PART})(?:虽然|虽说|尽管|固然|虽)[^，。；0-9]{{2,16}}"
    rf"|(?:虽然|虽说|尽管|虽)?(?P<small>[^，。；：、0-9“”（()）]{{0,10}}?{_PART})的?(?:目前|当前|仍|还|整体)*"
    rf"{_SMALL}[^，。；0-9]{{1,10}})，(?:但|不过|却|然而|可)"
)


def _conceded(site: Site, said: str) -> str:
    """The part of which a clause before the figure's own concedes something; "" for none."""
    found = list(_CONCEDED.finditer(said))
    if not found:
        return ""
    rest = said[found[-1].end() :]
    if _OF_ALL.search(rest) or any(name in rest for name in site.names):
        return ""
    who = base_of(found[-1]["who"] or found[-1]["small"], site)
    return who if len(who) > 2 and not _NOBODY.search(who) else ""


_LEAD = regex(
    "^(?:(?:公司|集团|[其另]|另外|此外|同时)|(?:位于|设在|坐落于?|落户于?|地处|[新在][建投]的?|正?在建的?))+"
)


_PLACED = regex("^.*?(?=位于|设在|坐落|落户)")  # 今年三季度，公司位于


# 位于甲市和乙市的|两座|智能仓库预计明年投产，总投资|6亿元
_SEVERAL_WORKS = regex(
    rf"{_CLAUSE}[^，。；：]{{0,10}}?(?:(?:位于|设在|坐落于?|落户于?|地处)(?P<where>[^，。；：的]{{2,10}})|在建|新建|规划中?|筹建中?)的"
    "[两二三四五六七八九十2-9][座个条家处](?P<what>[^，。；：、0-9的]{0,8}?"
    "(?:工厂|基地|项目|产线|生产线|园区|电站|码头|大楼|冷库|仓库|中心|门店|酒店|商场|医院|车间|矿山|机场|泊位|航站楼))"
    "(?=预计|将|计划|有望|均|都|已|正|目前|于|今年|明年|年内|年底)"
)


_OF_COMPANY = regex("(?<![子分资])公司|集团|整体|总部|我们|行业|全国|市场|其中")


def _several_works(site: Site, said: str) -> str:
    """The several works of which a clause before the figure's own tells; "" for none."""
    found = list(_SEVERAL_WORKS.finditer(said))
    if not found or _OF_COMPANY.search(said, found[-1].end()):
        return ""
    if site.figure.role in {Role.FROM, Role.TO} or "，" not in said[found[-1].end() :]:
        return ""
    return f"{found[-1]['where'] or '在建'}{found[-1]['what']}"


def _works(site: Site, said: str) -> str:
    """The works of which a clause before the figure's own tells; "" for none."""
    if several := _several_works(site, said):
        return several
    found = list(_WORKS.finditer(said))
    if not found or _NO_SUBJECT.search(found[-1]["part"]) or "，" not in said[found[-1].end() :]:
        return ""
    rest = said[found[-1].end() :]
    if "届时" in rest or site.figure.role in {Role.FROM, Role.TO}:
        return ""  # 滁州工厂明年投产，届时年产能由36GWh扩至|60GWh: the company's
    if _OF_ALL.search(rest) or any(name in rest for name in site.names):
        return ""
    part = base_of(_LEAD.sub("", _PLACED.sub("", found[-1]["part"])), site)
    return part if len(part) > 3 else ""


def _being(site: Site, said: str) -> str:
    """What a clause before the figure's own says to be a source of sales, a pillar; "" for none."""
    found = list(_BEING.finditer(said)) or list(_PROVED.finditer(said))
    if not found or _OF_ALL.search(said, found[-1].end()):
        return ""
    who = re.sub("^(?:其中|此外|另外|同时|而)", "", found[-1]["who"])
    is_known = any(name in who for name in site.names)
    return "" if is_known or len(who) < 2 or _NOBODY.search(who) else who


# What is done with a sum that a clause before says: 拟回购股份，金额|不低于1亿元
_DEED = regex(
    "回购|增持|减持|定增|担保|财务资助|理财|授信|分红|捐赠|募资|认购|收购"
    "|(?:发行[^，。；]{0,6}?)?(?P<paper>可转债|公司债|债券|票据|优先股|永续债)"
    "|(?P<deal>(?:采购|销售|供货|框架|合作|租赁|服务|总包|施工|订货)?(?:合同|协议|订单))"
)
_SUM = regex("(?:资金|合计|交易)?(?:总)?(?:金额|总额|规模)")


def deed_before(site: Site, base: str) -> str:
    """A sum without its deed, named by the last one that the clauses before say; "" for none."""
    if not site.is_money or not _SUM.fullmatch(base) or site.before is not None:
        return ""
    begin = after_last(site.text, "。；！？\n", site.clause)
    deeds = list(_DEED.finditer(site.text, begin, site.clause))
    if not deeds:
        return ""
    deed = deeds[-1]
    if deed["paper"]:
        return f"{deed['paper']}发行{base}"
    return f"{deed['deal'] or deed[0]}{base}"


_SINCE = regex(
    "(?P<when>今年以来|年初以来|年初至今|今年迄今|年内|上市以来|上市至今"
    "|(?:近|过去|最近)[一二两三四五六七八九十0-9]+(?:个月|[年月周天]))(?:[，,]|的|(?=[^。；，]{0,10}股价))"
)


def since_when(site: Site, name: str) -> str:
    """What shares have done since when, told apart from what they did on a day."""
    if name not in {"股价涨跌幅", "股价累计涨幅", "股价累计跌幅", "股价涨幅", "股价跌幅"}:
        return name
    begin = after_last(site.text, "。；！？\n", site.start)
    since = list(_SINCE.finditer(site.text, begin, site.start))
    is_day = since and re.search(
        "当日|昨日|今日|收[盘报于]|盘中", site.text[since[-1].end() : site.start]
    )
    return name if not since or is_day else f"{since[-1]['when']}{name}"
