"""Onboarding as it is shown outside."""

from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from maestrarr.core.connections.schemas import ProblemDocument
from maestrarr.flows.onboarding.states import Outcome, Step
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent


class StepDocument(BaseModel):
    """A step, and how it was settled, if it was."""

    name: Step
    outcome: Outcome | None
    settled_at: Moment | None


class OnboardingDocument(BaseModel):
    """How far somebody has come: `step` is what is asked next, null when nothing is left."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "step": "connections",
                    "steps": [
                        {
                            "name": "libraries",
                            "outcome": "done",
                            "settled_at": "2026-11-27T09:30:12.504Z",
                        }
                    ],
                }
            ]
        }
    )

    step: Step | None
    steps: list[StepDocument]


class Settlement(Sent):
    """How a step is settled; one that was skipped may be done later."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"outcome": "skipped"}]})

    outcome: Outcome


class RootDocument(BaseModel):
    """A folder of a download manager, and where it leads to here.

    `library` is the one that it lies in; without one, `likely` is the folder here that it may be.
    """

    remote: str
    local: str | None
    library: str | None
    likely: str | None


class ManagerDocument(BaseModel):
    """A download manager and its folders; `problem` says why it does not name them."""

    connection_id: UUID
    name: str
    problem: ProblemDocument | None
    roots: list[RootDocument]


class Roots(BaseModel):
    """The folders of every download manager that is connected."""

    managers: list[ManagerDocument]
