"""Words that leave no doubt whether a sentence puts a task on somebody, whatever a classifier makes of it."""

from __future__ import annotations

import re

from minutextract.people.given_names import WORDS_TOO
from minutextract.people.names import is_given_name, looks_like_name

# A deed done, with nothing that is still to do: "Have asked AB if she can help".
_DEED = re.compile(
    r"^\W*(?:(?:I|we|he|she|they)\s+)?(?:has|have|had)\s+(?:already\s+|also\s+|now\s+|just\s+)?"
    r"(?:asked|sent|emailed|e-mailed|contacted|spoken|written|told|booked|ordered|bought|paid|received|fixed|merged|"
    r"uploaded|published|posted|submitted|started|finished|completed|talked|messaged|applied|heard)\b"
    r"(?!.*\b(?:will|needs?\s+to|still|but|should|to\s+be|next)\b)",
    re.IGNORECASE,
)
# A task that its line says somebody has done.
_DONE_BY = re.compile(
    r"\b(?:has|have)\s+(?:now\s+|already\s+|since\s+)?been\s+(?:done|completed|finished|carried\s+out|dealt\s+with|resolved|fixed)\s+by\s+[A-Z@]"
    r"(?!.{0,300}\b(?:will|needs?|still|should|must|to\s+be|next|remains?|remaining)\b)"
)
# What was taken on, and at once is told to be in place: "AB agreed to lay it, which I am glad to say is now done".
_NOW_DONE = re.compile(
    r"(?:\b(?:which|that|this|it)\s+I\s+am\s+\w{2,10}\s+to\s+(?:report|say)\s+(?:is|are|has|have)\s+now\s+(?:been\s+)?(?:also\s+|fully\s+)?"
    r"(?:operational|completed?|done|finished|installed|in\s+(?:place|use)|working|running|up\s+and\s+running|live|open)|"
    r"(?:,|;|\band)\s+(?:this|it)\s+(?:is|has)\s+now\s+(?:been\s+)?(?:completed?|done|finished)(?=\W*$))\b"
    r"(?!.{0,300}\b(?:will|needs?|still|should|must|to\s+be|next|remains?|remaining)\b)"
)
# In the brackets that give it to somebody, too: "… [Action: AB, done]".
_BRACKETS_DONE = re.compile(
    r"[(\[](?:(?i:actions?)|AIs?|AP)\s*:\s*[^()\[\]:]{2,60}[,;–-]\s*(?i:done|completed?|closed|finished|cancell?ed|dropped)\W*$"
)
# Who keeps the notes of this very meeting.
_KEEPS_NOTES = re.compile(
    r"\W*(?:[A-Z@][\w’'.-]*\s+){1,3}(?:is|was|has\s+been|(?:kindly\s+)?(?:agreed|agrees|offered|offers|volunteered|volunteers)\s+to)\s+"
    r"(?:take|taking|make|making|do|doing|keep|keeping|write|writing|scribe|scribing)\s+(?:the\s+|our\s+|meeting\s+){0,2}(?:minutes|notes)"
    r"(?:\s+(?:today|(?:of|for|at|in)\s+(?:this|today[’']s)\s+(?:meeting|call|session)))?\W*"
)
# What an earlier meeting asked for, retold.
_HAD_BEEN = re.compile(
    r"^\W*it\s+had\s+(?:\w+ly\s+)?been\s+(?:agreed|decided|resolved|suggested|proposed)\b", re.IGNORECASE
)
# A mark or a date alone, and mourning.
_ALONE = re.compile(
    r"\W*(?:(?:AI|AP|TODO|TBC|TBD|TBA|N/?A)|(?:[A-Z&]{2,6}|Date|Venue|Time|Location|Place|Details)\s+to\s+be\s+(?:confirmed|advised|announced)|R\.?I\.?P\.?\s+[A-Z].*|"
    r"(?:[A-Z][a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\W*"
)
_LONGEST_NAME = 3
# A line about the page itself, at its foot or head, and who came forward for what stands elsewhere.
_ABOUT_PAGE = re.compile(
    r"^\W*(?:please\s+)?remember\s+to\s+(?:archive|file|save|copy|rename)\s+(?:this|these)\s+(?:file|notes|minutes|page|document)\b|"
    r"^\W*(?:the\s+)?(?:meeting\s+)?(?:minutes|notes|agenda|topics)\s+will\s+be\s+(?:added|posted|written|taken|recorded)\s+"
    r"(?:below|above|here|in\s+this\s+(?:document|page|file))\b|"
    r"^\W*we(?:[’']ll|\s+will)\s+(?:add|copy|move|paste)\s+[^.;]{0,60}\b(?:agenda|topics|notes)\b[^.;]{0,40}\b(?:above|below)\b|"
    r"^\W*in\s+which\s+we\s",
    re.IGNORECASE,
)
# What a body answers to an application, in a word, and a heading that has the old actions looked at.
_ANSWER = re.compile(
    r"\W*(?:(?:(?<![\w’'&-])[\w’'&-]++\s+){0,4}(?:response|comments?|recommendation|observations?|view)\s*[:–—-]\s*)?(?:(?:no|strong)\s+)?"
    r"(?:support|objections?|object|neutral)\W*",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:recap|review|status|follow[\s-]?up|run[\s-]?through)(?:\s+(?:of|on))?\s+(?:the\s+|our\s+|any\s+)?"
    r"(?:open\s+|outstanding\s+|old\s+)?(?:actions?|action\s+(?:items?|points?)|tasks|minutes)\b[^.;:]{0,20}"
    r"\b(?:previous|last|prior|earlier)\s+(?:\w+\s+)?(?:meetings?|minutes|calls?|weeks?|time)\W*",
    re.IGNORECASE,
)
_CAME_FORWARD = re.compile(
    r"\W*(?:[Vv]olunteers?|[Pp]articipants|[Aa]ttendees)\s*:\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?(?:(?:,\s+|\s+and\s+|,?\s*&\s*)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?){0,8}\W*"
)
# What is put to the public, said for the reader of a template, or wanted without anybody being told to get it.
_NOBODYS = re.compile(
    r"^\W*(?:please\s+)?(?:look|watch)\s+out\s+for\b|"
    r"^\W*(?:please\s+)?remember\s+to\s|"
    r"(?:^|[,;–-]\s+|\b(?:is|are|am|still|currently|[’']s|[’']re)\s+)(?:still\s+|also\s+)?looking\s+for\s+"
    r"(?:a|an|new|more|some|volunteers|someone|somebody|people|help)\b|"
    r"\b(?:make\s+a\s+note|keep\s+in\s+mind)\b.{0,20}\bit\W*$|"
    r"^\W*before\s+the\s+meeting\b|"
    # Who may add to the agenda, and what a speaker puts off or would like
    r"\bplease\s+(?:add|suggest|propose|submit)\s+(?:(?:your|any|new|further|other|more|the)\s+){0,2}(?:agenda\s+)?(?:items?|topics?)\s+"
    r"(?:by\s+opening|prior|before|in\s+advance|ahead|here|below|above|to\s+(?:the|this)\s+agenda)\b|"
    r"\b(?:get|go|come)\s+(?:back\s+)?(?:more\s+)?(?:in)?to\s+(?:that|this|it)\s+(?:a\s+bit\s+)?later\W*$|"
    r"^\W*(?:\w{2,4}:\s+)?(?:(?:yeah|yes|sure|okay|ok)[\s,]+)?I\s+can\s+take\s+(?:that|this)(?:\s+(?:one|question))?\W*$|"
    r"\bI(?:\s+\w+ly)?\s+support\s+(?:\w+ing|this|that|the)\b|"
    # Provisions, and what is enough
    r"^\W*(?:(?:a|an|the|some|free|light|hot|vegetarian)\s+){0,2}(?:lunch|dinner|supper|breakfast|food|refreshments|snacks|drinks|tea|coffee|"
    r"cake|pizza|parking|childcare)(?:(?:\s+and\s+|,\s+)\w+){0,2}\s+will\s+be\s+(?:provided|served|available|on\s+offer|included)\b|"
    r"^(?:[^:;.]{1,30}:\s+)?\W?\d[\d.,]*(?:\s+\w+)?\s+will\s+(?:do|suffice|be\s+enough)\W*$|"
    # How long something takes or may take, and the state of a piece of work
    r"^\W*\d+\s+(?:minutes?|hours?|days?|weeks?|months?)\s+to\s+\w+|"
    r"^\W*(?:organi[sz]ed|hosted|sponsored|prepared|written|arranged)\s+by\s+[\w’'. -]{2,40}\W*$|"
    r"^\W*(?:this|the)\s+(?:work\s+)?(?:item|deliverable|document|note)\s+is\s+(?:planned|supposed)\b|"
    # What may be
    r"^(?:(?!\b(?:will|should|must|needs?|to)\b)[^.;,:]){3,50}?\s(?:may|might|could)\s+be\s+\w+(?:ed|en|ne|nt|ld)\s+by\b|"
    # What the public may look up
    r"^\W*please\s+(?:check|see|visit|consult|refer\s+to)\b[^.;]{3,80}\bfor\s+(?:more\s+|further\s+|full\s+)?(?:details|information|info)\b|"
    # What a period is for, its tasks being told elsewhere
    r"^(?:[^:]{3,40}:\s+)?\W*(?:the|our)\s+(?:main\s+)?(?:goal|aim|objective)s?\s+(?:of|for)\s+(?:this|the|next|the\s+next)\s+(?:sprint|week|month|term|period)\s+(?:is|are|was)\b|"
    # What a paper says
    r"^\W*(?:please\s+)?refer\s+(?:back\s+)?to\s+(?:(?:the|our|this|that|\w+)\s+){0,3}(?:documents?|minutes|notes|slides|agenda|page|link|appendix|annex)\b|"
    # How the meeting itself, or its minutes, go on
    r"^\W*(?:(?<![\w’'.])[\w’'.]++\s+){1,3}wanted\s+to\s+(?:bring|discuss|raise|know|hear|ask|talk|point|highlight|mention|understand)\b|"
    r"^\W*(?:I|we)\s+will\s+be\s+(?:listing|describing|summari[sz]ing|going\s+(?:through|over))\b|"
    r"^(?:[^.;:,]{3,60}\s)?we\s+(?:then\s+|again\s+|also\s+)?(?:distributed|assigned|divided|allocated)\b|"
    r"^[^.;:]{3,60}\s(?:is|are)\s+(?:our|the)\s+(?:\w+\s+)?priorit(?:y|ies)\b|"
    r"^\W*(?:let[’']s\s+)?(?:start|begin|kick)\s+off\s+with\s+(?:(?:the|our|\w+)\s+){0,4}(?:items?|topics?|agenda)\b|"
    r"^(?:(?!\b(?:to|should|must)\b)[^.;:]){3,60}?\s(?:will|would)\s+be\s+(?:held|made|discussed|considered|tested|announced)\s+"
    r"(?:at|during|in)\s+(?:the|our|this)\s+(?:[\w’'-]+\s+){0,3}(?:meeting|agm|workshop|plugfest|conference|session)\b|"
    # Who bears a cost
    r"^\W*(?:(?:the|all|any)\s+)?(?:\w+\s+)?(?:costs?|fees?|expenses?)\b[^.;]{0,60}\b(?:will|would)\s+be\s+(?:met|paid|covered|borne)\s+(?:by|from|out\s+of)\b|"
    # Whoever is asked for an opinion, and by whom
    r"\bwill\s+be\s+consulted\b|"
    # What is taken for granted, who came, and who has been told already
    r"^\W*assum(?:e|ing)\s|"
    r"^[^.;:,]{2,50}\s(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance|on\s+hand)\b|"
    r"^\W*(?:(?<![\w’'.])[\w’'.]++\s+){1,3}ha(?:s|ve)\s+(?:now\s+|already\s+)?been\s+(?:actioned|told|contacted|informed|emailed|notified|thanked|paid)\b"
    r"(?!.*\b(?:will|needs?|should|must|to\s+be|still)\b)|"
    # Complaints and doubts
    r"^\W*(?:(?<![\w’'.])[\w’'.]++\s+){1,3}(?:raised|expressed|voiced|had)\s+(?:(?:some|a|several|their|his|her)\s+)?(?:concerns?|doubts?|worries|reservations)\b|"
    # Names of topics
    r"^\W*(?:(?:preparations?|ideas|options|thoughts)\s+(?:for|on)|lists?\s+of|overview\s+of|update\s+on|"
    r"(?:(?!(?:during|after|following|in|from|under|continue|have|start|hold|schedule|arrange|need|open|begin|further)\s)\w+\s+)?"
    r"discussions?\s+(?:with|regarding|about)(?!.*\b(?:need|needs|will(?!\s+be\s+made)|should|must)\b))\s|"
    r"^\W*(?:(?<![\w’'-])[\w’'-]++\s+){1,4}(?:issues?|follow[\s-]?ups?|discussion|status\s+update)\W*$|"
    r"^\W*(?:a\s+)?(?:place|space|room|time|somewhere|something|ways?)\s+to\s+\w+\W*$|"
    # A question, though its mark is missing
    r"^\W*(?:when|why|how|where)\s+(?:is|are|was|were|do|does|did|will|can|has|have)\s+|"
    # What people outside need to do
    r"^\W*(?:some|many|several|most|other)\s+(?:of\s+the\s+)?(?!of\b|members\b|councillors\b|trustees\b)[a-z]+s\b[^.;]*\b(?:need|have|ought)\s+to\s|"
    # Deferral of a topic, which is then on the agenda
    r"^[^:]*,\s+to\s+be\s+discussed\s+at\s+(?:the\s+|our\s+)?next\s+meeting\W*$",
    re.IGNORECASE,
)


# Plain words for a task, each with the least that a classifier must make of them.
_PLAIN = (
    (0.04, re.compile(r"\b(?:will|still|also)\s+needs?\s+(?!\w+thing\b)\w{3,}ing\b", re.IGNORECASE)),
    (0.1, re.compile(r"\b(?:still|also)\s+needs?\s+to\s+be\s+\w+(?:ed|en|ne|nt|wn|ght|ld|ut|de|pt|id)\b")),
    (
        0.1,
        re.compile(
            r"^\W*(?:further|also)\s+(?:add|ask|arrange|book|check|contact|query|email|find|get|inform|look|obtain|prepare|"
            r"raise|report|request|send|write|confirm)\b(?!\s+(?:is|are|was|were)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        0.1,
        re.compile(
            r"^\W*(?:all\s+|the\s+|our\s+)?(?:[a-z]+\s+)?(?:members|teams|groups|councillors|volunteers|participants|committees|residents|"
            r"parents|everyone|everybody)\s+(?:is|are)\s+(?:encouraged|asked|invited|urged|requested|reminded)\s+to\s+[a-z]",
            re.IGNORECASE,
        ),
    ),
    (
        0.04,
        re.compile(
            r"\b(?:asks|asked|urges)\s+(?:all\s+|the\s+)?(?:\w+\s+)?(?:members|everyone|everybody|participants|attendees)\s+to\s+(?!be\b)[a-z]"
        ),
    ),
    (0.0, re.compile(r"^\W*[A-Z][\w\s]{2,40}\s(?:has|have)\s+\w{1,10}\s+(?:days|weeks)\s+to\s+[a-z]")),
    (0.1, re.compile(r"^\W*(?:Can|Could|Would)\s+(?:everyone|everybody|all|members)\s+(?:please\s+)?[a-z]")),
    (0.0, re.compile(r"^\W*Should\s+(?:ask|check|contact|look|talk|email|send|update|write|find)\b(?!.*\?\W*$)")),
    (
        0.15,
        re.compile(
            r"^\W*We(?:\s+will|[’']ll)\s+(?:also\s+)?(?:release|publish|send|ask|add|write|update|contact|organi[sz]e|create|prepare|"
            r"post|announce|arrange|share|draft|move|remove|fix)\b"
        ),
    ),
    (
        0.25,
        re.compile(
            r"\b(?:must|needs?\s+to|has\s+to|have\s+to)\s+be\s[^.;]{0,60}\b(?:by|on|before)\s+(?:the\s+)?(?:\d{1,2}|[A-Z][a-z]{2,8})\b"
        ),
    ),
    (0.0, re.compile(r"\(\s*actions?\s+(?:on|for|by)\s+[^()]{2,60}\)\W*$", re.IGNORECASE)),
    (
        0.05,
        re.compile(
            r"^\W*(?:[A-Z]{2,4}[a-z]{0,2}(?:(?:\s*[,/&]\s*|\s+and\s+)[A-Z]{2,4}[a-z]{0,2}){0,5}|(?:All|Each)\s+[a-z]+|"
            r"The\s+(?:Clerk|Chair|Chairman|Director|Secretary|Treasurer|Head|Manager))\s+to\s+"
            r"(?!(?:be|the|a|an|date|all|our)\b)[a-z]{2,}\b[^.;]{0,160}\b(?:by|before|until)\s+"
            r"(?:the\s+)?(?:end\s+of\s+)?(?:\d{1,2}|[A-Z][a-z]{2,8}|next)\b"
        ),
    ),
    # Of 78 labelled sentences of this shape 69 are actions.
    (
        0.15,
        re.compile(
            r"^\W*(?:[A-Z]{1,3}[A-Za-z]{1,3}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(?:(?:has|kindly|also|then)\s+){0,2}"
            r"(?:offered|volunteered|undertook|promised)\s+to\s+(?!(?:be|continue|serve|take\s+(?:his|her|their)\s+place)\b)[a-z]"
        ),
    ),
    (
        0.05,
        re.compile(
            r"\b(?:commitment|undertaking|pledge|promise)\s+(?:from|by)\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}\s+to\s+(?!be\b)[a-z]"
        ),
    ),
    (
        0.2,
        re.compile(
            r"^\W*(?:We\s+)?(?:[Ss]till\s+)?[Nn]eed\s+to\s+(?:develop|write|create|set\s+up|find|contact|prepare|arrange|update|draft|organi[sz]e|"
            r"send|order|buy|book|ask|check|confirm|review|fix|add|schedule|recruit|identify|build|design|implement)\b"
        ),
    ),
    (
        0.2,
        re.compile(
            r"\bremains?\s+to\s+be\s+(?:checked|done|confirmed|clarified|decided|settled|written|finished|agreed)\b"
        ),
    ),
    (0.1, re.compile(r"^\W*(?:ensure|make\s+sure)\s+(?:that\s+)?[a-z]", re.IGNORECASE)),
)


def asks_plainly(said: str, score: float) -> bool:
    """Whether the words are those of a task, though a classifier that gives it this score would leave it out."""
    return any(score >= least and shape.search(said) for least, shape in _PLAIN)


def tells_bracket_done(said: str) -> bool:
    """Whether the words are no more than brackets that give the task before them to somebody, and tell it done."""
    return said.lstrip().startswith(("[", "(")) and _BRACKETS_DONE.match(said.lstrip()) is not None


def never_task(said: str) -> bool:
    """Whether no list and no mark could make a task of the words: a deed done, a name, a date or a mark alone."""
    if _is_name(said.strip(" .,:;!–—-*_()[]")) or _ABOUT_PAGE.match(said):
        return True
    if _NOW_DONE.search(said) or _BRACKETS_DONE.search(said) or _KEEPS_NOTES.fullmatch(said):
        return True
    if _DONE_BY.search(said) or _ANSWER.fullmatch(said) or _LOOKS_BACK.fullmatch(said):
        return True
    return bool(_HAD_BEEN.match(said) or _DEED.match(said) or _ALONE.fullmatch(said) or _CAME_FORWARD.fullmatch(said))


def _is_name(words: str) -> bool:
    first, *rest = words.split() or [""]
    if not is_given_name(first) or len(rest) >= _LONGEST_NAME or not all(word[0].isupper() for word in rest):
        return False
    return looks_like_name(words, single=True) and not (rest and first.lower() in WORDS_TOO)


def is_nobodys(said: str) -> bool:
    """Whether the words, outside lists of actions and without a mark, ask something of nobody at the meeting."""
    return bool(_NOBODYS.search(said))
