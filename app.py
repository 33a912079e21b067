"""The web app: `python app.py` does what `workplan serve` does."""

import sys

from assistant.cli import main

if __name__ == "__main__":
    main(["serve", *sys.argv[1:]])
