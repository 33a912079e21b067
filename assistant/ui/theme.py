"""The look of the web app: colours and fonts for Gradio's own parts; ours are in assets/page.css."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

ASSETS = Path(__file__).parent / "assets"
_FONTS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
_MONO = ("Consolas", "Menlo", "Noto Sans Mono CJK SC", "monospace")


def asset(name: str) -> str:
    """The text of a style sheet or script that travels with the package."""
    return (ASSETS / name).read_text(encoding="utf-8")


def theme() -> "gr.themes.Base":
    """Gradio's base theme in the colours of page.css, with fonts every office PC has (nothing is fetched)."""
    import gradio as gr  # noqa: PLC0415

    base = gr.themes.Base(
        primary_hue="slate",
        neutral_hue="slate",
        radius_size="lg",
        text_size="lg",
        font=_FONTS,
        font_mono=_MONO,
    )
    return base.set(
        body_background_fill="#f5f6f4",
        body_text_color="#1e2a32",
        block_background_fill="transparent",
        block_border_width="0",
        block_padding="0",
        input_background_fill="#ffffff",
        input_border_color="#c9d1d6",
        input_border_color_focus="#1f5a8c",
        input_placeholder_color="#66737c",
        button_primary_background_fill="#1f5a8c",
        button_primary_background_fill_hover="#174a75",
        button_primary_text_color="#ffffff",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_hover="#eef2f5",
        button_secondary_border_color="#c9d1d6",
        button_secondary_text_color="#1e2a32",
    )
