"""What a log line may hold, and what it must not."""

import io
import json
import logging

import pytest
import structlog

from maestrarr.kit import log


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_one_json_object_with_its_facts_as_fields(stream: io.StringIO) -> None:
    log.set_up(stream, as_json=True)

    structlog.get_logger().info("audio.fixed", track=2)

    (line,) = lines(stream)
    assert (line["event"], line["track"], line["level"]) == ("audio.fixed", 2, "info")


@pytest.mark.parametrize(
    "field", ["token", "password", "secret_key", "api_key", "Authorization", "setup_token"]
)
def test_a_secret_is_hidden_by_the_name_of_its_field(stream: io.StringIO, field: str) -> None:
    log.set_up(stream, as_json=True)

    structlog.get_logger().warning(
        "connection.tested", **{field: "hunter2"}, more={field: "hunter2"}
    )

    assert "hunter2" not in stream.getvalue()
    assert lines(stream)[0][field] == log.HIDDEN


def test_a_password_in_a_url_is_hidden_also_in_an_error(stream: io.StringIO) -> None:
    log.set_up(stream, as_json=True)

    try:
        int("postgresql://ada:hunter2@db")
    except ValueError:
        structlog.get_logger().exception("database.lost", url="http://ada:hunter2@host/path")

    assert "hunter2" not in stream.getvalue()
    assert "ada" in stream.getvalue()


@pytest.mark.parametrize(
    "said",
    [
        "mst_access_hunter2hunter2hunter2",
        "GET /wrong/mst_api_hunter2hunter2hunter2/x",
        "Authorization: Bearer hunter2hunter2hunter2",
        "http://host/path?api_key=hunter2&page=2",
        "http://host/path?page=2&X-Plex-Token=hunter2#end",
        "http://localhost/setup#token=hunter2",
        "postgresql://ada:hunter2@db",
    ],
)
def test_a_secret_is_hidden_wherever_it_stands(stream: io.StringIO, said: str) -> None:
    log.set_up(stream, as_json=True)

    structlog.get_logger().warning("test.said", path=said, all=[said, {"inner": (said,)}])
    logging.getLogger("library").warning("odd: %s", said)
    try:
        int(said)
    except ValueError:
        structlog.get_logger().exception("test.failed")

    assert "hunter2" not in stream.getvalue()
    assert stream.getvalue().count(log.HIDDEN) >= 5


def test_a_value_that_is_too_long_keeps_its_beginning_and_its_end(stream: io.StringIO) -> None:
    log.set_up(stream, as_json=True)

    structlog.get_logger().info("test.said", text="begin" + 1_000_000 * "x" + "end")

    text = str(lines(stream)[0]["text"])
    assert len(text) < 21_000
    assert text.startswith("begin")
    assert text.endswith("end")


@pytest.mark.parametrize(
    ("logger", "component"),
    [
        ("maestrarr.core.jobs.engine", "jobs"),
        ("maestrarr.features.library.store", "library"),
        ("maestrarr.server.web", "server"),
        ("maestrarr", "others"),
        ("sqlalchemy.engine.Engine", "others"),
    ],
)
def test_a_line_names_the_part_that_speaks(
    stream: io.StringIO, logger: str, component: str
) -> None:
    log.set_up(stream, as_json=True)

    structlog.get_logger(logger).warning("test.said")

    assert lines(stream)[0]["component"] == component


@pytest.mark.parametrize("as_json", [True, False])
def test_a_name_with_control_characters_stays_on_its_line(
    stream: io.StringIO, *, as_json: bool
) -> None:
    log.set_up(stream, as_json=as_json)

    structlog.get_logger().info("file.found", name="a\nfake line\r\x1b[31m\u2028b")

    assert len(stream.getvalue().splitlines()) == 1
    assert "\x1b[31m" not in stream.getvalue()


def test_the_lines_of_libraries_take_the_same_form(stream: io.StringIO) -> None:
    log.set_up(stream, as_json=True)

    logging.getLogger("library").warning("odd %s", "thing")

    assert lines(stream)[0]["event"] == "odd thing"


def test_what_is_below_the_level_is_not_written(stream: io.StringIO) -> None:
    log.set_up(stream, level="warning", as_json=True)

    structlog.get_logger().info("audio.fixed")

    assert stream.getvalue() == ""


def test_a_path_with_stray_bytes_can_be_logged(stream: io.StringIO) -> None:
    log.set_up(stream, as_json=True)

    structlog.get_logger().info("file.found", path="/films/\udcff.mkv")

    assert lines(stream)[0]["path"] == "/films/\udcff.mkv"
