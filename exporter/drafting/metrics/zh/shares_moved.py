"""What shares did on a day: 某股份逆市上涨|1.1%|, 股价高开低走，收跌|3.9%|."""

import re

from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_OF_A_DAY = regex(
    r"收[市盘报]|盘中|早盘|午后|开盘|股价|逆市|高开|低开|尾盘|领[涨跌]|[，；、]\s?报[0-9.]+(?:港|美)?元"
)
_MOVED = regex(
    r"(?P<who>[^，。；：、（(]{2,12}?)(?:今日|昨日|当日|周[一二三四五]|\s)*(?:逆市|盘中|收盘|股价|一度|现|急|大|小幅|则|亦|也|再|跟)*"
    r"(?:上涨|下跌|大涨|大跌|收涨|收跌|微涨|微跌|涨|跌|升|挫|走高|走低|飙升|重挫)(?:了|约|近|逾|超过?)*$"
)
# 较发行价|9.8元|已跌去近|三分之二
_SINCE_ISSUE = regex(
    "(?P<than>(?:较|比|相比于?)(?P<what>发行价|招股价|首发价|配股价|定增价))[^，。；]*$"
)
_FELL_OR_ROSE = regex("[跌涨升低高缩]")
_OPENED = regex(
    r"(?P<who>[^，。；：、（(]{0,12}?)(?:股价)?\s*(?:大幅|小幅|开盘)*(?:高开|低开)(?:了|约|近|逾|超过?)*"
)
# 股价高开低走，|收跌|3.9%: of the shares that the clause before speaks of
_MOVED_AGAIN = regex(
    r"(?:[但而却也又]|最终|终场|最后|随后|其后|一度|尾盘|午后|早盘|盘中|盘初|截至收盘|收盘|最多|最高|最低|曾|仍|累计)*"
    r"(?:上涨|下跌|大涨|大跌|收[涨跌升高低]|微[涨跌升]|[高低]开|[涨跌升挫]|走高|走低|飙升|重挫|冲高|回落)"
    r"(?:了|约|近|逾|超过?)*"
)
_OF_SHARES = regex(
    "(?:(?:股价|股份|个股)(?!支付|薪酬|回购|激励|数)|(?:[高低平]开|开[高低平]|冲高|探底)[高低走后回升落震荡]{1,4}"
    "(?=，))[^。；]*$"
)
_NO_SHARES = regex(
    r"[量额率费本价值数比]$|收入|利润|净利|营收|销售|成本|指数|[期现]货|市场|产能|订单|油|金|铜|煤|米|毛利|均价|累计|年内"
)
# 股价昨收报2.27元，成交1860万元，今年累计跌幅|21%
_SINCE = regex(
    "(?:股价|收[报盘于])[^。；]*(?:今年|年内|今年以来|年初至今|上市以来|累计)+(?:累计?)?(?P<how>[跌涨升]幅)[^，。；0-9]*$"
)
_MOVED_SINCE = regex(
    "(?:股价|收[报盘于])[^。；]*，(?:今年以来|年内|年初至今|上市以来|今年)?(?:已|则|仍)?累计?[^，。；0-9]{0,4}[跌涨升](?:了|约|近|逾|超过?)*$"
)
_QUOTED_AT = regex(
    r"(?:^|[，；、\s]|股[份价票]?)(?:[昨今]日?|周[一二三四五])?(?:收?报|收于|收在|现报)\s?$"
)
_OF_RESULTS = regex("收入|利润|净利|营收|销售|成本|指数|期货|产能|订单|毛利|均价|同比|环比")


def by_shares_moved(site: Site) -> Guess[str] | None:
    """What shares did on a day, in a sentence that says so: 甲股份升4.3%，报5.61港元."""
    if _OF_A_DAY.search(site.text) is None:
        return None
    if site.is_money and _QUOTED_AT.search(site.text[: site.start]):
        return Guess("股价")
    if site.figure.dimension == RATIO and (since := _SINCE.search(site.text[: site.start])):
        return Guess(f"股价{since['how']}")
    if site.figure.dimension == RATIO and _MOVED_SINCE.search(site.text[: site.start]):
        return Guess("股价涨跌幅")
    if told := _since_issue(site) or _as_it_opened(site):
        return Guess(told)
    moved = _MOVED.fullmatch(site.tail.strip()) if site.figure.dimension == RATIO else None
    who = moved["who"].removesuffix("股价") if moved is not None else ""
    if (moved is not None and who != moved["who"]) or _have_moved_again(site):
        return Guess("股价涨跌幅")
    if moved is None or (_NO_SHARES.search(who) and who not in site.names):
        return None
    is_known = any(name in who for name in site.names) or re.search(
        "股份|集团|控股|科技|航空|银行|证券|服务|游戏|电子|酒业|药业|汽车|能源|公司|股$", who
    )
    return Guess("股价涨跌幅") if is_known else None


def _since_issue(site: Site) -> str:
    """The price of an issue, and how far shares have moved from it; "" elsewhere."""
    issue = _SINCE_ISSUE.search(site.text[: site.start])
    if issue is None:
        return ""
    if site.is_money and issue[0] == issue["than"]:
        return issue["what"]
    has_moved = site.figure.dimension == RATIO and _FELL_OR_ROSE.search(site.tail)
    return f"股价较{issue['what']}变动" if has_moved else ""


def _as_it_opened(site: Site) -> str:
    """How far shares opened from the day before: 甲股份低开|3.2%|; "" elsewhere."""
    opened = _OPENED.fullmatch(site.tail.strip()) if site.figure.dimension == RATIO else None
    who = opened["who"] if opened is not None else "-"
    is_known = not who or "股" in who or any(name in who for name in site.names)
    return "股价开盘涨跌幅" if is_known else ""


def _have_moved_again(site: Site) -> bool:
    """Whether a clause without a subject goes on with what the shares did."""
    if site.figure.dimension != RATIO or not _MOVED_AGAIN.fullmatch(site.tail.strip()):
        return False
    before = _OF_SHARES.search(site.text[: site.clause])
    return before is not None and not _OF_RESULTS.search(before[0])
