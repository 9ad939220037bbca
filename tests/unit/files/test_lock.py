import subprocess
import sys
from pathlib import Path

import pytest

from backstory.files.failures import PublishError
from backstory.files.lock import only_build

HOLD = """
import sys, time
from pathlib import Path
from backstory.files.lock import only_build
with only_build(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(root: Path, seconds: float) -> "subprocess.Popen[str]":
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(root), str(seconds)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_build_says_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    told: list[str] = []
    with hold(tmp_path, 0.3), only_build(tmp_path, waiting=lambda: told.append("waiting")):
        assert told == ["waiting"]


def test_a_second_build_gives_up_and_names_the_first(tmp_path: Path) -> None:
    holder = hold(tmp_path, 30)
    try:
        with pytest.raises(PublishError, match=f"process {holder.pid}"), only_build(tmp_path, patience=0.1):
            pass
    finally:
        holder.kill()
        holder.communicate()


def test_a_killed_build_holds_nothing_up(tmp_path: Path) -> None:
    holder = hold(tmp_path, 30)
    holder.kill()
    holder.communicate()
    with only_build(tmp_path, patience=0):
        pass


def test_the_memory_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    with only_build(tmp_path):
        assert (tmp_path / ".backstory/.gitignore").read_text() == "*\n"


def test_a_folder_that_can_not_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".backstory").write_text("")
    with pytest.raises(PublishError), only_build(tmp_path):
        pass
