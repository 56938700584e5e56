"""What `maestrarr setup` does: carries answers out, and what is so already it leaves alone."""

from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from maestrarr.features.library import commands as library
from maestrarr.features.library.states import Automation
from maestrarr.flows.onboarding.answers import (
    AccountAnswer,
    Answers,
    ConnectionAnswer,
    LibraryAnswer,
)
from maestrarr.flows.onboarding.asking import ask_for
from maestrarr.flows.onboarding.states import Outcome, Step
from maestrarr.kit.config_file import read_document
from maestrarr.kit.errors import Invalid, Problem
from maestrarr.kit.mistakes import in_a_row, mistake_of
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, Terminal

MADE, THERE, FAILED = "made", "there already", "failed"


class AnswersUnfit(Invalid):
    """A file of answers says something that is no answer."""

    def __init__(self, path: Path | None, error: ValidationError) -> None:
        details = error.errors(include_url=False, include_input=False)
        told = in_a_row([mistake_of(each) for each in details])
        who = "What was said" if path is None else str(path)
        super().__init__(f"{who} cannot be followed: {told}.")


def given(
    file: Path | None, folders: Mapping[str, Sequence[Path]], options: Mapping[str, object]
) -> Answers:
    """Put a file of answers and options together; options count before the file.

    Raises:
        FileUnfit: the file cannot be read.
        AnswersUnfit: something that is said is no answer.
    """
    said = read_document(file) if file is not None else {}
    named = [
        {"kind": kind, "folders": [folder]} for kind, each in folders.items() for folder in each
    ]
    try:
        answers = Answers.model_validate(said or {})
        more = {name: value for name, value in options.items() if value}
        whole = {**answers.model_dump(exclude_unset=True), **more}
        return Answers.model_validate({**whole, "libraries": [*whole.get("libraries", []), *named]})
    except ValidationError as error:
        raise AnswersUnfit(file, error) from None  # it would show passwords


async def set_up(terminal: Terminal, answers: Answers, *, may_ask: bool) -> int:
    """Ask for what is not answered where a person sits, and carry all of it out."""
    async with terminal.api(work=True) as api:
        if may_ask and terminal.is_attended and not terminal.as_json:
            answers = await ask_for(terminal, api, answers)
        work = SetUp(terminal, api, answers)
        code = await work.go()
    terminal.emit({"told": work.told}, table=table(work.told))
    return code


@dataclass(slots=True)
class SetUp:
    """One going through the answers; `told` says of each thing what became of it."""

    terminal: Terminal
    api: Api
    answers: Answers
    told: list[dict[str, Any]] = field(default_factory=list)

    async def go(self) -> int:
        """Carry out every answer in the order of the steps; return the exit code."""
        answers = self.answers
        if answers.account is not None:
            await self._try("account", answers.account.name, self._account(answers.account))
        for each in answers.libraries:
            await self._try("library", str(each.folders[0]), self._library(each))
        for connection in answers.connections:
            await self._try("connection", connection.kind, self._connection(connection))
        for section, name, value in (
            ("metadata", "language", answers.language),
            ("audio", "languages", answers.hear),
        ):
            if value is not None:
                await self._try("preference", f"{section}.{name}", self._set(section, name, value))
        if answers.automation is not None:
            await self._try("preference", "automation", self._automate(answers.automation))
        if answers.run:
            await self._run()
        await self._settle()
        return ATTENTION if any(each["state"] == FAILED for each in self.told) else DONE

    async def _try(self, what: str, name: str, deed: Coroutine[Any, Any, str]) -> None:
        try:
            state, error = await deed, None
        except Problem as problem:
            state, error = FAILED, str(problem)
        self.told.append({"what": what, "name": name, "state": state, "error": error})

    async def _account(self, answer: AccountAnswer) -> str:
        known = (await self.api.get("users"))["users"]
        if any(each["name"].casefold() == answer.name.casefold() for each in known):
            return THERE
        password = answer.password.get_secret_value()
        await self.api.post("users", {"name": answer.name, "password": password, "role": "admin"})
        return MADE

    async def _library(self, answer: LibraryAnswer) -> str:
        folders = [library.as_server_names(self.api, each) for each in answer.folders]
        known = {folder for each in await library.libraries(self.api) for folder in each["folders"]}
        if known.issuperset(folders):
            return THERE
        wanted = {"kind": answer.kind, "folders": folders, "name": answer.name}
        made = await self.api.post("libraries", wanted)
        await self.terminal.wait_for(
            self.api, await self.api.post(f"libraries/{made['id']}/scan", {})
        )
        return MADE

    async def _connection(self, answer: ConnectionAnswer) -> str:
        known = (await self.api.get("connections"))["connections"]
        there = next((each for each in known if _is_same(each, answer)), None)
        made = there or await self.api.post(
            "connections",
            {
                "kind": answer.kind,
                "config": answer.config,
                "mappings": [each.model_dump() for each in answer.mappings],
            },
        )
        if answer.server is not None:
            await self.api.post(f"webhooks/{made['id']}/set-up", {"url": answer.server})
        return THERE if there else MADE

    async def _automate(self, automation: Automation) -> str:
        others = [
            each for each in await library.libraries(self.api) if each["automation"] != automation
        ]
        for each in others:
            await self.api.patch(f"libraries/{each['id']}", {"automation": automation})
        return MADE if others else THERE

    async def _set(self, section: str, name: str, value: object) -> str:
        now = await self.api.get(f"settings/{section}")
        if now["values"][name] == value:
            return THERE
        change = {"values": {name: value}, "version": now["version"]}
        await self.api.patch(f"settings/{section}", change)
        return MADE

    async def _run(self) -> None:
        for each in await library.libraries(self.api):
            job = await self.api.post(f"libraries/{each['id']}/process", {})
            job = await self.terminal.wait_for(self.api, job)
            result = job["result"] or {}
            is_well = job["status"] == "completed" and not result.get("failed")
            self.told.append(
                {
                    "what": "first run",
                    "name": each["name"],
                    "state": MADE if is_well else FAILED,
                    "error": job["error"],
                    "published": result.get("publish", 0),
                }
            )

    async def _settle(self) -> None:
        """Note the steps that were answered, and as skipped those that nobody has settled."""
        settled = {
            each["name"]
            for each in (await self.api.get("onboarding"))["steps"]
            if each["outcome"] is not None
        }
        done = set(_answered(self.answers))
        for step in Step:
            if step in done or step not in settled:
                outcome = Outcome.DONE if step in done else Outcome.SKIPPED
                await self.api.put(f"onboarding/steps/{step}", {"outcome": outcome})


def table(told: Sequence[Document]) -> Table:
    """Lay out what became of each answer."""
    rows = [
        (each["what"], each["name"], each["error"] or _said(each["state"], each)) for each in told
    ]
    return Table(("What", "Which", "State"), rows, empty="There was nothing to set up.")


def _said(state: str, each: Document) -> str:
    return f"{each['published']} published" if "published" in each else state


def _answered(answers: Answers) -> Iterator[Step]:
    if answers.account:
        yield Step.ACCOUNT
    if answers.libraries:
        yield Step.LIBRARIES
    if answers.connections:
        yield Step.CONNECTIONS
    if answers.language or answers.hear is not None or answers.automation:
        yield Step.PREFERENCES
    if answers.run:
        yield Step.FIRST_RUN


def _is_same(known: Document, answer: ConnectionAnswer) -> bool:
    """Tell whether a connection leads where an answer would; without an address, by its kind."""
    if known["kind"] != answer.kind:
        return False
    url = answer.config.get("url")
    return url is None or urlsplit(known["options"].get("url", "")).netloc == urlsplit(url).netloc
