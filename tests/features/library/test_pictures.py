"""Pictures beside the media, and folders to choose from, over HTTP."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from PIL import Image

from household import Household, a_household
from maestrarr.core.accounts.callers import Role
from maestrarr.features.library import marks
from maestrarr.features.library.errors import PictureUnknown
from maestrarr.features.library.thumbnails import Size, Thumbnails, make
from maestrarr.kit.db import Database
from shelf import Shelf, plant

API = "/api/v1"


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with a_household(database, tmp_path / "data") as house:
        await house.add_users()
        yield house


@pytest.fixture
async def viewer(house: Household) -> httpx2.AsyncClient:
    return await house.client_of(Role.VIEWER)


def draw(path: Path, size: tuple[int, int] = (1000, 1500), mode: str = "RGB") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new(mode, size, (0, 128, 128, 90)[: len(mode)]).save(path)
    return path


async def the_title(viewer: httpx2.AsyncClient) -> dict[str, str]:
    answer = await viewer.get(f"{API}/titles?fields=id&fields=picture_version")
    titles: list[dict[str, str]] = answer.json()["titles"]
    assert len(titles) == 1
    return titles[0]


async def test_a_poster_is_served_small_and_may_be_kept_under_its_version(
    viewer: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Alien (1979)/Alien (1979).mkv")
    poster = draw(shelf.root / "Alien (1979)" / "poster.jpg")
    await shelf.scan()
    title = await the_title(viewer)
    address = f"{API}/titles/{title['id']}/artwork/poster?size=small"

    named = await viewer.get(f"{address}&version={title['picture_version']}")
    unnamed = await viewer.get(address)

    assert title["picture_version"] == str(poster.stat().st_mtime_ns)
    assert named.headers["content-type"] == "image/webp"
    assert named.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in named.headers["cache-control"]
    assert "no-cache" in unnamed.headers["cache-control"]
    with Image.open(io.BytesIO(named.content)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (320, 480))


async def test_titles_are_found_and_counted_by_the_pictures_that_they_lack(
    viewer: httpx2.AsyncClient, shelf: Shelf
) -> None:
    plant(shelf.root, "Alien (1979)/Alien (1979).mkv", "Heat (1995)/Heat (1995).mkv")
    draw(shelf.root / "Alien (1979)" / "poster.jpg")
    await shelf.scan()

    async def lacking(query: str) -> list[str]:
        answer = await viewer.get(f"{API}/titles?fields=title&{query}")
        return [each["title"] for each in answer.json()["titles"]]

    async def counted() -> dict[str, int]:
        facets: dict[str, dict[str, int]] = (await viewer.get(f"{API}/titles/facets")).json()[
            "facets"
        ]
        return facets["lacks"]

    assert await lacking("lacks=poster") == ["Heat"]
    assert await lacking("lacks=poster&lacks=fanart") == ["Alien", "Heat"]
    assert {kind: (await counted())[kind] for kind in ("poster", "fanart")} == {
        "poster": 1,
        "fanart": 2,
    }
    heat = await shelf.title("Heat")
    async with shelf.database.writing() as session:
        await marks.show_picture(session, heat.id, "0.jpg", {"poster", "discart"})
    assert "poster" not in await counted()
    (shelf.root / "Alien (1979)" / "poster.jpg").unlink()
    await shelf.scan()
    assert await lacking("lacks=poster") == ["Alien"]


async def test_a_title_without_a_poster_says_so(viewer: httpx2.AsyncClient, shelf: Shelf) -> None:
    plant(shelf.root, "Alien (1979)/Alien (1979).mkv")
    await shelf.scan()
    title = await the_title(viewer)

    answer = await viewer.get(f"{API}/titles/{title['id']}/artwork/poster")

    assert title["picture_version"] is None
    assert (answer.status_code, answer.json()["key"]) == (404, "library.picture_unknown")


async def test_a_picture_that_became_a_link_out_of_the_library_is_not_served(
    viewer: httpx2.AsyncClient, shelf: Shelf, tmp_path: Path
) -> None:
    plant(shelf.root, "Alien (1979)/Alien (1979).mkv")
    poster = draw(shelf.root / "Alien (1979)" / "poster.jpg")
    await shelf.scan()
    title = await the_title(viewer)
    secret = draw(tmp_path / "elsewhere.jpg")
    poster.unlink()
    poster.symlink_to(secret)

    answer = await viewer.get(f"{API}/titles/{title['id']}/artwork/poster")

    assert answer.status_code == 404


def test_what_is_no_picture_is_refused_in_words(tmp_path: Path) -> None:
    text = tmp_path / "poster.jpg"
    text.write_text("<svg onload='alert(1)'/>")
    bomb = tmp_path / "bomb.png"
    Image.new("1", (12_000, 12_000)).save(bomb)

    for path in (text, bomb, tmp_path / "gone.jpg"):
        with pytest.raises(PictureUnknown):
            make(path, Size.SMALL, [tmp_path])


def test_a_clear_logo_stays_clear(tmp_path: Path) -> None:
    logo = draw(tmp_path / "logo.png", (800, 310), "RGBA")

    with Image.open(io.BytesIO(make(logo, Size.SMALL, [tmp_path]))) as picture:
        assert picture.mode == "RGBA"


async def test_thumbnails_are_kept_until_there_are_too_many(tmp_path: Path) -> None:
    paths = [draw(tmp_path / f"{number}.jpg") for number in range(3)]
    one = len(make(paths[0], Size.SMALL, [tmp_path]))
    kept = Thumbnails(most_bytes=2 * one)
    for path in paths:
        await kept.of(path, "1", Size.SMALL, [tmp_path])
    for path in paths:
        path.unlink()

    assert await kept.of(paths[2], "1", Size.SMALL, [tmp_path])
    with pytest.raises(PictureUnknown):
        await kept.of(paths[0], "1", Size.SMALL, [tmp_path])


async def test_folders_are_shown_to_admins_only(house: Household, tmp_path: Path) -> None:
    for role, status in ((Role.OPERATOR, 403), (Role.ADMIN, 200)):
        client = await house.client_of(role)
        answer = await client.get(f"{API}/folders", params={"path": str(tmp_path)})
        assert answer.status_code == status


async def test_a_folder_lists_its_folders_and_counts_its_media(
    house: Household, shelf: Shelf, tmp_path: Path
) -> None:
    plant(
        tmp_path, "new/one.mkv", "new/two.mp4", "new/note.txt", "new/.hidden/x.mkv", "new/b/x.mkv"
    )
    admin = await house.client_of(Role.ADMIN)

    listed = (await admin.get(f"{API}/folders", params={"path": str(tmp_path / "new")})).json()
    above = (await admin.get(f"{API}/folders", params={"path": str(tmp_path)})).json()

    assert [each["name"] for each in listed["folders"]] == ["b"]
    assert (listed["media_files"], listed["parent"]) == (2, str(tmp_path))
    taken = {each["path"]: each["library"] for each in above["folders"]}
    assert taken[str(shelf.root)] is not None
    assert taken[str(tmp_path / "new")] is None


async def test_nothing_outside_the_allowed_roots_is_shown(house: Household, tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside / "films", outside):
        folder.mkdir(parents=True)
    (inside / "way out").symlink_to(outside)
    state = house.app.state
    config = state.installation.config.model_copy(update={"allowed_roots": (inside,)})
    object.__setattr__(state.installation, "config", config)
    admin = await house.client_of(Role.ADMIN)

    begin = (await admin.get(f"{API}/folders")).json()
    listed = (await admin.get(f"{API}/folders", params={"path": str(inside)})).json()
    refused = await admin.get(f"{API}/folders", params={"path": str(inside / "way out")})

    assert [each["path"] for each in begin["folders"]] == [str(inside)]
    assert [each["name"] for each in listed["folders"]] == ["films"]
    assert listed["parent"] is None
    assert (refused.status_code, refused.json()["key"]) == (403, "library.folder_not_allowed")
