"""The elements of an NFO file that hold others: each keeps what it holds and we do not know."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from maestrarr.media.nfo.editing import Lines, block, element, opening
from maestrarr.media.nfo.entry import Actor, NfoEntry, Rating, Streams
from maestrarr.media.nfo.fields import ID_ELEMENTS, SERVICES
from maestrarr.media.nfo.page import Page
from maestrarr.media.nfo.reading import read
from maestrarr.media.nfo.streams import three_letters
from maestrarr.media.nfo.tree import Node

_DEFAULT: Final = re.compile(r"\s+default\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ACTOR_ELEMENTS: Final = frozenset({"name", "role", "order", "sortorder", "thumb"})
_ROOTS: Final = {"series": "tvshow", "episode": "episodedetails"}


def put_ratings(page: Page) -> None:
    """Write the ratings by source; those of sources that we do not know of stay as they are."""
    groups, old = page.title.named("ratings"), page.title.named("rating", "votes")
    if "ratings" in page.cleared:
        page.take_out([*groups, *old])
        return
    page.editor.passed([*groups, *old])
    ratings = with_ratings(page.current, page.wanted)
    if not page.wanted.ratings or _by_source(ratings) == _by_source(page.current.ratings):
        return
    sources = {rating.source for rating in page.wanted.ratings}
    has_default = any(rating.is_default for rating in page.wanted.ratings)
    kept = [
        _without_default(node) if has_default else node.raw
        for group in groups
        for node in group.children
        if node.name != "rating" or _source(node) not in sources
    ]
    inner: Lines = [line for rating in page.wanted.ratings for line in _rating(rating)]
    page.editor.put(groups, [block("ratings", [*inner, *((0, raw) for raw in kept)])])
    preferred = replace(page.current, ratings=ratings).rating
    if old and preferred:
        _put_old_rating(page, preferred)


def with_ratings(current: NfoEntry, wanted: NfoEntry) -> tuple[Rating, ...]:
    """Return the ratings that a file has once the wanted ones stand in it."""
    sources = {rating.source for rating in wanted.ratings}
    has_default = any(rating.is_default for rating in wanted.ratings)
    kept = [rating for rating in current.ratings if rating.source not in sources]
    if has_default:
        kept = [replace(rating, is_default=False) for rating in kept]
    return (*wanted.ratings, *kept)


def _by_source(ratings: Iterable[Rating]) -> dict[str, Rating]:
    """Take each source's first rating; their order says nothing."""
    found: dict[str, Rating] = {}
    for rating in ratings:
        found.setdefault(rating.source, rating)
    return found


def _source(node: Node) -> str:
    return (node.attributes().get("name") or "default").strip().lower()


def _rating(rating: Rating) -> Lines:
    attributes = {"name": rating.source, "max": f"{rating.highest:.10g}"}
    if rating.is_default:
        attributes["default"] = "true"
    inner: Lines = [(0, element("value", f"{rating.value:.10g}"))]
    if rating.votes is not None:
        inner.append((0, element("votes", str(rating.votes))))
    return block("rating", inner, attributes)


def _put_old_rating(page: Page, rating: Rating) -> None:
    """Bring the one rating that older players read up to date."""
    value = f"{rating.value / rating.highest * 10:.4g}"
    for node in page.title.named("rating"):
        page.editor.put_text(node, value)
    for node in page.title.named("votes"):
        if rating.votes is not None:
            page.editor.put_text(node, str(rating.votes))


def put_ids(page: Page) -> None:
    """Write the ids; those of services that we do not know of stay as they are."""
    nodes = page.title.named("uniqueid")
    page.editor.passed(page.title.named("uniqueid", "id", *ID_ELEMENTS))
    said = with_ids(page.current, page.wanted)
    if (said.ids, said.default_id, set(said.other_ids)) == (
        page.current.ids,
        page.current.default_id,
        set(page.current.other_ids),
    ):
        return
    wanted = _by_service(page.wanted)
    ours = [node for node in nodes if _service(node) in wanted]
    lines: list[Lines] = [
        [(0, element("uniqueid", value, _id_attributes(service, said.default_id)))]
        for service, value in wanted.items()
    ]
    page.editor.put(ours, lines)
    for node in nodes:
        if _service(node) not in wanted and said.default_id != page.current.default_id:
            page.editor.replace(node, _with_default(node, is_default=_is_named(node, said)))
    _put_old_ids(page, wanted)


def with_ids(current: NfoEntry, wanted: NfoEntry) -> NfoEntry:
    """Return an entry with the ids that a file says once the wanted ones stand in it."""
    others = dict(current.other_ids) | dict(wanted.other_ids)
    return replace(
        current,
        ids=wanted.ids.merged_with(current.ids),
        other_ids=tuple(others.items()),
        default_id=wanted.default_id or current.default_id,
    )


def _by_service(entry: NfoEntry) -> dict[str, str]:
    ids = {"tmdb": entry.ids.tmdb, "tvdb": entry.ids.tvdb, "imdb": entry.ids.imdb}
    return {name: str(value) for name, value in ids.items() if value} | dict(entry.other_ids)


def _service(node: Node) -> str:
    written = node.attributes().get("type", "").strip().lower()
    return SERVICES.get(written, written)


def _is_named(node: Node, said: NfoEntry) -> bool:
    return _service(node) == said.default_id


def _id_attributes(service: str, default: str | None) -> dict[str, str]:
    return {"type": service} | ({"default": "true"} if service == default else {})


def _put_old_ids(page: Page, wanted: dict[str, str]) -> None:
    """Correct the elements for ids that other players still read, where they say another id."""
    for node in page.title.named(*ID_ELEMENTS):
        value = wanted.get(SERVICES[node.name])
        if value and value != node.said():
            page.editor.put_text(node, value)
    root = _ROOTS.get(page.wanted.kind, page.wanted.kind)
    for node in page.title.named("id"):
        found = read(f"<{root}>{node.raw}</{root}>".encode(errors="replace")).entries
        if found and found[0].ids.conflicts_with(page.wanted.ids):
            page.take_out([node])


def _without_default(node: Node) -> str:
    return _with_default(node, is_default=False)


def _with_default(node: Node, *, is_default: bool) -> str:
    """Return an element as it is written, but for its attribute `default`."""
    plain = _DEFAULT.sub("", node.opening)
    if is_default:
        end = len(plain) - (2 if node.is_empty else 1)
        plain = f'{plain[:end]} default="true"{plain[end:]}'
    return plain + node.raw[len(node.opening) :]


def put_set(page: Page) -> None:
    """Write the set; whatever else stands in the element of the same set stays."""
    nodes = page.title.named("set")
    page.editor.passed(nodes)
    named = [node for node in nodes if _set_name(node)][:1]
    name, overview = page.wanted.set_name, page.wanted.set_overview
    if "set_name" in page.cleared:
        page.take_out(named)
        return
    if name is None:
        return
    is_same = name == page.current.set_name
    if is_same and overview in (None, page.current.set_overview):
        return
    inner: Lines = [(0, element("name", name))]
    if overview:
        inner.append((0, element("overview", overview)))
    if not (is_same and named):
        page.editor.put(named, [block("set", inner)])
        return
    inner += [(0, child.raw) for child in named[0].children if child.name not in _SET_ELEMENTS]
    page.editor.put(named, [block("set", inner, named[0].attributes())])


_SET_ELEMENTS: Final = frozenset({"name", "overview"})


def _set_name(node: Node) -> str | None:
    return node.child_says("name") if node.children else node.said() or None


def put_actors(page: Page) -> None:
    """Write the cast in its order; whatever else stands in an actor's element stays."""
    nodes = page.title.named("actor")
    if "actors" in page.cleared:
        page.take_out(nodes)
        return
    page.editor.passed(nodes)
    actors = with_actors(page.current, page.wanted)
    if not page.wanted.actors or actors == page.current.actors:
        return
    standing = [(_actor_name(node), node) for node in nodes]
    known = dict(_first_come(standing))
    old = {actor.name: actor for actor in reversed(page.current.actors)}
    parts = []
    for actor in actors:
        node = known.pop(actor.name, None)
        is_same = node is not None and old[actor.name] == actor
        parts.append([(0, node.raw)] if node and is_same else _actor(actor, node))
    page.editor.put(nodes, parts)


def with_actors(current: NfoEntry, wanted: NfoEntry) -> tuple[Actor, ...]:
    """Return the cast that a file has once the wanted one stands in it, gaps filled by name."""
    old = {actor.name: actor for actor in reversed(current.actors)}
    filled = []
    for actor in wanted.actors:
        was = old.pop(actor.name, actor)
        filled.append(
            replace(
                actor,
                role=actor.role or was.role,
                order=was.order if actor.order is None else actor.order,
                thumb=actor.thumb or was.thumb,
            )
        )
    return tuple(filled)


def _first_come(pairs: Iterable[tuple[str | None, Node]]) -> Iterable[tuple[str, Node]]:
    seen = set()
    for name, node in pairs:
        if name and name not in seen:
            seen.add(name)
            yield name, node


def _actor_name(node: Node) -> str | None:
    return node.child_says("name") if node.children else node.said() or None


def _actor(actor: Actor, node: Node | None) -> Lines:
    inner: Lines = [(0, element("name", actor.name))]
    if actor.role:
        inner.append((0, element("role", actor.role)))
    if actor.order is not None:
        inner.append((0, element("order", str(actor.order))))
    if actor.thumb:
        inner.append((0, element("thumb", actor.thumb)))
    others = node.children if node else []
    inner += [(0, child.raw) for child in others if child.name not in _ACTOR_ELEMENTS]
    return block("actor", inner)


def put_streams(page: Page) -> None:
    """Write the facts about the file's tracks; whatever else `<fileinfo>` holds stays."""
    infos = page.title.named("fileinfo")
    page.editor.passed(infos)
    wanted = page.wanted.streams
    if wanted in (Streams(), page.current.streams):
        return
    lines = block("streamdetails", _streams(wanted))
    details = [(info, node) for info in infos for node in info.named("streamdetails")]
    if details:
        page.editor.put_deeper(details[0][1], lines)
    elif infos:
        page.editor.put_inside(infos[0], lines)
    else:
        page.editor.put([], [block("fileinfo", lines)])


def _streams(streams: Streams) -> Lines:
    lines: Lines = []
    for video in streams.video:
        said = {
            "codec": video.codec,
            "width": video.width,
            "height": video.height,
            "durationinseconds": video.duration_seconds,
            "hdrtype": video.hdr,
        }
        lines += _stream("video", said)
    for audio in streams.audio:
        language = three_letters(audio.language) if audio.language else None
        said = {"codec": audio.codec, "language": language, "channels": audio.channels}
        lines += _stream("audio", said)
    for tag in streams.subtitles:
        lines += _stream("subtitle", {"language": three_letters(tag)})
    return lines


def _stream(kind: str, said: dict[str, str | int | None]) -> Lines:
    inner: Lines = [
        (0, element(key, str(value))) for key, value in said.items() if value is not None
    ]
    return block(kind, inner) if inner else [(0, opening(kind).replace(">", "/>"))]
