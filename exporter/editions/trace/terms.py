"""The words of heads and metrics, as what they mean: in both languages, whatever they are called.

Revenue, sales, 营业收入 and 营收 are one term. What no table knows stays as it is: words in English
without their endings, single characters in Chinese.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from exporter.facts.folding import fold

# Term | what it is called in English | in Chinese; longer names win over shorter ones.
_TABLE = """
REVENUE | total net revenues, total net revenue, total revenues, total revenue, net revenues,
  net revenue, revenues, revenue, net sales, sales revenue, sales, turnover, top line, rev |
  营业总收入, 营业收入, 总收入, 营收, 收入, 销售额, 销售收入
COST | cost of revenues, cost of revenue, cost of sales, cost of goods sold, cogs | 营业成本,
  销售成本, 收入成本
GROSS_PROFIT | gross profit, gp | 毛利润, 毛利
GROSS_MARGIN | gross profit margin, gross margin, gpm | 毛利率
OPERATING_PROFIT | income from operations, operating income, operating profit, ebit, op profit,
  op income | 经营利润, 营业利润, 经营溢利, 运营利润
OPERATING_MARGIN | operating profit margin, operating margin, ebit margin | 经营利润率,
  营业利润率, 运营利润率
OPERATING_LOSS | operating loss, loss from operations | 经营亏损, 营业亏损
EBITA | adjusted ebita, ebita | 经调整ebita
EBITDA | ebitda | 息税折旧摊销前利润
EBITDA_MARGIN | ebitda margin | ebitda利润率
NET_PROFIT | net income, net profit, net earnings, profit after tax, pat, bottom line | 净利润,
  净利, 纯利, 净收益
NET_LOSS | net loss | 净亏损
NET_MARGIN | net profit margin, net margin, net income margin | 净利率, 净利润率
PRETAX | profit before tax, income before tax, pre-tax profit, pretax profit, pbt | 税前利润,
  利润总额
EPS | earnings per share, diluted eps, eps | 每股收益, 每股盈利, 摊薄每股收益
DPS | dividend per share, dividends per share, dps | 每股股息, 每股派息, 每股股利
CAPEX | purchases of property and equipment, purchase of property and equipment,
  purchases of property plant and equipment, capital expenditures, capital expenditure,
  capital spending, capex | 购建固定资产, 资本开支, 资本支出, 资本性支出
RND | research and development expenses, research and development, r&d expenses, r&d expense,
  r&d spending, r&d, rnd | 研发费用, 研发开支, 研发投入, 研发支出, 研发
SGA | selling, general and administrative expenses, sg&a | 销售及管理费用
SALES_COSTS | sales and marketing expenses, selling and marketing expenses, sales and marketing,
  s&m | 销售费用, 销售及市场费用, 市场费用
ADMIN_COSTS | general and administrative expenses, general and administrative, g&a | 管理费用,
  行政费用
OPEX | operating expenses, opex | 运营费用, 经营开支
DNA | depreciation and amortisation, depreciation and amortization, d&a | 折旧及摊销,
  折旧与摊销, 折旧摊销
TAX | income tax expense, income taxes, income tax, taxes, tax | 所得税费用, 所得税, 税项
TAX_RATE | effective tax rate, tax rate | 有效税率, 实际税率, 税率
INTEREST | interest expenses, interest expense | 利息支出, 利息费用
CASH | cash and cash equivalents, cash & equivalents, cash and equivalents | 现金及现金等价物
NET_CASH | net cash | 净现金
NET_DEBT | net debt | 净债务, 净负债
DEBT | total debt, borrowings, debt | 总债务, 有息负债, 借款
FCF | free cash flow, fcf | 自由现金流
OCF | net cash provided by operating activities,
  net cash provided by continuing operating activities,
  net cash generated from operating activities, net cash from operating activities,
  operating cash flow, cash flow from operations, cash from operations, cfo, ocf | 经营活动现金流,
  经营现金流, 经营性现金流
ASSETS | total assets | 总资产, 资产总额, 资产总计
LIABILITIES | total liabilities | 总负债, 负债总额, 负债合计
EQUITY | total equity, shareholders' equity, shareholders equity, net assets | 股东权益, 净资产,
  所有者权益
INVENTORY | inventories, inventory | 存货, 库存
RECEIVABLES | accounts receivable, trade receivables, receivables | 应收账款, 应收款项
PAYABLES | accounts payable, trade payables, payables | 应付账款
SHARES | shares outstanding, number of shares, share count | 总股本, 股本, 股份数目
BUYBACK | repurchases of common stock, repurchase of common stock, repurchase of shares,
  share repurchases, share repurchase, share buybacks, buybacks, buyback | 股份回购, 回购
GMV | gross merchandise volume, gross merchandise value, gmv | 商品交易总额, 成交总额, 交易额
MAU | monthly active users, maus, mau | 月活跃用户数, 月活跃用户, 月活用户, 月活
DAU | daily active users, daus, dau | 日活跃用户数, 日活跃用户, 日活用户, 日活
ARPU | average revenue per user, arpu | 每用户平均收入
EMPLOYEES | number of employees, full-time employees, employees, headcount, staff | 员工人数,
  员工总数, 员工数, 雇员人数, 员工, 雇员
CUSTOMERS | number of customers, customers, clients | 客户数量, 客户数, 客户
STORES | number of stores, store count, stores, outlets | 门店数量, 门店总数, 门店数, 门店
DELIVERIES | vehicle deliveries, vehicles delivered, cars delivered, deliveries, delivered |
  汽车交付量, 交付量, 交付
VOLUME | sales volume, volumes, volume, unit sales | 销量, 销售量
PRODUCTION | production volume, output, production | 产量
CAPACITY | installed capacity, capacity | 装机容量, 产能
ORDERS | order intake, new orders, orders | 新增订单, 订单量, 订单数, 订单
BACKLOG | order backlog, backlog | 在手订单, 积压订单
ASP | average selling price, asp | 平均售价, 均价
TARGET_PRICE | price targets, price target, target prices, target price, tp | 目标价, 目标价格
PE | p/e ratio, p/e, pe ratio | 市盈率
MARKET_CAP | market capitalisation, market capitalization, market cap | 市值
MARKET_SHARE | market share | 市场份额, 市占率, 市场占有率
SHARE_OF | as % of, % of total, share of total, share of, % of, as a share of, proportion of |
  占比, 占比例, 比重, 占
GROWTH | year-on-year growth, year on year growth, growth rate, growth, yoy change, yoy chg,
  yoy, y/y, y-o-y, year-on-year, year on year, chg yoy, change yoy, % change, % chg, change, chg,
  growing, grew | 同比增长率, 同比增长, 同比增速, 同比变动, 同比, 增长率, 增速, 增长, 增幅, 涨幅
RING_GROWTH | quarter-on-quarter growth, quarter on quarter, qoq, q/q, q-o-q, sequential growth,
  sequential | 环比增长, 环比增速, 环比
MARGIN | margin | 利润率
RATE | rate, ratio | 率
ADJUSTED | non-gaap, adjusted, core, underlying, recurring | 非公认会计准则, 非gaap, 经调整,
  扣非后, 扣非
PER_SHARE | per share | 每股
PER | per | 每
LOSS | loss, losses | 亏损
PROFIT | profit, earnings, income | 利润, 溢利, 盈利
COSTS | expenses, expense, costs, cost | 费用, 成本, 开支, 支出
GUIDANCE | company guidance, guidance, outlook | 业绩指引, 指引
CONSENSUS | consensus | 一致预期
DIVIDEND | payments for dividends, payment of dividends, cash dividends paid, dividends paid,
  cash dividends, dividends, dividend | 股息, 分红, 派息
AVERAGE | average, avg | 平均
CUMULATIVE | cumulative, since launch | 累计
NEW | new | 新增, 新
DOMESTIC | domestic, china | 国内, 境内, 中国
OVERSEAS | overseas, international, foreign | 海外, 境外, 国际
ORGANIC | organic, like-for-like, comparable, lfl, same-store, constant currency | 同店, 可比
- | from continuing operations, on a continuing operations basis, continuing operations,
  before noncontrolling interests | 持续经营业务
CLOUD | cloud | 云
"""
# A head that has one of these and a metric that has not, or the reverse, speak of different things.
DECISIVE = frozenset(
    "GROWTH RING_GROWTH MARGIN SHARE_OF ADJUSTED PER_SHARE PER LOSS RATE AVERAGE CUMULATIVE NEW"
    " DOMESTIC OVERSEAS ORGANIC CONSENSUS".split()
)
# The same where a section, a title or the sheet's name has one of these.
QUALIFYING = frozenset("ADJUSTED DOMESTIC OVERSEAS ORGANIC CONSENSUS".split())
# What says no more of a metric: (total) revenue, (number of) stores, income statement (data).
_STOP = frozenset(
    "the a an of in on at for by to and or & with from as is are total group consolidated"
    " number no quarterly amount amounts value values figure figures reported actual actuals"
    " estimate estimates est forecast forecasts model base case data key metrics metric kpi"
    " kpis item items line our its annual year years quarter quarters ended ending period unit"
    " units currency rmb cny usd hkd eur m mn bn k million billion thousand end fy cy q h ltm"
    " ttm gaap attributable level segment segments business lines region split summary"
    " overview sheet table s".split()
)
_STOP_ZH = frozenset(
    "的之和与及等总额数量值为年月日度末按分部业务板块其合计公司集团本期项目指标单位"
)
# What sections are called that say of no row what it is.
_SECTIONS = (
    "income statement, balance sheet, cash flow statement, p&l, profit and loss, financials,"
    " financial highlights, operating data, operations, operational metrics, statement,"
    " results, assumptions, drivers, valuation, history, historical, performance, indicators,"
    " ratios, profitability, returns, breakdown, consolidated, other, others, memo, notes,"
    " source, per share data, selected, main, summary, core, inputs, outputs, margins and"
    " growth,"
    " 利润表, 资产负债表, 现金流量表, 主要财务指标, 经营数据, 假设, 估值,"
    " 盈利能力, 历史数据, 概览, 摘要, 其他, 核心"
)
_WORD = re.compile(r"[A-Z_]{2,}(?=\x1f)|[a-z0-9][a-z0-9&'+./-]*|[\u3400-\u9fff]")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "s", "y", "e")
_MARK = "\x1f"  # behind a term, which is written in capitals


def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        term, en, zh = (cell.strip() for cell in line.split("|"))
        for name in (*en.split(", "), *zh.split(", ")):
            names[name.strip()] = term
    return names


_NAMES = _names()
# What stands for a name while words are told apart; the names of `-` say nothing more of a metric.
_MARKED = {term: "" if term == "-" else f" {term}{_MARK} " for term in _NAMES.values()}
_ANY_NAME = re.compile(
    "|".join(
        rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" if name.isascii() else re.escape(name)
        for name in sorted(_NAMES, key=len, reverse=True)
    )
)


@lru_cache(maxsize=50_000)
def terms_of(text: str) -> frozenset[str]:
    """What the words of a text mean."""
    lowered = " ".join(fold(text).lower().replace("’", "'").split())
    marked = _ANY_NAME.sub(lambda found: _MARKED[_NAMES[found[0]]], lowered)
    return frozenset(filter(None, map(_term, _WORD.findall(marked))))


def foreign_terms(heads: Iterable[str]) -> frozenset[str]:
    """The words of sections that no table knows, and that say of whom or what a section is."""
    return frozenset(term for term in terms_of_all(heads) - _of_sections() if not term.isupper())


@lru_cache(maxsize=1)
def _of_sections() -> frozenset[str]:
    return terms_of_all(_SECTIONS.split(", "))


def terms_of_all(texts: Iterable[str]) -> frozenset[str]:
    """What the words of several texts mean."""
    return frozenset[str]().union(*map(terms_of, texts))


def _term(word: str) -> str:
    """A word without its ending; "" for one that says nothing."""
    if word.isupper() or not word.isascii():
        return "" if word in _STOP_ZH else word
    plain = word.strip("'+./-").removesuffix("'s")
    if plain in _STOP or plain.isdecimal():
        return ""
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain.removesuffix(ending)
    return plain
