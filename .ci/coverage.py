"""What decides is covered wholly, branch by branch; the rest for nine tenths."""

import json
import sys
from pathlib import Path

WHOLLY = ("docvalidate/compare/", "docvalidate/rules/", "docvalidate/registry/choosing.py")
LEAST = 90.0


def main(path: str) -> int:
    """Hold a coverage report (JSON) against what is asked; say what is missing."""
    report = json.loads(Path(path).read_text("utf-8"))
    total = report["totals"]["percent_covered"]
    print(f"coverage of the whole: {total:.1f} %, asked {LEAST:.0f} %")
    short = {
        name: found["summary"]["percent_covered"]
        for name, found in report["files"].items()
        if name.startswith(WHOLLY) and found["summary"]["percent_covered"] < 100
    }
    for name, percent in sorted(short.items()):
        print(f"{name}: {percent:.1f} %, asked 100 %")
    return int(bool(short) or total < LEAST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
