"""Chinese sums that leave out their money: 4.4亿 of what is bought, and no 4.4亿 of users."""

import re
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.bare_numbers import (
    BEHIND_A_SUM_ZH,
    MONEY_WORDS_ZH,
    PRICED_ZH,
)
from exporter.evidence.reading.vocabulary.nouns import english_for
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, is_counted_word, unit_zh
from exporter.evidence.reading.vocabulary.verbs import SINGULAR


def in_money_before(
    readings: tuple[tuple[str, Fraction], ...], quantity: Quantity, before: Quantity, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a number may be, its yuan as the money said before it: 总额5亿美元，首期提取2亿."""
    between = text.lower[before.end : quantity.start]
    is_foreign = before.dimension.startswith("money:") and before.dimension != "money:CNY"
    if not is_foreign or _SENTENCE_ENDS.search(between) or MONEY_WORDS_ZH.search(between):
        return readings
    return tuple(
        (before.dimension if dimension == "money:CNY" else dimension, value)
        for dimension, value in readings
    )


_SENTENCE_ENDS = regex("[。；！？;]")
_GOES_ON = regex(r"^(?:[/、和及与或—~-]|其中|另|余|剩|分别|和|及|与|约|近|超|逾|$)")
# 补助到账860万，计入当期损益的|有540万: how much of a sum said before
_PART_OF_A_SUM = regex(
    "[^，。；、：0-9的]{2,10}的(?:部分|部份|金额)?(?:约|仅|则|只|也|共|就|还|尚|另|仍)*(?:[有为是达占]|超过?|近)?(?:约|仅|近|超|逾)?"
)
_SENTENCE = 40  # characters
_SHORT = 16
# 预算追加1500万，全年达到1.9亿: nothing is named but when, and how it moved.
_CARRIES_MONEY = regex(
    r"(?:[今明去前后上下当本首次同全][年季月周期日天个半]|[上下]半年|[一二三四五六]季度?|季度?|年底?|[一二三四五首末]期"
    r"|第?[一二三四五两](?:年|轮|次|笔|季)|下一[笔轮次年期]|上一[笔轮次年期]|后续|随后|此后|目前|最终|最后|最新|实际|其后"
    r"|将|有望|预计|计划|可能|可|会|要|已经?|又|再|也|则|却|仅|只|就|还|拟|最多|至少|大约|约|近|超过?"
    r"|比|较|同比|环比|按年|少|多|低|高|缩|[多少高超]出|净|做|达|增?加|增|升|提高|提升|上调|下调|追加|扩大?|涨|跌|降|减|缩减|上升|下降|回落|跃升|攀升|变|改|冲"
    r"|支?付|实付|支|拨|偿?还|回?收|用|投|兑付|划转|上?缴|结算|余|剩|尚|未|到位|垫付|追回|使用|动用|完成"
    r"|冲[回销减抵]|转[回出入销]|核销|回拨|拨[回出付]|退[回还]|返还|归还|抵[减扣消销]|扣[除减回]|结转"
    r"|计提|提取|摊销|清偿|偿付|兑现|释放|冻结|解冻|划[出入拨扣]"
    r"|总?规模|净?流[入出]|拿[下到]|斩获|狂?揽[下入]|录得|进账|入袋|[人户店]均|每[人户店]"
    r"|[比较][^，。；、0-9的]{1,6}?(?=[多少高低])|整整|足足"
    r"|到|至|为|是|了|成)+"
)
# 近百亿|资金涌入: what the sum is, where 三万|贷款客户 are no sum
_SUM_BEHIND = regex(
    "(?:巨额|专项|增量|社会|海外|境外|银行|财政|各类)?(?:资金|现金|[存贷借欠罚拨货赔]款|债务|补贴|补助|工资|薪水|奖金|利润|融资)"
    "(?!融券|[人者户方端卡码池链盘贷]|账|客|用户|机构|公司|企业|项目|产品|业务|合同|申请|笔|单(?!位))"
)
_COUNTED_ZH = regex(
    r"用户|会员|粉丝|日活|月活|客户|人[数次口]|销量|产量|下载|播放|点赞|浏览|访问|订阅|订户|出货|交付量|装机|参数"
    r"|股[份本]|台[数量]|件[数量]|户数|单量|(?<!金)流量|注册|观众|读者|票数|词元"
)


def is_of_money(quantity: Quantity, noun: str, subject: str, text: Text) -> bool:
    """Whether the words around a number say money: 募资4.7亿, 两个亿, 其中1.9亿用于还贷."""
    if PRICED_ZH.search(f"{subject[-3:]}\0{noun}"):
        return True
    is_sum_behind = _SUM_BEHIND.match(noun) or (noun[:1] == "的" and MONEY_WORDS_ZH.search(noun))
    if _names_money(subject) or is_sum_behind:
        return True
    has_classifier = "个" in text.lower[quantity.start : quantity.numeral.end]
    # 50个亿的订单
    goes_on = not noun or noun[0] == "的" or MONEY_WORDS_ZH.match(noun) is not None
    # 月活5个亿里有2个亿是新增的, 注入4.2个亿驰援
    if noun and (BEHIND_A_SUM_ZH.match(noun) or not _is_named(noun)):
        before = text.lower[max(0, quantity.start - _SENTENCE) : quantity.start]
        goes_on = goes_on or _COUNTED_ZH.search(before) is None
    if has_classifier and goes_on and not _COUNTED_ZH.search(f"{subject}{noun}"):
        return True
    start = max(0, quantity.start - _SENTENCE)
    if _GOES_ON.match(subject) and MONEY_WORDS_ZH.search(text.lower, start, quantity.start):
        return True
    if noun.strip("左右上下多余以了的") or len(subject) > _SHORT:
        return False
    is_part = _PART_OF_A_SUM.fullmatch(subject) is not None
    if not (is_part or _CARRIES_MONEY.fullmatch(subject)):
        return False
    said = re.split("[。；！？;]", text.lower[start : quantity.start])[-1]
    if is_part and _WHO.search(said):
        return False
    return MONEY_WORDS_ZH.search(said) is not None and _COUNTED_ZH.search(said) is None


# 补贴发放至农户860万，已领取的有540万: who they are may be what is numbered.
_WHO = regex("[人户民客者员众迷粉](?=[0-9共达约近超逾有为总数]|$)")


def _is_named(noun: str) -> bool:
    """Whether what stands behind a number begins with a classifier, or has a noun that is known."""
    return bool(noun[0] in CLASSIFIERS or _PEOPLE.match(noun) or english_for(noun))


_PEOPLE = regex("[^，。；、的了在]{0,5}[人民者员户客迷粉众](?![工民币])")
_MONEY_NAMED = regex("美元|美金|港元|港币|欧元|日元|英镑|澳元|加元|新台币|台币|瑞郎")


def named_money(subject: str) -> str:
    """The money of a number without a unit: 美元贷款2.3亿; "" where none is named."""
    *_, name = ["", *_MONEY_NAMED.findall(subject)]
    unit = unit_zh(name) if name else None
    return unit[1].key if unit else ""


def _names_money(subject: str) -> bool:
    """Whether money is said before a number, and behind it no number of others: 付费用户."""
    subject = subject.lower()  # GMV
    *_, last = [0, *(said.end() for said in MONEY_WORDS_ZH.finditer(subject))]
    is_number = _NUMBER_OF.search(subject, last) or _COUNTED_ZH.search(subject, last)
    return last > 0 and is_number is None


# 成交额缩量至1.06万亿 is of the sum before it.
_NUMBER_OF = regex("数(?![额据字码智控量])|人次|(?<![缩放])量(?!化|级)")


def names_a_count(noun: str) -> bool:
    """Whether the words behind a number say what it counts, and so no money."""
    word = re.match(r"[a-z]+", noun.lower())
    if word:
        return is_counted_word(word[0]) and word[0] not in SINGULAR
    is_portion = _PORTIONS.match(noun) is not None
    return bool(noun) and (noun[:1] in COUNTING or is_portion or _WHO_ARE.match(noun) is not None)


# 逾8万|现金贷用户 are people, where 3亿|用户补贴 is a sum
_WHO_ARE = regex(
    "(?:现金|消费|网络?|[个商房车存信]|经营|信用|在线|注册|付费|活跃|境内外?|境外|中小|高净值)*(?:贷款?|卡|人)?"
    "(?:[用客账]户|会员|粉丝|储户|借款人|持卡人|投保人|投资者|消费者|股民|基民)"
    "(?!的?(?:补|[存贷欠借]款|资[金产]|金额|费|款|债|押金|保证金|备付金|权益|理财|奖励|红包))"
)
# 卖了870万份, 奖励500万积分
_PORTIONS = regex("份(?!额)|积分|金币|代币|选票")


# and 盾, which are of Indonesia or Vietnam, and no yuan
COUNTING = frozenset("个名位家人次款件条项台辆座种套张户股吨桶只盾杯瓶盒袋箱罐枚")
