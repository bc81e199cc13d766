"""`python -m tmqa` is the same as the command `tmqa`."""

from tmqa.cli import main

if __name__ == "__main__":
    main()
