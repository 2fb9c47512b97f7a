"""What the caller did wrong raises; what is wrong with the paper is a finding."""


class DocvalidateError(Exception):
    """Any error that the caller can mend; the message says what, where and what to do next."""


class UnreadableDocument(DocvalidateError):  # noqa: N818 - named for what is wrong
    """The paper cannot be read. `reason` is one word of `REASONS`; a check turns it into a finding."""

    def __init__(self, message: str, reason: str = "damaged") -> None:
        super().__init__(message)
        self.reason = reason


class UnknownCustomer(DocvalidateError):  # noqa: N818
    """The registry holds no version for this customer."""


class UnknownVersion(DocvalidateError):  # noqa: N818
    """The registry holds no such version of this customer's instruction."""


class InvalidInstruction(DocvalidateError):  # noqa: N818
    """An instruction file does not say what it must; the message names file, line and key."""


class InvalidSettings(DocvalidateError):  # noqa: N818
    """The settings file holds a key or value that is not known."""


class RegistryUnavailable(DocvalidateError):  # noqa: N818
    """The registry cannot be read or written now: locked, full, read only, lost, or of a newer version."""


class RegistryConflict(DocvalidateError):  # noqa: N818
    """What was to be put on record contradicts what stands there; nothing was written."""


class WordRefused(DocvalidateError):  # noqa: N818
    """The word cannot count as the customer's: not theirs, too early, of another order, or not a yes."""
