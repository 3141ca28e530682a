"""Who or what a figure is about, and who says so.

at_another.py     whose figure is told beside one of the report's: and £5.25 at Pellmoor
attributions.py   who says what a figure states
clauses.py        a sentence with its names, the strangers in it, and its clauses
companies.py      which of a report's entities are companies, and which are parts of the one that
                  a source is of
company_deeds.py  what an English name does, or is called, that shows that it is a company's
company_words.py  words of what a whole company has or does, not a part of it: shares, staff, who
                  speaks for it
countries.py      countries and regions in which companies sell
cutting_across.py  measures that cut across the divisions of a company: sales abroad, online
data_houses.py    whose an expectation is that stands beside what happened
descriptions.py   who tells by a description that the report has for an entity: the FTSE 250 group
entities.py       who or what a figure is about: by names near it, then as a reader carries them
                  on
examples_zh.py    names that only say what a kind is like: 以山姆、盒马为代表的新零售渠道
expected.py       whose expectation a figure is, with which another is compared
family_names_zh.py  Chinese family names, by which a person is told from other words
forecasters.py     whom It, or the consultancy, means behind a sentence that a body told
forecasting_bodies.py  bodies that forecast in a sentence of their own: the federation expects
goods_zh.py       goods among a report's entities, where somebody's own are meant: 其碳酸锂
joined_names.py   names joined by & that are companies': Holt & Garrow; not Food & Drink
known_names.py    where a text names somebody whom the report knows
market_prices_zh.py  what Chinese text says a commodity trades at
markets.py        markets, trades and indices of which a clause tells
market_figures.py  figures that measure a market, a trade or a country
market_forecasts.py  what somebody forecasts of a market
market_forecasts_zh.py  what is yet to come of a market, in Chinese
market_prices.py  figures of an index, or of what a commodity trades at
near_names.py     whom a sentence names near a figure, in its clause
opinions.py       the house whose opinion a figure is, by a verb that only houses and analysts do
other_clauses.py  whom the clauses of a sentence are about, around the one of a figure
outsiders.py      somebody of another business, without a name, who tells of their own
own_document.py   whose document a source is, or a section of a digest
papers_zh.py      whose a paper is that tells something by itself: 昨晚发布三季报, 报告显示
part_names.py     what parts are called beside the company whose name they bear: Cargo of Skarra
                  Cargo, 窖藏
peers_zh.py       others of a trade without a name: 而一家同行的毛利率为31%
persons.py        who is meant by he, she, 他: a person named before
quoted.py         who is quoted, where a quotation goes on over several sentences
roles.py          what a name does in its sentence: is it spoken of, or only stands beside what is
same_data_zh.py   whose data a Chinese sentence goes on with: 据某咨询的数据……。排名第二的……
sentence_words.py  the sentences of a source with whom they name, each read once
strangers.py      companies that a report does not know, where a sentence is about them
tellers.py        who tells what stands at a place of a sentence: 据X, X表示; according to X, X said
tellers_en.py     who tells something in an English sentence
tellers_zh.py     who tells something in a Chinese sentence
told_of_others.py  whose a figure is that is told of somebody behind it: the 2.1% reported by Quark
told.py           somebody who tells something in a sentence
topics.py         what is spoken of when a sentence begins, and what it, the company point back to
trade_voices.py   people of a trade who tell of their own affairs: 一名经销商告诉记者，其库存
turned_to.py      clauses that turn from who told something to another company's own guidance
unnamed.py        tellers without a name: 据介绍, 据悉
well_known.py     companies that news speak of, by whose names alone a reader knows that they are
                  some
"""
