"""Column types that mean the same on SQLite and on PostgreSQL."""

import os
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, LargeBinary, Text, TypeDecorator, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import TypeEngine

from maestrarr.kit.ids import id_of
from maestrarr.kit.text import as_on_disk, storable

if TYPE_CHECKING:
    IdDecorator = TypeDecorator[uuid.UUID]
    UtcDecorator = TypeDecorator[datetime]
    PathDecorator = TypeDecorator[Path]
    WordsDecorator = TypeDecorator[list[str]]
else:
    IdDecorator = UtcDecorator = PathDecorator = WordsDecorator = TypeDecorator

Value = TypeVar("Value")
Processor = Callable[[Any], Value | None] | None

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Id(IdDecorator):
    """A UUID: native on PostgreSQL, 16 bytes on SQLite, where both sort by time."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[uuid.UUID] | TypeEngine[bytes]:
        """Choose the native type, or bytes where there is none."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def bind_processor(self, dialect: Dialect) -> Processor[bytes]:
        """Turn an id into what the database stores; in one call, for there are thousands."""
        return None if dialect.name == "postgresql" else _bytes_of

    def result_processor(self, dialect: Dialect, _coltype: object) -> Processor[uuid.UUID]:
        """Turn what the database stores into an id; in one call, as above."""
        return None if dialect.name == "postgresql" else _id_of


class UtcTime(UtcDecorator):
    """An aware moment in UTC: `timestamptz` on PostgreSQL, integer microseconds on SQLite."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[int]:
        """Choose the native type, or an integer where there is none."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """Turn a moment into what the database stores; a naive one is a mistake."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A moment without a time zone cannot be stored: {value!r}.")
        if dialect.name == "postgresql":
            return value
        since = value - _EPOCH
        return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds

    def result_processor(self, dialect: Dialect, _coltype: object) -> Processor[datetime]:
        """Turn what the database stores into an aware moment; in one call, as for ids."""
        return _in_utc if dialect.name == "postgresql" else _moment_of


def _bytes_of(value: uuid.UUID | None) -> bytes | None:
    return None if value is None else value.bytes


def _id_of(stored: bytes | None) -> uuid.UUID | None:
    return None if stored is None else id_of(int.from_bytes(stored))


def _in_utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)


def _moment_of(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else _EPOCH + timedelta(microseconds=microseconds)


class DiskPath(PathDecorator):
    """A path as the disk spells it, also when its bytes are not UTF-8.

    Python carries a stray byte as a lone surrogate (PEP 383), which no database takes; it is
    stored as the private character U+EF80 to U+EFFF that MirBSD set aside for this. Where a path
    really holds one of these, U+EF00 stands before it, so no two paths are ever stored alike.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Path | str | None, dialect: Dialect) -> str | None:
        """Turn a path into storable text."""
        return None if value is None else storable(os.fspath(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Path | None:
        """Turn stored text into the path it was."""
        return None if value is None else Path(as_on_disk(value))


class Words(WordsDecorator):
    """A set of words: an array on PostgreSQL; on SQLite one text, where `_` stands for a space."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Sequence[str]] | TypeEngine[str]:
        """Choose the array, or text where there is none."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(ARRAY(Text()))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> object:
        """Turn words into what the database stores."""
        if value is None or dialect.name == "postgresql":
            return value
        return " ".join(word.replace(" ", "_") for word in value)

    def process_result_value(
        self, value: str | list[str] | None, dialect: Dialect
    ) -> list[str] | None:
        """Turn what the database stores into words."""
        if isinstance(value, str):
            return [word.replace("_", " ") for word in value.split()]
        return value
