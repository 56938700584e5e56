"""The archive that a backup is: a ZIP of known members, and a manifest that vouches for each."""

import hashlib
import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from maestrarr.core.upkeep.errors import BackupFailed, BackupRefused
from maestrarr.core.upkeep.reasons import Reason
from maestrarr.kit import atomic, disk

MANIFEST = "manifest.json"
DATABASE = "maestrarr.db"
CONFIG = "maestrarr.yaml"

_CHUNK_BYTES = 1024 * 1024
_LARGEST_MANIFEST_BYTES = 1024 * 1024
_SPARE_BYTES = 16 * 1024 * 1024
_MEMBER = re.compile(r"maestrarr\.(db|yaml)|tables/[a-z0-9_]{1,63}\.copy")
_PLAIN_FORMS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1


class Member(BaseModel):
    """One file of the archive."""

    model_config = ConfigDict(frozen=True)

    size_bytes: int
    sha256: str


class TableContent(BaseModel):
    """One table of the database: how many rows, and on PostgreSQL the order of its columns."""

    model_config = ConfigDict(frozen=True)

    rows: int
    columns: tuple[str, ...] = ()


class Manifest(BaseModel):
    """What a backup holds, and what it was made with."""

    model_config = ConfigDict(frozen=True)

    format: Literal[1] = 1
    program: str
    made_at: datetime
    database: Literal["sqlite", "postgresql"]
    database_schema: str
    reason: Reason = Reason.ASKED
    made_by: str = ""
    tables: dict[str, TableContent]
    members: dict[str, Member]


class Writer:
    """Fills an archive, member by member, and notes each one's size and hash."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.members: dict[str, Member] = {}

    @contextmanager
    def member(self, name: str) -> Iterator[Callable[[bytes], None]]:
        """Open one member and yield what appends to it."""
        digest, size_bytes = hashlib.sha256(), 0
        with self._archive.open(name, "w", force_zip64=True) as target:

            def append(data: bytes) -> None:
                nonlocal size_bytes
                target.write(data)
                digest.update(data)
                size_bytes += len(data)

            yield append
        self.members[name] = Member(size_bytes=size_bytes, sha256=digest.hexdigest())

    def add_file(self, name: str, path: Path) -> None:
        """Add a file that lies on the disk."""
        with path.open("rb") as source, self.member(name) as append:
            while chunk := source.read(_CHUNK_BYTES):
                append(chunk)

    def finish(self, manifest: Manifest) -> None:
        """Add the manifest, the last member."""
        self._archive.writestr(MANIFEST, manifest.model_dump_json(indent=2))


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write an archive that stands at `path`, readable by its owner alone, once it is whole.

    Raises:
        BackupFailed: the disk is full, read-only or gone.
    """
    try:
        with (
            atomic.filling(path, mode=0o600) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive,
        ):
            yield Writer(archive)
    except OSError as error:
        raise BackupFailed(path, disk.reason_of(error), disk.code_of(error)) from error


def read_manifest(file: Path) -> Manifest:
    """Read what an archive says of itself; whether it is true, `verify` tells.

    Raises:
        BackupRefused: it is damaged, or is no backup at all.
    """
    with _opened(file) as archive:
        return _read_manifest(archive, file)


def verify(file: Path) -> Manifest:
    """Read an archive to its last byte, and compare it with its manifest.

    Raises:
        BackupRefused: it is damaged, was tampered with, or is no backup at all.
    """
    with _opened(file) as archive:
        manifest = _read_manifest(archive, file)
        _refuse_surprises(archive, manifest, file)
        for name, member in manifest.members.items():
            with archive.open(name) as source:
                _refuse_unlike(name, member, _pour(source, None), file)
    return manifest


def unpack(file: Path, target: Path) -> Manifest:
    """Check an archive to its last byte, and lay its members out in the folder `target`.

    Raises:
        BackupRefused: it is damaged, was tampered with, would not fit, or is no backup at all.
    """
    with _opened(file) as archive:
        manifest = _read_manifest(archive, file)
        _refuse_too_large(manifest, file, target)
        _refuse_surprises(archive, manifest, file)
        for name, member in manifest.members.items():
            _unpack_member(archive, name, member, file, target)
    return manifest


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise BackupRefused(file, "damaged_archive") from error
    except OSError as error:
        raise BackupRefused(file, disk.reason_of(error), code=disk.code_of(error)) from error


def _read_manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    try:
        entry = archive.getinfo(MANIFEST)
    except KeyError:
        raise BackupRefused(file, "no_manifest") from None
    if entry.file_size > _LARGEST_MANIFEST_BYTES or entry.flag_bits & _ENCRYPTED:
        raise BackupRefused(file, "strange_manifest")
    try:
        return Manifest.model_validate_json(archive.read(entry))
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise BackupRefused(file, "unread_manifest", place=place) from error


def _refuse_surprises(archive: zipfile.ZipFile, manifest: Manifest, file: Path) -> None:
    """Refuse what the manifest does not vouch for, before a byte is unpacked."""
    entries = archive.infolist()
    names = sorted(entry.filename for entry in entries)
    if names != sorted([MANIFEST, *manifest.members]):
        raise BackupRefused(file, "other_members")
    if not all(_MEMBER.fullmatch(name) for name in manifest.members):
        raise BackupRefused(file, "strange_members")
    for entry in entries:
        if entry.compress_type not in _PLAIN_FORMS or entry.flag_bits & _ENCRYPTED:
            raise BackupRefused(file, "strange_packing", member=entry.filename)
    for name, member in manifest.members.items():
        if archive.getinfo(name).file_size != member.size_bytes:
            raise BackupRefused(file, "other_size", member=name)


def _refuse_too_large(manifest: Manifest, file: Path, target: Path) -> None:
    total = sum(member.size_bytes for member in manifest.members.values())
    if total + _SPARE_BYTES > shutil.disk_usage(target).free:
        raise BackupRefused(file, "too_large", size_bytes=total)


def _unpack_member(
    archive: zipfile.ZipFile, name: str, member: Member, file: Path, target: Path
) -> None:
    place = target / name
    place.parent.mkdir(mode=0o700, exist_ok=True)
    with archive.open(name) as source, place.open("xb") as unpacked:
        _refuse_unlike(name, member, _pour(source, unpacked), file)


def _refuse_unlike(name: str, member: Member, digest: str, file: Path) -> None:
    if digest != member.sha256:
        raise BackupRefused(file, "altered", member=name)


def _pour(source: IO[bytes], target: IO[bytes] | None) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK_BYTES):
        if target is not None:
            target.write(chunk)
        digest.update(chunk)
    return digest.hexdigest()
