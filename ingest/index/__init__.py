"""The three stores: the catalog is the system of record, vectors and words derive from it."""
