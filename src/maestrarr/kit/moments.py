"""Moments as they cross HTTP."""

import re
from datetime import datetime
from typing import Annotated, Any, TypeAlias

from pydantic import AwareDatetime, BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from maestrarr.kit.clock import to_text

_NUMBER = re.compile(r"\s*[-+]?[\d._]+(?:e[-+]?\d+)?\s*", re.IGNORECASE)


def _written_out(sent: Any) -> Any:  # noqa: ANN401  # whatever it is
    if isinstance(sent, (int, float)) or (isinstance(sent, str) and _NUMBER.fullmatch(sent)):
        raise PydanticCustomError("moment_is_number", "A moment is written 2026-12-31T23:59:59Z")
    return sent


# A moment that we tell, as RFC 3339 writes it.
Moment: TypeAlias = Annotated[datetime, PlainSerializer(to_text, when_used="json")]
# One that is sent to us: pydantic alone would take a number for seconds since 1970.
SentMoment: TypeAlias = Annotated[AwareDatetime, BeforeValidator(_written_out)]
