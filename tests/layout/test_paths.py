"""What was read from a page that was only set for reading is named by its place in the file."""

import pytest

from docvalidate.engines.blocks import text_line
from docvalidate.engines.page import Page
from docvalidate.engines.typeset import page_of
from docvalidate.layout.document import document_of
from docvalidate.layout.paths import path_of, with_paths
from tests.sheets import ACME, a_face

WHOLE = ((0.0, 0.0, 595.0, 842.0), "Sheet 'BL'")
PAGE = Page(
    1, 595.0, 842.0,
    places=(((10, 10, 50, 20), "line 3, column 5"), ((10, 22, 50, 32), "line 4, column 5"), WHOLE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("box", "path"),
    [
        ((10, 10, 50, 20), "line 3, column 5"),
        ((8, 8, 60, 40), "line 3 to 4, column 5"),
        ((20, 12, 30, 18), "line 3, column 5"),
        ((100, 100, 120, 110), "Sheet 'BL'"),
        (None, "Sheet 'BL'"),
    ],
)
def test_a_box_is_named_by_what_it_covers(box, path):
    assert path_of(PAGE, box) == path


def test_every_source_of_a_document_gets_a_path():
    page = a_face()._replace(places=(WHOLE,))
    document = with_paths(document_of([page], "draft.xlsx"), [page])
    sources = [document.consignee.source, document.notify_parties[0].source, document.port_of_loading.source]
    assert [(it.page, it.box, it.path, it.caption) for it in sources] == [
        (None, None, "Sheet 'BL'", caption) for caption in ("Consignee", "Notify Party", "Port of Loading")
    ]


def test_a_page_of_lines_keeps_their_paths():
    page = page_of([text_line(line, f"line {number}") for number, line in enumerate(ACME.splitlines(), 1)], 1, "all")
    assert [path for _, path in page.places] == ["line 1", "line 2", "line 3", "all"]
