"""Uploads wait to be accepted, changes wait their turn, and nothing of it hinders who asks."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.changes import Changes
from ingest.errors import NotInInbox, NotInLibrary
from ingest.inbox import Stage
from ingest.intake import recipe
from tests.assistant.desk.conftest import accept_all, settled

Upload = Callable[..., Path]


def test_an_upload_is_read_but_not_stored_until_it_is_accepted(assistant: Assistant, upload: Upload) -> None:
    path = upload("要点.txt")
    assert assistant.desk.receive([path], "local") == []
    [item] = settled(assistant, Stage.READ)
    assert item.reading is not None
    assert (item.reading.header.title, item.reading.header.years) == ("云溪县教育局2024年工作要点", (2024,))
    assert assistant.desk.document(item.id)[1].sections[1].title == "党建工作"
    assert assistant.documents() == []
    assert not path.exists()
    [done] = accept_all(assistant)
    assert (done.stage, done.reason[:4]) == (Stage.DONE, "已收入：")
    assert [info.doc for info in assistant.documents()] == ["要点.txt"]
    assert "基础教育股" in assistant.ask("招生工作由谁负责？").text


def test_the_original_is_kept_and_the_document_points_at_it(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("要点.txt")], "local")
    [done] = accept_all(assistant)
    assistant.desk.discard([done.id])
    assistant.desk.reindex().result()  # a change tidies up
    [info] = assistant.documents()
    original = Path(info.origin)
    assert original.parent.parent == assistant.settings.home / "originals"
    assert original.name == "要点.txt"
    assert "集中学习" in original.read_text(encoding="utf-8")


def test_some_are_accepted_and_the_others_discarded(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("甲.txt"), upload("乙.txt", year=2023)], "local")
    first, second = settled(assistant, Stage.READ)
    assistant.desk.discard([first.id])
    assert assistant.desk.accept([first.id, second.id]) == 1
    settled(assistant, Stage.DONE)
    assert [info.doc for info in assistant.documents()] == ["乙.txt"]


def test_a_bad_file_is_named_and_the_others_are_read(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("空.txt", ""), upload("要点.txt")], "local")
    bad, good = settled(assistant, Stage.READ, Stage.FAILED)
    assert (bad.stage, good.stage) == (Stage.FAILED, Stage.READ)
    assert "空.txt" in bad.reason
    assert assistant.desk.accept([bad.id]) == 0


def test_a_new_version_says_what_changes_before_and_after(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("要点.txt")], "local")
    accept_all(assistant)
    assistant.desk.receive([upload("要点.txt", topic="校园安全")], "local")
    _, second = settled(assistant, Stage.DONE, Stage.READ)
    assert second.reading is not None
    assert second.reading.changes == Changes(
        ("二、校园安全", "1.做好校园安全"), ("二、招生工作", "1.做好招生工作"), ()
    )
    _, done = accept_all(assistant)
    assert "新增 2 节（二、校园安全、1.做好校园安全）；删去 2 节" in done.reason
    assert [info.doc for info in assistant.documents()] == ["要点.txt"]
    assert "校园安全" in assistant.document("要点.txt").text


def test_likely_copies_are_named_before_they_are_accepted(assistant: Assistant, upload: Upload) -> None:
    long = "".join(f"{n}.第{n}项工作要抓实抓细。由办公室牵头负责{n}号任务。\n" for n in range(1, 30))
    text = f"云溪县教育局2024年工作要点\n{long}"
    assistant.desk.receive([upload("要点.txt", text)], "local")
    accept_all(assistant)
    assistant.desk.receive(
        [
            upload("同一份.txt", text),
            upload("转载.txt", text + "30.转载时补记一句。\n"),
            upload("同题.txt"),
        ],
        "local",
    )
    _, same, repost, title = settled(assistant, Stage.DONE, Stage.READ)
    told = [item.reading.likenesses if item.reading else None for item in (same, repost, title)]
    assert told[0] == ("与资料库中的 要点.txt 内容完全相同",)
    assert told[1]
    assert told[1][0].startswith("与资料库中的 要点.txt 文字大致相同")
    assert told[2] == ("与资料库中的 要点.txt 标题相同",)
    assistant.desk.accept([same.id])
    assert "没有重复入库" in settled(assistant, Stage.DONE, Stage.READ)[1].reason


def test_the_same_file_uploaded_twice_is_told(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("甲.txt"), upload("乙.txt")], "local")
    first, second = settled(assistant, Stage.READ)
    assert first.reading is not None and second.reading is not None
    assert second.reading.likenesses == ("与另一份上传的文件 甲.txt 内容完全相同",)
    done = accept_all(assistant)
    assert [item.reason[:3] for item in done] == ["已收入", "内容与"]
    assert len(assistant.documents()) == 1


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
    names = [f"{year}年要点.txt" for year in range(2019, 2025)]

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
    assert futures[2].result(30)
    assert [info.doc for info in assistant.documents()] == names


def test_a_change_that_fails_says_so_and_the_next_is_made(assistant: Assistant, upload: Upload) -> None:
    gone, rebuilt = assistant.desk.remove("没有.txt"), assistant.desk.reindex()
    with pytest.raises(NotInLibrary, match=r"没有\.txt"):
        gone.result(30)
    assert rebuilt.result(30) == 0


def test_what_waits_when_the_program_closes_is_gone_on_with(tmp_path: Path, upload: Upload) -> None:
    settings = Settings(home=tmp_path / "home")
    with Assistant.open(settings) as before:
        before.desk.receive([upload("甲.txt"), upload("乙.txt", year=2022)], "local")
    with Assistant.open(settings) as after:
        first, second = settled(after, Stage.READ)
        with FileLock(settings.home / "write.lock"):
            after.desk.accept([first.id])
            after.close()
    with Assistant.open(settings) as last:
        done, read = settled(last, Stage.READ, Stage.DONE)
        assert [(item.id, item.stage) for item in (done, read)] == [
            (first.id, Stage.DONE),
            (second.id, Stage.READ),
        ]
        assert [info.doc for info in last.documents()] == ["甲.txt"]


def test_what_another_version_of_the_program_read_is_read_again(tmp_path: Path, upload: Upload) -> None:
    settings = Settings(home=tmp_path / "home")
    with Assistant.open(settings) as before:
        before.desk.receive([upload("甲.txt")], "local")
        [item] = settled(before, Stage.READ)
        assert item.reading is not None
    kept = settings.home / "inbox" / item.id / "item.json"
    kept.write_text(kept.read_text("utf-8").replace(f'"{recipe()}"', '"0/400"'), "utf-8")
    with Assistant.open(settings) as after:
        [again] = settled(after, Stage.READ)
        assert again == item


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


def test_the_space_of_each_part_is_measured(assistant: Assistant, upload: Upload) -> None:
    assistant.desk.receive([upload("甲.txt"), upload("乙.txt", year=2022)], "local")
    waiting = assistant.usage()
    accept_all(assistant)
    assistant.desk.remove("甲.txt").result(30)
    stored = assistant.usage()
    assert waiting.originals == waiting.trash == 0 < waiting.inbox
    size = len(Path(assistant.documents()[0].origin).read_bytes())
    assert stored.originals == size
    assert stored.trash > size
    assert min(stored.catalog, stored.index) > 0
    assert stored.total == sum((stored.catalog, stored.index, stored.originals, stored.trash, stored.inbox))


def test_an_upload_that_is_gone_is_named_so(assistant: Assistant) -> None:
    with pytest.raises(NotInInbox, match="刷新"):
        assistant.desk.document("../../etc")
