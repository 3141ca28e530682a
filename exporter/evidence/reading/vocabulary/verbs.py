"""English verbs: what is done behind a number is no noun that it counts."""

# Past tenses that do not end in -ed, of which no noun has the form.
PAST = frozenset(
    (
        "arose ate awoke became began bent bled blew bore bought bred broke brought built burnt "
        "came caught chose clung crept dealt did drank drew drove dug fed fell felt fled flew "
        "flung forbade forecast foresaw forgave forgot fought found froze gave got grew had heard "
        "held hid hung kept knew laid lay leapt learnt led left lent lost made meant met "
        "misread mistook outgrew overcame oversaw overtook paid ran rang rebuilt rose said sang "
        "sank sat saw sent shone shook shot shrank shut slept slid sold sought spent spoke "
        "sprang spread stole stood stuck struck swam swept swore swung taught threw took "
        "thought told tore undertook understood underwent upheld went withdrew withheld withstood "
        "woke won wore wrote"
    ).split()
)
PARTICIPLES = frozenset(
    (
        "arisen beaten begun blown borne broken chosen done drawn driven eaten fallen flown "
        "forgotten frozen given gone grown hidden known lain mistaken overtaken ridden risen run "
        "seen set shaken shown shrunk spoken stolen struck sunk sworn swum taken thrown torn "
        "undertaken undergone withdrawn woken worn written sold built bought made kept held lost "
        "left paid sent spent let cut put shut hit hurt"
    ).split()
)
# Forms of the present that follow a plural or a number that stands alone.
PRESENT = frozenset(
    (
        "come go stand stay remain belong lie sit fail seem appear become begin keep hold carry "
        "contain include involve require need want expect plan intend use own pay earn lose sell "
        "buy make take give get have do see say know think believe agree live work operate run "
        "serve face await lack meet miss pass reach exceed enter leave join open close fall rise "
        "grow decline drop shrink die survive occur happen exist arrive depart call ask offer "
        "accept reject decline oppose support vote claim report cite prefer consider continue "
        "change move retire resign quit apply qualify attend graduate respond object "
        "decide recover relapse commute rent travel return"
    ).split()
)
AUXILIARIES = frozenset(
    (
        "is are was were be been being has have had do does did will would shall should can could "
        "may might must ought won't can't isn't aren't wasn't weren't"
    ).split()
)
# Of the third person.
SINGULAR = frozenset(
    (
        "acquires adds averages belongs borrows brings builds burns buys carries closes comes "
        "compares contains contributes controls costs covers donates earns employs equals "
        "exceeds expects fills generates gets gives goes grows handles has hires holds hosts "
        "houses includes invests keeps launches leaves lends licenses lies loses lowers makes "
        "manages means moves needs offers opens operates owns packs pays plans posts produces "
        "publishes raises reaches recycles remains represents requires runs saves says seeks sees "
        "sells serves sheds sits spends stands stays supervises supplies supports takes equates "
        "teaches tracks trains treats trims uses wants wins implies suggests seems undercuts"
    ).split()
)
VERBS = PAST | PARTICIPLES | AUXILIARIES | SINGULAR | frozenset("up down to versus than".split())
# Verbs with a particle that have what they count as their object.
PHRASAL = frozenset(
    (verb, particle)
    for particle, verbs in (
        ("go", "let lets"),
        ("off", "laid lays sold sells wrote writes paid pays spun closed"),
        ("on", "took takes put puts"),
        ("in", "brought brings took takes called handed"),
        ("out", "handed hands rolled rolls gave gives sent sends carried bought"),
        ("up", "signed signs set sets took takes bought buys gave gives opened picked put"),
        ("down", "shut shuts closed closes took tore turned turns voted struck"),
        ("over", "took takes"),
        ("away", "gave gives"),
    )
    for verb in verbs.split()
)
# What these say is said of their subject: orders rose 3 million, and reached 410 million.
OF_ITSELF = frozenset(
    (
        "rose rises fell falls grew grows increased increases decreased decreases declined "
        "declines dropped drops climbed climbs jumped jumps surged gained gains added adds slid "
        "slipped "
        "shrank swelled soared tumbled plunged rebounded reached reaches hit hits topped tops "
        "exceeded exceeds passed surpassed approached totalled totaled totals numbered numbers "
        "averaged averages was were is are became stood stands remained came equalled equaled "
        "amounted crossed doubled tripled halved ended finished closed dipped edged recovered "
        "improved widened narrowed touched peaked bottomed stayed started began opened neared"
    ).split()
)
