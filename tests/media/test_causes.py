"""What is wrong with a file, by a key and facts."""

from maestrarr.media.causes import because, because_of


def test_a_cause_says_its_facts() -> None:
    said = str(because("bytes_missing", missing=12))

    assert said == "The last 12 bytes that it promises are missing."


def test_what_a_disk_refuses_is_said_in_words_that_every_language_has() -> None:
    refused = because_of("cannot_read", PermissionError(13, "Permission denied"))

    assert refused == because("cannot_read", reason="forbidden", code="EACCES")
    assert str(refused) == "This file cannot be read: the user that the server runs as may not."


def test_what_we_know_no_words_for_keeps_the_code_of_the_system() -> None:
    assert "the system answered EMFILE" in str(because_of("folder_unlisted", OSError(24, "Many")))
