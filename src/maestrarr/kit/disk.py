"""Why something on a disk cannot be used, in words that any language can say."""

import errno
from collections.abc import Mapping
from typing import Final

# How a sentence ends that says what cannot be done, by the reason.
WORDS: Final[Mapping[str, str]] = {
    "missing": "it is not there",
    "not_a_folder": "it is no folder",
    "forbidden": "the user that the server runs as may not",
    "read_only": "its disk can only be read",
    "full": "its disk is full",
    "broken": "its disk reports an error",
    "away": "its disk does not answer",
    "circular": "its links lead round in a circle",
    "no_path": "that is no path",
    "not_as_written": "its disk does not hold what was written",
    "other": "the system answered {code}",
}

_REASONS = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "not_a_folder",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EIO: "broken",
    errno.ESTALE: "away",
    errno.EHOSTDOWN: "away",
    errno.ENOTCONN: "away",
    errno.ETIMEDOUT: "away",
    errno.ELOOP: "circular",
    errno.ENAMETOOLONG: "no_path",
    errno.EINVAL: "no_path",
}


def sentences(opening: str) -> dict[str, str]:
    """Finish a sentence with each of the reasons; `other` has a place for the system's `code`."""
    return {reason: f"{opening}: {words}." for reason, words in WORDS.items()}


def reason_of(error: Exception) -> str:
    """Name why the disk refused; what is no error of a disk was no path that it could look at."""
    return _REASONS.get(error.errno or 0, "other") if isinstance(error, OSError) else "no_path"


def said(error: Exception) -> str:
    """Say why the disk refused, as the end of a sentence."""
    return WORDS[reason_of(error)].format(code=code_of(error))


def code_of(error: Exception) -> str:
    """Name the system's own code of an error, such as EMFILE."""
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number or 0, str(number or ""))
