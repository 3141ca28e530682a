"""English sentences of business news, by kind: what they state, and what they do not.

What a person carries over from what is said before: nouns, units, directions, labels; what bounds
a figure from afar; parts of a whole; rates per so many; numbers of codes.
"""

from typing import Any

import pytest

from exporter.evidence.clauses import split_clauses
from exporter.evidence.figures import confirm_figure
from exporter.evidence.record import clauses_with_figures
from tests.evidence.test_figures import fact

Row = tuple[str, str, Any, str | None]

STATED: tuple[Row, ...] = (
    ("The club restricts membership to 450 people.", "450", "people", "up to"),
    ("Regulators confined the venue to 8,000 guests.", "8000", ("guests", "guests"), "up to"),
    ("The rule limits each bidder to three lots.", "3", ("lots", "lots"), "up to"),
    ("The firm limits daily withdrawals to $500.", "500", "USD", "up to"),
    ("The bank restricted loans to 60% of value.", "60", "%", "up to"),
    ("The fund caps fees at 0.75%.", "0.75", "%", "up to"),
    ("The maximum penalty is $2 million.", "2", "USD million", "up to"),
    ("Bonds of €500m fall due next May.", "500", "EUR million", None),
    ("One third of staff live nearby, a fifth commute by rail and a tenth work from home.", "20", "%", None),
    ("One third of staff live nearby, a fifth commute by rail and a tenth work from home.", "10", "%", None),
    ("Half went to dividends and a quarter went to debt.", "25", "%", None),
    ("About a quarter come from Asia.", "25", "%", "about"),
    ("Over a fifth belongs to funds.", "20", "%", "over"),
    ("Output costs $12 per million tokens.", "12", ("USD per million tokens", "美元/百万词元"), None),
    ("We own 14 mines and have stakes in nine others.", "9", ("mines", "mines"), None),
    ("She runs 20 hotels, leases 15 more and manages a further eight.", "15", ("hotels", "hotels"), None),
    ("She runs 20 hotels, leases 15 more and manages a further eight.", "8", ("hotels", "hotels"), None),
    ("Bids backed up to $14.", "14", "USD", None),
    ("Median survival was 22.4 months with the drug and 17.8 with placebo.", "17.8", "months", None),
    ("The queue averaged 14 minutes in London, and 9 in Leeds.", "9", "minutes", None),
    ("The rod weighs 4.2 kg in steel and 2.9 in alloy.", "2.9", "kg", None),
    ("Shipments were 3.4 GW in Europe and 2.2 in Asia.", "2.2", "GW", None),
    ("Lead times were 6 weeks in 2024 and 9 in 2025.", "9", "weeks", None),
    ("Out of 40 lots, 31 went to dealers and nine failed to sell.", "9", ("lots", "lots"), None),
    ("Exports reached 4.2 lakh three-wheelers.", "420000", ("three-wheelers", "three-wheelers"), None),
    ("Output costs $12 per million tokens.", "12", ("USD per million tokens", "美元/百万词元"), None),
    ("Incidents ran at 2.3 per thousand flights.", "2.3", ("incidents per thousand flights", "起/千架次"), None),
    ("There were 3.4 crashes per 1,000 vehicles last year.", "3.4", ("crashes per 1,000 vehicles", "起/千辆"), None),
    ("It uses 14.2 kWh per 100 km.", "14.2", ("kWh per 100 km", "千瓦时/百公里"), None),
    ("The rate was 42 deaths per 100,000 people.", "42", ("deaths per 100,000 people", "例/十万人"), None),
    ("Between a third and a half of users churned.", "50", "%", "up to"),
    ("Out of 40 lots, 31 went to dealers and nine failed to sell.", "9", ("lots", "lots"), None),
    ("Sold 40 flats to investors and 12 to families.", "12", ("flats", "flats"), None),
    ("Among the 52 applicants, 20 were women and 9 held patents.", "9", ("applicants", "applicants"), None),
    ("Visitors took 300 trips and guides led 40.", "40", ("trips", "trips"), None),
    ("Our 14 ships carried 900 containers; rivals moved 700.", "700", ("containers", "containers"), None),
    ("The state has 62 hospitals: 40 are public, 15 private and 7 charitable.", "15", ("hospitals", "hospitals"), None),
    ("The state has 62 hospitals: 40 are public, 15 private and 7 charitable.", "7", ("hospitals", "hospitals"), None),
    ("Of the 220 staff, 41 are engineers.", "41", ("engineers", "engineers"), None),
    ("The board has nine directors, five of them women.", "5", ("directors", "directors"), None),
    ("A 45-storey tower will rise in Pune.", "45", ("storeys", "storeys"), None),
    ("It runs a 12-vessel fleet.", "12", ("vessels", "vessels"), None),
    ("A 900-seat theatre opens in May with 40 boxes.", "900", ("seats", "seats"), None),
    ("Its nine-member board met twice.", "9", ("members", "members"), None),
    ("The 14,000-container ship docked.", "14000", ("containers", "containers"), None),
    ("The pound fell below the $1.20 level.", "1.20", "USD", "under"),
    ("Keep leverage at or under 3.0x.", "3.0", "x", "up to"),
    ("Fees will be less than or equal to 0.5%.", "0.5", "%", "up to"),
    ("Inflation is at or above 4%.", "4", "%", "at least"),
    ("Payout stays at or over 60%.", "60", "%", "at least"),
    ("Neither of its 3 plants has reopened.", "3", ("plants", "plants"), None),
    ("Without the grant, costs would not have fallen to $14 million.", "14", "USD million", None),
    ("Occupancy has never dropped below 82%.", "82", "%", "at least"),
    ("Its tax rate never rose above 19%.", "19", "%", "up to"),
    ("Margins have not fallen below 12% since 2019.", "12", "%", "at least"),
    ("The yield didn't go under 3%.", "3", "%", "at least"),
    ("Interest was covered twice over.", "2", "x", None),
    ("Six of every ten loans are secured.", "60", "%", None),
    ("Nearly 8 of every 10 drivers renewed.", "80", "%", "nearly"),
    ("One of every eight parcels goes astray.", "12.5", "%", None),
    ("About 2.4 million people visit the site each month.", "2400000", "people", "about"),
    ("Some 300 trucks cross the border every day.", "300", ("trucks", "trucks"), "about"),
    ("For $40 you get a week ticket.", "40", "USD", None),
    ("$12 bought a month pass then.", "12", "USD", None),
    ("Crews struck over a 4% raise.", "4", "%", None),
    ("The two sides argue over a $12 million bill.", "12", "USD million", None),
    ("Of users, 61% were women, and fewer than 4% were minors.", "61", "%", None),
    ("Doctors see 22 patients a day, against 17 before.", "17", ("patients per day", "名/天"), None),
    ("The crew logged 420 hours, compared with 395 a year earlier.", "395", "hours", None),
    ("Output was 1.2 GWh versus 0.9 a year ago.", "0.9", "GWh", None),
    ("The tank holds 60 litres, up from 52.", "52", "litres", None),
    ("Delivery takes 4 days, down from 9 last year.", "9", "days", None),
    ("Flights lasted 3.1 hours, as against 2.8 in 2023.", "2.8", "hours", None),
    ("Mix cost 0.6 of a point.", "0.6", "pp", None),
    ("Sales inched their way up to $4 million.", "4", "USD million", None),
    ("The deal takes the total up to 88 branches.", "88", ("branches", "branches"), None),
    ("The job needs three days, max.", "3", "days", "up to"),
    ("Expect a wait of 20 minutes, at most.", "20", "minutes", "up to"),
    ("It costs $40, at a minimum.", "40", "USD", "at least"),
    ("The work needs 12 people, minimum.", "12", "people", "at least"),
    ("It owns 40-odd barges.", "40", ("barges", "barges"), "about"),
    ("Seventy-odd firms applied.", "70", ("firms", "firms"), "about"),
    ("Profit all but tripled.", "3", "x", "nearly"),
    ("Membership rose to 31,000.", "31000", ("members", "members"), None),
    ("The tax is $60 per tonne before rebates.", "60", "USD per tonne", None),
    ("Deaths fell to 1.1 per million hours.", "1.1", ("deaths per million hours", "例/百万小时"), None),
    ("The bill caps late fees at $8.", "8", "USD", "up to"),
    ("Rent rises are capped at 3% a year.", "3", "%", "up to"),
    ("Share of wallet grew a full percentage point.", "1", "pp", None),
    ("The index lost 214 points, or 1.1%.", "-1.1", "%", None),
    ("A workforce of 4,100 runs 12 plants.", "4100", "employees", None),
    ("Men hold 34 and women 12 of the seats.", "34", ("seats", "seats"), None),
    ("Hull has 14 cranes, Leeds nine and York two.", "9", ("cranes", "cranes"), None),
    ("Hull has 14 cranes, Leeds nine and York two.", "2", ("cranes", "cranes"), None),
    ("Net debt is 2.1 times EBITDA, down from 2.8.", "2.8", "x", None),
    ("The offer was oversubscribed 12 times.", "12", "x", None),
    ("Operating profit was (€4.2 million).", "-4.2", "EUR million", None),
    ("Rates rose by a percentage point.", "1", "pp", None),
    ("It gained one full percentage point.", "1", "pp", None),
    ("Two full years passed.", "2", "years", None),
    ("Operating profit was ($4.2) million.", "-4.2", "USD million", None),
    ("Daily output averaged 3,100 barrels.", "3100", ("barrels per day", "桶/天"), None),
    ("Annual capacity is 60,000 cars.", "60000", ("cars per year", "辆/年"), None),
    ("There are 41 seats, with 30 taken and 11 empty.", "11", ("seats", "seats"), None),
)  # fmt: skip
NOT_STATED: tuple[Row, ...] = (
    ("Leases on 120 stores fall vacant this year.", "-120", "stores", None),
    ("Some 1,400 jobs fall under the agreement.", "-1400", ("jobs", "jobs"), "about"),
    ("Costs will be spread over four years.", "4", "years", "over"),
    ("Sales grew 40% over five years.", "5", "years", "over"),
    ("It shipped 900 four-door saloons.", "4", ("saloons", "saloons"), None),
    ("Output costs $12 per million tokens.", "1000000", ("tokens", "词元"), None),
    ("There were 3.4 crashes per 1,000 vehicles last year.", "1000", ("vehicles", "vehicles"), None),
    ("The rate was 42 deaths per 100,000 people.", "100000", "people", None),
    ("Out of 40 lots, 31 went to dealers and nine failed to sell.", "9", ("dealers", "dealers"), None),
    ("Sold 40 flats to investors and 12 to families.", "12", ("families", "families"), None),
    ("Sold 40 flats to investors and 12 to families.", "12", ("investors", "investors"), None),
    ("Of 80 funds, 30 beat their benchmarks, 44 lagged them and six tied.", "6", ("benchmarks", "benchmarks"), None),
    ("In its stores, it sold 410 bicycles.", "410", "stores", None),
    ("Deliveries to airlines came to 300.", "300", ("airlines", "airlines"), None),
    ("With 12 branches and 300 staff, it serves nine towns.", "9", ("branches", "branches"), None),
    ("A 900-seat theatre opens in May with 40 boxes.", "900", ("theatres", "theatres"), None),
    ("Its nine-member board met twice.", "9", ("boards", "boards"), None),
    ("The 14,000-container ship docked.", "14000", ("ships", "ships"), None),
    ("It did not reach 3 million users.", "3000000", "users", None),
    ("Occupancy has never dropped below 82%.", "82", "%", "under"),
    ("Six of every ten loans are secured.", "10", ("loans", "loans"), None),
    ("The plant makes 900 bikes every day.", "900", ("bikes", "bikes"), None),
    ("Crews struck over a 4% raise.", "4", "%", "over"),
    ("The two sides argue over a $12 million bill.", "12", "USD million", "over"),
    ("Of users, 61% were women, and fewer than 4% were minors.", "61", "%", "up to"),
    ("It has 120 chargers along highways and 30 kiosks near stations.", "120", ("highways", "highways"), None),
    ("It has 120 chargers along highways and 30 kiosks near stations.", "30", ("stations", "stations"), None),
    ("We have 14 depots within cities.", "14", "cities", None),
    ("Sales inched their way up to $4 million.", "4", "USD million", "up to"),
    ("The deal takes the total up to 88 branches.", "88", ("branches", "branches"), "up to"),
    ("Sales rose 5%, at least in part on price.", "5", "%", "at least"),
    ("From 40 to 50 shops will shut.", "50", ("shops", "shops"), "exact"),
    ("Funding cost was 12bp lower at 2.31%.", "12", "bp", None),
    ("Sales did not grow by 5%.", "5", "%", None),
    ("It is not true that 300 staff left.", "300", ("staff", "staff"), None),
)  # fmt: skip
NO_FIGURE = (
    "See Notes 3 and 12 and Tables 5, 6 and 7 for details.",
    "Registration statement numbered 333-280112 became effective.",
    "Trials in Phases 2 and 3 continue.",
    "See pages 12 to 15 and Sections 4.1, 4.2 and 4.3.",
    "Chapters 3 through 6 set out the risks, and Exhibits 10.1 and 10.2 the terms.",
    "The case is numbered 22-01234.",
    "Quote policy reference 88-20417 when you write.",
    "Please cite file 12-3456 in all letters.",
    "Tickets carry serial 55-1020-7 on the back.",
    "We rate Sarnath Steel (500470 IN) Sell and Pukka Foods (2875 TT) Hold.",
    "The trust's code 5227 was suspended.",
    "Mistral 2 123B and Falcon 3 10B run on one card.",
    "See slide 14 and footnote 3 of the deck.",
    "Turn to column 4 on sheet 2.",
    "The court gave it docket number 24-1187.",
    "The board was of two minds on the bid.",
    "At one point trade stopped.",
    "The Boeing 777X and Airbus A220 are late.",
    "Reach us at 1 (800) 555-0123 or at Suite 400, 12 Elm Ave.",
    "The meeting ID is 884 2231 9041.",
    "Room 14B, 3rd floor, Tower 2.",
)  # fmt: skip


@pytest.mark.parametrize(("quote", "value", "unit", "qualifier"), STATED)
def test_a_fact_that_is_stated_is_confirmed(
    quote: str, value: str, unit: Any, qualifier: str | None
) -> None:
    verdict = confirm_figure(fact(value, quote, unit, qualifier))
    assert (verdict.state, verdict.wrong) == ("confirmed", "")


@pytest.mark.parametrize(("quote", "value", "unit", "qualifier"), NOT_STATED)
def test_a_fact_that_is_not_stated_is_refused(
    quote: str, value: str, unit: Any, qualifier: str | None
) -> None:
    assert confirm_figure(fact(value, quote, unit, qualifier)).state != "confirmed"


@pytest.mark.parametrize("text", NO_FIGURE)
def test_a_clause_without_a_figure_is_not_asked_for(text: str) -> None:
    assert clauses_with_figures(text, list(split_clauses(text))) == []
