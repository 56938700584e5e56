"""Titles of sound tracks as people write them, in the languages in which they do."""

import pytest

from maestrarr.media.facts import AudioTrack
from maestrarr.media.roles import Role, role_in, role_of

TITLES = {
    Role.COMMENTARY: """
        Commentary|Audio Commentary|Director's Commentary|Commentary by Cast & Crew|Director
        English (Commentary with Ridley Scott)|commentaries|AC3 2.0 / Comment track|RiffTrax
        Director Ridley Scott and producer|Kommentar|Audiokommentar|Audio-Kommentar des Regisseurs
        Regiekommentar|Filmkommentar|Commentaire audio|Commentaire du réalisateur|Film commenté
        Comentario del director|Comentarios|Película comentada|Commento del regista|Commenti audio
        Comentário do diretor|Filme comentado|Audiocommentaar|Commentaar van de regisseur
        Kommentarspår|Regissörskommentar|Kommentarspor|Kommenttiraita|Ohjaajan kommentit
        Komentarz reżysera|Komentarze|Komentář režiséra|Audiokomentář|Komentár tvorcov
        Rendezői kommentár|Audiokommentár|Comentariul regizorului|Yönetmen yorumu|Sesli Yorum
        Комментарий режиссёра|Комментарии|Аудиокомментарий|С комментариями|Коментар режисера
        Σχόλια|Σχολιασμός σκηνοθέτη|פרשנות הבמאי|تعليق المخرج
        オーディオコメンタリー|日本語コメンタリー|音声解説|评论音轨|導演評論|코멘터리
        감독 코멘터리|Bình luận|Redatelski komentar|Komentari
        Režisieriaus komentaras|Comentari del director|कमेंट्री
    """,
    Role.DESCRIPTION: """
        Audio Description|English - Audio Description|Audio-Described|Descriptive Audio|Descriptive
        Described Video|DVS|English AD|AD|[AD] 2.0|A.D.|For the visually impaired|Hörfilm
        Hörfilmfassung|Audiodeskription|Deutsch (AD)|Für Blinde und Sehbehinderte
        Audiodescription|Audio-description|VFQ AD|Version malvoyants|Audiodescripción
        Audiodescrito|Descripción de audio|Audiodescrizione|Per non vedenti|Audiodescrição
        Audiodescriptie|Voor blinden en slechtzienden|Syntolkning|Synstolkning|Synstolket
        Kuvailutulkkaus|Audiodeskrypcja|Lektor dla niewidomych|Audiopopis|Pre nevidiacich
        Komentár pre nevidiacich|Audionarráció|Audiodescriere|Sesli Betimleme
        Görme engelliler için|Тифлокомментарий|Аудиодескрипция|Тифлокоментар|Ακουστική περιγραφή
        תיאור קולי|الوصف الصوتي|音声ガイド|解説放送|口述影像|화면해설|เสียงบรรยายภาพ|Mô tả âm thanh
    """,
    Role.KARAOKE: "Karaoke|Sing-Along|Singalong Version|Караоке|カラオケ|卡拉OK|노래방|Καραόκε",
    Role.SCORE: """
        Isolated Score|Isolated Music Score 5.1|Music Only|Score|Music & Effects|M&E
        Isolierte Filmmusik|Nur Musik|Musique isolée|Música aislada|Solo musica|Música isolada
        Alleen muziek|Jen hudba|Sadece müzik|Только музыка|音楽のみ|纯音乐
    """,
    Role.FILM: """
        English|English 5.1|Director's Cut|Directors Cut DTS-HD MA 5.1|Surround|Stereo
        Deutsch DD 5.1|VFF|VFQ|VO|Version originale|Original|Theatrical Mix
        DTS-HD MA 7.1 Atmos|Main|Mono (1954)
        No commentary|Ohne Kommentar|Sans commentaire|Sem comentários|Без комментариев|Türkçe Dublaj
        Doblaje latino|Castellano|Дублированный|Лостфильм|Japanese|日本語|国语|粵語|한국어|العربية
        Adaptation|BAD|ad|Director's Approved Mix|Scorsese 5.1|Radio|Hindi DD+ 5.1|Madagascar
        Lektor PL|Dubbing PL|Bande son originale|Anthology
    """,
}
CASES = [
    (title.strip(), role)
    for role, titles in TITLES.items()
    for line in titles.strip().splitlines()
    for title in line.strip().split("|")
]


@pytest.mark.parametrize(("title", "role"), CASES)
def test_a_title_tells_what_a_track_is_there_for(title: str, role: Role) -> None:
    assert role_in(title) is role


def test_flags_tell_more_than_titles() -> None:
    assert role_of(AudioTrack(index=1, title="English", is_commentary=True)) is Role.COMMENTARY
    assert role_of(AudioTrack(index=1, is_visual_impaired=True)) is Role.DESCRIPTION
    assert role_of(AudioTrack(index=1)) is Role.FILM
