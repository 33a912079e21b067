"""What the `workplan` command line needs beside its commands: usage, progress, reports, accounts."""
