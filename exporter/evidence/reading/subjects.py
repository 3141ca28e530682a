"""What stands before a figure: the words of its clause, or of one that this only goes on with."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES
from exporter.evidence.reading.wording import Wording


def subject_of(wording: Wording, at: int) -> str:
    """The words before a quantity in its clause; those before that where it has none of its own."""
    text, quantities, _, starts, clauses = wording
    clause, previous = clauses[at][0], quantities[at - 1].last if at else 0
    first = max(clause, previous)
    if clause > previous and text.word(clause - 1) in {":", "："}:
        first = max(previous, clause - _BEFORE_A_COLON)
    if text.is_chinese and starts[at] == clause > previous and text.word(clause - 1) == "(":
        first = _clause_before(text, clause, previous)  # 员工(2,597名)
    start = starts[at]
    if clause > previous and _is_said_further(text, clause, quantities[at]):
        first = _clause_before(text, clause, previous)
    if not _ANOTHER.isdisjoint(text.words[start : quantities[at].first]):
        start = quantities[at].first
    if _is_done_to_things(text, start):
        start += 1
    is_apposition = clause > previous and _is_apposition(text, clause, start, quantities[at])
    if is_apposition or (start == clause > previous and _is_of_some(text, clause)):
        is_of_place = at > 0 and _tells_where(quantities[at - 1], clause, text)
        before = (quantities[at - 2].last if at > 1 else 0) if is_of_place else previous
        first = _clause_before(text, clause, before)
    if first >= start:
        return ""
    begin = text.starts[first]
    if first == previous and at and text.lower[quantities[at - 1].end : begin].strip():
        begin = quantities[at - 1].end  # 220千伏|变电站两座: where a word has a unit's end in it
    return text.folded[begin : text.starts[start]]


# Passengers carried totalled 8.3 million: of themselves, where trucks carried 40.
_COUNTING = frozenset("totalled totaled reached hit".split())


def _is_done_to_things(text: Text, at: int) -> bool:
    """Whether a verb at an index says how many things there are with which something is done."""
    last = at - 1 - 3 * (text.word(at - 1) == "]")  # Cranes built[2] reached 60
    done = text.word(last)
    is_done = done.endswith("ed") or done in PARTICIPLES
    return text.word(at) in _COUNTING and is_done and is_counted_word(text.word(last - 1))


_PLACING = frozenset("at in across from on".split())


def _tells_where(before: Quantity, clause: int, text: Text) -> bool:
    """Whether the number before tells where those are who are counted: at 3 sites, | 900 in all."""
    is_next = before.is_bare and clause == before.last + 2
    return is_next and text.word(before.first - 1) in _PLACING


def _clause_before(text: Text, clause: int, previous: int) -> int:
    """The index of the first word of the clause before one, behind the figure before."""
    first = clause - 1
    while first > previous and text.words[first - 1] not in _CLAUSE_MARKS:
        first -= 1
    return first


# 用户持续增长，|已达3200万; 门店数未减，|还净增了27家: of what the clause before speaks.
_FURTHER_ZH = regex(
    "(?:现|目前|如今|至今|截至目前)?(?:已|还|反而|并|也|共|总数|累计|合计)*"
    "(?:[达至到]|净[增减]|增[至加长]|升至|降至|突破|超过|接近|逼近|站上|攀升至|高达|多达)(?:到|至|了)?"
    "(?:约|近|超|逾|了)?"
)
_LONGEST_FURTHER = 8  # characters


def _is_said_further(text: Text, clause: int, quantity: Quantity) -> bool:
    """Whether a clause before a number only goes on with what the one before it speaks of."""
    if not text.is_chinese or text.word(clause - 1) not in {",", "，"}:
        return False
    begin, end = text.starts[clause], quantity.start
    return end - begin <= _LONGEST_FURTHER and bool(_FURTHER_ZH.fullmatch(text.lower, begin, end))


_BEFORE_A_COLON = 12  # words
_ANOTHER = frozenset("another further additional extra".split())


def _is_of_some(text: Text, clause: int) -> bool:
    """Of its pilots, | 62 retired: a sentence begins with those of whom so many did something."""
    if text.word(clause - 1) != ",":
        return False
    begin = max(0, clause - _MOST_OF_SOME)
    at = next((at for at in range(clause - 2, begin - 1, -1) if text.words[at] == "of"), -1)
    is_first = at == 0 or (at > 0 and text.words[at - 1] in {".", ";"})
    some = text.words[at + 1 : clause - 1]
    return is_first and all(map(str.isalpha, some)) and is_counted_word(some[-1] if some else "")


_MOST_OF_SOME = 7  # words


_APPOSED = frozenset("now currently at presently today still numbering totalling totaling".split())


_CLAUSE_MARKS = frozenset({",", ".", ";", ":", "(", ")"})


def _is_apposition(text: Text, clause: int, start: int, quantity: Quantity) -> bool:
    """Members, now 22.4 million, …: a figure between commas counts what stands before them."""
    if text.word(clause - 1) != ",":
        return False
    if start > clause and _WHICH_ARE.fullmatch(text.lower, text.starts[clause], text.starts[start]):
        return True
    if not 0 <= start - clause <= 2:
        return False
    if start == clause:  # Nights sold, 61,200 / 58,700, set a record
        return quantity.is_bare and _APPOSED_ALONE.match(text.lower, quantity.end) is not None
    return text.word(quantity.last) in {",", "."} and _APPOSED.issuperset(text.words[clause:start])


# Sellers, of whom there are now 62,000; members, who number 19.5 million; shops, whose number
# passed 900
_WHEN = r"(?:now |currently |today |together |at present |at last count )?"
_WHICH_ARE = regex(
    rf"(?:of (?:whom|which) there {_WHEN}(?:are|were) {_WHEN}"
    rf"|(?:who|which) {_WHEN}(?:have |has |had )?{_WHEN}"
    r"(?:number|numbers|numbered|total|totals|totalled|totaled) "
    rf"{_WHEN}"
    r"|(?:whose (?:total |combined )?(?:numbers?|ranks)|the number of (?:which|whom)) "
    r"(?:(?:has|have|had|is|are|was|were|now|already|since|recently|rose|fell|grew|hit|stood|came"
    r"|shrank|shrunk|grown|risen|fallen|[a-z]+ed) )*(?:to |at )?)"
)
_APPOSED_ALONE = regex(
    r" (?:in (?:all|total|number)|altogether|to date)(?=[,.])|,(?= )| /"
    r"| (?:versus|vs\.?|against|compared (?:with|to)|up|down) "
)
