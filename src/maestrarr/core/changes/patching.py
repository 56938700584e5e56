"""Edits in place: bytes are written over others of the same length, and given back."""

import os
from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.errors import ChangedSince, Conflict, DiskFailed
from maestrarr.core.changes.folders import sync_data
from maestrarr.media.edits import BytePatch, EditPlan, HeaderPrint, fingerprint
from maestrarr.media.window import read_at


def check(descriptor: int, entry: Entry) -> None:
    """See that a file is what the plan was made for.

    Raises:
        ChangedSince: its header, or a byte that would be written over, is another.
    """
    header = _header(entry)
    if fingerprint(partial(read_at, descriptor), header.spans) != header.before:
        raise ChangedSince(entry.path)
    if any(read_at(descriptor, one.offset, len(one.old)) != one.old for one in entry.patches):
        raise ChangedSince(entry.path)


def is_before(descriptor: int, plan: EditPlan) -> bool:
    """Tell whether a file is the one that a plan was made for, and not yet edited."""
    is_as_long = os.fstat(descriptor).st_size == plan.size_bytes
    header = plan.header
    return is_as_long and fingerprint(partial(read_at, descriptor), header.spans) == header.before


def write(descriptor: int, entry: Entry, mtime_ns: int | None = None) -> None:
    """Write the new bytes and the time of change, if one is given, durably, and read them back.

    Raises:
        DiskFailed: what was read back is something else.
        OSError: the disk refused, perhaps midway.
    """
    if entry.before is not None and mtime_ns == entry.before.mtime_ns:
        set_time(descriptor, mtime_ns)  # it shall be kept: where it may not be, nothing is written
    _write(descriptor, entry.patches, mtime_ns)
    header = _header(entry)
    if fingerprint(partial(read_at, descriptor), header.spans) != header.after or any(
        read_at(descriptor, one.offset, len(one.new)) != one.new for one in entry.patches
    ):
        raise DiskFailed(entry.path)


def put_back(descriptor: int, entry: Entry) -> None:
    """Write the old bytes where old and new ones stand in any mixture, and the old time.

    Raises:
        Conflict: the file is another, or somebody has written a third thing; it is not touched.
    """
    before, header = entry.before, _header(entry)
    if before is None or os.fstat(descriptor).st_size != before.size_bytes:
        raise Conflict(entry.path)
    standing = [read_at(descriptor, one.offset, len(one.old)) for one in entry.patches]
    if not all(map(_is_mixture, standing, entry.patches)):
        raise Conflict(entry.path)
    if fingerprint(partial(_read_restored, descriptor, entry.patches), header.spans) != (
        header.before
    ):
        raise Conflict(entry.path)
    left = [] if standing == [patch.old for patch in entry.patches] else entry.patches
    if left or os.fstat(descriptor).st_mtime_ns != before.mtime_ns:
        _write(descriptor, [patch.reversed() for patch in left], before.mtime_ns)


def set_time(descriptor: int, mtime_ns: int) -> None:
    """Give a file a time of its last change, in nanoseconds."""
    os.utime(descriptor, ns=(os.fstat(descriptor).st_atime_ns, mtime_ns))


def _write(descriptor: int, patches: Sequence[BytePatch], mtime_ns: int | None) -> None:
    for patch in patches:
        written = 0
        while written < len(patch.new):
            written += os.pwrite(descriptor, patch.new[written:], patch.offset + written)
    if mtime_ns is None:
        sync_data(descriptor)
    else:
        with suppress(PermissionError):  # only its owner may set a file's time; the bytes count
            set_time(descriptor, mtime_ns)
        os.fsync(descriptor)


def _read_restored(
    descriptor: int, patches: Sequence[BytePatch], offset: int, length: int
) -> bytes:
    """Read a part of a file as it was before the patches."""
    data = bytearray(read_at(descriptor, offset, length))
    for patch in patches:
        start, end = max(patch.offset, offset), min(patch.end, offset + len(data))
        if start < end:
            data[start - offset : end - offset] = patch.old[
                start - patch.offset : end - patch.offset
            ]
    return bytes(data)


def _is_mixture(standing: bytes, patch: BytePatch) -> bool:
    return len(standing) == len(patch.old) and all(
        byte in pair
        for byte, pair in zip(standing, zip(patch.old, patch.new, strict=True), strict=True)
    )


def _header(entry: Entry) -> HeaderPrint:
    if entry.header is None:
        raise ValueError(f"{entry.path} is not edited in place.")
    return entry.header
