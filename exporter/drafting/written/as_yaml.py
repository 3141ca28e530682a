"""Drafts as YAML, as people write it: what several facts share once, short lines."""

from collections.abc import Callable, Iterator, Sequence

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, DraftView, Setting
from exporter.drafting.written.runs import groups_of, runs_of, shared_fields, without
from exporter.drafting.written.scalars import scalar
from exporter.drafting.written.units import unit_written
from exporter.facts.words import Lang, Qualifier, Status

PageOf = Callable[[int], int]  # of an offset in the text; 0 where there are none

_WIDEST = 110  # characters of a fact in one line
Fields = dict[str, str]  # as written, by name


def as_yaml(drafted: Drafted, setting: Setting, page_of: PageOf = lambda _: 0) -> str:
    """The drafts as a facts file; views stand beside the facts where there are any."""
    facts = list(_facts(drafted.facts, setting, page_of))
    if not drafted.views:
        return "\n".join(facts) + "\n" if facts else "[]\n"
    views = [line for view in drafted.views for line in _view(view, setting)]
    lines = [*(["facts:"] if facts else []), *facts, "views:", *views]
    return "\n".join(lines) + "\n"


def _facts(drafts: Sequence[Draft], setting: Setting, page_of: PageOf) -> Iterator[str]:
    page = 0
    for run in runs_of(drafts, setting.source.text or ""):
        entity, period, unit = run.taken()
        is_shared = entity or _have_none(run.drafts)
        inherited = {"entity": scalar(entity)} if is_shared else {}
        inherited |= {"unit": unit_written(unit, setting.lang)} if unit and unit.key else {}
        inherited |= {"period": period} if period else {}
        shared = inherited | {"source": scalar(setting.source.id)}
        yield f"- defaults: {{{_in_line(shared)}}}"
        for sharing in groups_of(run.drafts):
            here = page_of(sharing[0].start)
            if here != page:
                page = here
                yield f"# page {page}"
            every = [without(_fields(draft, setting.lang), inherited) for draft in sharing]
            reviews = [{"review": scalar(draft.review)} for draft in sharing]
            quote = scalar(sharing[0].quote, in_braces=False)
            yield from _sharing(quote, every, reviews)


def _have_none(drafts: Sequence[Draft]) -> bool:
    """Whether several are of nobody that the report knows: who is named, is named once."""
    return sum(not draft.entity for draft in drafts) > 1


def _sharing(quote: str, every: Sequence[Fields], reviews: Sequence[Fields]) -> Iterator[str]:
    """Facts with one quote: one by itself, several as a group with what they have alike."""
    if len(every) == 1:
        yield from _block(every[0] | {"quote": quote} | reviews[0], "- ", "  ")
        return
    shared = shared_fields(every)
    yield from _block({"quote": quote} | shared, "- ", "  ")
    yield "  facts:"
    for fields, review in zip(every, reviews, strict=True):
        yield from _flow_or_block(without(fields, shared) | review)


def _flow_or_block(fields: Fields) -> Iterator[str]:
    line = f"    - {{{_in_line(fields)}}}"
    if len(line) <= _WIDEST:
        yield line
    else:
        yield from _block(fields, "    - ", "      ")


def _in_line(fields: Fields) -> str:
    return ", ".join(f"{name}: {value}" for name, value in fields.items())


def _block(fields: Fields, first: str, other: str) -> Iterator[str]:
    for at, (name, value) in enumerate(fields.items()):
        yield f"{other if at else first}{name}: {value}"


def _fields(draft: Draft, lang: Lang) -> Fields:
    """The fields of a fact in the order of the documentation, quote and review left out."""
    fields = {
        "id": scalar(draft.id),
        "entity": scalar(draft.entity),
        "metric": _in_language(draft.metric, lang),
    }
    if draft.unit is None:
        fields["value"] = _in_language(draft.value, lang)
    elif draft.high:
        fields["value"] = f"{{from: {draft.value}, to: {draft.high}}}"
    else:
        fields["value"] = draft.value
    if draft.unit is not None and draft.unit.key:
        fields["unit"] = unit_written(draft.unit, lang)
    if draft.qualifier is not Qualifier.EXACT:
        fields["qualifier"] = str(draft.qualifier)
    if draft.period:
        fields["period"] = draft.period
    if draft.status is not Status.ACHIEVED:
        fields["status"] = str(draft.status)
    if draft.attribution:
        fields["attribution"] = _in_language(draft.attribution, lang)
    return fields


def _view(view: DraftView, setting: Setting) -> Iterator[str]:
    lang = setting.lang
    fields = {
        "id": scalar(view.id),
        "broker": scalar(view.broker),
        "subject": scalar(view.subject),
        "stance": view.stance,
        "thesis": _in_language(view.thesis, lang),
        "drivers": f"[{', '.join(_in_language(driver, lang) for driver in view.drivers)}]",
    }
    if view.rating:
        fields["rating"] = _in_language(view.rating, lang)
    if view.previous_rating:
        fields["previous_rating"] = _in_language(view.previous_rating, lang)
    if view.target_price:
        fields |= {"target_price": view.target_price, "currency": view.currency}
    if view.previous_target_price:
        fields["previous_target_price"] = view.previous_target_price
    if view.analyst:
        fields["analyst"] = _in_language(view.analyst, lang)
    if view.report_date:
        fields["report_date"] = view.report_date.isoformat()
    fields |= {
        "source": scalar(setting.source.id),
        "quote": scalar(view.quote, in_braces=False),
        "review": scalar(view.review),
    }
    yield from _block(fields, "- ", "  ")


def _in_language(text: str, lang: Lang) -> str:
    return f"{{{lang}: {scalar(text)}}}"
