"""What a broker claims, and its reasons, in its own words without ratings and target prices."""

import re
from collections.abc import Sequence

from exporter.drafting.views.asides import reason_alone, revised_alone, without_apposition
from exporter.drafting.views.brokers import Brokers
from exporter.drafting.views.quoted_zh import quotation_at_first
from exporter.drafting.views.spans import Said, Span
from exporter.drafting.views.words import drivers_in, expected_in, leans, revises_estimate
from exporter.engine.regex import regex
from exporter.evidence.clauses import split_clauses
from exporter.evidence.rating_words import CHINESE, ENGLISH
from exporter.evidence.ratings import stated_ratings
from exporter.facts.words import Lang

_ENDS = " \t。.；;，,、"
# What the claim follows: 中金研报表示，; Jefferies analysts said that.
_FRAME_ZH = regex(
    r"^.{0,40}?(?:认为|表示|指出|称|预计|预测(?!值|[由从为至到分上下调])|强调|显示|相信|判断|点评(?!(?:研究|研)?报|[中里上])|写道|提到|担心|担忧|忧虑|提醒|(?:，|研报|报告)指(?![数标出]))(?:称"
    r"|指出|道)?[，,：:]?"
)
_FRAME_EN = regex(
    r"^.{0,160}?\b(?:saying|arguing|said|says|wrote|writes|noted|believes?|thinks|argue[sd]?|sees"
    r"|added|point(?:s|ed|ing)?\s+out"
    r"|(?:warn|caution|stress|conced|remark|observ|contend)(?:e?s|e?d|ing)?(?=\s+that\b))\b"
    r"(?:\s+(?:in\s+a\s+[\w ]{0,20}note|on\s+\w+day|to\s+clients))*,?\s*(?:that\s+)?"
)
_RATES = regex(
    r"评级|目标价|(?-i:\b(?:TP|PT):? [A-Z]{0,3}\W?\d)|价值区间"
    r"|由[^，。]{1,12}[升降调]至|\b(?:price\s+target|target\s+price|rating)\b"
    r"|\b(?:trim|cut|rais|lower|lift|reduc|increas|nudg)\w*\s+(?:its|their|the)\s+target\b"
    r"(?!\s+for\b)",
    re.IGNORECASE,
)
# Target price €45 (|was €49|); Hold (|was Buy|); 目标价11欧元（|此前10欧元|）
_BEFORE = regex(
    r"(?:prev|prior|old)\.?|(?:from|was|were|prev(?:\.|ious(?:ly)?)?"
    r"|prior|old|formerly|versus|vs\.?"
    r"|原|此前|之前|先前|前次|上次|前值)?[为是\s:：]*"
    r"(?:[A-Z]{0,3}\s?[$€£¥]?\s?\d[\d.,]*\s?(?:p|pence|cents|[^\s\d，。a-z]{0,3}元|kr)?"
    rf"|[\"'“‘]?(?:{ENGLISH}|{CHINESE})[\"'”’]?(?:评级)?)(?:\s(?:previously|before|earlier))?",
    re.IGNORECASE,
)
# It still says | buy, and | forecasts a profit of £26m
_RATING_FIRST = regex(
    r"^(?:buy|hold|sell)(?:,? (?:and|but|while|although|though|because|since)"
    r"|, (?:arguing|noting|adding|reasoning)(?: that)?|[,:])\s+(?:it\s+|also\s+)?(?=\S+ \S)"
)
_REASON = regex(
    r"(?:主要|理由|blaming|原因|由于|因为|受益于|得益于|citing|with|because|driven\s+by"
    r"|helped\s+by|thanks\s+to"
    r"|pointing\s+to|and|up|by)",
    re.IGNORECASE,
)
_QUOTED_LATER = regex('(?<![\\w,.!?])[“"](?=\\S)(?P<said>[^”"]{20,}?)[,.]?[”"]')
_QUOTED = regex('[“"](?P<said>[^”"]{20,}?)[,.]?[”"]')
_LONGEST: dict[Lang, int] = {"zh": 80, "en": 240}  # characters of a thesis


class Theses:
    """Reads what brokers claim in a source."""

    def __init__(self, text: str, lang: Lang, brokers: Brokers) -> None:
        """A reader of a source.

        Args:
            text: Of the source.
            lang: In which it is written.
            brokers: Who may be named.
        """
        self._text, self._lang, self._brokers = text, lang, brokers

    def quote(self, spans: Sequence[Span]) -> str:
        """The words of the spans; those that follow one another are one passage."""
        joined: list[tuple[int, int]] = []
        for span in spans:
            start, end = span.start, span.end
            if joined and not self._text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return "…".join(self._text[start:end].strip(_ENDS + "\n") for start, end in joined)

    def claim(self, said: Said) -> str:
        """What the broker says, without that it does; what is quoted where the rest only rates."""
        claim = self._first_claim(said.spans)
        if self.tells(claim):
            return claim
        if len(said.spans) > 1 and "\n" in self._text[said.spans[0].end : said.spans[1].start]:
            below = (self._first_claim(said.spans[at:]) for at in range(1, len(said.spans)))
            claim = next(filter(self.tells, below), claim)  # a heading that only rates
        later = [self._text[span.start : span.end] for span in said.spans[1:]]
        told = next(filter(None, map(self._quoted, later)), "")
        return told or self._told_later(said.spans) or claim

    def _quoted(self, words: str) -> str:
        """What a sentence quotes; all of what it argues where that is but a part of it."""
        quoted = _QUOTED_LATER.search(words)
        if quoted is None:
            return ""
        if self._lang != "en" or not quoted["said"][0].islower():
            return quoted["said"]
        words = words.strip(_ENDS + "\n")
        frame = _ARGUES.match(words) or _SAID_OF.match(words)
        argued = words[frame.end() :] if frame else ""
        return argued if self.tells(argued) else quoted["said"]

    def _told_later(self, spans: Sequence[Span]) -> str:
        """What is claimed in a sentence behind one that only rates; "" for nothing."""
        if self._lang != "zh":
            later = (self._text[span.start : span.end].strip(_ENDS + "\n") for span in spans[1:])
            return next(filter(self.tells, map(_argued, later)), "")
        claims = (self._first_claim(spans[at:]) for at in range(1, len(spans)))
        return next(filter(self.tells, claims), "")

    def _first_claim(self, spans: Sequence[Span]) -> str:
        first = spans[0]
        start, end = first.start, first.end
        for span in spans[1:]:
            if not self._text[:end].rstrip().endswith(("；", ";")):
                break
            end = span.end
        words = self._text[start:end].strip(_ENDS + "\n")
        if told := quotation_at_first(words):
            return told
        if (quoted := _QUOTED.match(words)) is not None:
            return quoted["said"]
        frame = _FRAME_ZH if self._lang == "zh" else _FRAME_EN
        after = _RATING_FIRST.sub("", frame.sub("", words, count=1))
        return after if len(after) > 6 else words

    def of(self, said: Said) -> str:
        """The claim, without ratings and target prices; where it is long, its first clauses."""
        claim = self.claim(said)
        once = _ALSO_THINKS.sub("", claim)  # what is told by the broker's next verb, is no claim's
        claim = once if self._lang == "en" and self.tells(once) else claim
        claim = _BUT_ADDS.sub(r"\1 ", without_apposition(claim) if self._lang == "en" else claim)
        clauses = list(split_clauses(claim))
        words = [claim[one.start : one.end] for one in clauses]
        reason = next((at for at, each in enumerate(words) if _REASON.match(each)), len(words))
        telling = [at for at, each in enumerate(words[:reason]) if self._claims(each)]
        if not telling:
            told = "" if self._lang == "zh" else revised_alone(claim) or reason_alone(words)
            return _cut(told.strip(_ENDS) or claim, self._longest)
        first = last = telling[0]
        for at in range(first + 1, len(clauses)):
            if self._rates(words[at]) or clauses[at].end - clauses[first].start > self._longest:
                break
            last = at
        # A mark that opens before a clause, or closes behind it, belongs to it.
        thesis = claim[clauses[first].start : clauses[last].end].strip(_ENDS)
        return _with_closing(thesis, claim[clauses[last].end :])

    @property
    def _longest(self) -> int:
        return _LONGEST[self._lang]

    def _rates(self, words: str) -> bool:
        """Whether a clause tells of a rating, a target price or a revised estimate alone."""
        if _RATES.search(words) or _BEFORE.fullmatch(words.strip(f"{_ENDS}()（）")):
            return True
        return revises_estimate(words) or any(stated_ratings(words))

    def tells(self, thesis: str) -> bool:
        """Whether a thesis says more than who rates whom."""
        return any(self._claims(thesis[one.start : one.end]) for one in split_clauses(thesis))

    def _claims(self, words: str) -> bool:
        """Whether a clause can be the first of a thesis."""
        is_person = _PERSON.fullmatch(words.strip(_ENDS)) is not None
        return not is_person and not self._brokers.named(words) and not self._rates(words)

    def drivers(self, quote: str, thesis: str, stance: str) -> tuple[str, ...]:
        """The reasons; where none is worded as one, the clauses of the thesis that lean.

        What is only conceded against the stance is none: 渠道扩张顺利，|但费用压力仍在|.
        """
        if found := drivers_in(quote):
            return found
        told = [thesis[one.start : one.end] for one in split_clauses(thesis)]
        clauses = [each for each in told if not _concedes(each, stance)]
        leaning = tuple(
            _LED.sub("", each)
            for each in clauses
            if leans(each)
            and not any(map(str.isdigit, each))
            and not self._brokers.named(each)
            and not self._rates(each)
            and not each.startswith("建议")
        )
        if not leaning and len(clauses) < len(told):
            leaning = tuple(each.strip(_ENDS) for each in clauses if self._claims(each))
        if leaning or self.tells(thesis):
            return leaning
        return expected_in(quote)


_CONCEDES = regex(
    r"(?:但是?|不过|然而|尽管|虽然|虽)|(?:but|though|although|despite|while|yet)\s", re.IGNORECASE
)


def _concedes(clause: str, stance: str) -> bool:
    """Whether a clause says something against the stance of its view that it only concedes."""
    against = {"positive": "negative", "negative": "positive"}.get(stance)
    is_against = against is not None and leans(clause) == against
    return is_against and _CONCEDES.match(clause.lstrip()) is not None


# Said that Selby was taking share|, and estimated that it now had 16%|: the broker estimates
_ALSO_THINKS = regex(
    r",? and (?:also |now )?(?:(?:estimate[sd]|reckon(?:s|ed)|argue[sd]|believe[sd]|predict(?:s|ed)"
    r"|thinks|thought) (?:that )?(?=(?:it|its|they|their|the|this|[A-Z]\w+)\b)"
    r"|(?:note[sd]|add(?:s|ed)|warn(?:s|ed)|forecasts?|conclude[sd]) that )[^;]*$"
)
# It gives Selby time|, but added that |costs are high: a reservation, whoever adds it
_BUT_ADDS = regex(
    r"\b(but|although|though|yet) (?:also )?(?:(?:it|they|he|she) )?(?:also )?"
    r"(?:add(?:s|ed)|note[sd]?|warn(?:s|ed)?|caution(?:s|ed)?|said|says|wrote|writes) that "
)
# A clause that only names who speaks: | Ann Lee, | an analyst at Quill.
_PERSON = regex(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}")
# | and we think | some of this demand has been pulled forward
_LED = regex(
    r"^(?:(?:and|but|yet|so|while|though|although)\s+)(?:(?:we|I|they|it)\s+(?:also\s+|still\s+)?"
    r"(?:think|believe|expect|reckon|suspect|see|feel)\s+(?:that\s+)?)?(?=\S+\s+\S)"
)
# The brokerage, |which rates the shares "hold",| said that
_POINTS = (
    r"(?:It|They|He|She|Its\s+analysts?|The\s+(?:broker(?:age)?|bank|firm|house|analysts?))"
    r"(?:,\s+(?:which|who)\s+[^,;]{3,80},)?"
)
# Took the opposite view, upgrading the stock. It argued that | prices would recover.
_ARGUES = regex(
    rf"{_POINTS}\s+"
    r"(?:also\s+)?(?:argue[sd]?|reasons|reasoned|reckon(?:s|ed)?|believe[sd]?|said|says|think|thinks"
    r"|thought|wrote|writes|note[sd]?|add(?:s|ed)|expect(?:s|ed)?)\s+that\s+"
)


# It said | the shares were “priced for perfection”
_SAID_OF = regex(
    rf"{_POINTS}\s+"
    r"(?:also\s+)?(?:said|says|wrote|writes|argue[sd]?|believe[sd]?|thinks?)\s+"
    r"(?=(?:the|its|their|it|they|these|this|[A-Z][\w’'-]+)\b"
    r"|(?:[\w’'-]+ ){1,4}(?:would|will|was|were|is|are|had|has|have|could|may|might|should)\b)"
)


def _argued(words: str) -> str:
    """What somebody named before argues in a sentence of its own; "" where it does not."""
    frame = _ARGUES.match(words) or _SAID_OF.match(words)
    return words[frame.end() :] if frame else ""


def _with_closing(words: str, behind: str) -> str:
    """Words with the mark that closes a quotation which opens in them: "… is over"."""
    mark = behind[:1]
    opens = {'"': words.count('"') % 2 == 1, "”": words.count("“") > words.count("”")}
    return words + mark if opens.get(mark) else words


def _cut(claim: str, longest: int) -> str:
    """A claim as far as it is short, in whole clauses."""
    ends = [clause.end for clause in split_clauses(claim)]
    end = max((end for end in ends if end <= longest), default=ends[0] if ends else 0)
    return _with_closing(claim[:end], claim[end:])
