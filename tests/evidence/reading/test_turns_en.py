"""Turns of English papers and filings that were once misread, with neighbours that say something else."""

from collections.abc import Callable

import pytest

from exporter.evidence.reading import read_figures

MAGNITUDES = (
    ("a grant of Rs. 60 lacs", "6e6 INR"),
    ("90 thou. tonnes of peat", "9e7 mass"),
    ("22 thsd. clients", "22000 count"),
    ("shipped 7 mln. litres", "7e6 volume"),
    ("It shipped 7 mln. Clients left.", "7e6 count"),
    ("12 mills", "12 count"),
)
PARTS = (
    ("One in four pupils walks, and half never cycle.", "0.25 ratio, 0.5 ratio"),
    ("It lasted two days and half", "216000 time"),
    ("Loans at sub-7% rates", "0.07 ratio under"),
    ("Loans at sub-7 per cent rates", "0.07 ratio under"),
    ("The SUB-7 model sold out.", ""),
    ("The vacancy rate crept up three tenths to 5.1 percent.", "0.003 pp, 0.051 ratio"),
    ("The rate slipped one-tenth to 5.1%.", "-0.001 pp, 0.051 ratio"),
    ("Fares fell three tenths to 40 million dollars.", "-0.3 ratio, 4e7 USD"),
)
TIMES = (
    ("Bids were four times supply.", "4 multiple"),
    ("It was bought at two times cost.", "2 multiple"),
    ("Four times demand has slipped since May.", "4 count"),
    ("Four times output fell short.", "4 count"),
)
ONES = (
    ("and the Cairo one EGP 70 million", "7e7 EGP"),
    ("The jury gave two EUR 600 prizes.", "2 count, 600 EUR"),
    ("It costs one EUR.", "1 EUR"),
)
NAMED_MONEY = (
    ("It owes 9 billion greenbacks and 70 million loonies.", "9e9 USD, 7e7 CAD"),
    ("The loonie fell for 12 days.", "1036800 time"),
    ("a loan of 31 million Emirati dirhams", "3.1e7 money:AED"),
    ("Dh60m of fees, and Dh9,400", "6e7 money:AED, 9400 money:AED"),
    ("SAR1.4bn of sukuk", "1.4e9 money:SAR"),
    ("class SAR5 and DH4 5XY", ""),
)
LENT = (
    ("Tolls were €6.4 billion, against 5.8 a year ago.", "6.4e9 EUR, 5.8e9 EUR"),
    ("Tolls were $6,400 million, against 5,800 a year ago.", "6.4e9 USD, 5.8e9 USD"),
    ("Tolls were $6.4 million, up from 5,800,000.", "6.4e6 USD, 5.8e6 USD"),
    ("It dug 6.4 million tonnes, from 5.8 in May.", "6.4e9 mass, 5.8e9 mass"),
    ("It made €6.4, against 5.8 a year ago.", "6.4 EUR, 5.8 EUR"),
    # Millions or billions: nobody says.
    ("Tolls were €1.3 billion, against 970 a year ago.", "1.3e9 EUR, 970 count"),
    ("Tolls were €6.4 billion, against 5 tunnels a year ago.", "6.4e9 EUR, 5 count"),
)
AREAS = (
    ("3.6m sq ft of sheds", "334450.944 area"),
    ("let 3.6m sq m, up from 2.9", "3.6e6 area, 2.9e6 area"),
    ("50,000 sq. ft. of sheds", "4645.152 area"),
    ("7 cu. m of clay, 7bn cu m of gas", "7000 volume, 7e12 volume"),
    ("It has 7 sq.", "7 count"),
)
TWO_WAYS = (
    ("It sees fares flat to up 4%.", "0 ratio at_least, 0.04 ratio up_to"),
    ("It sees fares flat to down 4%.", "0 ratio up_to, -0.04 ratio at_least"),
    ("It sees fares down 4% to flat.", "-0.04 ratio at_least, 0 ratio up_to"),
    ("It sees fares down 4% to up 2%.", "-0.04 ratio at_least, 0.02 ratio up_to"),
    ("It sees fares down 4% to down 2%.", "-0.04 ratio at_least, -0.02 ratio up_to"),
    ("a rise of -4% to +2%", "-0.04 ratio at_least, 0.02 ratio up_to"),
    ("between minus 4% and plus 2%", "-0.04 ratio at_least, 0.02 ratio up_to"),
    ("a 4% fall to a 2% rise", "-0.04 ratio at_least, 0.02 ratio up_to"),
    ("a margin flat to up 40 basis points", "0 pp at_least, 0.004 pp up_to"),
    ("票价预计持平至增长4%", "0 ratio at_least, 0.04 ratio up_to"),
    ("票价预计下降4%至增长2%", "-0.04 ratio at_least, 0.02 ratio up_to"),
    ("票价预计下降4%至持平", "-0.04 ratio at_least, 0 ratio up_to"),
    # Not these: changes, flats, another figure behind.
    ("Fares went from flat to 4%.", "0.04 ratio"),
    ("Fares went from up 4% to down 2%.", "0.04 ratio, -0.02 ratio"),
    ("Fares improved from -4% to +2%.", "-0.04 ratio, 0.02 ratio"),
    ("The flat costs 4% more.", "0.04 ratio"),
    ("Fares were flat, and up 4% in May.", "0.04 ratio"),
    ("由下降4%转为增长2%", "-0.04 ratio, 0.02 ratio"),
)
BOTH_ENDS = (
    ("a bid of RMB3m-RMB5m", "3e6 money:CNY at_least, 5e6 money:CNY up_to"),
    ("EUR 30m-EUR 45m of fees", "3e7 EUR at_least, 4.5e7 EUR up_to"),
    ("in the range of R1.4bn–R1.7bn", "1.4e9 money:ZAR at_least, 1.7e9 money:ZAR up_to"),
    ("the A31-R4 and MI8-R9 lines, SAR5-SAR6 and RTX40-RTX50", ""),
    ("30 million-euro houses", "3e7 EUR"),
    ("leases at 6¼–7½%", "0.0625 ratio at_least, 0.075 ratio up_to"),
    ("a dip of –7½%", "-0.075 ratio"),
    ("A third fell ill, and half the wards were shut.", "1/3 ratio, 0.5 ratio"),
    ("It sold 40, and half the wards", "40 count"),
)
SCORES = (
    ("three score lambs", "60 count"),
    ("two score sheets", "2 count"),
    ("Three score well.", "3 count"),
)
ENDS = (
    ("two or three brokers", "2 count at_least, 3 count up_to"),
    ("for four or five weeks", "2419200 time at_least, 3024000 time up_to"),
    ("either four or five wards", "4 count, 5 count"),
    ("four, five or six wards", "4 count, 5 count, 6 count"),
    ("four or nine wards", "4 count, 9 count"),
    ("Visits jumped by 3,100 to 9,800", "3100 count, 9800 count"),
    ("Visits will rise by 3,100 to 9,800", "3100 count at_least, 9800 count up_to"),
    ("Visits climbed by 12 to 16", "12 count at_least, 16 count up_to"),
)
MONEY = (
    ("Sales were A$70 million and the dividend 9 cents", "7e7 AUD, 0.09 AUD"),
    ("Profit of C$4 million, or 31c a share", "4e6 CAD, 0.31 CAD"),
    ("Sales of $70 million and of A$5 million, or 9 cents", "7e7 USD, 5e6 AUD, 0.09 USD"),
    ("Exports top $6 billion", "6e9 USD over"),
    ("Its top $60 bottle", "60 USD"),
    ("Output of 31 million litres beat the forecast of 30 million.", "3.1e7 volume, 3e7 volume"),
    ("Sales of €9 million fell short of its own target of 11 million.", "9e6 EUR, 1.1e7 EUR"),
    ("Output of 31 million litres beat the town of 30 million.", "3.1e7 volume, 3e7 count"),
)
APART = (
    ("The fare is $90, and 12 of 70 lines lose money.", "90 USD, 12 count, 70 count"),
    ("Fees of $90 and 110", "90 USD, 110 USD"),
    ("It paid KSh 3 billion and TSh 40 million.", "3e9 KES, 4e7 TZS"),
    ("It took the better part of €3 million.", "3e6 EUR nearly"),
    ("The better part of it went to 40 firms.", "40 count"),
    ("None of them earns below €16 an hour.", "16 EUR at_least"),
    ("No clinic takes over 40 days.", "3456000 time up_to"),
    ("A clinic takes over 40 days.", "3456000 time over/exact"),
    ("No, it earns below €16.", "16 EUR under"),
    ("close on 800 men", "800 count about/nearly"),
    ("getting on for 800 men", "800 count about/nearly"),
)
AGAIN = (
    ("It lent 7,000 prams, or upwards of 3% of them.", "7000 count, 0.03 ratio over"),
    ("It lent 7,000 prams, or more than 3% of them.", "7000 count, 0.03 ratio over"),
    ("It lent 7,000 prams, or over 3% of them.", "7000 count, 0.03 ratio over"),
    ("It lent 7,000 prams or more.", "7000 count over/at_least"),
    ("It lent 30 or more of 40 prams.", "30 count over/at_least, 40 count"),
    ("It lent 7,000 prams or upwards.", "7000 count over/at_least"),
)
OF_DAYS = (
    ("It teaches 85 day pupils.", "85 count"),
    ("It has 40 day traders and 12 day hospitals.", "40 count, 12 count"),
    ("It set an 85 day limit.", "7344000 time up_to"),
)
WHEN = (
    ("In 2024 ferries sank the plan.", ""),
    ("Back in 2023 vintners shipped 900 casks.", "900 count"),
    ("It paused; by 2026 vintners were back.", ""),
    ("It hired, and in 2023 rents rose.", ""),
    ("In 2000 cellars the casks burst.", "2000 count"),
    ("Casks in 2000 cellars were moved.", "2000 count"),
    ("In 2000 cellars, casks were moved.", "2000 count"),
)
GIVEN = (
    ("It left $8 million to 14 rural clinics.", "8e6 USD, 14 count"),
    ("It cost $8 million and 30 skilled jobs.", "8e6 USD, 30 count"),
    ("It fell from $8 million to 900,000.", "8e6 USD, 9e5 USD"),
    ("Fees of $8 to 14", "8 USD at_least, 14 USD up_to"),
)
EARLIER = (
    ("It lay 8.2 hours (prior year 9.1).", "29520 time, 32760 time"),
    ("Fees of EUR 60 million (2024: 52)", "6e7 EUR, 5.2e7 EUR"),
    ("Cover was 31% (34 a year earlier).", "0.31 ratio, 0.34 ratio"),
    ("It sold 70 tonnes (Q1 2025: 66).", "70000 mass, 66000 mass"),
    ("It sold 70 tonnes (2024: 9 barges).", "70000 mass, 9 count"),
    ("It sold 70 tonnes (note 5).", "70000 mass"),
    ("It sold 70 tonnes (2024: 4).", "70000 mass, 4000 mass"),
    ("It sold 70 tonnes (2024: 2).", "70000 mass, 2 count"),
)
NO_SUM = (
    ("Values are in A$ million.", ""),
    ("Values are in USD billion.", ""),
    ("It owes a million dollars.", "1e6 USD"),
    ("It owes A$4 million.", "4e6 AUD"),
)
ONE_AND_A_HALF = (
    ("Rents slowed to half a percent from one and a half percent.", "0.005 ratio, 0.015 ratio"),
    ("It cost a sixth of one and a half million.", "1/6 ratio, 1.5e6 count"),
    ("a new one and a half million hens", "1.5e6 count"),
    ("It rents a large one and sold 40.", "40 count"),
)
QUARTERS = (
    ("Rents rose over the three quarters.", "9 cal"),
    ("Rents rose in the three quarters of 2024.", "9 cal"),
    ("Rents rose in the three quarters of homes let.", "0.75 ratio"),
    ("Of the three quarters who moved, all paid.", "0.75 ratio"),
    ("Three quarters paid.", "0.75 ratio"),
)
IN_M = (
    ("It hit 8.5 m at 2.1 g/t gold.", "17/2 length, 0.0021 mass"),
    ("It hit 8.5m @ 2.1% Cu.", "17/2 length, 0.021 ratio"),
    ("The shaft has a depth of 640 m.", "640 length"),
    ("It dug a 4m deep pond.", "4 length"),
    ("It placed 8.5m at 2.1% more.", "0.021 ratio"),
    ("It has a length of 3m tokens.", "3e6 count"),
    ("It paid £4m, high for a pond.", "4e6 GBP"),
    ("It has 4m users.", "4e6 count"),
)
TWICE = (
    ("Fees were about triple last year's.", "3 multiple about"),
    ("Fees are double this month's.", "2 multiple"),
    ("It won a double last year.", ""),
    ("It ran a double blind test.", ""),
)
BOTH_IN = (
    ("Fees of 7.4 were up from 7.1, both in euros.", "7.4 EUR, 7.1 EUR"),
    ("Fees of 7.4 were paid from 7.1, both in euros.", "7.4 count, 7.1 EUR"),
    ("a bid of $5 million-7 million", "5e6 USD at_least, 7e6 USD up_to"),
    ("the 5 million-7 line", "5e6 count"),
)
LABELLED = (
    ("It filed item 3.01 notices.", ""),
    ("It fenced a line 2.5 acres wide.", "10117.141056 area"),
    ("The plant 3.5 million hens need is big.", "3.5e6 count"),
)
GAPPED = (
    ("Rent fell 4% to $9m and net debt 7% to $2m.", "-0.04 ratio, 9e6 USD, -0.07 ratio, 2e6 USD"),
    ("Rent rose 4% to $9m and net debt 7% to $2m.", "0.04 ratio, 9e6 USD, 0.07 ratio, 2e6 USD"),
    ("Rent fell 4% to $9m and it paid 7% to Oman.", "-0.04 ratio, 9e6 USD, 0.07 ratio"),
    ("Rent fell by 4%, and a vote by 7 heirs failed.", "-0.04 ratio, 7 count"),
    ("Rent fell 4% to $9m, and debt came to $3m.", "-0.04 ratio, 9e6 USD, 3e6 USD"),
)
BY_THEN = (
    ("By 2040 kilns of 90 MW will be common.", "9e7 power"),
    ("Since 2021 vintners have paid more.", ""),
    ("It passed by 2040 votes to 1900.", "2040 count"),
)
PLUS = (
    ("Flows of CHF +0.9 billion and £+7m", "9e8 money:CHF, 7e6 GBP"),
    ("Flows of CHF -0.9 billion", "-9e8 money:CHF"),
)
LETTERS = (
    ("Paid lines: 7.1m vs 6.8m", "7.1e6 count, 6.8e6 count"),
    ("Depth: 7.1m", ""),
)
DOCKETS = (
    ("Case No. 2:24-cv-00381 went to Courtroom 7B.", ""),
    ("It is No. 2: the rest lag.", "2 ordinal"),
    ("They met at 2:24 p.m. in Ward 7B.", ""),
    ("It owes $7B.", "7e9 USD"),
)
LISTS = (
    (
        "Guests, at 3.3m, 4.7m and 8.1m for two inns, fell.",
        "3.3e6 count, 4.7e6 count, 8.1e6 count, 2 count",
    ),
    ("It has 4m guests, 5m of rope.", "4e6 count"),
    ("A wall of 4m and 5m", ""),
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        *AGAIN,
        *OF_DAYS,
        *WHEN,
        *GIVEN,
        *EARLIER,
        *NO_SUM,
        *ONE_AND_A_HALF,
        *QUARTERS,
        *IN_M,
        *TWICE,
        *BOTH_IN,
        *LABELLED,
        *GAPPED,
        *BY_THEN,
        *PLUS,
        *LETTERS,
        *DOCKETS,
        *LISTS,
    ],
)
def test_reads_what_stands_beside_as_another(
    text: str, figures: str, assert_reads: Callable[[str, str], None]
) -> None:
    assert_reads(text, figures)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        *MAGNITUDES,
        *PARTS,
        *TIMES,
        *ONES,
        *NAMED_MONEY,
        *LENT,
        *AREAS,
        *BOTH_ENDS,
        *SCORES,
        *ENDS,
        *MONEY,
        *APART,
    ],
)
def test_reads_what_the_turn_says(
    text: str, figures: str, assert_reads: Callable[[str, str], None]
) -> None:
    assert_reads(text, figures)


def test_a_point_that_ends_a_sentence_is_none_of_a_magnitude() -> None:
    (figure,) = read_figures("It shipped 7 mln. Clients left.")
    assert figure.noun == ""


def test_a_note_behind_the_sentence_is_nothing_that_is_counted() -> None:
    (figure,) = read_figures("Cranes built[2] reached 6,300.[5]")
    assert (figure.noun, figure.subject) == ("", "Cranes built[2] reached ")


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Clients number 3.1 million, and 60 agents resell it.", ["", "agents resell it"]),
        ("It built 80 barges, up from 70, and 15 tugs.", ["barges", "", "tugs"]),
        ("It built 70, and 15 tugs.", ["tugs", "tugs"]),
    ],
)
def test_what_stands_apart_has_no_noun_of_the_next(text: str, nouns: list[str]) -> None:
    assert [figure.noun for figure in read_figures(text)] == nouns


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It burns 40 tonnes of peat daily.", "days"),
        ("It sold 40 tonnes of the daily catch.", ""),
    ],
)
def test_what_it_is_of_may_stand_before_how_often(text: str, per: str) -> None:
    assert [figure.per for figure in read_figures(text)] == [per]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Nurses at four wards, 310 in all, went.", "Nurses at four wards, "),
        ("Its four wards, 310 in all, shut.", "wards, "),
    ],
)
def test_who_is_at_a_place_is_counted_in_all(text: str, subject: str) -> None:
    assert read_figures(text)[1].subject == subject


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("It has 41 MMboe.", 41_000_000, ""),
        ("It lifts 87 kboe/d.", 87_000, "days"),
        ("It lifts 870 boe/d.", 870, "days"),
    ],
)
def test_barrels_of_oil_equivalent_have_symbols(text: str, value: int, per: str) -> None:
    (figure,) = read_figures(text)
    assert (figure.value, figure.dimension, figure.per) == (value, "oil equivalent", per)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It presses 700 litres a day, up from 610 a year ago.", ["days", "days"]),
        ("It presses 700 litres a day, up from 610 litres in May.", ["days", ""]),
    ],
)
def test_what_was_so_a_year_ago_is_per_the_same(text: str, per: list[str]) -> None:
    assert [figure.per for figure in read_figures(text)] == per


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It sold 30 tonnes and rent per tonne rose to €9.", ["", "tonnes"]),
        ("It sold 30 tonnes at €4 per tonne and made €9.", ["", "tonnes", ""]),
        ("Rent of €4 per tonne rose to €9 million.", ["tonnes", ""]),
    ],
)
def test_what_a_measure_came_to_is_per_what_that_is_per(text: str, per: list[str]) -> None:
    assert [figure.per for figure in read_figures(text)] == per


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It asks €90 a bed and £310,000 a key.", ["bed", "key"]),
        ("It asks €90 a lofty sum.", [""]),
    ],
)
def test_what_is_priced_is_sold_by_it(text: str, per: list[str]) -> None:
    assert [figure.per for figure in read_figures(text)] == per
