"""Measures that cut across the divisions of a company: sales abroad, online, to consumers directly.

After several divisions were told one by one, 海外收入|4.1亿元| is the company's, and no division's;
so is the share of a channel or a region: online accounted for | 44% | of sales.
"""

from collections.abc import Collection

from exporter.engine.regex import regex

_FEWEST = 2  # divisions that a paragraph goes through
_ACROSS = regex(
    "(?:(?:报告期内?|期内|同期|此外|另外|上半年|前三季度|全年)，?)?(?:公司)?"
    "(?:海外|境外|国外|国际|国内|境内|内销|外销|出口|线上|线下|电商|直营|加盟|经销|直销)"
    "(?:业务|市场|渠道|地区|区域)*(?:(?:营业|销售)?收入|营收|销售额|销量|订单|毛利率?|占比)"
    r"|(?:(?i:total|overall|meanwhile,) )?(?i:direct-to-consumer|DTC|online|e-commerce|digital"
    r"|overseas|international|export|foreign|domestic|like-for-like|same-store|subscription"
    r"|recurring) (?:sales|revenues?|orders)\b"
)
# A channel or a region of its own, that makes up so much of a whole
_HAS_A_SHARE = regex(
    r"(?:(?i:meanwhile|overall|by (?:channel|region)),? )?"
    r"(?:(?i:online|e-commerce|digital|wholesale|retail|direct-to-consumer|DTC|subscriptions?"
    r"|exports?|overseas|marketplaces?|(?:the )?web|mobile)"
    r"|(?:The )?(?:Europe|Asia|Africa|China|Japan|India|Germany|France|Britain|UK|US|U\.S\."
    r"|United States|(?:North|South|Latin) America|Americas|Middle East))"
    r"(?: (?:sales|revenues?|orders|channels?|customers))?"
    r" (?:now |also |still )?(?:accounted for|accounts for|made up|makes up|represented|represents"
    r"|contributed|comprised|brought in|generated)\b[^;.]*?\bof (?:total |net |overall )?"
    r"(?:sales|revenues?|turnover|orders)\b"
)


def cuts_across(text: str, parts: Collection[str]) -> bool:
    """Whether a sentence that names nobody is of a whole company, some of whose parts were told.

    Args:
        text: The sentence.
        parts: Those that its paragraph named before it.
    """
    is_across = _ACROSS.match(text.lstrip()) is not None or has_a_share(text)
    return len(parts) >= _FEWEST and is_across


def has_a_share(text: str) -> bool:
    """Whether a sentence tells the share of a channel or a region of its own in a whole."""
    return _HAS_A_SHARE.match(text.lstrip()) is not None
