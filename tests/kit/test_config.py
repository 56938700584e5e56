"""Where a value comes from, and how every mistake is told."""

import os
from pathlib import Path

import pytest

from maestrarr.kit import config
from maestrarr.kit.config import Config, ConfigWrong

DATA = {"MAESTRARR_DATA": "/srv/maestrarr"}


def load(file: Path | None = None, **environment: str) -> Config:
    return config.load(file=file, environment=DATA | environment)


def mistakes(file: Path | None = None, **environment: str) -> list[str]:
    with pytest.raises(ConfigWrong) as caught:
        load(file, **environment)
    found = caught.value.facts["mistakes"]
    assert isinstance(found, list)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "maestrarr.yaml"


def test_nothing_said_gives_the_defaults() -> None:
    found = config.load(environment={"XDG_DATA_HOME": "/home/ada/data"})

    assert found.data == Path("/home/ada/data/maestrarr")
    assert (found.host, found.port, found.database_url) == ("127.0.0.1", 9393, None)
    assert found.origin("port").source == "default"
    assert not found.origin("port").locks


@pytest.mark.parametrize(
    "address", ["postgresql://ada:hunter2@db:notaport/x", "postgresql://ada:hunter2@db:54 32/x"]
)
def test_an_address_that_cannot_be_understood_is_a_mistake_that_hides_it(address: str) -> None:
    (only,) = mistakes(MAESTRARR_DATABASE_URL=address)

    assert only == (
        "database_url (MAESTRARR_DATABASE_URL): "
        "must be as postgresql://user:password@host:5432/database"
    )


def test_an_empty_variable_is_one_that_is_not_set() -> None:
    found = load(MAESTRARR_PORT="", MAESTRARR_SETUP_TOKEN_FILE="", MAESTRARR_DATABASE_URL="")

    assert (found.port, found.setup_token, found.database_url) == (9393, None, None)
    assert found.origin("port").source == "default"


def test_a_relative_xdg_folder_is_not_followed() -> None:
    found = config.load(environment={"XDG_DATA_HOME": "data"})

    assert found.data == Path.home() / ".local/share/maestrarr"


def test_an_option_wins_over_a_variable_over_the_file_over_the_default(file: Path) -> None:
    file.write_text("host: '::1'\nport: 1001\nlog:\n  level: error\n")

    found = config.load(
        file=file,
        environment=DATA | {"MAESTRARR_PORT": "1002", "MAESTRARR_HOST": "::"},
        options={"port": 1003, "host": None},
    )

    assert (found.port, found.host, found.log.level) == (1003, "::", "error")
    assert found.origin("port") == config.Origin("option", "--port")
    assert found.origin("host") == config.Origin("environment", "MAESTRARR_HOST")
    assert found.origin("log.level") == config.Origin("file", f"{file}:4")
    assert found.origin("log.level").locks


def test_the_data_folders_own_file_is_read_when_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "maestrarr.yaml").write_text("port: 1001\n")

    assert load(MAESTRARR_DATA=str(tmp_path)).port == 1001


def test_a_folders_own_file_cannot_name_the_folder(tmp_path: Path) -> None:
    (tmp_path / "maestrarr.yaml").write_text("data: /elsewhere\n")

    (only,) = mistakes(MAESTRARR_DATA=str(tmp_path))

    assert only.startswith(f"data ({tmp_path}/maestrarr.yaml:1)")


def test_a_named_file_may_name_the_folder(file: Path) -> None:
    file.write_text("data: /srv/elsewhere\n")

    assert config.load(file=file, environment={}).data == Path("/srv/elsewhere")


def test_every_mistake_is_told_at_once_with_its_place(file: Path) -> None:
    file.write_text("prot: 1\nport: many\nlog:\n  level: loud\nallowed_roots: [media]\n")

    found = mistakes(file, MAESTRARR_HSOT="::1")

    assert found == [
        "MAESTRARR_HSOT is not a variable; did you mean MAESTRARR_HOST?",
        f"prot ({file}:1): is not a key; did you mean port?",
        f"port ({file}:2): must be a whole number, not 'many'",
        f"allowed_roots ({file}:5): must be an absolute path, not 'media'",
        f"log.level ({file}:4): must be 'debug', 'info', 'warning' or 'error', not 'loud'",
    ]


def test_a_variable_that_resembles_none_of_ours_is_somebody_elses() -> None:
    load(MAESTRARR_SERVICE_HOST="10.0.0.1", MAESTRARR_PORT_9393_TCP_ADDR="10.0.0.1")


def test_what_kubernetes_says_of_a_service_of_this_name_is_no_port() -> None:
    assert load(MAESTRARR_PORT="tcp://10.0.0.7:9393").port == config.DEFAULT_PORT


def test_what_is_neither_true_nor_false_is_told_so() -> None:
    assert mistakes(MAESTRARR_DRY_RUN="maybe") == [
        "dry_run (MAESTRARR_DRY_RUN): must be true or false, not 'maybe'"
    ]


def test_a_key_without_a_value_is_not_set(file: Path) -> None:
    file.write_text("port:\nallowed_roots:\n")

    assert load(file).port == 9393


def test_a_section_given_as_a_word_is_a_mistake_also_beside_a_variable(file: Path) -> None:
    file.write_text("log: debug\n")

    assert mistakes(file, MAESTRARR_LOG_LEVEL="info") == [
        f"log ({file}:1): must be a section with keys of its own"
    ]


def test_a_list_in_a_variable_is_written_as_a_search_path_is() -> None:
    found = load(MAESTRARR_ALLOWED_ROOTS=os.pathsep.join(["/films", "/series"]))

    assert found.allowed_roots == (Path("/films"), Path("/series"))


def test_a_secret_may_lie_in_a_file_and_is_never_shown(tmp_path: Path) -> None:
    secret = tmp_path / "url"
    secret.write_text("postgresql://maestrarr:hunter2@db/maestrarr\n")

    found = load(MAESTRARR_DATABASE_URL_FILE=str(secret))

    assert found.database_url is not None
    assert found.database_url.get_secret_value().endswith("hunter2@db/maestrarr")
    assert "hunter2" not in found.shown("database_url") + repr(found)


def test_a_wrong_secret_is_not_repeated() -> None:
    (only,) = mistakes(MAESTRARR_DATABASE_URL="mysql://root:hunter2@db")

    assert "hunter2" not in only
    assert only.startswith("database_url (MAESTRARR_DATABASE_URL): must begin with postgresql://")


def test_a_missing_secret_file_is_named() -> None:
    (only,) = mistakes(MAESTRARR_DATABASE_URL_FILE="/nowhere/url")

    assert only == (
        "database_url (MAESTRARR_DATABASE_URL_FILE): /nowhere/url cannot be read: "
        "No such file or directory"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"port: [1", "is not valid YAML"),
        (b"port: 1\nport: 2\n", "is not valid YAML"),
        (b"a: &a [1]\nb: *a\n", "aliases"),
        (b"a: " + b"[" * 5_000, "nested too deeply"),
        (b"- port\n", "must hold keys and values"),
        (b"port: !!python/object/apply:os.system [ls]\n", "is not valid YAML"),
        (b"port: \xff\n", "is not UTF-8"),
        (b"port: \x00\n", "cannot be read"),
        (b"# much\n" * 20_000, "larger than 64 KiB"),
        (b"--- 1\n--- 2\n", "valid YAML"),
    ],
)
def test_a_file_that_is_no_configuration_is_told_in_words(
    file: Path, content: bytes, words: str
) -> None:
    file.write_bytes(content)

    (only,) = mistakes(file)

    assert words in only
    assert str(file) in only


def test_a_named_file_that_is_missing_is_a_mistake(file: Path) -> None:
    assert mistakes(file) == [f"{file} cannot be read: No such file or directory"]


def test_every_key_can_be_shown() -> None:
    shown = {key: load().shown(key) for key in list(config.keys())}

    assert shown["port"] == "9393"
    assert set(shown) >= {"data", "database_url", "log.level"}
