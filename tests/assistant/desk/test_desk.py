"""Uploads wait to be accepted, changes wait their turn, and nothing of it hinders who asks."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.changes import Changes
from ingest.errors import NotInInbox, NotInLibrary
from ingest.inbox import Item, Reading, Stage
from ingest.intake import recipe
from tests.assistant.desk.conftest import PLAN, accept_all, settled

Upload = Callable[..., Path]

LONG = "云溪县教育局2024年重点任务\n" + "".join(
    f"{n}.第{n}项工作要抓实抓细。由办公室牵头负责{n}号任务。\n" for n in range(1, 30)
)
STORED = {"要点.txt": PLAN.format(year=2024, topic="招生工作"), "任务.txt": LONG}
UPLOADED = {
    "要点.txt": PLAN.format(year=2024, topic="校园安全"),
    "同一份.txt": LONG,
    "转载.txt": LONG + "30.转载时补记一句。\n",
    "同题.txt": PLAN.format(year=2024, topic="食堂管理"),
    "空.txt": "",
    "甲.txt": PLAN.format(year=2023, topic="招生工作"),
    "乙.txt": PLAN.format(year=2023, topic="招生工作"),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Two documents are stored, seven files uploaded and read; tests look at them only."""
    folder = tmp_path_factory.mktemp("shelf")
    for kind, texts in (("plans", STORED), ("uploads", UPLOADED)):
        (folder / kind).mkdir()
        for name, text in texts.items():
            (folder / kind / name).write_text(text, "utf-8")
    with Assistant.open(Settings(home=folder / "home")) as opened:
        opened.keeper.ingest([folder / "plans"])
        assert opened.desk.receive([folder / "uploads" / name for name in UPLOADED], "local") == []
        settled(opened, Stage.READ, Stage.FAILED)
        yield opened


@pytest.fixture
def read(shelf: Assistant) -> dict[str, Item]:
    return {item.name: item for item in shelf.desk.items()}


def reading(item: Item) -> Reading:
    assert item.reading is not None
    return item.reading


def test_an_upload_is_read_but_not_stored(shelf: Assistant, read: dict[str, Item]) -> None:
    header = reading(read["甲.txt"]).header
    assert (header.title, header.years) == ("云溪县教育局2023年工作要点", (2023,))
    assert shelf.desk.document(read["甲.txt"].id)[1].sections[1].title == "党建工作"
    assert {info.doc for info in shelf.documents()} == set(STORED)
    assert not list((shelf.settings.home.parent / "uploads").iterdir())


def test_a_bad_file_is_named_and_the_others_are_read(read: dict[str, Item]) -> None:
    failed = [item for item in read.values() if item.stage is Stage.FAILED]
    assert failed == [read["空.txt"]]
    assert "空.txt" in read["空.txt"].reason


def test_a_new_version_says_what_it_will_change(read: dict[str, Item]) -> None:
    changed = Changes(("二、校园安全", "1.做好校园安全"), ("二、招生工作", "1.做好招生工作"), ())
    assert reading(read["要点.txt"]).changes == changed
    assert reading(read["甲.txt"]).changes is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("同一份.txt", "与资料库中的 任务.txt 内容完全相同"),
        ("转载.txt", "与资料库中的 任务.txt 文字大致相同"),
        ("同题.txt", "与资料库中的 要点.txt 标题相同"),
        ("乙.txt", "与另一份上传的文件 甲.txt 内容完全相同"),
    ],
)
def test_likely_copies_are_named_before_they_are_accepted(
    read: dict[str, Item], name: str, told: str
) -> None:
    assert any(likeness.startswith(told) for likeness in reading(read[name]).likenesses)


def test_an_upload_that_is_gone_is_named_so(shelf: Assistant) -> None:
    with pytest.raises(NotInInbox, match="刷新"):
        shelf.desk.document("../../etc")


def test_some_are_accepted_and_others_discarded_and_originals_are_kept(
    assistant: Assistant, upload: Upload
) -> None:
    assistant.desk.receive([upload("甲.txt"), upload("乙.txt", year=2023), upload("丙.txt", "")], "local")
    first, second, bad = settled(assistant, Stage.READ, Stage.FAILED)
    waiting = assistant.keeper.usage()
    assistant.desk.discard([first.id])
    assert assistant.desk.accept([first.id, second.id, bad.id]) == 1
    done, _ = settled(assistant, Stage.DONE, Stage.FAILED)
    assert done.reason.startswith("已收入：")
    assistant.desk.discard([done.id])
    assistant.desk.reindex().result(60)  # a change of the library tidies up
    [info] = assistant.documents()
    original = Path(info.origin)
    assert original.relative_to(assistant.settings.home / "originals").name == info.doc == "乙.txt"
    assert "集中学习" in original.read_text(encoding="utf-8")
    assert "基础教育股" in assistant.ask("招生工作由谁负责？").text
    size = original.stat().st_size
    assert (waiting.originals, assistant.keeper.usage().originals) == (0, size)
    assistant.desk.remove("乙.txt").result(60)
    left = assistant.keeper.usage()
    assert (left.originals, original.exists()) == (0, True)
    assert left.trash > size
    assert left.total == left.catalog + left.index + left.trash + left.inbox


def test_a_new_version_and_a_copy_say_what_became_of_them(assistant: Assistant, upload: Upload) -> None:
    plans = [upload("要点.txt")]
    assistant.keeper.ingest(plans)
    assistant.desk.receive([upload("要点.txt", topic="校园安全"), upload("另一份.txt")], "local")
    updated, copy = accept_all(assistant)
    assert "新增 2 节（二、校园安全、1.做好校园安全）；删去 2 节" in updated.reason
    assert copy.reason.startswith("已收入")
    assert "校园安全" in assistant.document("要点.txt").text
    assistant.desk.receive([upload("再一份.txt"), upload("要点.txt", topic="校园安全")], "local")
    *_, duplicate, same = accept_all(assistant)
    assert "没有重复入库" in duplicate.reason
    assert same.reason == "内容与资料库中的一致，没有变化"


def test_an_upload_waits_for_another_program_that_writes(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("要点.txt")], "local")
    [item] = settled(assistant, Stage.READ)
    with FileLock(assistant.settings.home / "write.lock"):
        assistant.desk.accept([item.id])
        while (work := assistant.desk.work) is None or not work.held_up:
            time.sleep(0.02)
        assert assistant.search("学习") == []
        assert assistant.desk.items()[0].stage is Stage.WRITING
    assert settled(assistant, Stage.DONE)[0].reason.startswith("已收入")


def test_changes_of_several_people_wait_their_turn(assistant: Assistant, upload: Upload) -> None:
    names = [f"{year}年要点.txt" for year in range(2021, 2025)]

    def work(name: str) -> None:
        assistant.desk.receive([upload(name, year=int(name[:4]), topic=f"第{name[:4]}号任务")], name)

    people = [threading.Thread(target=work, args=[name]) for name in names]
    for person in people:
        person.start()
    for person in people:
        person.join()
    for item in settled(assistant, Stage.READ):
        assistant.desk.accept([item.id])
    settled(assistant, Stage.DONE)
    futures = [assistant.desk.remove(names[0]), assistant.desk.restore(names[0]), assistant.desk.reindex()]
    assert futures[2].result(60)
    assert [info.doc for info in assistant.documents()] == names


def test_a_change_that_fails_says_so_and_the_next_is_made(assistant: Assistant) -> None:
    gone, rebuilt = assistant.desk.remove("没有.txt"), assistant.desk.reindex()
    with pytest.raises(NotInLibrary, match=r"没有\.txt"):
        gone.result(60)
    assert rebuilt.result(60) == 0


def test_what_waits_when_the_program_closes_is_gone_on_with(tmp_path: Path, upload: Upload) -> None:
    settings = Settings(home=tmp_path / "home")
    with Assistant.open(settings) as before:
        before.desk.receive([upload("甲.txt"), upload("乙.txt", year=2022)], "local")
    with Assistant.open(settings) as after:
        first, second = settled(after, Stage.READ)
        with FileLock(settings.home / "write.lock"):
            after.desk.accept([first.id])
            after.close()
    kept = settings.home / "inbox" / second.id / "item.json"
    kept.write_text(kept.read_text("utf-8").replace(f'"{recipe()}"', '"0/400"'), "utf-8")
    with Assistant.open(settings) as last:  # another version of the program had read the second
        done, again = settled(last, Stage.READ, Stage.DONE)
        assert (done.id, done.stage) == (first.id, Stage.DONE)
        assert again == second
        assert [info.doc for info in last.documents()] == ["甲.txt"]


def test_where_nothing_can_be_stored_uploads_can_be_accepted_again(
    assistant: Assistant, upload: Upload
) -> None:
    assistant.desk.receive([upload("要点.txt")], "local")
    [item] = settled(assistant, Stage.READ)
    (assistant.settings.home / "originals").write_text("", "utf-8")
    assistant.desk.accept([item.id])
    [back] = settled(assistant, Stage.READ)
    assert "没有收入" in back.reason
    (assistant.settings.home / "originals").unlink()
    assert accept_all(assistant)[0].stage is Stage.DONE
