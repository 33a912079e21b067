from urllib.parse import quote

import httpx
import pytest

from tests.assistant.ui.conftest import HOSTILE_NAME, PLANS, App


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
