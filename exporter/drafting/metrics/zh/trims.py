"""What is cut off the words before a figure: where a change began, what is meant to be, by whom."""

import re

from exporter.drafting.metrics.zh import words
from exporter.engine.regex import regex

# 员工数|由年初的, 批价|从中秋前的每瓶, 检测费用|已从几百元
_ORIGIN = regex(
    "(?:已经?|则|就|将|再|也|又)?(?:(?<![理缘自事])由(?!于)|从(?!事|业)|自(?=\\s))"
    "(?:[^，。；的]{0,9}?的|[^，。；的]{0,8}?(?:年|月|季度?|初|末|底|前|期|时|\\s|几[^，。；的]{1,3}|计划|高点|低点|峰值"
    "|低谷|最初|原来|原先|以往))?(?:盈利|净赚|亏损|净亏损?|净流[入出])?(?:每[^，。；的]{1,3})?\\s*$"
)
# 亏损，较二季度的|8.1亿元
_COMPARED = regex(
    r"^(?:较|比|对比|相比|高于|低于|好于|而)?[^，。；]{0,9}(?:季度?|年|月|期|末|初|前|\s)的$"
)
# What somebody wants of a figure, or with what words it is reached.
_MEANT = regex(
    "(?:(?:还|也|都|就|便|则|仍|才|又|再|更|能|可|能够|可以|得以|一定|最终|力争|争取|有望|目标|计划)*"
    "(?:(?<![主重需])要|想|希望|打算|(?<![价值账失金])准备|挑战|冲刺|冲击|瞄准|剑指|做到|做成|冲到|看到|守住|稳住|站稳|站上|拿到|控制|压缩|压低|压"
    "|力争|争取|确保|可望|扩充|拉长|拉高|缩短|扩|缩|跑出|交出|给到|来到|走到|摸到|触达|挺进|迈入|迈上|迈向|回到"
    "|恢复到|恢复至|恢复|接近|贴近|逼近|停在|卡在|落到|压到|(?<=[利费款金贴点税])(?:补回|返还|退还|补给|返给)|开到|扩到|增到|铺到|开至|做大到|堆到|堆至|涨过|跨入))+$"
)
# 收入|首次过半, 销售额|已连续三个季度下滑
_PREDICATE = regex(
    "(?:(?:倒是|倒|同样|首次|再次|首度|再度|仍|仍在|仍然|继续|依然|大幅|小幅|明显|同比|环比|已经?|也|又|再|由负|由亏|由盈|双双|还在|正在)*"
    "(?:过半|表现(?:突出|亮眼|强劲|优异|出色|稳健|平平|疲弱|疲软|欠佳|理想)|创下?(?:了?历史)?(?:新高|新低|纪录)|转正|转负|翻倍|翻番|扭亏(?:为盈)?|转盈|转亏|腰斩|持平|见底|企稳|亮眼"
    "|超出?预期|不及预期|低于预期|达标|改善|承压|走高|走低|下滑|下降|上升|增长|回升|回落|增加|减少|收窄|扩大|放缓|加快"
    "|提速|恢复(?:正?增长)?|由[^，。；]{1,2}转[^，。；]{1,2}|恶化|好转|回暖|收缩|萎缩|缩水|反弹|[升降涨跌增减]了|喜人|惊人|可观|稳定)了?|(?:已经?|又|也)?连续[^，。；]*)$"
)
_TIMES = regex("(?:目前|现在|如今|眼下|当前|当下|迄今|至今|一度|盘中|盘初|曾|年内|期内|期末)$")
# Who says so, in what manner, and what it comes from: the name begins behind.
_BEFORE = regex(
    "^(?:以?[^，。；]{0,24}?为(?:代表|首)的(?=..)|影响(?=..)|(?:[^，。；]{2,8}?(?<![利入润本费用量额价率]))(?:则|却|更|也|还)+(?:是|要?悲观地|乐观地)?(?:预计|预测|预期|估计|估算|认为|判断)(?:只|仅|才)?有?$|"
    "(?:一直|一度|曾经?|最)*被[^，。；]{0,6}?(?:寄予厚望|看好|看重|寄望|诟病|视[作为][^，。；的]{2,8})的(?=..)|"
    "[新在拟扩]建的(?=[^，。；]{2,12}(?:总投资额?|投资额|产能|面积)$)|(?:承接|接到|接下)(?=[^，。；]{2,}(?:订单|项目|合同|业务|委托)$)|(?:公司|集团)?(?:正|拟|计划)?在(?=[\u4e00-\u9fff]{2,10}的[\u4e00-\u9fff]{0,4}(?:"
    f"{words.WORKS}|项目)(?:总|计划|设计|规划|年|月|日|累计|占地)*(?:投资|产能|产量|面积|产值))|"
    "(?:公司)?(?:位于|坐落于?|地处|设在)(?=[\u4e00-\u9fff]{2,10}的)|(?:项目|工厂|基地)?(?:全部|全面)?(?:建成|投产|达产|满产|投运|量产)之?后(?=..)|.{0,12}(?:表示|认为|指出|坦言|透露|称|说(?!明|法)|强调|判断|显示(?!器|屏|面板)|提到|介绍)(?:，|：|\\s)*"
    "|.*?(?<![一])把(?!控|握|关|手|脉)(?=..)"
    "|.*(?:拉动|推动|推升|助推|促使|导致|致使|使得|造成)(?=..)"
    "|.*(?:(?<![行驶出天大假即])使(?![用命馆者团])|(?<![指命法司政号口])令(?![牌人]))(?=..)"
    "|.*(?:的是|来说|而言|来看|看来)"
    "|.*?(?:主要系|主要因为?|主要由于|主要源于|主要来自|得益于|受益于|归因于|缘于|源于|系因)"
    "|(?:仍然?|依然|依旧)(?=净?亏|盈|有[^所]|录得|实现)"
    "|.*?目标(?:是|为|定为|设为)(?=[^不约近超至达大以逾低高少多最人今明全年在][\u4e00-\u9fff])"
    "|(?:原因|理由|主因|亮点|看点)(?:主要)?(?:是|为|在于|包括|系)(?=..)|(?:主因|惟(?!一|独))(?=..)"
    "|(?:主要|其实|好在|幸好|只是|可是|可(?![再用比供支转回控追售租视变采穿降折编持])|却|偏偏|届时|彼时|当时|里头|里面|这里面|这其中|这当中|这里|其余|尤其是?"
    "|特别是|也就是|换言之|换句话说|总的来看|力争|争取|努力|确保|保证|正打算|打算|准备|正在|只(?![数有])|仅|若(?!干)|如果"
    "|账面上|算下来|折算下来|加起来|合起来|平均下来|一年下来|相比之下|与此同时|反观|至于|对于|关于|再加上|加上"
    "|[^，。；\\s]{0,6}?(?:提出|制定|设定|定下|确立|下达)的|仅?次于|[而则也亦]*为(?=[\u4e00-\u9fff]{2,4}(?:收益|损失)$)"
    "|单是|光是|仅仅|另有?|且|单看|只看|若按|按此|按这个|其一|其二|一是|二是|三是)(?=..))"
)
# 第16|周时应答率, 同|月交付量
_SPAN = regex(
    r"^[一二两三四五六七八九十0-9]+(?:个?[月季]|年)(?:之?[后内])(?!到期|偿还|归还)的?(?=..)"
    r"|^(?:[^，。；]{0,5}第[0-9一二三四五六七八九十]+)?第?(?:个?[年月周天日]|小时|个月)(?:时(?![长速薪间效刻])|后|内|的|末)(?=..)"
    r"|^(?:[0-9一二三四五六七八九十]+月)?(?:第[0-9一二三四五六七八九十]+|[上中下本首])个?[周旬](?![末刊转报期年])(?=..)|^同[月季周日](?=$|.)"
)
# 特种纸|目前|月产能
_NOW = regex(r"(?<=[\u4e00-\u9fff]{2})(?:目前|当前|眼下|现时)的?(?=[\u4e00-\u9fff]{2})")
# 公司在全国|有|门店
_THERE_ARE = regex("(?<=^全国)(?:共|现|已|还)?有(?![色机限线关效])")
_HOLDERS = regex(
    r"(?:归属于?(?:于)?(?:上市公司|母公司|本行|本公司|该?公司|该行|本?集团|银行)?(?:普通股)?"
    r"(?:股东|所有者|权益持有人|拥有人)(?:应占)?的?"
    r"|(?:本?公司|母公司|本行)?(?:普通股|权益)?(?:权益持有人|持有人|拥有人|股东)应占)"
    r"(?=净?利润|溢利|净亏损|亏损|净利|所有者权益|股东权益|净资产|扣除)"
)
_ORDINARY = regex("(?:归母)?扣除非经常性(?:损益|项目)(?:后|之后|的|归母)*(?=净利|净亏|利润)")
_OF_CASH = regex("活动所?(?:产生|得|用|使用)(?:的|之)(?=现金)")


def trimmed(rest: str) -> str:
    """The words before a figure without their end that says from where, or what is meant."""
    rest, before = _BASIS.sub("", _CAUSE.sub("", rest)), ""
    while rest != before:
        before = rest
        for pattern in (_ORIGIN, _MEANT, _TIMES):
            found = pattern.search(rest)
            if found and (pattern is _ORIGIN or not rest.endswith(words.MEASURES)):
                rest = rest[: found.start()].rstrip()
    return "" if _COMPARED.search(rest) else rest


# 市场推广费用|则因新品上线
_CAUSE = regex(
    rf"(?<=.)(?<=[{''.join(sorted({word[-1] for word in words.MEASURES}))}])"
    "(?:则|也|亦|却|主要|同样)?(?:因(?![此而素])|由于|得益于|受益于|受惠于|受到?)[^，。；]{2,14}$"
)


# 收益|按人民币计算, 收入|以固定汇率计
_BASIS = regex(
    "(?<=..)(?:如?按|以)[^，。；的]{0,4}?(?:人民币|港元|港币|美元|欧元|当地货币|本币|汇率|币值|口径)"
    "(?:计算?|折算|列示|计价|换算)?(?:来看|看)?$"
)


def without_predicate(clause: str) -> str:
    """A clause without what it says of its subject: 创新药收入|首次过半."""
    said = _PREDICATE.sub("", clause.rstrip())
    return said if len(said) > 1 else clause


def from_its_head(said: str) -> str:
    """A name without who says it, in what manner, when."""
    before = ""
    while said != before:
        before = said
        said = _SPAN.sub("", _BEFORE.sub("", said, count=1))
    return _THERE_ARE.sub("", _NOW.sub("", said))


def folded_owner(said: str) -> str:
    """归属于上市公司股东的净利润 as analysts write it: 归母净利润."""
    said = re.sub("归母(?=利润|亏损)", "归母净", _HOLDERS.sub("归母", said))
    return _OF_CASH.sub("活动", _ORDINARY.sub("扣非", said))


_RIVAL = regex(
    r"^(?:[^，。；\s]{0,3}的)?(?:竞争)?(?:老?对手|同行|友商|竞品|同业)(?:企业|公司|品牌)?[“\"]?[^，。；\s的]{2,7}?[”\"]?"
    r"(?=\s|的|披露|公布|发布|报告|宣布|售出|交付|卖出|实现|录得|营收|收入|销量|净利|股价|去年|今年|前)"
)
_PRONOUN = regex(r"^(?:(?:这|该|上述|此|前述)?(?:一|个|项)*)?(?:后者|数字|数据|数值|指标|数)$")


def without_rival(said: str) -> str:
    """A name without the competitor whose it is."""
    return _RIVAL.sub("", said)


def is_pronoun(base: str) -> bool:
    """Whether a noun only points at a metric that was named before: 这一数字."""
    return _PRONOUN.match(base) is not None


# 毛利率|（GAAP）|为, 净利润|（扣非）|同比增长: what stands in brackets behind a noun
ASIDE = regex("(?<=..)[（(](?P<said>[^（()）]*)[)）]$")
KINDS = frozenset("扣非 归母 经调整 含税 不含税 同店 备考".split())  # before a noun they name it
# 电价为|每千瓦时, 询价量|是去年的
_BESIDE = regex(
    r"(?<=.)(?:(?:每[^，。；每\s]{1,5})+|(?:则?是|为|相当于|却?只有|仅有)[^，。；]{0,10}的"
    r"|由[升盈亏降增减][转为]+[升盈亏降增减])$"
)


def without_beside(rest: str) -> str:
    """Words without what a figure is per, or compared with, at their end."""
    found = _BESIDE.search(rest)
    plain = _LINKED.sub("", rest)  # 每单消费|为
    is_named = rest.endswith((*_LONG_MEASURES, *_ESTIMATES)) or (
        plain.endswith(_LONG_MEASURES) and "每" in plain
    )
    return rest if found is None or is_named else rest[: found.start()]


_LINKED = regex("[为是达约近超逾]+$")
_ESTIMATES = ("预测", "预估", "预期", "指引")  # 2026年|每股盈余预估|下修
_LONG_MEASURES = tuple(word for word in words.MEASURES if len(word) > 1 or word in "额量价费")
