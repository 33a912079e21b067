"""The house rules that imports can break: direction, cycles, hidden imports, size."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*ROOT.glob("ingest/**/*.py"), *ROOT.glob("assistant/**/*.py"), ROOT / "app.py"])
PACKAGES = ("app", "assistant", "ingest")
LAYERS = (  # lowest first; a module may import from its own row and from rows before it
    ("ingest.errors", "ingest.durable", "ingest.collector", "ingest.processes"),
    ("ingest.records",),
    ("ingest.text",),
    ("ingest.numbering", "ingest.lists"),
    ("ingest.titles", "ingest.hub", "ingest.embed", "ingest.files", "ingest.originals"),
    ("ingest.parse", "ingest.clean", "ingest.outline", "ingest.header", "ingest.facts"),
    ("ingest.diagnose",),
    ("ingest.reader", "ingest.chunk", "ingest.repost", "ingest.changes"),
    ("ingest.inbox",),
    ("ingest.index",),
    ("ingest.packing",),
    ("ingest.library", "ingest.report", "ingest.ahead", "ingest.likeness"),
    ("ingest.intake", "ingest.adapted", "ingest.examine", "ingest.storage"),
    ("ingest.pipeline", "ingest.training", "ingest.bench"),
    ("assistant.steady", "assistant.settings", "assistant.answer", "assistant.logs"),
    ("assistant.understanding", "assistant.citing", "assistant.http"),
    (
        "assistant.followups",
        "assistant.wanted",
        "assistant.duties",
        "assistant.writing",
        "assistant.spelling",
    ),
    ("assistant.history", "assistant.accounts", "assistant.turns", "assistant.originals"),
    ("assistant.shelf", "assistant.facets", "assistant.choices", "assistant.examples"),
    ("assistant.evidence", "assistant.documents", "assistant.drafting"),
    ("assistant.retrieval", "assistant.compare"),
    ("assistant.rolls",),
    ("assistant.answering",),
    ("assistant.desk", "assistant.explore"),
    ("assistant.engine",),
    ("assistant.understand", "assistant.keeper"),
    ("assistant.assistant",),
    ("assistant.render", "assistant.export"),
    ("assistant.commands", "assistant.retriever", "assistant.beside"),
    ("assistant.bench", "assistant.api"),
    ("assistant.ui",),
    ("assistant.cli",),
    ("app",),
)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.fixture(scope="module", autouse=True)
def _trees() -> Iterator[None]:
    """Forget the trees after these tests."""
    yield
    parsed.cache_clear()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST) -> list[tuple[ast.stmt, str]]:
    found: list[tuple[ast.stmt, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            whole = node.module in PACKAGES  # `from ingest import pipeline`
            found += [(node, f"{node.module}.{a.name}" if whole else node.module or "") for a in node.names]
    return [(node, name) for node, name in found if name.split(".")[0] in PACKAGES]


def layer(module: str) -> int:
    rows = [
        row
        for row, names in enumerate(LAYERS)
        if any(module == n or module.startswith(n + ".") for n in names)
    ]
    assert rows, f"{module} has no place in LAYERS"
    return rows[0]


MODULES = [path for path in SOURCES if module_name(path) not in ("ingest", "assistant")]


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_downward(path: Path) -> None:
    own = layer(module_name(path))
    for _, name in imports(parsed(path)):
        assert layer(name) <= own, f"{module_name(path)} imports {name} from above"


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_own_modules_are_imported_at_the_top(path: Path) -> None:
    tree = parsed(path)
    hidden = [name for node, name in imports(tree) if node not in tree.body]
    assert not hidden


def test_modules_do_not_import_in_circles() -> None:
    graph = {module_name(path): {name for _, name in imports(parsed(path))} for path in SOURCES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module in done or module not in graph:
            return
        for name in graph[module]:
            visit(name, (*trail, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def test_packages_of_the_assistant_do_not_import_in_circles() -> None:
    graph: dict[str, set[str]] = {}
    for path in ROOT.glob("assistant/*/**/*.py"):
        package = module_name(path).split(".")[1]
        named = {name for _, name in imports(parsed(path))}
        graph.setdefault(package, set()).update(
            name.split(".")[1] for name in named if name.startswith("assistant.")
        )
    beneath = {package: below - {package} for package, below in graph.items()}
    while beneath:
        free = {package for package, below in beneath.items() if not below & beneath.keys()}
        assert free, f"these packages import one another: {sorted(beneath)}"
        beneath = {package: below for package, below in beneath.items() if package not in free}


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


def test_only_settings_reads_the_environment() -> None:
    for path in SOURCES:
        if module_name(path) != "assistant.settings":
            assert "os.environ" not in path.read_text(encoding="utf-8"), module_name(path)
