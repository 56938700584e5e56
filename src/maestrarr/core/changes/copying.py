"""Copies of files that keep what they were: owner, mode, extended attributes, holes."""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path

from maestrarr.core.changes.errors import NoSpace

_FICLONE = 0x40049409  # Linux, ioctl_ficlone(2): the copy shares the blocks of the original
_CHUNK_BYTES = 8 * 1024 * 1024
_NOT_KEPT = {errno.ENOTSUP, errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENODATA}
_NO_CLONES = {
    errno.ENOTSUP, errno.EINVAL, errno.EXDEV, errno.ENOTTY, errno.ENOSYS, errno.EPERM,
    errno.ETXTBSY, errno.EISDIR,
}  # fmt: skip


def copy(source: int, target: int, path: Path) -> None:
    """Copy a file's contents into an empty one: by reflink where the disk can, else byte by byte.

    Raises:
        NoSpace: there is less free space than it takes.
        OSError: the disk refused midway.
    """
    if _is_cloned(source, target):
        return
    said = os.fstat(source)
    check_space(target, path, min(said.st_size, said.st_blocks * 512))
    os.ftruncate(target, said.st_size)
    at = 0
    while (at := _next_data(source, at)) < said.st_size:
        end = _next_hole(source, at, said.st_size)
        while at < end:
            at += _copy_some(source, target, at, end - at)


def copy_whole(source: int, target: int, path: Path) -> None:
    """Copy a file with all that it is, its time of change included, durably.

    Raises:
        NoSpace: there is less free space than it takes.
        OSError: the disk refused midway.
    """
    copy(source, target, path)
    keep_attributes(source, target)
    said = os.fstat(source)
    os.utime(target, ns=(said.st_atime_ns, said.st_mtime_ns))
    os.fsync(target)


def check_space(descriptor: int, path: Path, needed_bytes: int) -> None:
    """See that a disk has so many bytes left.

    Raises:
        NoSpace: it has fewer.
    """
    disk = os.fstatvfs(descriptor)
    if disk.f_bavail * disk.f_frsize < needed_bytes:
        raise NoSpace(path, needed_bytes)


def keep_attributes(source: int, target: int) -> None:
    """Give a file the owner, the mode and the extended attributes of another, as far as we may."""
    said = os.fstat(source)
    for owner, group in ((said.st_uid, -1), (-1, said.st_gid)):
        with suppress(PermissionError):
            os.fchown(target, owner, group)
    os.fchmod(target, said.st_mode & 0o7777)
    if hasattr(os, "listxattr"):
        for name in _names_of_attributes(source):
            _keep_attribute(source, target, name)


def _names_of_attributes(source: int) -> list[str]:
    try:
        return os.listxattr(source)
    except OSError as error:
        if error.errno not in _NOT_KEPT:
            raise
        return []


def _keep_attribute(source: int, target: int, name: str) -> None:
    try:
        os.setxattr(target, name, os.getxattr(source, name))
    except OSError as error:
        if error.errno not in _NOT_KEPT:
            raise


def _is_cloned(source: int, target: int) -> bool:
    try:
        fcntl.ioctl(target, _FICLONE, source)
    except OSError as error:
        if error.errno not in _NO_CLONES:
            raise
        return False
    return True


def _copy_some(source: int, target: int, at: int, length: int) -> int:
    data = os.pread(source, min(length, _CHUNK_BYTES), at)
    if not data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))  # it became shorter under our hands
    return os.pwrite(target, data, at)


def _next_data(source: int, at: int) -> int:
    try:
        return os.lseek(source, at, os.SEEK_DATA)
    except OSError as error:
        if error.errno == errno.ENXIO:  # nothing but a hole until the end
            return os.fstat(source).st_size
        if error.errno != errno.EINVAL:
            raise
        return at


def _next_hole(source: int, at: int, size_bytes: int) -> int:
    try:
        return os.lseek(source, at, os.SEEK_HOLE)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENXIO}:
            raise
        return size_bytes
