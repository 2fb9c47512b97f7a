"""Values do not change once made, and accept no key that they do not know."""

from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points (1/72 inch) from the top left corner of the page as it is displayed."""


class Frozen(BaseModel):
    """A value: equal to another by its content, hashable, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )


class Source(Frozen):
    """Where on which paper a value stands, so that a person can look for themselves.

    `page` counts from 1 and `box` is in points; structured files have a `path` (element path or cell) instead.
    """

    document: str
    page: int | None = None
    box: Box | None = None
    caption: str | None = None
    path: str | None = None
