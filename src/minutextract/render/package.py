"""Packages of XML, such as Word documents, that are the same whenever they are written."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)


def undated(package: bytes) -> bytes:
    """The package without the times at which its parts were written."""
    stream = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(stream, "w") as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, _DAY)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(part))
    return stream.getvalue()
