"""Writing and reading one title of an NFO file, as the tests of its writer do all the time."""

from typing import Any

from maestrarr.media.nfo import Description, NfoEntry, read, write


def told(entry: NfoEntry, standing: bytes | None = None, **others: Any) -> bytes:
    """Write one title, and check that writing it again changes nothing."""
    description = Description(entry, **others)
    once = write(standing, [description])
    assert write(once, [description]) == once
    return once


def only(data: bytes) -> NfoEntry:
    found = read(data)
    assert found.fault is None
    assert len(found.entries) == 1
    return found.entries[0]
