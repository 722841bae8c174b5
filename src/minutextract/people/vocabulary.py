"""Words around names: titles, letters after names, posts, bodies, groups, and acronyms that look like people."""

from __future__ import annotations

HONORIFICS = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron hon honourable rt rev revd "
        "reverend fr father canon cllr cllrs councillor councillors cr cpt capt captain col colonel major sgt "
        "sergeant insp supt dci pc pcso wpc constable inspector superintendent judge justice messrs provost bailie ald "
        "alderman minister"
    ).split()
)
# Titles of more than one word, and words that are a title only in front of a name.
TITLE_PHRASES = (
    "the rt hon",
    "rt hon",
    "the hon",
    "chief constable",
    "chief inspector",
    "chief superintendent",
    "ch insp",
    "ch supt",
    "det insp",
    "det sgt",
    "community councillor",
    "county councillor",
    "district councillor",
    "borough councillor",
    "parish councillor",
    "the revd",
    "the rev",
)
POSTNOMINALS = frozenset(
    (
        "mp msp ms mep mla cbe obe mbe kbe dbe qpm qc kc phd frs frsa fca frcs frcp bem jp dl ma msc bsc ba esq "
        "jr sr iii cc am"
    ).split()
)
PARTICLES = frozenset(
    (
        "de del della ap ab ferch der den di da das do dos du la le van von ter ten af al el bin ibn ben zu zur "
        "y e mac st"
    ).split()
)

POST_WORDS = frozenset(
    (
        "chair chairman chairwoman chairperson co-chair cochair vice-chair vice deputy president secretary "
        "treasurer clerk director manager officer head teacher headteacher head-teacher convener convenor "
        "coordinator co-ordinator leader executive ceo cto cfo coo commissioner inspector adviser advisor "
        "assistant administrator editor registrar principal governor trustee member representative rep moderator "
        "minutes minute-taker minute scribe host engineer lead chief professor warden planner analyst developer "
        "facilitator observer guest visitor counsel solicitor ranger accountant minuting chairing minute-secretary "
        "consultant tempore vp scientist lecturer librarian vicar rector pastor architect researcher"
    ).split()
)
BODY_WORDS = frozenset(
    (
        "council association office department university college school trust committee company ltd limited plc "
        "inc llc gmbh institute institution society foundation centre center division directorate agency "
        "authority board group team network federation police nhs service services ministry bureau union academy "
        "alliance partnership consortium corporation laboratory labs lab hospital church parish bank charity "
        "commission confederation club forum unit panel library libraries museum press news research systems "
        "software technologies bbc ofsted"
    ).split()
)
GROUP_WORDS = frozenset(
    (
        "all everyone everybody members member trustees councillors committee board group team council staff "
        "officers officials attendees participants volunteers exec executive delegates governors colleagues "
        "partners parents residents developers institutes institutions editors maintainers representatives chairs "
        "directors managers students teachers porters nurses farmers crew helpers organisers contributors "
        "reviewers speakers sponsors donors cleaners drivers neighbours friends authors presenters supporters "
        "hosts others public press observers guests obs"
    ).split()
)
# Offices that one person of the meeting holds: "the Clerk" stands for that person.
OFFICES = frozenset(
    (
        "chair chairman chairwoman chairperson vice-chair vice-chairman secretary treasurer clerk president "
        "convener convenor moderator headteacher vice-president"
    ).split()
)
# What one person of a body can be called by, if the list gives just this as somebody's post.
POSITIONS = frozenset(
    "director principal headmaster headmistress bursar warden registrar curator administrator manager".split()
)

# Words in capitals that stand for things. A list that names a person with these letters makes them ambiguous,
# and then only the grammar around them ("IT to write", "MC and IT") makes them a person.
ACRONYMS = frozenset(
    (
        "AI AM AOB AOCB API AWS BBC BT CAD CD CEO CFO CI CIC COO CPD CPU CSV CTO CV DB DC DIY DNS DOI DONM DVD EC "
        "EU FAQ FOI FTE GB GDPR GIS GP GPS GPU HMRC HQ HR HTML HTTP IBM ICT ID IP ISO IT JSON KPI LA LED LLC LTD "
        "MA ML MP MS NA NB NDA NGO NHS NI NLP NY OK OS PA PC PDF PE PHD PM PO PPE PR PS PTA QA RA RAM RE RFC RFP "
        "RSVP SC SDK SEN SEND SLA SOP SQL SSL TBA TBC TBD TC TCP TLS TV UI UK UN URL US USA UX VAT VP VPN WC WG "
        "WP XML ACTION"
    ).split()
)
