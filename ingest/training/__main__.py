"""`python -m ingest.training FOLDER...`: trains the bundled embedding model again."""

import sys
import time
from pathlib import Path

import click

from ingest.embed import BUNDLED_MODEL
from ingest.errors import WorkPlanError
from ingest.training.recipe import Recipe, train_model

_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(help="用文件夹里的中文文本训练内置向量模型。")
@click.argument("folders", nargs=-1, required=True, type=_folder, metavar="文件夹...")
@click.option("--out", type=click.Path(path_type=Path), default=BUNDLED_MODEL, help="模型写到哪个文件夹")
@click.option("--steps", default=Recipe.steps, show_default=True, help="第一阶段的训练步数")
@click.option("--start", type=_folder, help="从这个文件夹里的模型开始，只做第二阶段（细调）")
@click.option("--seed", default=Recipe.seed, show_default=True, help="随机种子")
def main(folders: tuple[Path, ...], out: Path, steps: int, start: Path | None, seed: int) -> None:
    """Train on the texts below some folders: pools (txt.xz) and documents of their own."""
    started = time.monotonic()

    def report(message: str) -> None:
        click.echo(f"{time.monotonic() - started:6.0f} 秒  {message}")

    try:
        train_model(folders, out, Recipe(steps=steps, seed=seed), report=report, start=start)
    except WorkPlanError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
