"""Parts of what was told before, by what became of them or where they came from.

Sales rose 5%, | two-thirds | of which came from pricing; chips were shipped, of which | a fifth |
went into cars; 687 clubs, of which | 241 | are run by franchisees; less than | half | the average.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.phrases import lowered
from exporter.drafting.metrics.en.sites import sure_of
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.wordings import Found, counted, rule_of, share


def _going_to(found: Found) -> str:
    counted = [one for one in found.site.figures[: found.site.number] if things_of(one)]
    what = things_of(counted[-1]) if counted else ""
    return f"Share of {what} going {found['to']} {found['whom']}" if what else ""


def _part_of_growth(found: Found) -> str:
    whole = sure_of(found.site, found.site.last)
    is_growth = whole.endswith((" growth", " change"))
    return f"Share of {lowered(whole, found.site.text)} from {found['what']}" if is_growth else ""


def _done_by(found: Found) -> str:
    whole = sure_of(found.site, found.site.last)
    return f"{whole.partition(' ')[0]} {found['done']}{found['by']}" if whole else ""


def _of_kind(found: Found) -> str:
    whole = sure_of(found.site, found.site.last)
    is_plain = bool(whole) and found["kind"] not in {"run", "held", "let", "sold", "made", "built"}
    return f"{found['kind'].capitalize()} {lowered(whole, found.site.text)}" if is_plain else ""


def _of_average(found: Found) -> str:
    """What is told as a share of an average: its subject, for its own level stands beside."""
    verb = governed(found.site.tokens, found.site.at).verb
    what = subject_of_verb(found.site.tokens, verb, found.site.names)[0] if verb >= 0 else ""
    whole = found["whole"].partition(" ")[2]
    return f"{what} as share of {whole}" if what else ""


by_part_told = rule_of(
    # Sales rose 5%, roughly | two-thirds | of which came from pricing
    share(
        before=rf", {ABOUT}$",
        behind=r" of (?:which|that|it) (?:came|was|is|stemmed|resulted|arose)(?: due)? from "
        r"(?:the |its )?(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)(?=[,.;]|$)",
        name=_part_of_growth,
    ),
    # Of which | 241 | are run by franchisees
    counted(
        before=rf"\bof which {ABOUT}$",
        behind=r" (?:are|were) (?P<done>run|owned|operated|managed|held|leased|franchised)"
        r"(?P<by> by (?:the )?[a-z][\w-]*)?(?=[,.;]|$)",
        name=_done_by,
    ),
    # 2,814 homes completed, of which | 612 | were affordable
    counted(
        before=rf"\bof which {ABOUT}$",
        behind=r" (?:are|were) (?P<kind>[a-z]+(?<!ed)(?<!en)(?<!ing))(?=[,.;]|$| \()",
        name=_of_kind,
    ),
    # Chips were shipped, of which | a fifth | went into cars
    share(
        before=rf"\bof which {ABOUT}$",
        behind=r" (?:went|goes|go|are going|is going) (?P<to>into|to) (?:the )?"
        r"(?P<whom>[a-z][\w-]*(?: [a-z][\w-]*)?)(?=[,.;]|$)",
        name=_going_to,
    ),
    # Staff turnover, at 4%, is less than | half | the industry's average
    share(
        behind=r" (?:of )?(?P<whole>(?:the|its) (?:industry|sector|national|market|peer)"
        r"(?:[’']s|[- ]group)? (?:average|mean|median))\b",
        name=_of_average,
    ),
)
