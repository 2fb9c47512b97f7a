"""The schemas say what is written and accept what people write; they are made from the models and do not drift."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from docvalidate.model import (
    Check,
    Confirmation,
    Finding,
    HeldAgainst,
    Party,
    Place,
    Report,
    Source,
    TransportDocument,
)
from docvalidate.registry.party_block import KEYS as PARTY_KEYS
from docvalidate.registry.shape import INSTRUCTION, POLICY
from docvalidate.schemas import schemas, write

ROOT = Path(__file__).parents[1]
SOURCE = Source(document="draft.pdf", page=1, box=(36.0, 100.0, 290.0, 150.0), caption="Consignee")
DOCUMENT = TransportDocument(
    kind="sea_waybill",
    consignee=Party(text="ACME LLC", source=SOURCE),
    port_of_discharge=Place(text="BALTIMORE", locode="USBAL", basis="stated"),
)
REPORT = Report(
    verdict="held",
    as_of=date(2016, 9, 5),
    customer="HARBORLINE",
    instruction=HeldAgainst(version="2016-08", confirmation=Confirmation(date=date(2016, 9, 2), by="imports")),
    document=DOCUMENT,
    checks=(Check(field="consignee", status="match", expected="ACME LLC", found="ACME LLC", source=SOURCE),),
    findings=(Finding(code="DV101", name="consignee-mismatch", severity="error", message="No.", advice="Ask."),),
)


def errors(name: str, value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schemas()[name]).iter_errors(value)]


def written(text: str) -> Any:
    """What an editor makes of a YAML file: dates stay texts, as JSON Schema knows no dates."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {  # noqa: RUF012 - the loader's own attribute
            first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)


def an_instruction(**changes: Any) -> dict[str, Any]:
    return {"customer": "HARBORLINE", "version": "2016-08", "received": "2016-08-20", "lanes": [], **changes}


def instruction_files() -> Iterator[Path]:
    for ending in ("yaml", "json"):
        yield from sorted((ROOT / "sample_docs").rglob(f"instructions/**/*.{ending}"))


def test_the_files_are_those_that_the_models_give(tmp_path: Path) -> None:
    write(tmp_path)
    made = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    kept = {name: (ROOT / "schemas" / name).read_text("utf-8") for name in made}
    assert kept == made, "run python -m docvalidate.schemas"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


def test_a_document_is_as_its_schema_says() -> None:
    assert errors("document.schema.json", json.loads(DOCUMENT.model_dump_json())) == []


@pytest.mark.parametrize("report", [REPORT, REPORT.model_copy(update={"document": None, "instruction": None})])
def test_a_report_is_as_its_schema_says(report: Report) -> None:
    assert errors("report.schema.json", json.loads(report.model_dump_json())) == []


def test_a_report_with_an_unknown_verdict_is_refused() -> None:
    assert errors("report.schema.json", {**json.loads(REPORT.model_dump_json()), "verdict": "passed"})


@pytest.mark.parametrize("file", list(instruction_files()), ids=lambda file: file.name)
def test_the_instruction_files_of_the_samples_are_accepted(file: Path) -> None:
    content = written(file.read_text("utf-8"))
    schema = "instruction.schema.json" if "version" in content else "policy.schema.json"
    assert errors(schema, content) == []


@pytest.mark.parametrize(
    "lane",
    [
        {},
        {"consignee": "ACME LLC", "notify_parties": "ACME LLC"},
        {"consignee": {"name": "ACME LLC", "address": ["1 QUAY"], "postal_code": 21224, "country": "US"}},
        {"notify_parties": [], "transshipment": {"allowed": []}, "discharge": {"required": "USBAL"}},
        {"when": {"destination": "USCMH", "origin": ["CNNGB"], "order_prefix": [44]}, "binds": "house"},
    ],
)
def test_a_lane_may_be_written_like_this(lane: dict[str, Any]) -> None:
    assert errors("instruction.schema.json", an_instruction(lanes=[lane])) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"lanes": [{"consigne": "ACME"}]},
        {"lanes": [{"transshipment": {}}]},
        {"lanes": [{"match": "lenient"}]},
        {"lanes": [{"consignee": {"address": "1 QUAY"}}]},
        {"received": "20.8.2016"},
        {"confirmations": [{"by": "imports"}]},
        {"waivers": [{"order": "PO", "field": "vessel", "accepted": "A", "date": "2016-01-01", "by": "imports"}]},
        {"customer": None},
    ],
)
def test_an_instruction_file_may_not_be_written_like_this(changes: dict[str, Any]) -> None:
    assert errors("instruction.schema.json", an_instruction(**changes))


def test_the_schemas_know_the_keys_that_the_registry_knows() -> None:
    instruction = schemas()["instruction.schema.json"]
    party = instruction["$defs"]["party"]["anyOf"][1]
    assert set(instruction["properties"]) == set(INSTRUCTION)
    assert set(schemas()["policy.schema.json"]["properties"]) == set(POLICY)
    assert set(party["properties"]) == set(PARTY_KEYS)
