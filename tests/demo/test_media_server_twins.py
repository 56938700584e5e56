"""The twins of Jellyfin and Plex answer as their contracts say, Emby's as its documentation."""

from collections.abc import Iterator

import httpx2
import pytest
from lxml import etree

from contracts import Contract
from maestrarr.demo.upstreams.serving import Upstreams

JELLYFINS = {"jellyfin": "jellyfin-10.11.11", "jellyfin12": "jellyfin-12.0.0"}
AUTHORIZATION = (
    'MediaBrowser Token="demo", Client="Tests", Device="Tests", DeviceId="1", Version="1"'
)
ELSEWHERE = "/elsewhere/A film.mkv"


@pytest.fixture(scope="module", params=JELLYFINS)
def service(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def jellyfin(service: str) -> Contract:
    return Contract.of(JELLYFINS[service], are_nulls_absent=True, are_dashes_absent=True)


@pytest.fixture(scope="module")
def plex() -> Contract:
    names = ("MediaContainer", "identifier", "totalSize", "offset", "content")
    absent = frozenset(f".MediaContainer.{name}" for name in names)
    return Contract.of("plex-official-openapi", absent=absent)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    headers = {"Authorization": AUTHORIZATION, "Accept": "application/json"}
    with httpx2.Client(headers=headers, trust_env=False) as client:
        yield client


def play(upstreams: Upstreams, service: str) -> list[str]:
    """Play a film, an episode, and a file that is in no library."""
    titles = upstreams.world.household.titles
    files = [titles[0].files[0], titles[-1].files[0], ELSEWHERE]
    upstreams.player(service).playing = files
    return files


@pytest.mark.parametrize(
    "path",
    [
        "System/Ping",
        "System/Info/Public",
        "System/Info",
        "Sessions",
        "Items",
        "Items?includeItemTypes=Series&startIndex=1&limit=2",
        "Library/VirtualFolders",
    ],
)
def test_every_answer_of_jellyfin_is_whole_by_the_contract(
    client: httpx2.Client, upstreams: Upstreams, service: str, jellyfin: Contract, path: str
) -> None:
    play(upstreams, service)

    assert jellyfin.holds(client.get(f"{upstreams.url(service)}/{path}"), f"/{service}")


def test_jellyfin_tells_what_is_played_and_describes_it_by_its_number(
    client: httpx2.Client, upstreams: Upstreams, service: str, jellyfin: Contract
) -> None:
    files = play(upstreams, service)

    sessions = client.get(f"{upstreams.url(service)}/Sessions").json()

    played = [told["NowPlayingItem"] for told in sessions if "NowPlayingItem" in told]
    assert [told["Path"] for told in played] == files
    assert len(sessions) == 4, "one plays nothing"
    asked = {"ids": [told["Id"] for told in played[:2]], "fields": ["Path"]}
    answer = client.get(f"{upstreams.url(service)}/Items", params=asked)
    found = jellyfin.holds(answer, f"/{service}")
    assert [told["Path"] for told in found["Items"]] == files[:2]


def test_jellyfin_is_told_of_folders(
    client: httpx2.Client, upstreams: Upstreams, service: str, jellyfin: Contract
) -> None:
    updates = {"Updates": [{"Path": "/media/Movies/A", "UpdateType": "Modified"}]}
    number = client.get(f"{upstreams.url(service)}/Items?limit=1").json()["Items"][0]["Id"]

    for path, body in (("Library/Media/Updated", updates), (f"Items/{number}/Refresh", None)):
        answer = client.post(f"{upstreams.url(service)}/{path}", json=body)
        jellyfin.holds(answer, f"/{service}")
        assert answer.status_code == 204

    folder = upstreams.world.household.titles[0].folder
    assert upstreams.player(service).refreshed == ["/media/Movies/A", folder]


@pytest.mark.parametrize(
    ("headers", "statuses"),
    [
        ({"Authorization": AUTHORIZATION}, (200, 200)),
        ({"Authorization": AUTHORIZATION.replace("demo", "wrong")}, (401, 401)),
        ({"Authorization": ""}, (401, 401)),
        ({"Authorization": AUTHORIZATION.replace("MediaBrowser", "Emby")}, (200, 401)),
        ({"Authorization": "", "X-Emby-Token": "demo"}, (200, 401)),
        ({"Authorization": "", "X-Emby-Authorization": AUTHORIZATION}, (200, 401)),
    ],
)
def test_jellyfin_12_takes_fewer_headers(
    client: httpx2.Client, upstreams: Upstreams, headers: dict[str, str], statuses: tuple[int, int]
) -> None:
    addresses = [f"{upstreams.url(service)}/System/Info" for service in JELLYFINS]

    assert tuple(client.get(a, headers=headers).status_code for a in addresses) == statuses


@pytest.mark.parametrize("prefix", ["", "/emby"])
def test_emby_lets_in_by_its_own_header_and_tells_its_version(
    client: httpx2.Client, upstreams: Upstreams, prefix: str
) -> None:
    address = f"{upstreams.url('emby')}{prefix}/System/Info"

    told = client.get(address, headers={"X-Emby-Token": "demo"}).json()

    assert told["Version"].startswith("4.")
    assert "ProductName" not in told
    refused = client.get(address)
    assert (refused.status_code, refused.text) == (401, "Access token is invalid or expired.")
    assert client.get(address, params={"api_key": "demo"}).is_success


def test_emby_tells_what_is_played_and_is_told_of_folders(
    client: httpx2.Client, upstreams: Upstreams
) -> None:
    files = play(upstreams, "emby")
    address, key = upstreams.url("emby"), {"X-Emby-Token": "demo"}

    sessions = client.get(f"{address}/Sessions", headers=key).json()
    update = {"Updates": [{"Path": "/media/Movies/A", "UpdateType": "Modified"}]}
    told = client.post(f"{address}/Library/Media/Updated", headers=key, json=update)

    assert [s["NowPlayingItem"]["Path"] for s in sessions if "NowPlayingItem" in s] == files
    assert told.status_code == 204
    assert upstreams.player("emby").refreshed == ["/media/Movies/A"]


@pytest.mark.parametrize(
    ("path", "is_whole"),
    [
        ("/", True),
        ("/identity", True),
        ("/library/sections/all", True),
        ("/library/sections/1/all", False),
        ("/library/sections/2/all", False),
        ("/status/sessions", False),
    ],
)
def test_every_answer_of_plex_is_by_the_contract(
    client: httpx2.Client, upstreams: Upstreams, plex: Contract, path: str, *, is_whole: bool
) -> None:
    play(upstreams, "plex")
    answer = client.get(f"{upstreams.url('plex')}{path}", headers={"X-Plex-Token": "demo"})

    told = plex.holds(answer, "/plex", to_the_last_key=is_whole)

    assert told["MediaContainer"]


def test_plex_tells_what_is_played_and_scans_folders(
    client: httpx2.Client, upstreams: Upstreams, plex: Contract
) -> None:
    files = play(upstreams, "plex")
    address, token = upstreams.url("plex"), {"X-Plex-Token": "demo"}

    playing = client.get(f"{address}/status/sessions", headers=token).json()["MediaContainer"]
    path = {"path": "/media/Movies/A"}
    for method in ("POST", "GET"):
        answer = client.request(
            method, f"{address}/library/sections/1/refresh", headers=token, params=path
        )
        assert answer.status_code == 200
        if method == "POST":
            plex.holds(answer, "/plex", to_the_last_key=False)

    assert [told["Media"][0]["Part"][0]["file"] for told in playing["Metadata"]] == files
    assert upstreams.player("plex").refreshed == ["/media/Movies/A"] * 2


def test_plex_speaks_xml_unless_asked_for_json(client: httpx2.Client, upstreams: Upstreams) -> None:
    headers = {"Accept": "*/*", "X-Plex-Token": "demo"}

    answer = client.get(f"{upstreams.url('plex')}/library/sections", headers=headers)

    paths = etree.fromstring(answer.content).xpath("/MediaContainer/Directory/Location/@path")
    assert paths == ["/media/Movies", "/media/Series"]


def test_plex_lets_in_with_its_token_only(client: httpx2.Client, upstreams: Upstreams) -> None:
    address = f"{upstreams.url('plex')}/library/sections"

    assert client.get(address, headers={"X-Plex-Token": "wrong"}).status_code == 401
    assert client.get(address).status_code == 401
    assert client.get(address, params={"X-Plex-Token": "demo"}).is_success
    assert client.get(f"{upstreams.url('plex')}/identity").is_success
