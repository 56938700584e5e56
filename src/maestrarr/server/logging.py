"""What a process that stays says on its standard output."""

import sys

from maestrarr.kit import log
from maestrarr.kit.config import Config


def log_to_stdout(config: Config) -> None:
    """Log to the standard output: as text to a person, as JSON to anything else."""
    is_json = config.log.format == "json" or (
        config.log.format == "auto" and not sys.stdout.isatty()
    )
    log.set_up(sys.stdout, level=config.log.level, as_json=is_json)
