"""Whether a figure that its quote states is one that somebody still upholds by it."""

from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.conventions import Currencies
from exporter.evidence.stated import candidates, equals
from exporter.evidence.withdrawals import is_within, withdrawn_in
from exporter.facts.units import as_written

_RIGHT = "write `status: withdrawn`, or quote the clause that states what holds instead"


def upheld(claim: Claim, verdict: FigureVerdict, currencies: Currencies = ()) -> FigureVerdict:
    """The verdict on a claim's figure; another one where its quote only withdraws that figure.

    A fact that says of itself that it is withdrawn is proved by just such a quote.

    Args:
        claim: What the fact states, and its quote.
        verdict: Whether the quote has that figure.
        currencies: What bare signs mean where the quote does not say.
    """
    if claim.is_withdrawn or verdict.state is not FigureState.CONFIRMED or claim.exact is None:
        return verdict
    if not (stretches := withdrawn_in(claim.quote)):
        return verdict
    ends = [claim.exact] if claim.high is None else [claim.exact, as_written(claim.high)]
    stated = [
        one.figure
        for one in candidates(read_settled(claim.quote, currencies), claim.unit)
        if any(equals(one, claim, end) for end in ends)
    ]
    if not stated or not all(is_within(figure.start, stretches) for figure in stated):
        return verdict
    said = ", ".join(dict.fromkeys(repr(figure.text) for figure in stated))
    wrong = f"the quote withdraws {said}, which the fact says holds"
    return FigureVerdict(FigureState.CONTRADICTED, wrong, _RIGHT)
