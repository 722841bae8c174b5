"""What is left standing at the ends of words that were taken out of a list, a table or a transcript."""

from __future__ import annotations

import re

# "[name=Jo] says that" goes on in the words of whoever wrote it down; "[name=Jo] we should" is Jo's own.
_SPEAKER_TAG = re.compile(
    r"\[name=([^\[\]\n]{1,60})\](?P<colon>\s*:)?\s*(?P<says>(?=[a-z]{3,20}(?:s|ed)\s+(?:that|to|on|about|if|whether|how)\b))?"
)
_EMPHASIS = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*]{1,300})(?<=\S)\*\*(?!\*)")
_TWICE = re.compile(r"^(?P<label>[A-Z][\w.’' -]{1,40}): (?P=label): ")
_SLOT = re.compile(r"^:?\d{1,2}(?::\d\d)?\s?[-–]\s?:\d\d\s+(?=[A-Z\"“])")
_BULLET = re.compile(r"(?:^|(?<=\w: ))[-–•*]+\s?(?=[A-Za-z\"“])")
_JOINED_ON = re.compile(r"(?:\s*;\s+(?:and|or|but)|\s*,(?:\s+(?:and|or))?|\s*;|(?<=:)[-–—]+|(?<=\s:)[-–—]+)\s*$")
_STOPS = re.compile(r"(?<=[\w)”\"])\.\s\.$")
_SMILEY = re.compile(r"\s?[:;]-?[)(]$")
# A last semicolon may have been taken off as the list's.
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(lt|gt|amp|quot)(?:;|$)")
_LIST_MARK = re.compile(r"(?:^|\s)\w{1,2}\)")


def tidied(text: str) -> str:
    """The text without marks of emphasis, bullets, slots of time, doubled labels, and what joined it to the next."""
    text = _ENTITY.sub(lambda entity: _ENTITIES[entity[1]], text)
    text = _EMPHASIS.sub(r"\1", _SPEAKER_TAG.sub(_speaker, text))
    text = _BULLET.sub("", _SLOT.sub("", _TWICE.sub(r"\g<label>: ", text)))
    text = _STOPS.sub(".", _JOINED_ON.sub("", text))
    return _without_bracket(text)


def _speaker(tag: re.Match[str]) -> str:
    return f"{tag[1]} " if tag["says"] is not None and not tag["colon"] else f"{tag[1]}: "


def _without_bracket(text: str) -> str:
    """The text without a last bracket that nothing opened: its sentence stood in brackets with others."""
    text = _SMILEY.sub("", text)
    bare = text.rstrip(".")
    if not bare.endswith(")") or "(" in bare or _LIST_MARK.search(bare):
        return text
    return bare[:-1].rstrip(" .")
