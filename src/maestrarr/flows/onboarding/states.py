"""The words for the steps of onboarding, in their order, and for how each was settled."""

from enum import StrEnum


class Step(StrEnum):
    """What is asked, in this order."""

    ACCOUNT = "account"
    LIBRARIES = "libraries"
    CONNECTIONS = "connections"
    PREFERENCES = "preferences"
    FIRST_RUN = "first_run"


class Outcome(StrEnum):
    """How a step was settled."""

    DONE = "done"
    SKIPPED = "skipped"
