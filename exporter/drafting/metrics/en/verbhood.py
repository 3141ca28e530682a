"""Whether a word of an English sentence is a verb where it stands."""

from collections.abc import Sequence

from exporter.drafting.metrics.en.doings import DONE, SPENT, verb_of
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbal_words import ACTIVITIES, NOUNS_TOO, OF_A_KIND
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    CUT,
    DOWN,
    HEDGES,
    JOINS,
    LEVEL,
    METRICS,
    PRAISE,
    PREPOSITIONS,
    RAISE,
    SAYING,
    SHARING,
    TIMES,
    UP,
)
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES, PAST, SINGULAR

_VERBS = (
    UP | DOWN | LEVEL | RAISE | CUT | SAYING | SHARING | SINGULAR | PAST | PARTICIPLES
    | frozenset(DONE) | frozenset(
        "follow follows followed precede preceded offer offers provide provides has assumes"
        " excludes incorporates presumes contemplates embeds".split()) | {
        "was", "were", "is", "are", "worth"}
) - {"added-value", "run-rate"}  # fmt: skip


# Irregular participles before a noun: gross written premiums.
_KINDS = frozenset("paid written earned ceded known proven given".split())


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb where it stands."""
    token, word = tokens[at], tokens[at].lower
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        token.kind != "word"
        or " " in word
        or _is_noun_before(before)
        or (word in _KINDS and _is_bound(after))
        or _is_of_name(token, before, after)
        or _is_of_noun(tokens, at)
        or _is_activity(word, before, after)
        or _is_plainly_none(tokens, at, after)
    ):
        return False
    known = word in _VERBS or verb_of(word) in SPENT
    if word in _NOT_DONE:
        return word == "shed" and after is not None and after.kind == "figure"
    if word.endswith("ing") and before is not None and before.text == ",":
        return word not in ACTIVITIES
    if word in OF_A_KIND or (word.endswith("ed") and not known):
        is_kind = word in OF_A_KIND and _is_bound(after)
        return word.endswith("ed") and not word.endswith("eed") and not is_kind
    if word in _BEHIND_VERBS:
        return after is None or after.kind in {"figure", "mark"} or after.lower in FUNCTION
    if word in _ONLY_LED and not _is_led(before, word):
        return False
    if word in NOUNS_TOO:
        return _is_no_noun(tokens, at, known=known)
    return known or _acts_on(tokens, at)


def _is_activity(word: str, before: Token | None, after: Token | None) -> bool:
    """Whether a word in -ing is a noun: the average cost of | borrowing."""
    if not word.endswith("ing") or before is None or before.lower != "of":
        return False
    return after is None or not (after.kind == "figure" or after.lower in ARTICLES)


def _is_plainly_none(tokens: Sequence[Token], at: int, after: Token | None) -> bool:
    """Whether a word is none by its form: Pay for new staff; battery-powered, newly trained."""
    word = tokens[at].lower
    if word == "numbers" and after is not None and after.kind != "figure":
        return after.lower not in HEDGES  # Customer | numbers | at the two shops fell
    if word == "pay" and not at:
        return after is not None and after.lower in PREPOSITIONS
    if "-" in word and word.endswith("ed") and _begins_phrase(tokens, at):
        return _is_bound(after)  # Pre-booked parking
    is_kind = at > 1 and word.endswith("ed") and tokens[at - 1].lower in _MANNERS
    is_led = is_kind and tokens[at - 2].lower in PREPOSITIONS | ARTICLES
    # Utilisation in | powered | access was, volumes of | frozen | food fell.
    is_led |= at > 0 and word.endswith(("ed", "frozen")) and tokens[at - 1].lower in _LEADS
    return word.endswith(_HYPHENED) or (is_led and _is_bound(after))


def _begins_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing, a mark, an article or a preposition stands before a word."""
    before = tokens[at - 1] if at else None
    return before is None or before.kind == "mark" or before.lower in PREPOSITIONS | ARTICLES


_LEADS = frozenset("in of for on at from with across within".split())
_MANNERS = frozenset("newly recently fully highly partly privately publicly locally".split())
_HYPHENED = ("-powered", "-based", "-owned", "-led", "-backed", "-listed", "-sized", "-made")
PARTICLES = frozenset("up down off out back".split())
_BEHIND_VERBS = PARTICLES - {"out", "back"} | {"higher", "lower"}
FUNCTION = PREPOSITIONS | HEDGES | ARTICLES
_ALSO_PAST = frozenset("hit set cut put led let read cost".split()) | PAST


_BEFORE_NOUNS = ARTICLES | PRAISE


def _is_noun_before(before: Token | None) -> bool:
    """Whether a noun must follow: the cut, its rise."""
    return before is not None and (
        before.lower in _BEFORE_NOUNS or before.text.endswith(("'s", "’s"))
    )


_NOT_DONE = frozenset("bed shed red hundred sacred shot".split())


_BEFORE_NAMES = PREPOSITIONS - {"to"}


def _is_of_name(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a word belongs to a name: the H4 | Cross | contributed, at | Packaged | Foods."""
    is_behind = before is not None and before.text in _BEFORE_NAMES
    if is_behind and token.text[:1].isupper():
        return True
    is_within = before is not None and before.kind == "word" and before.text[:1].isupper()
    return is_within and token.text[:1].isupper() and after is not None and after.text.islower()


def _is_of_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only says which metric is meant: average | selling | prices."""
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if after not in METRICS:
        return False
    if tokens[at].lower == "operating" and after in _OPERATED:
        return True  # without the closure, | operating | income was 96 million
    if tokens[at].lower in _PRICED and after in {"price", "prices"}:
        return True  # the average private | selling | price
    if tokens[at].lower.endswith("ing"):
        is_first = not at or (
            not tokens[at - 1].text[-1:].isalnum() and tokens[at].text[0].isupper()
        )
        kinds = {"average", "underlying", "net", "gross", "total", "adjusted"}
        return before in kinds or (is_first and _is_said_of(tokens, at + 2))
    behind = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    is_said = before == "and" and behind in UP | DOWN | LEVEL
    return is_said and tokens[at].lower in _BASE_FORMS


_PRICED = frozenset("selling asking listing trading landing opening".split())
_OPERATED = frozenset(
    "income profit profits loss losses margin margins result results earnings costs expenses "
    "expense cash leverage".split()
)


def _is_said_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands at an index, of which the words before are the subject."""
    return at < len(tokens) and (tokens[at].lower in UP | DOWN | LEVEL | {"was", "were"})


def _is_somebody(before: Token) -> bool:
    """Whether a verb stands behind: she, it; IT is none."""
    return before.lower in _SOMEBODY and before.text != "IT"


def _is_bound(after: Token | None) -> bool:
    """Whether a noun stands behind: adjusted | profit."""
    return (
        after is not None
        and after.kind == "word"
        and after.lower not in FUNCTION | JOINS | PRAISE | PARTICLES
        and not after.lower.endswith("ly")
    )


def _is_led(before: Token | None, word: str) -> bool:
    """Whether what stands before a bare form makes it a verb: will serve, guides lead."""
    if before is not None and before.lower == "and" and word in METRICS:
        return False  # imports grew 6.2% and exports only 1.5%
    return before is not None and (
        before.lower in AUXILIARY | _PLURAL_PRONOUNS
        or (word == "make" and before.lower in {"now", "already", "together"})
        or before.lower.endswith("ly")
        or (is_counted_word(before.lower) and word not in NOUNS_TOO)
    )


_ONE_FORM = frozenset("hit set cut".split())
_WHOM = frozenset("it us them him her me".split())


def _is_no_noun(tokens: Sequence[Token], at: int, *, known: bool) -> bool:
    """Whether a word that may be a noun, too, is a verb."""
    word = tokens[at].lower
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if word == "cost" and after is not None and after.lower in _WHOM:
        return True
    if word in _ONE_FORM or (before is not None and before.lower in AUXILIARY):
        return known and (word in _ONE_FORM or not _has_verb(tokens, at))
    if before is not None and (_is_somebody(before) or before.lower in {"which", "who"}):
        return known
    if before is None or after is None or before.kind == "mark" or _has_verb(tokens, at):
        return False
    if before.kind == "figure":
        return word in SINGULAR
    is_named = tokens[at].text[:1].isupper() or before.lower in PREPOSITIONS | JOINS
    if is_named or after.lower == "of" or (word in METRICS and after.lower == "to"):
        return False  # costs to fall 2%
    is_acting = after.kind == "figure" or after.lower in HEDGES | ARTICLES | {"by", "to"}
    is_acting = is_acting or (after.lower == "at" and word not in METRICS)
    return is_acting and known


_NO_VERBS = FUNCTION | JOINS | AUXILIARY | METRICS | TIMES


def _acts_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb by its place: the hub | sorts | 26,000 packages."""
    word, before = tokens[at].lower, tokens[at - 1] if at else None
    if before is None or before.kind != "word" or not tokens[at].text.islower():
        return False
    if word in _NO_VERBS:
        return False
    if before.lower in _MODAL - {"to", "not"}:
        return True  # volumes should | land within 4%
    is_named = before.text[:1].isupper() and word in _MODELLING
    is_named = is_named and tokens[min(at + 1, len(tokens) - 1)].lower in METRICS
    if is_named or (_is_somebody(before) and not word.endswith("ly")):
        return True  # she | models earnings per share of 5.40
    is_plain = word.endswith("s") and not word.endswith(("ss", "us")) and word not in NOUNS_TOO
    is_led = before.lower not in PREPOSITIONS | ARTICLES
    if is_plain and is_led and tokens[min(at + 1, len(tokens) - 1)].lower in _OBJECTS:
        return True  # the regulator | allows | it a return
    after = at + 1
    while after < len(tokens) and tokens[after].lower in HEDGES | {"than", "more", "up", "to"}:
        after += 1
    if after >= len(tokens) or tokens[after].kind != "figure":
        return False
    if before.lower in _MODAL:
        return True
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us"))
        and before.lower not in PREPOSITIONS | ARTICLES
    )


_MODELLING = frozenset("models pencils".split())  # Priya Dunmore | models | sales of 1.3 billion
_OBJECTS = frozenset("a an the it its their them".split())
_MODAL = frozenset("will would can could may might must should to not do does did".split())
_SOMEBODY = frozenset("he she it they we i who".split())
_PLURAL_PRONOUNS = frozenset("we they you i who that which and".split())
_BASE_FORMS = {
    word
    for word in (*DONE, *SPENT)
    if not word.endswith(("ed", "ing", "ss"))
    and word not in SINGULAR
    and not (word.endswith("s") and {word[:-1], word[:-2]} & {*DONE, *SPENT})
} - {"worth"}
_ONLY_LED = _BASE_FORMS - _ALSO_PAST
_BEHIND_MODALS = RAISE | CUT | UP | DOWN | frozenset(DONE)


def _is_done(word: str) -> bool:
    """Whether a word behind a modal is what is done: to | cut its list prices by 20%."""
    return word in _BEHIND_MODALS or verb_of(word) in SPENT


def _has_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause has its verb before a word, which then is a noun: raised its forecast."""
    for i in range(at - 1, max(at - 8, -1), -1):
        token = tokens[i]
        if token.kind == "date":
            continue
        if token.kind != "word" or token.lower in JOINS:
            return False
        if token.lower in AUXILIARY:
            return token.lower in _MODAL and i + 1 < at and _is_done(tokens[i + 1].lower)
        if token.lower not in NOUNS_TOO and is_verb(tokens, i):
            return True
    return False
