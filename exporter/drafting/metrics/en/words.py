"""English words that say what a figure measures, and those around it that do not."""

# --- What happens to a metric: it rose 12%, to 18.6 billion.
UP = frozenset(
    "rise rises rose risen rising grow grows grew grown growing increase increases increased "
    "increasing climb climbs climbed climbing jump jumps jumped jumping surge surges surged "
    "surging gain gains gained gaining add adds added advance advances advanced up higher soar "
    "soars soared soaring expand expands expanded expanding improve improves improved improving "
    "widen widens widened widening rebound rebounds rebounded recover recovered double doubles "
    "doubled doubling triple triples tripled tripling quadrupled quadruple swell swelled swells "
    "accelerate accelerated accelerates rocketed leapt leaped edged ticked inched crept rallied "
    "swollen rally multiplied multiply outgrew appreciated strengthened picked ran mounted put "
    "go goes went gone came spiked swung ballooned firmed changed "
    "inflated worsened worsen worsens".split()
)
DOWN = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined "
    "declining decrease decreases decreased decreasing down slide slides slid sliding slip slips "
    "slipped slipping slump slumped slumps plunge plunged plunges tumble tumbled tumbles sank sink "
    "sinks shrink shrank shrunk shrinks shrinking contract contracted contracts narrow narrowed "
    "narrows narrowing dip dipped dips weaken weakened weakens lower eased ease eases retreated "
    "retreat softened cooled halve halved halves depreciated crashed dwindled collapsed shed lost "
    "tighten tightens tightened moderated slowed slow slows decelerated sagged receded "
    "deteriorated plummeted lag lagged "
    "diluted compressed".split()
)
# What somebody does to a metric: raised prices by 5%, cut its forecast to 3 billion.
RAISE = frozenset(
    "raise raises raised raising lift lifts lifted lifting boost boosts boosted boosting increase "
    "increases increased increasing expand expands expanded expanding hike hikes hiked hiking "
    "bring brings brought bringing take takes took taking push pushes pushed pushing grow grows "
    "grew growing drive drives drove driving improve improves improved improving send sent sends "
    "double doubled doubling upgrade upgraded widen widened set sets setting put puts putting "
    "keep keeps kept keeping leave leaves left leaving hold holds held holding maintain maintained "
    "maintains reaffirm reaffirmed reaffirms reiterate reiterated confirm confirmed revise revised "
    "revises revising see sees saw peg pegged pegs estimate estimates estimated forecast forecasts "
    "adjust adjusted move moved".split()
)
CUT = frozenset(
    "cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing trim trims "
    "trimmed trimming slash slashes slashed slashing shave shaved shorten shortens shortened "
    "narrow narrowed narrows decrease decreased shrink shrank shrunk halve halved curb curbed "
    "save saves saved saving downgrade downgraded drag dragged pare pared".split()
)
# What says how much a metric is.
LEVEL = frozenset(
    "is are was were be been being stand stands stood standing reach reaches reached reaching "
    "hover hovers hovered hovering running "
    "total totals totalled totaled totalling totaling hit hits hitting top tops topped topping "
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing pass passed passes "
    "amount amounts amounted amounting come comes came remain remains remained average averages "
    "averaged averaging equal equals equalled become became number numbered numbers cross crossed "
    "crosses approach approached end ended ends finish finished close closed closes near neared "
    "peak peaked stay stayed stays settle settled run runs ran begin began start started open "
    "opened trade traded trades trading range ranges ranged ranging account accounted represent "
    "represents represented make makes comprise comprised comprises work works worked beat beats "
    "miss missed arrive lie lies lay sit sits sat "
    "price priced prices value valued values worth touch touched sum yield breach breached "
    "estimated expected forecast projected seen put set held kept".split()
)
CHANGE_NOUNS = frozenset(
    "rise increase growth gain jump surge climb uptick upturn fall decline decrease drop dip slump "
    "slide reduction contraction plunge expansion improvement change rebound downturn advance "
    "cut hike move shift swing acceleration slowdown loss-of uplift boost raise increases "
    "declines gains reductions saving drops".split()
)
DROPPED_NOUNS = frozenset("reduction cut saving reductions cuts savings".split())
SHARING = frozenset(
    "took take takes brought brings bring "
    "account accounts accounted accounting represent represents represented representing "
    "comprise comprised comprises make makes made constitute constitutes constituted contribute "
    "contributed contributes generate generated generates provide provides provided form forms "
    "formed equal equals swallow swallowed swallows absorb absorbed absorbs ate eats consumed "
    "consumes supplied covered covers".split()
)

# --- Those who work for a company or buy from it, in patterns.
STAFF = "staff|workers|employees"
CUSTOMERS = "customers|clients|members|families|tenants"

# --- Words that name no metric, and are left out of its name.
ARTICLES = frozenset(
    "the a an its their our his her your my this that these those namesake eponymous".split()
)
HEDGES = frozenset(
    "about around approximately roughly nearly almost some over only just "
    "exactly a "
    "mere another further additional estimated an the above below between likely probably even "
    "still now already also both fully currently together alone again once nearer upwards "
    "upward north south excess back plus minus positive negative c circa ca ~ whopping solid "
    "strong robust sharp steep slight "
    "modest record healthy meagre meager full respectively".split()
) - {"below", "above"}
PRAISE = frozenset(
    "strong robust solid record healthy sharp steep slight modest weak mere whopping impressive "
    "significant substantial respectable sizeable further additional another new reported "
    "estimated expected projected corresponding respective slightly latest preliminary "
    "unaudited big huge massive small large tiny own same so-called upcoming planned proposed "
    "current present recent previous prior initial all such sluggish paltry hefty chunky handsome "
    "bumper lacklustre lackluster anaemic anemic tepid stunning staggering eye-watering dismal "
    "woeful brisk measly puny thumping blistering breakneck disappointing meagre meager "
    "crippling".split()
)
# Heavy debt is much of it, where heavy trucks are a kind of them.
JUDGED_HEAVY = frozenset(
    "debt debts borrowings loss losses spending investment costs selling discounting".split()
)
TIMES = frozenset(
    "quarter year month week half day period quarters years months weeks halves days weekend "
    "morning afternoon evening yesterday today tomorrow quarterly annual annually yearly monthly "
    "weekly daily full-year half-year first-half second-half first-quarter second-quarter "
    "third-quarter fourth-quarter year-on-year year-over-year quarter-on-quarter month-on-month "
    "week-on-week yoy qoq mom q1 q2 q3 q4 h1 h2 fy year-end nine-month six-month three-month "
    "12-month twelve-month fiscal year-earlier sequentially season holiday spring summer autumn "
    "winter night decade time date launch inception end beginning start".split()
)
KEPT_TIMES = frozenset("daily monthly weekly annual".split())  # daily active users
PREPOSITIONS = frozenset(
    "in on at by for from to of with during after before since until over under across among "
    "into within between through throughout per against despite without as than like via versus "
    "vs including excluding amid toward towards following around behind beyond near outside inside "
    "below above upon".split()
)
# Where a clause begins.
JOINS = frozenset(
    "and but while whereas as although though because when if that which who whose where since "
    "so or yet until unless after before whereby than nor what how".split()
)
SAYING = frozenset(
    "said says say reported reports report posted posts post announced announces recorded records "
    "record booked books logged saw sees expects expect forecasts forecast predicts predicted "
    "guided guides showed shows show estimates estimate noted added told projected projects "
    "projecting anticipates targets targeting target targeted generated generates generating "
    "delivered achieved achieves achieve had has have having delivers delivering produced earns "
    "carries enjoys disclosed discloses reporting recorded recording posting seeing "
    "swung returned notched registered registers carried".split()
)
AUXILIARY = frozenset(
    "will would should could can may might must shall has have had is are was were be been being "
    "do does did not to expected set due likely forecast projected planned estimated seen "
    "reportedly going able".split()
)
AGENTS = frozenset(
    "company group bank firm retailer maker carmaker automaker chain airline operator lender "
    "insurer business unit division subsidiary parent manufacturer producer supplier developer "
    "drugmaker chipmaker miner utility giant startup start-up studio publisher brewer platform "
    "we it they he she i you management board government ministry regulator investors analysts "
    "brokerage broker app model provider builder builder agency authority owner partner "
    "team corporation which who that this these those everyone analyst fund app-maker landlord "
    "executives officials economists central-bank workers staff customers both all each "
    "consortium hospital school university union".split()
)

# --- Heads of metrics: in a name that begins a sentence they show that it is no company's.
METRICS = frozenset(
    "revenue revenues sales profit profits income earnings ebitda ebit margin margins cost costs "
    "expense expenses spending expenditure capex investment investments deliveries shipments "
    "orders bookings backlog turnover output production volume volumes capacity price prices rate "
    "rates ratio share shares yield yields return returns dividend dividends cash flow flows debt "
    "borrowings assets liabilities equity capital deposits loans inventory inventories headcount "
    "traffic occupancy utilisation utilization inflation gdp unemployment exports imports demand "
    "supply consumption growth loss losses impairment provisions charge charges fee fees premium "
    "premiums valuation value market subscriptions arpu gmv aum npl roe roa eps range weight "
    "speed power efficiency accuracy latency length height area size budget funding grant "
    "surplus deficit reserves tax taxes wage wages salary salaries pay rent rents bonus stake "
    "interest coupon spread discount target guidance forecast outlook consensus estimate "
    "ebitdar npat pbt pbit ebita nopat "
    "window noi arr ffo nav nii pat roce roic tsr pfs orr dps ltv dscr penetration adoption "
    "churn retention conversion satisfaction score index survival response "
    "royalty royalties "
    "incidence prevalence efficacy mortality enrolment enrollment downloads users customers "
    "subscribers members passengers visitors guests employees stores footfall patronage takings "
    "throughput tonnage admissions attendance ridership bookings".split()
) | {
    "assets under management",
    "assets under administration",
    "assets under custody",
    "capital employed",
}
CHANGED_NOT_GROWN = frozenset(
    "price prices rate rates yield yields margin margins cost costs expense expenses share shares "
    "stock inventories inventory inflation unemployment index premium loss losses debt fee fees "
    "charge charges ratio "
    "spread rent rents wage wages forecast guidance target estimate tariff discount time times "
    "emissions deficit futures currency dollar yuan yen euro pound costs churn latency "
    "consumption weight provisions".split()
)
# What money is of, where a noun behind it says it: a $2bn deal.
VALUED = {
    **dict.fromkeys("deal acquisition transaction takeover merger buyout offer bid sale".split(),
    "value"),
    **dict.fromkeys("contract order agreement project programme program package plan".split(),
    "value"),
    **dict.fromkeys("loan facility bond fund bonds issue placement mortgage".split(), "size"),
}  # fmt: skip
# Physical things whose measure, said before them, is their capacity.
BUILT = frozenset(
    "plant farm facility project park station factory line battery pipeline unit reactor turbine "
    "refinery terminal array system warehouse".split()
)
# Behind a share of 43% "of": no whole, but the metric again.
MEASURE_NAMES = {
    "length": "Length", "area": "Area", "mass": "Weight", "volume": "Volume", "power": "Power",
    "energy": "Energy", "time": "Duration", "calendar time": "Duration", "speed": "Speed",
    "temperature": "Temperature", "money": "Amount", "ratio": "Share", "count": "Number",
    "points": "Change", "percentage points": "Change", "multiple": "Multiple", "ordinal": "Rank",
}  # fmt: skip

# The whole of what is shortly called so
# On which basis earnings are, of which debt is told as a multiple.
BASIS_OF_EARNED = r"(?:adjusted|underlying|core|operating|recurring)"
SPELLED_EBITDA = (
    r"[Ee]arnings before interest,? (?:and )?tax(?:es|ation)?,? depreciation,?"
    r" (?:and|&) amorti[sz]ation"
)

# A word of a phrase, and a name of several, for patterns.
SMALL_WORD = "[a-z][a-z-]*"
A_NAME = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|and|of|the|de|&))*(?<! and)(?<! of)(?<! the)"
# What is said of a metric in one clause, for patterns: sales rose 5%; and what comes and goes.
MOVED = (
    r"(?:fell|rose|grew|sank|slid|shrank|dropped|climbed|slipped|jumped|declined|increased|dipped"
    r"|decreased|edged|gained|surged|doubled|tripled)"
)
FLOWS = r"(?:sales|revenues?|turnover|orders|volumes|bookings|profits?|deliveries|shipments)"
