"""NFO files written: what is ours is brought up to date, and not a byte of the rest is lost."""

from dataclasses import replace
from datetime import date

import pytest
from nfo_told import only, told

from maestrarr.media.facts import AudioTrack, HdrKind, NotReadable, Probe, SubtitleTrack, VideoTrack
from maestrarr.media.ids import ExternalIds
from maestrarr.media.nfo import (
    Actor,
    AudioStream,
    Description,
    NfoEntry,
    Rating,
    Streams,
    VideoStream,
    read,
    streams_of,
    write,
)
from maestrarr.media.nfo.writing import merged

UP = NfoEntry(
    kind="movie",
    title="Up",
    year=2009,
    premiered=date(2009, 5, 28),
    plot="A house & balloons.",
    genres=("Animation", "Adventure"),
    ratings=(Rating(source="tmdb", value=7.95, votes=19_000, is_default=True),),
    ids=ExternalIds(tmdb=14160, imdb="tt1049413"),
    default_id="tmdb",
    actors=(Actor(name="Edward Asner", role="Carl", order=0), Actor(name="Jordan Nagai", order=1)),
)
FOREIGN = """<?xml version="1.0" encoding="utf-8"?>\r
<!-- made by another program -->\r
<movie xmlns:x="urn:x">\r
\t<plot><![CDATA[An <old> plot.]]></plot>\r
\t<title lang="en">Upp</title>\r
\t<x:mood level='3 > 2'>caf&eacute; &amp; <b>bold</b><!-- inside --></x:mood>\r
\t<ratings><rating default='true' name="trakt"><value>8</value></rating></ratings>\r
\t<watched>true</watched><playcount>3</playcount>\r
\t<lastplayed>2020-01-01 20:00:00</lastplayed>\r
\t<userrating>9</userrating><dateadded>2019-05-05 12:00:00</dateadded>\r
\t<resume><position>12.5</position><total>5760</total></resume>\r
\t<uniqueid type="letterboxd" default="true">up</uniqueid>\r
\t<tmdbid>1</tmdbid><id>tt0000001</id>\r
\t<thumb aspect="poster">https://example.org/p.jpg</thumb>\r
\t<fanart><thumb>https://example.org/f.jpg</thumb></fanart>\r
\t<actor><name>Edward Asner</name><type>Actor</type><role>Karl</role></actor>\r
\t<genre>Drama</genre>\r
\t<!-- between -->\r
\t<genre clear="true">Animation</genre>\r
\t<fileinfo><extra/><streamdetails><video><codec>h264</codec></video></streamdetails></fileinfo>\r
</movie>\r
https://www.themoviedb.org/movie/14160-up\r
"""
KEPT = (
    '<?xml version="1.0" encoding="utf-8"?>\r\n<!-- made by another program -->',
    '<movie xmlns:x="urn:x">',
    "<x:mood level='3 > 2'>caf&eacute; &amp; <b>bold</b><!-- inside --></x:mood>",
    "<watched>true</watched><playcount>3</playcount>",
    "<lastplayed>2020-01-01 20:00:00</lastplayed>",
    "<userrating>9</userrating><dateadded>2019-05-05 12:00:00</dateadded>",
    "<resume><position>12.5</position><total>5760</total></resume>",
    '<thumb aspect="poster">https://example.org/p.jpg</thumb>',
    "<fanart><thumb>https://example.org/f.jpg</thumb></fanart>",
    "<!-- between -->",
    "</movie>\r\nhttps://www.themoviedb.org/movie/14160-up\r\n",
)


def test_a_new_file_is_laid_out_as_players_lay_it_out() -> None:
    assert told(UP, attribution=("This product uses the TMDB API.",)).decode() == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<movie>\n"
        "  <!-- Maestrarr: This product uses the TMDB API. -->\n"
        "  <title>Up</title>\n"
        "  <ratings>\n"
        '    <rating name="tmdb" max="10" default="true">\n'
        "      <value>7.95</value>\n"
        "      <votes>19000</votes>\n"
        "    </rating>\n"
        "  </ratings>\n"
        "  <plot>A house &amp; balloons.</plot>\n"
        '  <uniqueid type="tmdb" default="true">14160</uniqueid>\n'
        '  <uniqueid type="imdb">tt1049413</uniqueid>\n'
        "  <genre>Animation</genre>\n"
        "  <genre>Adventure</genre>\n"
        "  <premiered>2009-05-28</premiered>\n"
        "  <year>2009</year>\n"
        "  <actor>\n"
        "    <name>Edward Asner</name>\n"
        "    <role>Carl</role>\n"
        "    <order>0</order>\n"
        "  </actor>\n"
        "  <actor>\n"
        "    <name>Jordan Nagai</name>\n"
        "    <order>1</order>\n"
        "  </actor>\n"
        "</movie>\n"
    )


def test_what_others_wrote_keeps_its_bytes_and_its_order() -> None:
    written = told(UP, FOREIGN.encode()).decode()

    position = -1
    for piece in KEPT:
        assert written.count(piece) == 1
        assert written.index(piece) > position
        position = written.index(piece)
    assert written.count('<genre clear="true">Animation</genre>') == 1
    assert "\n" not in written.replace("\r\n", "")
    entry = only(written.encode())
    assert (entry.title, entry.plot, entry.genres) == ("Up", UP.plot, UP.genres)


def test_what_is_ours_is_brought_up_to_date_where_it_stands() -> None:
    written = told(UP, FOREIGN.encode()).decode()
    entry = only(written.encode())

    assert written.index("<plot>") < written.index('<title lang="en">Up</title>')
    assert entry.ids == UP.ids
    assert entry.default_id == "tmdb"
    assert entry.other_ids == (("letterboxd", "up"),)
    assert '<uniqueid type="letterboxd">up</uniqueid>' in written
    assert "<tmdbid>14160</tmdbid>" in written
    assert "tt0000001" not in written
    assert entry.ratings == (*UP.ratings, Rating(source="trakt", value=8))
    assert "<type>Actor</type>" in written
    assert entry.actors == UP.actors
    assert entry.user_rating == 9
    assert entry.streams.video == (VideoStream(codec="h264"),)


def test_an_unchanged_description_gives_the_files_own_bytes() -> None:
    data = FOREIGN.encode()

    assert write(data, [Description(only(data))]) is data


def test_what_a_description_leaves_open_stays_and_what_was_cleared_goes() -> None:
    data = told(replace(UP, tagline="Up!", set_name="S", is_locked=True))

    assert told(NfoEntry(kind="movie"), data) == data
    fields_cleared = {"plot", "genres", "actors", "set_name", "ratings", "is_locked", "premiered"}
    entry = only(told(NfoEntry(kind="movie"), data, cleared=frozenset(fields_cleared)))
    assert (entry.plot, entry.genres, entry.actors, entry.ratings) == (None, (), (), ())
    assert (entry.set_name, entry.is_locked, entry.premiered) == (None, False, None)
    assert (entry.title, entry.tagline, entry.ids) == ("Up", "Up!", UP.ids)


def test_a_set_and_a_cast_are_filled_and_keep_what_we_do_not_know_of_them() -> None:
    standing = (
        b'<movie><set tmdbcolid="7"><name>S</name><art>a</art></set>'
        b"<actor><name>A</name><role>R</role><order>0</order><thumb>u</thumb><x/></actor></movie>"
    )
    wished = NfoEntry(
        kind="movie", set_name="S", set_overview="O", actors=(Actor(name="B"), Actor(name="A"))
    )
    assert told(wished, standing) == (
        b'<movie><set tmdbcolid="7"><name>S</name><overview>O</overview><art>a</art></set>'
        b"<actor><name>B</name></actor>"
        b"<actor><name>A</name><role>R</role><order>0</order><thumb>u</thumb><x/></actor></movie>"
    )
    assert told(replace(wished, set_name="T"), standing).startswith(
        b"<movie><set><name>T</name><overview>O</overview></set>"
    )


def test_a_series_a_season_and_an_episode_have_their_own_elements() -> None:
    series = NfoEntry(
        kind="series", title="Dark", status="Ended", networks=("Netflix",), languages=("de", "en")
    )
    season = NfoEntry(kind="season", title="One", season=1, premiered=date(2017, 12, 1), year=2017)
    episode = NfoEntry(
        kind="episode",
        title="Secrets",
        series_title="Dark",
        season=0,
        episode=3,
        display_season=1,
        display_episode=4,
        dvd_season=1,
        dvd_episode=2,
        absolute_number=30,
        premiered=date(2017, 12, 1),
        year=2017,
    )
    for entry, root in ((series, "tvshow"), (season, "season"), (episode, "episodedetails")):
        written = told(entry)
        assert f"<{root}>".encode() in written
        assert only(written) == entry
    assert b"<aired>2017-12-01</aired>" in told(episode)
    assert b"<seasonnumber>1</seasonnumber>" in told(season)


EPISODES = [
    Description(
        NfoEntry(kind="episode", title=t, plot=f"Of {t}.", season=1, episode=n, runtime_minutes=20)
    )
    for n, t in ((1, "A"), (2, "B"))
]


def test_several_episodes_are_several_titles_in_one_file() -> None:
    written = write(None, EPISODES)

    assert [entry.title for entry in read(written).entries] == ["A", "B"]
    assert write(written, EPISODES) is written
    changed = [EPISODES[0], replace(EPISODES[1], entry=replace(EPISODES[1].entry, title="C"))]
    assert write(written, changed[::-1]) == written.replace(b">B<", b">C<")
    assert write(written, EPISODES, is_merged=True) is written


def test_several_episodes_become_one_title_where_a_player_wants_that() -> None:
    written = write(None, EPISODES, is_merged=True)
    entry = only(written)

    assert (entry.title, entry.plot) == ("A / B", "Of A.\n\nOf B.")
    assert (entry.episode, entry.last_episode, entry.runtime_minutes) == (1, 2, 40)
    assert write(written, EPISODES, is_merged=True) is written
    several = read(write(written, EPISODES)).entries
    assert [(each.title, each.episode, each.last_episode) for each in several] == [
        ("A", 1, None),
        ("B", 2, None),
    ]


def test_a_renumbered_episode_stays_the_same_title_and_a_new_one_is_appended() -> None:
    one = b"<episodedetails>\n <season>1</season>\n <episode>7</episode>\n</episodedetails>\n#"

    assert b"<episode>1</episode>" in write(one, EPISODES[:1])
    both = write(one, EPISODES)
    assert both.startswith(one[:-3])
    assert both.endswith(b"</episodedetails>\n#")
    assert [entry.episode for entry in read(both).entries] == [7, 1, 2]


def test_the_cast_of_merged_episodes_is_that_of_all() -> None:
    casts = [("X", "Y"), ("Y", "Z")]
    described = [
        Description(NfoEntry(kind="episode", actors=tuple(Actor(name=n) for n in names)))
        for names in casts
    ]
    assert [(a.name, a.order) for a in merged(described).entry.actors] == [
        ("X", 0),
        ("Y", 1),
        ("Z", 2),
    ]


def test_an_address_alone_stays_behind_the_xml() -> None:
    address = b"https://www.themoviedb.org/movie/14160\n"
    written = told(UP, address)

    assert written.endswith(b"</movie>\n" + address)
    assert only(written).title == "Up"


@pytest.mark.parametrize("standing", [b"", b" \n", b"\0\0\0", None])
def test_where_nothing_stands_a_file_is_made(standing: bytes | None) -> None:
    assert write(standing, [Description(UP)]) == told(UP)


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (b"<movie><title>Up</movie>", "Its XML is broken at line 1"),
        (b"<!DOCTYPE movie [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><movie/>", "DOCTYPE"),
        (b"<artist><name>Up</name></artist>", "names no film"),
        (b"\xdb\xdb\xdb GREAT RELEASES \xdb\xdb\xdb", "not UTF-8"),
        (b"Scene notes, with no address of a title.", "names no film"),
        (b"<tvshow><title>Up</title></tvshow>", "of the kind series, not movie"),
        (b"<movie>" + b" " * 6 * 2**20 + b"</movie>", "6.0 MB"),
    ],
)
def test_what_cannot_be_kept_is_told_and_not_written(standing: bytes, reason: str) -> None:
    with pytest.raises(NotReadable, match=reason):
        write(standing, [Description(UP)])


@pytest.mark.parametrize("standing", ["<movie/>", "<Movie a='1' />", "<movie></movie>"])
def test_an_empty_title_is_filled(standing: str) -> None:
    assert only(told(UP, standing.encode())).plot == UP.plot


@pytest.mark.parametrize(
    ("standing", "encoding", "expected"),
    [
        (
            "<?xml version='1.0' encoding='ISO-8859-1'?><movie><x>é</x></movie>",
            "latin-1",
            "latin-1",
        ),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><movie><x>e</x></movie>", "utf-8", "ascii"),
        ("\ufeff<movie><x>é</x></movie>", "utf-16-le", "utf-16-le"),
        ("\ufeff<movie><x>é</x></movie>", "utf-16-be", "utf-16-be"),
        ("\ufeff<movie><x>é</x></movie>", "utf-8", "utf-8"),
    ],
)
def test_a_file_keeps_its_encoding(standing: str, encoding: str, expected: str) -> None:
    written = told(replace(UP, title="Ünter 😀 אב"), standing.encode(encoding))

    assert written.decode(expected).startswith(standing[:8])
    assert only(written).title == "Ünter 😀 אב"


def test_what_xml_cannot_hold_is_left_out_and_all_else_is_kept() -> None:
    title = "A\x00\x0b\ud83d B\udfff\ufffe 👩‍🚀 \u202bשלום\u202c \U0001f1f9\U0001f1f7 ]]> <!--"

    assert only(told(NfoEntry(kind="movie", title=title))).title == (
        "A B 👩‍🚀 \u202bשלום\u202c \U0001f1f9\U0001f1f7 ]]> <!--"
    )


def test_an_attribution_is_said_once_and_cannot_end_its_comment() -> None:
    first = told(UP, attribution=("A -->-- <b>", "B -"))
    assert b"<!-- Maestrarr: A - ->- - <b> B -->" in first

    second = told(UP, first, attribution=("C",))
    assert second.count(b"<!--") == 1
    assert b"<!-- Maestrarr: C -->" in second
    assert told(UP, second) == second


def test_trailers_are_written_as_kodi_plays_them_and_others_words_stay() -> None:
    standing = b"<movie><trailer>plugin://other/?x=1</trailer></movie>"
    wished = NfoEntry(
        kind="movie", trailers=("https://youtu.be/ORFWdXl_zJ4", "https://example.org/up.mp4")
    )
    written = told(wished, standing)

    assert b"plugin://plugin.video.youtube/?action=play_video&amp;videoid=ORFWdXl_zJ4" in written
    assert standing[7:-8] in written
    assert only(written).trailers == (
        "https://www.youtube.com/watch?v=ORFWdXl_zJ4",
        "https://example.org/up.mp4",
    )


def test_a_year_is_written_where_its_date_says_another() -> None:
    standing = b"<movie><premiered>2009-05-28</premiered></movie>"

    assert told(NfoEntry(kind="movie", year=2009), standing) == standing
    assert only(told(NfoEntry(kind="movie", year=2010), standing)).year == 2010


def test_a_files_tracks_are_told_in_players_words() -> None:
    probe = Probe(
        container="matroska",
        size_bytes=1,
        duration_seconds=5760.4,
        video=(
            VideoTrack(index=0, codec="hevc", width=3840, height=2160, hdr=HdrKind.DOLBY_VISION),
            VideoTrack(index=9, codec="mjpeg", is_attached_picture=True),
        ),
        audio=(
            AudioTrack(
                index=1, codec="dts", profile="DTS-HD MA + DTS:X", channels=8, language="de"
            ),
            AudioTrack(index=2, codec="aac", channels=2),
        ),
        subtitles=(SubtitleTrack(index=3, codec="subrip", language="pt-BR"),),
    )
    entry = NfoEntry(kind="movie", streams=streams_of(probe))
    written = told(entry)

    assert only(written).streams == Streams(
        (
            VideoStream(
                codec="hevc", width=3840, height=2160, duration_seconds=5760, hdr="dolbyvision"
            ),
        ),
        (
            AudioStream(codec="dtshd_ma", language="de", channels=8),
            AudioStream(codec="aac", channels=2),
        ),
        ("pt",),
    )
    assert b"<language>ger</language>" in written
    assert b"<extra/>" in told(entry, FOREIGN.encode())
