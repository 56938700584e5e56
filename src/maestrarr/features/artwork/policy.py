"""Which picture of a title is taken: one score of five parts, the same for every type.

docs/reference/artwork-score.md says it in words, with examples; what changes here changes there.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from maestrarr.features.artwork.reasons import Said
from maestrarr.features.artwork.usual import (
    COUNTS,
    LANGUAGE_ORDERS,
    LOCAL,
    MINIMUM_SIZES,
    ORIGINAL,
    PREFERRED,
    TEXT_FIRST,
    TEXTLESS,
    WEIGHTS,
    PartName,
)
from maestrarr.kit.choice import Choice
from maestrarr.media.artwork import IDEAL_SIZES, Offer
from maestrarr.media.images import ALIKE, similarity
from maestrarr.media.languages import is_within

_TOLERATED: Final = 0.9

# What nobody voted on counts as this, with the weight of so many votes.
_PRIOR: Final = 5.0
_PRIOR_VOTES: Final = 10
_LIKED: Final = 7.0  # out of 10: what a like says where a service counts nothing else
_UNKNOWN: Final = 0.5
_SHAPE_FULL: Final = 0.02  # how far a shape may be from the ideal at no cost, and at any use
_SHAPE_NONE: Final = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Offer):
    """An offer, and the provider that makes it; `votes` without a rating are likes."""

    provider: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What a library wants of its pictures.

    `language_orders` hold tags and the words PREFERRED, ORIGINAL and TEXTLESS, most wanted first;
    `providers` come in their order. `minimum_sizes` are in pixels, `counts` are how many of a type
    are taken. With `keeps_local`, what stands beside the media goes before what is offered.
    """

    preferred: Sequence[str] = ()
    providers: Sequence[str] = ()
    weights: Mapping[PartName, float] = field(default_factory=lambda: WEIGHTS)
    language_orders: Mapping[str, Sequence[str]] = field(default_factory=lambda: LANGUAGE_ORDERS)
    minimum_sizes: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MINIMUM_SIZES)
    counts: Mapping[str, int] = field(default_factory=lambda: COUNTS)
    keeps_local: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: `points` of `most`, and why."""

    name: PartName
    points: float
    most: float
    why: Said

    @property
    def said(self) -> str:
        """Why, in English."""
        return str(self.why)


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate and the parts of its score."""

    candidate: Candidate
    parts: tuple[Part, ...]
    points: float = field(init=False)  # of 100 with the usual weights

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", round(sum([part.points for part in self.parts]), 2))

    @property
    def reason(self) -> str:
        """The score in a sentence."""
        most = sum(part.most for part in self.parts)
        parts = ", ".join(f"{p.said} ({p.points:g} of {p.most:g})" for p in self.parts)
        return f"{self.points:g} of {most:g} points: {parts}."

    def to_json(self) -> dict[str, Any]:
        """Write the score for the database and for clients."""
        return {
            "points": self.points,
            "parts": [
                {
                    "name": part.name,
                    "points": part.points,
                    "most": part.most,
                    "key": part.why.key,
                    "facts": dict(part.why.facts),
                }
                for part in self.parts
            ],
        }


def score(candidate: Candidate, original: str | None, taste: Taste) -> Scored:
    """Score a candidate by its language, size, votes, shape and provider.

    Args:
        candidate: the picture.
        original: the language that the title was made in, if that is known.
        taste: what the library wants.
    """
    return _scored(candidate, _wishes(candidate.type, original, taste), taste)


def _scored(candidate: Candidate, wishes: Sequence[str], taste: Taste) -> Scored:
    judged: Mapping[str, _Judged] = {
        "language": _language(candidate, wishes),
        "resolution": _resolution(candidate),
        "votes": _votes(candidate),
        "shape": _shape(candidate),
        "provider": _provider(candidate, taste),
    }
    parts = [
        Part(name, round(judged[name][0] * most, 2), most, judged[name][1])
        for name, most in taste.weights.items()
    ]
    return Scored(candidate, tuple(parts))


def rank(candidates: Sequence[Candidate], original: str | None, taste: Taste) -> list[Scored]:
    """Put the candidates that are large enough in order, the best first.

    What stands beside the media comes before all others, if the library keeps it. Ties: more votes,
    the provider's place, more pixels, then the address by its letters: the same candidates always
    come in the same order.
    """
    large = [candidate for candidate in candidates if too_small(candidate, taste) is None]
    places = {provider: place for place, provider in enumerate(taste.providers)}

    def order(scored: Scored) -> tuple[bool, float, float, float, float, str]:
        one = scored.candidate
        is_later = not (taste.keeps_local and one.provider == LOCAL)
        pixels = (one.width or 0) * (one.height or 0)
        place = places.get(one.provider, len(places))
        return (is_later, -scored.points, -(one.votes or 0), place, -pixels, one.url)

    types = {candidate.type for candidate in large}
    wishes = {type_: _wishes(type_, original, taste) for type_ in types}
    return sorted((_scored(each, wishes[each.type], taste) for each in large), key=order)


def too_small(candidate: Candidate, taste: Taste) -> str | None:
    """Say why a picture is too small to be taken; None when it is not, or its size is not known."""
    least = taste.minimum_sizes.get(candidate.type)
    if not least or not candidate.width or not candidate.height:
        return None
    if candidate.width >= least[0] * _TOLERATED and candidate.height >= least[1] * _TOLERATED:
        return None
    size = f"{candidate.width} × {candidate.height}"
    return f"{size} is less than {least[0]} × {least[1]}, which a {candidate.type} has at least."


def choose(ranked: Sequence[Scored], count: int, hashes: Mapping[str, int]) -> list[Choice[Scored]]:
    """Choose so many pictures, best first, none of which looks like one before it.

    `hashes` are the perceptual hashes of those that were downloaded, by their addresses; of what
    was not, nobody knows what it looks like, and it is taken.
    """
    chosen: list[Choice[Scored]] = []
    for place, scored in enumerate(ranked, start=1):
        if len(chosen) >= count:
            break
        taken = [choice.value.candidate for choice in chosen]
        if twin_of(scored.candidate, taken, hashes) is None:
            said = f"Number {place} of {len(ranked)}: {scored.reason}"
            chosen.append(Choice(scored, said))
    return chosen


def twin_of(
    candidate: Candidate, others: Sequence[Candidate], hashes: Mapping[str, int]
) -> Candidate | None:
    """Find the picture among others that shows the same as this one."""
    own = hashes.get(candidate.url)
    if own is None:
        return None
    known = ((other, hashes.get(other.url)) for other in others)
    return next(
        (other for other, seen in known if seen is not None and similarity(own, seen) >= ALIKE),
        None,
    )


def is_rejected(candidate: Candidate, phash: int | None, rejected: "Rejected") -> bool:
    """Tell whether nobody wants a picture, by its address or by what it shows."""
    if candidate.url in rejected.urls:
        return True
    return phash is not None and any(similarity(phash, each) >= ALIKE for each in rejected.phashes)


@dataclass(frozen=True, slots=True)
class Rejected:
    """What nobody in this installation wants: addresses, and perceptual hashes."""

    urls: frozenset[str] = frozenset()
    phashes: tuple[int, ...] = ()


_Judged: TypeAlias = tuple[float, Said]


def _language(candidate: Candidate, wishes: Sequence[str]) -> _Judged:
    """Judge by the place of the language in the order of its type."""
    if candidate.language is None and candidate.is_textless is None:
        return (1 / (2 * len(wishes)) if wishes else 0), Said("language_unknown")
    kind, language = (
        ("textless", {})
        if candidate.is_textless
        else ("language", {"language": candidate.language or ""})
    )
    for place, wish in enumerate(wishes):
        is_met = (
            bool(candidate.is_textless)
            if wish == TEXTLESS
            else not candidate.is_textless and is_within(candidate.language or "", wish)
        )
        if is_met:
            facts = {**language, "place": place + 1, "count": len(wishes)}
            return (len(wishes) - place) / len(wishes), Said(f"{kind}_wanted", facts)
    return 0, Said(f"{kind}_unwanted", language)


def _wishes(type_: str, original: str | None, taste: Taste) -> list[str]:
    """Write out the order of a type; a language that comes twice counts where it comes first."""
    order = taste.language_orders.get(type_, TEXT_FIRST)
    meant = {PREFERRED: list(taste.preferred), ORIGINAL: [original] if original else []}
    return list(dict.fromkeys(tag for word in order for tag in meant.get(word, [word])))


def _resolution(candidate: Candidate) -> _Judged:
    """Judge by the shorter of both sides, measured by the ideal: more than that costs nothing."""
    width, height = candidate.width, candidate.height
    if not width or not height:
        return _UNKNOWN, Said("size_unknown")
    ideal = IDEAL_SIZES[candidate.type]
    part = min(1, width / ideal[0], height / ideal[1])
    return part, Said("size", {"width": width, "height": height})


def _votes(candidate: Candidate) -> _Judged:
    """Judge by the votes, of which few say little (a Bayesian mean)."""
    votes = max(0, candidate.votes or 0)
    if not votes:
        return _PRIOR / 10, Said("no_votes")
    rating = _LIKED if candidate.rating is None else min(10.0, max(0.0, candidate.rating))
    mean = (_PRIOR * _PRIOR_VOTES + rating * votes) / (_PRIOR_VOTES + votes)
    if candidate.rating is None:
        return mean / 10, Said("likes", {"votes": votes})
    return mean / 10, Said("rated", {"rating": candidate.rating, "votes": votes})


def _shape(candidate: Candidate) -> _Judged:
    """Judge by how far the ratio of its sides is from the ideal one."""
    if not candidate.width or not candidate.height:
        return _UNKNOWN, Said("shape_unknown")
    ideal = IDEAL_SIZES[candidate.type]
    off = abs(math.log(candidate.width * ideal[1] / (candidate.height * ideal[0])))
    part = min(1, max(0, (_SHAPE_NONE - off) / (_SHAPE_NONE - _SHAPE_FULL)))
    return part, Said("shape_right") if part == 1 else Said(
        "shape_off", {"percent": round(100 * off)}
    )


def _provider(candidate: Candidate, taste: Taste) -> _Judged:
    """Judge by the provider's place in the library's order."""
    provider, count = candidate.provider, len(taste.providers)
    if provider not in taste.providers:
        return (0 if count else 1), Said("provider", {"provider": provider})
    place = list(taste.providers).index(provider)
    facts = {"provider": provider, "place": place + 1, "count": count}
    return (count - place) / count, Said("provider_placed", facts)


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody who plays in a title, and where the portrait of them is."""

    name: str
    url: str


def faces(people: Iterable[Mapping[str, object]], most: int) -> list[Face]:
    """Choose whose portraits are kept: of the first actors that have one, each once."""
    found: dict[str, Face] = {}
    for person in people:
        name, url = person.get("name"), person.get("portrait_url")
        if person.get("job") == "actor" and isinstance(name, str) and isinstance(url, str):
            found.setdefault(name, Face(name, url))
    return list(found.values())[:most]
