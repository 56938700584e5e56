"""Starts processes to be killed, kills them in two ways, and sees to it that nothing stays."""

import asyncio
import os
import sys
from pathlib import Path

import psutil

SOURCE = Path(__file__).parents[2] / "src"
PATIENCE_SECONDS = 30


async def started(script: str, *arguments: str, ready: str) -> asyncio.subprocess.Process:
    """Start a script of this folder in a process group of its own, and wait for its word."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name(script)),
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert (await process.stdout.readline()).decode().strip() == ready
    return process


async def killed(process: asyncio.subprocess.Process, *, with_children: bool) -> None:
    """Kill a process, with its children or leaving them to end by themselves, and await both."""
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    if with_children:
        for child in children:
            if child.is_running():
                child.kill()
    await process.wait()
    async with asyncio.timeout(PATIENCE_SECONDS):
        while _alive([*children, *_group(process.pid)]):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def _alive(processes: list[psutil.Process]) -> bool:
    return any(map(_is_alive, processes))


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _group(leader: int) -> list[psutil.Process]:
    return [process for process in psutil.process_iter() if _leader_of(process.pid) == leader]


def _leader_of(process_id: int) -> int | None:
    try:
        return os.getpgid(process_id)
    except ProcessLookupError:
        return None
