"""`docvalidate extract`: what a document says, field by field, without a judgement."""

import io
import sys
from argparse import Namespace
from pathlib import Path

from docvalidate.model import TransportDocument
from docvalidate.pipeline import read
from docvalidate.reporters.document import render

from . import console
from .completion import UsageError, complete, paper, reading, spare


def run(args: Namespace) -> int:
    """Read the document and show it. Raises UnreadableDocument, which the command line turns into status 3."""
    args = complete(args)
    spare(args.output, args.document)
    spare(args.debug_image, args.document)
    if args.document == "-":
        content = console.standard_input().read()
        document = read(content, name=sys.stdin.name, settings=reading(args))
    else:
        path = paper(args.document)
        content = path.read_bytes()
        document = read(content, name=path.name, settings=reading(args))
    if args.debug_image is not None:
        _draw(content, document, Path(args.debug_image))
    if args.shown_as == "json":
        text = document.model_dump_json(indent=2) + "\n"
    else:
        text = render(document, language=console.language(args.lang), color=console.color(args), width=console.width())
    console.write(text, args.output)
    return 0


def _draw(content: bytes, document: TransportDocument, path: Path) -> None:
    from docvalidate.reporters.debug_image import draw

    if not content.lstrip().startswith(b"%PDF"):
        raise UsageError("--debug-image draws the pages of a PDF, and this document is none")
    images = draw(content, document)
    for number, image in enumerate(images, 1):
        name = path if len(images) == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        drawn = io.BytesIO()
        image.save(drawn, "PNG")
        name.write_bytes(drawn.getvalue())
