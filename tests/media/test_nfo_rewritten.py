"""Whatever is described, and whatever stood there: it is read again, and nothing else is lost."""

from contextlib import suppress
from dataclasses import fields, replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from nfo_told import only, told

from maestrarr.media.facts import NotReadable
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
    write,
)
from maestrarr.media.nfo.cleaning import cleaned

# How long an example takes says nothing on a machine that others use too.
QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)

texts = st.one_of(st.none(), st.text(st.characters(exclude_categories=()), max_size=8))
named = st.lists(st.text(st.characters(exclude_categories=()), max_size=6), max_size=3).map(tuple)
counts = st.one_of(st.none(), st.integers(-1, 2000))
tags = st.sampled_from(["en", "de", "pt-BR", "zh-Hans", "nb", "sh", "xx-nothing", "cmn"])
optional_tags = st.one_of(st.none(), tags)
ratings = st.builds(
    Rating,
    source=st.text(max_size=4),
    value=st.floats(),
    highest=st.floats(),
    votes=counts,
    is_default=st.booleans(),
)
streams = st.builds(
    Streams,
    st.lists(
        st.builds(VideoStream, codec=texts, width=counts, duration_seconds=counts, hdr=texts),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(AudioStream, codec=texts, language=optional_tags, channels=counts), max_size=2
    ).map(tuple),
    st.lists(tags, max_size=2).map(tuple),
)
ids = st.builds(
    ExternalIds,
    tmdb=counts,
    tvdb=counts,
    imdb=st.one_of(st.none(), st.just("tt0133093"), st.text(max_size=5)),
)
LISTS = {"genres", "studios", "networks", "countries", "tags", "directors", "writers"}
COUNTS = {"season", "episode", "last_episode", "display_season", "display_episode"} | {
    *("dvd_season", "dvd_episode", "absolute_number", "runtime_minutes", "year")
}
TEXTS = {"title", "original_title", "sort_title", "plot", "outline", "tagline", "certification"} | {
    *("set_name", "set_overview", "series_title", "status")
}
entries = st.builds(
    NfoEntry,
    kind=st.sampled_from(["movie", "series", "season", "episode"]),
    premiered=st.one_of(st.none(), st.dates()),
    ratings=st.lists(ratings, max_size=3).map(tuple),
    actors=st.lists(
        st.builds(Actor, name=st.text(max_size=3), role=texts, order=counts, thumb=texts),
        max_size=3,
    ).map(tuple),
    ids=ids,
    default_id=st.sampled_from([None, "tmdb", "imdb", "x"]),
    other_ids=st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=2).map(tuple),
    original_language=optional_tags,
    languages=st.lists(tags, max_size=2).map(tuple),
    trailers=st.lists(
        st.sampled_from(["https://youtu.be/ORFWdXl_zJ4", "https://a.b/c?d&e", "nothing"])
    ).map(tuple),
    streams=streams,
    is_locked=st.booleans(),
    locked_fields=st.frozensets(st.sampled_from(["Name", "Overview", " "])),
    **dict.fromkeys(sorted(LISTS), named),
    **dict.fromkeys(sorted(COUNTS), counts),
    **dict.fromkeys(sorted(TEXTS), texts),
)


@QUICK
@given(entries)
def test_whatever_is_described_is_read_again_from_a_new_file(entry: NfoEntry) -> None:
    clean = cleaned(entry)
    implied = clean.premiered.year if clean.premiered else None

    assert only(told(entry)) == replace(clean, year=clean.year or implied)


@QUICK
@given(entries, entries)
def test_whatever_is_described_is_read_again_from_a_file_that_stood_there(
    before: NfoEntry, after: NfoEntry
) -> None:
    after = replace(after, kind=before.kind)
    standing = told(before)
    found, clean = only(told(after, standing)), cleaned(after)

    unlike = {"ratings", "actors", "ids", "other_ids", "set_overview", "is_locked", "default_id"}
    for name in {each.name for each in fields(NfoEntry)} - unlike - {"user_rating"}:
        wanted = getattr(clean, name)
        old = getattr(only(standing), name)
        is_said = wanted not in (None, (), frozenset(), Streams())
        if is_said or name != "year":
            assert getattr(found, name) == (wanted if is_said else old), name
    assert set(clean.ratings) <= set(found.ratings)
    assert found.ids == clean.ids.merged_with(only(standing).ids)
    assert set(clean.other_ids) <= set(found.other_ids)
    assert [a.name for a in found.actors] == [a.name for a in clean.actors or only(standing).actors]


unknown = st.sampled_from(
    [
        "<a/>",
        "<b k='<![CDATA['>x</b>".replace("<![CDATA[", "&lt;"),
        "<c><title>not ours</title><!-- > --></c>",
        "<!-- <plot>no</plot> -->",
        "<d><![CDATA[<title>]]></d>",
        "<?pi <movie> ?>",
        "<e xml:space='preserve'>\n \r\n\t</e>",
        "<playcount>3</playcount>",
    ]
)
ours = st.sampled_from(
    [
        "<title>T</title>",
        "<plot/>",
        "<genre>Drama</genre>",
        "<ratings><rating name='q'><value>1</value></rating><note/></ratings>",
        "<actor><name>A</name></actor>",
        "<uniqueid type='tmdb'>5</uniqueid>",
        "<year>1999</year>",
        "<set>S</set>",
    ]
)
blanks = st.sampled_from(["", "\n", "\n  ", "\r\n\t", " "])


@QUICK
@given(st.lists(st.tuples(blanks, st.one_of(unknown, ours)), max_size=10), entries, blanks)
def test_nothing_unknown_is_ever_lost(
    pieces: list[tuple[str, str]], entry: NfoEntry, end: str
) -> None:
    standing = "<movie>" + "".join(map("".join, pieces)) + end + "</movie>\nhttp://x.y/z"
    written = told(replace(entry, kind="movie"), standing.encode()).decode()

    position = 0
    for _, piece in pieces:
        if not piece.startswith(
            ("<title", "<plot", "<genre", "<rat", "<act", "<uni", "<yea", "<set")
        ):
            found = written.find(piece, position)
            assert found >= position
            position = found + len(piece)
    assert written.endswith("</movie>\nhttp://x.y/z")
    assert write(standing.encode(), [Description(only(standing.encode()))]) == standing.encode()


pieces_of_files = st.lists(
    st.sampled_from(
        [
            "<movie>",
            "</movie>",
            "<movie/>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml ",
            "?>",
            "<a ",
            "b='>'",
            ">",
            "<title>x</title>",
            "&eacute;",
            "&",
            "http://imdb.com/title/tt0133093",
            "\n",
            "<n:movie xmlns:n='n'>",
            "</n:movie>",
            "<x>",
            "</x>",
            "\x00",
            "\ufeff",
            "<plot/>",
        ]
    ),
    max_size=9,
)


@given(pieces_of_files)
@example(["<x>", "<movie>", "<plot/>", "</movie>", "<movie/>", "</x>"])
@example(["<n:movie xmlns:n='n'>", "<title>x</title>", "</n:movie>"])
def test_a_damaged_file_is_told_or_written_and_read_again(pieces: list[str]) -> None:
    wished = NfoEntry(kind="movie", title="New", year=2009)
    with suppress(NotReadable):
        once = told(wished, "".join(pieces).encode())
        found = read(once)
        assert found.fault is None
        assert found.entries[0].title == "New"
        assert write(once, [Description(wished)]) is once
