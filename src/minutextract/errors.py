"""Errors with a code, a cause and a remedy, and the exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line reports to the shell; the numbers are part of the contract."""

    OK = 0
    USAGE = 1
    QUARANTINED = 2
    STORE = 3
    MODEL = 4
    MISSING_PROGRAM = 5
    INTERRUPTED = 130


class MinutextractError(Exception):
    """Base of every error that a user can act on.

    Attributes:
        cause: what happened, in a sentence without a full stop.
        remedy: what to do about it.
        code: short fixed word, stable for scripts.
        exit_code: what a command that ends on this error returns.
    """

    code = "error"
    exit_code = ExitCode.USAGE

    def __init__(self, cause: str, remedy: str = "") -> None:
        super().__init__(f"{cause}. {remedy}" if remedy else cause)
        self.cause = cause
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[MinutextractError], tuple[str, str]]:
        """Travel between processes with cause and remedy apart."""
        return type(self), (self.cause, self.remedy)


class UsageError(MinutextractError):
    """The command or the configuration asks for something that makes no sense."""

    code = "usage"


class ReadError(MinutextractError):
    """A document cannot be read; the others go on."""

    code = "unreadable"
    exit_code = ExitCode.QUARANTINED


class MissingFile(ReadError):
    """There is no such file, or it is no regular file."""

    code = "no-such-file"
    exit_code = ExitCode.USAGE


class EmptyDocument(ReadError):
    """The file holds no bytes, or no text once read."""

    code = "empty"


class NoText(ReadError):
    """Pages without a text layer: a scan."""

    code = "no-text"


class UnsupportedFormat(ReadError):
    """No reader for this kind of file."""

    code = "unsupported-format"


class NeedsProgram(ReadError):
    """This kind of file is read through another program, which is not installed."""

    code = "needs-program"


class CorruptDocument(ReadError):
    """The file is damaged, or is not what its first bytes say."""

    code = "corrupt"


class EncryptedDocument(ReadError):
    """The file needs a password."""

    code = "encrypted"


class OversizedDocument(ReadError):
    """The file is beyond the limits."""

    code = "too-large"


class ZipBomb(ReadError):
    """A package inflates to more than its limits allow."""

    code = "zip-bomb"


class DocumentTypeDeclared(ReadError):
    """XML with a document type, through which files could be read and memory filled."""

    code = "dtd"


class TooDeep(ReadError):
    """Elements or parts are nested beyond what any writer makes."""

    code = "too-deep"


class TimeLimit(ReadError):
    """Reading takes longer than it may."""

    code = "timeout"


class MemoryLimit(ReadError):
    """Reading takes more memory than it may."""

    code = "out-of-memory"


class ReaderCrashed(ReadError):
    """Reading the file ended the process that read it."""

    code = "crashed"


class NoMinutes(ReadError):
    """The document was read, but nothing in it is of a meeting."""

    code = "no-minutes"


class FileChanged(ReadError):
    """The bytes that were read are not those that were asked for: the file is still being written."""

    code = "changed"


class InternalError(ReadError):
    """A mistake of ours that one document brought out."""

    code = "internal"


class MissingProgram(MinutextractError):
    """Something that the installation needs is not there."""

    code = "missing-program"
    exit_code = ExitCode.MISSING_PROGRAM


class VersionMismatch(MinutextractError):
    """Another machine finds by another version, and so would find something else."""

    code = "other-version"
    exit_code = ExitCode.MISSING_PROGRAM


class ModelError(MinutextractError):
    """A model folder is incomplete, altered or of another version."""

    code = "model-refused"
    exit_code = ExitCode.MODEL


class StoreError(MinutextractError):
    """A store cannot be opened, read or written."""

    code = "store"
    exit_code = ExitCode.STORE


class OutputError(MinutextractError):
    """A result cannot be written."""

    code = "io"
    exit_code = ExitCode.STORE


class CorpusError(MinutextractError):
    """An annotated corpus does not follow the format."""

    code = "bad-corpus"
