"""What can go wrong with what services say of titles."""

from typing import ClassVar

from maestrarr.kit.errors import NotFound, Problem


class NobodyToAsk(Problem):
    """No service is connected that describes titles."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Connect one, such as TMDB."

    def __init__(self) -> None:
        super().__init__("No service is connected that could be asked about titles.")


class NotYetIdentified(Problem):
    """A title has no id by which a service could be asked about it."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Say first which work it is."

    def __init__(self, title: str) -> None:
        super().__init__(f"Nobody has said yet which work {title} is.", title=title)


class PosterGone(NotFound):
    """A work has no poster that could be shown."""

    def __init__(self, title: str) -> None:
        super().__init__(f"There is no poster of {title}.", title=title)


class CandidateUnknown(NotFound):
    """A title has no such candidate, or no longer."""

    hint: ClassVar[str] = "Load the candidates again."

    def __init__(self, candidate: str) -> None:
        super().__init__(f"No candidate {candidate}.", candidate=candidate)
