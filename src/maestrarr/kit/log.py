"""One form for every log line: a constant event name, facts as fields, no secrets."""

import logging
import re
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

HIDDEN = "[hidden]"

_SECRET = re.compile(
    r"token|passw|secret|api_?key|authorization|cookie|credential|signature", re.IGNORECASE
)
_URL_PASSWORD = re.compile(r"(?<=://)([^\s/@:]*):[^\s/@]*@")
_CHATTY = ("aiosqlite", "alembic", "uvicorn")  # the first tells every value that is stored
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def set_up(stream: TextIO, *, level: str = "info", as_json: bool) -> None:
    """Send every log line of this process, also those of libraries, to one stream."""
    shared: list[Processor] = [
        redact,
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact,
        strip,
    ]
    own: list[Processor] = [*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter]
    structlog.configure(
        processors=own,
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _renderer(stream, as_json=as_json),
            ],
            foreign_pre_chain=shared,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(logging.WARNING)


def redact(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Hide what must not be read in a log, by the name of its field, and passwords in URLs."""
    return {key: _hide(key, value) for key, value in event.items()}


def strip(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Replace control characters, so that a line stays one line and a terminal stays itself."""
    return {key: _clean(value) for key, value in event.items()}


def _hide(key: str, value: object) -> object:
    if _SECRET.search(key):
        return HIDDEN
    if isinstance(value, MutableMapping):
        return {inner: _hide(str(inner), thing) for inner, thing in value.items()}
    if isinstance(value, str):
        return _URL_PASSWORD.sub(rf"\1:{HIDDEN}@", value)
    return value


def _clean(value: Any) -> Any:  # noqa: ANN401  # a field may hold whatever its renderer takes
    if not isinstance(value, str):
        return value
    return _CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", value)


def _renderer(stream: TextIO, *, as_json: bool) -> Processor:
    if as_json:
        return structlog.processors.JSONRenderer(ensure_ascii=True)
    return structlog.dev.ConsoleRenderer(colors=stream.isatty())
