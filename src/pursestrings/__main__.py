"""`python -m pursestrings`."""

from pursestrings.cli import main

if __name__ == "__main__":
    main()
