"""Backups over HTTP: made, listed, downloaded, checked, restored and deleted by admins."""

import asyncio
import io
import struct
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.core.jobs.embedded import EmbeddedEngine
from maestrarr.core.upkeep import jobs, restoring
from maestrarr.core.upkeep.archive import MANIFEST
from maestrarr.kit.db import Database

API = "/api/v1/backups"
STRANGE = [
    "..", "../maestrarr.db", "..%2f..%2fetc%2fpasswd", "%2e%2e", "/etc/passwd", "maestrarr.db",
    "maestrarr-x.zip", "%2e", "%00", "maestrarr-%00.zip", "C:\\x.zip", "link", "x" * 101,
]  # fmt: skip


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    """Build an application whose jobs are run."""
    assert jobs.back_up
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        engine = EmbeddedEngine(database, data=house.data)
        await engine.start()
        try:
            yield house
        finally:
            await engine.stop()


@pytest.fixture
async def admin(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.ADMIN)


async def done(client: httpx2.AsyncClient, method: str, path: str) -> Any:
    """Ask for a job, and return it once it has ended."""
    asked = await client.request(method, path)
    assert asked.status_code == 202, asked.text
    while True:
        job = (await client.get(f"/api/v1/jobs/{asked.json()['id']}")).json()
        if job["ended_at"]:
            return job
        await asyncio.sleep(0.02)


async def made(client: httpx2.AsyncClient) -> str:
    job = await done(client, "POST", API)
    assert job["status"] == "completed", job["error"]
    return str(job["result"]["name"])


async def test_a_backup_is_made_listed_downloaded_checked_and_deleted(
    admin: httpx2.AsyncClient, house: Household
) -> None:
    name = await made(admin)

    listed = (await admin.get(API)).json()
    one = (await admin.get(f"{API}/{name}")).json()
    downloaded = await admin.get(f"{API}/{name}/file")
    checked = await done(admin, "POST", f"{API}/{name}/check")

    assert listed["backups"] == [one]
    assert listed["folder"] == str(house.data.backups)
    assert (one["reason"], one["made_by"], one["fault"]) == ("asked", "admin", None)
    assert one["database"] == ("sqlite" if house.database.is_sqlite else "postgresql")
    assert zipfile.ZipFile(io.BytesIO(downloaded.content)).testzip() is None
    assert name in downloaded.headers["content-disposition"]
    assert checked["status"] == "completed"
    assert (await admin.delete(f"{API}/{name}")).status_code == 204
    assert (await admin.get(API)).json()["backups"] == []
    audit = (await admin.get("/api/v1/audit")).json()["entries"]
    assert [each["action"] for each in audit[:2]] == ["backup.deleted", "backup.downloaded"]


async def test_a_part_of_a_backup_is_downloaded_and_one_that_it_lacks_refused(
    admin: httpx2.AsyncClient,
) -> None:
    file = f"{API}/{await made(admin)}/file"
    whole = (await admin.get(file)).content

    part = await admin.get(file, headers={"Range": "bytes=10-19"})
    refused = [
        await admin.get(file, headers={"Range": wanted})
        for wanted in (f"bytes={len(whole)}-", "bytes=9-3", "bytes=", "pages=1-2", "\0")
    ]

    assert (part.status_code, part.content) == (206, whole[10:20])
    assert {each.status_code for each in refused} == {416}
    assert {each.json()["key"] for each in refused} == {"upkeep.no_such_part"}
    assert {each.headers["content-range"] for each in refused} == {f"bytes */{len(whole)}"}


async def test_a_name_is_one_of_ours_and_never_a_path(
    admin: httpx2.AsyncClient, house: Household
) -> None:
    (house.data.backups / "maestrarr-link.zip").symlink_to("/etc/passwd")

    for name in [*STRANGE, "maestrarr-link.zip"]:
        for method, end in (
            ("GET", ""), ("GET", "/file"), ("DELETE", ""), ("POST", "/check"), ("POST", "/restore"),
        ):  # fmt: skip
            answer = await admin.request(method, f"{API}/{name}{end}")
            assert answer.status_code in {404, 405, 422}, (name, method, answer.status_code)


async def test_a_damaged_backup_is_listed_as_such_and_cannot_be_restored(
    admin: httpx2.AsyncClient, house: Household
) -> None:
    name = await made(admin)
    file = house.data.backups / name
    with zipfile.ZipFile(file) as archive:
        tables = [member for member in archive.infolist() if member.filename != MANIFEST]
        largest = max(tables, key=lambda member: member.compress_size)
    content = bytearray(file.read_bytes())
    lengths = struct.unpack_from("<HH", content, largest.header_offset + 26)
    begin = largest.header_offset + 30 + sum(lengths)
    content[begin + largest.compress_size // 2] ^= 0xFF
    file.write_bytes(content)
    cut = house.data.backups / "maestrarr-cut.zip"
    cut.write_bytes(content[:1000])

    faults = {each["name"]: each["fault"] for each in (await admin.get(API)).json()["backups"]}
    refused = await done(admin, "POST", f"{API}/{name}/restore")

    assert faults[name] is None  # only its last byte tells
    assert "damaged" in faults[cut.name]
    assert refused["status"] == "failed"
    assert "Nothing was changed" in refused["error"]
    assert not restoring.is_asked(house.data)


async def test_a_backup_goes_to_the_folder_that_was_chosen(
    admin: httpx2.AsyncClient, tmp_path: Path
) -> None:
    chosen = tmp_path / "elsewhere"
    put = await admin.patch("/api/v1/settings/upkeep", json={"values": {"folder": str(chosen)}})
    assert put.status_code == 200

    missing = await admin.post(API)
    chosen.mkdir()
    name = await made(admin)

    assert missing.status_code == 202  # it rests, and tries again: the disk may come
    assert (chosen / name).exists()
    assert (await admin.get(API)).json()["folder"] == str(chosen)


async def test_a_restore_is_prepared_and_asked_for(
    admin: httpx2.AsyncClient, house: Household
) -> None:
    name = await made(admin)

    job = await done(admin, "POST", f"{API}/{name}/restore")

    assert job["status"] == "completed"
    assert restoring.is_asked(house.data)
    restore = (await admin.get(API)).json()["restore"]
    assert (restore["name"], restore["asked_by"], restore["state"]) == (name, "admin", "asked")
