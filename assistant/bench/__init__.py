"""`make bench`: ours beside the usual LangChain set-up, in quality, speed and memory, all in one run."""
