"""Files into the library and out of it, its indexes and its model: everything that changes what is stored."""

from collections.abc import Sequence
from pathlib import Path

from assistant.engine import Engine
from assistant.settings import Settings
from ingest import pipeline
from ingest.errors import SettingsError
from ingest.index.trash import Trashed, listed
from ingest.index.writer import Tick
from ingest.report import Report
from ingest.storage import Usage, usage
from ingest.training import adapt
from ingest.training.adapt import Adaptation

SAMPLES = Path(__file__).parents[1] / "data" / "samples"


class Keeper:
    """Changes a library; every change is published whole or not at all."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._settings = settings
        self._engine = engine
        self._library = engine.library

    def ingest(self, paths: Sequence[Path], progress: Tick | None = None) -> Report:
        """Store files and folders; one bad file never stops the rest.

        :raises LibraryBusy: while another process writes.
        """
        largest = self._settings.largest_file
        return pipeline.ingest(paths, self._library, self._engine.model, largest=largest, progress=progress)

    def ingest_samples(self, progress: Tick | None = None) -> Report:
        """Store the sample documents."""
        return self.ingest([SAMPLES], progress)

    def remove(self, doc: str) -> None:
        """Take a document out of all three stores; for a month it can be restored.

        :raises NotInLibrary: when there is none of that name.
        """
        pipeline.remove(doc, self._library)

    def restore(self, doc: str) -> None:
        """Put a document back that was removed.

        :raises NotInTrash: when none of that name was removed lately.
        :raises NameTaken: when a document of that name has been stored since.
        """
        pipeline.restore(doc, self._library, self._engine.model)

    def trash(self) -> list[Trashed]:
        """List the documents that can be restored, last removed first."""
        return listed(self._library.catalog)

    def usage(self) -> Usage:
        """Measure what the library takes of the disk."""
        return usage(self._library)

    def reindex(self, progress: Tick | None = None) -> int:
        """Rebuild both indexes from the catalog and count the passages."""
        return pipeline.reindex(self._library, self._engine.model, progress)

    def adapt(self, progress: Tick | None = None) -> Adaptation:
        """Fine-tune the bundled embedding model on the library, and search with the result if it is better.

        :raises SettingsError: when another model is configured.
        :raises LibraryTooSmall: when there is too little to learn from.
        """
        self._require_bundled()
        return adapt.adapt(self._library, progress)

    def undo_adapt(self, progress: Tick | None = None) -> int:
        """Search with the bundled model as it came, and count the passages embedded anew.

        :raises SettingsError: when another model is configured.
        """
        self._require_bundled()
        return adapt.undo(self._library, progress)

    def _require_bundled(self) -> None:
        if self._settings.embedding:
            raise SettingsError(
                f"只有内置向量模型可以调整，现在设置的是 WORKPLAN_EMBEDDING={self._settings.embedding}。"
                "请先清空这项设置"
            )
