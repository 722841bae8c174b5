"""Small invented e-mail messages, as mail programs write them."""

from __future__ import annotations

from email.message import EmailMessage

MINUTES = """Lantern Hill Society

Present: Ann Baxter, Colin Dray

Ann to call the plumber before Friday.
Colin was thanked for the cakes.
"""


def make_mail(
    body: str | None = None,
    *attachments: tuple[str, str, bytes],
    html: str | None = None,
    subject: str = "Minutes of the Lantern Hill Society",
) -> bytes:
    """A message; each attachment is its name, its media type and its bytes."""
    message = EmailMessage()
    message["From"] = "Kit Loomis <kit@example.org>"
    message["To"] = "all@example.org"
    message["Date"] = "Wed, 06 Mar 2030 10:12:00 +0000"
    message["Subject"] = subject
    if body is not None:
        message.set_content(body)
    if html is not None:
        (message.add_alternative if body is not None else message.set_content)(html, subtype="html")
    for name, media_type, data in attachments:
        main, sub = media_type.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def nest(data: bytes, times: int) -> bytes:
    """The message within others that hold nothing else."""
    for at in range(times):
        head = b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at)
        data = head + b"Content-Type: message/rfc822\n\n" + data + b"\n--b%d--\n" % at
    return data


def nest_parts(times: int) -> bytes:
    """Containers in containers, written at once: the message is as large as its depth."""
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(times))
    return b"MIME-Version: 1.0\n" + opened + b"Content-Type: text/plain\n\nwords\n"
