"""What an English sentence calls a figure: the words around it, as an analyst would say them.

What rose 12% is called growth, also where it fell and the figure is negative; what is cut by 3%,
a figure without a sign, is a reduction; prices, rates and costs have a change.

rules.py        the rules, in the order in which they are asked
words.py        the words; doings.py: what is done to things and with sums; irregular.py: verbs of
                their own forms; tokens.py: sentences cut; ligatures.py: words of PDFs whose letters
                are lost
named_years.py  years that a name keeps: academic year; no_metric.py: names that are none;
                names_with_commas.py: a comma in a known name ends no clause
phrases.py      noun phrases as names; phrases_right.py: the one that begins at a word; classes.py:
                 words of size that tell classes apart
verbhood.py     what is a verb; verbal_words.py: what may be none; clauses.py: what governs a
                figure; subjects.py: a verb's subject, subject_words.py: which words it is
sites.py        a figure where it stands; earlier.py: named by what was said before;
                earned.py: made or lost, at which level
wordings.py     what stands before and behind a figure, and the name that it makes: rows of tables
bases.py        like-for-like, organic, at constant currency; listed_bases.py: GAAP and non-GAAP
                margin; excluded.py: without what; multiples.py: of the year before
dues.py         what some pay on average, owe or charge
of_which.py, parts.py  parts of what was counted; parts_told.py: by what became of them;
                sums.py: sums in something, at a cost of so much
filed.py        what filings say of a sum: inclusive of, consists of, for so much in cash
guided.py       what somebody had guided to before; forecasts.py: what analysts had expected;
                consensus.py: a consensus without its metric;
                expectations.py: beside what came to be; ends_of_ranges.py: at the bottom of it
at_the_head.py  a level with which its sentence begins
looked_for.py   what analysts were looking for, in a sentence of its own
beats.py        above or below what was expected, or guided to before
effects.py      what something done saves, what costs told of give further; what_costs.py: what
                sums go to, by a subject: fuel took £71mn; moved_by.py: what moved a growth;
                contributions.py: what causes gave of it; contributed_sums.py: what parts gave
                of sums; sums_disposed_of.py: returned to
items.py        costs and gains by what stands behind their sums; stakes.py: stakes, in what;
                told_again.py: counts told again as a share of all
past_levels.py  how far below a level that something once had; prices_moved.py: how far prices moved
payouts.py      shares bought back, what is left of a programme, dividends by their kind
hedged.py       shares whose price is fixed; gerunds.py: with the price of it climbing to
what_is_there.py  places by what is in them, sums by what cost them, people by what befell them
share_owners.py whose share, behind an aside; chosen.py: what people chose in a share of something
listed_parts.py  in one of several parts that are told beside each other
of_divisions.py of a division or a country that a possessive or a subject names
placed.py       at a place; deals.py: what a company that is named was bought for
openings.py     what opens a clause; taken_up.py: what goes on with it;
                elsewhere.py: at another part it fell
share_prices.py  what shares closed at, and how far they moved
set_phrases.py  what articles say again and again in the same words: of planes, unions, old shops;
                changes_again.py: changes told once more
aims.py         aims and forecasts, by what they are of; bearers.py: by a subject or an object;
                peaks.py: sales at the peak of a product
in_full.py      what a name leaves out; insertions.py: asides in dashes
left_out.py     what leaves its metric to the figure before
moved_sums.py   sums by which something moved; told_behind.py: by what is told behind a figure
turns.py        turns that name by more than the noun beside; turned.py: a profit beside a loss
sequential.py   growth from one quarter to the next; shares_to_come.py: shares that are to ship
points.py       points by which something moved; in_turn.py: 3%, 4% and 5% respectively;
                ratings_counted.py: 5 rate it a buy; shares_again.py: shares told again;
apart.py        metrics that stand apart from their figures; short_names.py: in brackets
beside_wholes.py  what is told beside a whole; parts_beside.py: parts of a company beside each
                other; things_before.py: they
beside_figures.py  by the figure beside; predicates.py: what is said of a share of a whole
idioms.py, money.py, changes.py, verbs.py, nouns.py, beside.py, shares.py, amounts.py, relations.py,
comparisons.py, counts.py  the rules, each by the words that it goes by
moves.py        a level, or how far it moved; doers.py: what somebody did, where no noun names it
counted.py      what a number counts; states.py: their state, where they work, capacities;
                manners.py: without what something was done
habits.py       what people of a kind do; each_one.py: of one of several, of the average one;
                further_ones.py: more of them; people.py: looked after, leaving, holding posts
business_sums.py  outlays, loans, profits and losses, beside results
prices.py       of one of a thing, and pay; held_shares.py: by who holds them; as_before.py: what
                one before was, of another year
done_with.py    what was done with what is counted; bare_counts.py: numbers without a noun;
                users.py: those who use something; dealt_with.py: sums by what is done with them
"""

from dataclasses import replace

from exporter.drafting.figures.counted_before import named_before
from exporter.drafting.figures.sold_ahead import sold_ahead
from exporter.drafting.metrics.en.bases import with_basis
from exporter.drafting.metrics.en.changes import metric_before
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.consensus import of_guidance
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.earlier import guided_before
from exporter.drafting.metrics.en.expectations import as_consensus
from exporter.drafting.metrics.en.guided import as_guided_before
from exporter.drafting.metrics.en.hedged import share_sold
from exporter.drafting.metrics.en.in_full import in_full
from exporter.drafting.metrics.en.insertions import without_insertions
from exporter.drafting.metrics.en.listed_bases import of_listed
from exporter.drafting.metrics.en.money import as_meant
from exporter.drafting.metrics.en.names_with_commas import as_written, whole, with_whole_names
from exporter.drafting.metrics.en.no_metric import is_no_metric
from exporter.drafting.metrics.en.nouns import adjacent_words
from exporter.drafting.metrics.en.phrases import phrase_of
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.rules import RULES
from exporter.drafting.metrics.en.sites import OPEN, Site, names_of, sentence_before, site_of
from exporter.drafting.metrics.en.told_behind import with_limit
from exporter.drafting.metrics.en.words import MEASURE_NAMES
from exporter.drafting.metrics.money_as_read import money_as_read
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.evidence.reading import Figure, read_figures


def metric_en(stated: Stated, sentence: Sentence, setting: Setting) -> Guess[str]:
    """What the sentence calls a figure; never empty."""
    if name := named_before(stated, sentence, setting.source.text or ""):
        return Guess(name)
    if ahead := sold_ahead(sentence.text, stated.start, stated.end, setting.published):
        return Guess(share_sold(ahead))
    names = names_of(setting)
    text, start = without_insertions(with_whole_names(sentence.text, names), stated.start)
    figures = tuple(map(as_meant, read_figures(text)))
    back = stated.start - start
    figure = as_meant(stated.figures[0])
    figure = figure._replace(start=figure.start - back, end=figure.end - back)
    figure = money_as_read(figure, figures)
    earlier = with_whole_names(sentence_before(setting, sentence.start), names)
    names += tuple(whole(name) for name in names if "," in name)
    span = (start, stated.end - back)
    guess = _named(site_of(text, span, figure, figures, names, _named, earlier))

    def named(text: str, one: Figure, others: tuple[Figure, ...]) -> Guess[str]:
        return _named(site_of(text, (one.start, one.end), one, others, names, _named))

    far = of_guidance(guess.value, setting, sentence.start, figure, named)
    guess = guess if far is None else far
    name = as_written(guess.value, names, sentence.text)
    return replace(guess, value=as_consensus(name, stated, sentence.text))


def _named(site: Site) -> Guess[str]:
    if (listed := of_listed(site)) is not None:
        plain = _named(listed.site)
        return Guess(with_basis(plain.value, listed.basis), plain.doubt)
    for rule in RULES:
        guess = rule(site)
        if guess is not None and guess.value and not is_no_metric(guess.value):
            return Guess(with_limit(in_full(guess.value, site), site), guess.doubt)
    return _at_last(site)


def _at_last(site: Site) -> Guess[str]:
    words = words_right(site.tokens, site.at + 1)
    counted = counted_phrase(site)
    name = (
        counted
        or metric_before(site)
        or phrase_of(adjacent_words(site), site.names)
        or phrase_of(words, site.names)
    )
    dimension = site.figure.dimension.split(":")[0].split("/")[0]
    if not name:
        found = governed(site.tokens, site.at)
        name = phrase_of(found.words, site.names)
    if not name or is_no_metric(name):
        name = guided_before(site)
    name = as_guided_before(name, site) if name else MEASURE_NAMES.get(dimension, "Value")
    return Guess(name, OPEN)
