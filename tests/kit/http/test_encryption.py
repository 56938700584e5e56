"""What is encrypted is encrypted to the service of that name, though an address is connected to."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from outside import HOUSE, Names, SwiftClock, answer, outside, saying

from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import ForbiddenAddress, Unreachable
from maestrarr.kit.http.network import Network

Certified = tuple[Path, Path]


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """Make a certificate of `film.example`, and its key."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=film.example",
         "-addext", "subjectAltName=DNS:film.example", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


def trusting(certified: Certified) -> Callable[[], ssl.SSLContext]:
    """Trust that certificate alone."""
    return lambda: ssl.create_default_context(cafile=str(certified[0]))


@asynccontextmanager
async def encrypted(certified: Certified, sent: bytes) -> AsyncIterator[tuple[int, list[str]]]:
    """Answer every encrypted request with these bytes; give the port, and the names asked for."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certified)
    names: list[str] = []

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        await writer.drain()
        writer.close()

    def note(_: ssl.SSLObject, name: str, __: ssl.SSLContext) -> None:
        names.append(name)

    context.sni_callback = note  # type: ignore[assignment]  # it is called with an object
    server = await asyncio.start_server(say, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1], names
    finally:
        server.close()


def calling(trust: Callable[[], ssl.SSLContext]) -> Http:
    """Open what calls services of two names that both lead here."""
    names = Names(film_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    network = Network(resolve=names.resolve, trust=trust)
    return Http(network=network, clock=SwiftClock())


async def test_the_name_is_verified_though_an_address_is_connected_to(
    certified: Certified,
) -> None:
    async with (
        encrypted(certified, answer({"id": 1}, close=True)) as (port, names),
        calling(trusting(certified)) as http,
    ):
        client = http.client(f"https://film.example:{port}", HOUSE, owner="instance")
        given = await client.get("x")

    assert given.json() == {"id": 1}
    assert names == ["film.example"]


async def test_a_certificate_of_another_name_does_not_hold(certified: Certified) -> None:
    async with (
        encrypted(certified, answer({}, close=True)) as (port, _),
        calling(trusting(certified)) as http,
    ):
        client = http.client(f"https://other.example:{port}", HOUSE, owner="instance")
        with pytest.raises(Unreachable) as caught:
            await client.get("x")

    assert caught.value.reason == "encryption"


async def test_a_certificate_that_nobody_vouches_for_does_not_hold(certified: Certified) -> None:
    async with (
        encrypted(certified, answer({}, close=True)) as (port, _),
        calling(httpx2.create_ssl_context) as http,
    ):
        client = http.client(f"https://film.example:{port}", HOUSE, owner="instance")
        with pytest.raises(Unreachable) as caught:
            await client.get("x")

    assert caught.value.reason == "encryption"


async def test_nobody_is_led_from_what_is_encrypted_to_what_is_not(certified: Certified) -> None:
    async with outside(saying(answer({}))) as plain:
        sent = answer(status=302, Location=f"http://film.example:{plain.port}/", close=True)
        async with encrypted(certified, sent) as (port, _), calling(trusting(certified)) as http:
            client = http.client(f"https://film.example:{port}", HOUSE, owner="instance")
            with pytest.raises(ForbiddenAddress) as caught:
                await client.get("x")

    assert caught.value.reason == "unencrypted"
    assert plain.heard == []


async def test_a_service_that_never_agrees_on_encryption_is_left() -> None:
    left = asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        left.set()
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Http(clock=SwiftClock()) as http:
        terms = replace(HOUSE, limit_seconds=0.2, attempts=1)
        with pytest.raises(Unreachable) as caught:
            await http.client(f"https://127.0.0.1:{port}", terms, owner="instance").get("x")
        async with asyncio.timeout(20):
            await left.wait()

    assert caught.value.reason == "silent"


async def test_a_service_that_does_not_encrypt_at_all_is_told_in_words() -> None:
    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer({}))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Http(clock=SwiftClock()) as http:
        with pytest.raises(Unreachable) as caught:
            await http.client(f"https://127.0.0.1:{port}", HOUSE, owner="instance").get("x")

    assert caught.value.reason == "encryption"
