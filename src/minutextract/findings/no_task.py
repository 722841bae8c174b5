"""Sentences that tell how things stand, what may come of them or what will not be done, and put a task on nobody."""

from __future__ import annotations

import re

from minutextract.findings.modals import OWN_WISH

# With one of these, a sentence may yet tell what somebody is to do.
_NO_OTHER = (
    r"(?!.*\b(?:will|shall|should|must|needs?|please|to\s+be|still|agreed|decided|resolved|asks?|asked|tasked|"
    r"delegated|actions?|actioned|assigned|request(?:s|ed)?|requires?|instructed|invited|volunteered|once)\b)"
)
_THING = r"(?:there|it|this|that|these|those|the|some|any|an?|one)\b"
_BE = (
    r"(?:be|take|arrive|start|begin|open|cost|come|increase|continue|last|remain|have|happen|receive|return|grow|go|"
    r"become|occur)"
)
# What nobody will do, whoever else is named.
_DENIALS = (
    # "Neither the Guild nor the Mill will pay", "Nobody will be there"
    r"^\W*(?:neither\b[^.;]{2,60}\bnor\b|(?:no-?\s?one|nobody|none\s+of)\b)(?!.*(?:,\s*(?:so|and)|\b(?:volunteered|offered|wanted|came))\b)(?!.*\basked\b)",
    # "The barn will not open": one clause, and nothing else to be done in it
    r"^(?!\W*(?:ensure|make|check|confirm|tell|let|remember|remind)\b)(?!.*(?:\b(?:but|and|so|until|should|must|needs?|agreed|asked|please)\b|[,–—]))[^.;:]{2,60}\s"
    r"(?:will\s+not|won[’']t|would\s+not|will\s+no\s+longer)\b",
)
_SHAPES = (
    # "There may be frost", "That could be dear"
    rf"^{_NO_OTHER}\W*{_THING}[^.;:,]{{0,50}}\s(?:may|might)\b(?!.*\s(?-i:[A-Z]\w+)\s+to\b)",
    rf"^{_NO_OTHER}(?!.*\bgreat\b)\W*{_THING}[^.;:,]{{0,50}}\scould\b",
    # "The bell can be rung from below"
    rf"^{_NO_OTHER}\W*{_THING}[^.;:,]{{1,60}}\bcan\s+(?:also\s+|then\s+|now\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|ne|nt|wn|ut|lt)\b(?!\s+when\b)",
    # "Frost is expected to last"
    rf"\b(?:is|are)\s+(?:likely|expected|hoped|anticipated)\s+to\s+{_BE}\b(?!.*\b(?:should|must|please|needs?)\b)",
    # A report in the notes of one who gave it: "Looking into slates"
    r"^(?!.*\b(?:will(?!\s+try)|should|must|needs?|please)\b)(?-i:\W*(?:Looking\s+(?:at|into|to)|Hoping\s+(?:to|for)|Considering|"
    r"Thinking\s+(?:about|of)|Exploring|Debating|Discussing)\s)(?!.*\bbut\s+working\b)",
    # "The slates have been paid for"
    rf"^{_NO_OTHER}(?!.*\bto\b)[^.;:]{{3,80}}\b(?:has|have)\s+(?:now\s+|already\s+|also\s+)?been\s+\w+(?:ed|en|ne|nt|wn|ld)\b",
    # "The roof was mended, so the hall will be let"
    r"^[^.;:,]{3,50}\s(?:created|made|fixed|merged|opened|added|changed|moved|mended|closed|split|updated)\s[^.;]*?\bso\s+(?:that\s+)?"
    r"(?:the|it|this|that|they)\b[^.;]*\bwill\s+be\b(?!.*\b(?:and|should|must|needs?)\b)",
    # "It will mean more work"
    r"^\W*(?:this|it|that|these|those|which|the\s+\w+(?:\s+\w+)?)\s+will\s+(?:also\s+|still\s+|always\s+|now\s+|then\s+)?"
    r"(?:mean|allow|enable|cost|depend|remain|become|increase|reduce|improve|benefit|affect|cause|contain|consist|apply|result|expire)\b"
    r"(?!.*\b(?:should|must|please|needs?|to\s+be)\b)",
    r"^\W*(?:this|that|it|which)\s+(?:\w+ly\s+)?(?:entails|involves|implies)\s(?!.*\b(?:should|must|please|will|needs?)\b)",
    # What a speaker does within the meeting
    r"\bI(?:[’']ll|\s+will|\s+can|(?:[’']m|\s+am)\s+(?:gonna|going\s+to))\s+(?:just\s+|also\s+|quickly\s+){0,2}(?:echo|paste|read\s+(?:out|it)|"
    r"post\s+(?:it|this|that|(?:a|the)\s+link)(?!\s+(?:on|to)\b)|drop\s+(?:it|(?:a|the)\s+link)|share\s+my\s+screen|call\s+(?:out|one)\b|hand\s+(?:it\s+)?over|"
    r"propose\s+(?:this|that|it|the\s+above|above))\b(?!.*\bthen\b)",
    # What a piece of work takes: "Mending the roof requires a ladder"
    r"^\W*(?!(?:during|following|meeting|everything|something)\b)\w{3,}ing\s[^.;:,]{3,60}?\s(?:requires|involves)\s(?!.*\b(?:will|should|must|please|agreed)\b)",
    # What somebody asks for themselves, and what somebody will have the power to do
    r"^(?!.*\b(?:will|should|must|agreed|please|needs?)\b)[^.;:]{2,60}?(?<!\bwas)(?<!\bis)(?<!\bare)(?<!\bwere)(?<!\bbeen)(?<!\bboth)"
    rf"(?<!\balso)\s+(?:both\s+|also\s+)?asked\s+to\s+{OWN_WISH}",
    r"^(?!.*\b(?:please|must|agreed|decided|asked)\b)[^;:]{2,160}?\b(?:will|would|should|shall)\s+(?:(?:also|then|now|still)\s+)?"
    r"be\s+(?:un)?able\s+to\b(?!.*\b(?:should|must|needs?|will|to\s+be)\b)",
    # Who would like to
    rf"^{_NO_OTHER}[^.;:,]{{2,50}}(?<!\bwho)(?<!\bif)\s(?:is|are|was|were)\s+(?:also\s+)?(?:interested|keen)\s+(?:to|in|on)\b",
    # A matter of every agenda, and who leads it: "Next meeting (AB)"
    r"^\W*(?:(?:date\s+of\s+)?(?:the\s+)?next\s+(?:meeting|call)|welcome|roll\s+call|introductions?|apologies|any\s+other\s+business|AOB)\W{1,4}"
    r"[\w .,&/’'-]{1,40}[)\]]\W*$",
    # What one may do or leave
    r"^(?!.*\b(?:will|shall|should|must|please|great|sure|agreed|decided)\b)[^:;.]*\bcan\b[^.;]*\bor\b[^.;]*\bcan\b",
)
_DENIED = re.compile("|".join(f"(?:{shape})" for shape in _DENIALS), re.IGNORECASE)
_NO_TASK = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES), re.IGNORECASE)
# A thing that will be lacking, told by whoever stands behind it: "A ladder will be needed (AB)."
_LACKING = re.compile(
    r"^\W*(?:(?:an?|some|more|further|new|another|\d+)\s+)(?:[\w’'-]+\s+){1,4}(?:will|would)\s+be\s+(?:needed|required|necessary)\W*"
    r"(?:[(\[][^()\[\]]{2,40}[)\]]\W*)?$",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:^|;\s+)(?:(?!\b(?:if|who|that|whether|until)\b)[^.;:]){2,80}?\s(?:agreed|agrees|offered|offers|volunteered|is\s+happy|are\s+happy|is\s+willing|are\s+willing|will)\s+"
    r"(?:to\s+)?(?:continue\s+to\s+)?(?:(?:serve|sit)\s+(?:on|as)|take\s+(?:his|her|their)\s+place|(?:continue|remain|stand)\s+(?:as|for)|"
    r"(?:lead|chair|serve|stand)\W*$|join\s+(?:the|this|our)\s+(?:[\w’'&-]+\s+){0,4}(?:committee|group|board|council|team|panel|party))\b"
    r"(?![^.]*\b(?:and|to|will|until)\s+(?!be\b)[a-z]+\s+(?:the|a|an|all)\b)[^.;:]*\W*$",
    re.IGNORECASE,
)
# What is settled by saying so: "It was agreed to engage AB as auditor".
_APPOINTS = re.compile(
    r"\b(?:agreed|resolved|decided)\s+to\s+(?:engage|appoint|re-?appoint|elect|re-?elect|co-?opt|employ|retain|hire)\s+"
    r"(?:(?:Mrs?|Ms|Miss|Dr)\.?\s+)?(?-i:[A-Z])[^.;:,]{1,60}?\s+as\s+[^.;:,]{3,80}\W*$",
    re.IGNORECASE,
)
_TO_TELL = re.compile(r"\bto\s+(?:contact|inform|tell|write|ask|notify|arrange)\b")
# Outsiders, by the kind of body they are, as those who will act: "The fair is to be run by the Harbour Authority".
_BY_OTHERS = re.compile(
    r"\b(?:is|are|will|would)\s+(?:to\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en|ne|nt|ld|un)\s+by\s+(?P<who>(?:the\s+)?(?:[A-Z][\w’'&-]*\s+){1,4}"
    r"(?:Service|Services|Authority|Agency|Department|Company|Ltd|Limited|Trust|Police|Ministry|Government|University|Ambulance|Council|Board))\b"
)


def has_no_task(said: str) -> bool:
    """Whether words without a mark, outside lists of actions, tell of a state, a chance or what is left undone."""
    return bool(is_denied(said) or _NO_TASK.search(said) or _LACKING.match(said))


def is_denied(said: str) -> bool:
    """Whether the words only say what will not be done."""
    return bool(_DENIED.search(said))


def takes_post(said: str) -> bool:
    """Whether somebody only takes or keeps a post or a seat ("AB agreed to serve on the Bridge Committee")."""
    return bool(_POST.search(said) or (_APPOINTS.search(said) and not _TO_TELL.search(said)))


def done_by_others(said: str) -> tuple[int, int] | None:
    """Where a sentence names the body by which something is to be done, which may be the meeting's own."""
    found = _BY_OTHERS.search(said)
    return found.span("who") if found else None
