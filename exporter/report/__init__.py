"""What is laid out: everything that a file shows is decided here. A room for each kind of file.

xlsx/              workbooks
pdf/               one-pagers
html/              the evidence page
eml/               messages
changes/           what changed between two editions, whoever shows it
schemas/           what a report's files may say, for editors and for the docs
layout.py          all files of one language together
definition.py      what report.yaml may say; page_definition.py: of one-pagers; email_definition.py:
                   of who e-mails it
report_file.py     report.yaml read, and what of it does not hold together
for_each.py        for which values it is; many.py: whether it is for many, at a glance;
                   valued.py: what it says for one of them
references.py      what it, facts and views say of each other; entity_charts.py: what of it
                   `chart:` of an entity says; charted_magnitudes.py: in which magnitudes
headings.py        the figures in its titles, names and disclosures
appearances.py     texts of a report that look like something else
edition.py         what is dated after the date that it speaks for; staleness.py: or long before
compared_figures.py  which key figures compare with earlier ones, and which were moved on since
not_achieved.py    what stands beside figures that are guidance, plans or estimates
views_alike.py     views of one broker on one subject, which nobody can tell apart
standing.py        what of it holds today: what is restated or withdrawn left out
conventions.py     the keys of report.yaml that say what signs and fiscal years mean;
                   fact_defaults.py: how its facts are read, defaults judged where they stand
operand_sources.py the sources of what is calculated
values.py          what Excel stores of a value, how it shows, in which style
looks.py           keys for all that decides how values show
formats.py         number formats, and figures and periods in words; page_figures.py: as pages
                   show them
labels.py          the exporter's own words in both languages; captions.py: lines made of them;
                   about_words.py: what the sheet About says; further_words.py: what is said of
                   further sources of facts; period_words.py: Periods
prices.py          what a share costs, and the upside; view_terms.py: terms of a view in words
links.py           links to cells, sheets and the evidence page
text_fragments.py  links to a passage of a source; passage_links.py: columns of them;
                   source_links.py: to its page
passages.py        by which words a passage is found; landings.py: links that land elsewhere
properties.py      document properties; theme.py: the colours of everything
themes/            themes: one TOML file each; themed.py: a report's own, or a command's;
                   own_template.py: its own template of one-pagers
output_folder.py   where its files go, and the command that writes them there
starter.py         a report's folder to start from
"""
