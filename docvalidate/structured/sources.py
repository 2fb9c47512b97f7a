"""A value that came with an e-mail says so: who sent it and when stands beside where it is printed."""

from typing import Any, TypeVar

from docvalidate.model.values import Frozen, Message, Source

Model = TypeVar("Model", bound=Frozen)


def with_message(value: Model, message: Message) -> Model:
    """The same value, with the message in every source that has none yet; the message nearest to the paper stays.

    >>> with_message(Source(document="mail.eml: draft.pdf"), Message(id="<1@line.example>")).message.id
    '<1@line.example>'
    """
    if isinstance(value, Source):
        return value if value.message is not None else value.model_copy(update={"message": message})
    changed: dict[str, Any] = {}
    for field in type(value).model_fields:
        before = getattr(value, field)
        after = _mapped(before, message)
        if after is not before:
            changed[field] = after
    return value.model_copy(update=changed) if changed else value


def _mapped(value: Any, message: Message) -> Any:
    if isinstance(value, Frozen):
        return with_message(value, message)
    if isinstance(value, tuple):
        mapped = tuple(_mapped(it, message) for it in value)
        return mapped if any(a is not b for a, b in zip(mapped, value, strict=True)) else value
    return value
