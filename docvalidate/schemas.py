"""The schemas that other programs rely on, made from the models: `python -m docvalidate.schemas FOLDER` writes them.

What we write (document, report) may gain keys, so its schemas are open; what people write (an instruction file) is
closed, so that a misspelled key is seen in the editor.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docvalidate.model import (
    Frozen,
    Report,
    TransportDocument,
    Waiver,
)

_Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

# An editor sees what YAML makes of a scalar: `version: 7` is a number there, though the registry reads it as written.
_TEXT: _Schema = {"type": ["string", "number", "boolean"]}
_DAY: _Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_HASH: _Schema = {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"}
_TEXTS: _Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_BLOCK: _Schema = {"type": "string", "minLength": 1}
_PARTY_TEXTS = ("address", "street", "phones", "emails", "tax_ids", "contacts")
_PARTY_LINES = ("name", "city", "region", "postal_code", "country")


def schemas() -> Mapping[str, _Schema]:
    """Every schema by the name of its file."""
    return {
        "document.schema.json": _written("document", "A document as it was read", TransportDocument),
        "report.schema.json": _written("report", "The report of a check", Report),
        "instruction.schema.json": _instruction(),
        "policy.schema.json": _policy(),
    }


def write(folder: Path) -> None:
    """Write every schema into that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _written(name: str, title: str, model: type[Frozen]) -> _Schema:
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("additionalProperties", None)
    return _headed(name, title, schema)


def _instruction() -> _Schema:
    rule = _mapping({"required": _TEXTS, "allowed": _TEXTS, "forbidden": _TEXTS}, least=1)
    party = {"$ref": "#/$defs/party"}
    lane = {
        "name": _TEXT,
        "when": _mapping(dict.fromkeys(("destination", "origin", "order_prefix"), _TEXTS)),
        "consignee": party,
        "notify_parties": {"anyOf": [party, {"type": "array", "items": party}]},
        **{key: {"$ref": "#/$defs/ports"} for key in ("transshipment", "loading", "discharge", "delivery")},
        "binds": {"enum": ["house", "master", "any"]},
        "match": {"enum": ["normal", "strict"]},
    }
    confirmation = {"date": _DAY, "by": _TEXT, "evidence": _TEXT, "order": _TEXT, "sha256": _HASH, "withdrawn": _DAY}
    field = Waiver.model_json_schema()["properties"]["field"]["enum"]
    waiver = {"order": _TEXT, "field": {"enum": field}, "accepted": party}
    waiver |= {"date": _DAY, "by": _TEXT, "evidence": _TEXT, "withdrawn": _DAY}
    source = _mapping({"file": _TEXT, "sha256": _HASH}, "file")
    keys = {
        "customer": _TEXT,
        "title": _TEXT,
        "version": _TEXT,
        "supersedes": _TEXT,
        **dict.fromkeys(("received", "effective_from", "effective_until", "withdrawn"), _DAY),
        "source": {"anyOf": [_TEXT, source]},
        "lanes": {"type": "array", "items": {"$ref": "#/$defs/lane"}},
        "confirmations": {"type": "array", "items": {"$ref": "#/$defs/confirmation"}},
        "waivers": {"type": "array", "items": {"$ref": "#/$defs/waiver"}},
        "status": {"enum": ["imported"]},
        "clauses": {"type": "array", "items": {"$ref": "#/$defs/clause"}},
        "marks": {"type": "array", "items": {"$ref": "#/$defs/mark"}},
        "sources": {"type": "object", "additionalProperties": _TEXT},
    }
    whole = _mapping(keys, "customer", "version", "received", "lanes")
    whole["$defs"] = {
        "party": {
            "description": "A text block as the customer wrote it, or a mapping; address lines as they are printed.",
            "anyOf": [
                _BLOCK,
                _mapping({**dict.fromkeys(_PARTY_LINES, _TEXT), **dict.fromkeys(_PARTY_TEXTS, _TEXTS)}, "name"),
            ],
        },
        "ports": {
            "description": "UN/LOCODEs or port names. An empty `allowed` asks for direct service.",
            **rule,
        },
        "lane": _mapping(lane),
        "confirmation": _mapping(confirmation, "date", "by"),
        "waiver": _mapping(waiver, "order", "field", "accepted", "date", "by"),
        "clause": _mapping({"ref": _TEXT, "text": _TEXT, "source": _TEXT, "machine_checked": {"const": False}}, "text"),
        "mark": _mapping(dict.fromkeys(("kind", "text", "source"), _TEXT), "kind", "text"),
    }
    return _headed("instruction", "One version of a customer's routing instruction", whole)


def _policy() -> _Schema:
    keys = {"customer": _TEXT, "confirm_each_order": {"type": "boolean"}, "contacts": _TEXTS, "domains": _TEXTS}
    return _headed("policy", "What a customer asks of confirmations", _mapping(keys, "customer"))


def _mapping(keys: Mapping[str, _Schema], *required: str, least: int = 0) -> _Schema:
    # A null is as good as a key that is not given.
    properties = {key: value if key in required else _or_null(value) for key, value in keys.items()}
    schema: _Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        schema["required"] = list(required)
    if least:
        schema["minProperties"] = least
    return schema


def _or_null(schema: _Schema) -> _Schema:
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}


def _headed(name: str, title: str, schema: _Schema) -> _Schema:
    schema.pop("title", None)
    schema.pop("description", None)
    return {"$schema": _DIALECT, "$id": f"docvalidate/{name}/1", "title": title, **schema}


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "schemas"))
