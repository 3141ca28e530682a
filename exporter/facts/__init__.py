"""What is known: facts and views, their units, and reading them from files.

words.py        languages, qualifiers, statuses and their labels
units.py        the units that a fact can be stated in
unit_names.py   units by the names that people write; money_names.py: of money
own_units.py    units of the analyst's own, by their labels in both languages;
                measured_things.py: those that are a measure of one thing
unit_sizes.py   magnitudes in labels; unit_rates.py: what labels say per; unit_words.py: their words
unit_labels.py  units by the label of one language; sheet_labels.py: what columns are called
unit_faults.py  what to say of a unit that cannot be understood
magnitudes.py   millions and 亿, and what each language makes of them; series.py: what shares one
currencies.py   the currencies of ISO 4217; measures.py: physical units
plurals.py      English plurals of their names
characters.py   characters that no text may hold; lookalikes.py: texts that look like others
garbled.py      texts whose letters were lost; misread.py: or read in another encoding;
                misread_bytes.py: or that another encoding was read in this one
folding.py      one spelling for full-width, typographic and traditional characters
traditional.py  traditional characters and their simplified forms
periods.py      years, quarters, months, days, and intervals of these; spans.py: how long they last
near_forms.py   periods and numbers as people write them elsewhere; remedies.py: what to write
shown_numbers.py  numbers in texts as programs show them; placeholders.py: what stands for nothing;
                unsaid.py: values that do
table.py        the table of facts: what is written (WRITTEN), and what it means (FACTS)
fact_set.py     facts of any number, batch by batch
where.py        where a report keeps its facts; reach.py: what that reaches outside of it;
reading.py      how to read a table there: encoding, decimal mark, headings, defaults;
                reading_keys.py: the keys of report.yaml that say it
headings.py     which headings of columns are one, and what those in other languages mean
same_faults.py  the same fault of many rows, told once; shown_fields.py: fields as messages tell
                to write them, in YAML or in a table
read.py         reading them from there; rows_hash.py: the hash of rows that come from no file
flat/           CSV, XLSX, Parquet, databases, DataFrames
yaml_tree.py    YAML with the place of everything in it; yaml_facts.py: facts from it;
                yaml_fields.py: their fields; shared_fields.py: those that several facts share;
                yaml_words.py: a long list at the end of a file; yaml_quoting.py: what lacks
                quotation marks; yaml_form.py: what else keeps one from reading it
judged_defaults.py  what is wrong with a default, told once and where it stands
halves.py       texts in one language alone; review_marks.py: what a person has still to look at
alike.py        facts that go by one name and state different values; contradictions.py: of which
                not all can be true; possible_values.py: what a fact says may be so
models.py       what the models of a report's YAML share; json_forms.py: what editors are told;
                known_keys.py: what an unknown key may be meant for
patterns.py     what names and addresses are made of
history.py      what facts say of older ones; history_check.py: held against these
parse.py        from what is written to what it means, by the rules of rules.py
value_rules.py  those of values; text_rules.py: of texts: length, characters, letters;
                rule.py: what a rule is
other_words.py  what else sources call a unit of the analyst's own
further.py      further sources of one figure; further_fields.py: as YAML has them, and what must
                hold of them
ranges.py       values with a low and a high end; repeated_ids.py: ids that are used twice
formulas.py     formulas of calculated facts; formula_rules.py: what must hold of each by itself
calculation.py  what they give, each behind its operands; results.py: of one of them
operands.py     the facts that they name
dimensions.py   what their results measure; monotony.py: which qualifiers follow
views.py        what brokers think of entities
"""
