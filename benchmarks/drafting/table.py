"""What is printed: shares by article and in all, and every miss."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.drafting.drafted import DraftedFact
from benchmarks.drafting.judged import FIELDS, VIEW_FIELDS, Found, Judged
from benchmarks.drafting.labels import PARTING, Label

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
    found = [one for judged in every for one in judged.found]
    right = sum(one.is_right for one in found)
    labels = len(found) + sum(len(judged.missed) for judged in every)
    extra = [draft for judged in every for draft in judged.extra]
    drafts = [*(one.draft for one in found), *extra]
    views = [view for judged in every for view in judged.views]
    right_views = sum(not view.wrong for view in views)
    view_labels = len(views) + sum(len(judged.missed_views) for judged in every)
    view_drafts = len(views) + sum(len(judged.extra_views) for judged in every)
    return (
        name,
        str(labels),
        _share(right, labels),
        _share(right, len(drafts)),
        *(_share(sum(field not in one.wrong for one in found), len(found)) for field in FIELDS),
        str(view_labels),
        _share(right_views, view_labels),
        _share(right_views, view_drafts),
        _share(sum(bool(draft.doubt) for draft in drafts), len(drafts)),
        str(sum(judged.statements for judged in every)),
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


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
