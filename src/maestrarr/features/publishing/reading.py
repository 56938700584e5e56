"""Reading what stands beside media: plain files only, never through a link."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from maestrarr.core.changes.errors import NotAFile, in_words
from maestrarr.features.publishing.errors import NfoUnreadable
from maestrarr.kit.text import readable
from maestrarr.media.nfo import LARGEST_BYTES

_PLAIN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def digest_of(path: Path) -> str:
    """Read a file, and digest it.

    Raises:
        Problem: it is no plain file, or the disk refuses.
    """
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def nfo_at(path: Path) -> bytes:
    """Read an NFO file.

    Raises:
        NfoUnreadable: it is larger than any NFO file is.
        Problem: it is no plain file, or the disk refuses.
    """
    with _opened(path) as file:
        data = file.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise NfoUnreadable(path, f"it has more than {readable(str(LARGEST_BYTES))} bytes")
    return data


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    try:
        with open(path, "rb", opener=lambda name, _flags: os.open(name, _PLAIN)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotAFile(path)
            yield file
    except IsADirectoryError as error:
        raise NotAFile(path) from error
    except OSError as error:
        raise in_words(path, error) from error
