"""The report as one JSON object, schemas/report.schema.json; programs read this one."""

from docvalidate.model import Report

NAME = "json"


def render(report: Report, *, language: str, color: bool, width: int) -> str:
    """The report in the order of the contract's keys; language is already in its messages, and JSON has no colour."""
    return report.model_dump_json(indent=2) + "\n"
