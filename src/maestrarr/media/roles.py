"""What a sound track is there for: the film itself, or somebody who talks about it.

Flags are believed first; where a writer set none, the track's title tells, in the languages in
which people name tracks.
"""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from maestrarr.kit.text import fold
from maestrarr.media.facts import AudioTrack


class Role(StrEnum):
    """What a sound track is there for."""

    FILM = "film"
    COMMENTARY = "commentary"
    DESCRIPTION = "audio description"
    KARAOKE = "karaoke"
    SCORE = "isolated score"


# Words begin with these; `*` lets one stand inside a longer word, `.` says that it ends here. The
# first role that fits wins: tyflokomentár is a description.
_WORDS: Final = {
    Role.DESCRIPTION: """
        audio description, audio described, audio descriptive, audiodescri, *audiodeskr,
        described video, video description, descriptive audio, descriptive video, descriptive.,
        dvs., visually impaired, vision impaired, for the blind, hörfilm, bildbeschreibung,
        für blinde, sehbehinderte, sehgeschädigte, malvoyant, aveugles, audiovision.,
        descripción de audio, descripción auditiva, descriptivo, para ciegos, invidentes,
        audio descrizione, descrizione audio, non vedenti, ipovedenti, audio descrição,
        descrição de áudio, deficientes visuais, blinden en, voor blinden, slechtzienden,
        synstolk, syntolk, kuvailutulk, kuvailu., audiopopis, zvukový popis, nevidiac, nevidom,
        slabozrak, narracja dla, dla niewidom, audionarráció, hangalámond, vakoknak,
        descriere audio, nevăzători, betimleme, görme engelli, tyflokoment, тифлокоммент,
        тифлокомент, аудиодескрип, аудіодескрип, аудиоописан, слабовидящих, незрячих,
        ακουστική περιγραφή, תיאור קולי, תיאור שמע, وصف صوتي, الوصف الصوتي, 音声ガイド, 解説放送,
        副音声, 口述影像, 視障, 视障, 无障碍, 無障礙, 화면해설, 화면 해설, บรรยายภาพ, mô tả âm thanh
    """,
    Role.COMMENTARY: """
        comment, *commentar, *commentaar, coment, komment, *kommentar, *kommentár, koment,
        *komentar, director., directors., rifftrax, mst3k, yorum, *комментар, комментир,
        комментат, *коментар, коментує, σχόλια., σχολιασμ, פרשנות, הערות, تعليق, تفسير صوتي,
        コメンタリ, 音声解説, 评论, 評論, 导评, 導評, 解说音轨, 코멘터리, 해설., คอมเมนทารี,
        bình luận, कमेंट्री, टिप्पणी
    """,
    Role.KARAOKE: """
        karaoke, sing along, singalong, mitsingen, караоке, καραόκε, קריוקי, كاريوكي, カラオケ,
        卡拉ok, 伴唱, 노래방, 가라오케, คาราโอเกะ
    """,
    Role.SCORE: """
        isolated, music only, score., score only, music and effects, m and e., effects only,
        no dialog, without dialog, soundtrack only, isoliert, nur musik, musikspur, filmmusik.,
        musique isolée, musique seule, partition isolée, música aislada, pista de música,
        banda sonora aislada, musica isolata, solo musica, colonna sonora isolata, música isolada,
        apenas música, trilha isolada, alleen muziek, geïsoleerde, isolerad musik, isolert musikk,
        isoleret musik, pelkkä musiikki, sama muzyka, tylko muzyka, izolowana, jen hudba,
        pouze hudba, iba hudba, csak zene, doar muzica, sadece müzik, только музыка,
        изолированн, лише музика, μόνο μουσική, מוזיקה בלבד, موسيقى فقط, 音楽のみ,
        bgmのみ, 纯音乐, 純音樂, 配乐, 配樂, 음악만
    """,
}
_DENIALS: Final = "no without non sans ohne kein keine sin senza sem zonder bez utan uten uden без"
_NO: Final = frozenset(_DENIALS.split())
_CUTS: Final = re.compile(r"\bdirectors? (?:cut|edition|version|approved|choice|mix)\b")
_CAPITALS: Final = re.compile(r"(?<![\w.])(?:AD|A\.D\.|AVD)(?!\w)")
_FIRST_WITHOUT_SPACES: Final = "\u0590"  # from Hebrew on, words carry or lack what sets them apart


def role_of(track: AudioTrack) -> Role:
    """Say what a sound track is there for, by its flags or else by its title."""
    if track.is_commentary:
        return Role.COMMENTARY
    if track.is_visual_impaired:
        return Role.DESCRIPTION
    return role_in(track.title) if track.title else Role.FILM


@lru_cache(maxsize=1024)
def role_in(title: str) -> Role:
    """Say what a track with this title is there for; the film itself when no word tells."""
    if _CAPITALS.search(title):
        return Role.DESCRIPTION
    words = _CUTS.sub(" ", fold(title))
    for role, pattern in _patterns().items():
        if any(not _is_denied(words, found.start()) for found in pattern.finditer(words)):
            return role
    return Role.FILM


def _is_denied(words: str, at: int) -> bool:
    """Say whether the word before denies what follows: `no commentary`."""
    return not _NO.isdisjoint(words[:at].split()[-1:])


@cache
def _patterns() -> dict[Role, re.Pattern[str]]:
    return {
        role: re.compile("|".join(_pattern(word.strip()) for word in words.split(",")))
        for role, words in _WORDS.items()
    }


def _pattern(word: str) -> str:
    folded = fold(word)
    is_free = word.startswith("*") or folded >= _FIRST_WITHOUT_SPACES
    end = r"(?!\w)" if word.endswith(".") else ""
    return ("" if is_free else r"(?<!\w)") + re.escape(folded) + end
