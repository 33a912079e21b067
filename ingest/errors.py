"""Everything that can go wrong, as one exception tree whose messages are written for the user.

WorkPlanError
├── ReadError              a file cannot be turned into a document
│   ├── UnsupportedFormat
│   └── UnreadableText     empty, damaged, encrypted or badly decoded
├── EmbeddingError         the embedding model cannot be loaded
├── RerankerError          the reranking model cannot be loaded
├── IndexMismatch          the index was built by another embedding model
├── LibraryBusy            another process is writing to the library
├── LibraryTooSmall        there is too little stored to adapt the embedding model to
├── NotInLibrary           the named document is not stored
├── NotInTrash             the named document is not among those removed lately
├── NameTaken              a document of that name is stored already
├── UploadRefused          a file may not be put into the inbox
├── NotInInbox             the named upload is not waiting in the inbox
├── StorageError           a runtime folder cannot be created or written
├── InvalidEntry           a name or another word somebody typed cannot be taken
├── NoSuchConversation     the user has no such conversation, or it has no such message
├── NoSuchUser             there is no account of that name
├── NotAllowed             the user's role does not cover it
├── InvalidRequest         a program calls a function with values that make no sense
│   └── NoSuchFunction
├── SettingsError          a WORKPLAN_ setting has a value that makes no sense
└── ModelUnavailable       the configured chat model failed, is too slow or answers nonsense

Each message is one Chinese line that names the thing, the reason and the remedy; callers show
`str(error)` and never a traceback.
"""

import errno

_REASONS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EEXIST: "同名文件已存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接互相指向",
}


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


class RerankerError(WorkPlanError):
    """The reranking model cannot be found or loaded, or is none."""


class IndexMismatch(WorkPlanError):
    """The vector index was built by another embedding model than the one configured now."""


class LibraryBusy(WorkPlanError):
    """Another process holds the write lock of the library."""


class LibraryTooSmall(WorkPlanError):
    """The library holds too little to adapt the embedding model to it."""


class NotInLibrary(WorkPlanError):
    """A document was named that the library does not hold."""


class NotInTrash(WorkPlanError):
    """A document was named that is not among those removed lately."""


class NameTaken(WorkPlanError):
    """A document of that name is stored already, so another cannot be restored under it."""


class UploadRefused(WorkPlanError):
    """A file is too large, one too many, or has no name that can be kept."""


class NotInInbox(WorkPlanError):
    """An upload was named that does not wait in the inbox, or not any more."""


class StorageError(WorkPlanError):
    """A runtime folder or database cannot be created or written."""


class InvalidEntry(WorkPlanError):
    """A name, a password or another word somebody typed cannot be taken."""


class NoSuchConversation(WorkPlanError):
    """The user has no such conversation, or it has no such message."""


class NoSuchUser(WorkPlanError):
    """There is no account of that name."""


class NotAllowed(WorkPlanError):
    """What somebody wants to do is not covered by the role, or would leave nobody who could undo it."""


class InvalidRequest(WorkPlanError):
    """A program called a function with values that make no sense."""


class NoSuchFunction(InvalidRequest):
    """A program called a function that does not exist."""


class SettingsError(WorkPlanError):
    """A setting has a value that makes no sense."""


class ModelUnavailable(WorkPlanError):
    """The configured chat model cannot be reached, is too slow, or answers nonsense."""


def reason_of(error: OSError) -> str:
    """Why the operating system refused, in Chinese where the reason is a usual one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
