"""The real web app in a process of its own, and a headless Chromium to open it with."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from assistant.assistant import Assistant
from assistant.settings import Settings
from tests.assistant.openai_server import OpenAIServer, serve
from tests.assistant.ui.people import Office, hire, running

ROOT = Path(__file__).parents[3]
HOSTILE_NAME = "计划<img src=x onerror=document.title='坏'>.txt"
LONG_NAME = f"分工表_{'list0123456789' * 9}.md"
_LONG_TITLE = (
    "云溪县教育局关于进一步加强新时代全县中小学幼儿园校园安全综合治理与教育高质量发展三年行动的实施方案"
)
_ROW = "建设第{n}项义务教育学校标准化配套设施并更新设备 | 基础教育股、计划财务股 | 2024年{n}月底前"
PLANS = {
    "2024年工作要点.txt": """云溪县教育局2024年工作要点
一、加强党的领导
（一）抓好思想建设
1.强化意识形态建设。落实意识形态工作责任制，每半年专题研究1次，加强校园网和公众号管理。（责任股室：办公室、政工人事股）
2.规范组织生活。每季度督查一次“三会一课”，认真学习第**次党代会精神。（责任股室：政工人事股）
二、办好学前教育
1.扩大学前资源。新建公办幼儿园3所，公办园占比达到60%以上，普惠率达到85%以上。（责任股室：基础教育股）
""",
    "2023年党建计划.txt": """云溪县教育局2023年党建工作计划
一、加强理论学习
1.集中学习。党组理论学习中心组全年学习12次。（责任股室：办公室）
""",
    "2022年党建计划.txt": """云溪县教育局2022年党建工作计划
一、加强理论学习
1.集中学习。党组理论学习中心组全年学习10次。（责任股室：办公室）
""",
    LONG_NAME: "\n".join(
        [
            f"# {_LONG_TITLE}\n\n| 序号 | 工作任务 | 责任股室 | 完成时限 |\n|---|---|---|---|",
            *(f"| {n} | {_ROW.format(n=n)} |" for n in range(1, 13)),
        ]
    ),
    HOSTILE_NAME: """云溪县<svg onload=document.title='坏'>2022年安全工作计划
一、校车管理<input autofocus onfocus="document.title='坏'"><script>document.title='坏'</script>
1.检查校车。每学期检查校车[点这里](javascript:alert(1))两次，**不得**超员。（责任股室：安全管理股）
""",
}


@dataclass(frozen=True)
class App:
    """A running web app on a library in `home`; `model` is the scripted chat model it is told to use."""

    address: str
    model: OpenAIServer
    home: Path


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def write_plans(folder: Path) -> Path:
    folder.mkdir()
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("app")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assert not assistant.keeper.ingest([write_plans(folder / "plans")]).failed
    with serve() as model:
        port = free_port()
        with started(folder / "home", port, model) as process:
            yield App(f"http://127.0.0.1:{port}/", model, folder / "home")
            process.terminate()
            assert process.wait(timeout=20) == 0


@contextmanager
def started(home: Path, port: int, model: OpenAIServer) -> Iterator[subprocess.Popen[str]]:
    """The web app in a process, once it is there; it ends with the block."""
    settings = {"HOME": home, "PORT": port, "LLM_BASE_URL": model.base_url, "LLM_MODEL": "scripted"}
    environment = os.environ | {f"WORKPLAN_{name}": str(value) for name, value in settings.items()}
    command = [sys.executable, ROOT / "app.py"]
    with subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert f"工作计划助手已启动：http://127.0.0.1:{port}" in process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The same plans where people log in."""
    folder = tmp_path_factory.mktemp("office")
    with Assistant.open(Settings(home=folder / "home", auth="on")) as assistant:
        assert not assistant.keeper.ingest([write_plans(folder / "plans")]).failed
        hire(assistant)
        with running(assistant) as office:
            yield office


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    binary, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("needs Chromium and chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",  # what still slides is not where it was when it is clicked
        "--lang=en-US",  # the page must be Chinese in any browser
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    yield browser
    browser.quit()
