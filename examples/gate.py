"""A gate to stand before the release of a shipment: it opens for a cleared draft alone.

    python examples/gate.py DRAFT REGISTRY CUSTOMER ORDER [SUPPORTING ...]

Its exit status is that of the command line: 0 cleared, 1 held, 2 cannot be asked like this, 3 unverified. Whoever calls
it stops on everything but 0. For each reason it prints one line: what to do, and the name of the finding.
"""

import sys

import docvalidate

STATUS = {"cleared": 0, "held": 1, "unverified": 3}


def main(words: list[str]) -> int:
    if len(words) < 4:
        print("usage: gate.py DRAFT REGISTRY CUSTOMER ORDER [SUPPORTING ...]", file=sys.stderr)
        return 2
    draft, home, customer, order, *supporting = words
    try:
        registry = docvalidate.Registry(home)
        report = docvalidate.check(draft, registry, customer=customer, order=order, supporting=supporting)
    except docvalidate.DocvalidateError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2
    print(f"{order}: {report.verdict}")
    for finding in report.findings:
        if finding.severity in {"error", "unverified"}:
            print(f"- {finding.advice} [{finding.name}]")
    return STATUS[report.verdict]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
