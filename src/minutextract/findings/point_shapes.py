"""What the shape of a point gives away: that it says nothing, is torn, or leans on the words before it."""

from __future__ import annotations

import re

from minutextract.findings.pointers import points_back

# A speaker or topic before a colon, in brackets, or as "[name=X]".
_LABEL = re.compile(
    r"\W{0,2}(?:\[[^\[\]]{1,30}\]:?|\([A-Z]{1,4}\)|[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2}(?:\s\([^()]{1,30}\))?:)\s+(?=\S)"
)
# A label that lost its colon.
_MARK = re.compile(
    r"(?:Decision|Action(?:\s+(?:point|item))?)\s+(?=(?:Needs?|We|The|Whether|It|This|To|If|All|There|Should|Will|Not)\s)"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_SLOT = re.compile(r"^\W*(?:\d{1,2})?[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*[-–—]+\s*(?:\d{1,2})?[:.]\d\d")
_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”][.,]?")
_TIMED = re.compile(r"(?:[\[(][^\[\]()]{1,40}[\])]\s*)?[(\[]?\b\d{1,2}\s*min(?:ute)?s?\b[)\]]?\W*$", re.IGNORECASE)
_COMINGS = re.compile(
    r"^\W*(?:(?<![\w’'.-])[\w’'.-]++\s+){1,6}?(?:(?:has|have|had)\s+)?(?:left|joined|re-?joined|entered)\s+(?:the\s+)?(?:meeting|call|room)(?=\W*$|\s+(?:at|early|late|here|as|due|because|around|before|after)\b)|"
    r"\bnot\s+on\s+(?:the\s+|today[’']s\s+|this\s+)?(?:\w+\s+)?call\W*$|\b(?:not|un)\s*(?:be\s+)?able\s+to\s+(?:attend|join|make\s+it)\b|\b(?:sends?|sent)\s+(?:his|her|their)\s+(?:apologies|regrets)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:de|van|von|der|[A-Z][\w.’'-]*)){0,3}(?:\s*\([^()]{1,40}\))?")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&/]|\band\b)\s*")
_MODAL = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|do|did|seems?|needs?|wants?)"
    r"(?:n[’']t)?"
)
_VERB = re.compile(
    rf"\w\W+(?:\w+[’']\w+\W+)?(?:{_MODAL}|can[’']t|won[’']t)\b|\b(?:it|that|there|he|she|we|they|you|I)[’'](?:s|re|ve|ll|d|m)\b",
    re.IGNORECASE,
)
# "It was felt that", "It would be good to": nothing stands for anything here.
_EXPLETIVE = re.compile(
    r"It(?:[’']s|\s+(?:is|was|has\s+been|would\s+be|will\s+be|may\s+be|might\s+be|seems|appears|became))\s+(?:also\s+|very\s+|then\s+|more\s+|not\s+)?"
    r"(?:\w+(?:ed|n|t)\s+(?:that|whether|how)\b|(?!(?:similar|due|related|equal|close|identical|used|meant|supposed|going|limited|next)\b)\w+\s+(?:that|to|if|for|not\s+\w+ing)\b|(?:clear|apparent|evident|obvious)\s)|"
    r"It\s+(?:seems|appears|turns\s+out|turned\s+out)\s+(?:that|as)\b|"
    r"It\s+(?:seems|looks|sounds)\s+like\s+(?:there|we|they|you|I|he|she|people|most|everyone|nobody)\b"
)
_NOTHING_MEANT = re.compile(
    r"\bit\s+(?:is|was|has\s+been|would\s+be|will\s+be|may\s+be|might\s+be|could\s+be|seems|appears)\s+(?:\w+\s+){0,2}?(?:that|to|if|for)\b|"
    r"\bit\s+(?:seems|appears|takes)\b|\bthis\s+(?:point\s+of\s+view|stage|point)\b",
    re.IGNORECASE,
)
_OF_TIME = (
    r"(?:year|month|week|weekend|morning|afternoon|evening|time|summer|autumn|winter|spring|term|season|"
    r"quarter|meeting)s?\b"
)
_POINTING = re.compile(
    rf"(?:(?:This|These)(?!\s+(?:coming\s+)?{_OF_TIME})|That(?!\s+said\b)|Those(?!\s+(?:who|that|with|in|of|present|not)\b)|"
    r"It|Its|They|Their|Them|He|She|His|Her|Such(?!\s+as\b)|One\s+of\s+(?:them|these|those)|"
    r"(?:None|Some|Most|All|Both|Many|Each)\s+of\s+(?:them|these|those|that|this)|Both(?=\s+(?:are|were|have|will|can)\b)|"
    r"The\s+(?:first|second|third|former|latter|others?|same|rest)(?=,?\s+(?:is|are|was|were|two|one|will|would|has|have|can)\b)|"
    r"(?:All\s+(?:of\s+)?the|The)\s+above(?=\s+(?:is|are|was|were|will|would|has|have|can|should)\b)|"
    r"The\s+(?:current|new|old|other|latter|former|first|last)\s+one\b|(?:Another|One|The\s+other)\s+(?:(?:way|one|option|aspect)\b|(?:is|was)\s+(?:an?|the|that|to)\b)|(?:A|One|Another)\s+(?:typical|similar|further)\s+(?:case|example|use)\b)(?![\w])(?:[’'](?:s|re|ll|d|ve))?"
)
_PHRASE = re.compile(r"[~≈]\s?\d|[A-Za-z]{3,}ed\s+(?:at|to|for|by|with|in|as|on|until|from)\b")
# "AB - this is": whoever speaks.
# "Equivalent to the old tar": what is, stands before.
_LIKE_IT = re.compile(r"(?:Equivalent|Similar|Identical|Related|Opposed|Contrary)\s+to\b")
_INITIALS = re.compile(r"[A-Z]{2,4}\s[-–—]\s")
_SPOKEN_OF = re.compile(
    rf"(?:(?:This|These|That|Those)(?!\s+(?:coming\s+)?{_OF_TIME})(?!\s+said\b)(?!\s+(?:who|that|with|in|of|present|not)\b)|It|They)\b"
)
_JOINING = re.compile(
    r"(?:But|So|And|Or|Also|Mainly|Mostly|Primarily|However|Nevertheless|Nonetheless|Therefore|Thus|Hence|Then|Otherwise|Instead|Whereas|Which|Likewise|Similarly|Plus|Though|"
    r"In\s+particular(?!\s+(?:for|to|on|with|by)\b)|(?:Viewed|Seen|Put|Done|Asked)\s+(?:that|this)\s+way|Most\s+of\s+(?:the\s+)?(?:focus|work|effort)(?=\s+on\b)|"
    r"For\s+(?:instance|example)|As\s+a\s+result|In\s+(?:that|this|which)\s+case|In\s+the\s+meantime|"
    r"Yes|Yeah|Yep|No(?=\s?[,.;:!–—-]|\s+(?:we|it|I|they|this|that|he|she)\b)|Nope|Agreed|Right|OK|Okay|Same|Ditto|Not\s+sure|Maybe|Perhaps|Probably|Possibly|Potentially|Likely|Basically|Initially|"
    r"Later|Because|Like\s+an?\s+[^,.]{3,40},\s*(?:could|would|will|can|may|might)|By\s+(?:now|then)|Since\s+then|Until\s+then|I\s+(?:dis)?agree(?=\s*(?:$|[,.;:!–—-]))|Currently(?=\s+(?:uses|has|runs|needs|does|supports)\b)|(?:Among|With|After|Before|From|Of|Like|Unlike|Besides|Given)\s+(?:this|that|these|those|them)(?=[\s,]+(?:is|are|was|were|the|we|it|there|they|a|an)\b|,)|If\s+(?:it|they|this|that|so|not)|Whether\s+(?:or\s+not\s+)?(?:it|they|this|that|these)|To\s+(?:this\s+end|establish\s+this|do\s+(?:this|that|so)))\b(?!\s+(?:one|matter|action|actions|further|other)\b)"
)
_SAYS_OF_IT = re.compile(
    r"\W*(?:(?<![\w’'.-])[\w’'.-]++\s+){1,4}?(?:says|said|reports|reported|mentions|mentioned|thinks|thought|noted|notes|added|adds|feels|felt|confirmed|"
    r"suggested|suggests|commented|asks|asked|complained|objected|argued|worried|warned)\s+(?:that\s+|if\s+|whether\s+)?"
    r"(?:it|they|this|these|those|them|its(?=\s+(?:too|not|an?|very|so|the|still|already)\b))\b"
    r"(?!\s+(?:is|was|would\s+be|might\s+be|may\s+be)\s+(?:\w+\s+){1,2}(?:that|to|if|for)\b)(?!\s+\w+s?\b\s+(?:was|is|are|were|has|have)\b)"
)
# "The trustees confirmed that they had": it is themselves that they speak of.
_SAYS_OF_SELF = re.compile(
    r"\W*(?:The\s+(?:\w+\s+){0,2}?[a-z]+s|The\s+[A-Z]\w+s|Members|Trustees|Directors|Governors|Residents|Officers|Councillors)\s+"
    r"\w+(?:ed|id)\s+(?:that\s+)?they\b"
)
# Half of an exchange, a count of what was named before, a report without the one who made it.
_HALF = re.compile(
    r"\W*(?:(?:A|Ans|Answer|Reply|Response)\s*[:.]\s|(?i:there(?:[’']s|\s+(?:is|are|was|were))?\s+(?:currently\s+)?only\s+"
    r"(?:\d+|one|two|three|four|five|a\s+few)\s*(?:[(.,;]|$))|"
    r"(?:suggested|commented|noted|asked|said|felt|added|reported|stated|explained|mentioned|thought)\s|"
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:replied|answered|responded)\b)"
)
# "My view is that his doubts are right": nobody but the speaker is named, and he is another.
_OF_SOMEBODY = re.compile(
    r"(?:My|We|I|It|There|Some|Our)\b(?:(?!\s(?:and|or)\s)[^A-Z.;:]){0,60}\s(?:his|her)\s+[a-z]{3}"
)
# "Other boats may sink as well": other than which.
_OTHERS = re.compile(r"Other\s+(?:\w+\s+){1,4}?(?:may|might|can|could|will|would|have|are|were)\b")
# An aside, taken from what it is said beside.
_ASIDE = re.compile(r"\([^()]+\)\W*")
_THAT_IS = re.compile(r"(?:i\.?e|e\.?g|ex)\b\.?[,:]?\s", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"(?:(?:Would|Will|Could|Should|Can|May|Might|Must|Is|Are|Was|Were|Has|Had|Does|Did|Do|Doesn[’']t|Don[’']t|Didn[’']t|Isn[’']t|"
    r"Wasn[’']t|Won[’']t|Can[’']t|Couldn[’']t)(?!\s+(?:we|you|I|they|he|she|it|there|anyone|anybody|everyone|the|this|that|these|those|"
    r"our|people|members|[A-Z]\w*)\b)|Needs?|Wants?|Seems?|Looks|Been|Being|Still|Only|Very|Too|Already|Not|Just|Even|"
    r"Like\s+to|Have(?=\s+(?:not|been|it|them|to|already|also|yet|a|an|the|own|no|some|many)\b)|Depends|Helps|Takes|Enables|Disables|Removes|Provides|Makes|Means|Allows|Gives|Works|Requires|Includes|"
    r"(?:Slower|Faster|Better|Worse|Easier|Harder|Friendlier|Cheaper|Bigger|Smaller|More|Less|Simpler)(?=\s+(?:than|for|to|\w+\s+than)\b))\b"
)
_POINTS_AT_LAST = re.compile(
    r"\b(?:this|that|it|them|these|those|so|him|(?:get|gett|obtain|mak|make|hav|have|writ|write|add|find|choos|choose|creat|create|need|want|us|use|buy)(?:ing|s)?\s+one)[.!]?$"
)
# What only adds to the words before: a point says the same without.
_ADDS = re.compile(r"(?:Furthermore|Moreover|Additionally|Besides(?=,))\b,?\s+(?=\S)")
# "Lift - Kit may look after it" names it.
_TOPIC_FIRST = re.compile(r"\W*[\w’'&/-]{2,30}(?:\s[\w’'&/-]{1,30}){0,3}(?:\s[-–—]|:)\s")
# Who did, or of what, the words before say.
_WHO_SPOKE = re.compile(
    r"(?:Proposed|Asked|Explained|Mentioned|Added|Said|Suggested)\s+(?:that|to|an?|another|if|whether)\b"
)
_BARE_NOUN = re.compile(
    r"(?:Remit|Problem|Goal|Aim|Reason|Purpose|Cost|Price|Deadline|Plan|Idea|Intention|Issue|Question|Result|Outcome|Advantage|"
    r"Disadvantage|Benefit|Downside|Concern|Proposal|Suggestion|Status|Workaround|Solution)s?\s+(?:is|are|was|were|would|will)\b"
)
_OPEN_END = re.compile(
    r"(?:[,/]|\b(?:e\.?g|i\.?e|such\sas|including)\.?|\b(?:to|of|with|for|in|on|from|the|and|or|support|via|is|are)\s\.|\b(?:to|of|the|an?|and|or|for|with|from|that|which|is|are|was|were|as|but|than|because|via|per))$"
)
SHORT = 6
_LONG = 16
_FEWEST_IN_FIGURES = 4


def without_label(said: str) -> str:
    """A point's words behind the label of a speaker or topic ("AB: …", "[AB] …")."""
    label = _LABEL.match(said)
    return said[label.end() :].strip() if label else said.strip()


def without_mark(said: str) -> str:
    """A point's words without a label that lost its colon ("Decision The roof stays")."""
    mark = _MARK.match(said)
    return said[mark.end() :] if mark else said


def without_addition(said: str) -> str:
    """A point's words without "Moreover", which says no more than that something was said before."""
    adds = _ADDS.match(said)
    return said[adds.end() :] if adds else said


def has_label(said: str) -> bool:
    """Whether a point opens with a label before a colon or in brackets."""
    return _LABEL.match(said) is not None


def words_in(said: str) -> list[str]:
    """The words of a point, without links."""
    return _WORD.findall(_LINK.sub(" ", said))


def lacks_subject(said: str) -> bool:
    """Whether a point opens with its verb: what it speaks of stands above ("Is not ready", "would cost more")."""
    return _NO_SUBJECT.match(_as_opening(without_label(said))) is not None and not said.endswith("?")


def lacks_verb(said: str) -> bool:
    """Whether a point is a phrase that no verb makes a sentence ("Two more weeks with the option to extend")."""
    body = without_label(said)
    return not (body.endswith((".", "!", "?")) or _VERB.search(body))


def is_phrase(said: str) -> bool:
    """Whether a point is a figure or participle with what goes with it ("~ 2 rooms for a week", "held in May")."""
    return lacks_verb(said) and _PHRASE.match(without_label(said)) is not None


def points_beside(said: str) -> bool:
    """Whether a point opens with a word for what was spoken of before ("This would cost more", "They are old")."""
    body = _as_opening(_INITIALS.sub("", said.strip()))
    return _SPOKEN_OF.match(body) is not None and not _EXPLETIVE.match(body)


def points_at_once(said: str) -> bool:
    """Whether what a point opens with can only be what was said just before it ("This would cost more")."""
    return re.match(r"Th(?:is|ese|at|ose)\b", _as_opening(_INITIALS.sub("", said.strip()))) is not None


def hangs(said: str) -> bool:
    """Whether a point speaks of something that only the words before it name ("in this regard", "without him")."""
    body = without_label(said)
    if _BARE_NOUN.match(said) or _OTHERS.match(body) or _WHO_SPOKE.match(said) or _OF_SOMEBODY.match(body):
        return True
    return not _EXPLETIVE.match(body) and points_back(_NOTHING_MEANT.sub("", body))


def says_nothing(said: str) -> bool:
    """Whether a line is no point at all: a lead-in, a link, a slot of time, comings and goings, names."""
    if said.endswith(":") or _SLOT.match(said) or (_COMINGS.search(said) and len(words_in(said)) < _LONG):
        return True
    if _TIMED.search(said) and not _is_sentence(said):
        return True
    return not _LETTERS.search(said) or len(words_in(said)) < 2 or _is_link(said) or is_names(said)


def _as_opening(body: str) -> str:
    """The words with a capital: notes begin a line in lower case as well, or with "…" where the speaker goes on."""
    body = body.lstrip("…. ")
    return f"{body[:1].upper()}{body[1:]}"


def _is_link(said: str) -> bool:
    return _LINK.search(said) is not None and len(words_in(without_label(said))) < SHORT


def is_names(said: str) -> bool:
    """Whether a line lists three or more people and says no more."""
    parts = [part for part in _BETWEEN_NAMES.split(without_label(said).rstrip(" .")) if part]
    return len(parts) > 2 and all(_NAME.fullmatch(part) for part in parts)


def is_fragment(said: str) -> bool:
    """Whether a point is a few words without the form of a sentence ("Still required", "Two benefits")."""
    body = without_label(said)
    count = len(words_in(body))
    if count >= SHORT:
        return False
    has_figure = re.search(r"\d", body) is not None and len(body.split()) >= _FEWEST_IN_FIGURES
    return not (has_figure or _is_sentence(body))


def _is_sentence(body: str) -> bool:
    return (body.endswith((".", "!")) and len(words_in(body)) > 2) or _VERB.search(body) is not None


def is_torn(said: str) -> bool:
    """Whether a point begins or ends in mid-sentence, lacks a bracket or quotation mark, or is all quoted."""
    words = re.sub(r"[:;][-’']?[()]|(?:^|\s)(?:\d{1,2}|[a-z]|[ivx]{2,3})\)", " ", said)
    halved = any(words.count(one) != words.count(other) for one, other in ("()", "[]", "“”"))
    if _QUOTED.fullmatch(said.strip()):
        return True
    return halved or words.count('"') % 2 == 1 or _OPEN_END.search(said.rstrip(" …")) is not None


def leans(said: str) -> bool:
    """Whether a point says nothing without the words before it: "This is why", "But it leaks", "Needs one"."""
    body = _as_opening(without_addition(without_mark(without_label(said))))
    if _EXPLETIVE.match(body):
        return False
    opens = (
        _POINTING.match(body)
        or _JOINING.match(body)
        or _THAT_IS.match(body)
        or (_LIKE_IT.match(body) and not _VERB.search(body))
        or (_NO_SUBJECT.match(body) and not body.endswith("?"))
    )
    of_it = _SAYS_OF_IT.match(body) and not _SAYS_OF_SELF.match(body)
    if opens is not None or of_it or _HALF.match(said) or _ASIDE.fullmatch(said.strip()):
        return True
    return len(words_in(body)) < 2 * SHORT and _POINTS_AT_LAST.search(body) is not None and not _TOPIC_FIRST.match(body)
