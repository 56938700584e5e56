"""Only the named modules write to a disk: every other one computes, and asks them."""

import ast
from collections.abc import Iterator

import pytest
from house import sources

WRITERS = {
    "kit/atomic.py": "it is how the others write",
    "kit/data_folder.py": "makes the installation's own folder, and the lock in it",
    "kit/http/cache.py": "its file of kept answers, in the installation's own folder",
    "core/changes/": "the one room that writes into users' folders",
    "core/logs/": "log files, in the installation's own folder, and a copy where it is asked",
    "core/upkeep/": "backups, in the installation's own folder",
    "features/artwork/cache.py": "our copies of pictures, in the installation's own folder",
    "media/remux/": "the copy of a film, at the one path that its caller hands in",
    "demo/": "makes a sample library where there was none",
}
PATH_METHODS = {
    "write_text", "write_bytes", "unlink", "touch", "mkdir", "rmdir", "rename", "symlink_to",
    "hardlink_to", "chmod", "lchmod",
}  # fmt: skip
OS_FUNCTIONS = {
    "remove", "unlink", "rename", "renames", "replace", "mkdir", "makedirs", "rmdir", "removedirs",
    "symlink", "link", "truncate", "ftruncate", "pwrite", "pwritev", "mkfifo",
    "chmod", "chown", "utime", "setxattr", "sendfile", "copy_file_range",
}  # fmt: skip
WRITE_FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"}
ONLY_LOOKING = {"which", "disk_usage", "get_terminal_size", "ignore_patterns"}


def test_only_the_named_modules_write_to_disk() -> None:
    writes = [
        f"{source.name}:{line}: {what}"
        for source in sources()
        if not source.name.startswith(tuple(WRITERS))
        for line, what in _writes(source.tree)
    ]

    assert writes == []


@pytest.mark.parametrize(
    "statement",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, chosen)",
        "path.open('r+b')",
        "tarfile.open(path, 'x:gz')",
        "path.write_text('')",
        "path.unlink(missing_ok=True)",
        "path.replace(other)",
        "os.open(path, os.O_RDWR)",
        "os.remove(path)",
        "shutil.rmtree(path)",
        "tempfile.mkdtemp()",
    ],
)
def test_a_write_is_seen_however_it_is_put(statement: str) -> None:
    assert list(_writes(ast.parse(statement)))


@pytest.mark.parametrize(
    "statement",
    ["open(path)", "path.open('rb')", "text.replace('a', 'b')", "os.open(path, os.O_RDONLY)"],
)
def test_reading_is_no_write(statement: str) -> None:
    assert not list(_writes(ast.parse(statement)))


def _writes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_write(node):
            yield node.lineno, ast.unparse(node.func)


def _is_write(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id="open"):
            return _opens_for_writing(call, call.args[1:2], unknown=True)
        case ast.Attribute(value=ast.Name(id="os" | "shutil" | "tempfile" as module), attr=name):
            return _module_writes(module, name, call)
        case ast.Attribute(attr="open"):
            return _opens_for_writing(call, call.args, unknown=False)
        case ast.Attribute(attr="replace"):  # a text's takes two, a moment's takes names
            return len(call.args) == 1 and not call.keywords
        case ast.Attribute(attr=name):
            return name in PATH_METHODS
        case _:
            return False


def _module_writes(module: str, name: str, call: ast.Call) -> bool:
    if (module, name) == ("os", "open"):
        mentioned = {getattr(node, "attr", "") for node in ast.walk(call)}
        return bool(mentioned & WRITE_FLAGS) and "devnull" not in mentioned
    if module == "shutil":
        return name not in ONLY_LOOKING
    return module == "tempfile" or name in OS_FUNCTIONS


def _opens_for_writing(call: ast.Call, places: list[ast.expr], *, unknown: bool) -> bool:
    modes = places + [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    return any(
        bool(set(mode.value.partition(":")[0]) & set("wax+")) and len(mode.value) < 6
        if isinstance(mode, ast.Constant) and isinstance(mode.value, str)
        else unknown
        for mode in modes
    )
