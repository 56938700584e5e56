"""Titles that are hard to tell: the same work in other spellings, and other works nearly alike.

The table is frozen: a change of the score that moves one of these is a decision, not an accident.
"""

import pytest

from maestrarr.media.matching import ENOUGH, MARGIN, choose, score

SAME = [
    ("The Matrix", 1999, ["Matrix, The"], 1999),
    ("Amelie", 2001, ["Le Fabuleux Destin d'Amélie Poulain", "Amélie"], 2001),
    ("Rocky 2", 1979, ["Rocky II"], 1979),
    ("Mission Impossible Fallout", 2018, ["Mission: Impossible - Fallout"], 2018),
    ("Spiderman", 2002, ["Spider-Man"], 2002),
    ("Brat", 1997, ["Брат"], 1997),
    ("Zorba", 1964, ["Ζορμπά", "Zorba the Greek", "Zorba"], 1964),
    ("Fuenf Freunde", 2012, ["Fünf Freunde"], 2012),
    ("Das Boot", 1981, ["The Boat", "Das Boot"], 1981),
    ("Dune Part Two", 2024, ["Dune: Part Two"], 2024),
    ("Birdman", 2014, ["Birdman or (The Unexpected Virtue of Ignorance)", "Birdman"], 2014),
    ("Star Wars", 1977, ["Star Wars: Episode IV – A New Hope"], 1977),
    ("Fast and Furious", 2009, ["Fast & Furious"], 2009),
    ("İstanbul Kırmızısı", 2017, ["Istanbul Kirmizisi"], 2017),
    ("Oceans Eleven", 2001, ["Ocean's Eleven"], 2001),
    ("The Shawshank Redemtion", 1994, ["The Shawshank Redemption"], 1994),
    ("Parasite", 2019, ["기생충", "Parasite"], 2019),
    ("A.I. Artificial Intelligence", 2001, ["A.I. Artificial Intelligence"], 2001),
    ("Drive My Car", 2022, ["ドライブ・マイ・カー", "Drive My Car"], 2021),
    ("Up", None, ["Up"], 2009),
    ("V for Vendetta", 2006, ["V for Vendetta"], 2005),
]
OTHER = [
    ("Alien", 1979, ["Aliens"], 1986),
    ("Alien", None, ["Alien 3"], 1992),
    ("Rocky II", 1979, ["Rocky III"], 1982),
    ("Rocky", 1979, ["Rocky II"], 1979),
    ("Blade Runner", 2017, ["Blade Runner 2049"], 2017),
    ("Dune", 1984, ["Dune"], 2021),
    ("The Thing", 1982, ["The Things"], 2011),
    ("Mission Impossible", 1996, ["Mission: Impossible 2"], 2000),
    ("Star Wars: The Last Jedi", 2017, ["Star Wars: The Force Awakens"], 2015),
    ("It", 1990, ["It Follows"], 2014),
    ("Up", 2009, ["Us"], 2019),
    ("Heat", 1995, ["Heart"], 1995),
    ("", 1995, ["Heat"], 1995),
    ("Heat", 1995, [], 1995),
]


@pytest.mark.parametrize(("name", "year", "titles", "their_year"), SAME)
def test_spellings_of_one_work_meet(
    name: str, year: int | None, titles: list[str], their_year: int
) -> None:
    assert score(name, year, titles, their_year).value >= ENOUGH


@pytest.mark.parametrize(("name", "year", "titles", "their_year"), OTHER)
def test_other_works_do_not(
    name: str, year: int | None, titles: list[str], their_year: int
) -> None:
    right = score(name, year, [name], year).value if name else 1.0

    assert score(name, year, titles, their_year).value <= min(right - MARGIN, 0.9)


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [([], None), ([0.84], None), ([0.85], 0), ([0.99, 0.9], None), ([1.0, 0.9], 0)],
)
def test_the_best_is_taken_only_where_none_is_nearly_as_good(
    scores: list[float], chosen: int | None
) -> None:
    choice = choose(scores)

    assert (choice and choice.value) == chosen
