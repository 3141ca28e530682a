"""What brokers think, as a source tells it: one view of each broker in a paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from exporter.drafting.brokers import BrokerNamed, Brokers
from exporter.drafting.entities import Entities
from exporter.drafting.known_names import KnownNames
from exporter.drafting.model import DraftView, Sentence, Setting
from exporter.drafting.name_roles import Role, role_of
from exporter.drafting.view_words import (
    GOES_ON,
    SAYS_EN,
    THINKS_EN,
    THINKS_ZH,
    drivers_in,
    is_of_its_own,
    leans,
)
from exporter.evidence.clauses import split_clauses
from exporter.evidence.figures import target_prices
from exporter.evidence.ratings import Stated, leaning, stated_ratings
from exporter.evidence.reading import read_dates
from exporter.facts.currencies import CURRENCIES
from exporter.facts.words import Lang

_ENDS = " \t。.；;，,、"
_NOTE = re.compile(r"研报|研究报告|报告|\bnotes?\b|\breport\b", re.IGNORECASE)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ON_DAY = re.compile(rf"\bon\s+({'|'.join(_DAYS)})\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|to|with|by)\s+$|[向与由]$")
# Whose forecast something is compared with: the $3 billion expected by analysts at UBS.
_EXPECTED = re.compile(
    r"\b(?:expected|forecast|estimated|polled|compiled|predicted)\s+by\s+(?:analysts\s+at\s+)?$"
)
_NOTE_FROM = re.compile(
    r"\b(?:analysts?|note|report|upgrade|rating|coverage)[\w ]{0,20}\b(?:from|by|with)\s+$"
)
# What the claim follows: 中金研报表示，; Jefferies analysts said that.
_FRAME_ZH = re.compile(
    r"^.{0,40}?(?:认为|表示|指出|称|预计|预测|强调|显示|相信|判断|点评|写道|，指(?![数标]))(?:称|指出|道)?[，,：:]?"
)
_FRAME_EN = re.compile(
    r"^.{0,160}?\b(?:saying|arguing|said|says|wrote|writes|noted|believes?|thinks|argues?|sees|added)\b"
    r"(?:\s+(?:in\s+a\s+[\w ]{0,20}note|on\s+\w+day|to\s+clients))*,?\s*(?:that\s+)?"
)
_RATES = re.compile(
    r"评级|目标价|价值区间|由[^，。]{1,12}[升降调]至|\b(?:price\s+target|target\s+price|rating)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:主要|理由|blaming|原因|由于|因为|受益于|得益于|citing|with|because|driven\s+by|helped\s+by|thanks\s+to"
    r"|pointing\s+to|and|up|by)",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“"](?P<said>[^”"]{20,}?)[,.]?[”"]')
_SUBJECT_ZH = (
    re.compile(r"对[^，。]{0,12}?在(?P<said>[^，。在]{2,10}?)(?:的)?(?:落地|应用|推广)"),
    re.compile(
        r"(?:维持|重申|给予|上调|下调|首予|看好|推荐|建议关注|首次覆盖)对?(?P<said>[^，。“”\"（(]{2,12}?)(?:的)?(?=[“\"（(]|目标价|评级|买入|增持|持有|中性|卖出|减持|跑赢|推荐|未来|长期|，|。|$)"
    ),
    re.compile(r"(?:^|，)(?P<said>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:未来)?(?:有望|将|目标价)"),
)
_NAME = r"[A-Z][\w.&’'-]*(?:\s+[A-Z][\w.&’'-]*){0,3}(?![\w$€£¥])"
_SUBJECT_EN = (
    re.compile(
        rf"\b(?:rating|coverage|stance|view|price\s+target|target\s+price)\s+(?:on|of|for)\s+(?P<said>{_NAME})"
    ),
    re.compile(
        rf"\b(?:rates?|upgrad\w+|downgrad\w+|cut|raised|lowered|on|for|likes?|prefers?|recommends?)\s+(?P<said>{_NAME})(?=\s+(?:to|at|as|shares|stock|from|a|buy|sell|hold)\b|[,.])"
    ),
    re.compile(
        rf"\b(?:said|says|expects?|believes?|thinks|sees|argues?|estimates?)\s+(?:that\s+)?(?P<said>{_NAME})"
    ),
)
_LONGEST: dict[Lang, int] = {"zh": 80, "en": 240}  # characters of a thesis


@dataclass(frozen=True, slots=True)
class _Said:
    """What a broker says in a paragraph: the spans of the source that carry it."""

    broker: BrokerNamed
    spans: list[tuple[int, int]]
    sentence: Sentence


def views_in(sentences: Sequence[Sentence], setting: Setting) -> list[DraftView]:
    """The views of brokers that a source tells of, in its order."""
    return _Reader(setting, sentences).views()


class _Reader:
    """A source with the names that its views need."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        text = setting.source.text or ""
        self._setting, self._sentences, self._text = setting, sentences, text
        self._entities = KnownNames(setting.entities, text)
        self._brokers = Brokers.of_report(setting, self._entities)
        self._about: Entities | None = None
        self._currencies = setting.conventions.currencies(
            setting.source.id, {setting.source.id: setting.source}
        )
        publisher = dict.fromkeys(setting.source.record.publisher)
        self._own = self._brokers.of(tuple(publisher))

    def views(self) -> list[DraftView]:
        """All of them."""
        return [self._view(said) for said in self._said()]

    def _said(self) -> Iterator[_Said]:
        current: _Said | None = None
        for sentence in self._sentences:
            spans = list(self._spans(sentence))
            if not spans and current is not None and self._goes_on(current, sentence):
                current.spans.append((sentence.start, sentence.end))
                continue
            for broker, start, end in spans:
                if current is not None and self._is_same(current, broker, sentence):
                    current.spans.append((start, end))
                    continue
                if current is not None:
                    yield current
                current = _Said(broker, [(start, end)], sentence)
            if not spans and current is not None:
                yield current
                current = None
        if current is not None:
            yield current

    @staticmethod
    def _is_same(current: _Said, broker: BrokerNamed, sentence: Sentence) -> bool:
        return current.broker.name == broker.name and (
            current.sentence.paragraph == sentence.paragraph
        )

    @staticmethod
    def _goes_on(current: _Said, sentence: Sentence) -> bool:
        if sentence.paragraph != current.sentence.paragraph:
            return False
        states = any(stated_ratings(sentence.text)) or any(target_prices(sentence.text))
        return bool(GOES_ON.search(sentence.text)) or states

    def _spans(self, sentence: Sentence) -> Iterator[tuple[BrokerNamed, int, int]]:
        """The stretches of a sentence in which brokers think something, each with its broker."""
        text = sentence.text
        named = [one for one in self._brokers.named(text) if self._may_think(one, text)]
        if not named and self._own and (any(stated_ratings(text)) or any(target_prices(text))):
            named = [BrokerNamed(self._own, 0, 0, True)]
        starts = [self._clause_start(one, text) if at else 0 for at, one in enumerate(named)]
        for at, one in enumerate(named):
            if at and starts[at] == starts[at - 1]:
                continue  # two that say the same, or one by two names
            later = [start for start in starts[at + 1 :] if start > starts[at]]
            end = later[0] if later else len(text)
            if self._thinks(text[starts[at] : end], one):
                yield one, sentence.start + starts[at], sentence.start + end

    @staticmethod
    def _clause_start(one: BrokerNamed, text: str) -> int:
        return max(
            (clause.start for clause in split_clauses(text) if clause.start <= one.start), default=0
        )

    @staticmethod
    def _may_think(one: BrokerNamed, text: str) -> bool:
        """Whether a house does: money from a bank is no view, a note from one is."""
        before = text[: one.start]
        if _EXPECTED.search(before):
            return False
        return one.is_known or not _FROM.search(before) or bool(_NOTE_FROM.search(before))

    def _thinks(self, text: str, one: BrokerNamed) -> bool:
        if any(stated_ratings(text)) or any(target_prices(text, self._currencies)):
            return True
        if is_of_its_own(text):
            return False
        thinks = THINKS_ZH if self._setting.lang == "zh" else THINKS_EN
        return bool(thinks.search(text)) or (one.is_known and bool(SAYS_EN.search(text)))

    def _view(self, said: _Said) -> DraftView:
        quote = self._quote(said.spans)
        subject = self._subject(said, quote)
        rating = next(iter(stated_ratings(quote)), None)
        stance, doubt = _stance(rating, quote)
        thesis = self._thesis(said)
        drivers = self._drivers(quote, thesis)
        price, currency, unclear = self._target(quote)
        doubts = [doubt, unclear]
        if not said.broker.is_known:
            doubts.append(f"report.yaml does not know the broker {said.broker.name}: add it")
        if not drivers:
            doubts.append("no reason is given: the thesis stands for the driver")
        if not subject:
            doubts.append("the subject is not named")
        return DraftView(
            id="",
            broker=said.broker.name,
            subject=subject,
            stance=stance,
            thesis=thesis,
            drivers=drivers or (thesis,),
            rating=rating.words if rating else "",
            target_price=price,
            currency=currency,
            report_date=self._date(quote),
            quote=quote,
            start=said.spans[0][0],
            doubts=tuple(filter(None, doubts)),
        )

    def _quote(self, spans: Sequence[tuple[int, int]]) -> str:
        """The words of the spans; those that follow one another are one passage."""
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            if joined and not self._text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return "…".join(self._text[start:end].strip(_ENDS + "\n") for start, end in joined)

    def _subject(self, said: _Said, quote: str) -> str:
        """What the view is of: an entity by its name, else as the words have it."""
        broker = said.broker.name
        mentions = [one for one in self._entities.mentions(quote) if one.name != broker]
        patterns = _SUBJECT_ZH if self._setting.lang == "zh" else _SUBJECT_EN
        claim = self._claim(said)
        for pattern in patterns:
            for found in pattern.finditer(claim if pattern is _SUBJECT_ZH[-1] else quote):
                words = found["said"].strip()
                inside = [one for one in self._entities.mentions(words) if one.name != broker]
                if inside:
                    return inside[0].name
                if pattern is patterns[0] and not self._brokers.named(words):
                    return words
        spoken = [one for one in mentions if role_of(one, quote, mentions) is Role.SUBJECT]
        if spoken or mentions:
            return (spoken or mentions)[0].name
        for pattern in patterns[1:]:
            words = next((found["said"].strip() for found in pattern.finditer(claim)), "")
            if words and not self._brokers.named(words):
                return words
        self._about = self._about or Entities(self._setting, self._sentences)
        return self._about.of(0, said.sentence).value

    def _claim(self, said: _Said) -> str:
        """What the broker says, without that it does."""
        start, end = said.spans[0]
        for span in said.spans[1:]:
            if not self._text[:end].rstrip().endswith(("；", ";")):
                break
            end = span[1]
        words = self._text[start:end].strip(_ENDS + "\n")
        if (quoted := _QUOTED.match(words)) is not None:
            return quoted["said"]
        frame = _FRAME_ZH if self._setting.lang == "zh" else _FRAME_EN
        after = frame.sub("", words, count=1)
        return after if len(after) > 6 else words

    def _thesis(self, said: _Said) -> str:
        """The claim, without ratings and target prices; where it is long, its first clauses."""
        claim = self._claim(said)
        clauses = list(split_clauses(claim))
        words = [claim[one.start : one.end] for one in clauses]
        reason = next((at for at, each in enumerate(words) if _REASON.match(each)), len(words))
        telling = [at for at, each in enumerate(words[:reason]) if self._claims(each)]
        if not telling:
            return _cut(claim, self._longest)
        first = last = telling[0]
        for at in range(first + 1, len(clauses)):
            if self._rates(words[at]) or clauses[at].end - clauses[first].start > self._longest:
                break
            last = at
        # A mark that opens before a clause, or closes behind it, belongs to it.
        return claim[clauses[first].start : clauses[last].end].strip(_ENDS)

    @property
    def _longest(self) -> int:
        return _LONGEST[self._setting.lang]

    def _rates(self, words: str) -> bool:
        """Whether a clause tells of a rating or a target price alone."""
        return _RATES.search(words) is not None or any(stated_ratings(words))

    def _claims(self, words: str) -> bool:
        """Whether a clause can be the first of a thesis."""
        return not self._brokers.named(words) and not self._rates(words)

    def _drivers(self, quote: str, thesis: str) -> tuple[str, ...]:
        """The reasons; where none is worded as one, the clauses of the thesis that lean."""
        if found := drivers_in(quote):
            return found
        clauses = [thesis[one.start : one.end] for one in split_clauses(thesis)]
        return tuple(
            each
            for each in clauses
            if leans(each)
            and not any(map(str.isdigit, each))
            and not self._brokers.named(each)
            and not each.startswith("建议")
        )

    def _target(self, quote: str) -> tuple[str, str, str]:
        """The target price, its currency, and what is unclear of them."""
        for figure in target_prices(quote, self._currencies):
            kind, _, code = figure.dimension.partition(":")
            if kind == "money" and code in CURRENCIES:
                return _decimal(figure.value), code, ""
            if kind == "money":
                return "", "", f"the currency of the target price {figure.text} is not said"
        return "", "", ""

    def _date(self, quote: str) -> date | None:
        """The day of the note, where it is said beside it."""
        published = self._setting.published
        for note in _NOTE.finditer(quote):
            for mention in read_dates(quote):
                near = min(abs(mention.end - note.start()), abs(note.end() - mention.start))
                if mention.month and mention.day and near <= 14:
                    year = mention.year or published.year + (mention.year_offset or 0)
                    day = date(year, mention.month, mention.day)
                    is_last_years = mention.year is None and day > published
                    return day.replace(year=year - 1) if is_last_years else day
            if found := _ON_DAY.search(quote[note.end() : note.end() + 40]):
                back = (published.weekday() - _DAYS.index(found[1].lower())) % 7
                return published - timedelta(days=back)
        return None


def _stance(rating: Stated | None, quote: str) -> tuple[str, str]:
    """Positive, neutral or negative, and a doubt where nothing says which."""
    if rating is not None and (stance := leaning(rating)):
        return stance, ""
    if stance := leans(quote):
        return stance, ""
    return "neutral", "no rating and no word says whether it is positive"


def _cut(claim: str, longest: int) -> str:
    """A claim as far as it is short, in whole clauses."""
    ends = [clause.end for clause in split_clauses(claim)]
    return claim[: max((end for end in ends if end <= longest), default=ends[0] if ends else 0)]


def _decimal(value: Fraction) -> str:
    """A price as a person writes it: 120, 7.5."""
    return f"{float(value):.10g}"
