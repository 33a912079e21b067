"""Everything that can go wrong, as one exception tree whose messages are written for the user.

WorkPlanError
├── ReadError              a file cannot be turned into a document
│   ├── UnsupportedFormat
│   └── UnreadableText     empty, damaged, encrypted or badly decoded
├── EmbeddingError         the embedding model cannot be loaded
├── IndexMismatch          the index was built by another embedding model
├── LibraryBusy            another process is writing to the library
├── NotInLibrary           the named document is not stored
├── StorageError           a runtime folder cannot be created or written
├── SettingsError          a WORKPLAN_ setting has a value that makes no sense
└── ModelUnavailable       the configured chat model failed, is too slow or answers nonsense

Each message is one Chinese line that names the thing, the reason and the remedy; callers show
`str(error)` and never a traceback.
"""


class WorkPlanError(Exception):
    """Base of every error this project raises on purpose; `str(error)` is shown to the user."""


class ReadError(WorkPlanError):
    """A file cannot be turned into a document."""


class UnsupportedFormat(ReadError):
    """The content of a file is in none of the supported formats."""


class UnreadableText(ReadError):
    """A file is empty, damaged, encrypted, or its text does not decode cleanly."""


class EmbeddingError(WorkPlanError):
    """The embedding model cannot be found or loaded."""


class IndexMismatch(WorkPlanError):
    """The vector index was built by another embedding model than the one configured now."""


class LibraryBusy(WorkPlanError):
    """Another process holds the write lock of the library."""


class NotInLibrary(WorkPlanError):
    """A document was named that the library does not hold."""


class StorageError(WorkPlanError):
    """A runtime folder or database cannot be created or written."""


class SettingsError(WorkPlanError):
    """A setting has a value that makes no sense."""


class ModelUnavailable(WorkPlanError):
    """The configured chat model cannot be reached, is too slow, or answers nonsense."""
