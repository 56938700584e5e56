"""Serving an installation: one process, one loop, until a signal says stop."""

import asyncio
import gc
import os
import signal
import socket
import sys
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import ClassVar, Protocol

import structlog
import uvicorn
import uvloop

from maestrarr import __version__
from maestrarr.core.accounts import keys
from maestrarr.core.accounts import queries as accounts
from maestrarr.core.logs.recorder import Recorder, recorded
from maestrarr.core.logs.service import keep_within_settings
from maestrarr.core.upkeep import restoring
from maestrarr.kit import deadline
from maestrarr.kit.config import Config
from maestrarr.kit.data_folder import AlreadyRunning, DataFolder
from maestrarr.kit.errors import Problem
from maestrarr.server.connections import Reading
from maestrarr.server.installation import OpenInstallation, open_installation
from maestrarr.server.logging import log_to_stdout
from maestrarr.server.web import create_app

STOP_SECONDS = 9.5  # after which the process is gone, though a thread may hang on a dead disk
TICKS_PER_LOOK = 5  # of a tenth of a second each, between looks whether a restore was asked for
SWITCH_SECONDS = 0.001  # after which a thread that computes lets another go on, if one waits
CLOSE_SECONDS = 1  # that open connections get once the server was told to stop

_WILDCARDS = {"0.0.0.0", "::", ""}  # noqa: S104  # read, never chosen
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}

logger = structlog.get_logger(__name__)


class CannotListen(Problem):
    """The address cannot be listened on."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Choose another with --port or --host."

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"Cannot listen on {host}, port {port}: {reason}.", host=host, port=port)


class NobodyWouldWork(Problem):
    """The server is to run no jobs, and no worker could."""

    status: ClassVar[int] = 422
    hint: ClassVar[str] = (
        "Set job_engine: distributed, with a database_url, and start `maestrarr worker`."
    )

    def __init__(self) -> None:
        super().__init__(
            "Without a worker, jobs would wait for ever: they are run by the server alone."
        )


class Demo(Protocol):
    """A sample installation, which is served while it is still being made."""

    async def let_in(self, installation: OpenInstallation) -> None:
        """Make who may sign in, before anybody is asked to."""

    async def fill(self, installation: OpenInstallation) -> None:
        """Make what there is to see."""


def serve_forever(
    config: Config, *, open_browser: bool, demo: Demo | None = None, runs_jobs: bool = True
) -> None:
    """Serve an installation until SIGTERM or SIGINT, then stop within ten seconds.

    Raises:
        NobodyWouldWork: jobs are not to be run here, nor by workers.
        AlreadyRunning: another process holds the data folder.
        CannotListen: the port is taken, or the address is not this machine's.
    """
    if not (runs_jobs or config.job_engine == "distributed"):
        raise NobodyWouldWork
    log_to_stdout(config)
    sys.setswitchinterval(
        SWITCH_SECONDS
    )  # with Python's own 5 ms a scan makes lists wait twice as long
    data = DataFolder(config.data)
    data.make()
    if (holder := data.holder()) is not None:
        raise AlreadyRunning(data.path, holder)
    with _listening(config.host, config.port) as listener, recorded(data.logs) as recorder:
        served = _Served(config, listener, recorder, demo, runs_jobs)
        uvloop.run(_serve_until_stopped(served, open_browser=open_browser))


@dataclass(frozen=True, slots=True)
class _Served:
    """What stays the same when the server begins again."""

    config: Config
    listener: socket.socket
    recorder: Recorder
    demo: Demo | None
    runs_jobs: bool

    @property
    def url(self) -> str:
        """The address for people."""
        return _url(self.config.host, self.listener.getsockname()[1])

    @property
    def own_url(self) -> str:
        """The address for this machine's commands: a number, which nobody else can answer to."""
        host, port = self.listener.getsockname()[:2]
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # read, never chosen
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def _serve_until_stopped(served: _Served, *, open_browser: bool) -> None:
    """Serve, and begin again when a restore asks for it; who connects meanwhile waits."""
    stop = _Stop()
    with stop.at(signal.SIGTERM, signal.SIGINT):
        await _serve(served, stop, open_browser=open_browser)
        while not stop.is_asked:
            logger.info("server.begins_again")
            await _serve(served, stop, open_browser=False)


async def _serve(served: _Served, stop: "_Stop", *, open_browser: bool) -> None:
    config, url, recorder = served.config, served.url, served.recorder
    async with (
        _opened(served) as installation,
        _beside(keep_within_settings(installation.database, recorder)),
        _beside(_fill(served.demo, installation)),
    ):
        setup_token = await _setup_token(installation)
        with _local_token(installation.data) as local_token:
            app = create_app(
                installation,
                local_token=local_token,
                setup_token=setup_token,
                recorder=recorder,
                is_demo=served.demo is not None,
            )
            shown = url + config.base_path
            link = _setup_link(shown, config, setup_token)
            server = _Server(
                app,
                announce=lambda: _announce(shown, link, open_browser=open_browser),
                let_go=app.state.feed.close,
                begins_again=lambda: restoring.is_asked(installation.data),
            )
            stop.ends(server)
            _leave_to_themselves()
            await server.serve(sockets=[served.listener.dup()])
            logger.info("server.stopping")
    logger.info("server.stopped")


def _leave_to_themselves() -> None:
    """Spare the collector what was loaded until now, for a tenth of a second at each full look."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


async def _setup_token(installation: OpenInstallation) -> str | None:
    """Return the token that makes the first admin; None, and no trace of one, once there is."""
    async with installation.database.reading() as session:
        is_needed = await accounts.is_setup_needed(session)
    if not is_needed:
        keys.remove_setup(installation.data)
        return None
    chosen = installation.config.setup_token
    return chosen.get_secret_value() if chosen else keys.keep_setup(installation.data)


@asynccontextmanager
async def _opened(served: _Served) -> AsyncIterator[OpenInstallation]:
    """Open the installation, with whoever may enter its sample."""
    async with open_installation(
        served.config, work=True, serve_url=served.own_url, runs_jobs=served.runs_jobs
    ) as installation:
        if served.demo is not None:
            await served.demo.let_in(installation)
        yield installation


async def _fill(demo: Demo | None, installation: OpenInstallation) -> None:
    """Fill the sample; what goes wrong with it is told in the log, and ends nothing."""
    if demo is None:
        return
    try:
        await demo.fill(installation)
    except (Problem, OSError) as error:
        logger.warning("demo.not_made", reason=str(error))


@asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let something go on until the end of the block."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


@contextmanager
def _local_token(data: DataFolder) -> Iterator[str]:
    """Let the commands of this machine prove that they are, until the end of the block."""
    try:
        yield keys.make_local(data)
    finally:
        keys.remove_local(data)


def _setup_link(url: str, config: Config, setup_token: str | None) -> str | None:
    """Return the address at which the first admin is made, with the token unless it was chosen."""
    if setup_token is None:
        return None
    return f"{url}/setup" if config.setup_token else f"{url}/setup#token={setup_token}"


class _Server(uvicorn.Server):
    """A uvicorn that tells when it listens, lets go who listens, and leaves the signals to us.

    Its own handlers raise the signal again in the end, so a stop would not leave with 0.
    """

    def __init__(
        self,
        app: Callable[..., object],
        *,
        announce: Callable[[], None],
        let_go: Callable[[], Awaitable[None]],
        begins_again: Callable[[], bool],
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=Reading,
                log_config=None,
                access_log=False,
                lifespan="off",
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=CLOSE_SECONDS,
            )
        )
        self._announce = announce
        self._let_go = let_go
        self._begins_again = begins_again

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._let_go()
        await super().shutdown(sockets)

    async def on_tick(self, counter: int) -> bool:
        is_due = counter % TICKS_PER_LOOK == 0
        return await super().on_tick(counter) or (is_due and self._begins_again())


class _Stop:
    """Whether a signal said stop; it ends the server that serves now, or the next at its start."""

    def __init__(self) -> None:
        self.is_asked = False
        self._server: _Server | None = None

    def ends(self, server: _Server) -> None:
        """Let it be this server that is ended from now on."""
        self._server = server
        server.should_exit = self.is_asked

    @contextmanager
    def at(self, *signals: signal.Signals) -> Iterator[None]:
        """Stop at the first of these signals, without further waiting at the second."""
        loop = asyncio.get_running_loop()
        for number in signals:
            loop.add_signal_handler(number, self._ask)
        yield

    def _ask(self) -> None:
        if not self.is_asked:
            deadline.leave_at_the_latest(STOP_SECONDS, 0)
        if self._server is not None:
            self._server.force_exit = self.is_asked
            self._server.should_exit = True
        self.is_asked = True


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """Take the address first, so that nothing is migrated by a server that cannot serve."""
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.create_server(address[:2], family=family, backlog=2048)
    except OSError as error:
        raise CannotListen(host, port, _reason(error)) from error
    with listener:
        yield listener


def _reason(error: OSError) -> str:
    number = error.errno or 0
    words = os.strerror(number) if number > 0 else str(error.strerror)  # below: a resolver's own
    return words[:1].lower() + words[1:]


def _url(host: str, port: int) -> str:
    if host in _WILDCARDS | _LOOPBACK:
        host = "localhost"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _announce(url: str, setup_link: str | None, *, open_browser: bool) -> None:
    logger.info("server.listening", url=url, version=__version__)
    if setup_link is not None:  # never in the log: it lets in
        print(f"Make the first admin at {setup_link}", file=sys.stderr, flush=True)  # noqa: T201
    if not sys.stdout.isatty():
        return
    print(f"Maestrarr serves at {url} (Ctrl-C stops it).", file=sys.stderr)  # noqa: T201
    if open_browser and _has_screen():
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, setup_link or url)


def _has_screen() -> bool:
    if "SSH_CONNECTION" in os.environ:
        return False
    return sys.platform == "darwin" or any(
        name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
