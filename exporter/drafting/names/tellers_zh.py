"""Who tells something in a Chinese sentence: 据X, X表示."""

import re
from collections.abc import Iterator

from exporter.drafting.names.told import Told
from exporter.engine.regex import regex

SIGHS_ZH = "感叹|感慨|抱怨|吐槽|诉苦|回忆"  # says, with feeling
_STOP_ZH = "，,。；;：:！？!?\n"
_OPEN_ZH = '“"「”」'
_BY_ZH = regex(
    rf"(?<![依根数证票收占])(?:根)?据(?P<who>[^{_STOP_ZH}]{{0,30}}?)"
    r"(?P<how>介绍|透露|预计|预估|研判|披露|统计(?!局)|报道|测算|估算|了解|悉|预测|估计|数据|年报"
    r"|财报|公告|报告|研报|消息|资料)"
    r"(?P<rest>[^，,。；;]{0,6}?)(?:显示|称|指出)?(?=[，,：:])"
)
_SAYS_ZH = regex(
    rf"(?P<who>(?:[^{_STOP_ZH}{_OPEN_ZH}()（）]|[(（][^()（）]*[)）]){{1,40}}?)"
    r"(?:(?:的)?(?:一份|一篇)?(?P<paper>(?:半年度?|年度|季度|中期|业绩|财务|[一三]季|点评|深度|专题|跟踪|调研|首次覆盖)?"
    r"(?:研报|研究报告|报告|公告|财报|年报|中报|季报)|半年报|[一三]季报|招股书|招股说明书)[中里内]?)?"
    r"(?:则|也|还|又|并|进一步|明确|公开|曾|向[^，。；]{1,10}?)?"
    r"(?:表示|告诉(?:记者|媒体|投资者|分析师|[^，。；]{1,14}?记者|[^，。；]{0,8}?(?:新闻|财经|[日晚周]?报|观察|周刊|杂志|网|本刊))|指出|预估|估算|测算|提醒|提示(?![性词])|警告"
    r"|直言|写道|坦承|判断|点评称|声称|(?<![下宣名简号堪人自职])称(?!号|为|作)|透露(?!出|姓名|身份|名字)"
    r"|(?<=[前日晚间])公告(?=[，,：:])|介绍(?![了的、和])|宣布|宣称|认为|强调|坦言"
    rf"|{SIGHS_ZH}|披露(?!日|之日|前|后|的|期|数据|信息|显示)|提到|补充道?|回应|显示|预计(?!的)"
    r"|预测(?![以能模性值数的、和及由从至为上下])"
    r"|(?<=[报告行司券商会团部士家员])指(?=[，,：:])"
    r"|(?<=[\u4e00-\u9fff])说(?![明法]))(?:道|说)?(?=[，,：:“\"「]|[。]?$|(?P<on>[^，。；\s]))"
)
_SAYS_WITHOUT_COMMA = regex(r"(?:表示|指出|宣布|称|透露|认为|预计|预测|预估|披露|显示)$")
# What does not speak itself: 二期产能预计, 临床试验显示; only who is named so does.
MAY_MEAN_ELSE_ZH = regex(r"(?:预计|预测|预估|显示)$")
AGENT_ZH = regex(
    "(?:局|部|委|委员会|协会|学会|商会|联合会|分会|机构|研究|研究院|中心|公司|集团|证券|银行|基金"
    "|数据|署|总署|所|院|社|网|部门|统计|咨询|智库"
    "|组|团队|评级|评估|测评|观察|研报中|报告中|分析师|人士|专家|管理层|记者|报告|研报|公告|财报|年报|季报|国际|资本|投行|券商|机构"
    "|资料|榜单|白皮书|名单|》)$|董事长|总裁|总经理|首席|负责人|行长|主任|主席|发言人|总监|董秘|董事会秘书|厂长|局长|分析师(?=.)"
)
# What somebody published shows: who that is stands before.
_PUBLISHED_ZH = regex(r"(?:\d+年)?(?:\d+月)?(?:\d+日)?[晚早]?间?(?:公布|发布|披露|刊发|出具)的.*$")
_ISSUED_ZH = regex(
    r"(?:\d+[年月日])*(?:最新|近日|日前)?(?:发布|公布|披露|提供|出具|公开)的(?:最新)?$"
)
# Where who it is ends, and what they do begins: 临河证券下调盈利|预测.
_DOES_ZH = regex(r"(?:上调|下调|维持|重申|给予|首次|将|把)")
_SAYING_IS_ZH = regex(
    rf"(?P<who>[^{_STOP_ZH}{_OPEN_ZH}()（）]{{2,30}}?)(?:在[^，。；]{{1,14}}[上中里])?(?:给出"
    rf"|提出)?的?(?:(?:[0-9]{{4}})?(?:财年|年)|全年|今年|明年|[上下]半年)?的?(?:口径|说法|判断|答复|回答|解释|答案|预期|指引)(?:是|为)[：:，“]"
)
# Who says so is the subject of a clause before: 东麓证券维持“买入”，预计.
_LEAD_ZH = regex(
    r"^(?:此外|同时|其中|对此|不过|但是?|而且?|另外|另一方面|日前|近日|昨日|今日|当日|当天|随后"
    r"|同日|同一天|次日|稍后|稍早|早前|昨晚|昨天|今天"
    r"|目前|与此同时"
    r"|\d+年|\d+月|\d+日|去年|今年|上周|本周|在[^，]{2,12}?[上中时])+"
)
# Who is told by what they are to another: 临河的主要竞争对手|长川.
_RIVAL_ZH = regex(r"^(?:[^，。；]{1,16}的)?(?:主要|最大|老|直接|头号)?(?:竞争)?对手(?=..)")
# 公司|董事长冯海
_OF_COMPANY_ZH = regex(
    "^本?公司(?=[^，。；的]{0,8}(?:董事长|总裁|总经理|财务官|执行官|总监|负责人|董秘|秘书)[\u4e00-\u9fff]{2,3}$)"
)
_TAIL_ZH = regex(
    r"(?:(?<=日)(?:[晚早午]间|[早晚]|盘后)|(?:同日|次日|当天|昨晚|今晚|日前|近日|昨日|今日|当日|上周|本周|周[一二三四五六日]|同时|此前|随后|近期"
    r"|\d+[月日年])|在[^，]{1,20}?[上中里时内间]"
    r"|于[^，]{1,12}|最新|方面|(?:发布|发表|出具|刊发|撰写|推出)的?(?:最新)?|向[^，]{1,12}|[的还也则又并在于]|进一步|解释|补充|坦率|强调|对(?!手)[^，]{1,14}|(?:则"
    r"|也)?在?[\d年月日]*(?:公布|发布|披露))$"
)
# 换句话说, 总的来说, 截至本公告, 数据显示, 按此测算: nobody says so.
_NOT_SAID_ZH = regex(
    "(?:公开|有关|相关|最新|统计|历史|行业)*(?:数据|资料|信息)|(?:按照?|依照?|照|以|由)(?:此|这|上述).*|"
    "(?:截至|自|换句话?|换言之?|也就是?|可以|也可以|俗话|老话|常言|应该|按理|老实|坦率|坦白|不得不|难|好"
    "|听|据|所|话虽|严格|总的?|总体|具体|简单|一般|相对|整体|综合|通常|反过)(?:来|本|的)?|.*来"
)
NOBODY_ZH = regex(r"(?:[他她]|两人|双方|后者|前者)(?:们)?")
COMPANY_ZH = regex(r"(?:该|本)?(?:公司|集团|行|银行)|其|我们|我司|管理层|公司管理层|公司方面")


def told_zh(text: str) -> Iterator[Told]:
    """Everybody who tells something in a Chinese text."""
    taken = -1
    for found in _BY_ZH.finditer(text):
        who, how = _trimmed(found["who"]), found["how"]
        if how in {"数据", "年报", "财报", "公告", "报告", "研报", "资料"}:
            who = _ISSUED_ZH.sub("", found["who"]) or f"{found['who']}{how}"
            who = who if who != found["who"] else f"{who}{how}"
        is_unnamed = not who
        yield Told(f"据{how}" if is_unnamed else who, found.start(), found.end(), True)
        taken = found.end()
    for found in _SAYING_IS_ZH.finditer(text):
        if who := _trimmed(found["who"]):
            yield Told(who, found.start(), found.end())
    for found in _SAYS_ZH.finditer(text):
        if found.start() < taken or text[found.start() : found.start() + 1] == "据":
            continue
        if found["on"] and not _SAYS_WITHOUT_COMMA.search(found[0]):
            continue
        who = _trimmed(_PUBLISHED_ZH.sub("", found["who"]))
        if who and not _NOT_SAID_ZH.fullmatch(who):
            quoted = found.start() > 0 and text[found.start() - 1] in '”」"'
            ends = not text[found.end() :].strip("。，, ”")
            yield Told(who, found.start(), found.end(), follows=ends)
            if quoted and not ends:
                yield Told(who, found.start(), found.end(), follows=True)


def _trimmed(who: str) -> str:
    """Who it is, without when, where and to whom they spoke."""
    who = _LEAD_ZH.sub("", re.sub("[(（][^()（）]*[)）]", "", who).strip())
    who = _RIVAL_ZH.sub("", _DOES_ZH.split(who)[0])
    while (shorter := _TAIL_ZH.sub("", who)) != who:
        who = shorter
    return _OF_COMPANY_ZH.sub("", who.strip())
