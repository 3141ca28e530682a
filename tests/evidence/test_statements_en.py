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
    ("The carrier capped bookings at 4,500 seats a day.", "4500", ("seats per day", "座/天"), "up to"),
    ("The firm limits daily withdrawals to $500.", "500", "USD", "up to"),
    ("Withdrawals are limited daily to $500.", "500", "USD", "up to"),
    ("The bank restricted loans to 60% of value.", "60", "%", "up to"),
    ("Attendance was restricted from 9,000 to 5,000 fans.", "5000", ("fans", "fans"), "exact"),
    ("The ceiling for a single order is 200 units.", "200", "units", "up to"),
    ("The fund caps fees at 0.75%.", "0.75", "%", "up to"),
    ("Spending may not go beyond $40 million.", "40", "USD million", "up to"),
    ("The maximum penalty is $2 million.", "2", "USD million", "up to"),
    ("Rooms hold a maximum 40 guests.", "40", ("guests", "guests"), "up to"),
    ("Bonds of €500m fall due next May.", "500", "EUR million", None),
    ("Leases on 120 stores fall vacant this year.", "120", "stores", None),
    ("Some 1,400 jobs fall under the agreement.", "1400", ("jobs", "jobs"), "about"),
    ("The 12% drop in prices hurt.", "-12", "%", None),
    ("A 30 basis point fall in yields helped.", "-30", "bp", None),
    ("A 2.4% year-on-year fall in sales followed.", "-2.4", "%", None),
    ("Sales saw a 9% annual drop.", "-9", "%", None),
    ("About 25 million cars contract out their service.", "25000000", ("cars", "cars"), "about"),
    ("We expect the 80 shops to drop the brand.", "80", ("shops", "shops"), None),
    ("One third of staff live nearby, a fifth commute by rail and a tenth work from home.", "20", "%", None),
    ("One third of staff live nearby, a fifth commute by rail and a tenth work from home.", "10", "%", None),
    ("Half went to dividends and a quarter went to debt.", "50", "%", None),
    ("Half went to dividends and a quarter went to debt.", "25", "%", None),
    ("About a quarter come from Asia.", "25", "%", "about"),
    ("Over a fifth belongs to funds.", "20", "%", "over"),
    ("Output costs $12 per million tokens.", "12", ("USD per million tokens", "美元/百万词元"), None),
    ("We own 14 mines and have stakes in nine others.", "9", ("mines", "mines"), None),
    ("Twelve branches closed and another seven moved.", "7", ("branches", "branches"), None),
    ("She runs 20 hotels, leases 15 more and manages a further eight.", "15", ("hotels", "hotels"), None),
    ("She runs 20 hotels, leases 15 more and manages a further eight.", "8", ("hotels", "hotels"), None),
    ("Bids backed up to $14.", "14", "USD", None),
    ("The debt is repayable over 12 years.", "12", "years", None),
    ("Costs will be spread over four years.", "4", "years", None),
    ("Staff numbers were cut by 900 over two years.", "2", "years", None),
    ("He has worked there for over 12 years.", "12", "years", "over"),
    ("It took over three years to build.", "3", "years", "over"),
    ("Sales grew 40% over five years.", "5", "years", None),
    ("The plan runs over 18 months.", "18", "months", None),
    ("Between 40k and 60k users left.", "40000", "users", "at least"),
    ("Some 3m-5m people were hit.", "3000000", "people", "at least"),
    ("Between $2m and $3m was raised.", "2", "USD million", "at least"),
    ("Median survival was 22.4 months with the drug and 17.8 with placebo.", "17.8", "months", None),
    ("The queue averaged 14 minutes in London, and 9 in Leeds.", "9", "minutes", None),
    ("The rod weighs 4.2 kg in steel and 2.9 in alloy.", "2.9", "kg", None),
    ("Shipments were 3.4 GW in Europe and 2.2 in Asia.", "2.2", "GW", None),
    ("Lead times were 6 weeks in 2024 and 9 in 2025.", "9", "weeks", None),
    ("Of its 96 branches, 14 lost money and 3 will shut.", "3", ("branches", "branches"), None),
    ("Of its 96 branches, 14 lost money and 3 will shut.", "14", ("branches", "branches"), None),
    ("Of 220 apartments, 180 have sold and 12 remain under offer.", "12", ("apartments", "apartments"), None),
    ("Out of 40 lots, 31 went to dealers and nine failed to sell.", "9", ("lots", "lots"), None),
    ("Exports reached 4.2 lakh three-wheelers.", "420000", ("three-wheelers", "three-wheelers"), None),
    ("It shipped 900 four-door saloons.", "900", ("saloons", "saloons"), None),
    ("Output costs $12 per million tokens.", "12", ("USD per million tokens", "美元/百万词元"), None),
    ("Incidents ran at 2.3 per thousand flights.", "2.3", ("incidents per thousand flights", "起/千架次"), None),
    ("There were 3.4 crashes per 1,000 vehicles last year.", "3.4", ("crashes per 1,000 vehicles", "起/千辆"), None),
    ("It uses 14.2 kWh per 100 km.", "14.2", ("kWh per 100 km", "千瓦时/百公里"), None),
    ("The rate was 42 deaths per 100,000 people.", "42", ("deaths per 100,000 people", "例/十万人"), None),
    ("Between a third and a half of users churned.", "50", "%", "up to"),
    ("Table 5 covers 40 stores and 12 hotels.", "40", "stores", None),
    ("Table 5 covers 40 stores and 12 hotels.", "12", ("hotels", "hotels"), None),
    ("Notes 5 and 12 cover 30 leases.", "30", ("leases", "leases"), None),
    ("Articles 101 and 102 apply to 27 countries.", "27", "countries", None),
    ("Figures 9 and 10 show 300 users.", "300", "users", None),
    ("Out of 40 lots, 31 went to dealers and nine failed to sell.", "9", ("lots", "lots"), None),
    ("Sold 40 flats to investors and 12 to families.", "12", ("flats", "flats"), None),
    ("Among the 52 applicants, 20 were women and 9 held patents.", "9", ("applicants", "applicants"), None),
    ("Of 80 funds, 30 beat their benchmarks, 44 lagged them and six tied.", "44", ("funds", "funds"), None),
    ("Of 80 funds, 30 beat their benchmarks, 44 lagged them and six tied.", "6", ("funds", "funds"), None),
    ("Visitors took 300 trips and guides led 40.", "40", ("trips", "trips"), None),
    ("Our 14 ships carried 900 containers; rivals moved 700.", "700", ("containers", "containers"), None),
    ("The airline ordered 30 jets and leased 12.", "12", ("jets", "jets"), None),
    ("The plant employs 3,000 people and its suppliers a further 800.", "800", "people", None),
    ("Stores fell to 410 from 430.", "410", "stores", None),
    ("Stores fell to 410 from 430.", "430", "stores", None),
    ("Orders rose to 410 million.", "410", ("million orders", "百万单"), None),
    ("Deliveries to airlines came to 300.", "300", ("deliveries", "deliveries"), None),
    ("With 12 branches and 300 staff, it serves nine towns.", "9", ("towns", "towns"), None),
    ("The state has 62 hospitals: 40 are public, 15 private and 7 charitable.", "15", ("hospitals", "hospitals"), None),
    ("The state has 62 hospitals: 40 are public, 15 private and 7 charitable.", "7", ("hospitals", "hospitals"), None),
    ("Nine of the 14 wells are producing.", "9", ("wells", "wells"), None),
    ("The company has 44 restaurants, 31 of them franchised.", "31", ("restaurants", "restaurants"), None),
    ("The company has 44 restaurants, 31 of which are franchised.", "31", ("restaurants", "restaurants"), None),
    ("The company has 44 restaurants, of which 31 are franchised.", "31", ("restaurants", "restaurants"), None),
    ("The fleet of 62 tankers includes 12 built last year.", "12", ("tankers", "tankers"), None),
    ("The fund holds 120 bonds, up from 98 a year ago.", "98", ("bonds", "bonds"), None),
    ("Some 220 of the staff are engineers.", "220", ("staff", "staff"), "about"),
    ("Of the 220 staff, 41 are engineers.", "41", ("staff", "staff"), None),
    ("Of the 220 staff, 41 are engineers.", "41", ("engineers", "engineers"), None),
    ("The board has nine directors, five of them women.", "5", ("directors", "directors"), None),
    ("The board has nine directors, five of them women.", "5", ("women", "women"), None),
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
)  # fmt: skip
NO_FIGURE = (
    "A quarter passed without news.",
    "A third plant opens in May.",
    "A fifth shop opened.",
    "See Notes 3 and 12 and Tables 5, 6 and 7 for details.",
    "Items 7 and 7A of Form 10-K apply.",
    "The case is docketed 1:24-cv-03912.",
    "Registration statement numbered 333-280112 became effective.",
    "Call +1 (646) 555-0199, conference ID 4420871.",
    "Enter the pin 883120# when asked.",
    "Trials in Phases 2 and 3 continue.",
    "See pages 12 to 15 and Sections 4.1, 4.2 and 4.3.",
    "Chapters 3 through 6 set out the risks, and Exhibits 10.1 and 10.2 the terms.",
    "Enter PIN 4412# to hear the replay.",
    "Enter PIN 4412 to hear the replay.",
    "The case is numbered 22-01234.",
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
