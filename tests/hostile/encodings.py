"""Text whose bytes come from two encodings, were cut, or were decoded wrongly before."""

from __future__ import annotations

import random

_WORDS = "café naïve Zoë – “quay” £40 résumé Łódź—ok crème Åse’s façade".split()
_PLAIN = "Ada to call the plumber about the boiler before the next meeting".split()
_WINDOWS = [word for word in _WORDS if word.encode("cp1252", "ignore").decode("cp1252") == word]
CLEAN = (
    "Zoë’s café – £40 for the “quay”; Ada said naïve, façade, Årsmøte, señor, 5 × 3 = 15 °C, Â is a letter, Ã is too."
)


def mixed_file(seed: int) -> tuple[bytes, str]:
    """Lines in UTF-8 and in Windows-1252 by turns, some with a multibyte character cut at the end; and the text."""
    chance = random.Random(seed)
    parts, texts = [], []
    for at in range(40):
        words = chance.choices(_PLAIN, k=8)
        words[chance.randrange(8)] = chance.choice(_WINDOWS if at % 2 else _WORDS)
        text = " ".join(words)
        texts.append(text)
        parts.append(text.encode("cp1252" if at % 2 else "utf-8"))
    if seed % 5 == 0:
        parts[-1] += "€".encode()[:2]
    return b"\n\n".join(parts), "\n".join(texts)


def mojibake(seed: int) -> str:
    """Text that was UTF-8, was read as Windows-1252 and saved again."""
    chance = random.Random(seed)
    words = [*chance.choices(_PLAIN, k=30), *chance.sample(("café", "naïve", "Zoë", "Ada’s", "–", "£40", "“quay"), 5)]
    chance.shuffle(words)
    return " ".join(words).encode().decode("cp1252", "replace")
