"""What brokers think, as a source tells it: one view of each broker in a paragraph."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from exporter.drafting.model import DraftView, Sentence, Setting
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.views.brokers import Brokers
from exporter.drafting.views.house_people import analyst_in
from exporter.drafting.views.in_tables import rated_in_tables
from exporter.drafting.views.note_dates import note_date
from exporter.drafting.views.spans import Said, ViewSpans
from exporter.drafting.views.subjects import Subjects
from exporter.drafting.views.target_prices import as_price, target_before, target_of
from exporter.drafting.views.terms_given import ends_terms
from exporter.drafting.views.theses import Theses
from exporter.drafting.views.words import leans
from exporter.engine.regex import regex
from exporter.evidence.rating_words import Stated, leaning
from exporter.evidence.ratings import former_ratings, stated_ratings

_NO_REASON = "no reason is given: the thesis stands for the driver"
_UNNAMED = "the subject is not named"
_ENDED = "its words withdraw a rating or a target price: see what view is left"


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
        self._currencies = setting.conventions.currencies(
            setting.source.id, {setting.source.id: setting.source}
        )
        publisher = dict.fromkeys(setting.source.record.publisher)
        own = self._brokers.of(tuple(publisher))
        self._spans = ViewSpans(text, self._brokers, self._currencies, own)
        self._subjects = Subjects(setting, sentences, self._entities, self._brokers)
        self._theses = Theses(text, setting.lang, self._brokers)

    def views(self) -> list[DraftView]:
        """All of them."""
        read = [
            self._view(each)
            for said in self._spans.of(self._sentences)
            for each in self._subjects.apart(said)
        ]
        told = [one for one in read if not _is_of_figures_alone(one)]
        known = {(view.broker, view.subject) for view in told}
        listed = [view for view in self._in_tables() if (view.broker, view.subject) not in known]
        return sorted([*told, *listed], key=attrgetter("start"))

    def _in_tables(self) -> Iterator[DraftView]:
        """The views that tables list."""
        for one in rated_in_tables(self._text, self._brokers, self._entities, self._currencies):
            first, last = one.head
            row = self._text[one.start : one.end]
            thesis = ", ".join(cell.strip() for cell in row.split("\t") if cell.strip())
            stance, doubt = _stance(one.rating, row)
            doubts = (doubt, _NO_REASON)
            yield DraftView(
                id="",
                broker=one.broker,
                subject=one.subject or self._subjects.about.own,
                stance=stance,
                thesis=thesis,
                drivers=(thesis,),
                rating=one.rating.words if one.rating else "",
                target_price="" if one.price is None else as_price(one.price),
                currency=one.currency,
                report_date=None,
                quote=f"{self._text[first:last].strip()}…{row.strip()}",
                start=one.start,
                doubts=tuple(filter(None, doubts)),
                seen=() if one.is_known else (_unknown(one.broker),),
            )

    def _view(self, said: Said) -> DraftView:
        quote = self._theses.quote(said.spans)
        rating = next(iter(stated_ratings(said.words)), None)
        price, currency, unclear = target_of(said, self._currencies)
        claim = self._theses.claim(said)
        subject = self._subjects.of(said, claim, is_rated=bool(rating or price))
        is_ended = ends_terms(said.words, self._currencies)
        stance, doubt = _stance(rating, "" if is_ended else said.words)
        thesis = self._theses.of(said)
        drivers = self._theses.drivers(quote, thesis, stance)
        is_reasoned = bool(drivers) or self._theses.tells(thesis)
        doubts = (
            doubt,
            unclear,
            _ENDED if is_ended else "",
            "" if is_reasoned else _NO_REASON,
            "" if subject else _UNNAMED,
        )
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
            report_date=note_date(quote, self._setting.published),
            quote=quote,
            start=said.spans[0].start,
            doubts=tuple(filter(None, doubts)),
            seen=() if said.broker.is_known else (_unknown(said.broker.name),),
            previous_rating=_rating_before(rating, said.words),
            previous_target_price=target_before(said, price, currency, self._currencies),
            analyst=analyst_in(said.words),
        )


def _rating_before(rating: Stated | None, words: str) -> str:
    """The rating that a broker's words say it had before; "" where they say none, or several."""
    former = {one.meanings: one.words for one in former_ratings(words)}
    if rating is None or len(former) != 1 or rating.meanings in former:
        return ""
    return former.popitem()[1]


# | down from 25p |, | 6% and 7% below its earlier estimates |: what goes on with a figure
_FRAGMENT = regex(
    r"(?:up|down|compared|from|against|versus|above|below|[$€£¥]?[0-9][0-9.,]*\S*)\b[^;]{0,60}"
)
_VERB = regex(
    r"\b(?:is|are|was|were|will|would|could|should|may|has|have|had|expect|see|remain)\w*\b"
)


def _is_of_figures_alone(view: DraftView) -> bool:
    """Whether a view has no rating and no price, and for a thesis the end of a forecast."""
    if view.rating or view.target_price:
        return False
    return _FRAGMENT.fullmatch(view.thesis) is not None and not _VERB.search(view.thesis)


def _unknown(broker: str) -> str:
    return f"report.yaml does not know the broker {broker}: add it"


def _stance(rating: Stated | None, quote: str) -> tuple[str, str]:
    """Positive, neutral or negative, and a doubt where nothing says which."""
    if rating is not None and (stance := leaning(rating)):
        return stance, ""
    if stance := leans(quote):
        return stance, ""
    return "neutral", "no rating and no word says whether it is positive"
