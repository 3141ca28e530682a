"""Words of a PDF that does not say what its ligatures are: e_ective, with a mark where ff was.

A name gets back what the mark stands for where one ligature alone makes a word that releases use.
What it may stand for otherwise is left as it is, and the draft says that letters are lacking.
"""

from exporter.drafting.metrics.en.words import METRICS
from exporter.engine.regex import regex
from exporter.evidence.documents.model import LOST

_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_WORDS = METRICS | frozenset(
    """
    affiliate affiliated affiliates affluent afforded affordable benefit benefits beneficial
    certificate certificates certified classified coffee confidence confirmed defined definition
    deficit difference differences different difficult diversified effect effective effects
    efficiency efficiencies efficient effluent effort efforts fibre field fields fifth figure
    figures filed files filing filings film films final finance financed finances financial
    financing fine fines finished firm firms first fiscal fish fit five fix fixed flagship flat
    flats fleet fleets flexible flight flights float floor floors flow flows fluctuation
    fluctuations flour fluid inflation inflationary inflow inflows influence infinite
    modified notified office officer officers offices official offer offered offering offerings
    offers offline offset offshore outflow outflows overflow profit profitability profitable
    profits proficiency qualified reconfirmed reflect reflected reflecting refined reflects
    satisfied scientific significant simplified specific specified staff staffed staffing
    sufficient tariff tariffs traffic unidentified unified verified workflow workflows cashflow
    identified identify offtake payoff layoffs write-off write-offs spin-off cutoff takeoff kickoff
    """.split()
)
_PART = regex(rf"[^\W_{LOST}]*{LOST}[^\W_]*(?:{LOST}[^\W_]*)*")


def with_ligatures(word: str) -> str:
    """A word with the ligatures that it has lost, where it is plain which these are."""
    return _PART.sub(lambda part: _whole(part[0]), word) if LOST in word else word


def _whole(part: str) -> str:
    if part.count(LOST) > 1:
        return part
    found = {part.replace(LOST, letters) for letters in _LIGATURES}
    known = [word for word in found if word.lower() in _WORDS]
    return known[0] if len(known) == 1 else part
