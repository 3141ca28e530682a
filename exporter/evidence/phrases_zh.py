"""Where a noun of Chinese text ends, and the verbs and particles begin: 12家|获批, 门店|增至."""

from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.nouns import is_noun

# What a Chinese noun does not begin with: the rest of the sentence does.
VERBS = (
    "获", "在", "已", "被", "为", "将", "是", "有", "达", "来自", "位于", "投", "属", "未", "正",
    "均", "可", "需", "受", "进入", "完成", "通过", "上线", "实现", "开业",
    "关闭", "参加", "参与", "接受", "仍", "也", "还", "则", "都", "同比", "环比", "较", "比", "占",
    "缩", "扩",
    "增", "减", "降", "升", "下", "上", "中", "以上", "以下", "左右", "的", "和", "与", "及", "，",
    "。", "、", "；", ")", "）", "(", "（", ",", ".", "；", ":", "：", "/", "至", "到", "后", "前",
    "内", "起", "，", "用", "于", "预计", "覆盖", "其", "用来", "就", "无", "提供", "每", "不",
    "之", "登记", "备案", "落地", "铺开", "试点", "启用", "竣工", "封顶", "参展", "参赛", "到货",
    "到港", "停航", "停飞", "复航", "复飞", "靠泊", "离港", "运转", "运行", "运营", "营业", "倒闭",
    "没", "等", "多", "余", "以及", "还有", "入", "计划", "治疗", "购", "出", "准", "进", "而",
    "但", "因", "由", "对", "从", "向", "接", "累计", "合计", "新", "建", "交付", "使用", "订购",
    "拿下", "拿到", "夺得", "夺冠", "摘得", "胜出", "领先", "落后", "垫底", "登顶", "跻身", "名列",
    "位列", "位居", "排名", "刷新", "赢得", "落败", "失利", "上榜",
    "微调", "取消", "照常", "照旧", "如常", "表示", "表态", "宣布", "回应", "签署",
    "去化", "网签", "售罄", "清盘",
    "离", "分别", "大关", "关口", "待", "闲置", "空置", "停运", "停用", "停售",
)  # fmt: skip
FUNCTION = regex(
    r"突破|年销(?!售)|目标|攀升|接近|逼近|站上|规模|峰值|人数|数量|总量|保持|维持|稳定|扩大|回升|提升"
    r"|提高|分布|遍布|同期|其中|另有|另外|总数|总计|合计|共计|累计|总共|分别|[依顺]次|约"
    r"|[现尚仍还今][余剩存](?![款额量货])"
    r"|[多少再新净][签开增减关退接招聘卖卷交建设投]|授权|申请|登记|多出|少了|多了|高出|净多|净少|获批|达到?|增至|增加|增长|降至"
    r"|(?:结束|停止|终止|暂停|恢复|开始|正式|重新)(?:营业|经营|运营)|[关开拆卖]掉|歇业|结业|复业|打烊|关张|摘牌"
    r"|翻新|调改|退出|扩建|转让|搬迁|装修|续建|重装|迁址|整改|退租|撤出|扩容|升级"
    r"|净减少|减少|下降|上升|新增|净增|净减少?|新开|新建|在建|拟建|续租|续约|出租|购入|租赁|开业"
    r"|增开|加开|停开|恢复|在产|[多少]$|遗留|积压|留存|办结|驳回|退回|作废|报废|解决"
    r"|每[年月日天周]|队伍|缩[减编]|扩[充张]|壮大|精简|淘汰|倒闭|新设|改建|拆除|替换|更换|翻修|剔除|回收"
    r"|投运|停业|改造|持有|拥有|交付|预售(?![证许商房])|热销|接待|发出|取消|裁减|招聘|关闭|关停|销售|生产"
    r"|卖出|售出|交付|较|上年|去年|今年|同期|同比|环比|为|有|共|和|与|及|、|，|。|（"
    r"|）|\(|\)|\[|\]"
    r"|占(?![地比用])|截至|当[年季月日期]|[年季月期]内|年|月|日|末|底|初|目前|已|将|至|从|由|到|升|降|而|又|还|再|则|仅|只"
    r"|超过?|近|逾|不|其余|余下|剩余|前|后|完成|收到|开出|开设|上半年|下半年|全年"
    r"|季度|的|在|：|:|；|计划|减至|的是|分别为|即|或|是|[0-9~—-]"
)

# What is said of a number between its noun and itself; any other word is what the number is of:
# 门店客流达3.2万, 客户存款3亿.
MOVED = regex(
    "|".join(
        sorted(
            {
                *cues.DOWN_ZH, *cues.EITHER_ZH, *cues.BY_ZH, *cues.TO_ZH,
                *"持续 进一步 稳步 不断 大幅 小幅 逐步 快速 迅速 首次 一举 成功 "
                "陆续 先后 一度 再度 重新 实际 平均 基本 大致 激增 暴增 猛增 "
                "剧增 骤增 陡增 翻倍 倍增 扩容 扩张 膨胀 壮大 积累 沉淀 汇聚 "
                "聚集 吸引 集聚 录得 报 计有 设有 印行 刊行 不减反增 不降反升 "
                "不增反减 不升反降 有增无减 未减 未增 未降 未升 维持在 保持在 "
                "稳定在 高企 渗透 黏住 拓展 触及 留存 沉积 逆势 净流入 终于 直逼 逼近 "
                "迈过 跨过 手持".split(),
            }
            - {"亏损", "逆差", "赤字", "减值", "损失", "亏", "净亏损", "亏损额"},
            key=lambda word: (-len(word), word),
        )
    )
)  # fmt: skip
# 短剧5600部，今年新|拍摄|约720部: what is done with more of the same.
DONE_WITH = regex(
    "(?:新|首[年期批]|[可能会]|可以|能够|预计|计划)*(?:拍摄|摄制|制作|播出|上映|引进|引入|签下|补充|招收|录用|派出|上架|下架|登记|注销|收购|出品|出版|发行|发布|推出|投放|布设|安装"
    "|铺设|部署|更新|调[出入]|划转|转[出入]|抽检|检出|查[获处]|处罚|立案|结案|撤案|移送|回访|签[署订]|审[结批]|改编|收录|收藏|修复"
    "|养护|检修|巡检|种植|栽种|砍伐|孵化|培育|屠宰|捕捞|放流|执行|覆盖|服务|触达|转化)"
)

# 12家门店中有5家|亏损
_DOES_ALONE = regex(
    "(?:亏损|盈利|倒闭|破产|停产|停业|达标|超标|到期|违约|上涨|下跌|作业|检修|大修|维修|待修|施工|筹建|筹备|服役|退役|复产|满产|达产|试产"
    "|试运行|试运营|试营业|招租|满租|签约|续约|履约|解约|发售|预售|热销|滞销|售罄|通航|通车|开工|动工|完工|停工|复工|开园|开馆|开盘|开通"
    "|完钻|见油|出油|见气|注销|吊销|撤销|清退|召回|更换|修复|受损|受灾|遇难|受伤|死亡|康复|住院|感染|晋级|夺冠|落选|过审|撤回|撤店|闭店|关店"
    "|持平|换新|损坏|破损|毁坏|失灵|老化|开裂|报警|漏水|停播|播出|上映|停刊|休渔|歇业|涨停|跌停|收涨|收跌|飘红|飘绿|停牌|复牌|退市)中?(?:[，。；、]|$)"
)
# 127名|投资者, 12家|上市公司: nouns that begin as a verb does.
_NOUNS_ALL_THE_SAME = regex(
    "投(?:资[者人机方]|保[人方]|标[人方商企]|递员)|参(?:[与会赛展保]者|展商|赛队|保人)|获[奖救益授](?:者|人|单位|企业)"
    "|受(?:[试访害益助]者|[益害托]人|托方)|被(?:告|保险人|投资?企业)|在(?:[职岗册]员工|职?职工|校[学生])"
    "|进[出口]{1,2}[商企]|出(?:口[商企]|租[车屋方]|资[人方]|品方)|上(?:市[公企]|游|级)|中(?:小企|[高低]层)"
    "|购[房车]者|用(?:户|人单位)|对手|接班人|接[待线]员|下(?:属|游)|使用者|无人[机车艇]|建筑|新(?:员工|用户|客户|能源)"
    "|正式(?:员工|职工)|未(?:成年|婚)|已婚|有限"
)


# 其中4部|票房过亿: what is said of each, and no noun of theirs
_MEASURED = regex(
    "(?:年|月|日|累计|单[日月店体]|全年)?(?:总?票房|营收|营业收入|收入|销售额|销量|产量|净?利润|产值|估值|市值|单价|售价|面积|评分"
    "|收视率|毛利率|点击量|播放量|成交额|客流|入住率|出租率)(?:[均都已也]|合计|累计|同比|平均)*(?:$|[过破超达逾低高不突增降跌涨在为至])"
)


def begins_rest(rest: str) -> bool:
    """Whether what stands behind a classifier is the rest of the sentence, and names nothing."""
    if not rest or _DOES_ALONE.match(rest) or _MEASURED.match(rest):
        return True
    return rest.startswith(VERBS) and not _NOUNS_ALL_THE_SAME.match(rest)


# 由54家|大幅精简|为40家: between the two ends of a change stands what was done.
_DONE = regex(
    "(?:[大小]幅度?|进一步|迅速|快速|逐[步年]|一路|直接|陆续|急速|骤然|稳步|持续|一举|已|又|再)?"
    "[\u4e00-\u9fff]{1,2}了?"
)


def is_of_a_change(figures: Sequence[Figure], at: int, rest: str) -> bool:
    """Whether what stands behind a number's classifier only says how it became the next number."""
    if not figures[at].subject.endswith(("由", "从")) or at + 1 == len(figures):
        return False
    this, following = figures[at], figures[at + 1]
    is_end = following.subject == this.noun and following.noun[:1] == this.noun[:1]
    return is_end and _DONE.fullmatch(rest) is not None and not is_noun(rest)


_BARE_MAGNITUDE = regex("[十百千万亿]+")


def is_size_of_next(figures: Sequence[Figure], at: int) -> bool:
    """Whether a magnitude only says which things the next number counts: 破亿|品牌有237个."""
    this, following = figures[at], figures[at + 1] if at + 1 < len(figures) else None
    is_named = following is not None and this.noun != "" and following.subject == this.noun
    return is_named and _BARE_MAGNITUDE.fullmatch(this.text) is not None


_PHRASE = regex(r"[^，。；：、的了和与及并（(0-9\s]{1,16}")


def ends_phrase(rest: str, noun: str) -> bool:
    """Whether a noun is the last of the phrase that `rest` begins with, other words before it."""
    match = _PHRASE.match(rest)
    phrase = match[0] if match else ""
    at = phrase.rfind(noun)
    return at >= 0 and (at + len(noun) == len(phrase) or _begins_verb(phrase[at + len(noun) :]))


def _begins_verb(rest: str) -> bool:
    is_verb = rest.startswith(VERBS) or FUNCTION.match(rest) is not None
    return is_verb and not _NOUNS_ALL_THE_SAME.match(rest)
