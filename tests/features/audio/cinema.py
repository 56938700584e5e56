"""A house with a shelf of films whose sound is right, wrong, or cannot be told."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from household import Household
from maestrarr.core.accounts.callers import Role
from maestrarr.features.audio.jobs import judge_files
from makers import make_mkv, make_mp4, sound
from shelf import Shelf, nfo

API = "/api/v1"


@dataclass
class Cinema:
    """A library of films, and who may do what there."""

    house: Household
    shelf: Shelf
    viewer: httpx2.AsyncClient
    operator: httpx2.AsyncClient

    def film(self, name: str, *languages: str, original: str = "", default: int = 0) -> Path:
        """Make a film whose tracks speak these languages; the one at `default` plays first."""
        path = self.shelf.root / name / f"{name}.mkv"
        make_mkv(
            path,
            audio=[
                sound(language, is_default=at == default) for at, language in enumerate(languages)
            ],
        )
        if original:
            nfo(path.with_suffix(".nfo"), title=name, originallanguage=original)
        return path

    def mp4(self, name: str, *languages: str, original: str = "", default: int = 0) -> Path:
        """Make such a film as MP4."""
        path = self.shelf.root / name / f"{name}.mp4"
        make_mp4(
            path,
            audio=[
                sound(language, is_default=at == default, is_enabled=at == default)
                for at, language in enumerate(languages)
            ],
        )
        if original:
            nfo(path.with_suffix(".nfo"), title=name, originallanguage=original)
        return path

    async def look(self) -> None:
        """Scan what is there, and judge it."""
        await self.shelf.scan()
        await self.judge()

    async def judge(self) -> dict[str, Any]:
        """Judge what is to be judged, as the job does that waits for it."""
        job = await judge_files.begin(self.house.database)
        return dict(await judge_files(job) or {})

    async def get(self, path: str, /, **query: Any) -> Any:
        """Ask as a viewer."""
        answer = await self.viewer.get(f"{API}/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def send(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """Have something done as an operator."""
        answer = await self.operator.request(method, f"{API}/{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def set(self, **values: Any) -> None:
        """Set what is preferred, as an admin."""
        admin = await self.house.client_of(Role.ADMIN)
        answer = await admin.patch(f"{API}/settings/audio", json={"values": values})
        assert answer.status_code == 200, answer.text

    async def titles(self, state: str) -> list[str]:
        """Name the titles that the list shows in a state, by name."""
        found = await self.get("titles", default_audio=state)
        return [title["title"] for title in found["titles"]]
