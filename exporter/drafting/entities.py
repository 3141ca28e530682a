"""Who or what a figure is about: by names near it, then as a reader carries them on.

1. The clause of the figure: the name nearest before it that is spoken of; one behind it where
   nothing is before, or where it says of whom (12% at Quark).
2. The clauses before it in the sentence; those behind where they are the main ones.
3. What the paragraph spoke of; the heading; the document's own; the report's only entity.
A company that the report does not know takes the place of a name, and is none of its entities.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.drafting.brokers import Brokers
from exporter.drafting.companies import Companies
from exporter.drafting.known_names import KnownNames, Mention
from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.name_roles import SPEECH_EN, SPEECH_ZH, Role, role_of, speaks
from exporter.drafting.strangers import Stranger, strangers_in

_CLAUSE_END = re.compile(
    r"[;；。!！?？:：—()（）\n]|(?<!\d)[,，]|[,，](?!\d{3})"
    r"|\s(?=(?:while|whereas|although|though|but)\s)"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_FIGURE = re.compile(r"\d|百万|千万|亿")
_OWN = re.compile(
    r"\b(?:we|our|us|ours)\b|我们|本公司|我司|本集团|本行|我行|本报告期", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?<!% of )(?<!cent of )\b(?:it|its|the\s+(?:[\w-]+-based\s+|(?-i:[A-Z][a-z]+\s+)+)?(?:company|group|bank|firm|business|unit|division|carmaker|automaker|retailer"
    r"|lender|insurer|airline|utility|chipmaker|drugmaker|startup|start-up|platform|app|service"
    r"|brand|operator|miner|producer|manufacturer|developer|carrier|grocer|brewer|builder|chain|supermarket"
    r"|segment|arm|scheme|club))\b"
    r"|(?<![本子分母司各家占])(?:该公司|公司|集团|该行|该集团|其|该平台|该产品|该业务|后者|它)",
    re.IGNORECASE,
)
# What only a whole company has, and what is so unless its sentence tells of a part.
_SHARES = re.compile(
    r"\b(?:shares?|stock|EPS|earnings\s+per\s+share|dividends?|market\s+(?:cap\w*|value)|buy-?backs?|target\s+price"
    r"|price\s+target|(?:forward|trailing)\s+earnings|times\s+(?:\w+\s+)?(?:earnings|book))\b"
    r"|股价|市值|每股|股息|派息|分红|派发|回购|归母|归属于|市盈率|市净率|(?<![A-Za-z])PE(?![A-Za-z])|目标价|股东的?净利",
    re.IGNORECASE,
)
_WHOLE_ONLY = re.compile(
    r"\b(?:net\s+(?:profit|income|loss|earnings|debt|cash)|pre-?tax\s+profit|headcount|staff|employees|workforce"
    r"|capital\s+(?:expenditure|spending)|capex|balance\s+sheet|tax\s+rate|(?:group|overall|total|company-wide)\s+(?:revenue|sales|profit|turnover|headcount)"
    r"|group-wide|full-year\s+(?:guidance|outlook|forecast)|fleet|aircraft|inventor(?:y|ies)|gross\s+margin)\b"
    r"|净利润|净亏损|资本开支|资本支出|员工|现金及|账上|有息负债|资产负债率|资产总额|总资产|净资产|研发(?:费用|投入|开支)|全年(?:收入|营收|业绩)"
    r"|整体|全集团|净利率|存货",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:chief\s+\w+|finance\s+(?:chief|director|head)|CEO|CFO|COO|chair(?:man|woman)?|management|executives|president"
    r"|he|she)\b|管理层|董事长|总裁|总经理|首席|CEO|CFO|财务总监|行长|她|(?<![其吉])他",
    re.IGNORECASE,
)
_PART_NOUN = re.compile(
    r"\bthe\s+(?:unit|division|arm|segment|business|brand|platform|app|service|club|scheme)\b|该(?:业务|板块|平台|品牌|产品|部门)",
    re.IGNORECASE,
)
_COMPANY_NOUN = re.compile(
    r"\bthe\s+(?:[\w-]+\s+)?(?:company|group|bank|firm|carmaker|automaker|retailer|lender|insurer|airline|utility|chipmaker"
    r"|drugmaker|carrier|miner|producer|manufacturer|developer|operator|grocer|brewer|builder|chain|supermarket)\b"
    r"|公司|集团|该行",
    re.IGNORECASE,
)
# What is the whole company wherever it is said, and what is so in a paragraph of its own.
_WHOLE = re.compile(r"公司|集团|the\s+group", re.IGNORECASE)
_COMPANY = re.compile(r"the\s+(?:\S+\s+)*company|公司|该公司", re.IGNORECASE)
_BEFORE = "named in a paragraph before"
_KINDS = (
    (re.compile(r"\bthe\s+group\b|集团", re.IGNORECASE), re.compile("Group")),
    (re.compile(r"\bthe\s+(?:bank|lender)\b|[该本]行", re.IGNORECASE), re.compile("Bank|Banc")),
)
_AT = re.compile(r"\b(?P<word>at|of|in|on|for)\s+(?:the\s+|its\s+)?[\"“‘]?$", re.IGNORECASE)
_CONTRASTS = re.compile(r"\s*(?:while|whereas|although|though|but|而|但)", re.IGNORECASE)
_LEANS = re.compile(
    r"[\s\"“]*(?:with|after|since|in|during|for|founded|launched|established|having|by|at|on|as|thanks\s+to"
    r"|driven\s+by|based|headquartered|自|在|截至|随着|作为|成立|凭借|通过|经过|受)"
    r"|[^，,]{0,12}(?:年|月|日|季度|期间|以来|后|时)[，,]",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\s*(?:{SPEECH_EN}\b|{SPEECH_ZH})|.{{0,60}}?\b{SPEECH_EN}\b|.{{0,20}}?{SPEECH_ZH}"
)
_IN_TURN = re.compile(r"\brespectively\b|分别", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,，.]*")
# What only says more of a name right before it: Quark, Alibaba's assistant, had.
_ASIDE = re.compile(
    r"\s*(?:an?|the|its|which|who|whose|in\s+which|where|owned|based|led|founded|formerly|part\s+of)\b",
    re.IGNORECASE,
)
_OF_STRANGER = re.compile(r"[”\"]?(?:的|同期|去年|今年|全年|上半年|前三季度|当季|同年|\d+月)+")
_WHICH = re.compile(r"\s*(?:which|who|whose)\b")
_TELLS_RESULTS = 5  # sentences in which a release says whose results it has
NOT_KNOWN = "it may be of another company than the report's"


class _Topic(NamedTuple):
    """What is spoken of when a sentence begins; `name` is "" for a stranger, None for nobody."""

    name: str | None
    is_here: bool  # in the same paragraph
    opened: bool = False  # whether the paragraph began with the company itself


class _Words(NamedTuple):
    """A sentence with its names, strangers and clauses."""

    text: str
    names: list[Mention]
    strangers: list[Stranger]
    clauses: list[tuple[int, int]]

    def role(self, mention: Mention) -> Role:
        return role_of(mention, self.text, self.names)


class Entities:
    """Which entity of a report each place of a source is about."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        """Read the source once, as a reader would who keeps in mind what is spoken of."""
        self._names = KnownNames(setting.entities, setting.source.text or "")
        self._brokers = Brokers.of_report(setting, self._names)
        self._only = setting.entities[0].name.en if len(setting.entities) == 1 else ""
        self._known = [entity.name.en for entity in setting.entities]
        self._read: dict[tuple[int, str], _Words] = {}
        self._own = self._document(setting, sentences)
        self._companies = Companies(setting.entities, self.own, setting.source.text or "")
        self._starts = [sentence.start for sentence in sentences]
        self._topics = list(self._carried(sentences))

    @property
    def names(self) -> KnownNames:
        """The names of the report's entities, with those that the source gives them."""
        return self._names

    @property
    def own(self) -> str:
        """Whose document it is; "" where none of the report's."""
        return self._own.value

    @property
    def is_sure_of_own(self) -> bool:
        """Whether it is plain whose document it is."""
        return bool(self._own.value) and not self._own.doubt

    def is_part(self, name: str) -> bool:
        """Whether an entity is a part of the company that the document is of."""
        return self._companies.is_part(name)

    def of(self, start: int, sentence: Sentence) -> Guess[str]:
        """The entity that what stands at `start` in a sentence is about; "" for none of them."""
        words = self._words(sentence)
        near = _in_turn(words, start) or _in_clause(words, start)
        if near is not None:
            return near
        clause = _clause_at(words, start)
        told = words.text[slice(*clause)]
        found = _in_other_clauses(words, words.clauses.index(clause)) if clause[1] else None
        if found is None:
            return self._beyond(sentence, told)
        is_whole = _SHARES.search(told) or (
            _WHOLE_ONLY.search(told) and self._names_own(words, clause[0])
        )
        if is_whole and self.is_sure_of_own and self.is_part(found.value):
            return self._own
        return found

    def _names_own(self, words: _Words, before: int) -> bool:
        """Whether a sentence names the company itself, too, before a place."""
        return any(one.name == self.own and one.end <= before for one in words.names)

    def _words(self, sentence: Sentence) -> _Words:
        key = (sentence.start, sentence.text)
        if key not in self._read:
            names = self._names.mentions(sentence.text)
            houses = [one for one in self._brokers.named(sentence.text) if one.is_known]
            strangers = [
                one
                for one in strangers_in(sentence.text, names)
                if not self._names.begin_with(one.words)
                and not any(each.start < one.end and one.start < each.end for each in houses)
            ]
            self._read[key] = _Words(sentence.text, names, strangers, _clauses(sentence.text))
        return self._read[key]

    def _document(self, setting: Setting, sentences: Sequence[Sentence]) -> Guess[str]:
        """Whose document it is: by its title, its publisher, or who is named most by far."""
        record = setting.source.record
        counts = Counter(one.name for each in sentences for one in self._words(each).names)
        for words in (record.title, record.publisher):
            for text in dict.fromkeys(words):
                named = self._names.mentions(text)
                spoken = [one.name for one in named if role_of(one, text, named) is Role.SUBJECT]
                if spoken:
                    most = max(counts[name] for name in spoken)
                    parts = Companies(setting.entities, spoken[0], setting.source.text or "")
                    is_plain = counts[spoken[0]] >= most or all(map(parts.is_called_part, {*spoken} - {spoken[0]}))
                    return Guess(spoken[0], "" if is_plain else "named in the title with others")
        if self._only:
            return Guess(self._only)
        for sentence in sentences[:_TELLS_RESULTS]:
            read = self._words(sentence)
            if read.names and speaks(read.names[0], sentence.text):
                return Guess(read.names[0].name)
        first = counts.most_common(2)
        if first and first[0][1] > 2 * sum(count for _, count in first[1:]):
            return Guess(first[0][0], "not named nearby: the source speaks of it most")
        return Guess("", "no entity of the report is named nearby")

    def _carried(self, sentences: Sequence[Sentence]) -> Iterator[_Topic]:
        topic, paragraph, heading = _Topic(None, False), -1, ""
        for sentence in sentences:
            if sentence.paragraph != paragraph:
                # A stranger is spoken of in a paragraph alone.
                carried = topic.name if sentence.heading == heading else None
                topic = _Topic(carried or None, False)
                paragraph, heading = sentence.paragraph, sentence.heading
                opened: bool | None = None
            yield topic._replace(opened=bool(opened))
            said = _subject_of(_without_markets(self._words(sentence)))
            if opened is None:
                is_told = said is None and _FIGURE.search(sentence.text) is not None
                opened = self.is_sure_of_own and (said == self.own or is_told)
            if said is not None:
                topic = _Topic(said, True)
            elif _OWN.search(sentence.text) and self._own.value:
                topic = _Topic(self._own.value, True)
            elif pointed := self._pointed_at(sentence, topic):
                topic = _Topic(pointed, True)

    def _pointed_at(self, sentence: Sentence, topic: _Topic) -> str:
        """Whom it, the company, 该公司 mean; "" where nothing of the kind is said."""
        points = _OTHER.search(sentence.text)
        if points is None:
            return ""
        for said, kind in _KINDS:
            of_kind = [name for name in self._known if kind.search(name)]
            if said.search(points[0]) and len(of_kind) == 1:
                return of_kind[0]
        own = self.own if self.is_sure_of_own else ""
        if own and topic.name != "" and _WHOLE.fullmatch(points[0]):
            return own
        may_be_own = not topic.is_here or not topic.name or self.is_part(topic.name)
        is_stranger = topic.is_here and topic.name == ""
        if own and may_be_own and not is_stranger and _COMPANY_NOUN.fullmatch(points[0]):
            return own
        return topic.name or ""

    def _of_whole(
        self, sentence: Sentence, told: str, part: str, *, opened: bool
    ) -> Guess[str] | None:
        """The company, where a sentence that names nobody is of it, though a part was topic."""
        if not self.is_sure_of_own or not self.is_part(part):
            return None
        if _SHARES.search(told):
            return self._own
        if _PART_NOUN.search(sentence.text):
            return None
        is_brokers = any(one.is_known for one in self._brokers.named(sentence.text))
        if is_brokers or _SPEAKER.search(sentence.text):
            return self._own
        if _OTHER.search(sentence.text):
            return None
        if _WHOLE_ONLY.search(told):
            return Guess(self.own, f"or is it {part}, named before?")
        return self._own if opened and not _HAN.search(sentence.text) else None

    def _topic(self, sentence: Sentence) -> _Topic:
        at = bisect_right(self._starts, sentence.start) - 1
        return self._topics[at] if at >= 0 else _Topic(None, False)

    def _beyond(self, sentence: Sentence, told: str) -> Guess[str]:
        """What a sentence is about that names nobody.

        Args:
            sentence: The sentence.
            told: Its clause that tells of it.
        """
        headed = {one.name for one in self._names.mentions(sentence.heading)}
        if _OWN.search(sentence.text) and self._own.value:
            return Guess(headed.pop()) if len(headed) == 1 else self._own
        topic = self._topic(sentence)
        part = topic.name or (next(iter(headed)) if len(headed) == 1 else "")
        if (whole := self._of_whole(sentence, told, part, opened=topic.opened)) is not None:
            return whole
        points = self._pointed_at(sentence, topic)
        if points:
            is_plain = topic.is_here or points == self._own.value or bool(self._only)
            return Guess(points, "" if is_plain else _BEFORE)
        if topic.is_here or (_OTHER.search(sentence.text) and topic.name is not None):
            return Guess(topic.name or "", "" if topic.name else NOT_KNOWN)
        if len(headed) == 1:
            return Guess(headed.pop())
        if self._own.value and not self._own.doubt:
            other = topic.name and topic.name != self._own.value
            return Guess(self._own.value, f"or is it {topic.name}, named before?" if other else "")
        if topic.name:
            return Guess(topic.name, "" if topic.name == self._own.value else _BEFORE)
        return self._own


def _clauses(text: str) -> list[tuple[int, int]]:
    ends = [(end.start(), end.end()) for end in _CLAUSE_END.finditer(text)]
    edges = [0, *(edge for end in ends for edge in end), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def _in_turn(words: _Words, start: int) -> Guess[str] | None:
    """The name that a figure belongs to by its place: A and B had 5 and 9, respectively."""
    if not _IN_TURN.search(words.text):
        return None
    before = [one for one in words.names if one.end <= start and words.role(one) is Role.SUBJECT]
    names = list(dict.fromkeys(one.name for one in before))
    if len(names) < 2:
        return None
    last = before[-1].end
    place = len(_NUMBER.findall(words.text[last:start]))
    return Guess(names[place]) if place < len(names) else None


def _without_markets(words: _Words) -> _Words:
    return words._replace(strangers=[one for one in words.strangers if not one.is_market])


def _clause_at(words: _Words, start: int) -> tuple[int, int]:
    """Where the clause of a place begins and ends; nowhere where there is none."""
    clauses = words.clauses
    here = next((clause for clause in clauses if clause[0] <= start < clause[1]), None)
    return here or (clauses[-1] if clauses else (0, 0))


def _in_clause(words: _Words, start: int) -> Guess[str] | None:
    """Who is named in the clause of a figure; None where nobody is."""
    if not words.clauses:
        return None
    here = words.clauses.index(_clause_at(words, start))
    return next((found for found in _nearest_first(words, start, here) if found is not None), None)


def _nearest_first(words: _Words, start: int, here: int) -> Iterator[Guess[str] | None]:
    """Who may be it, the likelier before the others; the figure stands in clause `here`."""
    a, b = words.clauses[here]
    yield _says_of_whom(words, start, b)
    yield _owner_right_before(words, start)
    yield _last_before(words, a, start, Role.SUBJECT)
    if here and _WHICH.match(words.text, a):
        yield _named_at_end(words, *words.clauses[here - 1])
    behind = [
        one for one in words.names if start < one.start < b and words.role(one) is Role.SUBJECT
    ]
    first = min(behind, key=lambda one: (one.owns, one.start), default=None)
    yield None if first is None else Guess(first.name)
    yield _last_before(words, a, start, Role.SOURCE)


def _says_of_whom(words: _Words, start: int, stop: int) -> Guess[str] | None:
    """The name right behind a figure, before any other.

    12% at Quark, 12 million Quark users, 8大行业模型, 千亿参数的通义千问; where somebody is only
    told to say so, 12% of DingTalk's users.
    """
    if around := next((one for one in words.names if one.start <= start < one.end), None):
        return Guess(around.name)
    before = [one for one in words.names if one.end <= start]
    told = not before or speaks(before[-1], words.text)
    number = _FIGURE_HERE.match(words.text, start)
    after = number.end() if number else start
    either: list[Mention | Stranger] = [*words.names, *words.strangers]
    behind = [one for one in either if after <= one.start < stop]
    first = min(behind, key=lambda each: each.start, default=None)
    if first is None:
        return None
    between = words.text[after : first.start]
    guess = Guess(first.name if isinstance(first, Mention) else "")
    if _NUMBER.search(between) or len(between) > _NEAR:
        return None
    if said := _AT.search(between):
        at = said["word"].lower()
        return guess if at == "at" or (at != "for" and told) else None
    is_share = _SHARES.match(words.text, first.end)
    is_counted = _COUNTED.fullmatch(between) and not (isinstance(first, Mention) and first.owns)
    is_attribute = _ATTRIBUTE_ZH.fullmatch(between)
    return guess if (is_counted or is_attribute) and not is_share else None


_NEAR = 50  # characters
_FIGURE_HERE = re.compile(
    r"\D{0,6}\d[\d,.]*(?:\s*(?:%|per\s?cent|million|billion|trillion|thousand|m|bn)\b)?"
    r"|[百千万亿十一二三四五六七八九两]+"
)
_COUNTED = re.compile(r"\s+(?:new\s+|paying\s+)?[\"“]?|[万亿]*[大款个项家名位台辆种座艘][\"“「]?")
_ATTRIBUTE_ZH = re.compile(r"[^，。；的]{0,12}的[^，。；的]{0,8}[\"“「]?")
_SHARES = re.compile(r"[\"”」]?(?:的)?(?:股份|股权|股票|股本)|\s+(?:shares|stock|stake)")
_RIGHT_BEFORE = re.compile(
    r"\s*(?:about|nearly|over|more\s+than|some|roughly|around|约|近|超过?)?\s*[$€£¥]?"
)


def _owner_right_before(words: _Words, start: int) -> Guess[str] | None:
    """The owner of a figure: more than DingTalk's 100 million, 高于钉钉的1亿."""
    for one in words.names:
        if (
            one.owns
            and one.end <= start
            and _RIGHT_BEFORE.fullmatch(words.text[one.end : start].removeprefix("的"))
        ):
            return Guess(one.name)
    for stranger in words.strangers:
        if (
            stranger.end <= start
            and stranger.words.endswith(("'s", "’s"))
            and (_RIGHT_BEFORE.fullmatch(words.text[stranger.end : start]))
        ):
            return Guess("")
    return None


def _last_before(words: _Words, a: int, start: int, role: Role) -> Guess[str] | None:
    """The name nearest before a figure in its clause; of a stranger ""."""
    names = [one for one in words.names if a <= one.start < start and words.role(one) is role]
    strangers = (
        [one for one in words.strangers if one.is_subject and a <= one.start < start]
        if role is Role.SUBJECT
        else []
    )
    if names and strangers:
        between = words.text[strangers[-1].end : names[-1].start]
        if _OF_STRANGER.fullmatch(between):  # 耀衡股份同期组件: the other's modules
            names = []
    at = names[-1].start if names else -1
    if strangers and strangers[-1].start > at:
        return Guess("", "" if strangers[-1].is_plain else NOT_KNOWN)
    return Guess(names[-1].name) if names else None


def _in_other_clauses(words: _Words, here: int) -> Guess[str] | None:
    for at in range(here - 1, -1, -1):
        if at and (named := _named_aside(words, at)) is not None:
            return named
        if (found := _subject_in(words, *words.clauses[at])) is not None:
            return found
    leans = _LEANS.match(words.text, words.clauses[here][0])
    for a, b in words.clauses[here + 1 :]:
        if _CONTRASTS.match(words.text, a) or (not leans and _FIGURE.search(words.text, a, b)):
            return None
        found = _subject_in(words, a, b)
        if found is not None:
            return found if leans or _TOLD.match(words.text[a:b]) else None
    return None


def _named_aside(words: _Words, at: int) -> Guess[str] | None:
    """The name that a clause says more of, which ends the clause before it; None for none."""
    a = words.clauses[at][0]
    is_owned = any(one.owns and not words.text[a : one.start].strip() for one in words.names)
    if not (_ASIDE.match(words.text, a) or is_owned):
        return None
    first, last = words.clauses[at - 1]
    return _named_at_end(words, first, last)


def _named_at_end(words: _Words, first: int, last: int) -> Guess[str] | None:
    for one in words.names:
        if first <= one.start < last and not words.text[one.end : last].strip():
            return None if words.role(one) is Role.BESIDE else Guess(one.name)
    for stranger in words.strangers:
        if first <= stranger.start < last and not words.text[stranger.end : last].strip():
            return Guess("", "" if stranger.is_plain else NOT_KNOWN)
    return None


def _subject_in(words: _Words, a: int, b: int) -> Guess[str] | None:
    """What a clause is about: its first name that only speaks or owns where there is another."""
    names = [one for one in words.names if a <= one.start < b and words.role(one) is Role.SUBJECT]
    strangers = [one for one in words.strangers if a <= one.start < b and one.is_subject]
    if strangers and (not names or strangers[0].start < names[0].start):
        return Guess("", "" if strangers[0].is_plain else NOT_KNOWN)
    rest = [one for one in names if not one.owns and not speaks(one, words.text)]
    first = next(iter(rest or names), None)
    return None if first is None else Guess(first.name)


def _subject_of(words: _Words) -> str | None:
    """What a sentence is about; "" for a stranger, None where nobody is named."""
    spoken: str | None = None
    for place, (a, b) in enumerate(words.clauses):
        found = _named_aside(words, place) if place else None
        found = found or _subject_in(words, a, b)
        if found is None:
            continue
        at = next(
            (one for one in words.names if a <= one.start < b and one.name == found.value), None
        )
        if at is None or not speaks(at, words.text):
            return found.value
        spoken = spoken if spoken is not None else found.value
    return spoken
