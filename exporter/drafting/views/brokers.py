"""Brokers that sources name: the report's, and houses that it does not know."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.drafting.model import Named, Setting
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.roles import role_of
from exporter.drafting.views.unknown_houses import unknown_houses
from exporter.engine.regex import regex

# Houses whose names do not say that they are brokers.
_HOUSES_EN = """
Goldman Sachs; Goldman; Morgan Stanley; JPMorgan; JP Morgan; J.P. Morgan; UBS; Citigroup; Citi;
HSBC; Barclays; Jefferies; Bernstein; Nomura; Macquarie; Daiwa; CLSA; BofA; BofA Securities;
Bank of America; Deutsche Bank; Credit Suisse; Wells Fargo; RBC; RBC Capital Markets; TD Cowen;
Cowen; Evercore; Evercore ISI; Piper Sandler; Oppenheimer; Raymond James; Stifel; KeyBanc;
Wedbush; Mizuho; Berenberg; Kepler Cheuvreux; Exane; BNP Paribas; Société Générale; Peel Hunt;
Liberum; Panmure; Shore Capital; Baird; Needham; Truist; Guggenheim; Canaccord; BMO; Scotiabank;
CIBC; CICC; Huatai; Haitong; Morningstar; Rosenblatt; Leerink; SVB Leerink; William Blair;
Susquehanna; Loop Capital; BTIG; DBS; OCBC; Maybank; Kotak; Motilal Oswal; Jefferies
International; Davy; Investec; Citic; CITIC; China Renaissance; BOCI; CMB International;
Mediobanca; Santander; Redburn; Argus; Zacks; Benchmark
"""
_HOUSES_ZH = """
高盛 摩根士丹利 大摩 摩根大通 小摩 瑞银 花旗 汇丰 巴克莱 野村 麦格理 大和 里昂 美银
德银 瑞信 杰富瑞 富瑞 伯恩斯坦
中金公司 中金 中信建投 国泰君安 申万宏源 交银国际 招银国际 建银国际
中银国际 农银国际 海通国际 华兴资本 第一上海 晨星
星展 大华继显 瑞穗 法巴 德意志银行 摩通
"""
_NAMES = [each.strip() for each in _HOUSES_EN.replace("\n", " ").split(";") if each.strip()]
_SPELLED = "|".join(map(re.escape, sorted(_NAMES, key=lambda name: -len(name))))
_CAPITAL = r"[A-Z][\w&.’'-]*"
_BY_KIND = (
    rf"(?:{_CAPITAL}\s+){{1,3}}(?:Securities|Capital\s+Markets|Equities|Research\s+Partners"
    r"|Brokerage)"
)
_AFTER_ANALYSTS = rf"(?<=[Aa]nalysts at )(?:{_CAPITAL})(?:\s+{_CAPITAL}){{0,3}}"
_ENGLISH = regex(rf"(?<![\w-])(?:{_BY_KIND}|(?:{_SPELLED})(?![\w-])|{_AFTER_ANALYSTS})")
_HAN = regex("[\u4e00-\u9fff]")
_CHINESE = regex(
    "|".join(sorted(_HOUSES_ZH.split(), key=lambda name: -len(name)))
    + r"|(?:^|(?<=[，,。；;：:、（(《“据和与年月日]))"
    r"[\u4e00-\u9fff]{2,4}证券(?![市交监业从代化投板法户时分])"
)


class BrokerNamed(NamedTuple):
    """A broker in a text: its name in the report, or as the text has it; where it stands."""

    name: str
    start: int
    end: int
    is_known: bool


# What a house is called by for short stands before these: Dunmore of Dunmore & Sons.
_SHORT_EN = regex(
    r"(?P<said>[A-Z][\w.’'-]{3,}(?:\s[A-Z][\w.’'-]+)*?)"
    r"(?:\s(?:&|and)\s[\w.’'& -]+|\s(?:Securities|Capital|Partners|Markets|Research|Equit(?:y"
    r"|ies)|Bank"
    r"|Brokers?|Brokerage|Brothers|Bros|Advisors?|Advisers?|Financial|Investments?|International"
    r"|Group|Holdings|Asset|Management|& Co|plc|Ltd|LLC|LLP|Inc)\b\.?)+"
)
_SHORT_ZH = regex(
    "(?P<said>[\u4e00-\u9fff]{2,6}?)(?:证券|国际|资本|研究所?|投行|银行|金融|控股|集团|股份"
    "|有限公司)+"
)
# Words that are names of places or kinds, and no house's alone.
_COMMON = frozenset(
    "first national global general united american european china asia pacific north south east "
    "west northern southern eastern western capital city royal state union independent".split()
) | {"中国", "国际", "全国", "第一", "东方", "亚洲", "招商", "平安", "光大", "兴业"}


def with_short_names(brokers: Sequence[Named], entities: Sequence[Named]) -> list[Named]:
    """Brokers with what they are called for short, where nobody else is called so."""
    taken = {form.casefold() for one in entities for form in (*one.name, *one.aliases)}
    found: list[Named] = []
    for one in brokers:
        others = [other.name for other in brokers if other is not one]
        shorts = []
        for pattern, name in ((_SHORT_EN, one.name.en), (_SHORT_ZH, one.name.zh)):
            short = (match := pattern.fullmatch(name)) and match["said"]
            if not short or short.casefold() in _COMMON or short.casefold() in taken:
                continue
            if not any(short in other.en or short in other.zh for other in others):
                shorts.append(short)
        found.append(one._replace(aliases=(*one.aliases, *shorts)))
    return found


class Brokers:
    """How sources name brokers."""

    @classmethod
    def of_report(cls, setting: Setting, entities: KnownNames) -> "Brokers":
        """The brokers of a report, with what its source calls them."""
        known = with_short_names(setting.brokers, setting.entities)
        return cls(KnownNames(known, setting.source.text or ""), entities)

    def __init__(self, known: KnownNames, entities: KnownNames) -> None:
        """Those of a report; what is an entity is a broker only where the report says so."""
        self._known = known
        self._entities = entities
        self._named: dict[str, Sequence[BrokerNamed]] = {}  # those that ask have the same sentences

    def named(self, text: str) -> Sequence[BrokerNamed]:
        """The brokers of a text, in order."""
        if text not in self._named:
            self._named[text] = self._read(text)
        return self._named[text]

    def _read(self, text: str) -> list[BrokerNamed]:
        mentions = self._known.mentions(text)
        found = [
            BrokerNamed(one.name, one.start, one.end, True)
            for one in mentions
            if role_of(one, text, mentions) < 2
        ]
        others = list(dict.fromkeys((*self._others(text), *unknown_houses(text))))
        taken = [*mentions, *self._entities.mentions(text)] if others else mentions
        for start, end in others:
            if not any(one.start < end and start < one.end for one in taken) and not any(
                one.start < end and start < one.end for one in found
            ):
                found.append(BrokerNamed(text[start:end], start, end, False))
        return sorted(found, key=lambda one: one.start)

    def of(self, texts: Sequence[str]) -> str:
        """The broker of the report that some texts name; "" for none."""
        return next((one.name for text in texts for one in self._known.mentions(text)), "")

    @staticmethod
    def _others(text: str) -> Iterator[tuple[int, int]]:
        for pattern in (_ENGLISH, _CHINESE) if _HAN.search(text) else (_ENGLISH,):
            yield from (found.span() for found in pattern.finditer(text))
