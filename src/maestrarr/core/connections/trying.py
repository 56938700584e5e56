"""Trying a connection out: whether the service is there, is what it should be, and lets us in."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from maestrarr.core.connections import clients
from maestrarr.core.connections.drafts import Draft
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.errors import Unreachable
from maestrarr.kit.outside import Outside
from maestrarr.providers.base import Connected
from maestrarr.providers.contracts import Tested

PATIENCE_SECONDS: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What a test found: who answers, or what exactly is wrong."""

    tested_at: datetime
    tested: Tested | None = None
    problem: Problem | None = None

    @property
    def is_well(self) -> bool:
        """Tell whether the service answers as it should."""
        return self.problem is None


async def try_draft(outside: Outside, draft: Draft) -> Health:
    """Try what would be saved."""
    try:
        client = clients.make(outside, draft.kind, draft.told, draft.id)
    except Problem as problem:
        return Health(tested_at=now(), problem=problem)
    return await _tried(outside, str(draft.id), client, draft.options.get("url"))


async def try_saved(outside: Outside, record: ConnectionRecord) -> Health:
    """Try a connection as it is."""
    try:
        client = await clients.client_of(outside, record)
    except Problem as problem:
        return Health(tested_at=now(), problem=problem)
    return await _tried(outside, str(record.id), client, record.options.get("url"))


async def _tried(outside: Outside, owner: str, client: Connected, url: str | None) -> Health:
    outside.http.forgive(owner)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return Health(tested=await client.test(), tested_at=now())
    except Problem as problem:
        return Health(problem=problem, tested_at=now())
    except TimeoutError:
        silent = Unreachable("silent", urlsplit(url or "").hostname or "")
        return Health(problem=silent, tested_at=now())
