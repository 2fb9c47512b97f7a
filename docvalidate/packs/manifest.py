"""The manifest says what is in the pack, of which program it came, and how the check is done again."""

import json
import platform
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from docvalidate import __version__
from docvalidate.model import Report
from docvalidate.rules import kinds

from .gathering import Gathered

MANIFEST, SUMS, REPORT, AS_TEXT, README = "manifest.json", "SHA256SUMS", "report.json", "report.txt", "README.txt"
SCHEMA = "docvalidate/evidence/1"
LIBRARIES = (
    "pypdfium2", "pdfplumber", "pdfminer.six", "pydantic", "lxml", "PyYAML", "rapidfuzz", "rapidocr", "onnxruntime",
    "opencv-python", "numpy", "pillow", "python-calamine", "olefile", "python-oxmsg", "tzdata",
)  # fmt: skip
"""Those that may decide how a paper is read or compared."""


def manifest(report: Report, case: Gathered, files: Mapping[str, bytes]) -> bytes:
    """The manifest of these files, which has every one but itself and the list of sums."""
    request = None if report.request is None else report.request.model_dump(mode="json")
    papers = [{"place": place} for place in case.papers]
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "check": {
            "customer": report.customer,
            "order": report.order,
            "as_of": report.as_of.isoformat(),
            "verdict": report.verdict,
            "registry": case.registry,
            "papers": papers,
            "request": request,
        },
        "program": {"docvalidate": __version__, "python": platform.python_version(), "libraries": libraries()},
        "rules": [
            {"code": kind.code, "name": kind.name, "severity": kind.severity}
            for kind in sorted(kinds().values(), key=lambda kind: kind.code)
        ],
        "files": [
            {"path": path, "size": len(content), "sha256": sha256(content).hexdigest()}
            for path, content in sorted(files.items())
        ],
    }
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def sums(files: Mapping[str, bytes]) -> bytes:
    """The hash of every file, the manifest among them, as `sha256sum -c` reads it."""
    return "".join(f"{sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items())).encode()


def libraries() -> dict[str, str]:
    """The version of each of LIBRARIES that is installed."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
