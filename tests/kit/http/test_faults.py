"""Whatever a service does, a call ends in time, in bounded memory and in one sentence."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from outside import HOUSE, Deed, Heard, answer, calling, outside, packed, saying, stay_silent

from maestrarr.kit.errors import Problem
from maestrarr.kit.http.errors import Garbled, TooLarge, Unreachable

SMALL = replace(HOUSE, largest_bytes=100_000, attempts=1)
HASTY = replace(SMALL, limit_seconds=0.3)


async def drip(_: Heard, writer: asyncio.StreamWriter) -> None:
    """Send a byte now and then."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(1_000):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.01)


async def drip_headers(_: Heard, writer: asyncio.StreamWriter) -> None:
    """Send a header's byte now and then."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(1_000):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.01)


async def reset(_: Heard, writer: asyncio.StreamWriter) -> None:
    """Reset the connection in the middle of an answer."""
    writer.write(answer(b"x" * 1_000)[:200])
    await writer.drain()
    writer.transport.abort()


async def pour(_: Heard, writer: asyncio.StreamWriter) -> None:
    """Send without end."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"10000\r\n" + bytes(0x10000) + b"\r\n")
        await writer.drain()


async def pour_nothing(_: Heard, writer: asyncio.StreamWriter) -> None:
    """Send without end what unpacks to nothing."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"x")[:10])
    while not writer.is_closing():
        writer.write(b"\x00\x00\x00\xff\xff" * 10_000)
        await writer.drain()


def hanging_up(sent: bytes) -> Deed:
    """Send this, and hang up."""

    async def hang_up(_: Heard, writer: asyncio.StreamWriter) -> None:
        writer.write(sent)
        await writer.drain()
        writer.close()

    return hang_up


def bomb(size: int) -> bytes:
    """Pack so many zeroes."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)), packer.flush()])


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        pytest.param(drip, "silent", id="a slow drip"),
        pytest.param(drip_headers, "silent", id="headers as a slow drip"),
        pytest.param(stay_silent, "silent", id="silence"),
        pytest.param(reset, "broken_off", id="a reset in the middle"),
        pytest.param(hanging_up(b""), "broken_off", id="hanging up at once"),
        pytest.param(hanging_up(answer(b"x" * 99)[:-9]), "broken_off", id="a body cut short"),
        pytest.param(
            hanging_up(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc"),
            "broken_off",
            id="a piece cut short",
        ),
    ],
)
async def test_an_answer_that_does_not_come_whole_is_no_answer(deed: Deed, reason: str) -> None:
    async with outside(deed) as service, calling() as http:
        with pytest.raises(Unreachable) as caught:
            await http.client(service.url, HASTY, owner="instance").get("x")

    assert caught.value.reason == reason


async def test_an_answer_that_was_cut_short_is_asked_for_again() -> None:
    async with outside(reset) as service, calling() as http:
        client = http.client(service.url, replace(SMALL, attempts=3), owner="instance")

        def recover(*_: Any) -> Any:
            service.deed = saying(answer({"id": 1}))
            return reset(*_)

        service.deed = recover
        given = await client.get("x")

    assert given.json() == {"id": 1}


@pytest.mark.parametrize(
    "sent",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(600),
        b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nBad Name: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000,
        b"HTTP/9.9 banana\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_told_in_words(sent: bytes) -> None:
    async with outside(hanging_up(sent)) as service, calling() as http:
        with pytest.raises(Garbled) as caught:
            await http.client(service.url, SMALL, owner="instance").get("x")

    assert caught.value.reason == "no_http"


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(saying(answer(bytes(100_001))), id="large"),
        pytest.param(pour, id="endless"),
        pytest.param(saying(packed(bytes(100_001))), id="large once unpacked"),
        pytest.param(saying(answer(bomb(64 << 20), Content_Encoding="gzip")), id="a bomb"),
        pytest.param(pour_nothing, id="endless and empty"),
    ],
)
async def test_an_answer_is_read_up_to_its_size(deed: Deed) -> None:
    async with outside(deed) as service, calling() as http:
        with pytest.raises(TooLarge):
            await http.client(service.url, SMALL, owner="instance").get("x")


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 On\r\nLocation: /on\r\n"])
async def test_who_sends_what_nobody_reads_is_hung_up_on(head: bytes) -> None:
    hung_up = asyncio.Event()

    async def pour_on(heard: Heard, writer: asyncio.StreamWriter) -> None:
        if heard.target == "/on":
            writer.write(answer({}))
            return
        writer.write(head + b"Transfer-Encoding: chunked\r\n\r\n")
        try:
            while True:
                writer.write(b"10000\r\n" + bytes(0x10000) + b"\r\n")
                await writer.drain()
        finally:
            hung_up.set()

    async with outside(pour_on) as service, calling() as http:
        with suppress(TooLarge):
            await http.client(service.url, SMALL, owner="instance").get("x")
        async with asyncio.timeout(20):
            await hung_up.wait()


async def test_a_bomb_takes_no_memory() -> None:
    sent = answer(bomb(96 << 20), Content_Encoding="gzip")
    async with outside(saying(sent)) as service, calling() as http:
        client = http.client(service.url, SMALL, owner="instance")
        tracemalloc.start()
        try:
            with pytest.raises(TooLarge):
                await client.get("x")
            _, most_bytes = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    assert most_bytes < 8 << 20


async def test_an_answer_of_the_largest_size_is_read() -> None:
    async with outside(saying(packed(bytes(100_000)))) as service, calling() as http:
        given = await http.client(service.url, SMALL, owner="instance").get("x")

    assert len(given.body) == 100_000


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"not packed at all", "gzip"),
        (gzip.compress(b"x" * 1_000)[:-12], "gzip"),
        (gzip.compress(b"x" * 1_000) + b"rest", "gzip"),
        (b"whatever", "br"),
        (gzip.compress(gzip.compress(b"x")), "gzip, gzip"),
    ],
    ids=["no gzip", "cut off", "more behind it", "unknown", "twice"],
)
async def test_what_cannot_be_unpacked_is_told_in_words(content: bytes, encoding: str) -> None:
    sent = answer(content, Content_Encoding=encoding)
    async with outside(saying(sent)) as service, calling() as http:
        with pytest.raises(Garbled) as caught:
            await http.client(service.url, SMALL, owner="instance").get("x")

    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("pack", "encoding"),
    [
        (zlib.compress, "deflate"),
        (gzip.compress, "x-gzip"),
        (lambda content: gzip.compress(content[:500]) + gzip.compress(content[500:]), "gzip"),
        (lambda content: content, "identity"),
    ],
)
async def test_every_way_to_pack_that_was_asked_for_is_unpacked(
    pack: Callable[[bytes], bytes], encoding: str
) -> None:
    content = bytes(range(256)) * 4
    sent = answer(pack(content), Content_Encoding=encoding)
    async with outside(saying(sent)) as service, calling() as http:
        given = await http.client(service.url, SMALL, owner="instance").get("x")

    assert given.body == content


async def test_after_every_fault_the_next_call_goes_well() -> None:
    faults = [hanging_up(b""), hanging_up(b"SSH-2.0\r\n\r\n"), reset, pour, stay_silent]
    async with outside(saying(answer({}))) as service, calling() as http:
        client = http.client(service.url, HASTY, owner="instance")
        for fault in faults:
            service.deed = fault
            with pytest.raises(Problem):
                await client.get("x")
            service.deed = saying(answer({"id": 1}))
            assert (await client.get("x")).json() == {"id": 1}


async def test_a_caller_who_leaves_leaves_nothing_behind() -> None:
    asked = asyncio.Event()

    async def hesitate(heard: Heard, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await stay_silent(heard, writer)

    terms = replace(HOUSE, at_once=1, attempts=1)
    async with outside(hesitate) as service, calling() as http:
        client = http.client(service.url, terms, owner="instance")
        for fresh in (True, False) * 3:
            asked.clear()
            call = asyncio.create_task(client.get("x", fresh=fresh))
            await asked.wait()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
        service.deed = saying(answer({"id": 1}))

        assert (await client.get("y")).json() == {"id": 1}


async def test_a_name_that_nobody_knows_is_told_in_words() -> None:
    async with calling() as http:
        client = http.client("http://nowhere.invalid", HOUSE, owner="instance")
        with pytest.raises(Unreachable, match="No address is known"):
            await client.get("x")
