"""Which audio track plays first: one pure decision that says why.

In this order: the user's pin; the first language rule that fits; else the language that the film
was made in, then the languages that its owner prefers. Nothing is guessed.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from maestrarr.features.audio.reasons import Clause, Explained, Reason, say
from maestrarr.features.audio.taste import (
    CONTAINERS,
    ORIGINAL,
    Film,
    LanguageRule,
    Pin,
    Taste,
    Verdict,
)
from maestrarr.features.library.states import DefaultAudio
from maestrarr.media.edits import NO_TRACK
from maestrarr.media.facts import UNDETERMINED, AudioTrack, SubtitleTrack
from maestrarr.media.languages import NO_LANGUAGE, is_within, normalise
from maestrarr.media.roles import Role, role_of

_LIKE: Final = {
    "mlp": "truehd",
    "alac": "flac",
    "wavpack": "flac",
    "tta": "flac",
    "aac_latm": "aac",
    "mp2": "mp3",
}


@dataclass(frozen=True, slots=True)
class _Wish:
    """One language to look for, and what is said of it."""

    language: str
    why: Clause
    is_original: bool = False

    def met_by(self, tracks: Sequence[AudioTrack]) -> list[AudioTrack]:
        """Find the tracks in this language.

        A film made in Cantonese speaks its own language also where its track only says Chinese.
        """
        exact = [track for track in tracks if is_within(track.language, self.language)]
        if exact or not self.is_original:
            return exact
        return [track for track in tracks if is_within(self.language, track.language)]


def judge(
    container: str | None,
    tracks: Sequence[AudioTrack],
    subtitles: Sequence[SubtitleTrack],
    film: Film,
    taste: Taste,
) -> Verdict:
    """Judge which tracks of a file play first now, by what its headers were found to say."""
    choice = choose_default(tracks, film, taste)
    best = choice.value
    if best is None:
        return Verdict(state=DefaultAudio.UNFIT, track=None, why=choice.why)
    why, wanted = choice.why, None
    if taste.chooses_subtitles:
        shown = choose_subtitle(subtitles, best, taste)
        why, wanted = why + shown.why, NO_TRACK if shown.value is None else shown.value
    if starts_with(best.index, tracks) and (wanted is None or shows(wanted, subtitles)):
        state = DefaultAudio.RIGHT
    elif container in taste.containers:
        state = DefaultAudio.WRONG
    else:
        state = DefaultAudio.UNFIT
        why += _left_alone(container)
    return Verdict(state=state, track=best.index, why=why, subtitle=wanted)


def starts_with(index: int, tracks: Sequence[AudioTrack]) -> bool:
    """Tell whether a player starts with this track: it is default and enabled, and no other is."""
    return all(
        track.is_enabled and track.is_default if track.index == index else not track.is_default
        for track in tracks
    )


def shows(index: int, subtitles: Sequence[SubtitleTrack]) -> bool:
    """Tell whether these subtitles, or none for `NO_TRACK`, are the only default ones of a file."""
    return all(
        track.is_default == (track.index == index) for track in subtitles if track.index is not None
    )


def choose_subtitle(
    subtitles: Sequence[SubtitleTrack], heard: AudioTrack, taste: Taste
) -> Explained[int | None]:
    """Choose the subtitles of a file that show by themselves, beside the track that is heard.

    Full ones in the first of the owner's languages, where none of these is heard; else forced ones
    in the language that is heard, for what is spoken in others; else none.
    """
    inside = [track for track in subtitles if track.index is not None and not track.is_commentary]
    is_understood = any(is_within(heard.language, each) for each in taste.languages)
    if taste.languages and not is_understood:
        for language in taste.languages:
            full = [
                track
                for track in inside
                if not track.is_forced and is_within(track.language, normalise(language))
            ]
            if full:
                best = min(full, key=lambda track: (track.is_hearing_impaired, track.index))
                return Explained(best.index, say("full_subtitles", language=normalise(language)))
    forced = [
        track for track in inside if track.is_forced and is_within(track.language, heard.language)
    ]
    if forced:
        return Explained(forced[0].index, say("forced_subtitles"))
    return Explained(None, say("no_subtitles"))


def choose_default(
    tracks: Sequence[AudioTrack], film: Film, taste: Taste
) -> Explained[AudioTrack | None]:
    """Choose the track that shall play first; None, and the reason, when no track fits.

    A commentary, audio description, karaoke or isolated score is only chosen by a pin, or where a
    file holds nothing else. Ties: the original, more channels, codec, bitrate, the lower index.
    """
    if film.pin and (pinned := _pinned(tracks, film.pin, taste)):
        return pinned
    rule = next((rule for rule in taste.rules if rule.fits(film)), None)
    told = [_with_language(track, rule) for track in tracks]
    spoken = [track for track in told if role_of(track) is Role.FILM] or told
    wishes = list(_wishes(film, taste, rule))
    for wish in wishes:
        if fitting := wish.met_by(spoken):
            best, sets_apart = _best(fitting, taste)
            passed = _passed_over(wish.met_by(told), spoken)
            chosen = next(track for track in tracks if track.index == best.index)
            return Explained(chosen, Reason(((wish.why, *sets_apart, *passed),)))
    return Explained(None, _nothing_fits(told, wishes))


def _left_alone(container: str | None) -> Reason:
    key = "left_alone" if container in CONTAINERS else "no_flag"
    return say(key, container=container or "unknown")


def _pinned(
    tracks: Sequence[AudioTrack], pin: Pin, taste: Taste
) -> Explained[AudioTrack | None] | None:
    """Find the pinned track; in another file of the title, the best one in its language."""
    language = normalise(pin.language)
    for track in tracks:
        if track.index == pin.index and normalise(track.language) == language:
            return Explained(track, say("pinned_track"))
    spoken = [track for track in tracks if role_of(track) is Role.FILM]
    fitting = [track for track in spoken if is_within(track.language, language)]
    if not fitting:
        return None
    best, sets_apart = _best(fitting, taste)
    pinned = Clause("pinned_language", {"language": language})
    return Explained(best, Reason(((pinned, *sets_apart),)))


def _with_language(track: AudioTrack, rule: LanguageRule | None) -> AudioTrack:
    """Give a track that does not say its language the one that a rule says."""
    if not rule or not rule.undetermined_is or normalise(track.language) != UNDETERMINED:
        return track
    return replace(track, language=normalise(rule.undetermined_is))


def _wishes(film: Film, taste: Taste, rule: LanguageRule | None) -> Iterator[_Wish]:
    """List the languages to look for, most wanted first."""
    original = normalise(film.original_language)
    languages = rule.languages if rule else (ORIGINAL, *taste.languages)
    first = 1 if rule else 0  # among an owner's languages, the original one is not counted
    for place, written in enumerate(languages, start=first):
        is_original = written.strip().casefold() == ORIGINAL
        language = original if is_original else normalise(written)
        if language == UNDETERMINED or (is_original and language == NO_LANGUAGE):
            continue
        why = _why(language, place, rule, is_original=is_original)
        yield _Wish(language, why, is_original)


def _why(language: str, place: int, rule: LanguageRule | None, *, is_original: bool) -> Clause:
    key = "original" if is_original else "choice"
    facts: dict[str, str | int] = {"language": language}
    if not is_original:
        facts["place"] = place
    if rule is None:
        return Clause(key, facts)
    return Clause(f"{key}_of_rule", facts | {"rule": rule.name})


def _best(fitting: Sequence[AudioTrack], taste: Taste) -> tuple[AudioTrack, tuple[Clause, ...]]:
    """Find the best of the tracks that fit, and say what sets it apart from the next."""
    ranked = sorted(fitting, key=lambda track: _ranks(track, taste))
    best, *others = ranked
    if not others:
        return best, ()
    pairs = zip(_ranks(best, taste), _ranks(others[0], taste), strict=True)
    decisive = next((at for at, (mine, next_) in enumerate(pairs) if mine != next_), -1)
    channels = "fewer_channels" if taste.prefers_fewer_channels else "more_channels"
    keys = ("original", channels, "codec", "bitrate", "place")
    return best, (Clause(f"best_{keys[decisive]}", {"count": len(fitting)}),)


def _ranks(track: AudioTrack, taste: Taste) -> tuple[float, ...]:
    """Rank a track among others that fit: the lowest is best."""
    fewer = track.channels or math.inf
    return (
        not track.is_original,
        fewer if taste.prefers_fewer_channels else -track.channels,
        _codec_rank(track, taste.codecs),
        -(track.bitrate or 0),
        track.index,
    )


def _codec_rank(track: AudioTrack, codecs: Sequence[Sequence[str]]) -> int:
    name = "pcm" if track.codec.startswith("pcm_") else _LIKE.get(track.codec, track.codec)
    if name == "dts" and (track.profile or "").startswith("DTS-HD MA"):
        name = "dts-hd ma"
    return next((rank for rank, equals in enumerate(codecs) if name in equals), len(codecs))


def _passed_over(fitting: Sequence[AudioTrack], spoken: Sequence[AudioTrack]) -> tuple[Clause, ...]:
    """Say which tracks in the same language were left out for what they are."""
    roles = Counter(role_of(track) for track in fitting if track not in spoken)
    return (_of_roles("passed_over", roles),) if roles else ()


def _of_roles(key: str, roles: Mapping[Role, int], **facts: object) -> Clause:
    return Clause(key, facts | {"roles": {role.value: count for role, count in roles.items()}})


def _nothing_fits(tracks: Sequence[AudioTrack], wishes: Sequence[_Wish]) -> Reason:
    """Say why nothing is changed."""
    if not tracks:
        return say("no_audio")
    if not wishes:
        return say("no_wish")
    wanted = [wish.language for wish in wishes]
    why = say("none_fits", languages=wanted)
    if roles := {role_of(track) for wish in wishes for track in wish.met_by(tracks)}:
        kinds = dict.fromkeys(sorted(roles), 1)
        why = Reason(((_of_roles("only_others", kinds, languages=wanted),),))
    silent = sum(normalise(track.language) == UNDETERMINED for track in tracks)
    if silent:
        why += say("silent", silent=silent, count=len(tracks))
    return why
