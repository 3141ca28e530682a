"""Things done or had, told of an entity without a figure: launched, acquired, 发布, 收购.

Opinions and outlooks are none, nor is what a sentence only mentions on its way (products launched
by others, 发布会). Whether one is worth a fact is for a person to say, so each is in doubt.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.drafting.figures.stated import stated_in
from exporter.drafting.model import Draft, Sentence, Setting
from exporter.drafting.names.attributions import attribution_of
from exporter.drafting.names.entities import Entities
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.views.whole_zh import called
from exporter.drafting.views.whole_zh import is_whole as whole_in
from exporter.engine.regex import regex
from exporter.evidence.clauses import SHORTEST_QUOTE, Clause, normalise, split_clauses
from exporter.facts.words import Lang, Qualifier, Status

WORDS_ALONE = "words alone: see whether it is worth a fact"
# What was done, and what an analyst would call it.
_DEEDS_EN = """
launched|introduced|unveiled|released|rolled out|debuted: Launch
acquired|bought|took over: Acquisition
sold off|divested|spun off: Divestment
opened|inaugurated: Opening
closed down|shut down|shut: Closure
partnered|teamed up|joined forces: Partnership
signed|inked: Agreement
appointed|named|hired: Appointment
established|set up|founded|formed: Founding
merged: Merger
started|began|commenced|kicked off: Start
completed|finished: Completion
won|received|obtained|secured|gained: Award
recalled: Recall
upgraded|overhauled: Upgrade
open-sourced|open sourced: Open source
entered|expanded into: Market entry
integrated|adopted|deployed: Adoption
filed: Filing
suspended|halted|discontinued|scrapped: Suspension
settled: Settlement
joined: Membership
"""
_NAMES_EN = {
    deed.strip(): name.strip()
    for row in _DEEDS_EN.strip().splitlines()
    for deeds, name in [row.split(":")]
    for deed in deeds.split("|")
}
# The same as a thing to come: will launch, plans to acquire.
_BASES = {
    "launch": "Launch", "introduce": "Launch", "unveil": "Launch", "release": "Launch",
    "roll out": "Launch", "acquire": "Acquisition", "buy": "Acquisition", "open": "Opening",
    "close": "Closure", "partner": "Partnership", "set up": "Founding", "establish": "Founding",
    "start": "Start", "begin": "Start", "appoint": "Appointment", "enter": "Market entry",
    "divest": "Divestment", "spin off": "Divestment", "merge": "Merger", "recall": "Recall",
    "build": "Construction", "suspend": "Suspension", "discontinue": "Suspension",
}  # fmt: skip
_DEED = "|".join(sorted(_NAMES_EN, key=lambda deed: -len(deed)))
_BASE = "|".join(sorted(_BASES, key=lambda deed: -len(deed)))
_EN = regex(
    rf"(?<![\w-])(?:(?P<plan>(?:will|plans? to|intends? to|is to|are to|is set to)\s+(?:also\s+)?)"
    rf"(?P<base>{_BASE})|(?P<deed>{_DEED}))\b(?!\s+(?:by|in|at|on|since|for|into|products?)\b|-)"
)
# The word before a deed, where somebody does it: Quark launched, it has also launched.
_DOER = regex(
    r"(?:^|\s)(?:it|they|we|has|have|had|was|were|been|also|and|company|group|bank|firm"
    r"|carmaker|retailer|lender|unit|then|newly|recently|[a-z]+ly)\s+$",
    re.IGNORECASE,
)
_ZH = regex(
    r"(?P<plan>(?:将|拟|计划|即将)[^，。；将]{0,14}?)?(?<!的)(?<!的.)(?<!的..)(?<!的...)"
    r"(?P<deed>发布|推出|上线|收购|并购|签约|签署|开源(?!发展|社区|模型|版本|生态|协议|代码)|开业|投产|量产|成立|设立|任命|聘任|接入|入驻|获批|获得|中标|启动"
    r"|合作|升级|召回|上市|孵化|打造|达成|出售|剥离|关闭|停产|建成|竣工|揭牌|进军|入股|开放|联合推出)"
    r"(?![的会量率后前时者人方]|公司|以来|期)"
)
_OPINION = regex(
    r"认为|有望|研报|信心|我们要|或将|可能|看好|希望|建议|应当|如果|若|尚未|没有|并未|\b(?:may|might|could|should|would"
    r"|(?:[Pp]eople|[Ee]veryone|[Ss]ome|[Mm]any|[Cc]ritics|[Nn]obody|[Oo]thers) (?:had |have )?"
    r"(?:told|said|thought|believed|warned|feared|assumed|reckoned)"
    r"|believes?|expects?|hopes?|[Ii]f|not|never|denied|considering|[Aa]nalysts?)\b"
)
_ASIDE = regex(r"\s*(?:which|who|that|whose|after|since|when|before|as)\b|\s*(?:自|随着|据)")
# What only says that somebody reported: 发布2026年三季报, released its results.
_REPORTS = regex(
    r"[^，。；]{0,24}(?:财报|年报|季报|半年报|中报|月报|业绩|公告|报告(?!厅)|数据|快报|预告|声明|通知|公报|研报|招股书|公开信|议案)"
    r"(?:[^，。；]{0,6}$|[，。；])"
    r"|[^,.;]{0,60}\b(?:results|reports?|earnings|accounts|statements?|figures|numbers|trading\s+updates?"
    r"|filings?|outlook|guidance|forecasts?)\b",
    re.IGNORECASE,
)
_SHORTEST_OBJECT = {"zh": 3, "en": 6}  # characters behind the deed; fewer name nothing
_START = "Start"
# The buyback will begin |immediately and is expected to be completed|: nothing that is started
_NO_OBJECT = regex(
    r"(?:immediately|today|tomorrow|shortly|soon|later|earlier|again|now|once|when|within|early"
    r"|late|and|as|after|before|(?:next|this|last) (?:week|month|quarter|year|spring|summer|autumn"
    r"|winter|[A-Z]\w+)|well(?= (?:and|but|with|in|for|across|despite)\b|,|$)"
    r"|on an? (?:[\w-]+ )?(?:note|footing)"
    r"|(?!(?:dai|week|month|quarter|year|hour|fami|assemb|supp)ly)[a-z]+ly)\b"
)
# What begins by itself, whoever is told of beside it: The second half | has started.
_BEGINS_ITSELF = regex(
    r"\b(?:half|quarters?|(?:financial |fiscal )?year|season|period|month|trading|trade)"
    r"(?: (?:has|had|have))?(?: (?:also|again))? $",
    re.IGNORECASE,
)
_PASSIVE = regex(r"\b(?:was|were|been)\s+$")
_STOP = regex(r"[，。；！？;!?—（(\n]|(?<!\d),|,(?!\d)|\.(?!\w)")
_CLOSING = frozenset("”」》")
_ENDED = ("。", "！", ".", "!", "”", '"', "；")  # headlines have no end
_LONGEST = 160  # characters of a value


class _Deed(NamedTuple):
    name: str
    start: int
    end: int
    is_planned: bool
    is_passive: bool = False


class _Told(NamedTuple):
    """What a sentence says somebody did.

    Attributes:
        place: Where the deed stands in the sentence.
        behind: The words behind it.
    """

    deed: _Deed
    entity: str
    place: tuple[int, int]
    value: str
    behind: str
    quote: str


def statements_in(
    sentences: Sequence[Sentence], setting: Setting, entities: Entities, periods: Periods
) -> list[Draft]:
    """The text facts of sentences that state no figure.

    Args:
        sentences: Of the source.
        setting: With it.
        entities: Which entity each place is about.
        periods: Which period each place is of.
    """
    return [
        draft
        for sentence in sentences
        if sentence.text.endswith(_ENDED)
        and not _OPINION.search(sentence.text)
        and not stated_in(sentence, setting)
        for draft in _of(sentence, setting, entities, periods)
    ]


def _of(
    sentence: Sentence, setting: Setting, entities: Entities, periods: Periods
) -> Iterator[Draft]:
    clauses = list(split_clauses(sentence.text))
    for at in range(len(clauses)):
        told = _told(clauses[: at + 1], sentence, setting, entities)
        if told is not None:
            yield _draft(told, sentence, setting, periods)


def _told(
    clauses: Sequence[Clause], sentence: Sentence, setting: Setting, entities: Entities
) -> _Told | None:
    """What the last of some clauses says somebody did; None where that is worth no draft."""
    clause, text = clauses[-1], sentence.text
    words = text[clause.start : clause.end]
    deed = None if _ASIDE.match(words) else _deed_in(words, setting, entities)
    if deed is None:
        return None
    start, behind_at = clause.start + deed.start, clause.start + deed.end
    about = entities.of(start, sentence)
    end = _end(text, behind_at)
    is_whole = deed.is_passive or end - start <= len(deed.name)
    value = text[clause.start if is_whole else start : end].strip()
    if not about.value or about.doubt or len(value) > _LONGEST:
        return None
    behind = text[behind_at:end].strip()
    if not is_whole and not _names_something(behind, setting.lang):
        return None
    if deed.name == _START and _starts_nothing(words[: deed.start], behind):
        return None
    if setting.lang == "zh":
        said = [text[one.start : one.end] for one in clauses]
        place = (deed.name, deed.end - len(deed.name), deed.end)
        if not whole_in(said, place, end - clause.start, entities.names):
            return None
    quote = _quote(text, clauses, end, entities)
    if quote is None:
        return None
    return _Told(deed, about.value, (start, behind_at), value, behind, quote)


def _draft(told: _Told, sentence: Sentence, setting: Setting, periods: Periods) -> Draft:
    start, _ = told.place
    attribution = attribution_of(start, sentence, setting)
    period = periods.said(told.place, sentence)
    return Draft(
        "",
        told.entity,
        called(told.deed.name, told.behind) if setting.lang == "zh" else told.deed.name,
        told.value,
        "",
        None,
        Qualifier.EXACT,
        period.value,
        Status.PLANNED if told.deed.is_planned else Status.ACHIEVED,
        attribution.value,
        told.quote,
        sentence.start + start,
        tuple(filter(None, (WORDS_ALONE, period.doubt, attribution.doubt))),
    )


def _starts_nothing(before: str, behind: str) -> bool:
    """Whether words around a start name nothing that somebody started."""
    return bool(_NO_OBJECT.match(behind) or _BEGINS_ITSELF.search(before))


def _names_something(behind: str, lang: Lang) -> bool:
    """Whether words behind a deed say what was done, and not only that somebody reported."""
    return len(behind) >= _SHORTEST_OBJECT[lang] and not _REPORTS.match(behind)


def _deed_in(words: str, setting: Setting, entities: Entities) -> _Deed | None:
    """The first thing that a clause says somebody did, or will do."""
    if setting.lang == "zh":
        found = _ZH.search(words)
        if found is None:
            return None
        return _Deed(found["deed"], found.start(), found.end(), bool(found["plan"]))
    for found in _EN.finditer(words):
        before = words[: found.start()]
        names = entities.names.mentions(before)
        follows = bool(names) and not before[names[-1].end :].strip()
        if follows or _DOER.search(before) or found["plan"]:
            name = _BASES[found["base"]] if found["plan"] else _NAMES_EN[found["deed"]]
            is_passive = bool(_PASSIVE.search(before))
            return _Deed(name, found.start(), found.end(), bool(found["plan"]), is_passive)
    return None


def _end(text: str, behind: int) -> int:
    """Where what was done ends: behind a whole enumeration, and the mark that closes a name."""
    stop = _STOP.search(text, behind)
    end = stop.start() if stop else len(text)
    return end + 1 if text[end : end + 1] in _CLOSING else end


def _quote(text: str, clauses: Sequence[Clause], end: int, entities: Entities) -> str | None:
    """The words from the clause that names somebody to the last one; None where that is short."""
    ends = [(one.start, one.end) for one in clauses]
    named = [start for start, end in ends if entities.names.mentions(text[start:end])]
    quote = text[(named[-1] if named else ends[-1][0]) : end]
    return quote if len(normalise(quote)) >= SHORTEST_QUOTE else None
