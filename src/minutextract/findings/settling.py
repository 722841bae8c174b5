"""Words that leave no doubt whether a sentence settles something, whatever a classifier makes of it."""

from __future__ import annotations

import re

_NOTHING = r"(?!\s*(?:none|nil|n/?a|tbc|tbd|\?|$))"
_BUSINESS = (
    "items?|polic(?:y|ies)|papers?|reports?|matter|discussion|decision|question|vote|election|proposal|motion|review"
)
# Patterns are matched at the beginning of a sentence; those called "within" are searched in it: an alternation of this
# length that is searched is tried again at each character.
_SETTLED = re.compile(
    # "It was agreed that …", "it was unanimously RESOLVED to …"
    r"^\W*(?:(?:after|following)\s+[^,.;]{3,60},\s+|(?:subsequently|therefore|so|and)\s*,?\s+)?it\s+(?:was|is)\s+(?:then|also|further|therefore|unanimously|generally|\s){0,5}"
    r"(?:agreed|resolved|decided)\s*,?\s+(?:that|to|not|by)\b|"
    # A mark: "RESOLVED: …", then what was settled
    rf"^\W*(?:de[cs]++(?:i[cs]++|(?<=[cs][cs]))i?ons?|resolved|agreed|decided)\s*(?:\d[\w.]*\s*)?:{_NOTHING}|"
    # "The Council resolved to …", "Members unanimously agreed that …"
    r"^\W*(?:the\s+|all\s+)?(?:(?<![\w’'])[\w’']++\s+){0,2}(?:board|council|committee|trustees|meeting|members|directors|governors|"
    r"councillors|executive|exec|panel|present)\s+(?:then|also|therefore|unanimously|all|\s){0,3}"
    r"(?:agreed|resolved|voted|decided)\s+(?:to|that|not|unanimously)\b|"
    # "The Board approved the request", but not another body's ("the Tarn District Council approved")
    r"^\W*(?:the\s+)?(?:board|council|committee|trustees|meeting|supervisors|directors|governors)\s+(?:then\s+|unanimously\s+)?"
    r"(?:approved|ratified|adopted|endorsed)\s+(?!by\b)|^\W*(?:the\s+)?(?:board|council|committee)\s+says\s+yes\b|"
    r"^\W*(?:the\s+)?(?:board|council|committee|trustees|meeting|directors|governors|executive|exec)\s+(?:then\s+|also\s+)?"
    r"(?:directed|instructed|mandated|authori[sz]ed)\s+(?:the\s+)?\w[^.;]{0,60}?\s(?:to|that)\s|"
    # A body named by capitals says yes, and nobody has anything to say on the old minutes
    r"^\W*(?-i:[A-Z]{3,6})\s+says\s+yes\b|"
    r"^\W*(?:(?:the\s+)?(?:old|last|previous)\s+)?minutes\s*(?::|[-–—])\s*(?:no\s+(?:problems?|corrections?|changes)|ok(?:ay)?|agreed|fine)\W*$|"
    # The minutes of the meeting before
    r"^\W*(?:accepted|approved|adopted)\s+the\s+(?:\w+\s+){0,3}minutes\b(?!\s+(?:is|are|was|were|will|can|should)\b)|"
    r"^\W*+(?:(?!\b(?:to|not|will|once|until|when|that|draft|reported)\b)[^.;?]){0,60}?\bminutes\b"
    r"(?:(?!\b(?:to|not|will|once|until|when|be|have|had|who|which)\b)[^.;?]){0,80}?\b(?:approved|accepted|adopted)\b(?!\s*\?)|"
    r"^\W*(?:the\s+)?(?:(?<!\w)\w++\s+){0,2}?(?:minutes|notes?)\b(?:\s+(?:of|from)\s+(?:(?!\b(?:to|not|that)\b)[^.;?]){2,60}?)?\s+"
    r"(?:(?:was|were)\s+(?:\w+ly\s+)?(?:confirmed|passed|taken\s+as\s+read)|went\s+through)\b|"
    r"^\W*(?:the\s+)?(?:(?:annual|audited|final|draft|financial|year-end)\s+){0,2}(?:accounts|financial\s+statements?)\s+(?:(?:was|were)\s+)?"
    r"(?:\w+ly\s+)?(?:accepted|approved|adopted)\b|"
    # A matter that the meeting puts off, an amendment that its mover takes over, a contract
    rf"^\W*(?:the\s+)?(?:(?<![\w’'-])[\w’'-]++\s+){{0,3}}?(?:{_BUSINESS})\s+(?:was|were)\s+(?:\w+\s+)?(?:put\s+(?:off|back)|held\s+over|deferred|"
    r"postponed)\s+(?:to|till|until)\b|"
    r"^\W*(?:the\s+|an?\s+)?(?:friendly\s+)?amendment\b[^.;]{0,100}\s(?:was|were)\s+accepted\s+by\s+the\s+(?:proposer|mover)\b|"
    r"^\W*(?:the\s+)?(?:(?!that\b)(?<![\w’'-])[\w’'-]++\s+){0,4}?contract\s+(?:was|is\s+to\s+be)\s+(?:extended|renewed)\s+(?:for|by|to|until)\b|"
    # "Should we drop the list? Yes", "… - moved to the next meeting"
    r"^\W*(?:should|shall|can|do)\s+we\b[^?]{5,200}\?\s*(?:yes|yep|agreed|ok(?:ay)?)\W*$",
    re.IGNORECASE,
)
_SETTLED_WITHIN = re.compile(
    r"\bresolution\s+agreed\s+to\b|\bthe\s+matter\s+was\s+(?:\w+\s+)?dropped\b|"
    r"\s[-–—]\s+(?:moved|deferred|postponed|tabled)\s+(?:to|until|till)\s+(?:the\s+)?next\s+(?:meeting|call|week|month)\W*$|"
    # A deadline or days that were set, but not those of the next meeting
    r"^(?!.*\bnext\s+(?:\w+\s+){0,2}(?:meeting|call)\b)[^.;:?]{0,160}\b(?:deadline|dates?)\b[^.;?]{0,80}\b(?:was|were)\s+set\s+(?:to|for|as|at|on)\b|"
    r"\b(?:came\s+to|passed|adopted)\s+(?:this|the\s+following)\s+(?:resolution|decision)\s*:\s*\S",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"^\W*(?:it\s+was\s+)?(?:RESOLVED|AGREED|DECIDED|APPROVED)\b(?=\s+[a-z])")
# A field of a form, and what had been settled before the meeting.
_NOT_HERE = re.compile(
    r"^\W*(?:(?:document|minutes?|meeting|action|approval)\s+)?status\s*:|"
    r"^\W*(?:requested|current|target|desired)\s+(?:[\w-]+\s+){0,3}(?:level|stage|state|status|phase|tier)\s*:|"
    # News of something settled elsewhere, or of somebody's work
    r"^\W*(?:[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){0,2}:\s*)?FYI\b|"
    r"^\W*(?-i:(?:[A-Z][\w.’'-]{0,30}+\s+){1,4})(?:was|were|has\s+been)\s+promoted\s+(?:to|from)\b|"
    r"^\W*(?:it|this|that)\s+had\s+(?:already\s+|previously\s+)?been\s+(?:agreed|decided|approved|resolved)\b|"
    # What somebody tells of a decision that was taken elsewhere
    r"^\W*[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){0,2}\s+(?:reports?|reported|advised|informed\s+\w+)\s+that\b[^.]*\b"
    r"(?:has|have|had|are|were|was)\s+(?:all\s+|now\s+|been\s+){0,2}(?:approved|agreed|accepted|granted)\b",
    re.IGNORECASE,
)
_NOT_HERE_WITHIN = re.compile(
    r"\bha(?:d|s|ve)\s+(?:already|previously)\s+(?:been\s+)?(?:agreed|decided|approved|resolved)\b|"
    r"\bhad\s+(?:not\s+)?objected\b|\b(?:we|they)\s+(?:agreed|decided)\s+(?:on\s+\w+\s+)?(?:last|previously|earlier|in\s+the\s+past)\b",
    re.IGNORECASE,
)
# The day on which the minutes themselves were approved, at their foot.
_STAMP = re.compile(
    r"\W*(?:minutes\s+)?(?:approved|adopted|accepted|confirmed)\s*(?::|on\b)?\s*(?:the\s+)?(?:[A-Z][a-z]{2,8},?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?:,?\s+\d{4})?\W*",
    re.IGNORECASE,
)
# What is open, one voice, or no sentence of the meeting's own.
_SETTLING = "agreed|approved|resolved|accepted|adopted|carried|decided|confirmed|voted"
_OPEN = re.compile(
    # A question behind the mark
    r"^\W*(?:\w+\s+)?decisions?\s*:.*\?[^\w?]*$|"
    r"^\W*(?:however,?\s+)?there\s+(?:is|was)\s+(?:still\s+)?no\s+(?:clear\s+)?(?:consensus|agreement)\b|"
    r"^\W*(?:the\s+)?(?<![\w’'])[\w’']++(?:\s+[\w’']++){0,2}\s+(?:will|is\s+to|has\s+to|needs?\s+to|must|should)\s+(?:then\s+)?decide\b|"
    r"^\W*(?!\d)(?:(?<![\w’'.])[\w’'.]++\s+){1,4}(?:abstain(?:s|ed)|abstain\W*$|spe(?:aks|oke)\s+(?:for|against)\b|(?:is|are)\s+not\s+planning\b)|"
    # A line of a vote that tells who, not what became of it
    r"^\W*@?(?<![\w.’'])[\w.’']++(?:\s*(?:,|&|and)\s*@?[\w.’']++){1,9}\s+(?:vote[ds]?)\s+(?:to|for|against)\b|"
    r"^\W*(?:for|against|in\s+favou?r|abstain(?:ed|ing)|abstentions?)\s*:\s*(?-i:(?:[A-Z][\w’'-]*+[\s,.&]*+(?:and\s+)?){1,12})$|"
    # What a motion reads, somebody who objects or puts a paper on the table, what came in
    r"^\W*(?:this|that\s+this)\s+(?:council|union|meeting|conference|house|assembly|committee)\s+(?:resolves|believes|notes|further)\b|"
    r"^\W*(?-i:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})\s+objected\s+to\b|"
    rf"^\W*(?-i:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,2}})\s+tabled\s+(?:the|an?|his|her|its|their)\b(?!.*\b(?:{_SETTLING})\b)|"
    r"^\W*(?:the\s+)?[^.,;:]{2,60}\s(?:was|were)\s+(?:tabled\s+and\s+)?received(?:\s+with\s+thanks)?\W*$|"
    # How a task stands: "Carried forward: …", "AP 3 (lamps): carried forward, since …"
    r"^\W*(?:[^:.]{0,60}[)\d]\s*:\s*)?(?:carried\s+(?:forward|over)|superseded)\b|^[^:.]{0,60}\)\s*:\s*(?:dropped|cancelled)\b|"
    # What somebody only wants on the next agenda
    rf"^(?!.*\b(?:seconded|{_SETTLING})\b)\W*(?:it\s+was|(?<![\w’'])[\w’']++(?:\s[\w’'()-]++){{0,3}})\s+(?:suggested|proposed|recommended|requested)\s+(?:that\s+)?[^.;]{{2,160}}?"
    r"\b(?:consider|discuss|review|debate)\w*\s[^.;]{0,40}\bnext\s+(?:\w+\s+)?(?:meeting|call|agenda)\b|"
    # What somebody was about to put, what leads the talk on, what is still to be talked over
    r"^\W*(?:[^:.]{1,40}:\s+)?(?:we|I)\s+(?:was|were)\s+going\s+to\s+\w|"
    r"^\W*(?:[^:.]{1,40}:\s+)?(?:(?:ok(?:ay)?|so|now|yes)\W+)?let[’']?s\s+(?:now\s+|just\s+)?(?:move\s+on(?:to)?|(?:come|go|get|jump|turn|circle)\s+(?:back\s+)?(?:to|into)|"
    r"come\s+back|get\s+started|hear)\b|"
    rf"^(?!.*\b(?:deferred|postponed|seconded|{_SETTLING})\b)[^.;]{{2,120}}\bto\s+be\s+discussed\s+(?:at\s+a\s+later|later|further|again|in\s+(?:more|greater)|another)\b|"
    r"^\W*(?:this|the)\s+decision\s+(?:will|is\s+to|can|may|should|needs?\s+to)\s+be\s+(?:revisited|made|taken|reached)\b|"
    # What is only joined to the minutes
    rf"^(?!.*\b(?:seconded|{_SETTLING})\b).*\b(?:attached|appended|annexed)\s+to\s+(?:these|the|this)\s+(?:minutes|record|notes)\b|"
    # What was handed round, or was not there to be approved
    rf"^(?!.*\b(?:seconded|agreed|resolved|approved|carried|unanimous\w*)\b)[^.;]{{2,120}}\s(?:was|were)\s+passed\s+(?:out|a?round|on|to\s+(?:all|each|every|the\s+(?:councillors|members|clerk|board|treasurer|secretary)))\b|"
    r"^[^.;]{2,120}\b(?:unavailable|not\s+(?:yet\s+)?(?:available|ready))\s+for\s+(?:acceptance|approval|adoption|signature)\b|"
    # What is still open or waits
    r"^\W*(?:[^:.]{1,60}:\s+)?(?:still\s+)?(?:to\s+be\s+(?:approved|confirmed|decided|agreed|ratified|determined|finali[sz]ed|voted)\b|tb[acd]\b)|"
    r"^\W*(?:provisional|tentative)(?:ly)?\b[^.;]{0,30}\bto\s+be\s+(?:approved|confirmed|decided|agreed)\b|"
    r"^\W*on\s+hold\s+(?:until|till|while|pending|for|as|because)\b|"
    # Who signed the minutes
    r"^\W*(?:(?:minutes|notes)\s+)?(?:approved|accepted|confirmed|adopted)(?:\s+and\s+signed)?\s+by\s*:\s*(?:(?<!\S)\S++\s*){1,4}$|"
    # A heading
    r"^\W*(?:conclusions?|decisions?|results?|outcomes?|resolutions?|summary|agreements?|continued?|ongoing|open|pending|closed|completed)\W*$|"
    # The rows of an application, and what was settled by a change somewhere else
    r"^\W*(?:applicants?|agents?|location|address|site)\s*:|"
    r"^\W*resolved\s+(?:through|via|in|by|with)\s+(?:https?:|#|pr\b|pull\b|commit\b|issue\b|\[)",
    re.IGNORECASE,
)
_OPEN_WITHIN = re.compile(
    r"\b(?:half|seeming|partial|emerging)[\s-]+consensus\b|\bthere\s+(?:has|have)\s+been\s+(?:an?\s+)?objections?\b|"
    r"\bit\s+was\s+(?:established|pointed\s+out|reported)\s+that\b",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?!(?:All|Everyone|Everybody|Members?|Committee|Board|Council|Councillors|Trustees|Directors|Governors|Meeting|Group|Team|"
    r"The|This|That|It|We|They|Generally|Unanimously|Attendees|Participants|Both|Not|Nobody|Also)\b)"
)
_ONE_VOICE = re.compile(
    # "AB: no objections, +1", "+1 to the plan", what goes on elsewhere or as ever
    r"^\W*(?:[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2}:\s+)?(?:(?:[Nn]o\s+objections?\W{1,3})?[+-]1\b|"
    r"(?:(?:[Yy]eah|[Oo]kay|[Ss]o)[\s,]{1,3})?(?:[Cc]arry|[Mm]oving)\s+on\W*$|(?:the\s+)?[Ss]ame\s+time\s+next\s+\w+\W*$)|"
    r"^\W*(?:[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2}:\s+)?"
    r"(?:I\s+(?:\w+ly\s+)?(?:don[’']t|do\s+not|would|think|agree|want|like|prefer|suggest|feel|hope)\b|[Ww]e\s+(?:\w+ly\s+)?agree\s+with\b|"
    r"[Aa]greed?\s+in\s+spirit\b)|"
    rf"^\W*(?:{_SOMEBODY}[A-Z][a-z][\w’'-]*|(?!AL|NO)[A-Z]{{2}})(?:\s+(?:[A-Z][\w’'-]*|\([^()]{{1,20}}\))){{0,3}}\s+"
    r"(?:also\s+|fully\s+)?agree[sd]?(?:\s+with\s+(?:this|that|it|[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?))?\W*$"
)
_LATER = re.compile(r"\b[Ll]et[’']s\s+(?:\w+\s+){0,4}(?:offline|later)\W*$")
_QUOTED = re.compile(r"^[“\"](?!.*[”\"]\W*$)")
# It leads a list in, and yet tells what was settled.
_STATED = re.compile(
    r"\b(?:agreed|resolved|decided)\s+(?:that|to)\s+(?!(?:the\s+)?following\b|do\s+the\s+following)(?:[\w’'-]+\s+){3,}",
    re.IGNORECASE,
)


def settles(said: str) -> bool | None:
    """Whether a sentence settles something: True or False where its words leave no doubt, else None."""
    if any(pattern.match(said) for pattern in (_NOT_HERE, _OPEN, _ONE_VOICE, _QUOTED)) or _STAMP.fullmatch(said):
        return False
    if any(pattern.search(said) for pattern in (_NOT_HERE_WITHIN, _OPEN_WITHIN, _LATER)):
        return False
    return True if _SETTLED.match(said) or _SHOUTED.match(said) or _SETTLED_WITHIN.search(said) else None


def states(lead: str) -> bool:
    """Whether a sentence that leads a list in settles something itself ("It was agreed that we paint the hut: …")."""
    return settles(lead) is True and bool(_STATED.search(lead))
