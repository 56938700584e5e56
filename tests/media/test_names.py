"""Names of files and folders: the frozen table is the definition of what they say."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from maestrarr.media.ids import ExternalIds
from maestrarr.media.names import ParsedName, parse_file, parse_folder

TABLE = Path(__file__).with_name("names.tsv")
MOVIE = "movie: "
NUMBERS = {"year", "season", "part"}
LISTS_OF_NUMBERS = {"episodes", "absolute"}
IDS = {"tmdb": int, "tvdb": int, "imdb": str}


def expected(title: str, written: str) -> ParsedName:
    """Build what a row of the table promises."""
    values: dict[str, object] = {"title": title}
    ids: dict[str, object] = {}
    for pair in filter(None, written.split("; ")):
        key, _, value = pair.partition("=")
        if key in IDS:
            ids[key] = IDS[key](value)
        elif key in NUMBERS:
            values[key] = int(value)
        elif key in LISTS_OF_NUMBERS:
            values[key] = tuple(int(number) for number in value.split(","))
        elif key == "alternative_titles":
            values[key] = (value,)
        else:
            values[key] = date.fromisoformat(value) if key == "air_date" else value
    return ParsedName(**values, ids=ExternalIds(**ids))  # type: ignore[arg-type]


def rows() -> list[tuple[str, ParsedName]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(name, expected(title, written)) for name, title, written in cells]


def parse(name: str) -> ParsedName:
    """Read a name as its row wants it read."""
    is_movie, name = name.startswith(MOVIE), name.removeprefix(MOVIE)
    if name.endswith("/"):
        return parse_folder(name[:-1], numbered=not is_movie)
    return parse_file(name, numbered=not is_movie)


@pytest.mark.parametrize(("name", "wanted"), rows(), ids=lambda value: str(value)[:40])
def test_a_name_says_what_the_table_says(name: str, wanted: ParsedName) -> None:
    found = parse(name)
    different = {
        field.name: (getattr(found, field.name), getattr(wanted, field.name))
        for field in fields(ParsedName)
        if getattr(found, field.name) != getattr(wanted, field.name)
    }
    assert different == {}
