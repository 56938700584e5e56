"""What may be entered as a channel's address, and what of it may be shown."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from maestrarr.core.notifications.errors import AddressUnfit
from maestrarr.core.notifications.states import ChannelKind

# Of what Apprise knows, services that reach people over HTTPS or mail. Nothing that acts on this
# machine (syslog, dbus, windows, macosx), speaks a protocol of its own, or sends what anybody
# likes to wherever they like (json, xml, form): that is a webhook.
SERVICES: Final = frozenset({
    "bark", "barks", "brevo", "dingtalk", "discord", "feishu", "gchat", "gotify", "gotifys",
    "guilded", "hassio", "hassios", "ifttt", "join", "line", "mailgun", "mailto", "mailtos",
    "matrix", "matrixs", "mmost", "mmosts", "ncloud", "nclouds", "nctalk", "nctalks", "notifiarr",
    "ntfy", "ntfys", "opsgenie", "pagerduty", "pbul", "postmark", "pover", "prowl", "psafer",
    "psafers", "pushdeer", "pushdeers", "pushed", "pushplus", "pushy", "resend", "revolt", "rocket",
    "rockets", "schan", "sendgrid", "signal", "signals", "simplepush", "slack", "smtp2go", "spush",
    "synology", "synologys", "tgram", "threema", "twilio", "webex", "wecombot", "workflow",
    "workflows", "wxteams", "zulip",
})  # fmt: skip
# What would have files of this machine read, or written.
_OPTIONS: Final = frozenset({
    "attach", "keyfile", "pgp", "pgpkey", "pgpprv", "pgppub", "template", "wkd",
})  # fmt: skip
_SCHEME: Final = re.compile(r"([a-z][a-z0-9]*)://\S*", re.IGNORECASE)
_TOKEN: Final = re.compile(r"Expo(?:nent)?PushToken\[[A-Za-z0-9_-]{4,200}\]")


def shown(kind: ChannelKind, address: str) -> Mapping[str, str]:
    """Check an address, and say what of it may be shown: never a key, a topic or a path.

    Raises:
        AddressUnfit: it leads nowhere, or where no notice is sent.
    """
    if kind is ChannelKind.EXPO:
        return _of_phone(address)
    if kind is ChannelKind.WEBHOOK:
        return _of_webhook(address)
    return _of_service(address)


def _of_phone(token: str) -> Mapping[str, str]:
    if not _TOKEN.fullmatch(token):
        raise AddressUnfit("token")
    return {}


def _of_webhook(address: str) -> Mapping[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise AddressUnfit("webhook") from None  # it would show the address
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise AddressUnfit("webhook")
    return {"host": parts.hostname}


def _of_service(address: str) -> Mapping[str, str]:
    found = _SCHEME.fullmatch(address)
    if found is None:
        raise AddressUnfit("url")
    service = found[1].lower()
    if service not in SERVICES:
        raise AddressUnfit("service", service)
    options = parse_qsl(address.partition("?")[2], keep_blank_values=True)
    names = [name.strip().lower().lstrip("+-:") for name, _ in options]
    if unfit := next((name for name in names if name in _OPTIONS), None):
        raise AddressUnfit("option", unfit)
    return {"service": service}
