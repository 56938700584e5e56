"""Folders: seasons, extras, discs and what is ignored; and subtitles beside a film."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.names import (
    MEDIA_SUFFIXES,
    SUBTITLE_SUFFIXES,
    Role,
    SubtitleName,
    disc_structure,
    is_ignored,
    role_of,
    season_in_folder,
    subtitle_name,
    without_twins,
)


@pytest.mark.parametrize(
    ("name", "season"),
    [
        ("Season 01", 1),
        ("season 1", 1),
        ("Season.10", 10),
        ("Season_02", 2),
        ("Season 01 - The Beginning", 1),
        ("Season 2015", 2015),
        ("S01", 1),
        ("s3", 3),
        ("S01 - Title", 1),
        ("Series 2", 2),
        ("Staffel 2", 2),
        ("Saison 3", 3),
        ("Sezon 1", 1),
        ("1. Sezon", 1),
        ("2.Sezon", 2),
        ("1st Season", 1),
        ("3ème Saison", None),
        ("Temporada 4", 4),
        ("Stagione 5", 5),
        ("Сезон 6", 6),
        ("第2季", 2),
        ("シーズン1", 1),
        ("Specials", 0),
        ("SPECIALS", 0),
        ("Özel", 0),
        ("Season 00", 0),
        ("Seasons", None),
        ("Season of the Witch (2011)", None),
        ("S.W.A.T.", None),
        ("S1m0ne", None),
        ("24", None),
        ("Extras", None),
        ("", None),
    ],
)
def test_a_season_folder_tells_its_number_in_many_languages(name: str, season: int | None) -> None:
    assert season_in_folder(name) == season


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("The Matrix (1999)/The Matrix (1999).mkv", Role.FEATURE),
        ("The Matrix (1999)/Featurettes/Making.mkv", Role.EXTRA),
        ("The Matrix (1999)/Behind The Scenes/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/behind-the-scenes/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/Deleted Scenes/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/INTERVIEWS/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/Scenes/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/Shorts/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/Extras/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/Other/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/extrafanart/One.mkv", Role.EXTRA),
        ("The Matrix (1999)/Trailers/One.mkv", Role.TRAILER),
        ("The Matrix (1999)/Sample/sample-matrix.mkv", Role.SAMPLE),
        ("The Matrix (1999)/Samples/x.mkv", Role.SAMPLE),
        ("The Matrix (1999)/The Matrix (1999)-trailer.mp4", Role.TRAILER),
        ("The Matrix (1999)/The Matrix (1999)-Trailer2.mp4", Role.TRAILER),
        ("The Matrix (1999)/movie-trailer.mp4", Role.TRAILER),
        ("The Matrix (1999)/trailer.mp4", Role.TRAILER),
        ("The Matrix (1999)/sample.mkv", Role.SAMPLE),
        ("The Matrix (1999)/the.matrix.1999.sample.mkv", Role.SAMPLE),
        ("The Matrix (1999)/the.matrix.1999-sample.mkv", Role.SAMPLE),
        ("The Matrix (1999)/sample-the.matrix.mkv", Role.SAMPLE),
        ("The Matrix (1999)/How-featurette.mkv", Role.EXTRA),
        ("The Matrix (1999)/How-behindthescenes.mkv", Role.EXTRA),
        ("The Matrix (1999)/How-deleted.mkv", Role.EXTRA),
        ("The Matrix (1999)/How-interview.mkv", Role.EXTRA),
        ("The Matrix (1999)/How-scene.mkv", Role.EXTRA),
        ("The Matrix (1999)/How-short.mkv", Role.EXTRA),
        ("The Matrix (1999)/How-other.mkv", Role.EXTRA),
        ("Dark/Season 01/Extras/x.mkv", Role.EXTRA),
        ("Dark/Season 01/Dark - S01E01.mkv", Role.FEATURE),
        ("Dark/Specials/Dark - S00E01.mkv", Role.FEATURE),
        ("Trailer Park Boys/Season 1/Trailer Park Boys - S01E01.mkv", Role.FEATURE),
        ("The Sample (2010)/The Sample (2010).mkv", Role.FEATURE),
        ("The Sample (2010)/The.Sample.mkv", Role.FEATURE),
        ("Shorts (2009)/Shorts (2009).mkv", Role.FEATURE),
        ("Extras/Season 1/Extras - S01E01.mkv", Role.FEATURE),
        ("Trailers/The Matrix (1999).mkv", Role.FEATURE),
        ("Kids/Shorts (2009)/Shorts (2009).mkv", Role.FEATURE),
        ("The Matrix (1999).mkv", Role.FEATURE),
        ("Deleted.mkv", Role.FEATURE),
        ("The Short (2010)/The Short (2010).mkv", Role.FEATURE),
        ("Sample This (2012)/Sample This (2012).mkv", Role.FEATURE),
    ],
)
def test_an_extra_is_told_from_a_title_by_its_place_and_name(path: str, role: Role) -> None:
    assert role_of(path) is role


@pytest.mark.parametrize(
    ("folders", "files", "disc"),
    [
        (["BDMV", "CERTIFICATE"], [], "bluray"),
        (["bdmv"], [], "bluray"),
        (["STREAM"], ["index.bdmv"], "bluray"),
        (["VIDEO_TS", "AUDIO_TS"], [], "dvd"),
        ([], ["VIDEO_TS.IFO", "VTS_01_1.VOB"], "dvd"),
        (["Extras"], ["film.mkv"], None),
        ([], [], None),
    ],
)
def test_a_disc_is_told_by_its_folders(
    folders: list[str], files: list[str], disc: str | None
) -> None:
    assert disc_structure(folders, files) == disc


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden", ".plexmatch", ".Trash", ".Trash-1000", "film.mkv.part", "film.mkv.!qB"),
        *("@eaDir", "#recycle", "lost+found", "$RECYCLE.BIN", "Thumbs.db", ".DS_Store"),
        *("film.mkv.crdownload", "System Volume Information", "film.mkv~", ".actors"),
    ],
)
def test_hidden_unfinished_and_system_names_are_ignored(name: str) -> None:
    assert is_ignored(name)


@pytest.mark.parametrize(
    "name", ["Film.mkv", "Part.mkv", "Recycle (2010)", "…And Justice", "party"]
)
def test_ordinary_names_are_not_ignored(name: str) -> None:
    assert not is_ignored(name)


def test_suffixes_are_lower_case_and_belong_to_one_kind() -> None:
    assert {".mkv", ".mp4", ".strm", ".iso", ".m2ts"} <= MEDIA_SUFFIXES
    assert {".srt", ".ass", ".sup", ".idx"} <= SUBTITLE_SUFFIXES
    assert not MEDIA_SUFFIXES & SUBTITLE_SUFFIXES
    assert all(suffix == suffix.lower() for suffix in MEDIA_SUFFIXES | SUBTITLE_SUFFIXES)


def subtitle(codec: str = "srt", written: str | None = None, **facts: object) -> SubtitleName:
    return SubtitleName(codec=codec, language_written=written, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Film.srt", subtitle()),
        ("Film.en.srt", subtitle(written="en", language="en")),
        ("Film.eng.ass", subtitle("ass", "eng", language="en")),
        ("Film.English.srt", subtitle(written="English", language="en")),
        ("Film.Türkçe.srt", subtitle(written="Türkçe", language="tr")),
        ("Film.pt-BR.srt", subtitle(written="pt-BR", language="pt-BR")),
        ("Film.zh-Hans.srt", subtitle(written="zh-Hans", language="zh-Hans")),
        ("Film.chs.srt", subtitle(written="chs", language="zh-Hans")),
        ("Film.en.forced.srt", subtitle(written="en", language="en", is_forced=True)),
        ("Film.forced.en.srt", subtitle(written="en", language="en", is_forced=True)),
        ("Film.eng.sdh.srt", subtitle(written="eng", language="en", is_hearing_impaired=True)),
        ("Film.en.hi.srt", subtitle(written="en", language="en", is_hearing_impaired=True)),
        ("Film.en.cc.vtt", subtitle("vtt", "en", language="en", is_hearing_impaired=True)),
        (
            "Film.English (SDH).srt",
            subtitle(written="English", language="en", is_hearing_impaired=True),
        ),
        ("Film.hi.srt", subtitle(written="hi", language="hi")),
        ("Film.hin.srt", subtitle(written="hin", language="hi")),
        ("Film.en.default.srt", subtitle(written="en", language="en", is_default=True)),
        ("Film.Commentary.en.srt", subtitle(written="en", language="en", title="Commentary")),
        (
            "Film.en.Songs and Signs.ass",
            subtitle("ass", "en", language="en", title="Songs and Signs"),
        ),
        ("Film.2.en.srt", subtitle(written="en", language="en")),
        ("Film-en.srt", subtitle(written="en", language="en")),
        ("Film_en.srt", subtitle(written="en", language="en")),
        ("Film [en].srt", subtitle(written="en", language="en")),
        ("film.EN.SRT", subtitle(written="EN", language="en")),
        ("Film.sub.srt", subtitle(title="sub")),
        ("Film.und.srt", subtitle(written="und")),
        ("Film.no.sup", subtitle("sup", "no", language="no")),
        ("Film.idx", subtitle("idx")),
        ("Film.en.mkv", None),
        ("Film 2.en.nfo", None),
        ("Filmmaker.en.srt", None),
        ("Other.en.srt", None),
    ],
)
def test_a_subtitle_beside_a_film_tells_its_language_and_for_whom_it_is(
    name: str, wanted: SubtitleName | None
) -> None:
    assert subtitle_name(name, "Film") == wanted


def test_a_subtitle_finds_its_film_in_either_unicode_form() -> None:
    assert subtitle_name("Ame\u0301lie.fr.srt", "Am\u00e9lie") == subtitle(
        written="fr", language="fr"
    )


def test_an_idx_and_its_sub_are_one_subtitle() -> None:
    assert without_twins(["Film.idx", "Film.sub", "Other.sub", "film.srt"]) == [
        "Film.idx",
        "Other.sub",
        "film.srt",
    ]


@given(st.text(max_size=100), st.text(max_size=40))
def test_folders_and_subtitles_never_raise(name: str, stem: str) -> None:
    assert season_in_folder(name) is None or isinstance(season_in_folder(name), int)
    assert isinstance(role_of(f"a/{name}"), Role)
    assert subtitle_name(f"{stem}.{name}.srt", stem) is not None
