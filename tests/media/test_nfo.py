"""NFO files as Kodi, Jellyfin, Radarr, Sonarr and people write them."""

from datetime import date
from pathlib import Path

import pytest

from maestrarr.media.causes import because
from maestrarr.media.ids import ExternalIds
from maestrarr.media.nfo import LARGEST_BYTES, Actor, NfoEntry, Rating, read, read_file
from maestrarr.media.nfo.values import read_count, read_date, read_minutes, read_number, read_year

MOVIE = """<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<movie>
  <title>The Matrix</title>
  <originaltitle>The Matrix</originaltitle>
  <sorttitle>Matrix</sorttitle>
  <ratings>
    <rating name="imdb" max="10" default="true"><value>8.7</value><votes>1,900,000</votes></rating>
    <rating name="metacritic" max="100"><value>73</value></rating>
  </ratings>
  <userrating>9</userrating>
  <year>1999</year>
  <plot>Neo &amp; a caf&eacute;&nbsp;of mirrors.</plot>
  <outline>Short.</outline>
  <tagline>Free your mind.</tagline>
  <runtime>136</runtime>
  <thumb aspect="poster">https://example.org/never-read.jpg</thumb>
  <mpaa>Rated R</mpaa>
  <id>tt0133093</id>
  <uniqueid type="imdb" default="true">tt0133093</uniqueid>
  <uniqueid type="tmdb">603</uniqueid>
  <uniqueid type="letterboxd">the-matrix</uniqueid>
  <genre>Action / Science Fiction</genre>
  <genre>Action</genre>
  <country>United States of America</country>
  <set><name>The Matrix Collection</name><overview>Three and one.</overview></set>
  <tag>dystopia</tag>
  <credits>Lana Wachowski</credits>
  <credits>Lilly Wachowski</credits>
  <director>Lana Wachowski</director>
  <premiered>1999-03-30</premiered>
  <studio>Warner Bros. Pictures</studio>
  <trailer>plugin://never</trailer>
  <originallanguage>eng</originallanguage>
  <actor>
    <name>Keanu Reeves</name><role>Neo</role><order>0</order>
    <thumb>https://example.org/keanu.jpg</thumb>
  </actor>
  <actor><name>Carrie-Anne Moss</name></actor>
  <actor><role>Nobody</role></actor>
  <lockdata>true</lockdata>
  <lockedfields>Name|Overview| Genres </lockedfields>
  <unknown>kept by the publisher</unknown>
</movie>
"""


def only(text: str | bytes) -> NfoEntry:
    """Read a file that has one title and no fault."""
    found = read(text.encode() if isinstance(text, str) else text)
    assert found.fault is None
    assert len(found.entries) == 1
    return found.entries[0]


def test_a_film_is_read_in_all_its_fields() -> None:
    assert only(MOVIE) == NfoEntry(
        kind="movie",
        title="The Matrix",
        original_title="The Matrix",
        sort_title="Matrix",
        year=1999,
        premiered=date(1999, 3, 30),
        runtime_minutes=136,
        plot="Neo & a café\u00a0of mirrors.",
        outline="Short.",
        tagline="Free your mind.",
        certification="Rated R",
        ratings=(
            Rating(source="imdb", value=8.7, votes=1_900_000, is_default=True),
            Rating(source="metacritic", value=73, highest=100),
        ),
        user_rating=9,
        genres=("Action", "Science Fiction"),
        studios=("Warner Bros. Pictures",),
        countries=("United States of America",),
        tags=("dystopia",),
        directors=("Lana Wachowski",),
        writers=("Lana Wachowski", "Lilly Wachowski"),
        actors=(
            Actor(name="Keanu Reeves", role="Neo", order=0, thumb="https://example.org/keanu.jpg"),
            Actor(name="Carrie-Anne Moss"),
        ),
        set_name="The Matrix Collection",
        set_overview="Three and one.",
        ids=ExternalIds(tmdb=603, imdb="tt0133093"),
        default_id="imdb",
        other_ids=(("letterboxd", "the-matrix"),),
        original_language="en",
        is_locked=True,
        locked_fields=frozenset({"Name", "Overview", "Genres"}),
    )


def test_the_preferred_rating_wins_over_the_first() -> None:
    entry = only(
        "<movie><ratings><rating name='a'><value>1</value></rating>"
        "<rating name='b' default='true'><value>2,5</value></rating></ratings></movie>"
    )
    assert entry.rating == Rating(source="b", value=2.5, is_default=True)
    assert only("<movie><rating>7.1</rating><votes>12</votes></movie>").rating == Rating(
        source="default", value=7.1, votes=12, is_default=True
    )
    assert only("<movie><rating>none</rating></movie>").rating is None


def test_a_series_a_season_and_an_episode_are_told_apart() -> None:
    series = only("<tvshow><title>Dark</title><id>334824</id><status>Ended</status></tvshow>")
    assert (series.kind, series.title, series.status) == ("series", "Dark", "Ended")
    assert series.ids == ExternalIds(tvdb=334824)

    season = only("<season><title>One</title><seasonnumber>1</seasonnumber></season>")
    assert (season.kind, season.season, season.episode) == ("season", 1, None)

    episode = only(
        "<episodedetails><title>Secrets</title><showtitle>Dark</showtitle><season>0</season>"
        "<episode>3</episode><episodenumberend>4</episodenumberend><aired>2017-12-01</aired>"
        "<premiered>2017-01-01</premiered></episodedetails>"
    )
    assert (episode.kind, episode.series_title) == ("episode", "Dark")
    assert (episode.season, episode.episode, episode.last_episode) == (0, 3, 4)
    assert (episode.premiered, episode.year) == (date(2017, 12, 1), 2017)


def test_several_episodes_stand_in_one_file_one_after_the_other() -> None:
    found = read(
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b"<episodedetails><title>A</title><season>1</season><episode>1</episode></episodedetails>\n"
        b"<?xml version='1.0'?>"
        b"<episodedetails><title>B</title><season>1</season><episode>2</episode></episodedetails>"
    )
    assert found.fault is None
    assert [(entry.title, entry.episode) for entry in found.entries] == [("A", 1), ("B", 2)]


def test_episodes_in_a_wrapper_are_read_too() -> None:
    found = read(
        b"<xbmcmultiepisode><episodedetails><title>A</title></episodedetails>"
        b"<episodedetails><title>B</title></episodedetails></xbmcmultiepisode>"
    )
    assert [entry.title for entry in found.entries] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("https://www.themoviedb.org/movie/603-the-matrix", ExternalIds(tmdb=603)),
        ("https://www.imdb.com/title/tt0133093/\n", ExternalIds(imdb="tt0133093")),
        ("\ufeffhttps://thetvdb.com/?tab=series&id=334824", ExternalIds(tvdb=334824)),
        ("tt0133093", ExternalIds(imdb="tt0133093")),
        ("tmdb:603", ExternalIds(tmdb=603)),
        ("Release notes\n..:: imdb.com/title/tt0133093 ::..", ExternalIds(imdb="tt0133093")),
    ],
)
def test_a_file_may_be_nothing_but_an_address(text: str, ids: ExternalIds) -> None:
    assert only(text) == NfoEntry(kind="unknown", ids=ids)


def test_an_address_behind_the_xml_fills_what_the_xml_leaves_out() -> None:
    entry = only(
        "<movie><title>X</title><uniqueid type='tmdb'>1</uniqueid></movie>\n"
        "https://www.themoviedb.org/movie/2\nhttps://www.imdb.com/title/tt0133093/"
    )
    assert entry.title == "X"
    assert entry.ids == ExternalIds(tmdb=1, imdb="tt0133093")


@pytest.mark.parametrize(
    ("xml", "ids"),
    [
        ("<uniqueid type='tmdb'>1</uniqueid><tmdbid>2</tmdbid><id>3</id>", ExternalIds(tmdb=1)),
        ("<tmdbid>2</tmdbid><id>3</id>", ExternalIds(tmdb=2)),
        ("<id>603</id>", ExternalIds(tmdb=603)),
        ("<id>tt0133093</id>", ExternalIds(imdb="tt0133093")),
        ("<id TMDB='603' IMDB='tt0133093'/>", ExternalIds(tmdb=603, imdb="tt0133093")),
        ("<imdb_id>TT0133093</imdb_id>", ExternalIds(imdb="tt0133093")),
        ("<imdbid>tt0133093</imdbid><tvdbid>4</tvdbid>", ExternalIds(tvdb=4, imdb="tt0133093")),
        ("<uniqueid type='TMDB'> 603 </uniqueid>", ExternalIds(tmdb=603)),
        ("<uniqueid type='tmdb'></uniqueid><uniqueid>5</uniqueid>", ExternalIds()),
        ("<tmdbid>-1</tmdbid><imdbid>603</imdbid>", ExternalIds()),
        ("<tmdbid>99999999999999999999</tmdbid>", ExternalIds()),
        ("<tmdbid>٦٠٣</tmdbid>", ExternalIds()),
    ],
)
def test_the_surer_way_to_write_an_id_wins(xml: str, ids: ExternalIds) -> None:
    assert only(f"<movie>{xml}</movie>").ids == ids


def test_a_set_may_be_a_name_alone() -> None:
    entry = only("<movie><set/><set>Trilogy</set></movie>")
    assert (entry.set_name, entry.set_overview) == ("Trilogy", None)


def test_empty_elements_say_nothing() -> None:
    assert only("<movie><title/><year></year><genre> </genre><runtime>0</runtime></movie>") == (
        NfoEntry(kind="movie")
    )


def test_element_names_are_read_in_any_case_and_namespace() -> None:
    entry = only("<Movie xmlns='urn:x'><Title>Big</Title></Movie>")
    assert entry.title == "Big"


def test_markup_comments_and_cdata_within_text_are_read_through() -> None:
    entry = only(
        "<movie><!-- <!DOCTYPE no> --><plot>One <i>two</i> three</plot>"
        "<outline><![CDATA[<b>4 & 5</b> <!DOCTYPE x>]]></outline></movie>"
    )
    assert entry.plot == "One two three"
    assert entry.outline == "<b>4 & 5</b> <!DOCTYPE x>"


@pytest.mark.parametrize(
    "data",
    [
        "<movie><title>Amélie 千</title></movie>".encode(),
        b"\xef\xbb\xbf" + "<movie><title>Amélie 千</title></movie>".encode(),
        "<?xml version='1.0' encoding='utf-16'?><movie><title>Amélie 千</title></movie>".encode(
            "utf-16"
        ),
        "<movie><title>Amélie 千</title></movie>".encode("utf-16-le"),
        "<movie><title>Amélie 千</title></movie>".encode("utf-16-be"),
        "<movie><title>Amélie 千</title></movie>".encode("utf-32"),
        "<?xml version='1.0' encoding='gb18030'?><movie><title>Amélie 千</title></movie>".encode(
            "gb18030"
        ),
        "<?xml version='1.0' encoding='latin1'?><movie><title>Amélie 千</title></movie>".encode(),
        b"<movie><title>Am&eacute;lie &#21315;</title></movie>",
    ],
)
def test_a_title_is_read_in_any_encoding_that_the_file_gives_away(data: bytes) -> None:
    assert only(data).title == "Amélie 千"


def test_a_file_that_lies_of_its_encoding_is_read_and_has_a_fault() -> None:
    found = read(
        "<?xml version='1.0' encoding='UTF-8'?><movie><title>Amélie</title></movie>".encode(
            "cp1252"
        )
    )
    assert found.entries[0].title == "Amélie"
    assert (
        str(found.fault) == "Its text is not UTF-8, as it should be; it was read as Windows-1252."
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2010-04-16", date(2010, 4, 16)),
        ("2010-04-16T00:00:00Z", date(2010, 4, 16)),
        ("2010/4/6", date(2010, 4, 6)),
        ("16/04/2010", date(2010, 4, 16)),
        ("16.4.2010", date(2010, 4, 16)),
        ("4/5/2010", date(2010, 5, 4)),
        ("04/16/2010", date(2010, 4, 16)),
        ("April 16, 2010", date(2010, 4, 16)),
        ("Apr 16 2010", date(2010, 4, 16)),
        ("16 April 2010", date(2010, 4, 16)),
        ("16th april, 2010", date(2010, 4, 16)),
        ("2010-02-30", None),
        ("0000-00-00", None),
        ("1001-01-01", None),
        ("Smarch 13, 2010", None),
        ("2010", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_in_the_spellings_that_occur(text: str | None, wanted: date | None) -> None:
    assert read_date(text) == wanted


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("136", 136),
        ("136 min", 136),
        ("136.4", 136),
        ("2h 16m", 136),
        ("2 hours", 120),
        ("2:16", 136),
        ("2:16:59", 136),
        ("0", None),
        ("-5", None),
        ("9" * 30, None),
        ("soon", None),
        (None, None),
    ],
)
def test_durations_are_read_in_minutes(text: str | None, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


def test_numbers_that_are_none_are_none() -> None:
    assert read_number("8,5 of 10") == 8.5
    assert read_number("nan") is None
    assert read_count("1,234") == 1234
    assert read_count("-1") is None
    assert read_count("9" * 4000) is None
    assert read_year("(c) 1999") == 1999
    assert read_year("12") is None


def test_a_file_on_disk_is_read(tmp_path: Path) -> None:
    path = tmp_path / "movie.nfo"
    path.write_text(MOVIE)
    assert read_file(path).entries[0].title == "The Matrix"


def test_what_is_not_a_readable_file_is_a_fault(tmp_path: Path) -> None:
    large = tmp_path / "large.nfo"
    with large.open("wb") as file:
        file.truncate(2 * LARGEST_BYTES)
    assert str(read_file(large).fault) == "It has 10.0 MB; NFO files are read up to 5 MB."
    missing = because("cannot_read", reason="missing", code="ENOENT")
    assert read_file(tmp_path / "none.nfo").fault == missing
    assert read_file(tmp_path).fault == because("no_file")
