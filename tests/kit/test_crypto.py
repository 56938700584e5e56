import stat
from pathlib import Path

import pytest

from maestrarr.kit.crypto import KeyIsConfigured, KeyMissing, KeyRing, KeyUnreadable, new_key

PLACE = "connections/1"


def test_a_secret_opens_only_where_it_was_sealed_for(tmp_path: Path) -> None:
    ring = KeyRing.in_file(tmp_path / "secret-key")
    sealed = ring.seal("pässword", place=PLACE)

    assert ring.open(sealed, place=PLACE) == "pässword"
    assert "ssword" not in sealed
    assert sealed != ring.seal("pässword", place=PLACE)
    with pytest.raises(KeyMissing):
        ring.open(sealed, place="connections/2")


@pytest.mark.parametrize("spoiled", ["", "1.", "2{rest}", "{sealed}AAAA", "{head}.!", "nothing"])
def test_what_was_altered_does_not_open(spoiled: str) -> None:
    ring = KeyRing.passing()
    sealed = ring.seal("password", place=PLACE)

    altered = spoiled.format(sealed=sealed, rest=sealed[1:], head=sealed.rpartition(".")[0])
    with pytest.raises(KeyMissing):
        ring.open(altered, place=PLACE)


def test_the_newest_key_seals_and_every_key_opens(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    ring = KeyRing.in_file(file)
    old = ring.seal("password", place=PLACE)
    ring.add()
    new = ring.seal("password", place=PLACE)

    again = KeyRing.in_file(file)

    assert [again.is_newest(each) for each in (old, new)] == [False, True]
    assert [again.open(each, place=PLACE) for each in (old, new)] == ["password"] * 2
    again.drop_old()
    assert KeyRing.in_file(file).open(new, place=PLACE) == "password"
    with pytest.raises(KeyMissing):
        KeyRing.in_file(file).open(old, place=PLACE)


def test_the_file_of_the_keys_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"

    KeyRing.in_file(file).add()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff\xfe\n"])
def test_a_damaged_file_of_keys_is_not_written_over(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "secret-key"
    file.write_bytes(content)

    with pytest.raises(KeyUnreadable):
        KeyRing.in_file(file)
    assert file.read_bytes() == content


def test_configured_keys_are_changed_in_the_configuration() -> None:
    with pytest.raises(KeyIsConfigured):
        KeyRing([new_key()]).add()


def test_nothing_that_is_printed_shows_a_key() -> None:
    key = new_key()

    assert key not in f"{KeyRing([key])!r} {vars(KeyRing([key]))['_keys']!r}"
