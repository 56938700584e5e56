"""Rounds go on whatever happens in one of them, and say when something should be looked into."""

import asyncio
import io
from collections.abc import Iterator

import structlog
from sqlalchemy.exc import OperationalError

from maestrarr.kit.rounds import Rounds


async def test_a_bug_is_logged_with_its_traceback_and_trouble_ends_with_a_good_round() -> None:
    stream = io.StringIO()
    log = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=[structlog.processors.format_exc_info, structlog.processors.JSONRenderer()],
    )
    seen: list[bool] = []
    is_over = asyncio.Event()

    def endings() -> Iterator[Exception | None]:
        yield ZeroDivisionError("a bug")
        yield OperationalError("SELECT", {}, Exception("locked"))
        yield None
        yield None

    ending = endings()

    async def once() -> float:
        seen.append(rounds.is_in_trouble)
        try:
            error = next(ending)
        except StopIteration:
            is_over.set()
            return 60
        if error:
            raise error
        return 0

    rounds = Rounds("test", once, log=log, retry_seconds=0, pause_seconds=0)
    rounds.start()
    await is_over.wait()
    await rounds.stop()

    assert seen == [False, True, True, False, False]
    bug, trouble = stream.getvalue().splitlines()
    assert "test.failed" in bug
    assert "Traceback" in bug
    assert "ZeroDivisionError: a bug" in bug
    assert "test.database_trouble" in trouble
    assert "SELECT" not in trouble


async def test_rounds_that_were_never_started_stop() -> None:
    async def once() -> float:
        raise AssertionError

    await Rounds("test", once, log=structlog.get_logger(), retry_seconds=0).stop()
