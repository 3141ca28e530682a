"""What others are compared with in Chinese text, which is exact: 低于28港元的发行价."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.qualifiers import EXACT, Readings

# 低于2.5个月的历史均值: exact, though its own bound may be meant, too.
_STANDARD = regex(
    r"均[值线]|的(?:历史|行业|长期|市场|一致|此前|原)?"
    r"(?:均[值线]|平均|水平|预期|预测|预估|估计|指引|目标|中枢|荣枯线|共识|警戒线)"
)
_PRICES = (
    "(?:首次公开)?(?:发行|招股|首发|上市|发售|配售|配股|认购|增发|定增|转股|行权|行使|回售|赎回|要约|私有化|收购|成本"
    "|开盘|收盘|挂牌|起拍|评估|指导|最低保护|买入|建仓|持仓|入场|保本|回本)(?:均|底)?(?:价格?|成本)(?![格区范的])"
)
_MARK = regex(
    f"(?:的|之)(?:其|最初|当初|当时|上市时|首次|去年|上年|上季度?|原定?|监管|法定|国家|银行|贷款|契约)*(?:{_PRICES}"
    "|(?:目标价|(?:每股)?净资产线?|成本线|(?:票面)?面值|同期(?!增)|盈亏平衡[点线价]?(?!的)|盈亏[点线]|保本[点线]|荣枯[线点]"
    "|(?:警戒|预警|平仓|补仓|监管|及格|合格|生死|贫困|温饱)线|红线|底线|临界[点值]|契约上限|监管(?:要求|上限|下限|标准|指标)))"
)
# 低于 and 跌破 compare; 不低于 bounds, and so may what a price is set by: 以低于28港元的发行价上市.
_COMPARES = regex(
    "(?<!不)(?<!不得)(?<!不能)(?:低于|高于|高过|高出|低过|跌破|击穿|失守|跌穿|站上|站稳|收复|升破|突破|涨破|超过|超出|超越|逊于|不及|小于|大于|多于|少于|优于)"
    "了?(?:每[一-鿿]{1,2})?$"
)
_SETS = regex("(?:[以按用]|定[出为在]|确定)[^，。；]{0,6}$")


def as_compared(quantity: Quantity, text: Text, readings: Readings) -> Readings:
    """What is said of a quantity, by what it is that others are compared with.

    Args:
        quantity: The quantity.
        text: The text.
        readings: What is said of it.
    """
    if not text.is_chinese or not readings:
        return readings
    if _MARK.match(text.lower, quantity.end) is not None:
        said = text.lower[: quantity.start]
        found = _COMPARES.search(said)
        if found is not None and _SETS.search(said, 0, found.start()) is None:
            return EXACT
        return readings | EXACT if found is not None else readings
    return readings | EXACT if _STANDARD.match(text.lower, quantity.end) is not None else readings
