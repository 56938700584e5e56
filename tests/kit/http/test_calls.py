"""A service is asked, and answers: over a real connection, and to nobody but itself."""

import asyncio
from dataclasses import replace

import pytest
from outside import HOUSE, Heard, answer, calling, outside, packed, saying, stay_silent

from maestrarr.kit.http import Answer, Body, Secrets, Urgency
from maestrarr.kit.http.errors import Garbled, TooLarge, UnfitSecret, Unreachable


async def test_what_is_asked_is_what_the_service_hears() -> None:
    async with outside(saying(answer({"title": "Metropolis"}))) as service, calling() as http:
        client = http.client(
            f"{service.url}/3/",
            HOUSE,
            owner="instance",
            headers={"Accept-Language": "de"},
            secrets=Secrets(headers={"X-Key": "k1"}, params={"api_key": "k2"}),
        )
        given = await client.get("/movie/19", {"language": "de", "page": None, "with": [1, 2]})

    heard = service.heard[0]
    assert given.json() == {"title": "Metropolis"}
    assert heard.target == "/3/movie/19?language=de&with=1&with=2&api_key=k2"
    assert heard.headers["x-key"] == "k1"
    assert heard.headers["accept-language"] == "de"
    assert heard.headers["accept"] == "application/json"
    assert heard.headers["user-agent"].startswith("maestrarr/")


async def test_bodies_are_sent_as_json_and_as_forms() -> None:
    async with outside(saying(answer(b"", status=204))) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        await client.post("a", Body.json({"name": "Ü"}))
        await client.request("PUT", "b", Body.form({"name": "a b"}))

    assert [(each.method, each.headers["content-type"]) for each in service.heard] == [
        ("POST", "application/json"),
        ("PUT", "application/x-www-form-urlencoded"),
    ]
    assert [each.body for each in service.heard] == ['{"name":"Ü"}'.encode(), b"name=a+b"]


async def test_a_refusal_is_an_answer_for_the_provider_to_judge() -> None:
    refused = answer({"message": "Invalid key"}, status=401)
    async with outside(saying(refused)) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").get("x")

    assert (given.status, given.json()["message"]) == (401, "Invalid key")


async def test_packed_answers_are_unpacked() -> None:
    content = b"a film about films " * 5_000
    async with outside(saying(packed(content))) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").get("x")

    assert given.body == content


async def test_connections_are_used_again_and_no_cookie_is_brought_back() -> None:
    said = answer({}, Set_Cookie="session=1; Path=/")
    async with outside(saying(said)) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        first = await client.get("a")
        await client.get("b")

    assert service.connections == 1
    assert "set-cookie" not in first.headers
    assert "cookie" not in service.heard[1].headers


async def test_what_is_no_json_is_told_in_words() -> None:
    async with outside(saying(answer(b"<html>"))) as service, calling() as http:
        given = await http.client(service.url, HOUSE, owner="instance").get("x")

    with pytest.raises(Garbled, match="not JSON"):
        given.json()


async def test_a_name_and_a_password_in_an_address_become_a_header() -> None:
    async with outside(saying(answer({}))) as service, calling() as http:
        url = service.url.replace("//", "//kodi:p%40ss@")
        client = http.client(url, HOUSE, owner="instance")
        await client.get("jsonrpc")

    assert service.heard[0].headers["authorization"] == "Basic a29kaTpwQHNz"
    assert "p@ss" not in repr(client)
    assert "p%40ss" not in repr(client)


async def test_a_path_stays_below_the_services_address() -> None:
    async with outside(saying(answer({}))) as service, calling() as http:
        client = http.client(f"{service.url}/base", HOUSE, owner="instance")
        await client.get("//elsewhere.example/x")
        await client.get("http://elsewhere.example/x")

    assert [each.target for each in service.heard] == [
        "/base/elsewhere.example/x",
        "/base/http://elsewhere.example/x",
    ]


async def test_a_new_token_takes_the_place_of_the_old_one() -> None:
    async with outside(saying(answer({}))) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        await client.holding(Secrets(headers={"Authorization": "Bearer t"})).get("x")

    assert service.heard[0].headers["authorization"] == "Bearer t"


@pytest.mark.parametrize("key", ["a\nb", "a\r\nX: y", "schlüssel", "\x00"])
def test_a_key_that_no_request_can_carry_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(UnfitSecret) as caught:
        Secrets(headers={"X-Key": key})

    assert key not in str(caught.value)


async def test_equal_questions_at_one_time_are_asked_once() -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def hesitate(_: Heard, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(answer({"id": 1}))

    async with outside(hesitate) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        other = http.client(service.url, HOUSE, owner="somebody")
        first = asyncio.create_task(client.get("x"))
        await asked.wait()
        rest = [asyncio.create_task(client.get("x")) for _ in range(9)]
        apart = asyncio.create_task(other.get("x"))
        await asyncio.sleep(0)
        first.cancel()
        go_on.set()
        given = await asyncio.gather(*rest, apart)

    assert {each.status for each in given} == {200}
    assert len(service.heard) == 2


async def test_who_takes_less_of_an_answer_refuses_it_for_nobody_else() -> None:
    go_on = asyncio.Event()

    async def hesitate(_: Heard, writer: asyncio.StreamWriter) -> None:
        await go_on.wait()
        writer.write(answer({"size": 100 * "x"}))

    async with outside(hesitate) as service, calling() as http:
        terms = (replace(HOUSE, largest_bytes=50), HOUSE)
        clients = [http.client(service.url, each, owner="instance") for each in terms]
        asked = [asyncio.create_task(client.get("x")) for client in clients]
        await asyncio.sleep(0)
        go_on.set()
        refused, given = await asyncio.gather(*asked, return_exceptions=True)

    assert isinstance(refused, TooLarge)
    assert isinstance(given, Answer)


async def test_a_question_that_somebody_urgent_shares_goes_first() -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def hesitate(heard: Heard, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await go_on.wait()
        writer.write(answer({"path": heard.target}))

    async with outside(hesitate) as service, calling() as http:
        client = http.client(service.url, replace(HOUSE, at_once=1), owner="instance")
        sent = [asyncio.create_task(client.get("first"))]
        await asked.wait()
        for path in ("b", "shared", "c"):
            sent.append(asyncio.create_task(client.get(path)))
            await asyncio.sleep(0)
        sent.append(asyncio.create_task(client.get("u", urgency=Urgency.USER)))
        sent.append(asyncio.create_task(client.get("shared", urgency=Urgency.WEBHOOK)))
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(*sent)

    assert service.targets == ["/first", "/shared", "/u", "/b", "/c"]


async def test_who_is_alone_with_a_question_ends_it_by_leaving() -> None:
    asked = asyncio.Event()

    async def hesitate(heard: Heard, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await stay_silent(heard, writer)

    async with outside(hesitate) as service, calling() as http:
        client = http.client(service.url, HOUSE, owner="instance")
        call = asyncio.create_task(client.get("x"))
        await asked.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        service.deed = saying(answer({"id": 2}))

        assert (await client.get("x")).json() == {"id": 2}


async def test_nobody_there_is_told_in_words() -> None:
    async with outside(saying(answer({}))) as service:
        url = service.url
    async with calling() as http:
        with pytest.raises(Unreachable) as caught:
            await http.client(url, HOUSE, owner="instance").get("x")

    assert caught.value.reason == "refused"
