"""No key, password or token is told to anybody but the service that it is for."""

import io
import logging
import traceback
from collections.abc import Iterator
from dataclasses import replace

import pytest
from outside import HOUSE, Names, Roads, answer, calling, outside, saying

from maestrarr.kit import log, metrics
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Client, Http, Secrets
from maestrarr.kit.http.addresses import Reach

CANARY = "hunter2hunter2"


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """Gather every line of the log, also those for whoever looks for bugs."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log.set_up(stream, level="debug", as_json=True)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


def client_of(http: Http, url: str) -> Client:
    """Make a client that knows the canary in every way that there is."""
    secrets = Secrets(
        headers={"Authorization": f'MediaBrowser Token="{CANARY}"', "X-Key": CANARY},
        params={"k": CANARY},
    )
    terms = replace(HOUSE, service="canary")
    return http.client(
        url.replace("//", f"//name:{CANARY}@"), terms, owner="instance", secrets=secrets
    )


@pytest.mark.parametrize(
    "sent",
    [
        answer({}),
        answer(status=401),
        answer(status=502),
        answer(status=429, Retry_After="900"),
        answer(status=302, Location="http://169.254.169.254/"),
        answer(status=302, Location="/on"),
        answer(b"x" * 99, Content_Encoding="gzip"),
        answer(bytes(20 << 20)),
        b"nonsense\r\n\r\n",
        b"",
    ],
)
async def test_a_secret_is_in_no_error_log_or_figure(sent: bytes, told: io.StringIO) -> None:
    async with outside(saying(sent)) as service, calling() as http:
        client = client_of(http, service.url)
        if not sent:
            service.port = 1  # where nobody listens
            client = client_of(http, service.url)
        error = None
        try:
            await client.get("x")
        except Problem as problem:
            error = problem
        else:
            assert service.heard
        words = "".join(traceback.format_exception(error)) if error else ""
        shown = [repr(client), repr(client._secrets), repr(client._service), repr(http.__dict__)]
        facts = repr(error.facts) if error else ""

    figures = metrics.written(metrics.counted())
    assert 'service="canary"' in figures
    for text in (words, *shown, facts, told.getvalue(), figures):
        assert CANARY not in text


async def test_an_address_that_is_refused_is_told_without_its_password() -> None:
    terms = replace(HOUSE, reach=Reach.PUBLIC)
    async with calling(Names(nas_example=[["10.0.0.1"]]), Roads()) as http:
        client = http.client(f"http://name:{CANARY}@nas.example", terms, owner="instance")
        with pytest.raises(Problem) as caught:
            await client.get("x")

    assert CANARY not in "".join(traceback.format_exception(caught.value))
