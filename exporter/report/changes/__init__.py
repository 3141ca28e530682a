"""What changed between two editions of a report: facts and views, paired by their ids.

model.py         changes of facts, as columns, and of views; what kinds there are
fact_pairs.py    which fact of one edition is which of the other, and what differs
bases.py         the figure that one of a later period is told against
view_pairs.py    the same of views; view_prices.py: what the share cost that they speak of
differences.py   by how much a figure changed; magnitudes.py: in which both sides are told
since.py         what an edition keeps of an earlier one, to tell them by itself
briefly.py       those that a page has room for
rows.py          changes as JSON has them
sentences.py     changes of facts as people read them, a line each; view_sentences.py: of views;
                 changed_words.py: the part of a long text that changed
"""

from exporter.engine.threads import in_order
from exporter.facts.fact_set import FactSet
from exporter.report.changes.fact_pairs import pair_facts
from exporter.report.changes.model import Changes, Stated
from exporter.report.changes.view_pairs import pair_views
from exporter.report.changes.view_prices import with_prices

__all__ = ["Changes", "compare_editions"]


def compare_editions(old: Stated, new: Stated) -> Changes:
    """Compare what two editions state.

    A fact is the one with the same id; else the one that it restates or replaces, if need be by
    others that came in between. Which is like which decides nothing, and nor does the order. What
    is withdrawn counts as not there.

    Args:
        old: The content of the older edition.
        new: Of the newer one; exchanged, every change is told the other way round.
    """
    named = {
        entity.name.en: entity.name for edition in (old, new) for entity in edition.report.entities
    }
    old_facts, new_facts = in_order(FactSet.table, (old.facts, new.facts))
    order = [entity.name.en for edition in (new, old) for entity in edition.report.entities]
    return Changes(
        old.report.edition,
        new.report.edition,
        {name: named[name] for name in order},
        {broker.name.en: broker.name for one in (old, new) for broker in one.report.brokers},
        pair_facts(old_facts, new_facts, list(dict.fromkeys(order))),
        tuple(with_prices(pair_views(old.views, new.views), [old_facts], [new_facts])),
    )
