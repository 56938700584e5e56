"""Nothing but checked addresses is connected to, whatever names and redirects say."""

import pytest
from outside import HOUSE, PUBLIC, SOMEWHERE, Names, Roads, answer, calling, outside, saying

from maestrarr.kit.http import Client, Http, Secrets, Terms
from maestrarr.kit.http.errors import ForbiddenAddress, Unreachable

LANDMARK = "film.example"


def client_of(http: Http, port: int, terms: Terms = PUBLIC, host: str = LANDMARK) -> Client:
    """Make a client of a name that only these tests know."""
    return http.client(f"http://{host}:{port}", terms, owner="instance")


@pytest.mark.parametrize(
    "inner",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "::1", "::ffff:127.0.0.1",
     "64:ff9b::7f00:1", "fd00::1", "fe80::1%eth0", "::"],
)  # fmt: skip
async def test_a_name_that_leads_inside_is_not_called_from_outside(inner: str) -> None:
    roads = Roads()
    async with (
        outside(saying(answer({}))) as service,
        calling(Names(film_example=[[inner]]), roads) as http,
    ):
        with pytest.raises(ForbiddenAddress):
            await client_of(http, service.port).get("x")

    assert (roads.taken, service.heard) == ([], [])


async def test_the_address_that_was_checked_is_the_one_that_is_connected_to() -> None:
    roads, names = Roads(), Names(film_example=[[SOMEWHERE], ["127.0.0.1"]])
    async with outside(saying(answer({}))) as service, calling(names, roads) as http:
        given = await client_of(http, service.port).get("x")

    assert given.status == 200
    assert (names.asked, roads.taken) == ([LANDMARK], [SOMEWHERE])
    assert service.heard[0].headers["host"] == f"{LANDMARK}:{service.port}"


async def test_a_name_that_leads_elsewhere_the_second_time_is_refused_the_second_time() -> None:
    roads, names = Roads(), Names(film_example=[[SOMEWHERE], ["127.0.0.1"]])
    async with (
        outside(saying(answer({}, close=True))) as service,
        calling(names, roads) as http,
    ):
        client = client_of(http, service.port)
        await client.get("first")
        with pytest.raises(ForbiddenAddress):
            await client.get("second")

    assert service.targets == ["/first"]


async def test_of_a_names_addresses_only_those_within_reach_are_tried() -> None:
    roads, names = Roads(), Names(film_example=[["10.0.0.1", "fe80::1%eth0", SOMEWHERE]])
    async with outside(saying(answer({}))) as service, calling(names, roads) as http:
        await client_of(http, service.port).get("x")

    assert roads.taken == [SOMEWHERE]


async def test_the_next_address_is_tried_when_one_does_not_answer() -> None:
    names = Names(nas_lan=[["127.0.0.2", "127.0.0.1"]])
    async with outside(saying(answer({}))) as service, calling(names) as http:
        given = await client_of(http, service.port, HOUSE, "nas.lan").get("x")

    assert given.status == 200


async def test_the_house_is_called_for_an_admin_and_a_networks_own_services_for_nobody() -> None:
    names = Names(nas_lan=[["127.0.0.1"]], meta_lan=[["169.254.169.254"]])
    async with outside(saying(answer({}))) as service, calling(names, Roads()) as http:
        await client_of(http, service.port, HOUSE, "nas.lan").get("x")
        with pytest.raises(ForbiddenAddress):
            await client_of(http, service.port, HOUSE, "meta.lan").get("x")

    assert len(service.heard) == 1


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:{port}/",
        "http://[::ffff:7f00:1]:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://inside.example:{port}/",
        "//inside.example:{port}/",
        "ftp://film.example/",
        "file:///etc/passwd",
        "http://film.example:0/",
        "http://[",
    ],
)
async def test_an_answer_leads_nowhere_that_could_not_be_called(location: str) -> None:
    names = Names(film_example=[[SOMEWHERE]], inside_example=[["127.0.0.1"]])
    async with outside(saying()) as service, calling(names, Roads()) as http:
        service.deed = saying(answer(status=302, Location=location.format(port=service.port)))
        with pytest.raises(ForbiddenAddress):
            await client_of(http, service.port).get("x")

    assert service.targets == ["/x"]


async def test_a_service_in_the_house_leads_to_no_other_one_there() -> None:
    names = Names(nas_lan=[["127.0.0.1"]], router_lan=[["127.0.0.1"]])
    async with outside(saying()) as service, calling(names) as http:
        client = client_of(http, service.port, HOUSE, "nas.lan")
        for host in ("router.lan", "127.0.0.1"):
            service.deed = saying(answer(status=302, Location=f"http://{host}:{service.port}/"))
            with pytest.raises(ForbiddenAddress):
                await client.get("x")
        async with outside(saying(answer({"id": 1}))) as moved:
            service.deed = saying(answer(status=302, Location=f"http://nas.lan:{moved.port}/"))
            given = await client.get("x")

    assert service.targets == ["/x", "/x", "/x"]
    assert given.json() == {"id": 1}


async def test_an_answer_that_leads_on_is_followed() -> None:
    on = (answer(status=302, Location="/b?c=d"), answer({"id": 1}))
    async with outside(saying(*on)) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").get("a")

    assert given.json() == {"id": 1}
    assert service.targets == ["/a", "/b?c=d"]


async def test_secrets_go_to_their_own_service_alone() -> None:
    secrets = Secrets(headers={"X-Key": "k1"}, params={"api_key": "k2"})
    async with outside(saying(answer({}))) as other, outside(saying()) as service:
        service.deed = saying(
            answer(status=301, Location="/own"),
            answer(status=302, Location=f"{other.url}/pictures"),
        )
        async with calling() as http:
            headers = {"X-Client": "c", "Accept-Language": "tr"}
            client = http.client(
                service.url, HOUSE, owner="instance", headers=headers, secrets=secrets
            )
            await client.get("a")

    assert service.targets == ["/a?api_key=k2", "/own?api_key=k2"]
    assert service.heard[1].headers["x-key"] == "k1"
    assert other.targets == ["/pictures"]
    assert other.heard[0].headers["accept-language"] == "tr"
    assert not {"x-key", "x-client", "authorization"} & other.heard[0].headers.keys()


async def test_an_answer_leads_on_five_times_and_no_more() -> None:
    async with outside(saying(answer(status=302, Location="/on"))) as service, calling() as http:
        with pytest.raises(Unreachable) as caught:
            await http.client(service.url, HOUSE, owner="instance").get("x")

    assert caught.value.reason == "circling"
    assert len(service.heard) == 6


async def test_what_is_sent_is_led_nowhere_but_on_the_same_service() -> None:
    async with outside(saying(answer({}))) as other, outside(saying()) as service:
        service.deed = saying(
            answer(status=307, Location="/own"),
            answer(status=307, Location=f"{other.url}/"),
        )
        async with calling() as http:
            client = http.client(service.url, HOUSE, owner="instance")
            given = await client.post("a")

    assert given.status == 307
    assert service.targets == ["/a", "/own"]
    assert other.heard == []


@pytest.mark.parametrize(
    "url",
    ["ftp://x/", "x", "", "http://", "http://127.0.0.1:0", "http://[::1%25lo]/", "http://0x7f.1/",
     "http://①②⑦.0.0.1/", "http://u:hunter2@[/"],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_before_any_call(url: str) -> None:
    with pytest.raises(ForbiddenAddress) as caught:
        Http().client(url, HOUSE, owner="instance")

    assert "hunter2" not in str(caught.value)


async def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with outside(saying(answer(status=418))) as proxy, outside(saying(answer({}))) as service:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        async with calling() as http:
            await http.client(service.url, HOUSE, owner="instance").get("x")

    assert (len(service.heard), len(proxy.heard)) == (1, 0)
