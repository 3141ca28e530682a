"""What somebody sets anew on a day: a price, a fee, a rate, a limit. Until then it was another.

In May it raised the price from | $2.80 | to $3, 去年5月，甲将零售价由|2.8元|上调至3元: so much
in April.
"""

from datetime import date, timedelta

from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.steps import DAY, one_before
from exporter.engine.regex import regex

_LINES = (
    r"facilit(?:y|ies)|credit lines?|loans?|overdraft|ceiling|stake|holding|shareholding|tolls?"
    r"|levy|tariffs?|authori[sz]ation|mandate"
)
_SET = (
    rf"(?:{_LINES}|limit|cap|(?:[a-z]+ )?prices?|fares?|fees?|wages"
    r"|(?:key|base|policy|interest|benchmark|lending|deposit|tax) rate|subscriptions?|rents?)"
)
_DONE = (
    r"(?:increase[sd]?|rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|extend(?:s|ed)|upsized|enlarged|expanded"
    r"|cuts?|cutting|reduce[sd]?|lower(?:s|ed|ing)?|upped|trimm?(?:s|ed)?|took|taking|put up)"
)
_SET_EN = regex(
    rf"\b(?:{_LINES}|debt limit|credit limit|cap)\b[^;.]{{0,30}}"
    rf"\b{_DONE}\b[^,;.]{{0,30}}\bfrom [A-Z]{{0,3}}\W?$"
    rf"|\b{_DONE} (?:[\w’'-]+ ){{0,5}}?{_SET}(?: (?:of|for|on) (?:(?:an?|the|its) )?(?:[\w-]+ ?)"
    rf"{{1,4}}?)?(?: in [A-Z]\w+)? ?from [A-Z]{{0,3}}\W?$"
)
_PRICE_ZH = (
    "(?:(?<!均)价格?|费率|(?:会员|年|月|票|手续|服务|管理|保|学|运|配送|停车|加盟|物业)费(?!用)|租金|利率|佣金|税率|关税"
    "|工资|时薪|底薪|补贴|授信额?度?|额度|上限|门槛|持股比例|保证金率?)"
)
# What somebody does; what only rises, or is raised by nobody named, moves.
_DEED_ZH = "(?:上调|下调|调[高低整升降]|上浮|下浮)了?[至到为]"
_ANY_ZH = "(?:上调|下调|提高|降低|提升|下降|调[高低整升降]|上浮|下浮|[升降涨减])了?[至到为]"
_EACH_ZH = "(?:每[^，。；0-9]{1,3})?(?:约|近)?$"
_FROM_ZH = regex(
    f"(?P<by>[把将])?[^。；把将]*{_PRICE_ZH}[^。；]*[从由](?:此前|原来|原先|原有?)?的?{_EACH_ZH}"
)
_TO_ZH = regex(
    f"(?:{_PRICE_ZH}[^。；]*{_DEED_ZH}|[把将][^。；]*{_PRICE_ZH}[^。；]*{_ANY_ZH}){_EACH_ZH}"
)
_DONE_ZH = regex(f"[^，。；0-9]{{0,6}}?{_DEED_ZH}")
_DONE_BY_ZH = regex(f"[^，。；0-9]{{0,6}}?{_ANY_ZH}")


def was_set_until(read: Read, start: int, end: int) -> bool:
    """Whether the figure from `start` to `end` is what something was until it was set anew."""
    if read.lang == "en":
        return _SET_EN.search(read.text[:start]) is not None
    led = _FROM_ZH.search(read.text[:start])
    done = _DONE_BY_ZH if led is not None and led["by"] else _DONE_ZH
    return led is not None and done.match(read.text, end) is not None


def is_set_then(read: Read, start: int, end: int) -> bool:
    """Whether a Chinese figure is one end of such a change, which is of its date."""
    if read.lang != "zh":
        return False
    return was_set_until(read, start, end) or _TO_ZH.search(read.text[:start]) is not None


def until(period: str) -> str:
    """The month, or the day, before one in which something was set; of a longer one itself."""
    if DAY.fullmatch(period):
        return (date.fromisoformat(period) - timedelta(days=1)).isoformat()
    is_month = len(period) == len("2025-10") and period[5:].isdecimal()
    return one_before(period) if is_month else period
