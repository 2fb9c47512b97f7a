"""Which runs of a page name boxes: the dictionary's captions, freed from prose, typed words and small print."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from docvalidate.engines.page import Box, Page
from docvalidate.reference.captions import folded, is_east_asian

from .boilerplate import is_boilerplate, is_sentence
from .captions import NUMBERS, Caption, read_caption
from .cells import Rulings, header_cells, rulings_of, runs_in
from .companies import COMPANY
from .runs import Run, lines_below, same_line, set_alike, style_of, usual_style

PARTY_BOXES = frozenset({"consignee", "notify_party", "also_notify"})
TYPED = frozenset({"also_notify", "notify_party", "delivery_agent"})
"""The roles whose captions people type into a box that the form calls something else."""
WORDS = frozenset({"onward_routing", "origin", "references", "description", "service", "remarks"})
"""The roles whose captions are words with which the small print of another caption may go on."""
_SOMETHING = re.compile(r"(?![\d\W])[^:：\d]{3,40}[:：]")
_INSIDE = re.compile(
    r"(?:tel|phone|ph|fax|e-?mail|mail|attn|att|attention|contact|pic|mob|mobile|cell|web|url|vat|tax|ein|"
    r"cnpj|cpf|ie|rfc|ruc|rut|nit|"
    r"gst|gstin|iec|pan|abn|acn|pin|uscc?|usci|eori|npwp|reg|registration|cin|kvk|ust|nif|cif|p\.? ?iva|"
    r"siret|siren|vkn|vergi|v\.?d|"
    r"bin|tin|trn|cr|license|licence|po box|p\.o|c/o|id|no|unit|suite|floor|door|电话|传真|邮箱|联系人|税号|手机)\b",
    re.IGNORECASE,
)


_SAYS_SOMETHING = re.compile(r"[\d@]")
"""A figure or an e-mail address: somebody typed it."""
_DANGLING = re.compile(r"(?:\b(?:of|and|de|di|du|no|the|for|by)|[/&,(-])$", re.IGNORECASE)
"""A line that cannot be the end of a caption."""


class Labels(NamedTuple):
    """The captions of a page by run, what is prose or small print, and the cell of each run."""

    captions: dict[Run, Caption]
    prose: set[Run]
    small: set[Run]
    cells: dict[Run, Box]
    rulings: Rulings


def labels_of(page: Page, runs: list[Run]) -> Labels:
    """Find the captions of a page, known and unknown ones."""
    captions = {run: caption for run in runs if (caption := read_caption(run)) is not None}
    prose = _prose(page, runs, captions)
    captions = {run: caption for run, caption in captions.items() if run not in prose}
    below = lines_below(runs)
    captions = _without_small_print(captions, below)
    captions.update(_broken_captions(below, captions, prose))
    typed = _typed_styles(run for run in runs if run not in captions)
    captions.update(_wrapped_captions(page, runs, captions, prose, below, typed))
    sections = _section_headings(page, runs, captions)
    prose |= sections
    captions = {run: caption for run, caption in captions.items() if run not in sections}
    headers = header_cells(page, runs, captions)
    captions.update(_unknown_captions(runs, captions, headers, prose))
    captions.update(_unknown_with_colon(runs, captions))
    captions.update(_unknown_labels(runs, captions, prose, below, typed))
    printed = {run for run, caption in captions.items() if caption.role != "also_notify"}
    beside = [box for box in headers if _stands_beside(box, runs, captions)]
    rulings = rulings_of(page, runs, printed, [box for box in headers if box not in beside], beside)
    cells = _whole_cells({run: rulings.cell(run) for run in runs})
    captions = _without_typed_words(captions, runs, cells, rulings)
    prose -= _typed_sentences(prose, captions, runs, cells)
    small = _small_print(runs, captions, cells) | _translations(runs, captions, cells)
    return Labels(captions, prose, small, cells, rulings)


def _typed_sentences(prose: set[Run], captions: dict[Run, Caption], runs: list[Run], cells: dict[Run, Box]) -> set[Run]:
    """The sentences that somebody typed into a party's box: set like the values, unlike the form's own print."""
    usual = usual_style(run for run in runs if run not in captions and run not in prose)
    boxes = {cells[run] for run, caption in captions.items() if caption.role in PARTY_BOXES and style_of(run) != usual}
    return {run for run in prose if style_of(run) == usual and cells[run] in boxes}


def _whole_cells(cells: dict[Run, Box]) -> dict[Run, Box]:
    """A small box set into a cell, such as one for a reference, cuts the lines beside it short: take the whole cell."""
    right: dict[tuple[float, float, float], float] = {}
    for left, top, edge, bottom in cells.values():
        right[left, top, bottom] = max(edge, right.get((left, top, bottom), 0.0))
    return {run: (c[0], c[1], right[c[0], c[1], c[3]], c[3]) for run, c in cells.items()}


def _translations(runs: list[Run], captions: dict[Run, Caption], cells: dict[Run, Box]) -> set[Run]:
    """The lines right under captions that say them again in another language: set alike, and unlike the values."""
    plain = [run for run in runs if run not in captions]
    others = Counter(map(style_of, plain))
    usual = others.most_common(1)[0][0][0] if others else None
    found: dict[tuple[int, int], list[Run]] = defaultdict(list)
    inside: dict[Box, list[Run]] = defaultdict(list)
    for run in plain:
        inside[cells[run]].append(run)
    for head in captions:
        below = [r for r in inside[cells[head]] if r.top > head.top and abs(r.x0 - head.x0) < 4]
        first = min(below, key=lambda run: run.top, default=None)
        if first is not None and first.top - head.bottom < 0.6 * first.size and first.font != usual:
            found[style_of(first)].append(first)
    return {
        run for style, lines in found.items() if len(lines) >= 4 and len(lines) >= 0.8 * others[style] for run in lines
    }


def _unknown_with_colon(runs: list[Run], captions: dict[Run, Caption]) -> dict[Run, Caption]:
    """Among captions with colons, another line of the same column that begins "Something:" names a box too.

    Not the lines that name a contact or a number inside an address: TEL:, VAT NO:.
    """
    heads = [run for run, caption in captions.items() if caption.colon]
    found: dict[Run, Caption] = {}
    for run in runs:
        match = _SOMETHING.match(run.text)
        if run in captions or match is None or _INSIDE.match(run.text) or match[0].count(")") > match[0].count("("):
            continue
        if sum(abs(head.x0 - run.x0) < 2.0 and set_alike(head, run) for head in heads) >= 3:
            inline = run.text[match.end() :].strip() or None
            text = match[0].strip(" :：")
            found[run] = Caption(run, _role_by_word(text), text, inline, True)
    return found


def _prose(page: Page, runs: list[Run], captions: dict[Run, Caption]) -> set[Run]:
    """The runs of paragraphs: sentences, and the lines of the same size right above and below them.

    A caption with long small print is a sentence too; it is prose only where it continues a paragraph.
    """
    prose = {run for run in runs if is_sentence(run.text) and run not in captions}
    prose |= {
        run for line in _level(page, runs, captions) for run in line if is_sentence(" ".join(run.text for run in line))
    }
    columns: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        columns[round(run.x0 / 3), round(run.size * 2)].append(run)
    for column in columns.values():
        column.sort(key=lambda run: run.top)
        pairs = list(pairwise(column))
        for one, other in [*pairs, *((other, one) for one, other in reversed(pairs))]:
            close = abs(other.middle - one.middle) < 1.5 * one.size
            if one in prose and close and _goes_on(other) and not (other in captions and other.top < one.top):
                prose.add(other)
    return prose


def _level(page: Page, runs: list[Run], captions: dict[Run, Caption]) -> list[list[Run]]:
    """Runs of one line set alike and not far apart: justified prose has wide gaps. A caption with a colon is none.

    Two captions with long small print that stand side by side are two, and so is what a ruling parts.
    """
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (round(run.middle), run.x0)):
        last = lines[-1][-1] if lines else None
        close = last and same_line(last, run) and set_alike(last, run) and 0 < run.x0 - last.x1 < 2.5 * run.size
        two = last in captions and run in captions and not run.text[0].islower()
        if last and close and not two and not _parted(page, last, run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [line for line in lines if len(line) > 1 and not any(":" in run.text for run in line)]


def _without_small_print(captions: dict[Run, Caption], below: dict[Run, Run]) -> dict[Run, Caption]:
    """Drop the second line of a caption's small print: (… failure to / notify) begins like a caption, and is none."""
    kept = dict(captions)
    for run, caption in captions.items():
        rest = below.get(run) if caption.open else None
        while rest is not None and set_alike(run, rest):
            if rest in kept and rest.text[0].islower():
                del kept[rest]
            rest = None if rest.text.rstrip(" .:;").endswith((")", "）")) else below.get(rest)
    return kept


def _parted(page: Page, before: Run, run: Run) -> bool:
    """A ruling down the page runs between two runs of one line."""
    return any(before.x1 - 1 < x < run.x0 + 1 and top <= run.middle <= bottom for x, top, bottom in page.verticals)


def _goes_on(run: Run) -> bool:
    letters = [character for character in run.text if character.isalpha()]
    lower = sum(map(str.islower, letters)) > 0.6 * len(letters)
    return bool(letters) and lower and (run.text[0].islower() or len(run.text.split()) > 4)


def _broken_captions(lines: dict[Run, Run], captions: dict[Run, Caption], prose: set[Run]) -> dict[Run, Caption]:
    """Captions of a narrow column, broken over two lines: PORT OF / DISCHARGE."""
    found: dict[Run, Caption] = {}
    for run, below in lines.items():
        if (
            run in captions
            or below in captions
            or run in prose
            or not 2 < len(run.text) <= 24
            or not set_alike(run, below)
        ):
            continue
        whole = Run(
            run.x0, run.top, max(run.x1, below.x1), below.bottom, f"{run.text} {below.text}", run.size, run.font
        )
        caption = read_caption(whole)
        if caption is not None and caption.inline is None:
            found[run] = caption._replace(run=whole)
            found[below] = found[run]
    return found


def _wrapped_captions(
    page: Page,
    runs: list[Run],
    captions: dict[Run, Caption],
    prose: set[Run],
    lines: dict[Run, Run],
    typed: set[tuple[int, int]],
) -> dict[Run, Caption]:
    """Captions that go on in the next line, set alike and as nothing typed is: BESTIMMUNGSORT / PLACE OF / DELIVERY."""
    found: dict[Run, Caption] = {}
    for run, below in lines.items():
        caption = captions.get(run)
        if caption is None or caption.inline is not None or caption.open or caption.run is not run:
            continue
        if below in prose or not _follows(run, below) or style_of(run) in typed:
            continue
        goes_on = below in captions and captions[below].role in WORDS and _is_full(page, run, below, runs)
        if below in captions and not (_DANGLING.search(run.text) or goes_on):
            continue
        whole = Run(
            run.x0, run.top, max(run.x1, below.x1), below.bottom, f"{run.text} {below.text}", run.size, run.font
        )
        joined = read_caption(whole)
        if joined is not None and joined.inline is None and not joined.open:
            found[run] = found[below] = joined._replace(run=whole)
    return found


def _is_full(page: Page, run: Run, below: Run, runs: list[Run]) -> bool:
    """The first word of the next line had no room on this one, up to a ruling or what stands beside it."""
    first = below.text.split()[0]
    width = (below.x1 - below.x0) * len(first) / len(below.text)
    walls = [x for x, top, bottom in page.verticals if top <= run.middle <= bottom and x > run.x1 - 1]
    walls += [it.x0 for it in runs if it.x0 > run.x1 and same_line(it, run)]
    return run.x1 + width + 0.25 * run.size > min(walls, default=page.width) - 2.0


def _follows(run: Run, below: Run) -> bool:
    """The line goes on right under the other, set alike."""
    return set_alike(run, below) and 0 <= below.top - run.bottom + 0.3 * run.size < 0.8 * run.size


def _unknown_labels(
    runs: list[Run],
    captions: dict[Run, Caption],
    prose: set[Run],
    lines: dict[Run, Run],
    typed: set[tuple[int, int]],
) -> dict[Run, Caption]:
    """In a column of labels, set alike and unlike the values, another line with a value beside it is a label too."""
    plain = [run for run in runs if run not in captions]
    usual = usual_style(plain)
    under = {below for run, below in lines.items() if _follows(run, below)}
    found: dict[Run, Caption] = {}
    for run in runs:
        if run in captions or run in prose or run in under or style_of(run) in typed or run.text[:1].islower():
            continue
        column = [head for head in captions if abs(head.x0 - run.x0) < 2.0 and set_alike(head, run)]
        if len(column) < 3:
            continue
        beside = [it for it in runs if same_line(it, run) and it.x0 > run.x1 and it not in captions]
        if beside and style_of(min(beside, key=lambda it: it.x0)) == usual:
            found[run] = Caption(run, _role_by_word(run.text), run.text, None, False)
    return found


def _without_typed_words(
    captions: dict[Run, Caption], runs: list[Run], cells: dict[Run, Box], rulings: Rulings
) -> dict[Run, Caption]:
    """Drop what only looks like a caption: set like the page's values, under a caption of its box set otherwise."""
    usual = usual_style(run for run in runs if run not in captions)
    kept: dict[Run, Caption] = {}
    for run, caption in captions.items():
        boxed = rulings.is_closed(cells[run])
        typed = style_of(run) == usual and (boxed or not caption.colon) and caption.role not in TYPED
        heads = [
            head for head in captions
            if cells[head] == cells[run] and head.top < run.top - 1 and not set_alike(head, run)
        ] if typed else []  # fmt: skip
        if not heads or all(_numbers_another(caption, captions[head]) for head in heads):
            kept[run] = caption
    return kept


def _numbers_another(caption: Caption, head: Caption) -> bool:
    """Another number typed into the box of a number, with its name before it: Booking number: BKG1234567."""
    named = caption.colon and caption.inline is not None and any(map(str.isdigit, caption.inline))
    return named and {caption.role, head.role} <= NUMBERS and caption.role != head.role


def _typed_styles(runs: Iterable[Run]) -> set[tuple[int, int]]:
    """The fonts and sizes in which something is typed: a figure, a company or an e-mail address, and no small print."""
    plain = list(runs)
    usual = usual_style(plain)
    found = {usual} if usual else set()
    for run in plain:
        if style_of(run) not in found and _says_something(run.text) and not is_boilerplate(run.text):
            found.add(style_of(run))
    return found


def _says_something(text: str) -> bool:
    return (_SAYS_SOMETHING.search(text) or COMPANY.search(text)) is not None


def _stands_beside(box: Box, runs: list[Run], captions: dict[Run, Caption]) -> bool:
    """The shaded box is a label with its value to the right, and no head over a value.

    The value may go on below, past the lower edge of its label, up to the next label.
    """
    level = [
        run for run in runs if box[1] <= run.middle <= box[3] and -1.0 < run.x0 - box[2] < 0.25 * (box[2] - box[0])
    ]
    return any(run not in captions for run in level)


def _section_headings(page: Page, runs: list[Run], captions: dict[Run, Caption]) -> set[Run]:
    """A word alone in a band across the page, unlike the captions right under it, heads a section and names no box."""
    found: set[Run] = set()
    for band in page.fills:
        if band[2] - band[0] < 0.7 * page.width:
            continue
        inside = runs_in(band, runs)
        if len(inside) != 1 or band[3] - band[1] > 2.6 * inside[0].size:
            continue
        below = min((run for run in runs if run.top >= band[3] - 1), key=lambda run: (run.top, run.x0), default=None)
        if below is None or below not in captions or set_alike(inside[0], below):
            continue
        if inside[0].size < 1.25 * below.size:
            # What is set larger than the captions is the title of the paper.
            found.add(inside[0])
    return found | _underlined_headings(page, runs, captions)


def _underlined_headings(page: Page, runs: list[Run], captions: dict[Run, Caption]) -> set[Run]:
    """A word or two alone on a line, with a rule across the page right under it, larger than what is typed: a section.

    The first one on the page may be its title; a company and a figure are never a heading.
    """
    usual = usual_style(run for run in runs if run not in captions)
    rules = [line for line in page.horizontals if line.x1 - line.x0 > 0.7 * page.width]
    first = min((head.top for head in captions), default=0.0)
    return {
        run
        for run in runs
        if run not in captions and run.top > first and len(run.text.split()) <= 3
        and usual is not None and run.font != usual[0] and 2 * run.size > 1.1 * usual[1]
        and not _says_something(run.text)
        and any(line.x0 - 3 <= run.x0 and -1.0 < line.y - run.bottom < 0.6 * run.size for line in rules)
        and not any(other is not run and same_line(other, run) for other in runs)
    }  # fmt: skip


def _unknown_captions(
    runs: list[Run], captions: dict[Run, Caption], headers: list[Box], prose: set[Run]
) -> dict[Run, Caption]:
    """What stands among captions, set like them, names a box too, although the dictionary has no word for it."""
    found: dict[Run, Caption] = {}
    inside = {run for box in headers for run in runs_in(box, runs)}
    usual = usual_style(run for run in runs if run not in captions)
    for run in runs:
        if run in captions or run in prose or (run not in inside and style_of(run) == usual):
            continue
        level = [o for o in captions if same_line(o, run) and set_alike(o, run) and captions[o].inline is None]
        role = _role_by_word(run.text)
        if run in inside or len(level) >= (2 if role == "other" else 1):
            found[run] = Caption(run, role, run.text, None, False)
    return found


def _role_by_word(text: str) -> str:
    """The role of a caption that the dictionary does not know, by the one word that must never be overlooked."""
    key, _ = folded(text)
    if re.search(r"trans? ?s?hip|transbord|trasbord|umlad|aktarma|中转|转运|轉運|中轉", key):
        return "transshipment_port"
    return "also_notify" if re.search(r"notif(?!.*ref)|通知", key) else "other"


def _is_print(run: Run, head: Run) -> bool:
    """The line right under a caption, set like it, that names no company and gives no figure, is the form's own."""
    return abs(run.x0 - head.x0) < 1.0 and not _says_something(run.text)


def _small_print(runs: list[Run], captions: dict[Run, Caption], cells: dict[Run, Box]) -> set[Run]:
    """The printed remarks under captions: in the caption's cell, no larger than it, in the words of forms."""
    small: set[Run] = set()
    inside: dict[Box, list[Run]] = defaultdict(list)
    for run in runs:
        if run not in captions:
            inside[cells[run]].append(run)
    for caption in captions.values():
        last, open_ = caption.run, caption.open
        cell = cells.get(last) or cells[next(run for run, it in captions.items() if it is caption)]
        for run in inside.get(cell, ()):
            if not 0 < run.middle - last.middle < 2.2 * max(last.size, run.size):
                continue
            if run.x1 < last.x0 or run.x0 > max(last.x1, caption.run.x1) + 1:
                continue
            if len(run.text) <= 3 and is_east_asian(run.text[0]) and is_east_asian(caption.text[-1]):
                small.add(run)
                continue
            bracketed = run.text.startswith(("(", "（"))
            if (
                (open_ and run.size <= last.size + 0.8)
                or (
                    caption.role in PARTY_BOXES
                    and _follows(last, run)
                    and _is_print(run, last)
                    and style_of(run) not in _typed_styles(run for run in runs if run not in captions)
                )
                or (is_boilerplate(run.text) and run.size <= last.size + 0.4)
                or (
                    bracketed
                    and run.size <= last.size + 0.4
                    and run.text.count("(") >= run.text.count(")")
                    and is_boilerplate(run.text.strip("()"))
                )
            ):
                small.add(run)
                if open_ or bracketed:
                    open_ = not run.text.rstrip(" .:;").endswith((")", "）")) and (
                        open_ and not run.text.rstrip().endswith(".")
                    )
                last = run
    return small
