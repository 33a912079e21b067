import gradio as gr
import pytest

from assistant.ui.panel import told_by


def test_an_event_that_tells_nothing_is_refused_in_chinese() -> None:
    assert told_by(gr.EventData(None, {"doc": "要点.txt"})) == {"doc": "要点.txt"}
    with pytest.raises(gr.Error, match="请刷新页面") as caught:
        told_by(gr.EventData(None, None))
    assert not caught.value.print_exception
