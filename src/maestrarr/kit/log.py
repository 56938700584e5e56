"""One form for every log line: a constant event name, facts as fields, no secrets."""

import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

HIDDEN = "[hidden]"
OTHERS = "others"  # the component of every library

_SECRET = re.compile(
    r"token|passw|secret|api_?key|authorization|cookie|credential|signature", re.IGNORECASE
)
_URL_PASSWORD = re.compile(r"(?<=://)([^\s/@:]*):[^\s/@]*@")
_BEARER = re.compile(r"\b(bearer\s+|mst_[a-z]+_)[\w.~+/=-]{16,}", re.IGNORECASE)
_IN_QUERY = re.compile(rf"([?&#;][\w.-]*(?:{_SECRET.pattern})[\w.-]*=)[^\s&#;\"']+", re.IGNORECASE)
_SHORTEST = len("?token=x")  # that any of these finds something in
_LONGEST_TEXT = 20_000  # of a value; the beginning and the end of a longer one are kept
_CHATTY = (
    "aiosqlite",
    "alembic",
    "httpcore2",
    "httpx2",
    "uvicorn",
    "websockets",
)  # they tell every value and message
_OWN = __name__.partition(".")[0]
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def set_up(stream: TextIO, *, level: str = "info", as_json: bool) -> None:
    """Send every log line of this process, also those of libraries, to one stream."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JSON if as_json else _for_people(stream))
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


def name_component(logger: object, _method: str, event: EventDict) -> EventDict:
    """Name the part of the house that speaks; a library's lines bear its logger's name as well."""
    record = event.get("_record")
    name: str = record.name if record is not None else getattr(logger, "name", "")
    event["component"] = component_of(name)
    if event["component"] == OTHERS:
        event["logger"] = name
    return event


def component_of(logger: str) -> str:
    """Name the package of ours that a logger belongs to, such as `jobs`."""
    first, *inside = logger.split(".")
    return OTHERS if first != _OWN or not inside else inside[max(0, len(inside) - 2)]


class _Json(structlog.stdlib.ProcessorFormatter):
    """Writes each line once, for however many handlers."""

    def format(self, record: logging.LogRecord) -> str:
        written: str | None = record.__dict__.get("_json")
        if written is None:
            written = record.__dict__["_json"] = super().format(record)
        return written


@lru_cache(maxsize=1024)
def _is_secret(key: str) -> bool:
    return _SECRET.search(key) is not None


def _hide(key: str, value: object) -> object:
    if _is_secret(key):
        return HIDDEN
    if isinstance(value, Mapping):
        return {inner: _hide(str(inner), thing) for inner, thing in value.items()}
    if isinstance(value, (list, tuple)):
        return [_hide("", thing) for thing in value]
    return hide_within(value) if isinstance(value, str) else value


def hide_within(text: str) -> str:
    """Hide passwords in addresses, and tokens wherever they stand."""
    if len(text) < _SHORTEST:  # most values are: what is not looked at costs nothing
        return text
    if "://" in text:
        text = _URL_PASSWORD.sub(rf"\1:{HIDDEN}@", text)
    if "=" in text:
        text = _IN_QUERY.sub(rf"\1{HIDDEN}", text)
    return _BEARER.sub(rf"\1{HIDDEN}", text)


def _clean(value: Any) -> Any:  # noqa: ANN401  # a field may hold whatever its renderer takes
    if not isinstance(value, str):
        return value
    if len(value) > _LONGEST_TEXT:
        half = _LONGEST_TEXT // 2
        value = f"{value[:half]} … {value[-half:]}"
    return _CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", value)


def _for_people(stream: TextIO) -> logging.Formatter:
    return _formatter(structlog.dev.ConsoleRenderer(colors=stream.isatty()))


def _formatter(
    renderer: Processor, kind: type[structlog.stdlib.ProcessorFormatter] | None = None
) -> logging.Formatter:
    return (kind or structlog.stdlib.ProcessorFormatter)(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        foreign_pre_chain=_SHARED,
    )


_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    name_component,
    structlog.processors.format_exc_info,
    redact,
    strip,
]
JSON = _formatter(structlog.processors.JSONRenderer(ensure_ascii=True), _Json)
