"""Lists that a sentence settles as a whole ("The following fees were adopted: …"), and those of several decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutextract.corpus import LABELS
from minutextract.document import BlockKind, Document
from minutextract.findings.motions import opens_motion
from minutextract.people.names import looks_like_name
from minutextract.record import Sentence

_SETTLES = (
    r"(?:approved|adopted|accepted|agreed(?:\s+(?:on|to|upon))?|resolved|decided(?:\s+on)?|authori[sz]ed|ratified)"
)
_BODY = (
    r"(?:we|(?:the\s+|all\s+)?(?:\w+\s+){0,2}(?:board|council|committee|trustees|meeting|members|directors|governors|"
    r"councillors|group|team))"
)
_FOLLOWING = re.compile(
    # "The following fees were adopted", "It was agreed that the following payments may be made"
    rf"\b{_SETTLES}\s(?:[\w’',-]+\s+){{0,4}}?(?:the\s+)?foll?owing\b[^.;:]{{0,100}}$|"
    rf"\b(?:the\s+)?foll?owing\b[^.;:]{{2,80}}\b(?:was|were|are|is|been)\s+(?:\w+ly\s+)?(?:discussed\s+and\s+)?{_SETTLES}[^.;:]{{0,40}}$|"
    rf"\b{_SETTLES}\b[^.;:]{{0,60}}\bas\s+follows$|\bfollowing\s+(?:dates|deadlines)\s+were\s+set\b[^.;:]{{0,60}}$",
    re.IGNORECASE,
)
# What leads a list in by its colon alone.
_WITH_COLON = re.compile(
    rf"\b(?:payments?|invoices|cheques|fees|charges|changes|amendments|dates|names)\s+(?:(?:was|were)\s+)?{_SETTLES}\b[^.;:]{{0,60}}$|"
    # "Approved these classes of paper as fit to be quoted", "We agreed on a couple of proposals to include"
    rf"^\W*(?:{_BODY}\s+(?:(?:then|also|unanimously)\s+)?)?{_SETTLES}\s+(?!that$|to$|by$|from$)[^.;:]{{3,120}}$",
    re.IGNORECASE,
)
_CHOSEN = re.compile(
    r"\b(?:officers?|trustees?|directors|governors|members?|committee|roles|posts|chairs?|representatives)\b[^.;:]{0,60}\b(?:appointed|elected|selected|chosen)\b"
    r"[^.;:]{0,40}$|\b(?:appointed|elected|selected|chose)\b[^.;:]{0,40}\b(?:officers?|trustees?|directors|governors|members|committee|chairs?|representatives)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_EACH_APPROVES = re.compile(r"\W*(?:approvals?|approved\s+by|votes?)\W*", re.IGNORECASE)
_APPROVER = re.compile(
    r"\W*(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})\s*[-–—:]\s*(?i:approved?|agreed|yes|aye|in\s+favou?r)\W*"
)
# Open, settled elsewhere or on another day, or of what is no decision.
_NOT_SO = re.compile(
    r"\?|\b(?:previous|last|earlier)\s+(?:calls?|meetings?|weeks?|sessions?)\b|\bnot\b|n[’']t\b|\b(?:to|may|might|could|should)\s+be\s+(?:agreed|decided|approved|elected|appointed)\b|"
    r"\bunapproved\b|\bapolog|\babsen|\bagenda\b|\bpropos|\brecommend|\balready\b|\bclose\s+to\b|\bhave\s+been\s+agreed\s+upon\b|\bto\s+have\s+been\b|"
    r"\b(?:actions?|tasks?|to[\s-]dos?|action\s+items|topics)\b|^\W*noted\b",
    re.IGNORECASE,
)
# "It was agreed:", "The council resolved that:", and what an entry of such a list opens with.
_EACH = re.compile(
    rf"(?:\bit\s+(?:was|is)\s+(?:also\s+|then\s+|further\s+)?(?:agreed|resolved|decided)|^\W*(?:{_BODY}\s+)?(?:agreed|resolved|decided))\s*(?P<joint>that|to)?\s*[:;–—-]+\W*$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\W*(?:[a-z]\W\s*)?(?:that|to)\s", re.IGNORECASE)
_END = " \n\t:;.,–—-"
_TELLS = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|stood|reported|agreed)\b|:$", re.IGNORECASE)
_MONEY = re.compile(r"[£$€]\s?\d")
_TWO_SENTENCES = re.compile(r"[a-z)]{2}[.!?]\s+[A-Z]")
_LONGEST_LEAD, _LONGEST_ENTRY, _LONGEST, _MOST = 260, 130, 500, 14
_FEWEST_APPROVERS = 2


@dataclass(frozen=True, slots=True)
class SettledList:
    """A list that is one decision with the sentence above it, by index of its first and last block."""

    first: int
    last: int
    text: str


def settled_lists(document: Document, sentences: Sequence[Sentence]) -> dict[str, SettledList]:
    """The lists that are one decision, by the id of the sentence that leads them in."""
    found = {}
    last_of_block = {one.block: one for one in sentences}
    tasks = {one.block for one in sentences if "action" in one.labels}
    for block, lead in last_of_block.items():
        said = lead.span.of(document.text).rstrip(_END)
        if document.blocks[block].kind is BlockKind.ROW or len(said) > _LONGEST_LEAD or _NOT_SO.search(said):
            continue
        entries = _entries(document, block, said)
        if entries and not tasks.intersection(entries):
            words = _joined(document, entries)
            if len(words) <= _LONGEST:
                found[lead.id] = SettledList(entries[0], entries[-1], f"{said}: {words}")
    return found | _approvals(document, sentences)


def _joined(document: Document, entries: Sequence[int]) -> str:
    """The entries in one line, without what joined each to the next."""
    told = (document.blocks[at].content.of(document.text).rstrip(_END) for at in entries)
    return "; ".join(one.removesuffix(" and").removesuffix(" or").rstrip(_END) for one in told)


def _approvals(document: Document, sentences: Sequence[Sentence]) -> dict[str, SettledList]:
    """Lists in which each of several people approves what stands above, by the id of their first sentence."""
    firsts = {one.block: one for one in reversed(sentences)}
    found = {}
    for at, block in enumerate(document.blocks):
        words = block.content.of(document.text).rstrip(_END)
        entries = _items(document, at) if _EACH_APPROVES.fullmatch(words) else []
        each = [_APPROVER.fullmatch(document.blocks[one].content.of(document.text)) for one in entries]
        if len(each) >= _FEWEST_APPROVERS and all(each) and entries[0] in firsts:
            text = f"{words}: {_joined(document, entries)}"
            found[firsts[entries[0]].id] = SettledList(entries[0], entries[-1], text)
    return found


def with_lists(document: Document, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, with decisions told in a list labelled once or each as what leads the list in says."""
    wholes = settled_lists(document, sentences)
    parts = {at for one in wholes.values() for at in range(one.first, one.last + 1)}
    each = _each_settled(document, sentences)
    return [
        _with_decision(one)
        if one.id in wholes or one.id in each
        else replace(one, labels=tuple(label for label in one.labels if label != "decision"))
        if one.block in parts
        else one
        for one in sentences
    ]


def _with_decision(sentence: Sentence) -> Sentence:
    return replace(sentence, labels=tuple(label for label in LABELS if label in {*sentence.labels, "decision"}))


def _each_settled(document: Document, sentences: Sequence[Sentence]) -> set[str]:
    """The first sentences of the entries of lists each of which the sentence above says was agreed."""
    firsts: dict[int, Sentence] = {}
    for one in sentences:
        firsts.setdefault(one.block, one)
    found = set[str]()
    for lead in {one.block: one for one in sentences}.values():
        said = lead.span.of(document.text)
        led = None if _NOT_SO.search(said) else _EACH.search(said)
        if led is None:
            continue
        entries = _items(document, lead.block)
        joined = [at for at in entries if led["joint"] or _JOINT.match(document.blocks[at].content.of(document.text))]
        if 2 * len(joined) > len(entries):
            found |= {firsts[at].id for at in entries if at in firsts}
    return found


def _entries(document: Document, block: int, said: str) -> list[int]:
    """The blocks of the list that a sentence settles; empty if it settles none or they are no list of things."""
    below = _items(document, block)
    words = [document.blocks[at].content.of(document.text) for at in below]
    led = document.blocks[block].content.of(document.text).rstrip(" -–—*_").endswith(":")
    if led and _CHOSEN.search(said):
        return below if below and all(map(_names_somebody, words)) else []
    if not (_FOLLOWING.search(said) or (led and _WITH_COLON.search(said))):
        return []
    if not below:
        return _sums(document, block)
    return below if len(below) <= _MOST and all(map(_is_thing, words)) else []


def _items(document: Document, block: int) -> list[int]:
    """The entries right below a block; none if one of them has a list of its own."""
    lead, found = document.blocks[block], list[int]()
    for at in range(block + 1, len(document.blocks)):
        below = document.blocks[at]
        if below.kind is not BlockKind.ITEM or (lead.kind is BlockKind.ITEM and below.level <= lead.level):
            break
        if found and below.level != document.blocks[found[0]].level:
            return []
        found.append(at)
    return found


def _sums(document: Document, block: int) -> list[int]:
    """The short lines below a block up to the last that tells a sum of money."""
    found, last = list[int](), 0
    for at in range(block + 1, min(len(document.blocks), block + 1 + _MOST)):
        below = document.blocks[at]
        words = below.content.of(document.text)
        if below.kind is not BlockKind.PARAGRAPH or not _is_thing(words) or _TELLS.search(words):
            break
        found.append(at)
        last = len(found) if _MONEY.search(words) else last
    return found[:last]


def _is_thing(words: str) -> bool:
    return (
        len(words) <= _LONGEST_ENTRY
        and not words.endswith("?")
        and not _TWO_SENTENCES.search(words)
        and not opens_motion(words)
    )


def _names_somebody(words: str) -> bool:
    """Whether an entry is a name, with a post or a place beside it or not ("Ann Bell", "Chair: Ann Bell (Hull)")."""
    plain = re.sub(r"\([^()]*\)", "", words)
    parts = [part.strip(" .;,") for part in re.split(r"\s*:\s*|\s+[-–—]\s+|,\s+|\s+and\s+|\s+&\s+", plain)]
    return len(words) <= _LONGEST_ENTRY and any(looks_like_name(part, single=True) for part in parts if part)
