"""An address into an SQL database whose failures are told in Chinese; all who keep tables there share it."""

from collections.abc import Iterator
from contextlib import contextmanager

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ingest.errors import StorageError
from ingest.index.watch import Watch

_SECONDS_TO_WAIT_FOR_A_WRITER = 30
_REMEDY = {"sqlite": "请检查该文件的权限和磁盘空间，或换一个文件夹"}
_REMEDY_ON_A_SERVER = "请检查 WORKPLAN_DATABASE_URL 中的地址、用户名、密码和库名，并确认数据库已经启动"


class Database:
    """One SQL database; safe to use from many threads.

    :param url: SQLAlchemy address, e.g. `sqlite:////home/me/.workplan/catalog.db`.
    :raises StorageError: the address is of no database, or its driver is missing; `reading` and `writing`
        raise it when the database fails.
    """

    def __init__(self, url: str | URL) -> None:
        try:
            self.engine = _engine(url)
        except (SQLAlchemyError, ImportError, ValueError) as error:
            raise _unusable(url, error) from error
        self._watch = Watch(self.engine)

    def close(self) -> None:
        """Close every connection."""
        self._watch.close()
        self.engine.dispose()

    def version(self) -> int | None:
        """A number that stays the same as long as nobody commits a change; None where that cannot be told."""
        return self._watch.version()

    @property
    def place(self) -> str:
        """The address without its password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by."""
        with self._explained(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, which is kept whole when the block ends and undone whole when it fails."""
        with self._explained(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            reason = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
            remedy = _REMEDY.get(self.engine.url.get_backend_name(), _REMEDY_ON_A_SERVER)
            raise StorageError(f"资料库无法读写：{self.place}（{reason}）。{remedy}") from error


def _unusable(url: str | URL, error: Exception) -> StorageError:
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


def _engine(url: str | URL) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    # orjson reads the lists of a passage in a third of the time json takes, and writes them in a tenth.
    engine = create_engine(
        parsed,
        json_serializer=lambda value: orjson.dumps(value).decode(),
        json_deserializer=orjson.loads,
        connect_args={"timeout": _SECONDS_TO_WAIT_FOR_A_WRITER},
    )

    @event.listens_for(engine, "connect")
    def configure(connection: DBAPIConnection, _: object) -> None:
        # WAL lets readers go on while one process writes; SQLite checks foreign keys only when told to.
        for pragma in ("journal_mode=WAL", "foreign_keys=ON"):
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

    return engine
