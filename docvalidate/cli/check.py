"""`docvalidate check`: one draft against one customer's instruction."""

from argparse import Namespace
from pathlib import Path

from docvalidate import reporters
from docvalidate.model import Report
from docvalidate.model.report import EXIT_STATUS
from docvalidate.pipeline import check, held_from
from docvalidate.registry import Registry

from . import console
from .completion import UsageError, as_of, complete, customer_of, paper, reading, registry_of, spare


def run(args: Namespace) -> int:
    """Check the draft, write the report, and return the exit status of its verdict."""
    args = complete(args)
    faces = [(reporter_of(args.format or "text"), args.output), *map(_face, args.report)]
    outputs = [output for _, output in faces if output is not None]
    if len({Path(output).absolute() for output in outputs}) < len(outputs):
        raise UsageError("two reports go to one file: name another for each")
    for output in outputs:
        spare(output, args.draft, *args.supporting, args.registry)
    language = console.language(args.lang)
    registry = Registry(registry_of(args), recorded_by=args.recorded_by)
    draft = console.standard_input() if args.draft == "-" else paper(args.draft)
    report = check(
        draft,
        registry,
        customer=customer_of(args),
        order=args.order,
        as_of=as_of(args),
        version=args.version,
        supporting=[paper(name) for name in args.supporting],
        settings=reading(args),
        language=language,
        cutoff=args.cutoff,
        etd=args.etd,
        atd=args.atd,
        now=args.now,
    )
    report = held_from(report, args.fail_on or "error")
    # First all of them, then the record: what cannot be drawn leaves nothing behind.
    drawn = [(_drawn(reporter, report, args, output), output) for reporter, output in faces]
    if args.record:
        read = report.document.remembered if report.document is not None else None
        registry.record(report, draft.read_bytes() if read is None and isinstance(draft, Path) else read)
    for content, output in drawn:
        console.write(content, output)
    return EXIT_STATUS[report.verdict]


def _drawn(reporter: reporters.Reporter, report: Report, args: Namespace, output: str | None) -> str | bytes:
    color = console.color(args) and output is args.output
    content = reporter.render(report, language=console.language(args.lang), color=color, width=console.width())
    if isinstance(content, bytes) and output is None and console.on_terminal():
        raise UsageError(
            f"{reporter.NAME} is no text for a terminal: give --output, such as --output report.{reporter.NAME}"
        )
    return content


def reporter_of(name: str) -> reporters.Reporter:
    """The reporter of that name. Raises UsageError."""
    shelf = reporters.shelf()
    if name not in shelf:
        raise UsageError(f"unknown report format {name!r}; the formats are {', '.join(shelf)}")
    return shelf[name]


def _face(said: str) -> tuple[reporters.Reporter, str]:
    """A further report, written FORMAT=PATH."""
    name, equals, path = said.partition("=")
    if not equals or not path:
        raise UsageError(f"--report {said}: write it FORMAT=PATH, such as html=report.html")
    return reporter_of(name), path
