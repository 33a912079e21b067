"""`python -m ingest.training FOLDER...`: trains the bundled embedding model again."""

import time
from pathlib import Path
from typing import Annotated

import typer

from ingest.embed import BUNDLED_MODEL
from ingest.errors import WorkPlanError
from ingest.training.recipe import Recipe, train_model


def main(
    folders: Annotated[
        list[Path],
        typer.Argument(exists=True, file_okay=False, help="训练文本所在的文件夹：txt、html、txt.xz"),
    ],
    out: Annotated[Path, typer.Option(help="模型写到哪个文件夹")] = BUNDLED_MODEL,
    steps: Annotated[int, typer.Option(help="训练步数")] = Recipe.steps,
    seed: Annotated[int, typer.Option(help="随机种子")] = Recipe.seed,
) -> None:
    """用文件夹里的中文文本训练内置向量模型。"""  # noqa: D400, D415
    started = time.monotonic()
    try:
        train_model(
            folders,
            out,
            Recipe(steps=steps, seed=seed),
            report=lambda message: typer.echo(f"{time.monotonic() - started:6.0f} 秒  {message}"),
        )
    except WorkPlanError as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from error


if __name__ == "__main__":
    typer.run(main)
