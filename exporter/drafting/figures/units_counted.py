"""The units of what a number counts, by the words around it; whether they are, the judge says."""

import re
from collections.abc import Iterator, Sequence

from exporter.drafting.figures.counted_zh import BY_CLASSIFIER, COUNTED_UNITS, labels_zh
from exporter.drafting.figures.units_said import magnitudes
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import VERBS as VERBS_EN
from exporter.evidence.noun_phrases_en import noun_phrase, stem
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import english_for, is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, is_counted_word
from exporter.evidence.subjects_en import WORDS
from exporter.facts.magnitudes import MAGNITUDES
from exporter.facts.own_units import own_unit
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import COUNT, KNOWN_UNITS, NO_UNIT, Unit
from exporter.facts.words import Lang

# What the words for these say of many things: they come after a noun of its own.
_GENERIC = frozenset(
    "items people times uses visits units".split()
)  # fmt: skip
_STEMS = {unit.key: frozenset(map(stem, unit.words[0])) for unit in COUNTED_UNITS}
_ZH_OF = {
    "vehicles": "辆", "cars": "辆", "trucks": "辆", "shares": "股", "ships": "艘", "vessels": "艘",
    "aircraft": "架", "patients": "名患者", "rooms": "间客房", "hotels": "家酒店",
    "branches": "家分行", "members": "名会员", "passengers": "名旅客", "subscribers": "名订阅用户",
    "merchants": "家商家", "homes": "套住宅", "flats": "套公寓", "households": "户",
    "parcels": "件包裹", "jobs": "个岗位", "workers": "名工人", "engineers": "名工程师",
    "sites": "个站点", "projects": "个项目", "factories": "家工厂", "plants": "家工厂",
    "restaurants": "家餐厅", "markets": "个市场", "accounts": "个账户", "brands": "个品牌",
    "chips": "颗芯片", "stations": "座站点", "warehouses": "座仓库", "students": "名学生",
    "barrels": "桶", "flights": "个航班", "suppliers": "家供应商", "partners": "家合作伙伴",
    "banks": "家银行", "hospitals": "家医院", "schools": "所学校", "investors": "名投资者",
    "applications": "个应用", "apps": "个应用", "robots": "台机器人", "wells": "口井",
    "turbines": "台风机", "provinces": "个省份", "regions": "个地区", "states": "个州",
    "dealers": "家经销商", "drugs": "款药物", "trials": "项试验", "seats": "个座位",
    "tickets": "张票", "contracts": "份合同", "licences": "张牌照", "licenses": "张牌照",
}  # fmt: skip
_NEAR = 2  # numbers before one behind whose words its noun may stand: doubled to 1.2 million
_FAR = 4  # numbers before one whose noun it may share


def counted_units(figures: Sequence[Figure], at: int, lang: Lang) -> Iterator[Unit]:
    """The units that a figure may count, the likeliest first; at last none at all."""
    figure = figures[at]
    is_zh = re.search("[\u4e00-\u9fff]", f"{figure.noun}{figure.subject}") is not None
    labels = labels_zh(figures, at) if is_zh else _labels_en(figures, at)
    keys = list(magnitudes(figure, lang))
    for label in dict.fromkeys(labels):
        for key in keys:
            unit = _of_known(label, key) or _of_own(label, key, is_zh=is_zh)
            if unit is not None:
                yield unit
    for key in keys:
        yield find_unit(key) or NO_UNIT
    yield NO_UNIT


def _of_known(label: str, magnitude: str) -> Unit | None:
    return find_unit(f"{magnitude} {label}".strip()) if label in KNOWN_UNITS else None


def _of_own(label: str, magnitude: str, *, is_zh: bool) -> Unit | None:
    """A unit of words that no known one has, its other label from the tables where they know it."""
    if is_zh:
        return _own_zh(label, magnitude)
    names = MAGNITUDES[magnitude].names
    zh = _ZH_OF.get(label.lower())
    if zh and (own := own_unit(f"{names.en} {label}".strip(), f"{names.zh}{zh}")):
        return own
    return _by_label(f"{names.en} {label}".strip(), "en")


def _own_zh(label: str, magnitude: str) -> Unit | None:
    names = MAGNITUDES[magnitude].names
    noun = label[1:] if label[0] in CLASSIFIERS and len(label) > 2 else label
    meant = sorted(english_for(noun)) if is_noun(noun) else []
    en = BY_CLASSIFIER.get(label) or (meant[0] if meant else "")
    if en and (own := own_unit(f"{names.en} {en}".strip(), f"{names.zh}{label}")):
        return own
    return _by_label(f"{names.zh}{label}", "zh")


def _by_label(label: str, lang: Lang) -> Unit | None:
    key, en, zh = unit_by_label(label, lang)
    return find_unit(key) if key else own_unit(en, zh)


def _labels_en(figures: Sequence[Figure], at: int) -> Iterator[str]:
    noun = figures[at].noun
    if _TIMES.match(noun):  # opened nine times a month
        yield "times"
        return
    if _OF_THEM.match(noun):  # 84 trucks, 20 of them electric
        yield from _before_en(figures, at)
    phrase = _counted_phrase(noun)
    if phrase:
        yield from _named_en(phrase, figures[at].noun)
        return
    words = _words_before(figures, at, max(0, at - _NEAR), at + 1)
    yield from _of_words(words)
    yield from _before_en(figures, at)
    yield from _of_words(_words_before(figures, at, max(0, at - _FAR), max(0, at - _NEAR)))


def _words_before(figures: Sequence[Figure], at: int, first: int, last: int) -> list[str]:
    """The words before some figures that may say what another one counts."""
    said = " ".join(figure.subject for figure in figures[first:last])
    said = _NUMBERS.sub(r"\g<what>s", _SPEAKER.sub(" ", said))
    said = _VOLUMES.sub(r"\g<what>s", said)
    # 1.2 per 100,000 flights, from | 1.7: what the one before is per is not counted.
    per = {figure.per.rpartition(" ")[2] for figure in figures[:at] if figure.per[:1].isdecimal()}
    words = [word.lower() for word in WORDS.findall(said)]
    return [word for word in words if word.removesuffix("s") not in per]


def _of_words(words: Sequence[str]) -> Iterator[str]:
    """The labels of what words name, the last first."""
    heads = [
        word for word in reversed(words) if is_counted_word(word) and word not in VERBS_EN | _DOING
    ]
    for head in heads:
        yield from _known_en(head)
    for unit in COUNTED_UNITS:  # employs 1,200, downloaded 3 million times
        if any(word in unit.words[0] for word in words):
            yield unit.key
    yield from heads


# The chain sells one every second; last year it sold 61m of them: sells is no thing.
_DOING = frozenset("sells makes builds runs owns buys serves employs operates opens".split())
# A person's name is no plural of anything: Officer Pieter Maas said the number would fall to five.
_SPEAKER = regex(
    r"\b(?:[A-Z][\w’'.-]* )+(?=(?:has |had |also |then )?(?:said|says|told|added|adds|noted|warned"
    r"|expects|expected|believes|thinks|predicted|predicts|reckons)\b)"
)
# Passenger numbers are of passengers.
_NUMBERS = regex(
    r"\b(?!(?:the|in|phone|serial|model|house|page|plate|account|reference|large|small)\b)"
    r"(?P<what>[A-Za-z]+(?<!s)) numbers\b(?! of)",
    re.IGNORECASE,
)
# Parcel volumes are of parcels; those of steel, cargo or data have no number.
_VOLUMES = regex(
    r"\b(?P<what>parcel|package|letter|shipment|container|pallet|ticket|booking|reservation|order"
    r"|transaction|payment|passenger|visitor|customer|patient|vehicle|car|van|truck"
    r"|bottle|can|crate|claim|contract|call|message|case|test|prescription|appointment|procedure"
    r"|trip|ride|flight|journey|application|subscription|download|meal|book|title|unit|home|bag)"
    r" volumes?\b(?! of)",
    re.IGNORECASE,
)
_TIMES = regex(r"\s*times\b(?! (?:as|more|the))", re.IGNORECASE)
_OF_THEM = regex(r"\s*of (?:them|these|those|which|whom)\b", re.IGNORECASE)


def _before_en(figures: Sequence[Figure], at: int) -> Iterator[str]:
    """What the numbers before one count."""
    for before in reversed(figures[max(0, at - _FAR) : at]):
        if before.dimension == COUNT and (phrase := _counted_phrase(before.noun)):
            yield from _named_en(phrase, before.noun)


# Twelve new clubs are clubs.
_NO_KINDS = frozenset("new additional further extra more other net such own".split())
_THEIRS = regex(r"^\s*\w+ (?:theirs|ours|hers|yours)\b", re.IGNORECASE)  # three kept theirs


def _counted_phrase(noun: str) -> list[str]:
    """The words behind a number up to the noun that it counts; none where there is none."""
    phrase = [] if _THEIRS.search(noun) else noun_phrase(noun)
    for at, word in enumerate(phrase):
        if at and word in VERBS_EN and not is_counted_word(word):
            break
        if is_counted_word(word) or (phrase[: at + 1] == ["people"]):
            last = at
            while last + 1 < len(phrase) and is_counted_word(phrase[last + 1]):
                if phrase[last + 1] in VERBS_EN | {"costs"}:  # 32,000 birds | costs £900,000
                    break
                last += 1
            return phrase[: last + 1]
    return []


def _named_en(phrase: Sequence[str], noun: str) -> Iterator[str]:
    """The label of a phrase: a known unit's where that says it, else its own words."""
    known = list(_known_en(phrase[-1]))
    plain = phrase[1:] if len(phrase) > 1 and phrase[0] in _NO_KINDS else phrase
    own = _as_written(plain, noun)
    specific = [key for key in known if key not in _GENERIC or phrase[-1] == key]
    if len(phrase) == 1 or specific:
        yield from specific
    yield own
    yield phrase[-1]
    yield from known


def _known_en(head: str) -> Iterator[str]:
    for unit in COUNTED_UNITS:
        if stem(head) in _STEMS[unit.key] and head not in _ZH_OF:
            yield unit.key


def _with_points(word: str) -> str:
    """A pattern of a word, or of the initials that it is: us, U.S."""
    initials = r"\.".join(map(re.escape, word))
    return rf"(?:{re.escape(word)}|{initials}\.?)" if len(word) <= _INITIALS else re.escape(word)


_INITIALS = 4  # letters


def _as_written(phrase: Sequence[str], noun: str) -> str:
    said = re.search(r"[\s-]+".join(map(_with_points, phrase)), noun, re.IGNORECASE)
    return " ".join(said[0].split()) if said else " ".join(phrase)
