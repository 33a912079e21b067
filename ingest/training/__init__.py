"""The recipe that made the bundled embedding model: folders of text -> data/model."""
