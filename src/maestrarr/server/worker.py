"""Running jobs beside a server, on its machine or on another, until a signal says stop."""

import asyncio
import signal

import structlog
import uvloop

from maestrarr import __version__
from maestrarr.kit import deadline
from maestrarr.kit.config import Config, ConfigWrong
from maestrarr.server.installation import open_worker
from maestrarr.server.logging import log_to_stdout

STOP_SECONDS = 9.5  # as a server: after it the process is gone

logger = structlog.get_logger(__name__)


def work_forever(config: Config) -> None:
    """Run jobs until SIGTERM or SIGINT, then stop within ten seconds.

    Raises:
        ConfigWrong: the configuration lets the server alone run jobs.
    """
    if config.job_engine != "distributed":
        raise ConfigWrong(
            ["job_engine: must be distributed here and for the server; MAESTRARR_JOB_ENGINE"]
        )
    log_to_stdout(config)
    uvloop.run(_work_until_stopped(config))


async def _work_until_stopped(config: Config) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_worker(config):
        logger.info("worker.ready", version=__version__)
        await stop.wait()
        deadline.leave_at_the_latest(STOP_SECONDS, 0)
        logger.info("worker.stopping")
    logger.info("worker.stopped")
