"""How Tautulli is asked.

Source: captured from a real one; it has no API description.
"""

from typing import Final

from maestrarr.kit.http import Http, Reach, Secrets, Terms, Urgency
from maestrarr.providers.base import Config, Kind, Secret, Service, Trace, Url
from maestrarr.providers.contracts import Tested
from maestrarr.providers.errors import AnotherService, Declined, Refused
from maestrarr.providers.tautulli import convert, wire

NAME: Final = "Tautulli"
TERMS: Final = Terms(service="tautulli", reach=Reach.HOUSE, per_second=10, burst=10, at_once=2)
_DECLINED: Final = 400


class TautulliConfig(Config):
    """A connection to one Tautulli; `key` stands under Settings → Web Interface."""

    url: Url
    key: Secret


class Tautulli:
    """Says who it is; its reports come by themselves."""

    def __init__(self, http: Http, config: TautulliConfig, owner: str) -> None:
        secrets = Secrets(params={"apikey": config.key})
        self._service = Service(NAME, http.client(config.url, TERMS, owner=owner, secrets=secrets))

    async def test(self) -> Tested:
        """Ask who answers; a wrong key gets 400, as whatever else fails there."""
        client, params = self._service.client, {"cmd": "get_tautulli_info"}
        answer = await client.get("/api/v2", params, urgency=Urgency.USER, fresh=True)
        if answer.status != _DECLINED:
            self._service.judge(answer)
        told = answer.json()
        response = wire.Whole.model_validate(told if isinstance(told, dict) else {}).response
        if response.result == "error":
            said = response.message or ""
            raise Refused("key", NAME) if "apikey" in said.lower() else Declined(NAME, said)
        version = response.data.tautulli_version
        if version is None:
            raise AnotherService(NAME, client.host)
        return Tested(name=NAME, version=version)


KIND: Final = Kind(
    name="tautulli",
    title=NAME,
    capabilities=frozenset(),
    config=TautulliConfig,
    secrets=frozenset({"key"}),
    terms=TERMS,
    website="https://tautulli.com",
    make=Tautulli,
    hear=convert.hear,
    trace=Trace(port=8181, path="/status", is_its=lambda told: told.get("result") == "success"),
)
