"""Of which period a figure is, and whether it is achieved, planned or expected.

aims_zh.py          what Chinese text means to come without a word for that beside the figure
apart.py            periods that are told apart from a figure: of an aside, a cause, a plan
asides.py           the same of another year, in an aside: 26.3p (2025: 21.7p)
base_years.py       base years since which something has changed: against our 2022 base year
beside.py           the figure beside which another is told, of others or by others
beside_plans.py     a year's sum that is not over, beside which a plan is told
bound.py            which of the periods of a sentence governs a figure, as a reader takes it
brackets.py         last year's figures in brackets, where a release says so: 987 million (962)
broker_says.py      whether it is a broker, or an analyst, who speaks of a figure, and not the
                    company
by_publication.py   how a period stands to the day of publication: to come, going on, over
capital_spending.py  capital spending forecast behind what a quarter is guided to: of the year
carried.py          the period that goes on from the sentences before, the heading, or
                    paragraphs before
causes.py           when something else happened, which is said to tell why
clauses.py          the clause of a sentence in which a figure stands, and the tense in which it
                    speaks
closing_days.py     on which day a quarter closed that ends with a week
company_years.py    last year and this year of a company whose year ends elsewhere
compared.py         the figures that others are compared with, and of which period they are
consensus_judged.py  a consensus that somebody judges, of a period to come
counted.py          periods counted from another: a year earlier, in the quarter
done_zh.py          what was done on a date that is over, though 将 reads like what is to come
dated.py            the periods that dates say, with the year that they leave out
days_meant.py       days that words mean without a date: at the year end
deeds.py            when something was done of which a sentence tells more: a deal struck in May
debt_beside.py      net debt beside which it is told how many times earnings it is
described.py        years of a description alone: 这家2013年起家的公司
document_period.py  of which quarter, half or year a document speaks, where it is one that reports
                    on such a one
due_shares.py       shares of a stock that fall due within a time: of the day of the stock
earlier_guidance.py  guidance that was replaced or met, told of as it was before
expected_years.py   years to come that end with a month: expected for the year to June
figure_periods.py   the period of a figure, as facts write it; "" where the day of the source's
                    publication is meant
fiscal_year_ends.py  on which day the fiscal years end that a document speaks of
fitting.py          whether a period fits a figure in whose own part of the sentence it is not said
from_today.py       periods that words count from the day of publication: the past six months
guided_measures.py  guidance by how a sentence is built, whatever its measure is called
guided_on.py        guidance that a Chinese sentence goes on with behind a semicolon
interim_dividends.py  interim dividends, of a half also where a quarter or a year is spoken of
leads.py            what leads to the lines of a list: For 2027, Corvia expects the following
months_ended.py     months that end with what is reported on: nine-month revenue
nearest.py          the period nearest to a figure in its own part of a sentence
month_ends.py       the end of a month that is nearly over, of which a text tells how things were
moments.py          figures that stand at a moment: on the day of publication, or the last day of
                    their period
nouns.py            English nouns that look like verbs of planning, expecting, claiming
of_the_day.py       figures that are of the day on which a source appears, whatever period it
                    reports on
no_time.py          figures to come of no time that is said: sales at the peak of a product
once.py             times that are named without a year: in the financial crisis, at its peak
piece_values.py     what one piece of a product is worth, as a broker tells it: of no period
readings.py         the sentences of a source, each read once: the periods it says, and what they
                    do in it
reports_zh.py       of which half or year a Chinese report is that is said to be out
repurchases.py      share buybacks that are approved or announced: to be done, and of no period
revised_plans.py    sums planned before others: cut planned spending to £15m from £21m
role_words.py       words around a period that say what it does
roles.py            what a period may do in its sentence: whether it governs figures at all;
                    roles_en.py, roles_zh.py: what it does
rows.py             lists that go side by side: as many periods as figures
market_seen.py      what is forecast of an English market, by nobody named
said_dates.py       the dates of a sentence as they are read, joined where several are one period
said_periods.py     the periods that a sentence says, in its order: dates as they are read, and
                    words for others
said_words.py       words that say a period, or what a period is said for, beside the dates that
                    are read anyway
status_told.py      the status that the words of a figure's clause tell
status_words.py     words that say of a figure that it is planned, expected, estimated or claimed;
                    status_words_en.py: the English ones; status_patterns.py: what they are
spoken_of.py        periods that words count from the one spoken of: in the quarter, 报告期内
other_reasons.py    what is pointed to beside something expected, and is so today
ordinals_alone.py   quarters and halves by their number alone: up from 3% in the first
own_labels.py       by which year a document's own labels name its halves: H1 2026
same_day.py         the day that Chinese means by one said before: 当日, 次日
seasons.py          seasons that say when: last spring, by the end of the summer
sections.py         round-ups: sections under the names of companies, each with its own period
said_of_sums.py     the status that set words before a sum say
set_after.py        results after which guidance was set anew: raised its forecast after sales rose
set_anew.py         what somebody sets anew on a day, and what it was until then
starts_of_plans.py  the figure from which a Chinese plan starts
statuses.py         whether a figure is achieved, planned, guided to, estimated by others, or only
                    claimed
steps.py            steps from one period to another: the same a year before, the quarter before,
                    spans of months
stocks.py           what stands at a moment, and what runs over a time
taken_up.py         a level that a pronoun takes up from the sentence before
tenses.py           whether a clause speaks of what comes, or of how things stand on the day of
                    publication
whens.py            what a sentence says of when, and what that is counted from
to_be_done.py       what is to be done with counted things: pubs which it wants to sell
told_earlier.py     figures that somebody told before the document's period was over
unsaid.py           the period of a figure whose sentence says none that governs it
wholes.py           figures without a period of their own: parts of another figure, sums of plans
worded.py           the periods that words say without a date: a year earlier, 本季度, the next
                    three years
works.py            sums of works, of which what follows tells when they open
year_begun.py       what has passed of a year: the first 36 weeks, the first two months
years_of_spans.py   which year of several a Chinese figure is of, where a span of years governs
years_by_start.py   fiscal years that a text names by the year in which they begin: fiscal 2026,
                    which ends in January 2027
years_left_out.py   the year of a month, a quarter or a half that is said without one
year_ends.py        the end of a year, which words name without it: at the year end, 年末, 年内
"""
