"""What is done to things and with sums, by the words that name it: stores opened, spending on."""

# What is done to things that are counted, with the participle that names it.
HAVING = frozenset(
    "has have had having operates operate operated operating own owns owned owning run runs ran "
    "running count counts counted manages managed manage managing include includes included "
    "total totals totalled totaled number numbers numbered reach reaches reached reaching is are "
    "was were be been there with of to at exceed exceeds exceeded hit hits top tops topped "
    "surpass surpassed pass passed boasts boast comprises comprise comprised maintains holds held "
    "hold contains offers offer offering spans span features feature from across by in for on "
    "between and than remain remained than on averaged averages stood ended end cross crossed "
    "among involving include keeps kept carries carried around all over under into making "
    "bringing brings brought takes taking required needs require requires gives giving gave "
    "leaving taken comes came come out find finds found cites cited lists listed became become "
    "approached mean means meant cost costs spell spells involves wait waits".split()
)
DONE = {
    "represents": "represented", "represent": "represented", "complete": "completed",
    "completes": "completed",
    "open": "opened", "opens": "opened", "opening": "opened", "sell": "sold", "sells": "sold",
    "selling": "sold", "build": "built", "builds": "built", "building": "built", "cut": "cut",
    "cuts": "cut", "cutting": "cut", "serves": "served", "serve": "served", "serving": "served",
    "buy": "bought", "buys": "bought", "make": "made", "makes": "made", "employs": "", "employ": "",
    "employed": "", "employing": "", "hire": "hired", "hires": "hired", "hiring": "hired",
    "ship": "shipped", "ships": "shipped", "shipping": "shipped", "won": "won", "wins": "won",
    "win": "won", "lost": "lost", "lose": "lost", "loses": "lost", "losing": "lost",
    "shed": "cut", "axe": "cut", "axed": "cut", "shut": "closed", "shutting": "closed",
    "close": "closed", "closes": "closed", "closing": "closed", "drew": "attracted",
    "draws": "attracted", "flew": "flown", "carries": "carried", "carried": "carried",
    "produces": "produced", "produce": "produced", "took": "taken", "led": "led",
    "moved": "moved", "move": "moved", "let": "let", "bought": "bought", "built": "built", "sold":
        "sold", "made": "made",
    "sent": "sent", "taught": "taught", "trains": "trained", "gained": "added", "gain": "added",
    "gains": "added", "adds": "added", "add": "added", "adding": "added", "grew": "grown",
    "gave": "given", "spent": "spent", "read": "read", "reads": "read", "put": "put",
    "handles": "handled", "handle": "handled", "treats": "treated", "hosts": "hosted",
    "houses": "housed", "covers": "covered", "cover": "covered", "creates": "created",
    "create": "created", "creating": "created", "launch": "launched", "attracts": "attracted",
    "recruit": "recruited", "enrol": "enrolled", "enroll": "enrolled", "deliver": "delivered",
    "delivers": "delivered", "lay": "laid off", "laid": "laid off", "recalls": "recalled",
    "recall": "recalled", "visit": "visited", "install": "installed", "supply": "supplied",
    "supplies": "supplied", "order": "ordered", "process": "processed", "processes": "processed",
    "saves": "saved", "save": "saved", "export": "exported", "exports": "exported",
    "import": "imported", "uses": "used", "use": "used", "tested": "tested", "support": "supported",
    "supports": "supported", "reaching": "", "connects": "connected", "connect": "connected",
}  # fmt: skip
BEEN_DONE = frozenset(DONE.values())
# What money is done with: the name, with what it is for where `{}` stands; what follows the prep.
SPENT = {
    "invest": ("Investment", "in", "into"), "spend": ("Spending", "on", ""),
    "raise": ("Funds raised", "", ""), "pay": ("Payment", "for", "to"),
    "earn": ("Earnings", "", ""), "lose": ("Loss", "", ""), "borrow": ("Borrowings", "", ""),
    "repay": ("Debt repaid", "", ""), "return": ("Returned", "to", ""),
    "save": ("Savings", "in", "on"), "allocate": ("Allocation", "to", "for"),
    "earmark": ("Allocation", "for", "to"), "commit": ("Commitment", "to", ""),
    "pledge": ("Pledge", "to", ""), "receive": ("Proceeds", "from", ""),
    "generate": ("Revenue generated", "", ""), "lend": ("Lending", "to", ""),
    "donate": ("Donation", "to", ""), "cost": ("Cost", "of", ""), "fine": ("Fine", "", ""),
    "secure": ("Funding secured", "", ""), "set": ("Provision", "for", ""),
    "inject": ("Capital injection", "into", "in"), "write": ("Write-down", "on", "of"),
    "take": ("Sales", "", ""), "rake": ("Sales", "", ""), "grossed": ("Sales", "", ""),
    "fetch": ("Sale price", "", ""), "sell": ("Sale price", "", ""),
    "buy": ("Purchase price", "", ""),
    "acquire": ("Purchase price", "", ""), "owe": ("Debt", "to", ""), "make": ("Earnings", "", ""),
    "charge": ("Price", "for", ""), "collect": ("Collections", "", ""), "settle": ("Settlement",
    "with", ""),
    "award": ("Award", "to", "for"), "grant": ("Grant", "to", "for"), "price": ("Price", "", ""),
    "put": ("Investment", "into", "towards"), "value": ("Valuation", "", ""),
    "plough": ("Investment", "into", "in"),
    "pour": ("Investment", "into", "in"), "funnel": ("Investment", "into", ""),
    "netted": ("Proceeds", "from", ""), "bring": ("Proceeds", "from", ""), "book": ("Charge", "for",
    "on"),
    "issue": ("Issue size", "", ""), "worth": ("Value", "", ""), "save.": ("Savings", "", ""),
}  # fmt: skip
FORMS = {
    "spent": "spend", "spends": "spend", "spending": "spend", "paid": "pay", "pays": "pay",
    "paying": "pay", "lost": "lose", "loses": "lose", "losing": "lose", "lent": "lend",
    "lends": "lend", "sold": "sell", "sells": "sell", "bought": "buy", "buys": "buy",
    "made": "make", "makes": "make", "wrote": "write", "written": "write", "writing": "write",
    "raising": "raise", "took": "take", "taking": "take", "takes": "take",
    "brought": "bring", "brings": "bring", "costs": "cost", "costing": "cost",
    "prepaid": "repay", "fetches": "fetch", "setting": "set", "sets": "set", "owes": "owe",
    "repaid": "repay",
    "investing": "invest", "committed": "commit", "committing": "commit",
}  # fmt: skip


def verb_of(word: str) -> str:
    """The bare form of a verb in SPENT; the word itself where it is none."""
    if word in SPENT:
        return word
    if word in FORMS:
        return FORMS[word]
    for end, new in (("ed", ""), ("ed", "e"), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(end) and word[: -len(end)] + new in SPENT:
            return word[: -len(end)] + new
    return word
