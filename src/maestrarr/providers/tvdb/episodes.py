"""A series' episodes, put together from what each order says of them."""

from collections.abc import Mapping, Sequence
from typing import Final

from maestrarr.media.artwork import Offer
from maestrarr.providers.contracts import Episode, Order, Place
from maestrarr.providers.reading import ids_of, minutes_of
from maestrarr.providers.tvdb import wire
from maestrarr.providers.tvdb.words import picture_url

# Their word for each order; the one that every series has comes first.
ORDERS: Final = {
    Order.AIRED: "official",
    Order.DVD: "dvd",
    Order.ABSOLUTE: "absolute",
    Order.ALTERNATE: "alternate",
    Order.REGIONAL: "regional",
    Order.ALTERNATE_DVD: "altdvd",
}


def orders_of(title: wire.Title) -> tuple[Order, ...]:
    """Name the orders that a series has seasons in, beside the one in which it aired."""
    known = {season.type.type for season in title.seasons}
    return tuple(
        order for order, word in ORDERS.items() if order is not Order.AIRED and word in known
    )


def lack_words(episodes: Sequence[wire.Episode]) -> bool:
    """Say whether some episode has no name or no plot in its language."""
    return any(each.name is None or each.overview is None for each in episodes)


def episodes_of(
    aired: Sequence[wire.Episode],
    english: Sequence[wire.Episode],
    others: Mapping[Order, Sequence[wire.Episode]],
) -> tuple[Episode, ...]:
    """Read the episodes as they aired, with their places in other orders.

    `english` fills the texts that are missing in the language.
    """
    in_english = {each.id: each for each in english}
    places = {order: _places(episodes) for order, episodes in others.items()}
    read = (_episode(each, in_english.get(each.id), _elsewhere(each, places)) for each in aired)
    return tuple(episode for episode in read if episode)


def _places(episodes: Sequence[wire.Episode]) -> dict[int | None, Place]:
    return {each.id: place for each in episodes if (place := _place(each))}


def _place(episode: wire.Episode) -> Place | None:
    season, number = episode.season_number, episode.number
    if season is None or number is None or season < 0 or number < 0:
        return None
    return Place(season, number)


def _elsewhere(
    episode: wire.Episode, places: Mapping[Order, Mapping[int | None, Place]]
) -> Mapping[Order, Place]:
    found = {order: known[episode.id] for order, known in places.items() if episode.id in known}
    absolute = episode.absolute_number
    if absolute and absolute > 0:
        found.setdefault(Order.ABSOLUTE, Place(1, absolute))
    return found


def _episode(
    theirs: wire.Episode, english: wire.Episode | None, places: Mapping[Order, Place]
) -> Episode | None:
    place = _place(theirs)
    if place is None:
        return None
    missing = {"title": theirs.name is None, "plot": theirs.overview is None}
    title = theirs.name or (english.name if english else None)
    plot = theirs.overview or (english.overview if english else None)
    still = picture_url(theirs.image)
    return Episode(
        season=place.season,
        number=place.episode,
        title=title,
        plot=plot,
        premiered=theirs.aired,
        runtime_minutes=minutes_of(theirs.runtime),
        ids=ids_of(tvdb=theirs.id),
        places=places,
        finale=theirs.finale_type,
        shown_before=_shown_before(theirs),
        shown_after=theirs.airs_after_season,
        thumb=Offer(type="thumb", url=still, season=place.season) if still else None,
        fallbacks=frozenset(
            name
            for name, text in (("title", title), ("plot", plot))
            if missing[name] and text is not None
        ),
    )


def _shown_before(episode: wire.Episode) -> Place | None:
    season = episode.airs_before_season
    return Place(season, episode.airs_before_episode or 1) if season is not None else None
