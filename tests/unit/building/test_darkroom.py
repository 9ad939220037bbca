"""Pictures are made in parallel, once, and within a limit of memory."""

import io
import threading
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from tests.photographs import drawn, gif, jpeg, saved

from backstory.building.darkroom import Darkroom, Room
from backstory.files.output import Need
from backstory.files.pictures.cards import CardWords
from backstory.files.pictures.facts import made_name, stem
from backstory.files.pictures.looking import look
from backstory.files.pictures.shelf import Shelf


class AtOnce(Executor):
    """Does each job when it is given."""

    jobs = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        type(self).jobs += 1
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def need(path: str, data: bytes, width: int, ending: str) -> Need:
    return Need("made", f"assets/{path}/{made_name(stem(look(io.BytesIO(data)), 60), width, ending)}", path)


def no_words(path: str) -> CardWords:
    raise AssertionError(path)


def room(tmp_path: Path, files: dict[str, bytes]) -> Darkroom:
    return Darkroom(files.get, no_words, Shelf(tmp_path), AtOnce)


def test_what_is_missing_is_made_and_nothing_twice(tmp_path: Path) -> None:
    data = jpeg()
    needs = [need("a.jpg", data, 300, each) for each in ("avif", "webp", "jpg")] + [need("a.jpg", data, 120, "webp")]
    AtOnce.jobs = 0
    assert room(tmp_path, {"a.jpg": data}).make([*needs, *needs], 60) == ()
    assert AtOnce.jobs == 2  # a job for each width: its formats share one reading
    assert {each.name for each in tmp_path.iterdir()} == {each.name for each in needs}
    assert room(tmp_path, {}).make(needs, 60) == ()
    assert AtOnce.jobs == 2


def test_threads_make_the_same_as_one_after_the_other(tmp_path: Path) -> None:
    files = {f"{n}.jpg": jpeg(400, 300, seed=n) for n in range(6)}
    needs = [need(path, data, 160, "webp") for path, data in files.items()]
    room(tmp_path / "one", files).make(needs, 60)
    Darkroom(files.get, no_words, Shelf(tmp_path / "many")).make(needs, 60)
    assert {each.name: each.read_bytes() for each in (tmp_path / "one").iterdir()} == {
        each.name: each.read_bytes() for each in (tmp_path / "many").iterdir()
    }


def test_a_file_that_breaks_while_it_is_read_is_a_finding_and_the_others_are_made(tmp_path: Path) -> None:
    whole = saved(drawn(), "PNG")
    at = whole.index(b"IDAT") + 40
    broken = whole[:at] + bytes(40) + whole[at + 40 :]
    needs = [need("broken.png", broken, 300, "webp"), need("good.jpg", jpeg(), 300, "webp")]
    notes = room(tmp_path, {"broken.png": broken, "good.jpg": jpeg()}).make(needs, 60)
    assert [(note.code, note.place.path) for note in notes] == [("picture/unreadable", "broken.png")]
    assert {each.name for each in tmp_path.iterdir()} == {needs[1].name}
    examined = room(tmp_path / "other", {"broken.png": broken, "good.jpg": jpeg()}).examine(needs)
    assert examined == notes
    assert not (tmp_path / "other").exists()


def test_a_file_that_changes_meanwhile_never_stands_under_another_ones_name(tmp_path: Path) -> None:
    wanted = need("a.jpg", jpeg(seed=1), 300, "webp")
    changed: list[dict[str, bytes]] = [{"a.jpg": jpeg(seed=2)}, {}]
    for now in changed:
        notes = room(tmp_path, now).make([wanted], 60)
        assert [note.code for note in notes] == ["file/vanished"]
    assert list(tmp_path.iterdir()) == []


def test_one_file_can_be_had_without_a_shelf() -> None:
    data, wanted = jpeg(), need("a.jpg", jpeg(), 300, "webp")
    assert Darkroom({"a.jpg": data}.get, no_words).contents(wanted, 60).startswith(b"RIFF")
    assert Darkroom(lambda path: None, no_words).contents(wanted, 60) == b""


def test_animations_stay_as_they_are(tmp_path: Path) -> None:
    wanted = need("m.gif", gif(), 0, "gif")
    assert room(tmp_path, {"m.gif": gif()}).contents(wanted, 60) == gif()


def test_a_full_disk_is_no_finding_about_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Shelf, name: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Shelf, "put", full)
    with pytest.raises(OSError, match="space"):
        room(tmp_path, {"a.jpg": jpeg()}).make([need("a.jpg", jpeg(), 300, "webp")], 60)


def test_no_more_is_held_at_once_than_there_is_room_for() -> None:
    space, held, most = Room(100), 0, []
    lock = threading.Lock()

    def work(points: int) -> None:
        nonlocal held
        space.take(points)
        with lock:
            held += points
            most.append(held)
        threading.Event().wait(0.001)
        with lock:
            held -= points
        space.give_back(points)

    threads = [threading.Thread(target=work, args=(each,)) for each in [40, 70, 10, 100, 30, 90] * 5]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert max(most) <= 100


def test_what_is_larger_than_the_room_goes_alone() -> None:
    space = Room(10)
    space.take(500)
    space.give_back(500)
    space.take(10)
