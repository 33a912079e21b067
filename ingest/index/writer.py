"""Documents into the next generation: embedded, indexed, and published by one transaction of the catalog."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Executable

from ingest.errors import IndexMismatch
from ingest.index.catalog import Catalog, State
from ingest.index.entry import DocumentInfo, Entry
from ingest.index.generations import Generations, Model, embedding
from ingest.index.scope import SearchScope
from ingest.index.words import cut

Tick = Callable[[int, int, str], None]
"""Called with steps done, steps in all, and the name of what is being worked on."""

_PAGE = 4096


class Writer:
    """Changes a library; whoever has one holds the library's lock.

    Each change is published whole or not at all: the catalog's transaction, which names the new
    generation, is the last step. A process killed before it leaves only a folder that the next
    change deletes.
    """

    def __init__(self, catalog: Catalog, generations: Generations) -> None:
        self.catalog = catalog
        self._generations = generations

    def require(self, model: Model) -> None:
        """Tell before any work whether documents can be added with a model.

        :raises IndexMismatch: the vectors were built by another one.
        """
        if self.catalog.counts().documents:
            require_model(self.catalog.state(), model)

    def put(
        self,
        model: Model,
        added: Sequence[Entry],
        replaced: Sequence[DocumentInfo] = (),
        also: Sequence[Executable] = (),
    ) -> None:
        """Add documents in the place of others.

        :param also: changes of other tables, published with them.
        :raises IndexMismatch: the vectors were built by another model.
        """
        self.require(model)
        state = self.catalog.state()
        chunks = [chunk for entry in added for chunk in entry.searchable]
        is_other_model = model.fingerprint != state.fingerprint
        with (
            embedding(model, chunks) as embedded,
            self._generations.following(state, model.fingerprint, fresh=is_other_model) as draft,
        ):
            if replaced:
                draft.remove(scope_of(replaced))
            draft.add(embedded, [each for entry in added for each in entry.cuts])
        self._publish(draft.state, state, added, replaced, also)

    def remove(self, documents: Sequence[DocumentInfo], also: Sequence[Executable] = ()) -> None:
        """Take documents out; for `also` see `put`."""
        state = self.catalog.state()
        with self._generations.following(state, state.fingerprint) as draft:
            draft.remove(scope_of(documents))
        self._publish(draft.state, state, (), documents, also)

    def rebuild(self, model: Model, progress: Tick | None = None) -> int:
        """Build both indexes anew from the catalog; returns the number of chunks indexed."""
        state, total, done = self.catalog.state(), self.catalog.counts().chunks, 0
        with self._generations.following(state, model.fingerprint, fresh=True) as draft:
            for chunks in self.catalog.pages(_PAGE):
                with embedding(model, chunks) as embedded:
                    draft.add(embedded, map(cut, chunks))
                done += len(chunks)
                if progress is not None:
                    progress(done, total, chunks[-1].doc)
        self._publish(draft.state, state, (), ())
        return done

    def _publish(
        self,
        state: State,
        previous: State,
        added: Sequence[Entry],
        removed: Sequence[DocumentInfo],
        also: Sequence[Executable] = (),
    ) -> None:
        self.catalog.publish(state, added, [info.key for info in removed], also)
        self._generations.sweep(state, previous, scope_of(self.catalog.documents()))


def require_model(state: State, model: Model) -> None:
    """Check that a model can search what is published.

    :raises IndexMismatch: the vectors were built by another one.
    """
    if state.fingerprint not in {"", model.fingerprint}:
        raise IndexMismatch(
            f"索引由另一个向量模型建立：{state.fingerprint}，现在用的是 {model.fingerprint}。"
            "请运行 workplan reindex 重建索引，或改回原来的模型"
        )


def scope_of(documents: Iterable[DocumentInfo]) -> SearchScope:
    """The chunks of some documents."""
    return SearchScope({info.key: info.chunks for info in documents})
