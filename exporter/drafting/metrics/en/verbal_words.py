"""English words that look like verbs, and are often nouns or say of what kind a noun is."""

# Participles that say of what kind a noun behind them is: adjusted profit, installed capacity.
OF_A_KIND = frozenset(
    "adjusted diluted weighted installed listed managed unadjusted combined blended fixed "
    "unlisted branded refined finished used completed contracted secured unsecured leased owned "
    "non-performing restricted deferred proposed related advanced connected electrified retired "
    "estimated expected projected planned reported recurring operating rated targeted "
    "annualised annualized risk-weighted outstanding assisted refined normalized normalised "
    "weather-normalized weather-normalised weather-adjusted unbilled unearned unamortized "
    "unrecognized".split()
)
NOUNS_TOO = frozenset(
    "rise rises increase increases gain gains drop drops decline declines fall falls jump climb "
    "surge slump dip plunge cut cuts growth sales costs cost price prices value values offer "
    "offers plan plans orders order shares share visits visit loss losses target targets forecast "
    "forecasts estimate estimates issue use uses record records run runs range ranges number "
    "numbers total average peak contract contracts lease charge charges fine fines grant grants "
    "amount amounts wins set close open trade export exports import imports return returns spread "
    "hike boost lift "
    "advance slide report reports spending saving savings lending funding recovery yield top hit "
    "ship ships rebound rally shift move change supply supplies support award awards process test "
    "pledge commitment put hold work end finish start sum interest book settlement swing "
    "estimates houses lists trains hosts matches results guide guides touch read books leaves "
    "names pay power back lead leads buy sell show shows reach note notes post posts".split()
)
# Trades and things that end as participles do: food 2.3, clothing 1.04.
ACTIVITIES = frozenset(
    "clothing housing lending banking packaging advertising catering gaming trading shipping "
    "mining engineering licensing building manufacturing marketing financing leasing printing "
    "publishing farming fishing hosting training consulting bedding lighting streaming".split()
)
