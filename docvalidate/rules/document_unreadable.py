"""A paper that cannot be read, or is of another trade, clears nothing.

A scan, a locked or damaged file, an invoice in place of a bill: the report says which, and every field stays open.
A supporting paper that cannot be read is named too, for the clerk believes that it was looked at.

PASS: a draft of one page with its text.
FAIL: the same draft photographed, or cut off on its way through a mail gateway.
"""

from docvalidate.model.case import Case, Kind, Observation, Observations

FINDINGS = (
    Kind("DV401", "document-unreadable", "unverified"),
    Kind("DV402", "not-a-transport-document", "unverified"),
    Kind("DV403", "page-not-read", "unverified"),
)


def judge(case: Case) -> Observations:
    """Name every paper, and every page of the draft, that was not read."""
    for error in (*((case.unreadable,) if case.unreadable else ()), *case.unread):
        name = "not-a-transport-document" if error.reason == "not-a-transport-document" else "document-unreadable"
        yield Observation(name, found=str(error), details={"reason": error.reason})
    if case.document is not None:
        for doubt in case.document.doubts:
            if doubt.kind == "pages_not_read":
                source = doubt.sources[0]
                if source.page is None or doubt.texts:
                    # Not a page of the draft, but something beside it or in it: what it is, the reader says.
                    found = f"{source.document}: {' | '.join(doubt.texts)}"
                    yield Observation("document-unreadable", found=found, source=source, details={"reason": "in-part"})
                else:
                    yield Observation("page-not-read", source=source, details={"page": str(source.page)})
