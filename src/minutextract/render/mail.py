"""A summary as a draft mail that a mail program opens ready to send."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses

from minutextract.errors import UsageError
from minutextract.file_content import as_bytes

_TYPES = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".pdf": ("application", "pdf"),
    ".json": ("application", "json"),
    ".ics": ("text", "calendar"),
    ".csv": ("text", "csv"),
    ".html": ("text", "html"),
    ".md": ("text", "markdown"),
    ".txt": ("text", "plain"),
}


def draft(subject: str, text: str, html: str, to: Sequence[str], attachments: Mapping[str, str | bytes]) -> bytes:
    """The bytes of an .eml file, the same for the same words.

    A draft has no date, sender and message id: the mail program gives them when it is sent. `X-Unsent` makes programs
    open it for writing.

    Args:
        subject: one line.
        text: the message for programs that show no HTML.
        html: the message.
        to: addresses, with or without names; none leaves them to the sender.
        attachments: contents by file name, whose ending says what they are.

    Raises:
        UsageError: an address is none.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = subject
    if to:
        message["To"] = addresses(to)
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    for name, content in attachments.items():
        data = as_bytes(content, name)
        kind, subtype = _TYPES[name[name.rindex(".") :]]
        more = {"charset": "utf-8"} if kind == "text" else {}
        message.add_attachment(data, kind, subtype, filename=name, params=more)
    _set_boundaries(message, hashlib.sha256(f"{subject}\n{text}\n{html}".encode()).hexdigest()[:24])
    return message.as_bytes()


def addresses(written: Sequence[str]) -> tuple[Address, ...]:
    """Addresses as a header takes them.

    Raises:
        UsageError: one of them is no address.
    """
    found = []
    for one in written:
        # Line breaks would end the header, were they let through.
        pairs = [] if {"\r", "\n"} & set(one) else getaddresses([one])
        try:
            named = [Address(name, addr_spec=spec) for name, spec in pairs]
            if not named or not all(address.username and address.domain for address in named):
                raise ValueError
            found += named
        except (ValueError, IndexError, MessageError) as error:
            raise UsageError(f"{one} is no mail address", "Write name@example.org.") from error
    return tuple(found)


def _set_boundaries(message: EmailMessage, token: str) -> None:
    """Boundaries from the words: those of the library differ from run to run."""
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{token}_{number}")
