"""Rows that a caption, (in millions), says nothing of: rates, people, numbers of shares."""

from collections.abc import Sequence

from exporter.engine.regex import regex

_ENGLISH = regex(
    r"return on [a-z ]+|.*(?<![a-z])(?:"
    r"rates?|ratios?|yields?|growth|percentages?|per ?cent|employees|headcount"
    r"|(?:number of |total )(?:stores|restaurants|branches|hotels|locations|outlets|warehouses)"
    r"|days [a-z]+ outstanding|(?:inventory|stock|debtor|creditor|receivables?|payables?) days"
    r"|shares? of (?:total|group|sales|revenues?)|ro(?:ce|ic|e|a)|interest cover(?:age)?"
    r"|(?:inventory|stock|asset) turns?"
    r"|(?:net )?(?:debt|leverage)(?: to |\s?/\s?)(?:[a-z]+ )?ebitdar?"
    r")(?:\s?\([^)]*\)|[:*†])*"
)
_RATE = regex(r".*(?<![a-z])(?:rates?|ratios?|yields?|growth)(?:\s?\([^)]*\)|[:*†])*")
_CHINESE = regex(
    r".*(?:(?<!汇)率|比例|占比|比重|增速|增幅|同比|环比|人数|门店数|家数|员工)(?:\([^)]*\))?"
)
_MARGIN = regex(r".*(?<![a-z])margins?\W*")  # 23.4 per cent, or 412.5 millions
_MOST = 100


# Of what nobody says a sum in heads such as 期末数, 合计数.
_THINGS_ZH = (
    r"(?:员工|人员|职工|雇员|用户|客户|会员|门店|店铺|店面|网点|商户|订单|买家|专利|车辆|床位"
    r"|客房|学员|学生|股东"
    r"|机构|酒店|人|户|家|店|台|辆|天)(?:总数量?|数量?)"
)
_THINGS = regex(
    # Number of shares: these may be in the caption's millions.
    r"(?:(?:(?:total|average|monthly|weighted) )*numbers? of "
    r"(?!.*(?:shares?|stock|options|warrants|units))[a-z -]+"
    rf"|[^0-9()]*{_THINGS_ZH}(?:\([^()]*\))?"
    r"|(?:(?:total|active|paying|paid|average|number of|net|new|period[- ]end|large|enterprise) )*"
    r"(?:employees|colleagues|headcount|ftes?|full[- ]time equivalents"
    r"|workforce|personnel|members(?:hips)?|subscribers?|subscriptions"
    r"|customers|users|buyers|accounts|dealers|franchisees|patients|passengers|students))"
    r"(?: \([^()]*\)| at (?:period|year) end|, end of (?:the )?period|[:*†])*"
)
# Things of which nobody has 88.4: where a table says so, it speaks of what they cost or bring in.
_WHOLE_THINGS = regex(
    r"(?:(?:total|average|number of|net|new|own(?:ed)?|leased|operating|active|electric|permanent"
    r"|temporary|part-time|full-time|field|period[- ]end|large|company-operated|franchised) )*"
    r"(?:staff|workers|apprentices|engineers|drivers|nurses|doctors|teachers|researchers|developers"
    r"|sites|locations|salons|stores|shops|warehouses|restaurants|branches|hotels|outlets|clinics"
    r"|hospitals|schools|nurseries|gyms|cinemas|garages|depots|factories|mills|mines|wells|rigs|farms"
    r"|turbines|vehicles|trucks|lorries|vans|cars|buses|coaches|trains|locomotives|aircraft"
    r"|aeroplanes|ships|vessels|tankers|barges|containers|trailers|machines|robots|beds|rooms|seats"
    r"|screens|patents|patent families|trade ?marks|countries|suppliers|chargers|charging points"
    r"|atms|terminals|showrooms|dealerships|showroom locations|pharmacies|laboratories|homes|plots"
    r"|apartments|flats)"
    r"(?: (?:in (?:service|operation|use|force|place|the fleet)|on order|open(?:ed)?|closed|built"
    r"|made|produced|delivered|shipped|completed|granted|filed|held|pending|drilled|launched"
    r"|operated|owned|leased|installed|registered|employed|occupied))?"
    r"(?: \([^()]*\)| at (?:period|year) end|, end of (?:the )?period|[:*†])*"
)


def names_things(head: str, numbers: Sequence[str]) -> bool:
    """Whether a row counts things by its head, which no caption of millions of pounds is about.

    Args:
        head: In small letters, folded.
        numbers: Of its cells, rates of change behind them: 880 vehicles, but 3.2 customers.
    """
    head = _NOTE.sub("", head)
    if _THINGS.fullmatch(head) is not None:
        return True
    return _WHOLE_THINGS.fullmatch(head) is not None and "." not in "".join(numbers[:1])


_NOTE = regex(r"(?<=[^\W\d_])\s?[¹²³⁴-⁹]{1,2}$")  # Shops²


def names_no_sum(head: str, numbers: Sequence[str]) -> bool:
    """Whether a row is no sum, by its head.

    Args:
        head: In small letters, folded.
        numbers: Of its cells, where none has a sign of its own.
    """
    has_thousands = any("," in number for number in numbers)  # earnings at US rates 5,310 821
    if _CHINESE.fullmatch(head) or (
        _ENGLISH.fullmatch(head) and not (has_thousands and _RATE.fullmatch(head))
    ):
        return True
    is_small = all(
        "." in number and "," not in number and float(number) < _MOST for number in numbers
    )
    return bool(numbers) and is_small and _MARGIN.fullmatch(head) is not None


_SHARES = regex(r"(?<![a-z])shares(?![a-z])|股数|股份数|股本总数")
# Shares used in computing net income per share are no money per share.
_NUMBER_OF_SHARES = regex(
    r"(?:weighted|average|number of|common|ordinary|diluted|basic|total|adjusted|[- ,])*"
    r"shares(?! price)(?: used| outstanding| of|[: -]|$)|.*(?:加权平均|股数|股份数)"
)
_OF_MONEY = regex(
    r"(?<![a-z])(?:proceeds|payments?|paid|purchases?|repurchases? of|issuance|sales? of|taxes"
    r"|fees?|payables?|receivables?|revenues?|costs?|income|expenses?|cash|earnings|profits?"
    r"|loss(?:es)?|compensation|dividends?|value|assets|liabilities|equity|deposits?|debt|charges?|spend(?:ing)?"
    r"|funds|sales)(?![a-z])"
)


def is_number_of_shares(head: str) -> bool:
    """Whether the head of a row, in small letters, begins with words for a number of shares."""
    return _NUMBER_OF_SHARES.match(head) is not None


def counts_shares(head: str) -> bool:
    """Whether the head of a row, in small letters, names numbers of shares, and no money."""
    if is_number_of_shares(head):
        return True
    return _SHARES.search(head) is not None and not names_money(head)


def names_money(head: str) -> bool:
    """Whether the head of a row, in small letters, names sums of money."""
    return _OF_MONEY.search(head) is not None
