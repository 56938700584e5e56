"""What to do next about a problem, as a command says it: beside the words that fit everybody."""

from collections.abc import Mapping
from typing import Final

ADVICE: Final[Mapping[str, str]] = {
    "accounts.setup_done": "Sign in; `maestrarr users reset-password` helps who lost the password.",
    "audio.not_covered": "Name a path in a library, as `maestrarr library list` shows them.",
    "audio.rule_unknown": "`maestrarr audio rules list` names them all.",
    "connections.connection_unknown": "`maestrarr connections list` names them all.",
    "connections.kind_unknown": "`maestrarr connections kinds` names them all.",
    "jobs.no_such_schedule": "`maestrarr schedules list` names them all.",
    "library.library_unknown": "`maestrarr library list` names them all.",
    "library.name_taken": "Choose another with --name.",
    "library.not_its_folder": (
        "`maestrarr library list` names them, as they have to be named here."
    ),
    "library.title_unknown": "`maestrarr library search` finds titles by parts of their names.",
    "settings.not_an_export": "`maestrarr settings export` writes what can be imported.",
    "settings.settings_unknown": "`maestrarr settings list` names them all.",
}
