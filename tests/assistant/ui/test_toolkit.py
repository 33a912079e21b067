import subprocess
import sys

LOADING = """
import inspect, sys
from assistant.ui.toolkit import load_gradio
opened, told = [], inspect.getfile
sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
load_gradio()
import gradio
assert inspect.getfile is told
assert inspect.getfile(gradio.Blocks).endswith("blocks.py")
print(sum(name.endswith(".pyi") for name in opened), len(opened))
"""


def test_gradio_is_loaded_without_a_look_at_its_interface_files() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True)
    interfaces, files = map(int, ran.stdout.split())
    assert interfaces == 0
    assert files > 100
