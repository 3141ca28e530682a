"""What is printed: shares by article and in all, and every miss."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.drafting.drafted import DraftedFact
from benchmarks.drafting.judged import FIELDS, VIEW_FIELDS, Found, Judged
from benchmarks.drafting.labels import PARTING, Label

Share = tuple[int, int]  # a part and its whole
_HEAD = ("article", "figures", "recall", "precision", *FIELDS, "views", "recall", "precision",
         "doubts", "texts")  # fmt: skip
_AIMS = ("aim", "", "0.98", "0.97", "0.92", "0.92", "", "", "", "", "0.90", "0.90", "", "")


def table_of(every: Sequence[Judged]) -> str:
    """A line for each article, one for all, and what is aimed at."""
    rows = [_HEAD, *(_row(judged.name, [judged]) for judged in every)]
    rows += [_row("all", every), _AIMS]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(name: str, every: Sequence[Judged]) -> tuple[str, ...]:
    shares = shares_of(every)
    return (
        name,
        str(shares["recall"][1]),
        *(_shown(shares[key]) for key in ("recall", "precision", *FIELDS)),
        str(shares["view recall"][1]),
        *(_shown(shares[key]) for key in ("view recall", "view precision", "doubts")),
        str(sum(judged.statements for judged in every)),
    )


def _shown(share: Share) -> str:
    part, whole = share
    return f"{part / whole:.3f}" if whole else "-"


def shares_of(every: Sequence[Judged]) -> dict[str, Share]:
    """How many of how many are right, by what is measured, of some articles together.

    A figure is right if its value, unit and qualifier are; the fields of FIELDS are counted of the
    figures that were found; a view is right if all of VIEW_FIELDS are.
    """
    found = [one for judged in every for one in judged.found]
    right = sum(one.is_right for one in found)
    drafts = [one.draft for one in found] + [one for judged in every for one in judged.extra]
    views = [view for judged in every for view in judged.views]
    right_views = sum(not view.wrong for view in views)
    return {
        "recall": (right, len(found) + sum(len(judged.missed) for judged in every)),
        "precision": (right, len(drafts)),
        **{field: _share_of(field, found) for field in FIELDS},
        "view recall": (right_views, len(views) + sum(len(one.missed_views) for one in every)),
        "view precision": (right_views, len(views) + sum(len(one.extra_views) for one in every)),
        "doubts": (sum(bool(draft.doubt) for draft in drafts), len(drafts)),
    }


def _share_of(field: str, found: Sequence[Found]) -> Share:
    """How many are right in a field, of those whose label says what is right there."""
    told = [one for one in found if getattr(one.label, field)]
    return sum(field not in one.wrong for one in told), len(told)


def misses_of(judged: Judged) -> Iterator[str]:
    """Every miss of an article, a line each: what is wrong, where, expected, drafted."""
    for label in judged.missed:
        yield f"{judged.name}: missed: {label.at}: expected {_label(label)}"
    for draft in judged.extra:
        near = judged.near.get(draft.id)
        where = near.at if near else draft.quote
        yield f"{judged.name}: extra: {where}: drafted {_draft(draft)}"
    for one in judged.found:
        for field in ("unit", "qualifier", *FIELDS):
            if field in one.wrong:
                yield f"{judged.name}: {field}: {one.label.at}: {_both(one, field)}"
    yield from (f"{judged.name}: view {miss}" for miss in _view_misses(judged))


def _view_misses(judged: Judged) -> Iterator[str]:
    for missed in judged.missed_views:
        yield f"missed: {missed.at}: {PARTING.join(missed.broker)}"
    for extra in judged.extra_views:
        yield f"extra: {extra.quote}: {extra.broker}"
    for view in judged.views:
        for field in VIEW_FIELDS:
            if field in view.wrong:
                name = {"target": "target_price"}.get(field, field)
                expected, drafted = getattr(view.label, name), getattr(view.draft, name)
                said = f"expected {_said(expected)}, drafted {_said(drafted)}"
                yield f"{field}: {view.label.at}: {said}"


def _both(one: Found, field: str) -> str:
    expected, drafted = getattr(one.label, field), getattr(one.draft, field)
    doubt = f" ({one.draft.doubt})" if one.draft.doubt else ""
    return f"expected {_said(expected)}, drafted {_said(drafted)}{doubt}"


def _said(words: str | Iterable[str]) -> str:
    text = words if isinstance(words, str) else PARTING.join(words)
    return text or "nothing"


def _label(label: Label) -> str:
    ends = [label.value] if label.high is None else [label.value, label.high]
    return f"{' to '.join(f'{float(end):g}' for end in ends)} {_said(label.unit)}"


def _draft(draft: DraftedFact) -> str:
    ends = [draft.value] if draft.high is None else [draft.value, draft.high]
    value = " to ".join(f"{float(end):g}" for end in ends)
    unit = PARTING.join(dict.fromkeys(draft.unit))
    about = f"{draft.entity or 'nobody'}: {PARTING.join(draft.metric)}, {draft.qualifier}"
    return f"{value} {unit} ({about}) of «{draft.quote}»"
