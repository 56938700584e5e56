"""fanart.tv's words into ours.

Source: fanart.tv's wiki, what each type is and how large it has to be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from maestrarr.media.artwork import ALL_SEASONS, Offer
from maestrarr.providers.fanart.wire import Image
from maestrarr.providers.reading import language_of, listed_of, number_of, size_of

_TEXTLESS: Final = (None, "00")
_ASSETS: Final = "assets.fanart.tv/fanart/"
_PREVIEWS: Final = "assets.fanart.tv/preview/"


class Kind(NamedTuple):
    """Our word for one of their types, and the size in which it is accepted."""

    type: str
    width: int | None = None
    height: int | None = None


_KINDS: Final = {
    "hdmovielogo": Kind("clearlogo", 800, 310),
    "movielogo": Kind("clearlogo", 400, 155),
    "hdmovieclearart": Kind("clearart", 1000, 562),
    "movieart": Kind("clearart", 500, 281),
    "moviedisc": Kind("discart", 1000, 1000),
    "movieposter": Kind("poster", 1000, 1426),
    "moviebackground": Kind("fanart", 1920, 1080),
    "moviethumb": Kind("landscape", 1000, 562),
    "moviebanner": Kind("banner", 1000, 185),
    "hdtvlogo": Kind("clearlogo", 800, 310),
    "clearlogo": Kind("clearlogo", 400, 155),
    "hdclearart": Kind("clearart", 1000, 562),
    "clearart": Kind("clearart", 500, 281),
    "characterart": Kind("characterart"),
    "tvposter": Kind("poster", 1000, 1426),
    "tvthumb": Kind("landscape"),
    "tvbanner": Kind("banner", 1000, 185),
    "showbackground": Kind("fanart", 1920, 1080),
    "seasonposter": Kind("season-poster", 1000, 1426),
    "seasonthumb": Kind("season-landscape"),
    "seasonbanner": Kind("season-banner", 1000, 185),
}


def offers_in(document: Mapping[str, object]) -> list[Offer]:
    """List the pictures of a title and of its seasons; a poster without text is key art, too.

    Raises:
        Unreadable: what stands in the place of pictures are none.
    """
    offers = [
        offer
        for name, kind in _KINDS.items()
        for image in _images(document.get(name))
        if (offer := _offer(image, kind))
    ]
    keyart = [
        replace(offer, type="keyart")
        for offer in offers
        if offer.type == "poster" and offer.is_textless
    ]
    return offers + keyart


def _images(listed: object) -> Iterator[Image]:
    return (Image.model_validate(each) for each in listed_of(listed))


def _offer(image: Image, kind: Kind) -> Offer | None:
    season = _season(image.season) if kind.type.startswith("season-") else None
    if image.url is None or (kind.type.startswith("season-") and season is None):
        return None
    url = image.url.replace("http://assets.fanart.tv/", "https://assets.fanart.tv/")
    return Offer(
        type=kind.type,
        url=url,
        id=image.id,
        preview_url=url.replace(_ASSETS, _PREVIEWS) if _ASSETS in url else None,
        width=size_of(image.width) or kind.width,
        height=size_of(image.height) or kind.height,
        language=language_of(image.lang),
        is_textless=image.lang in _TEXTLESS,
        votes=image.likes if image.likes is None or image.likes >= 0 else None,
        season=season,
    )


def _season(season: str | None) -> int | None:
    if season == "all":
        return ALL_SEASONS
    number = number_of(season)
    return number if number is not None and number >= 0 else None
