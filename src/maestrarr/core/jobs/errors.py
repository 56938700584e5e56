"""What can go wrong with a job, in words."""

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

from maestrarr.core.jobs.states import Status
from maestrarr.kit import durations
from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned
from maestrarr.kit.mistakes import Mistake, in_a_row


class Superseded(Exception):
    """This attempt no longer owns its job, so nothing it writes may last.

    Not a Problem: nobody is told, because another attempt, or a cancel, already tells the story.
    """


class NoSuchJob(NotFound):
    """There is no job with this id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no job {name}.", job=name)


class SeveralJobs(Invalid):
    """A part of an id fits more than one job."""

    hint: ClassVar[str] = "Give more of its characters."

    def __init__(self, name: str) -> None:
        super().__init__(f"Several jobs' ids begin or end with {name}.", job=name)


class UnknownKind(Problem):
    """No handler is known for a job of this kind."""

    hint: ClassVar[str] = "It was probably queued by another version of the program."

    def __init__(self, kind: str) -> None:
        super().__init__(f"This version knows no job of the kind {kind}.", kind=kind)


class UnfitArguments(Invalid):
    """A job's arguments are not those its handler takes."""

    def __init__(self, kind: str, mistakes: list[Mistake]) -> None:
        super().__init__(
            f"These arguments do not fit a job of the kind {kind}: {in_a_row(mistakes)}.",
            kind=kind,
            mistakes=mistakes,
        )


class NotQueued(Problem):
    """Only a job that still waits can be changed in this way."""

    status: ClassVar[int] = 409

    def __init__(self, title: str, status: Status) -> None:
        super().__init__(
            f"“{title}” no longer waits: it is {status}.", title=title, job_status=str(status)
        )


class AlreadyEnded(Problem):
    """A job that has ended cannot be cancelled."""

    status: ClassVar[int] = 409

    def __init__(self, title: str, status: Status) -> None:
        super().__init__(
            f"“{title}” has already ended: it is {status}.", title=title, job_status=str(status)
        )


class NotEnded(Problem):
    """Only a job that has ended can be run again."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Wait for it, or cancel it first."

    def __init__(self, title: str, status: Status) -> None:
        super().__init__(
            f"“{title}” has not ended: it is {status}.", title=title, job_status=str(status)
        )


class WaitsForItself(Invalid):
    """Jobs that wait for each other would never start."""

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}” would wait for itself.", title=title)


class WasCancelled(Reasoned):
    """Somebody cancelled a job, while it waited or while it ran."""

    sentences: ClassVar[Mapping[str, str]] = {
        "queued": "It was cancelled before it started.",
        "running": "It was cancelled.",
    }


class RanTooLong(Problem):
    """A job took longer than its kind may take."""

    def __init__(self, limit: timedelta) -> None:
        super().__init__(
            f"It ran longer than the {durations.in_words(limit)} it may take.",
            seconds=limit.total_seconds(),
        )


class EndedTheProgram(Problem):
    """The program ended again and again while a job ran, so that the job may well be why."""

    def __init__(self, times: int) -> None:
        super().__init__(
            f"The program ended {times} times while this ran, so it is left alone now.", times=times
        )


class PredecessorEnded(Reasoned):
    """A job was to run after another, which ended without completing."""

    sentences: ClassVar[Mapping[str, str]] = {
        "cancelled": "It was to run after “{title}”, which was cancelled.",
        "failed": "It was to run after “{title}”, which failed.",
        "skipped": "It was to run after “{title}”, which was skipped.",
    }


class Unexpected(Problem):
    """An error that nobody foresaw stopped a job: a mistake of ours."""

    def __init__(self, error: str) -> None:
        super().__init__(
            f"An unexpected error stopped it ({error}); its log tells where.", error=error
        )


class NoSuchSchedule(NotFound):
    """There is no schedule of this name."""

    hint: ClassVar[str] = "The list of schedules names them all."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no schedule {name}.", schedule=name)


class UnfitPattern(Invalid):
    """When a schedule starts is not said as cron reads it."""

    hint: ClassVar[str] = "Say minute, hour, day, month and weekday: `0 2 * * *` is 02:00 each day."

    def __init__(self, pattern: str) -> None:
        super().__init__(f"“{pattern}” never comes, or cannot be read.", pattern=pattern)


class UnknownZone(Invalid):
    """A time zone that nobody knows."""

    hint: ClassVar[str] = "Use a name such as Europe/Paris or UTC."

    def __init__(self, zone: str) -> None:
        super().__init__(f"There is no time zone {zone}.", zone=zone)
