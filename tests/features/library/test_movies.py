"""Movies that lie close to each other: films of one collection, and discs with many streams."""

from pathlib import Path

import pytest
from shelf import movies, plant, read


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Harry Potter - 01 - Philosophers Stone", "Harry Potter - 02 - Chamber of Secrets"),
        ("Star Wars - Episode 4", "Star Wars - Episode 5"),
        ("10x10 (2018)", "11x14 (1977)"),
    ],
)
@pytest.mark.parametrize("folder", ["", "Collection/", "{}/"])
def test_films_told_apart_by_a_number_are_two(
    tmp_path: Path, folder: str, first: str, second: str
) -> None:
    paths = [f"{folder.format(name)}{name}.mkv" for name in (first, second)]
    plant(tmp_path, *paths)

    found = movies(read(tmp_path, "movies"), tmp_path)

    titles = [name if name.endswith(")") else f"{name} (None)" for name in (first, second)]
    assert found == {title: [path] for title, path in zip(titles, paths, strict=True)}
