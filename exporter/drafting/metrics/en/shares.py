"""What a share of English text is a share of, and whose it is."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.size_classes import share_of_class
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.counted import participle_of
from exporter.drafting.metrics.en.doings import SPENT, verb_of
from exporter.drafting.metrics.en.earlier import last_before, topic_before, whole_before
from exporter.drafting.metrics.en.irregular import regular_participle
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.predicates import gone_to, predicated
from exporter.drafting.metrics.en.share_owners import owner_told
from exporter.drafting.metrics.en.sites import Site, of_last, of_other
from exporter.drafting.metrics.en.subject_words import shared_region, subject_region
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.told_again import told_as_share
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES, DOWN, LEVEL, SAYING, SHARING, UP
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_share(site: Site) -> Guess[str] | None:
    """A share of something: 43% | of sales."""
    if site.is_share and site.number and (kept := _KEPT.search(site.before)) is not None:
        whole = of_last(site).value
        done = regular_participle(kept[1]) if kept[1].endswith("s") else kept[1]
        return Guess(f"Share of {lowered(whole, site.text)} {done}")
    behind = _whole_at(site)
    if not behind:
        return None
    own = site.tokens[site.at]
    if name := gone_to(site) or share_of_class(site.text, own.start, own.end):
        return Guess(name)
    if (all_ := _OWN_WHOLE.match(site.behind)) is not None:
        return Guess(_owners_share(site, governed(site.tokens, site.at), _WHOLES[all_[1]]))
    words = words_right(site.tokens, behind)
    whole = phrase_of(words, site.names)
    said = site.tokens[behind].lower if behind < len(site.tokens) else ""
    if said in _PRONOUNS and (site.number or site.earlier):
        whole = _whole_before(site) if site.number else last_before(site)
        words = [site.tokens[behind]]
    if _OF_THE_TOTAL.match(site.behind):
        whole = whole_before(site) or whole
    if (having := _HAVING.match(site.behind)) is not None:
        return Guess(f"{sentence_case([having[1]])} with {lowered(having[2], site.text)}")
    found = _governed_here(site)
    if (seen := _seen_in(site, found, words)) is not None:
        return seen
    if whole and (again := told_as_share(site, whole)):
        return Guess(again)
    return Guess(_share_of(site, found, whole, behind + len(words))) if whole else None


def _governed_here(site: Site) -> Governed:
    """What governs a share; nothing where its own clause begins with it: 410, and | 92% of them."""
    found, tokens = governed(site.tokens, site.at), site.tokens
    lead = re.search(rf"[,;] (?:and |but )?{ABOUT}$", site.before)
    is_pronoun = site.at < len(tokens) - 2 and tokens[site.at + 2].lower in _PRONOUNS
    return Governed("", [], -1, -1) if lead is not None and is_pronoun else found


def _share_of(site: Site, found: Governed, whole: str, end: int) -> str:
    """What a share of a whole is called, by the verb before it or behind."""
    if these := _these(site):
        return _share_owned(these, lowered(whole, site.text))
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if whole.lower().endswith("capacity") and verb in _RUNNING:
        return "Capacity utilisation"
    if name := _of_metric(site, found, lowered(whole, site.text), end):
        return name
    is_held = verb in _HOLDING and _POSTS.search(whole) is not None
    if is_held or verb in SHARING or (verb in LEVEL and not found.words):
        return _owners_share(site, found, lowered(whole, site.text))
    if found.verb < 0 or verb in SAYING | {"believe"} or (verb in _LEADING and not found.words):
        return predicated(site, whole, end)
    if verb in _HOLDING | _RULING and re.search(r"\bmarket\b", whole.lower()):
        return f"Share of {lowered(whole, site.text)}"
    if verb in _HOLDING:
        is_company = _EQUITY.search(whole.lower()) or whole.lower() in AGENTS
        owner = _owner_of_stake(site) if is_company else ""
        return f"Stake{owner}" if is_company else f"Stake in {whole}"
    done = "" if found.words else participle_of(verb)
    return f"Share of {lowered(whole, site.text)} {done}".strip()


def _of_metric(site: Site, found: Governed, whole: str, end: int) -> str:
    """What of a whole is spent, lost, or comes to: bad debts rose to 1.1% | of receivables."""
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if (spent := verb_of(verb)) in {"spend", "invest"} and not found.words:
        what = _SPENT_ON.match(site.text, site.tokens[end - 1].end)
        on_what = f" on {what[1]}" if what else ""
        return f"{SPENT[spent][0]}{on_what} as share of {whole}"
    if verb in {"lost", "lose", "loses"} and _OWN.match(site.behind):
        mean = "average " if re.search(r"\b(?:average|mean) of $", site.before) else ""
        return sentence_case([f"{mean}{whole} loss"])
    is_moved = verb in UP | DOWN and not found.words and (found.prep == "to" or found.linked >= 0)
    if not is_moved and verb not in {"cost", "costs"}:
        return ""
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    return f"{subject} as share of {whole}" if subject else ""


# The state, which owns | 18% | of the shares: whose stake, where it is not the company's own
_OWNER = regex(
    r"(?:^|[.;,] )(?:[Tt]he )?(?P<who>(?:[A-Za-z][\w’'&-]*)(?: [A-Za-z][\w’'&-]*){0,3}), "
    rf"(?:which|who) (?:\w+ )?(?:owns?|holds?|owned|held) {ABOUT}$"
)


def _owner_of_stake(site: Site) -> str:
    owner = _OWNER.search(site.before)
    if owner is None or owner["who"].lower() in site.names or owner["who"].lower() in AGENTS:
        return ""
    return f" of {owner['who']}"


# 38% | of the total, of which the sentence before tells; not: of the total cost
_OF_THE_TOTAL = regex(
    r" of (?:the|that|this) total(?=[,.;:)]|$| (?:and|but|while|in|compared|up|down)\b)"
)
# Software is now | 41% | of what the group sells
_OWN_WHOLE = regex(
    r" of (?:what|everything|all(?: that)?|whatever) (?:we|it|they|he|she|the \w+|[A-Z][\w’'-]+)"
    r" (?:\w+ly )?(sell|make|earn|produce|turn(?=s? out\b)|brew|buy|spend|import|export|lend"
    r"|borrow)s?\b"
)
_WHOLES = {
    "sell": "sales", "make": "output", "earn": "earnings", "produce": "output",
    "turn": "output", "brew": "output",
    "buy": "purchases", "spend": "spending", "import": "imports", "export": "exports",
    "lend": "lending", "borrow": "borrowing",
}  # fmt: skip
_LEADING = frozenset("led prompted caused forced".split())


def _whole_at(site: Site) -> int:
    """Where the whole of a share begins: 43% of | sales, one in five | pints; 0 for no share."""
    if site.next() == "of":
        return site.at + 2 if site.is_share or site.figure.text.lower() in _PARTS else 0
    is_of_some = re.search(r"\b(?:in|out of)\b", site.figure.text) is not None
    is_whole = is_of_some and site.is_share and not site.behind.startswith(",")
    return site.at + 1 if is_whole else 0


_PARTS = frozenset("half most".split())


def _whole_before(site: Site) -> str:
    """What a pronoun behind "of" stands for, as figures before are called; never a share again."""
    for other in reversed(site.figures[: site.number]):
        name = of_other(site, other).value
        if not re.match(r"(?:Share|Patients with|Growth)\b|.* (?:share|growth)\b", name):
            return name.removesuffix(" looked after").removesuffix(" maintained")
    return ""


def _seen_in(site: Site, found: Governed, words: list[Token]) -> Guess[str] | None:
    """People with what was seen in them: nausea occurred in 12% | of treated patients."""
    if words and words[0].lower == "those" and site.number:
        return _seen_in_others(site, site.tokens.index(words[0]) + 1)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    people = next((one for one in words if one.lower in _PEOPLE), None)
    if verb not in _SEEN or people is None:
        return None
    subject = phrase_of(subject_region(site.tokens, found.verb), site.names)
    whom = sentence_case([people.text])
    return Guess(f"{whom} with {lowered(subject, site.text)}") if subject else None


def _seen_in_others(site: Site, at: int) -> Guess[str] | None:
    """The same in another group: and 4% | of those on placebo."""
    name = of_last(site).value
    group = phrase_of(words_right(site.tokens, at + 1)) if at < len(site.tokens) else ""
    if " with " not in name or not group:
        return None
    return Guess(f"{name} {site.tokens[at].lower} {lowered(group, site.text)}")


_KEPT = regex(
    rf"\bof which (?:it|they|we|he|she|the (?:company|group|firm|chain)) (?:now )?(\w+) {ABOUT}$"
)
_RUNNING = frozenset("run runs ran running operate operates operated worked works working".split())
_HAVING = regex(
    r" of (?:[\w-]+ ){0,2}?(patients|participants|people|recipients|volunteers|children|women|men)"
    r" (?:reported|had|suffered|experienced|developed|saw) (?:an? )?((?:[\w-]+ ){0,2}[\w-]+)"
)
_SPENT_ON = regex(r" on ([\w-]+(?: and [\w-]+)?)")
_OWN = regex(r" of (?:its|their|his|her) ")
_SEEN = frozenset("seen reported observed occurred occur recorded noted found".split())
_POSTS = regex(r"\b(?:jobs|posts|roles|seats|positions)$")
_RULING = frozenset("control controls controlled command commands commanded".split())
_HOLDING = frozenset("own owns owned hold holds held bought buy acquire acquired sold".split())


def _owners_share(site: Site, found: Governed, whole: str) -> str:
    """Whose share of a whole a figure is: EVs' share of sales."""
    subject = owner_told(site.before)
    if subject.lower() in site.names:
        return f"Share of {whole}"
    subject = subject or subject_of_verb(site.tokens, found.verb, site.names)[0]
    if not subject and _TAKES_UP.match(site.text) and found.verb < _SOON:
        subject = topic_before(site) or _thing_before(site, whole)
    if not subject:
        return f"{_somebodys(site, found.verb)}hare of {whole}"
    return _share_owned(subject, whole)


def _share_owned(subject: str, whole: str) -> str:
    subject = sentence_case([subject])
    if len(subject.split()) > 3:
        return f"{subject} as share of {whole}"
    mark = "'" if subject.endswith("s") else "'s"
    return f"{subject}{mark} share of {whole}"


# We replace diesel buses with | electric buses|, and these now make up | half | of the fleet
_THESE_ACCOUNT = regex(
    r"\b(?:(?:replac|swap|substitut)(?:e|es|ed|ing) (?:[\w-]+ ){1,4}?(?:with|by|for)"
    r"|(?:mov|switch|shift|convert|migrat|chang)(?:e|es|ed|ing)? (?:[\w-]+ ){0,5}?(?:to|into)"
    r"|(?:add|introduc|launch|open)(?:e|es|ed|ing)?)"
    r" (?:more |new |the |our |its |their )*(?P<what>(?!(?:and|or|with|by|to|for|of|in)\b)"
    r"(?:[a-z][\w-]*(?<!\band)(?<!\bor)(?<!\bof)(?<!\bin)(?<!\bfor)(?<!\bto) ){0,2}?[a-z][\w-]*s)"
    r"(?:, and|[.;]) [Tt]hese(?: (?:now|already|together|alone|currently))?"
    r" (?:make up|made up|account for|accounted for|represent|represented)"
    rf" (?:a little |just |slightly |well )?{ABOUT}$"
)


def _these(site: Site) -> str:
    """What "these" are that have a share: things of one kind, brought in right before."""
    found = _THESE_ACCOUNT.search(f"{site.earlier} {site.before}")
    return found["what"] if found else ""


# The group's health plan has 600,000 members. It brings in a | quarter | of revenue.
_ITS_THING = regex(
    r"^(?:Its|Their|Our|(?:The [a-z]+|[A-Z]\w+)['’]s?) "
    r"(?P<what>(?:[a-z][\w-]*,? ){0,3}?[a-z][\w-]*)"
    r"(?=,? (?:for|which|has|had|is|was|are|were|now|sells|sold|grew|rose|fell|opened|made)\b)"
)
_OF_ALL = regex(r"\b(?:revenues?|sales|turnover|profits?|income|output|orders)$")
_SOMEBODY = AGENTS | frozenset("executive chief director chairman founder shares board".split())


def _thing_before(site: Site, whole: str) -> str:
    """What the sentence before speaks of, where only that can bring in so much of all sales."""
    thing = _ITS_THING.match(site.earlier) if _OF_ALL.search(whole) else None
    is_thing = thing is not None and thing["what"].split()[-1] not in _SOMEBODY
    return sentence_case([thing["what"]]) if thing is not None and is_thing else ""


_TAKES_UP = regex(r"(?:They|These|It|This) ")
_SOON = 5  # tokens from the beginning: their own verb


def _somebodys(site: Site, verb: int) -> str:
    """Whose share it is, where that is a place or a brand beside the report's: China's s|hare.

    Or a kind of those who buy and work: Business customers' s|hare.
    """
    named = [token for token in shared_region(site.tokens, verb) if token.lower not in ARTICLES]
    said = " ".join(token.text for token in named)
    if 1 < len(named) < 4 and named[-1].lower in _KINDS:
        is_kind = all(token.kind == "word" for token in named) and "'" not in said.replace("’", "'")
        return f"{sentence_case([said])}' s" if is_kind and said.lower() not in site.names else "S"
    is_name = 0 < len(named) < 4 and all(token.text[0].isupper() for token in named)
    if not is_name or said.lower() in site.names or named[-1].lower in AGENTS:
        return "S"
    return f"{said}'{'' if said.endswith('s') else 's'} s"


_KINDS = frozenset("customers clients buyers users workers investors hospitals schools".split())
_PRONOUNS = frozenset("it them which whom that those these this".split())


_PEOPLE = frozenset(
    "patients participants people subjects women men children adults recipients".split()
)


_EQUITY = regex(r"\b(?:shares?|stock|equity|votes?|voting|capital|company)\b")
