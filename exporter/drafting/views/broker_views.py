"""What brokers think, as a source tells it: one view of each broker in a paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from operator import attrgetter

from exporter.drafting.model import DraftView, Sentence, Setting
from exporter.drafting.names.entities import Entities
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.roles import Role, role_of
from exporter.drafting.views.brokers import Brokers
from exporter.drafting.views.in_tables import rated_in_tables
from exporter.drafting.views.spans import Said, Span, ViewSpans
from exporter.drafting.views.subjects import NO_SUBJECT, SUBJECTS
from exporter.drafting.views.words import drivers_in, leans
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.clauses import split_clauses
from exporter.evidence.figures import target_prices
from exporter.evidence.ratings import Stated, leaning, rating_named, stated_ratings
from exporter.evidence.reading import Figure, read_dates
from exporter.facts.currencies import CURRENCIES
from exporter.facts.words import Lang

_NO_REASON = "no reason is given: the thesis stands for the driver"
_ENDS = " \t。.；;，,、"
_NOTE = re.compile(r"研报|研究报告|报告|\bnotes?\b|\breport\b", re.IGNORECASE)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ON_DAY = re.compile(rf"\bon\s+({'|'.join(_DAYS)})\b", re.IGNORECASE)
# What the claim follows: 中金研报表示，; Jefferies analysts said that.
_FRAME_ZH = re.compile(
    r"^.{0,40}?(?:认为|表示|指出|称|预计|预测|强调|显示|相信|判断|点评|写道|，指(?![数标]))(?:称"
    r"|指出|道)?[，,：:]?"
)
_FRAME_EN = re.compile(
    r"^.{0,160}?\b(?:saying|arguing|said|says|wrote|writes|noted|believes?|thinks|argues?|sees"
    r"|added)\b"
    r"(?:\s+(?:in\s+a\s+[\w ]{0,20}note|on\s+\w+day|to\s+clients))*,?\s*(?:that\s+)?"
)
_RATES = re.compile(
    r"评级|目标价|价值区间|由[^，。]{1,12}[升降调]至|\b(?:price\s+target|target\s+price|rating)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:主要|理由|blaming|原因|由于|因为|受益于|得益于|citing|with|because|driven\s+by"
    r"|helped\s+by|thanks\s+to"
    r"|pointing\s+to|and|up|by)",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“"](?P<said>[^”"]{20,}?)[,.]?[”"]')
# Sums that are targets of sales, not prices; and by how much a price was changed.
_SCALED = re.compile(r"[万亿]|\d\s?(?:bn|mn?|tn|[BMK])\b|illion|thousand")
_BY_HOW_MUCH = re.compile(r"\bby\s+(?:about\s+|another\s+)?$|[上下]调了?$|调[高低]了?$")
_IN_TURN = re.compile(r"分别|\brespectively\b")
_ENTRY = re.compile(
    r"(?i:\b(?:buy|hold|sell|neutral|reduce|add|accumulate|[a-z]+perform"
    r"|[a-z]+weight))[\"”]?\s*[(（]\s*$|[(（:：–—-]\s*[\"“]?[\w -]{2,20}[\"”]?[,，/;；]\s*$"
)
# Where what is said of one may end, and that of another begin.
_PARTS = re.compile(
    r"[,，;；]\s*(?!\d)(?:and\s+|but\s+|while\s+)?|\s+(?:and|but|while)\s+|(?=[并而])"
)
_LONGEST: dict[Lang, int] = {"zh": 80, "en": 240}  # characters of a thesis


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
        own = self._brokers.of(tuple(publisher))
        self._spans = ViewSpans(text, self._brokers, self._currencies, own)

    def views(self) -> list[DraftView]:
        """All of them."""
        told = [
            self._view(each)
            for said in self._spans.of(self._sentences)
            for each in self._apart(said)
        ]
        known = {(view.broker, view.subject) for view in told}
        listed = [view for view in self._in_tables() if (view.broker, view.subject) not in known]
        return sorted([*told, *listed], key=attrgetter("start"))

    def _in_tables(self) -> Iterator[DraftView]:
        """The views that tables list."""
        for one in rated_in_tables(self._text, self._brokers, self._entities, self._currencies):
            about = self._about = self._about or Entities(self._setting, self._sentences)
            first, last = one.head
            row = self._text[one.start : one.end]
            thesis = ", ".join(cell.strip() for cell in row.split("\t") if cell.strip())
            stance, doubt = _stance(one.rating, row)
            doubts = (doubt, "" if one.is_known else _unknown(one.broker), _NO_REASON)
            yield DraftView(
                id="",
                broker=one.broker,
                subject=one.subject or about.own,
                stance=stance,
                thesis=thesis,
                drivers=(thesis,),
                rating=one.rating.words if one.rating else "",
                target_price="" if one.price is None else _decimal(one.price),
                currency=one.currency,
                report_date=None,
                quote=f"{self._text[first:last].strip()}…{row.strip()}",
                start=one.start,
                doubts=tuple(filter(None, doubts)),
            )

    def _apart(self, said: Said) -> list[Said]:
        """What a broker says, apart where one sentence rates two: Buy on one, Sell on the other."""
        first, *others = said.spans
        explicit, _ = SUBJECTS[self._setting.lang]
        parts: list[tuple[str, str]] = []  # words, and whom they rate
        for words in _PARTS.split(first.words):
            rated = self._worded(explicit, words, said.broker.name, is_any=True)
            is_another = rated and any(stated_ratings(words)) and parts and parts[-1][1]
            if is_another and rated != parts[-1][1] and any(stated_ratings(parts[-1][0])):
                parts.append((words, rated))
            elif parts:
                parts[-1] = (f"{parts[-1][0]}, {words}", parts[-1][1] or rated)
            else:
                parts.append((words, rated))
        if len(parts) < 2:
            return [said]
        return [
            replace(said, spans=[replace(first, words=words), *(others if at == 0 else ())])
            for at, (words, _) in enumerate(parts)
        ]

    def _view(self, said: Said) -> DraftView:
        quote = self._quote(said.spans)
        rating = next(iter(stated_ratings(said.words)), None)
        price, currency, unclear = self._target(said)
        subject = self._subject(said, is_rated=bool(rating or price))
        stance, doubt = _stance(rating, said.words)
        thesis = self._thesis(said)
        drivers = self._drivers(quote, thesis)
        doubts = [doubt, unclear]
        if not said.broker.is_known:
            doubts.append(_unknown(said.broker.name))
        if not drivers and not self._tells(thesis):
            doubts.append(_NO_REASON)
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
            start=said.spans[0].start,
            doubts=tuple(filter(None, doubts)),
        )

    def _quote(self, spans: Sequence[Span]) -> str:
        """The words of the spans; those that follow one another are one passage."""
        joined: list[tuple[int, int]] = []
        for span in spans:
            start, end = span.start, span.end
            if joined and not self._text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return "…".join(self._text[start:end].strip(_ENDS + "\n") for start, end in joined)

    def _subject(self, said: Said, *, is_rated: bool) -> str:
        """What the view is of: an entity by its name, else as the words have it.

        A rating and a target price are of a listed company unless their words say otherwise.
        """
        broker, claim = said.broker.name, self._claim(said)
        explicit, others = SUBJECTS[self._setting.lang]
        if named := self._worded(explicit, said.words, broker, is_any=True):
            return named
        mentions = [one for one in self._entities.mentions(said.words) if one.name != broker]
        spoken = [one for one in mentions if role_of(one, said.words, mentions) is Role.SUBJECT]
        about = self._about = self._about or Entities(self._setting, self._sentences)
        if is_rated and about.is_sure_of_own:
            own = [one.name for one in mentions if one.name == about.own]
            companies = [one.name for one in spoken if not about.is_part(one.name)]
            return next(iter((*own, *companies)), about.own)
        if named := self._worded(others, said.words, broker, is_any=False):
            return named
        if spoken or mentions:
            whole = [one for one in spoken if is_rated and not about.is_part(one.name)]
            return (whole or spoken or mentions)[0].name
        named = self._worded(others, claim, broker, is_any=True)
        return named or about.of(0, said.sentence).value

    def _worded(
        self, patterns: Sequence[re.Pattern[str]], text: str, broker: str, *, is_any: bool
    ) -> str:
        """Whom words name as the subject; those that nobody knows only where any may be it."""
        for pattern in patterns:
            for found in pattern.finditer(text):
                words = found["said"].strip()
                inside = [one for one in self._entities.mentions(words) if one.name != broker]
                if inside:
                    return inside[0].name
                if (
                    is_any
                    and not self._brokers.named(words)
                    and not (NO_SUBJECT.search(words) or rating_named(words))
                ):
                    return words
        return ""

    def _claim(self, said: Said) -> str:
        """What the broker says, without that it does."""
        first = said.spans[0]
        start, end = first.start, first.end
        for span in said.spans[1:]:
            if not self._text[:end].rstrip().endswith(("；", ";")):
                break
            end = span.end
        words = self._text[start:end].strip(_ENDS + "\n")
        if (quoted := _QUOTED.match(words)) is not None:
            return quoted["said"]
        frame = _FRAME_ZH if self._setting.lang == "zh" else _FRAME_EN
        after = frame.sub("", words, count=1)
        return after if len(after) > 6 else words

    def _thesis(self, said: Said) -> str:
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

    def _tells(self, thesis: str) -> bool:
        """Whether a thesis says more than who rates whom."""
        return any(self._claims(thesis[one.start : one.end]) for one in split_clauses(thesis))

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

    def _target(self, said: Said) -> tuple[str, str, str]:
        """The target price, its currency, and what is unclear of them."""
        prices = [
            figure
            for figure in target_prices(said.words, self._currencies)
            if figure.dimension.startswith("money")
            and not _SCALED.search(figure.text)
            and not _BY_HOW_MUCH.search(said.words[: figure.start])
        ]
        place, count = said.spans[0].place
        if count == 1 and len(prices) > 1 and _IN_TURN.search(said.words):
            return "", "", "which of the target prices is this broker's is not plain"
        of_one = prices[place:] if len(prices) == count else prices
        for figure in of_one or self._beside_rating(said.words):
            code = figure.dimension.partition(":")[2]
            if code in CURRENCIES:
                return _decimal(figure.value), code, ""
            return "", "", f"the currency of the target price {figure.text} is not said"
        return "", "", ""

    def _beside_rating(self, words: str) -> list[Figure]:
        """The price right behind a rating in a list: (Hold, $45)."""
        rating = next(iter(stated_ratings(words)), None)
        if rating is None:
            return []
        return [
            figure
            for figure in read_settled(words, self._currencies)
            if figure.dimension.startswith("money")
            and _ENTRY.search(words[: figure.start])
            and rating.words in words[: figure.start]
        ]

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


def _unknown(broker: str) -> str:
    return f"report.yaml does not know the broker {broker}: add it"


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
