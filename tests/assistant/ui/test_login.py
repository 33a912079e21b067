"""Who has not logged in gets nothing but the login; who has is known, and only as long as the session."""

import re
from pathlib import Path

import gradio
import httpx
import pytest

from assistant.accounts import Role
from assistant.ui.gate import COOKIE
from tests.assistant.ui.people import PAGE, PASSWORD, Office, log_in


def test_every_route_but_the_login_is_closed_to_strangers(office: Office) -> None:
    source = Path(gradio.routes.__file__).read_text("utf-8")
    found = re.findall(r'@(app|router)\.(get|post|head)\(\s*"([^"]+)"', source)
    assert len(found) > 60
    with office.visitor() as stranger:
        for owner, method, path in found:
            place = ("/gradio_api" if owner == "router" else "") + re.sub(r"[{}]|:path", "", path)
            if place not in ("/login", "/logout", "/favicon.ico", "/manifest.json"):
                assert stranger.request(method, place).status_code == 401, (method, place)


def test_a_password_is_changed_by_nobody_who_is_not_logged_in(office: Office) -> None:
    with office.visitor() as stranger:
        assert stranger.get("/password", headers=PAGE).headers["location"] == "/login?next=%2Fpassword"
        assert stranger.post("/password", data={"old": PASSWORD, "new": PASSWORD}).status_code == 401


def test_a_stranger_who_opens_a_page_is_led_to_the_login_and_back(office: Office) -> None:
    with office.visitor() as stranger:
        led = stranger.get("/?c=abc-_1&x=名", headers=PAGE)
        assert led.status_code == 303
        login = stranger.get(led.headers["location"], headers=PAGE)
        assert login.status_code == 200
        assert 'name="next" value="/?c=abc-_1&amp;x=%E5%90%8D"' in login.text
        entered = log_in(stranger, "读", next="/?c=abc-_1")
        assert (entered.status_code, entered.headers["location"]) == (303, "/?c=abc-_1")
        assert "<gradio-app" in stranger.get("/?c=abc-_1", headers=PAGE).text


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/login?next=/",
        "/logout",
        "x",
        "/a\r\nb: c",
    ],
)
def test_the_login_leads_nowhere_else(office: Office, wanted: str) -> None:
    with office.visitor() as stranger:
        assert log_in(stranger, "读", next=wanted).headers["location"] == "/"


def test_the_session_is_a_cookie_no_script_and_no_other_site_can_use(office: Office) -> None:
    with office.visitor() as stranger:
        cookie = log_in(stranger, "读").headers["set-cookie"]
        assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
        assert "Max-Age=604800" in cookie
        assert "Secure" not in cookie
    with office.visitor(**{"x-forwarded-proto": "https"}) as stranger:
        assert "Secure" in log_in(stranger, "读").headers["set-cookie"]


def test_each_login_begins_a_new_session_and_ends_the_one_before(office: Office) -> None:
    with office.visitor(cookie=f"{COOKIE}=chosen-by-somebody-else") as stranger:
        log_in(stranger, "读")
        assert stranger.cookies[COOKIE] != "chosen-by-somebody-else"
    with office.person("读") as person:
        first = person.cookies[COOKIE]
        log_in(person, "读")
        assert person.cookies[COOKIE] != first
        assert person.get("/config").status_code == 200
    with office.visitor(cookie=f"{COOKIE}={first}") as thief:
        assert thief.get("/config").status_code == 401


def test_logging_out_ends_the_session_here_and_in_the_browser(office: Office) -> None:
    with office.person("读") as person:
        token = person.cookies[COOKIE]
        assert person.get("/logout").status_code != 200
        assert person.get("/config").status_code == 200
        left = person.post("/logout")
        assert (left.status_code, left.headers["location"]) == (303, "/login")
        assert COOKIE not in person.cookies
    with office.visitor(cookie=f"{COOKIE}={token}") as thief:
        assert thief.get("/config").status_code == 401


def test_a_wrong_name_a_wrong_password_and_a_disabled_account_are_told_alike(office: Office) -> None:
    with office.visitor() as stranger:
        pages = set()
        for name, password in (("旁", "falsch-123"), ("无人", PASSWORD), ("停", PASSWORD)):
            failed = log_in(stranger, name, password)
            assert failed.status_code == 401
            assert COOKIE not in stranger.cookies
            pages.add(failed.text.replace(f'value="{name}"', ""))
        assert len(pages) == 1
        assert "用户名或密码不对" in pages.pop()


def test_a_name_that_is_markup_is_shown_as_words(office: Office) -> None:
    with office.visitor() as stranger:
        page = log_in(stranger, '"><script>alert(1)</script>', next='/"><img src=x>').text
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_the_login_page_runs_no_script_and_stands_in_no_frame(office: Office) -> None:
    with office.visitor() as stranger:
        headers = stranger.get("/login", headers=PAGE).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


def test_guessing_one_account_is_stopped_and_the_others_go_on(office: Office) -> None:
    with office.visitor() as guesser:
        statuses = [log_in(guesser, "猜", f"falsch-{n}").status_code for n in range(12)]
        assert 401 in statuses
        assert statuses[-1] == 429
        refused = log_in(guesser, "猜")
        assert refused.status_code == 429
        assert "尝试次数太多" in refused.text
        assert COOKIE not in guesser.cookies
        assert log_in(guesser, "编").status_code == 303


def test_a_form_too_large_for_a_login_is_not_read(office: Office) -> None:
    with office.visitor() as stranger:
        assert log_in(stranger, "读", "x" * 100_000).status_code == 401


def test_a_program_logs_in_and_is_told_in_json(office: Office) -> None:
    with office.visitor() as program:
        failed = program.post("/login", data={"username": "编", "password": "falsch-123"})
        assert (failed.status_code, failed.json()) == (401, {"detail": "用户名或密码不对，或账号已停用"})
        entered = program.post("/login", data={"username": "编", "password": PASSWORD})
        assert (entered.status_code, entered.json()) == (200, {"user": "编", "role": "editor"})
        assert program.get("/config").json()["username"] == "编"


def test_the_client_of_gradio_logs_in(office: Office) -> None:
    from gradio_client import Client

    client = Client(office.address, auth=("编", PASSWORD), verbose=False)
    assert client.config["username"] == "编"
    client.close()


def test_a_barred_user_is_out_with_the_next_click(office: Office) -> None:
    office.assistant.accounts.add("新", Role.READER, PASSWORD)
    with office.person("新") as person:
        assert person.get("/config").status_code == 200
        office.assistant.accounts.disable("新")
        refused = person.get("/config")
        assert refused.status_code == 401
        assert "重新登录" in refused.json()["detail"]


def test_somebody_changes_the_own_password_and_stays_logged_in_here_only(office: Office) -> None:
    office.assistant.accounts.add("换", Role.READER, PASSWORD)
    with office.person("换") as person, office.person("换") as elsewhere:
        assert "改密码" in person.get("/password").text
        for old, new, again, said in (
            ("falsch-123", "anders-3456", "anders-3456", "现在的密码不对"),
            (PASSWORD, "anders-3456", "anders-3457", "两次输入的新密码不一样"),
            (PASSWORD, "kurz", "kurz", "密码长度"),
        ):
            refused = person.post("/password", data={"old": old, "new": new, "again": again})
            assert refused.status_code == 400
            assert said in refused.text
        fields = {"old": PASSWORD, "new": "anders-3456", "again": "anders-3456"}
        assert person.post("/password", data=fields, headers=PAGE).status_code == 303
        assert person.get("/config").json()["username"] == "换"
        assert elsewhere.get("/config").status_code == 401
        assert log_in(elsewhere, "换").status_code == 401
        assert log_in(elsewhere, "换", "anders-3456").status_code == 303


def upload(client: httpx.Client) -> httpx.Response:
    return client.post("/gradio_api/upload", files={"files": ("计划.txt", "一、工作".encode())})


def test_only_editors_and_admins_upload(office: Office) -> None:
    with office.person("读") as reader:
        refused = upload(reader)
        assert refused.status_code == 403
        assert "读者不能上传" in refused.json()["detail"]
    for name in ("编", "管"):
        with office.person(name) as person:
            [stored] = upload(person).json()
            assert Path(stored).name == "计划.txt"


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "{home}/catalog.db", "../../../etc/passwd", "assets/../../../../../etc/passwd", ".env"],
)
def test_no_file_but_the_apps_own_can_be_fetched(office: Office, path: str) -> None:
    with office.person("管") as person:
        for route in ("/gradio_api/file=", "/gradio_api/file/", "/assets/", "/static/"):
            got = person.get(route + path.format(home=office.assistant.settings.home).replace("..", "%2e%2e"))
            assert got.status_code in (403, 404, 500), route
            assert b"root:" not in got.content
            assert b"SQLite" not in got.content
