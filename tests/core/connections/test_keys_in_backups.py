from pathlib import Path

from maestrarr.core.connections import drafts, queries, service
from maestrarr.core.connections.clients import secrets_of
from maestrarr.core.upkeep import archive
from maestrarr.core.upkeep import service as upkeep
from maestrarr.kit.crypto import KeyRing
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.outside import Outside

SECRET = "a secret that is sealed"  # a canary
TOLD = {"url": "http://127.0.0.1:8080", "password": SECRET}


async def test_a_backup_holds_secrets_sealed_and_no_key(database: Database, tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    data.make()
    outside = Outside(keys=KeyRing.in_file(data.secret_key))
    async with database.writing() as session:
        await service.add(session, outside, drafts.new("kodi", TOLD))

    made = await upkeep.back_up(database, data, to=tmp_path / "backup.zip")
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    archive.unpack(made.file, unpacked)

    key = data.secret_key.read_bytes().strip()
    members = [unpacked / name for name in made.manifest.members]
    held = b"".join(file.read_bytes() for file in members)
    assert members
    assert [each in held for each in (key, SECRET.encode(), b"127.0.0.1:8080")] == [
        False,
        False,
        True,
    ]


async def test_secrets_of_a_restored_database_open_with_the_key_of_its_data_folder(
    database: Database, tmp_path: Path
) -> None:
    outside = Outside(keys=KeyRing.in_file(tmp_path / "secret-key"))
    async with database.writing() as session:
        await service.add(session, outside, drafts.new("kodi", TOLD))

    brought = Outside(keys=KeyRing.in_file(tmp_path / "secret-key"))

    async with database.reading() as session:
        (record,) = await queries.connections(session)
    assert secrets_of(brought, record) == {"password": SECRET}
