"""What crosses HTTP about passes."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from maestrarr.flows.pipeline.states import Pass
from maestrarr.kit.sent import Sent


class ProcessRequest(Sent):
    """Which passes are made over a library: all, where none are named.

    With `everything`, also what is not due: all titles are described, their pictures chosen and
    their files looked into again.
    """

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"passes": ["enrich", "artwork"], "everything": False}]}
    )

    passes: Annotated[list[Pass] | None, Field(min_length=1, max_length=len(Pass))] = None
    everything: bool = False


class PassPreview(BaseModel):
    """What a pass would look into: titles, or files; and whether it is made without being asked."""

    name: Pass
    count: int
    is_automatic: bool
    reason: str


class Preview(BaseModel):
    """What the passes over a library would do; `titles` are its monitored movies and series."""

    library_id: UUID
    titles: int
    passes: list[PassPreview]
