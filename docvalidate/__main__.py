"""`docvalidate` and `python -m docvalidate`; everything happens in `docvalidate.cli`."""

import sys

from docvalidate.cli import main

if __name__ == "__main__":
    sys.exit(main())
