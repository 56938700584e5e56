"""The table of connections."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.kit.clock import now
from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id

_WITHOUT_OWNER: Final = text("owner_id IS NULL")


class ConnectionRecord(Base):
    """One outside service; `owner_id` is None for those of the installation itself.

    `options` is what anybody may know of how it is asked, `sealed` the rest; `version` rises when
    either changes. `position` says who is asked first. `mappings` are pairs of `remote` and
    `local`. `is_well` is what the last test found, None before the first; `problem` is what was
    wrong then.
    """

    __tablename__ = "connections"
    __table_args__ = (
        Index("uq_connections_owner_id_name_key", "owner_id", "name_key", unique=True),
        Index(
            "uq_connections_name_key",
            "name_key",
            unique=True,
            sqlite_where=_WITHOUT_OWNER,
            postgresql_where=_WITHOUT_OWNER,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str]
    position: Mapped[int]
    is_enabled: Mapped[bool] = mapped_column(default=True)
    options: Mapped[dict[str, Any]]
    sealed: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    mappings: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    is_well: Mapped[bool | None]
    tested_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    problem: Mapped[dict[str, Any] | None]
    service_name: Mapped[str | None]
    service_version: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
