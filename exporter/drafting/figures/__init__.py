"""What a sentence states in figures, and in which unit.

ages.py           how old somebody is, said by the way
bare_money.py     a source's bare $ or 元, which may mean other money, told once
chosen.py         numbers that only say which of several are meant: our top six markets
classes_zh.py     Chinese figures that only say which goods are meant, and codes of shares
counted_before.py  numbers that count what the sentence before counted
counted_zh.py     what a number of Chinese text counts: 家门店, 名员工, or 台 where no noun is plain
figurative_spans.py  spans of time that measure nothing: our best quarter for three years
listed_zh.py      numbers that count those listed before them: 甲和乙两家龙头
losses_beside.py  losses beside which a measure of profit is told: EBITDA of £6m, from a loss of £2m
money_before.py   sums whose money the sentence before says
names_with_figures.py  what only reads like a figure in a name that the report knows
narrowed.py       which way a change goes that words tell and its figure does not
not_stated.py     figures of a sentence that state nothing, since they only tell when, which, or
                  by the way
numbers_of_names.py  numbers that belong to names, and count nothing: Intel 4 is ready
prices_paid.py    what people pay for one of a thing: they will pay £6.40 for a pint
price_classes.py  prices that only part goods: guitars costing more than $2,000
ranked.py         ordinals that say which place somebody has, and those that only tell apart
sayings.py        numbers of names in quotation marks and of figures of speech, which state
                  nothing
scenes_zh.py      loose Chinese numbers that only paint a scene: 现场来了十几家
size_classes.py   sizes that only part goods: boats of 12 metres or more
sizes.py          measures and sums that say of which size or class something is
set_aside.py      money set aside for what was said before: has put aside £16m for the purpose
share_moves.py    verbs by which shares fall and rise, and as far as what they did
sold_ahead.py     how much of what is to come has been sold, hedged or booked already
spans_of_time.py  spans of time by which a sentence says when something is so, or for how long
stated.py         the figures of a sentence as facts would state them: value, unit and qualifier
times_another.py  multiples that only set two figures beside each other: double the 2.1% at Quark
times_of_day.py   times of day written with a point: the 11.30 to Larne
unit_told.py      lines that tell the unit of what comes, and no figure
units_counted.py  the units of what a number counts, by the words around it; whether they are, the
                  judge says
units_said.py     the units in which a person would state a figure, by its own words; the first is
                  the best
upsides.py        how much further something may rise or fall: a 5% downside to earnings
who_acted.py      numbers of those whose deed explains another figure: two customers delayed it
whose_size.py     sizes that only say whom one means: companies with fewer than 50 staff
yuan_of_place.py  which money a bare 元 is where a sentence has no traditional character
"""
