"""Languages in every spelling that files, services and people use."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.languages import is_within, matroska_language, name_in, normalise


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("eng", "en"),
        ("en", "en"),
        ("English", "en"),
        (" ENGLISH ", "en"),
        ("en_US", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("en-uk", "en-GB"),
        ("English (UK)", "en-GB"),
        ("fre", "fr"),
        ("fra", "fr"),
        ("fr", "fr"),
        ("français", "fr"),
        ("fr-ca", "fr-CA"),
        ("VFQ", "fr-CA"),
        ("ger", "de"),
        ("deu", "de"),
        ("Deutsch", "de"),
        ("por", "pt"),
        ("pt-br", "pt-BR"),
        ("por-BR", "pt-BR"),
        ("pob", "pt-BR"),
        ("Portuguese (Brazil)", "pt-BR"),
        ("Brazilian Portuguese", "pt-BR"),
        ("Spanish (Latino)", "es-419"),
        ("es-419", "es-419"),
        ("Flemish", "nl-BE"),
        ("nob", "nb"),
        ("no", "no"),
        ("nor", "no"),
        ("Norwegian Bokmål", "nb"),
        ("chi", "zh"),
        ("zho", "zh"),
        ("cmn", "zh"),
        ("Mandarin", "zh"),
        ("zh-hans", "zh-Hans"),
        ("chi-Hant", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("zh-tw", "zh-TW"),
        ("Chinese (Traditional)", "zh-Hant"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("zh-yue", "yue"),
        ("yue", "yue"),
        ("cn", "yue"),
        ("Cantonese", "yue"),
        ("xx", "zxx"),
        ("zxx", "zxx"),
        ("mul", "mul"),
        ("Türkçe", "tr"),
        ("tur", "tr"),
        ("日本語", "ja"),
        ("jpn", "ja"),
        ("jp", "ja"),
        ("scr", "hr"),
        ("iw", "he"),
        ("in", "id"),
        ("mo", "ro"),
        ("rum", "ro"),
        ("fil", "tl"),
        ("tgl", "tl"),
        ("sr-Latn", "sr-Latn"),
        ("eng-Latn", "en"),
        ("chr", "chr"),
        ("i-klingon", "tlh"),
        ("en-x-private", "en"),
        ("qaa", "qaa"),
        ("Walloon", "wa"),
    ],
)
def test_a_language_comes_to_its_shortest_tag_however_it_is_written(written: str, tag: str) -> None:
    assert normalise(written) == tag


@pytest.mark.parametrize(
    "written",
    [
        *(None, "", "  ", "und", "Unknown", "Original", "Any", "foo", "zz", "e", "x" * 200, "en-"),
        *("\0", "x-x-0"),
    ],
)
def test_what_names_no_language_is_undetermined(written: str | None) -> None:
    assert normalise(written) == "und"


@given(st.one_of(st.text(max_size=120), st.from_regex(r"[a-zA-Z]{1,4}([-_][a-zA-Z0-9]{1,8}){0,4}")))
def test_normalising_never_raises_and_is_settled_after_one_time(written: str) -> None:
    tag = normalise(written)
    assert normalise(tag) == tag
    assert name_in(written)


@pytest.mark.parametrize(
    ("actual", "wanted"),
    [
        ("pt-BR", "pt"),
        ("nb", "no"),
        ("nn", "nor"),
        ("fre", "fra"),
        ("ger", "de"),
        ("yue", "zh"),
        ("cmn", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-TW", "zh-TW"),
        ("zh-CN", "chi"),
        ("hr", "sh"),
        ("en-US", "eng"),
        ("zxx", "xx"),
    ],
)
def test_a_narrower_language_is_within_a_wider_one(actual: str, wanted: str) -> None:
    assert is_within(actual, wanted)


@pytest.mark.parametrize(
    ("actual", "wanted"),
    [
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("no", "nb"),
        ("zh", "yue"),
        ("zh-CN", "zh-Hant"),
        ("zh", "zh-Hant"),
        ("de", "en"),
        ("und", "und"),
        ("und", "en"),
        ("en", "und"),
        ("", ""),
    ],
)
def test_a_wider_or_unknown_language_is_not_within_a_narrower_one(actual: str, wanted: str) -> None:
    assert not is_within(actual, wanted)


@pytest.mark.parametrize(
    ("language", "bcp47", "tag"),
    [
        (None, None, "en"),
        ("", None, "en"),
        ("ger", None, "de"),
        ("por", "pt-BR", "pt-BR"),
        ("und", "tr", "tr"),
        ("eng", "und", "und"),
        (None, "fr-CA", "fr-CA"),
        ("chi", "", "zh"),
        ("chi\0", "\0", "zh"),
    ],
)
def test_the_newer_matroska_element_wins_and_absence_means_english(
    language: str | None, bcp47: str | None, tag: str
) -> None:
    assert matroska_language(language, bcp47) == tag


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("pt-BR", "Portuguese (Brazil)"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("zh-TW", "Chinese (Taiwan)"),
        ("ger", "German"),
        ("yue", "Cantonese"),
        ("en-NG", "English (NG)"),
        ("und", "Undetermined"),
        ("tlh", "tlh"),
    ],
)
def test_a_tag_has_an_english_name_for_the_terminal(tag: str, name: str) -> None:
    assert name_in(tag) == name


def test_the_usual_codes_do_not_import_the_language_library() -> None:
    script = (
        "import sys; from maestrarr.media.languages import normalise;"
        "[normalise(word) for word in ('eng', 'ger', 'pt-BR', 'zh-Hans', 'Flemish', 'ja', 'und')];"
        "sys.exit('langcodes' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
