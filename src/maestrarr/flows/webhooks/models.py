"""The tables of reports, and of who may send them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.flows.webhooks.states import State
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id


class SenderRecord(Base):
    """A connection that may report; `sealed` is the secret by which it is known.

    `read_until` is up to when its history was read, for what it reported while nobody listened.
    """

    __tablename__ = "webhook_senders"

    connection_id: Mapped[UUID] = mapped_column(
        ForeignKey("connections.id", ondelete="CASCADE"), primary_key=True
    )
    sealed: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(default=now)
    read_until: Mapped[datetime] = mapped_column(default=now)


class Delivery(Base):
    """One report as it came; `headers` hold no secret, `digest` tells equal ones.

    `event` is what its sender calls it, `about` which title, `what` what happened in our words.
    `facts` explain a refusal, `jobs` are those that it has led to. `is_again` says that somebody
    wants it taken up once more.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_state_id", "state", "id"),
        Index("ix_deliveries_digest", "digest"),
        Index("ix_deliveries_connection_id_id", "connection_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    connection_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("connections.id", ondelete="SET NULL")
    )
    kind: Mapped[str]
    sender: Mapped[str]
    proof: Mapped[str]
    address: Mapped[str]
    headers: Mapped[dict[str, Any]]
    body: Mapped[bytes]
    digest: Mapped[bytes]
    state: Mapped[str] = mapped_column(default=State.WAITING)
    event: Mapped[str | None]
    what: Mapped[str | None]
    about: Mapped[str | None]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    jobs: Mapped[list[str]] = mapped_column(default=list)
    is_again: Mapped[bool] = mapped_column(default=False)
    received_at: Mapped[datetime] = mapped_column(default=now)
    taken_at: Mapped[datetime | None]
