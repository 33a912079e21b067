from datetime import UTC, datetime
from urllib.parse import quote

import httpx
import pytest

from assistant.history import Message
from tests.assistant.ui.conftest import HOSTILE_NAME, PLANS, App
from tests.assistant.ui.pages import answer
from tests.assistant.ui.people import Office


@pytest.mark.parametrize("doc", ["2024年工作要点.txt", HOSTILE_NAME])
def test_an_original_comes_as_an_attachment_that_no_browser_shows_as_a_page(app: App, doc: str) -> None:
    answer = httpx.get(f"{app.address}original", params={"doc": doc})
    assert answer.status_code == 200
    assert answer.text == PLANS[doc]
    assert answer.headers["content-disposition"] == f"attachment; filename*=utf-8''{quote(doc)}"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "doc",
    ["", "/etc/hostname", "../plans/2024年工作要点.txt", "2024年工作要点.txt/../../home/a.db", "\0"],
)
def test_nothing_but_documents_of_the_library_can_be_named(app: App, doc: str) -> None:
    answer = httpx.get(f"{app.address}original", params={"doc": doc})
    assert answer.status_code == 404
    assert "资料库中没有这份文件" in answer.text


def test_only_its_own_user_exports_a_conversation(office: Office) -> None:
    history = office.assistant.history
    id = history.start("读")
    message = Message("m", "谁负责？", answer("答"), "", datetime.now(UTC), False, None)
    history.save("读", id, message)
    with office.person("读") as owner, office.person("编") as other, office.visitor() as nobody:
        assert owner.get(f"/export?c={id}").status_code == 200
        assert owner.get(f"/export?c={id}&m=m").status_code == 200
        assert "没有找到这条回答" in owner.get(f"/export?c={id}&m=x").text
        assert other.get(f"/export?c={id}").status_code == 404
        assert "没有找到这段对话" in other.get(f"/export?c={id}").text
        assert nobody.get(f"/export?c={id}").status_code == 401
