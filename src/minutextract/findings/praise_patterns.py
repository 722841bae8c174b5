"""The wordings of thanks and approval, as patterns: the verb, the passive, the noun, and what ends each part."""

from __future__ import annotations

import re

_ADVERB = (
    r"(?:(?:also|then|both|all|would|likes?\s+to|wish(?:e[sd])?\s+to|want(?:s|ed)\s+to|like\s+to|sincerely|warmly|formally|"
    r"especially|particularly|personally|greatly|further|really|publicly|again|take\s+(?:this|the)\s+opportunity\s+to)\s+){0,4}"
)
_KIND = (
    r"(?:(?:his|her|their|its|our|my|sincere|sincerest|many|grateful|warm|warmest|special|big|huge|hearty|heartfelt|the|a|"
    r"vote\s+of|best|deep|personal|committee[’']s|board[’']s|council[’']s)\s+){0,4}"
)
_THANKS = (
    r"(?:thanks|thank-you|gratitude|appreciation|congratul\w{0,3}ions|congrats|praise|tribute|kudos|props|shout-?\s?outs?|"
    r"commendations?|compliments)"
)
_MORE = r"(?:\s+and\s+(?:an?\s+\w+(?=\s+(?:was|were)\b)|appreciation|thanks|gratitude|congratulations|best\s+wishes))?"
# What stands between a word of thanks and the one thanked.
_DEGREE = (
    r"(?:\s+(?:again|also|all\s+a?round|"
    r"very\s+much|so\s+much|a\s+lot|a\s+million|once\s+again|go(?:es)?\s+out|indeed))*"
)

ACTIVE = re.compile(
    rf"\b{_ADVERB}(?:thank(?:ed|s|ing)?(?!\s*(?:[,.!;:)]|$))(?!\s+(?:to|from|for|were|was|go|goes|again|"
    r"very|so|a\s+lot|also|you(?!\s+(?-i:[A-Z@]))|is|are|and|yeah|had|has|have|be|been|being|expressed|given|offered|recorded|extended)\b)(?:\s+you(?=\s+(?-i:[A-Z@])))?|"
    r"congratulat(?:es?|ed|ing)|prais(?:es|ed|ing)|commend(?:ed|s|ing)|applaud(?:ed|s|ing)|compliment(?:ed|s|ing)|"
    r"appreciates?|appreciated(?!\s*[.!]?$)|echoed|endorsed|welcome[sd]|(?:paid|pays|pay|paying)\s+tribute\s+to|"
    r"(?:recogni[sz]e[sd]?|recogni[sz]ing|acknowledge[sd]?|acknowledging)(?!\s+(?:that|the\s+need|how|and)\b)|"
    r"like[sd](?!\s+to\b)|love[sd]|enjoyed|approve[sd]?\s+of|"
    rf"(?:express(?:ed|es|ing)?|extend(?:ed|s|ing)?|gave|gives?|giving|offer(?:ed|s|ing)?|record(?:ed|s|ing)?|pass(?:ed|es)?\s+on|convey(?:ed|s|ing)?|sen[dt]s?|"
    rf"proposed|noted|stated|reiterated|led|said|say|add(?:ed|s)|plac(?:ed|es)\s+on\s+record|voiced|repeated|moved|shared)\s+{_KIND}"
    rf"{_THANKS}{_MORE}(?:\s+on\s+behalf\s+of\s+[^,.;]{{3,40}}?)?\s+to|(?:reiterated|expressed)\s+(?:its|their|his|her)\s+support\s+(?:for|to)|"
    rf"(?:express(?:ed|es|ing)?|voiced|shared|recorded|noted)\s+{_KIND}(?:{_THANKS}|satisfaction|delight|admiration|pleasure|thankfulness)(?=\s+(?:at|with|of|about|on|in|that)\s)|"
    r"(?:is|was|were|are)\s+(?:\w+\s+)?(?:complimentary|appreciative|supportive|full\s+of\s+praise)(?:\s+(?:of|about|for))?|"
    r"(?:is|was|were|are)\s+(?:very|extremely|really|most)\s+positive\s+about|"
    r"(?:spoke|speaks|spoken)\s+(?:very\s+)?highly\s+of|credit(?:ed|s)|admire[sd]|salute[sd]|hail(?:ed|s)|"
    r"(?:highlighted|noted|remarked\s+on|commented\s+on|mentioned)\s+(?:how\s+|what\s+)?(?:the|a|an|his|her|their)\s+(?:very\s+)?(?:great|good|hard|excellent|outstanding|fantastic|amazing|superb|valuable)|"
    rf"express(?:ed|es)?\s+{_KIND}{_THANKS}(?=\s+(?:for|and)\s|\s*[.,]|$)|"
    r"(?:is|was|were|are|am|felt)\s+(?:very\s+|most\s+|so\s+|really\s+|pretty\s+|extremely\s+)?(?:\w+ly\s+)?(?:grateful|thankful)\s+(?:to(?!\s+(?:be|see|hear)\b)(?:\s+have)?|for)|"
    r"(?:is|was|were|are|am|felt)\s+(?:\w+\s+){0,2}(?:pleased|impressed|delighted|thrilled|happy|excited|proud|glad)(?:\s+(?:with|by|at|of|about|to\s+see|that))?)"
    r"(?:\s+(?:again|(?:most\s+)?(?:sincerely|warmly|personally|especially|particularly))(?=\s))*(?:\s+|(?=[.,]|$))",
    re.IGNORECASE,
)
# Thanks behind thanks: "… and (she) thanked CD for …".
ALSO_THANKED = re.compile(
    r"\b(?:and|but|also|in\s+turn,?|he|she|they)\s+(?:also\s+|then\s+)?(?:thank(?:ed|s)|congratulate[ds])\s+(?!for\b|you\b|to\b)",
    re.IGNORECASE,
)
# Only those who can be thanked follow these.
THANKING = re.compile(r"thank|congratul|grateful|gratitude|appreciation|tribute|support", re.IGNORECASE)
PASSIVE = re.compile(
    r"\s*,?\s*\b(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been|to\s+be|being|should\s+be|will\s+be)\s+)(?:\w+ly\s+|very\s+|highly\s+|much\s+|also\s+|all\s+){0,3}"
    r"(?:thanked|congratulated|praised|commended|applauded|complimented|appreciated|"
    r"recogni[sz]ed|acknowledged)\b",
    re.IGNORECASE,
)
NOUN = re.compile(
    rf"\b{_KIND}(?:{_THANKS}|thank\s+you(?!\s+(?:note|letter|card|gift|lunch|meal|party|e-?mail|message)s?\b)|well\s+done|grateful|thankful){_MORE}\b{_DEGREE}"
    r"(?:\s+(?:is|are|was|were|should|be|have|has|been|go(?:es)?|went|due|owed|expressed|recorded|extended|given|"
    r"offered|passed|noted|conveyed|sent|made)){0,4}"
    r"(?:\s+(?:(?:by|from)\s+(?P<by>[^,.;]{2,60}?)))?\s*,?\s+(?:also\s+)?(?:to|on\s+behalf\s+of|for(?=\s+(?:all\s+)?(?:the\s+ones|those|everyone|everybody)\s+who\b))\s+"
    r"(?!be\b|have\b|see\b|hear\b)",
    re.IGNORECASE,
)
# "Thanks, AB!", "Well done AB and CD": the name follows without a word between.
CALLED = re.compile(
    rf"(?:\b(?:thanks|thank\s+you|thank(?!\s+you)|congratulations|congrats|kudos|well\s+done|cheers)\b(?!\s+(?:note|letter|card|gift|lunch|meal|party|e-?mail|message)s?\b){_DEGREE}"
    r"|\b(?:great|good|excellent|amazing|brilliant|fantastic|awesome|nice|super|superb|wonderful|outstanding)"
    r"(?:\s+(?:jobs?|work|effort|points?|stuff|presentation|support|talk|idea))?"
    r"(?:\s+(?:for|by|from|of|to|done\s+by)(?=\s))?)\s*,?\s+",
    re.IGNORECASE,
)
# "Thanks for the discussion, everyone."
CALLED_LAST = re.compile(
    r"\b(?i:thanks|thank\s+you)\b[^.!?]{0,80}?(?:\s(?P<group>everyone|everybody|folks|team|guys|all)|"
    r"(?:,\s|\s(?=\w+!))(?P<name>[A-Z]\w+))[.!]*$",
)
_FINE = (
    r"(?:great|good|nice|excellent|amazing|brilliant|fantastic|awesome|wonderful|outstanding|superb|terrific|tremendous|"
    r"marvellous|splendid|sterling|first-rate|invaluable|incredible|exceptional|stellar|lovely|impressive|thorough|hard|"
    r"exciting|huge|helpful|supportive|valuable|useful|interesting|informative|super|massive|sound|fine|solid)"
)
_HOW = (
    r"(?:(?:so|very|really|absolutely|just|quite|incredibly|extremely|always|a|an|some|such|lots\s+of|all|the|his|her|"
    r"their|this)\s+){0,3}"
)
# "AB did a great job", "AB has been wonderful", "AB kindly offered": those before it are praised.
DID_WELL = re.compile(
    rf"\s+(?:can|should|may|must)\s+(?:all\s+)?be\s+(?:very\s+|really\s+)?proud\b|\s+deserves?\s+(?:\w+\s+){{0,2}}{_THANKS}\b|"
    rf"\s+(?:is|was|are|were|has\s+been|have\s+been)\s+(?:an?\s+|such\s+an?\s+|the\s+)?(?:(?:very|really|absolutely)\s+)?{_FINE}\s+(?:\w+\s+)?"
    rf"(?:speakers?|leaders?|assets?|mentors?|chairs?|hosts?|ambassadors?|members?|teachers?|colleagues?|helpers?|volunteers?|organi[sz]ers?)\b|"
    rf"\s+(?:(?:has|have|had)\s+)?(?:(?:was|were|is|are|been)\s+)?(?:did|does|done|doing|gave|given|giving|wrote|"
    rf"made|makes|put\s+(?:in|together)|ran|led|working|has|have|[a-z]{{3,}}ed(?:\s+(?:off|up|out|over))?)\s+"
    rf"{_HOW}{_FINE}\b|"
    rf"\s+(?:(?:has|have|had)\s+)?(?:is|was|were|are|been|being)\s+{_HOW}{_FINE}(?=\s*(?:[,.;!]|$|and\b|at\b|in\b|with\b|for\b))|"
    r"\s+(?:(?:has|have|had|who)\s+)?(?:so\s+|very\s+)?(?:kindly|generously)\s+\w+",
    re.IGNORECASE,
)
# "the work of AB", "support provided by AB": whose work is approved.
WORK_OF = re.compile(
    r"\b(?:(?:work|help|support|input|efforts?|contributions?|leadership|service|generosity|jobs?|assistance|speech|talk|presentation|participation|"
    r"dedication|commitment|kindness|hospitality|professionalism|enthusiasm|patience|expertise|achievements?)\s+(?:(?:\w+ed|done|given)\s+)?(?:by|of|from)|(?:"
    r"performances?|sessions?|workshops?|lectures?|demonstrations?)\s+(?:(?:given|led|run)\s+)?by|"
    r"(?:testament|tribute|credit|kudos)\s+(?:(?:goes|must\s+go|is\s+due|due)\s+)?to|co-?(?:llaboration|operation)\s+between)\s+(?!the\s+(?:project|website|event|meeting|building)\b)",
    re.IGNORECASE,
)
# "as booked by AB (thank you!)".
IN_BRACKETS = re.compile(
    r"(?P<name>@[\w\-]+|(?<![A-Z])[A-Z]\w{1,60}+(?:\s[A-Z]\w{1,60}+)?)\s*\(\s*(?i:(?:many\s+)?(?:thanks|thank\s+you))[^\w()]{0,4}\)"
)
# "AB offered to look (many thanks!)", "AB bought the paint - cheers": whoever acts is thanked.
THANKED_AFTER = re.compile(
    r"[(,–-]\s*(?:many\s+|big\s+)?(?:thanks|thank\s+you|cheers|kudos)\W*$|"
    r"\band\s+this\s+was\s+(?:(?:\w+ly|very|much)\s+)*(?:welcomed|appreciated)\W*$",
    re.IGNORECASE,
)
# "Pleased that AB and CD are trying": those who follow are approved of.
PLEASED = re.compile(
    r"(?<!\w)(?i:(?:very\s+|so\s+|really\s+|it[’']?s\s+)?(?:pleased|happy|glad|great)\s+(?:that|to\s+see|with|to\s+have))\s+(?=[A-Z@])"
)
# "The fair was run well by the Guides": those behind are praised.
DONE_WELL_BY = re.compile(
    r"\b(?:handled|run|organi[sz]ed|led|managed|presented|prepared|hosted|supported|catered\s+for|looked\s+after)\s+(?:very\s+|so\s+|extremely\s+|really\s+)?"
    r"(?:well|superbly|brilliantly|professionally|beautifully|expertly|excellently|admirably)\s+by\s+"
    r"(?P<who>[^.,;!]{2,50}?)(?=\s+(?:with|during|at|in|who|while|and\s+(?:the|all)\b)|\s*[.,;!]|$)",
    re.IGNORECASE,
)
PRESENTED = re.compile(
    r"\s(?:presented|awarded)\s+(?:(?=[A-Z@])|[^.;]{3,60}?\bto\s+(?=[^.;]{2,60}\bin\s+(?:appreciation|recognition)\b))"
)
# "a vote of thanks for Jo's hard work", "positive comments on Jo's talk", "Jo's excellent talk": whose work it is.
WORK_OF_OWNER = re.compile(
    r"(?:\b(?:for|of|on|to|by|with)\s+(?P<before>[A-Z][\w\-]{1,60}+(?:\s[A-Z][\w\-]{1,60}+)?)[’'](?:s|(?<=s[’']))\s+[a-z]|"
    rf"(?<!\w)(?P<name>[A-Z][\w\-]{{1,60}}+(?:\s[A-Z][\w\-]{{1,60}}+)?)[’']s\s+(?i:(?:very\s+|really\s+|truly\s+)?{_FINE}|tireless|dedicated|continued|ongoing)\s+[a-z])"
)
# Whom a stretch of thanks means by what they did ("everyone who came", "those involved in the fair").
GENERIC = re.compile(
    r"(?:to\s+)?(?:all\s+)?(?:of\s+)?(?:those|everyone|everybody|anyone|all|(?:the|many|most)\s+(?:people|ones|individuals|others))\s",
    re.IGNORECASE,
)
GENERIC_END = re.compile(r"\s+(?:for|ahead\s+of|before|after|during|as|on\s+(?:their|his|her))\s|[,.;:!?(]|\s[–—-]\s|$")
# "… thanks had been received from AB": the giver stands behind.
RECEIVED_FROM = re.compile(
    rf"\b(?:{_THANKS}|thank\s+you\s+(?:note|letter|card|gift|e-?mail|message)s?)\s+(?:\w+\s+){{0,4}}?(?:received\s+)?from\s+(?=[A-Z]|the\s|an?\s)"
    r"|\b(?:complimented|thanked|praised|congratulated|commended)\s+(?:\w+\s+)?in\s+an?\s+(?:letter|card|note|e-?mail|message)\s+from\s+"
    r"|\b(?:feedback|comments?|reviews?)\s+(?:(?:had|has|have|was|were|been|received)\s+){0,3}from\s+(?=[A-Z]|the\s|an?\s|this\s|(?:\w+\s+)?(?:parents|members|residents|users|visitors|participants)\b)"
    r"|\b(?:letter|card|note|e-?mail|message)s?\s+(?:\w+\s+){0,4}?from\s+(?=[^.]{3,120}\b(?:thanking|congratulating|praising|complimenting)\b)",
    re.IGNORECASE,
)
# "… wrote to Jo expressing the club's thanks": whose thanks they are, and who gets them.
THANKS_OF = re.compile(
    rf"\b(?:express(?:ing)?|convey(?:ing)?|with|of|pass(?:ing)?\s+on)\s+(?P<by>(?:the\s+)?[A-Z][\w\-]*(?:\s[A-Z][\w\-]*){{0,3}}|the\s+\w+)[’'](?:s|(?<=s[’']))\s+(?:sincere\s+|warm\s+|grateful\s+)?{_THANKS}\b"
)
WRITTEN_TO = re.compile(
    r"\b(?:write|wrote|written|writing)\s+to\s+(?P<to>[^,.;]{2,60}?)\s+(?:(?:to\s+)?express(?:ing)?|(?:to\s+)?convey(?:ing)?|"
    r"to\s+thank\s+(?:him|her|them)|thanking\s+(?:him|her|them))\b"
)
# Approval that gives way to thanks in the same sentence.
WEAK = re.compile(
    r"\b(?:welcom|like|love|enjoy|pleased|impressed|delighted|happy|excited|proud|glad|noted|highlighted)",
    re.IGNORECASE,
)
# "AB asked the Clerk to thank CD": whoever asks gives them, and not who is to pass them on.
TO_THANK = re.compile(
    r"\s+(?:asked|requested|instructed|suggested)\s+(?:that\s+)?(?P<by_way_of>[^,.;]{2,40}?)\s+(?:to\s+)?"
    r"(?=(?:(?:write|e-?mail)\s+(?:to|and)\s+)?thank\s|(?:pass|send|convey|express|give|extend)\s[^,.;]{0,40}\b(?:thanks|gratitude|appreciation)\s+to\s)"
)
# "AB asked that thanks be sent": who asks gives them.
ASKED = re.compile(r"\s+(?:asked|proposed|suggested|requested|recommended|moved)\s+(?:that\s|a\s|for\s)", re.IGNORECASE)
# "AB asked that the crew be thanked for …".
TO_BE_THANKED = re.compile(
    r"\s+(?:asked|proposed|suggested|requested|wished|moved)\s+that\s+(?P<who>[^,.;]{2,60}?)\s+(?:should\s+)?be\s+(?:\w+ly\s+)?"
    r"(?:thanked|congratulated|commended)\b"
)
_QUALITY = (
    r"(?:humou?r|patience|energy|kindness|candour|wisdom|reading|courage|care|advice|diligence|cheerfulness|tact|work|skills?|help|"
    r"support|contributions?|efforts?|service|dedication|leadership|commitment|input|expertise|time|generosity|enthusiasm)"
)
# "grateful for her skills", "paid tribute to his good humour": somebody named before.
ITS_OWN = re.compile(
    r"\b(?:for|of|to\s+have|have|appreciate[sd]?|praised|commended|tribute\s+to)\s+(?P<who>his|her)\s+(?:\w+\s+){0,2}?"
    rf"{_QUALITY}\b"
)
# What somebody has, which is praised and cannot be thanked: "her good humour".
OWN_QUALITY = re.compile(
    rf"(?:to\s+)?(?:his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}{_QUALITY}\b.*", re.IGNORECASE | re.DOTALL
)
# Behind the receivers: a reason, a relative clause, another verb, or the end. An initial's full stop ends nothing.
RECEIVERS_END = re.compile(
    r",?\s+(?:thanks?|for|not|who|whose|on|in|at|as|after|during|with|regarding|which|that|upon|throughout|having|expressing|because|but|"
    r"ahead|before|when|while|through)\s|(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)\.|\((?![A-Z0-9]{2,8}\)|@)|[;!?]|(?<!:):(?!:)|"
    r"\s+(?=(?:all\s+)?(?:his|her|their|your)\s)|\s+(?=(?:this|these|we|it|they)\s)|,\s+(?:and\s+[a-z]+ed)\b|\s+and\s+(?:[a-z]+ed|asked|said|gave|all|both\s+left)\s|$"
)
# "… for her CBE, for her outstanding work": the last "for" with a possessive gives the reason.
REASON = re.compile(
    r"\b(?:for|on)\s+(?!behalf|duty\b)(?!.{0,80}\bfor\s+(?:her|his|their)\b)|\b(?:for)\s+(?=(?:her|his|their)\b)"
)
# In front of "for", it makes no reason: "who did not stand for a post", "but is no candidate for one".
DENIES = re.compile(
    r"\b(?:not|never|no\s+longer|[a-z]+n[’']t|without)\s+(?:(?!but\b)[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
# Where the reason ends: another verb of the giver, or the word that leads a list in.
REASON_END = re.compile(
    r",?\s+and\s+(?:(?:we|I)\s+(?:do\s+)?(?:hope|wish|look|would|will)|(?:made|published|posted|announced)\b|(?:special\s+|many\s+|also\s+)?thanks?\b|he|she|they|it|both|withdrew|left|plans|thanked|congratulated|encouraged|asked|said|reminded|noted|wished|hoped|informed|invited|urged|reported|explained|then)\b"
    r"|,?\s+as\s+well\s+as\s+(?=[A-Z@])|\s[–—-]\s|,?\s+including\s*:\s*$"
)
