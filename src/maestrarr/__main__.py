"""The program's door: `maestrarr` and `python -m maestrarr`."""

from maestrarr.cli.main import main

if __name__ == "__main__":
    main()
