"""What may occur: who may hear of it, and when they do unless they say otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from maestrarr.core.accounts.callers import Role


class Wish(StrEnum):
    """When a user wants to hear of a kind of occurrences."""

    NOW = "now"
    HOURLY = "hourly"
    DAILY = "daily"
    OFF = "off"


class Kind(StrEnum):
    """What may occur."""

    JOB_FAILED = "job_failed"
    IMPORT_FINISHED = "import_finished"
    LIBRARY_UNREACHABLE = "library_unreachable"
    TITLE_UNIDENTIFIED = "title_unidentified"
    FILE_FAULTY = "file_faulty"
    AUDIO_UNSET = "audio_unset"
    PUBLISHING_FAILED = "publishing_failed"
    CONNECTION_FAILING = "connection_failing"
    CONNECTION_RECOVERED = "connection_recovered"
    DOWNLOAD_STUCK = "download_stuck"
    REPORT_REFUSED = "report_refused"
    BACKUP_FAILED = "backup_failed"
    SIGNED_IN = "signed_in"
    TOKEN_MADE = "token_made"  # noqa: S105  # a name


@dataclass(frozen=True, slots=True)
class About:
    """What holds of a kind: the `least` role that may hear of it, and the `usual` wish.

    What `comes_in_swarms` is gathered for a minute, so that one scan is one message.
    """

    least: Role
    usual: Wish = Wish.NOW
    comes_in_swarms: bool = False


KINDS: Final[Mapping[Kind, About]] = {
    Kind.JOB_FAILED: About(Role.OPERATOR),
    Kind.IMPORT_FINISHED: About(Role.VIEWER, Wish.OFF, comes_in_swarms=True),
    Kind.LIBRARY_UNREACHABLE: About(Role.OPERATOR),
    Kind.TITLE_UNIDENTIFIED: About(Role.OPERATOR, Wish.HOURLY, comes_in_swarms=True),
    Kind.FILE_FAULTY: About(Role.OPERATOR, Wish.DAILY, comes_in_swarms=True),
    Kind.AUDIO_UNSET: About(Role.OPERATOR, Wish.DAILY, comes_in_swarms=True),
    Kind.PUBLISHING_FAILED: About(Role.OPERATOR, Wish.HOURLY, comes_in_swarms=True),
    Kind.CONNECTION_FAILING: About(Role.OPERATOR),
    Kind.CONNECTION_RECOVERED: About(Role.OPERATOR),
    Kind.DOWNLOAD_STUCK: About(Role.OPERATOR),
    Kind.REPORT_REFUSED: About(Role.OPERATOR, comes_in_swarms=True),
    Kind.BACKUP_FAILED: About(Role.ADMIN),
    Kind.SIGNED_IN: About(Role.VIEWER, Wish.OFF),
    Kind.TOKEN_MADE: About(Role.VIEWER),
}
