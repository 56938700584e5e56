"""What is told to others: documents as JSON, written once."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson

from maestrarr.kit.clock import to_text
from maestrarr.kit.text import readable


def as_json(document: Mapping[str, Any]) -> bytes:
    """Write a document whose shape is known: validating it first costs more than writing it."""
    return orjson.dumps(document, plain, orjson.OPT_PASSTHROUGH_DATETIME)


def plain(value: object) -> str:
    """Write what JSON has no form for."""
    match value:
        case datetime():
            return to_text(value)
        case date():
            return value.isoformat()
        case Path():
            return readable(str(value))
        case _:
            raise TypeError(type(value).__name__)
