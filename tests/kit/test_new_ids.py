"""Ids: of version 7, each greater than the one before, never twice."""

import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor

from maestrarr.kit.ids import id_of, new_id

MANY = 2_000  # more than are made of one reading of random bytes


def test_ids_are_of_version_7_and_rise() -> None:
    made = [new_id() for _ in range(MANY)]

    assert {(each.version, each.variant) for each in made} == {(7, uuid.RFC_4122)}
    assert made == sorted(set(made))


def test_threads_make_no_id_twice() -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: new_id(), range(MANY)))

    assert len(set(made)) == MANY


def test_the_random_part_is_not_the_same_in_a_copy_of_the_process() -> None:
    program = (
        "import os; from maestrarr.kit.ids import new_id; new_id(); os.fork(); "
        "os.write(1, b'%d ' % (new_id().int & (1 << 62) - 1))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    mine, theirs = run.stdout.split()
    assert mine != theirs


def test_an_id_made_of_a_number_is_like_any_other() -> None:
    usual = uuid.uuid4()
    made = id_of(usual.int)

    assert (made, hash(made), str(made), made.bytes) == (
        usual, hash(usual), str(usual), usual.bytes
    )  # fmt: skip
