"""Portraits of actors stand beside films for Kodi, come back, and go when they are not wanted."""

import pytest
from press import FILM, Press
from sqlalchemy import update

from maestrarr.core.accounts.callers import Role
from maestrarr.features.artwork.models import PortraitRecord, Selection
from maestrarr.features.library.models import Title
from maestrarr.kit.db import insert_rows
from shelf import put

FACES = {"Al Pacino": b"first", "Robert De Niro": b"second", "Val/Kilmer Jr.": b"third"}
ACTORS = [".actors/Al_Pacino.jpg", ".actors/Robert_De_Niro.jpg", ".actors/Val_Kilmer_Jr.jpg"]


async def keep(press: Press, most: int) -> None:
    admin = await press.house.client_of(Role.ADMIN)
    answer = await admin.patch("/api/v1/settings/artwork", json={"values": {"portraits": most}})
    assert answer.status_code == 200, answer.text


async def a_cast(press: Press) -> Title:
    """Make a film with portraits of those who play in it, kept as copies of ours."""
    film = await press.film(plot="A robbery.")
    await press.choose(film, **{f"fanart{at}": face for at, face in enumerate(FACES.values())})
    async with press.house.database.writing() as session:
        chosen = await session.execute(
            Selection.__table__.select().order_by(Selection.number)  # type: ignore[attr-defined]
        )
        copies = [row.sha256 for row in chosen]
        await insert_rows(
            session,
            PortraitRecord,
            [
                {"title_id": film.id, "number": at, "name": name, "url": f"u{at}", "sha256": copy}
                for at, (name, copy) in enumerate(zip(FACES, copies, strict=True))
            ],
        )
        await session.execute(update(Selection).values(type="poster").where(Selection.number == 0))
    return film


async def test_portraits_stand_in_their_folder_come_back_and_leave_with_it(press: Press) -> None:
    film = await a_cast(press)
    await keep(press, 2)
    put(press.root / FILM / ".actors" / "Mine.jpg", "somebody's own")

    await press.publish(film)

    stands = press.files()
    assert [name for name in stands if name.startswith(".")] == [ACTORS[0], ".actors/Mine.jpg",
                                                                ACTORS[1]]  # fmt: skip
    assert stands[ACTORS[1]] == b"second"
    assert (await press.publish(film))["unchanged"] == 1
    (press.root / FILM / ACTORS[0]).unlink()
    assert (await press.restore(film))["restored"] == 1
    assert press.files() == stands

    await keep(press, 0)
    (press.root / FILM / ".actors" / "Mine.jpg").unlink()
    await press.publish(film)

    assert not (press.root / FILM / ".actors").exists()


@pytest.mark.parametrize(("profile", "count"), [("kodi", 3), ("jellyfin", 0), ("plex", 0)])
async def test_only_kodi_gets_portraits(press: Press, profile: str, count: int) -> None:
    film = await a_cast(press)
    await keep(press, 20)
    admin = await press.house.client_of(Role.ADMIN)
    body = {"values": {"profiles": [profile]}}
    await admin.patch("/api/v1/settings/publishing", json=body)

    await press.publish(film)

    assert [name for name in press.files() if name.startswith(".")] == ACTORS[:count]
    shown = await press.viewer.get(f"/api/v1/titles/{film.id}")
    assert {each["type"] for each in shown.json()["artwork"]} <= {"poster", "fanart"}
