"""What HTML nodes say about themselves: emphasis, menus and hidden parts, list starts and spans."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from minutextract.errors import TooDeep

DROPPED = frozenset(
    "script style nav footer aside noscript template svg math select option button textarea iframe object "
    "head title del s strike audio video canvas".split()
)
BLOCKS = frozenset(
    "p div section article main header blockquote center address figure figcaption fieldset legend details summary "
    "dl dt dd hr body form hgroup ul ol li table caption thead tbody tfoot tr td th pre h1 h2 h3 h4 h5 h6".split()
)
_STRONG = frozenset(("b", "strong", "u"))
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|menubar|breadcrumbs?|sidebar|footer|cookie|skip-?link|navigation|site-header)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(
    r"display:\s*none|visibility:\s*hidden|text-decoration(?:-line)?:[^;]{0,40}?\bline-through", re.IGNORECASE
)
_LONGEST_MENU = 1500
# Elements that the next one of their kind closes, or that hold nothing, do not nest however many are left open.
_FLAT = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup a area base br col embed hr img input link meta param "
    "source track wbr h1 h2 h3 h4 h5 h6 button html head body colgroup caption".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,30})")
_DEEPEST = 5000


def refuse_deep(markup: str) -> None:
    """Check the depth before parsing, which takes quadratic time in it.

    Raises:
        TooDeep: more than 5,000 elements are open at once.
    """
    if markup.count("<") <= _DEEPEST:
        return
    depth = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if match[1] else depth + 1
            if depth > _DEEPEST:
                raise TooDeep("the page is nested too deeply", "Open it in a browser and copy its text to a file.")


def is_strong(node: LexborNode, tag: str) -> bool:
    """Whether an inline element sets its text in bold or underlines it."""
    style = node.attributes.get("style") if tag == "span" else None
    return tag in _STRONG or (style is not None and _BOLD_STYLE.search(style) is not None)


def is_left_out(node: LexborNode, tag: str) -> bool:
    """Whether an element is no text of the page: scripts, navigation, hidden and struck-out parts.

    Long text under a navigation's name is content after all.
    """
    attributes = node.attributes
    if tag in DROPPED or not attributes:
        return tag in DROPPED
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if attributes.get("role") != "navigation" and not _MENU.search(names):
        return False
    return tag != "body" and len(node.text(deep=True)) <= _LONGEST_MENU


def heading_level(tag: str) -> int:
    """Level of a heading element, 0 for any other."""
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def integer(node: LexborNode, name: str, default: int) -> int:
    """An attribute as a whole number, or the default."""
    value = (node.attributes.get(name) or "").strip()
    return int(value) if value.isascii() and value.removeprefix("-").isdigit() and len(value) < 7 else default
