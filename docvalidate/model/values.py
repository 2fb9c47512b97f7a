"""Values do not change once made, and accept no key that they do not know."""

from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points (1/72 inch) from the top left corner of the page as it is displayed."""


class Frozen(BaseModel):
    """A value: equal to another by its content, hashable, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )


class Message(Frozen):
    """The e-mail that a paper came with: who sent it when, and the identifier that finds it again (RFC 5322)."""

    sender: str | None = None
    date: str | None = None
    id: str | None = None
    subject: str | None = None


class Source(Frozen):
    """Where on which paper a value stands, so that a person can look for themselves.

    `page` counts from 1 and `box` is in points; structured files have a `path` (element path or cell) instead.
    `certainty` (0 to 1) is how sure the reader of a picture is of the letters; `image` is that part of it, as a
    data URL (RFC 2397). `message` is the e-mail that the paper came with.
    """

    document: str
    page: int | None = None
    box: Box | None = None
    caption: str | None = None
    path: str | None = None
    certainty: float | None = None
    image: str | None = None
    message: Message | None = None
