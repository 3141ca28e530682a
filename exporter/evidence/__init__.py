"""What is believed: sources and their fingerprints, quotes in them, figures in quotes.

clauses.py      texts as clauses, and clauses as fingerprints
documents/      documents read as text, with where each piece of it stands
sources.py      the documents that are quoted; source_record.py: what is recorded of one, without
                its text; source_files.py: those of a report read; documents_at_hand.py: whether
                what lies beside them is still what was recorded; record.py: recording one;
                record_yaml.py: its file; figured_clauses.py: what in it is worth a fact;
                not_facts.py: what is left out on purpose
conventions.py  what words mean in a report that can mean several things
bare_signs.py   which currency $, ¥, £ and kr are in a quote; unit_signs.py: in a fact's unit;
                currency_named.py: which a document names where it is recorded
claims.py       what a fact claims, and the verdict on it; keys.py: claims as their rows have them
quotes.py       whether a quote stands in its source, and which clauses nobody quotes;
                meant_passages.py: which of the source is meant by others;
                wrapped_lines.py: where the source's lines end inside of its sentences;
                part_quotes.py: whether whole clauses may be quoted for a part of them;
                table_captions.py: whether a row stands under the caption that a quote joins it
                to; own_quotes.py: quotes as their source has them
figures.py      whether a quote states a figure; counted.py: of the same thing;
                counted_en.py, counted_zh.py: in English and Chinese text;
                named_behind_zh.py: by what stands behind; carried_en.py, carried_zh.py: by the noun
                of another figure; respectively_en.py: in the order told; placed_en.py: in parts by
                place; labels_zh.py: a Chinese label's classifier and noun; phrases_zh.py: where a
                noun of Chinese text ends;
                kinds_zh.py: shops, banks, factories by their kinds; noun_phrases_en.py: what an
                English noun phrase is about; subjects_en.py, subjects_zh.py: what stands before
                a number
calculated.py   whether what is calculated is proved: by its quote, or by its operands
further_sources.py  whether further sources of a fact state it, too
ranges.py       whether it states a range; stated.py: what its figures say in a unit
refusals.py     what is said of a figure that is not confirmed
dates.py        whether a quote states a date or a period; other_years.py: whether it speaks of
                another year than the period's
texts.py        whether it states the figures of texts; weights.py: which of them it must state;
                named.py, names_used.py: which are part of names; likeness.py, pairs.py: when two
                are the same
translated.py   whether a translation says the same; things.py: of the same things;
opening_months.py  whether both speak of the same first months: 前三季度, the first nine months
exchanged.py    whether numbers of one kind have changed places; anchors.py: what each is tied to;
                namesakes.py: the names of a report's entities and brokers
translations.py the same of those of one shape together
claim_shapes.py what proves all claims of one shape; by_columns.py: those of a batch, all at once
mentions.py     the same of dates, and of names with digits; ratings.py: of ratings,
                ratings_told.py: by everyday words; rating_words.py: what brokers call them
withdrawals.py  what a text says that nobody upholds any more; upheld.py: whether a quote upholds
                the figure of a fact
findings.py     what is found in texts, and by what they are read
views.py        whether it states the figures of a view; target_prices.py: its target price;
                view_terms.py: its rating, analyst, price
reading/        the number reader: figures and dates in running text
judge.py        verdicts on claims; judges.py: on all cores
batch.py        facts batch by batch, each distinct claim judged once
notes.py        figures in notes of what is calculated
telling.py      what is told of facts and views as they go by
check.py        all of it together; found.py: what comes of it
"""
