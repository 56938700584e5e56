"""Invents films, series and people: each from its place in the catalogue, the same each time."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from maestrarr.demo.library import catalogue as owned
from maestrarr.demo.upstreams import words
from maestrarr.demo.upstreams.stories import (
    Company,
    Episode,
    Film,
    Group,
    Ids,
    Kind,
    Part,
    Person,
    Series,
    Told,
    chance,
)

FIRST_FILM, FIRST_SERIES = 9_900_001, 9_950_001
FIRST_FILM_TVDB, FIRST_SERIES_TVDB = 9_970_001, 9_960_001
FIRST_PERSON, FIRST_COMPANY, FIRST_GROUP = 9_980_001, 9_990_001, 9_995_001
FIRST_EPISODE, FIRST_EPISODE_TVDB, EPISODES_APART = 50_000_000, 60_000_000, 1_000
MOST_FILMS, MOST_SERIES = FIRST_SERIES - FIRST_FILM, 10_000
STRANGERS = 4_000

_JOBS = (
    ("Director", "Directing"), ("Screenplay", "Writing"), ("Producer", "Production"),
    ("Director of Photography", "Camera"), ("Original Music Composer", "Sound"),
)  # fmt: skip
_GROUP_EVERY, _GROUP_SIZE = 12, 3
_SEQUELS = ("", " II", ": The Return")


def film_title(position: int) -> dict[str, str]:
    """Name a film by language; `original` is the language that it was shot in."""
    if position < len(owned.films()):
        film = owned.films()[position]
        return _names(film.title, film.english, film.language)
    place = position % _GROUP_EVERY
    if place < _GROUP_SIZE and position - place >= len(owned.films()):
        first = _title(chance("film", position - place))
        return {
            key: name if key == "original" else name + _SEQUELS[place]
            for key, name in first.items()
        }
    return _title(chance("film", position))


def series_title(position: int) -> dict[str, str]:
    """Name a series by language, as films are."""
    if position < len(owned.series()):
        told = owned.series()[position]
        return _names(told.title, told.english, told.language)
    return _title(chance("series", position))


def film_year(position: int) -> int:
    """Say when a film came out."""
    if position < len(owned.films()):
        return owned.films()[position].year
    place = position % _GROUP_EVERY
    if place < _GROUP_SIZE:
        return chance("film year", position - place).randint(1931, 2018) + 3 * place
    return chance("film year", position).randint(1931, 2025)


def series_year(position: int) -> int:
    """Say when a series began."""
    if position < len(owned.series()):
        return owned.series()[position].year
    return chance("series year", position).randint(1961, 2024)


def film(position: int) -> Film:
    """Invent a film, or tell what is known of one that the household owns."""
    dice = chance("film story", position)
    known = owned.films()[position] if position < len(owned.films()) else None
    names, year = film_title(position), film_year(position)
    cast = _cast(dice, known.cast if known else ())
    crew = _crew(dice, known.director if known else None)
    tmdb = FIRST_FILM + position
    budget = dice.randrange(1, 90) * 500_000
    return Film(
        kind=Kind.FILM,
        position=position,
        ids=Ids(
            tmdb=tmdb,
            tvdb=FIRST_FILM_TVDB + position,
            imdb=known.ids.imdb if known else f"tt98{position:06}",
        ),
        title=names[names["original"]],
        english=names["en"],
        year=year,
        premiered=date(year, dice.randint(1, 12), dice.randint(1, 28)),
        language=names["original"],
        country=words.COUNTRIES[names["original"]],
        genres=known.genres if known else tuple(dice.sample(words.FILM_GENRES, 2)),
        keywords=tuple(dice.sample(words.KEYWORDS, 4)),
        minutes=known.minutes if known else dice.randint(74, 168),
        rating=known.rating if known else round(dice.uniform(4.1, 8.9), 3),
        votes=dice.randint(40, 21_000),
        popularity=round(dice.uniform(0.6, 80), 4),
        told=_told(names, year, known.plot if known else _plot(dice, cast), cast, crew, dice),
        cast=cast,
        crew=crew,
        studios=tuple(company(at) for at in dice.sample(range(len(words.STUDIOS)), 2)),
        group=_group_of(position),
        budget=budget,
        revenue=int(budget * dice.uniform(0.2, 6)),
    )


def series(position: int) -> Series:
    """Invent a series, or tell what is known of one that the household owns."""
    dice = chance("series story", position)
    known = owned.series()[position] if position < len(owned.series()) else None
    names, year = series_title(position), series_year(position)
    cast, crew = _cast(dice, known.cast if known else ()), _crew(dice, None)
    premiered = date(year, dice.randint(1, 12), dice.randint(1, 28))
    minutes = dice.choice((22, 30, 45, 58))
    return Series(
        kind=Kind.SERIES,
        position=position,
        ids=Ids(
            tmdb=FIRST_SERIES + position,
            tvdb=FIRST_SERIES_TVDB + position,
            imdb=known.ids.imdb if known else f"tt97{position:06}",
        ),
        title=names[names["original"]],
        english=names["en"],
        year=year,
        premiered=premiered,
        language=names["original"],
        country=words.COUNTRIES[names["original"]],
        genres=known.genres if known else tuple(dice.sample(words.SERIES_GENRES, 2)),
        keywords=tuple(dice.sample(words.KEYWORDS, 3)),
        minutes=minutes,
        rating=round(dice.uniform(5.2, 9.2), 3),
        votes=dice.randint(25, 4_000),
        popularity=round(dice.uniform(0.6, 60), 4),
        told=_told(names, year, known.plot if known else _plot(dice, cast), cast, crew, dice),
        cast=cast,
        crew=crew,
        studios=(company(dice.randrange(len(words.STUDIOS))),),
        network=network(dice.randrange(len(words.NETWORKS))),
        is_over=position % 3 != 0,
        episodes=_episodes(position, known, premiered, minutes, dice),
    )


def people() -> int:
    """Count everybody."""
    return len(_named_people()) + STRANGERS


@cache
def person(index: int) -> Person:
    """Invent somebody, or name one of those who play in what the household owns."""
    dice = chance("person", index)
    named = _named_people()
    first, last = dice.choice(words.FIRST_NAMES), dice.choice(words.LAST_NAMES)
    return Person(
        id=FIRST_PERSON + index,
        name=named[index] if index < len(named) else f"{first} {last}",
        gender=dice.choice((1, 2)),
        born=date(dice.randint(1920, 2001), dice.randint(1, 12), dice.randint(1, 28)),
        born_in=dice.choice(words.PLACES),
        department=dice.choice(("Acting", "Acting", "Acting", "Directing", "Writing")),
        imdb=f"nm98{index:06}",
    )


@cache
def company(at: int) -> Company:
    """Name a studio."""
    name, country = words.STUDIOS[at]
    return Company(id=FIRST_COMPANY + at, name=name, country=country)


@cache
def network(at: int) -> Company:
    """Name a network."""
    name, country = words.NETWORKS[at]
    return Company(id=FIRST_COMPANY + 1_000 + at, name=name, country=country)


def group(number: int) -> Group | None:
    """Tell which films belong to a set; None where there is no such set."""
    sets = _owned_groups()
    if number < len(sets):
        name, positions = sets[number]
        return Group(id=FIRST_GROUP + number, name=name, films=positions)
    first = (number - len(sets)) * _GROUP_EVERY
    if not len(owned.films()) <= first < MOST_FILMS:
        return None
    return Group(
        id=FIRST_GROUP + number,
        name=f"{film_title(first)['en']} Collection",
        films=tuple(range(first, first + _GROUP_SIZE)),
    )


def _group_of(position: int) -> int | None:
    sets = _owned_groups()
    for number, (_, positions) in enumerate(sets):
        if position in positions:
            return number
    place = position % _GROUP_EVERY
    if place >= _GROUP_SIZE or position - place < len(owned.films()):
        return None
    return position // _GROUP_EVERY + len(sets)


@cache
def _owned_groups() -> list[tuple[str, tuple[int, ...]]]:
    groups: dict[str, list[int]] = {}
    for told in owned.films():
        if told.group:
            groups.setdefault(told.group, []).append(told.position)
    return [(name, tuple(positions)) for name, positions in groups.items()]


@cache
def _named_people() -> tuple[str, ...]:
    films = [name for told in owned.films() for name in (told.director, *told.cast)]
    return tuple(dict.fromkeys([*films, *(n for told in owned.series() for n in told.cast)]))


def _names(title: str, english: str | None, language: str) -> dict[str, str]:
    return {"original": language, language: title, "en": english or title}


def _title(dice: Random) -> dict[str, str]:
    """Put a title together; three in ten are of two nouns, and have a name in four languages."""
    if dice.random() < 0.3:
        one, other = dice.sample(words.NOUNS, 2)
        joined = {
            "en": f"{one[0]} and {other[0]}",
            "fr": f"{one[1]} et {other[1]}",
            "de": f"{one[2]} und {other[2]}",
            "tr": f"{one[3]} ile {other[3]}",
        }
        return {key: name[0].upper() + name[1:] for key, name in joined.items()} | {
            "original": dice.choice(("en", "fr", "de", "tr"))
        }
    noun = dice.choice(words.NOUNS)[0].removeprefix("the ")
    adjective, place = dice.choice(words.ADJECTIVES), dice.choice(words.PLACES)
    forms = (f"The {adjective} {noun}", f"{noun}s of {place}", f"The {adjective} {noun} of {place}")
    return {"original": "en", "en": dice.choice(forms + forms[2:] * 4)}


def _plot(dice: Random, cast: Sequence[Part]) -> str:
    deed = dice.choice(words.DEEDS).format(place=dice.choice(words.PLACES))
    return f"{cast[0].does} {deed}. {dice.choice(words.TURNS)}"


def _told(
    names: dict[str, str],
    year: int,
    plot: str,
    cast: Sequence[Part],
    crew: Sequence[Part],
    dice: Random,
) -> dict[str, Told]:
    """Tell it in English and in French, German and Turkish, but for one that is missing."""
    told = {"en": Told(title=names["en"], plot=plot, tagline=dice.choice(words.TAGLINES))}
    missing = dice.choice(("fr", "de", "tr", None, None))
    original = names["original"]
    for language, retold in words.RETOLD.items():
        if language == missing and language != original:
            continue
        title = names.get(language, names[original])
        facts = {"director": crew[0].person.name, "lead": cast[0].does, "year": year}
        told[language] = Told(title=title, plot=retold.format(title=title, **facts))
    return told


def _cast(dice: Random, named: Sequence[str]) -> tuple[Part, ...]:
    known = _named_people()
    indices = [known.index(name) for name in named]
    indices += dice.sample(range(len(known), len(known) + STRANGERS), 8)
    characters = [*dice.sample(words.CHARACTERS, 8), "Himself / Herself", "Voice"]
    return tuple(
        Part(person=person(index), does=character)
        for index, character in zip(indices, characters, strict=False)
    )


def _crew(dice: Random, director: str | None) -> tuple[Part, ...]:
    known = _named_people()
    indices = dice.sample(range(len(known), len(known) + STRANGERS), len(_JOBS))
    if director:
        indices[0] = known.index(director)
    return tuple(
        Part(person=person(index), does=job, department=department)
        for index, (job, department) in zip(indices, _JOBS, strict=True)
    )


def _episodes(
    position: int, known: owned.Series | None, premiered: date, minutes: int, dice: Random
) -> tuple[Episode, ...]:
    plain = known.episodes if known else _plain_episodes(dice)
    counts = {
        season: sum(one.season == season for one in plain) for season in {e.season for e in plain}
    }
    absolute = 0
    found = []
    for at, told in enumerate(sorted(plain, key=lambda one: (one.season, one.number))):
        absolute += told.season > 0
        week = timedelta(weeks=told.number - 1, days=350 * max(0, told.season - 1))
        found.append(
            Episode(
                tmdb=FIRST_EPISODE + position * EPISODES_APART + at,
                tvdb=FIRST_EPISODE_TVDB + position * EPISODES_APART + at,
                season=told.season,
                number=told.number,
                absolute=absolute if told.season else None,
                dvd=(told.season, _dvd(told.number, counts[told.season])),
                title=told.title,
                plot=told.plot,
                aired=date.fromisoformat(told.aired) if told.aired else premiered + week,
                minutes=minutes,
                rating=round(dice.uniform(5.5, 9.4), 3),
                votes=dice.randint(3, 600),
                guests=_cast(dice, ())[:2],
                crew=_crew(dice, None)[:2],
            )
        )
    return tuple(found)


def _dvd(number: int, of: int) -> int:
    """Put the second episode first on the disc, as it happens to seasons that were aired awry."""
    return {1: 2, 2: 1}.get(number, number) if of >= 3 else number


def _plain_episodes(dice: Random) -> tuple[owned.Episode, ...]:
    counts = {season: dice.randint(6, 13) for season in range(1, dice.randint(2, 5))}
    counts[0] = dice.choice((0, 1, 2))
    return tuple(
        owned.Episode(
            season=season,
            number=number,
            title=f"{dice.choice(words.ADJECTIVES)} {dice.choice(words.NOUNS)[0][4:]}",
            plot=f"{dice.choice(words.CHARACTERS)} {dice.choice(words.DEEDS)}.".format(
                place=dice.choice(words.PLACES)
            ),
            aired=None,
        )
        for season, count in counts.items()
        for number in range(1, count + 1)
    )
