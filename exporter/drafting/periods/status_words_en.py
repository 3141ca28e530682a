"""English words that say of a figure that it is planned, expected, estimated or claimed."""

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.periods.status_patterns import StatusWords
from exporter.drafting.periods.status_patterns import any_of as _any

_OTHERS_EN = (
    r"\b(?:(?:sell-side |equity |market |industry |street )?analysts?|brokers?"
    r"|brokerages?|economists?"
    r"|consensus|wall street|forecasters?|strategists?|researchers?|market research"
    r"|the (?:imf|oecd|iea|eia|world bank|opec|fed|ecb)|imf|oecd|iea|eia|idc"
    r"|gartner|canalys|counterpoint"
    r"|trendforce|bloombergnef|factset|refinitiv|lseg|visible alpha|mckinsey"
    r"|forrester|wood mackenzie|rystad"
    r"|omdia|dealogic|statista|iqvia|emarketer|frost & sullivan|goldman sachs"
    r"|morgan stanley|jpmorgan"
    r"|jefferies|bernstein|barclays|citi|citigroup|ubs|hsbc|nomura|deutsche bank|credit suisse|bofa"
    r"|bank of america|cicc|research firms?|consultancy|consultants?|third parties"
    r"|observers|experts"
    r"|(?:industry|market|external|outside|independent) (?:estimates?|forecasts?))\b"
)
# Is not expected to exceed, should not be more than: the bound is what is expected.
_BOUNDED = (
    r"(?:exceed|surpass|top|fall below"
    r"|(?:be|go|rise|come) (?:more|less|higher|lower|above|below|over))\b"
)
STATUS_EN = StatusWords(
    cut=_any(
        r";",
        r"(?<!\d)\.(?!\d)",
        r",? (?:while|whereas|although|though|but)\b",
        r",? and (?=(?:it|he|she|they|the \w+|its \w+|net|profit|revenue"
        r"|sales)\b[^,;]{0,30}\b(?:was|were|rose|fell|grew|had|will|expects?|plans?"
        r"|aims?|is|are|has|have|made|sold|earned|lost|reported)\b)",
        # Cost us £1.8 million in 2025 |and we expect a similar impact
        r",? and (?=(?:we|it|they) (?:now |still |also )?(?:expect|anticipate|forecast|plan)s?\b)",
        r",(?= (?:(?:up|down) from|above|below|beating|topping|missing|compared|versus|against"
        r"|after|following|ahead of|short of|from)\b)",
        r",(?= (?:and )?(?:will|plans?|expects?|aims?|targets?)\b)",
        r",(?= (?:said|says|told|announced)\b)",
        r"\b(?=(?:after|having|following) (?:a |an |its )?\w+(?:ing|ed)\b)",
    ),
    once=_any(
        r"\b(?:had|has|have|was|were|been|previously|originally|initially|once|earlier"
        r"|already)(?: (?:been|previously|originally|initially|once|earlier|not|long"
        r"|also))*"
        r" (?:expected|planned|intended|targeted|aimed|forecast|projected|anticipated"
        r"|estimated|hoped|budgeted|scheduled|slated)(?: (?:to|for|that|at"
        r"|by))?(?! (?:to )?(?:\w+ ){0,4}(?:by|in) 20)",
        r"\b(?:as|than|more than|less than|better than|worse than|below|above|like"
        r"|faster than|sooner than|lower than|higher than|bigger than)"
        r"[- ](?:it |we |they |was |had |is )*(?:expected|planned|anticipated|forecast"
        r"|targeted|scheduled|projected|feared|hoped)\b",
        r"\b(?:better|worse|larger|smaller|higher|lower|bigger)[- ]than[- ]expected\b",
        r"\b(?:no longer|not|never|won't|doesn't|does not|do not"
        r"|did not) (?:be )?(?:expected|expects?|plans?|planned|planning|intends?)\b"
        rf"(?! (?:\w+ ){{0,3}}to {_BOUNDED})",
        r"\b(?:planned|expected|estimated|projected) (?:useful|economic) (?:life|lives)\b",
        r"\b(?:pension|savings|retirement|401\(k\)|incentive|benefit|stock|equity"
        r"|health|data|subscription|pricing|service|payment|purchase) plans?\b",
        r"\btarget (?:customers?|audience|market|group|price|company|business)s?\b",
        r"\bat will\b|\bgood ?will\b|\bshall\b(?= have the meaning)",
    ),
    compared=_any(
        r"\b(?:above|below|beat(?:ing|s)?|top(?:ping|ped|s)?|exceed(?:ing|ed|s)?"
        r"|miss(?:ing|ed|es)?|ahead of|short of|than|against|compared (?:with|to)"
        r"|versus|vs\.?|surpass(?:ing|ed)?|in line with|under)"
        r" (?:the |its |an? |average |market |mean |median |previous |earlier |own "
        r"|our |(?:analysts?|analyst|wall street|street|consensus|bloomberg|company"
        r"|management|factset|refinitiv|lseg)(?:['’]s?)? ?|(?:\w+['’]s? ))*"
        r"(?:expectations?|estimates?|forecasts?|guidance|consensus|projections?"
        r"|outlook|expected|forecast|range|(?<!price )targets?)"
        r"(?: \w+){0,6} (?:of|for|at|by|that)?[^,;]{0,40}$",
        r"\b(?:analysts?|economists?|wall street|the (?:street|market)) (?:(?:polled|surveyed"
        r"|tracked|at|from|with|who)\b[^,;.]{1,40}? )?(?:had "
        r"|was |were |been |on average )*(?:looked for|looking for|hoping for|pencill?ed in"
        r"|expected|forecast|predicted|estimated|anticipated"
        r"|projected)\b[^,;]{0,40}"
        r"(?:\b(?:on|and) (?:\w+ ){0,2}(?:revenues?|sales|profits?|income|earnings)[^,;]{0,20})?$",
    ),
    planned=_any(
        r"\b(?:will|shall|won['’]t|['’]ll|prepar(?:es|ing) to|looking to|ready to|in talks to"
        r"|going to|about to|intends?|intending"
        r"|plan to|plans(?! (?:are|were|is|with|have|that|which|and|or|of|can)\b)"
        r"|planning|planned"
        r"|aims?|aiming|said (?:\w+ ){0,4}aimed (?:for|to|at)"
        r"|(?:is|are|was|were) (?:now |also )?(?:hiring|recruiting)|seeks? to|hopes?"
        r"|hoping|targets?|targeting|targeted|goals?|ambitions?|objectives?|commit(?:s"
        r"|ted)? to (?:\w+ ){0,3}(?:by|in|over|a|\$|€|£|up|invest|reduc|cut|spend|buy)"
        r"|pledge[sd]?|vow(?:s|ed)|promise[sd]?"
        r"|is set to|are set to|due to (?:open|start|begin|be|launch|close|come|enter"
        r"|go|complete|finish|deliver|reach|rise)|scheduled|slated|proposes?|proposed"
        r"|considering|weighing|wants? to|budget(?:s|ed)? (?:for|of|\$)"
        r"|on track (?:to|for)|poised to|agreed to (?:buy|acquire|sell|invest|pay"
        r"|purchase|supply|build)|is to|are to|would|could|(?-i:may)|might|to be (?:built"
        r"|opened|launched|completed|delivered|paid|invested|spent))\b",
    ),
    expected=_any(
        r"\b(?:expects?|expecting|expected|anticipates?|anticipated|anticipating"
        r"|forecasts?|forecasting|forecasted|projects(?= (?:that|its|revenue|sales"
        r"|growth|a|an|full|to|net|adjusted|capital|the|earnings|annual|about|between"
        r"|\$|€|£|\d))"
        r"|projected|projecting|projections?|predicts?|predicted|predicting|guid(?:es"
        r"|ed|ing)(?= (?:to|for|toward|at|range|revenue|sales))|guidance|outlook|guided"
        # estimated that tariffs cost it |$6 million|: what has happened
        r"|estimates?|estimating|estimated(?! that (?:(?!\b(?:would|will|could|may|might)\b)"
        r"[^,;.]){1,60} cost (?:it|us|them) )"
        r"|sees(?= (?:\w+ ){0,6}(?:of|at|to|growth|between|rising|falling|up|revenue"
        r"|sales|profit))|(?:is|are) (?:now |still )?seen|is likely|are likely|likely to"
        r"|(?-i:should) (?:still |also |now |then )?(?!be (?:noted|read|seen)|not\b|have\b)[a-z]+"
        rf"|should not {_BOUNDED}"
        r"|(?:looks|looking) (?:for|to)(?= (?:[\w-]+ ){0,6}(?:of|at|[$€£¥\d]))"
        r"|warn(?:s|ed|ing) of (?:an? )?(?:further|another|additional|extra|more)"
        r"|expectations?|(?-i:(?:He|She|It|They) models?)(?= )|modell?ing|assumes?|assuming"
        r"|reckons? on|(?:year|quarter|half|20\d\d)(?: alone)?,? (?:[\w-]+ ){1,5}(?:is|are) put at"
        r"|pencill?(?:s|ed) in"
        r"|analysts see|(?:now|we|they|I|still) sees?(?= (?:[\w-]+ ){0,8}(?:of|at|between))"
        rf"|unlikely to {_BOUNDED}|sees(?= [A-Z]))\b",
    ),
    behind=_any(
        r"(?:(?! and )[^,;.]){0,45}? (?:is|are|was|were) (?:now |still |also "
        r"|currently )?(?:expected|planned|projected|forecast|targeted|scheduled"
        r"|estimated|anticipated)\b(?! (?:in|at|by) )",
        r"(?:(?! and )[^,;.]){0,25}? should (?:still |also )?(?!have\b|not\b)[a-z]+\b",
        r"(?:(?! and )[^,;.]){0,40}? will (?:be|open|come|follow|go|start|join|flow"
        r"|enter|take|create|have)\b",
        r"(?:(?! and )[^,;.]){0,40}? (?:is|are) (?:now |still |also |all )?(?:due|set|scheduled"
        r"|slated|on track|about) to (?:open|start|begin|be|launch|close|come|enter|go|complete"
        r"|finish|deliver|reach|follow|join|arrive|leave|move|take|double)\b",
        r"(?: (?:an?|per) (?:\w+ )?share)? (?:has been |is |was )?proposed\b",
        r"(?:(?! and )[^,;.]){0,25}? (?:planned|expected|to come|to follow|due) (?:by"
        r"|for|in|next|later|over)\b",
        r"(?:[^,;.]|[.,](?=\d)){0,50}?\bawait(?:s|ing) [^,;.]{0,30}approval\b",
        r",? (?:it|the company|management|analysts?|(?-i:[A-Z]\w+)) (?:expects?|forecasts?"
        r"|predicts?|projects|estimates?|plans)\b",
        r"(?:(?! and )[^,;.]){0,30}?, (?:due |set |scheduled )?to (?:begin|start|run|open"
        r"|be completed|be paid)\b",
        r",? (?:that |which )?(?:the )?(?:[A-Z]\w+ )?(?:analysts?|economists?|brokers?"
        r"|wall street|the street)\b[^,;.]{0,40}?"
        r" (?:expected|forecast|pencill?ed in|looked for|(?:were |had been )?looking for"
        r"|predicted|estimated|anticipated)\b",
        r"(?: (?!and |in )[a-z-]+){0,3} (?:(?:that|which) |(?=the market had ))(?:the )?(?:\w+ )?"
        r"(?:analysts?|economists?"
        r"|brokers?|wall street|street|city|market|investors) (?:had |have |has )?(?:been )?"
        r"(?:expect|forecast|predict|estimat|anticipat|project|look|pencil)\w*",
        r"(?: (?!and |in )[a-z-]+){0,2} (?:expected|forecast|predicted|estimated|anticipated"
        r"|projected) (?:on average )?by (?:the )?(?:\w+ )?(?:analysts?|economists?|brokers?"
        r"|wall street|the street|the market)\b",
    ),
    reached=_any(
        r"\b(?:achieved|met|reached|hit|exceeded|beat|surpassed|missed"
        r"|completed) (?:its|the|their|our|that) (?:\w+ ){0,3}(?:target|goal|plan"
        r"|guidance|forecast)s?\b",
    ),
    others=_any(
        r"\bour (?:[\w-]+ ){0,5}(?:estimates?|forecasts?)\b",
        _OTHERS_EN
        + r"[^;]{0,60}?\b(?:hop(?:ed|ing) for|expect|forecast|estimat|predict|project|see"
        r"|anticipat|put"
        r"|reckon|consensus|polled|model|pencil|look)\w*",
        r"\b(?:is|are) (?:widely )?(?:expected|forecast|tipped) to (?:post|report|announce|show"
        r"|unveil)\b",
        r"\b(?:expected|forecast|estimated|predicted|projected|anticipated|estimates?"
        r"|forecasts?|projections?|data|according to)(?: \w+){0,4} (?:by|from|of"
        r"|to) (?:the )?(?:\w+ ){0,2}" + _OTHERS_EN,
        r"\baccording to [^,;]{0,60}?(?:analysts?|estimates?|forecasts?|consensus)\b",
        r"\b(?:analysts?|consensus|market|street|wall street)['’]?s? (?:average |mean "
        r"|median )?(?:expectations?|estimates?|forecasts?|consensus)\b",
        r"\bthe market (?:had |has |was |is |been |on average )*(?:expect|forecast|look|predict"
        r"|anticipat|hop|pencil)\w*",
        r"\b(?:average|mean|median) (?:\w+ )?(?:expectation|estimate|forecast)s?\b",
        r"\bthe market (?:is|was|will|size|for|could|(?-i:may)|would)?[^;]{0,40}?\b(?:is "
        r"|was )?(?:expected|forecast|projected|estimated|predicted) to\b",
        # a market that we estimate grew by |4%|: nobody's plan, whoever tells it
        r"\bmarket (?:that |which )?(?:we|it|they|management|[A-Z]\w+|the [a-z]+) (?:estimates?"
        r"|reckons?|believes?|thinks?) (?:has |have )?(?:grew|grown|rose|risen|fell|fallen|shrank"
        r"|shrunk|declined|expanded|contracted|increased)\b",
        r"\bit is estimated\b|\b(?:an )?estimated (?=[$€£¥\d])|\bconsensus\b",
    ),
    guidance=_any(
        r"\b(?:guidance|outlook|guided (?=[a-z]+ (?:of|range))"
        r"|guid(?:es|ed|ing)(?= (?:to|for|toward|at|range|revenue"
        r"|sales))|full-year forecast|its forecast"
        r"|profit forecast|revenue forecast|sales forecast)\b",
    ),
    results=_any(
        r"\b(?:revenues?|net sales|sales|earnings|ebitda?|ebita|profits?|profitability"
        r"|income|eps|margins?|cash flow|loss(?:es)?|growth|capital expenditures?"
        r"|capex|operating expenses|opex|tax rate|deliveries|production|shipments"
        r"|per (?:diluted )?share|comparable|same-store|bookings|billings"
        r"|costs?|net debt|leverage|capital spending|completions|reservations|sales rates?"
        r"|passenger numbers|footfall|throughput"
        r"|net interest income|loan growth|output|volumes?|turnover"
        r"|premiums?|ebit|assets under (?:management|administration)|inflows|outflows"
        r"|order intake|net cash|returns? on (?:equity|capital|assets)|impairments?"
        r"|(?:operating|combined|expense|loss|efficiency|coverage|payout"
        r"|cost[- ]to[- ]income) ratios?|occupancy|results?)\b",
    ),
    claimed=_any(
        r"\b(?:is|are|was|were) (?:said|reported|rumou?red|believed|thought|understood"
        r"|alleged|reputed|claimed) to\b",
        r"\b(?:reportedly|allegedly|purportedly|supposedly"
        r"|(?:it|he|she|they|which|who|company|group|firm|maker|(?-i:[A-Z]\w+)) claims(?= (?:to"
        r"|that|it|its|an?|the|over"
        r"|more(?! than (?:doubled|tripled|halved|quadrupled))|about|\d))"
        r"|claim(?:ed|ing) (?=to|that|it|an?\b)"
        r"|alleges?|alleged|boasts? of having|unconfirmed|rumou?rs?|sources? (?:said"
        r"|say|told)|people familiar|so-called|bills itself)\b",
    ),
    claimed_behind=_any(
        # 40,000 customers, Orlo claims; not: as Motor claims rose, reflecting fewer claims
        r"[^;.]{0,60}?(?:,? (?:it|he|she|the company)|, (?-i:[A-Z]\w+)) claim(?:s|ed)\b"
        r"|[^;.]{0,80}?,? (?:according to (?:people familiar|sources|unconfirmed"
        r"|media reports|a person)|people familiar with|reportedly|sources said)\b",
    ),
    aim=_any(
        r"\bto \w+ (?:[^,;]*)$",
        r"\b(?:by|until|target|goal|budget|plan|next year|due|maturing|approved|authori[sz]ed)\b",
    ),
    base=_any(rf"\b(?:from|(?<!more )(?<!less )(?<!fewer )than) {ABOUT}[A-Z]{{0,3}}[$€£¥]?$"),
    done=_any(
        r"\bto (?:start|begin|open|launch|build|create|hire|invest|complete|close"
        r"|acquire|install"
        # Wage inflation is expected to add | £6m to costs: a result, and nothing to be done
        r"|add(?! [^,;]{1,24} to (?:(?:our|its|the|group|full-year|annual|operating) )*(?:costs?"
        r"|expenses|revenues?|sales|turnover|profits?|earnings|margins?|ebitda)\b)"
        r"|deliver|employ|recruit|cut|shut|repurchase|pay|issue|raise|spend)\b"
    ),
    direct=_any(
        r"\b(?:expects?|forecasts?|anticipates?|predicts?|projects|estimates?)"
        rf" {about_or('between')}[A-Z]{{0,3}}[$€£¥]?$"
    ),
    supposed=_any(r"\b(?:would|could|might|(?-i:may))\b"),
)
