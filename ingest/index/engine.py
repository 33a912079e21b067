"""The address of a database into an engine, or into what is wrong with it."""

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError

from ingest.errors import StorageError

_SECONDS_TO_WAIT_FOR_A_WRITER = 30


def unusable(url: str | URL, error: Exception) -> StorageError:
    """What is wrong with an address, which is shown without its password, or not where none can be told."""
    try:
        place = make_url(url).render_as_string(hide_password=True)
    except (SQLAlchemyError, ValueError):
        return StorageError(
            "数据库地址无效：看不出是什么数据库。请检查 WORKPLAN_DATABASE_URL，"
            "写法如 postgresql+psycopg://用户名:密码@主机/库名"
        )
    if isinstance(error, ImportError):
        return StorageError(
            f"数据库地址无效：{place}（没有安装驱动 {error.name}）。"
            'PostgreSQL 请先运行 pip install ".[postgres]"，其他数据库请安装相应的驱动'
        )
    return StorageError(f"数据库地址无效：{place}（{error}）。请检查 WORKPLAN_DATABASE_URL")


def open_engine(url: str | URL) -> Engine:
    """Make an engine; SQLite lets readers go on while one process writes."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    engine = create_engine(parsed, connect_args={"timeout": _SECONDS_TO_WAIT_FOR_A_WRITER})

    @event.listens_for(engine, "connect")
    def configure(connection: DBAPIConnection, _: object) -> None:
        # WAL lets readers go on while one process writes; SQLite checks foreign keys only when told to.
        for pragma in ("journal_mode=WAL", "foreign_keys=ON"):
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

    return engine
