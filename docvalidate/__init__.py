"""Checks a draft sea waybill or bill of lading against the latest confirmed version of the customer's instruction.

    report = docvalidate.check("draft.pdf", docvalidate.Registry("instructions/"), customer="HARBORLINE")
    report.verdict, report.findings

Names are loaded when they are first asked for, so that `import docvalidate` costs nothing.
"""

from ._version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .model import (
        Check,
        DocvalidateError,
        Entry,
        Evidence,
        Finding,
        Instruction,
        InvalidInstruction,
        InvalidSettings,
        Party,
        Place,
        ReadSettings,
        RegistryConflict,
        RegistryUnavailable,
        Report,
        Source,
        TransportDocument,
        UnknownCustomer,
        UnknownVersion,
        UnreadableDocument,
        Verification,
        WordRefused,
    )
    from .pipeline import check, evidence, read
    from .registry import Registry

__all__ = [
    "Check", "DocvalidateError", "Entry", "Evidence", "Finding", "Instruction", "InvalidInstruction", "InvalidSettings",
    "Party", "Place", "ReadSettings", "Registry", "RegistryConflict", "RegistryUnavailable", "Report", "Source",
    "TransportDocument", "UnknownCustomer", "UnknownVersion", "UnreadableDocument", "Verification", "WordRefused",
    "__version__", "check", "evidence", "read",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'docvalidate' has no attribute {name!r}")
    from importlib import import_module

    _let_values_show_themselves()
    home = {"check": "pipeline", "evidence": "pipeline", "read": "pipeline", "Registry": "registry"}.get(name, "model")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _let_values_show_themselves() -> None:
    from .model.faces import draw_with
    from .reporters.faces import frame, html, text

    draw_with(text=text, html=html, frame=frame)
