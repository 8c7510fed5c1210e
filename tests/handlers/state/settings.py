"""Reads its settings from environment variables once."""

import os
from dataclasses import dataclass, field


def flag(name):
    return os.environ.get(name, "false").lower() in {"1", "true", "yes"}


@dataclass(frozen=True)
class Settings:
    table: str = field(default_factory=lambda: os.environ["TABLE_NAME"])
    batch_size: int = field(default_factory=lambda: int(os.getenv("BATCH_SIZE", "25")))
    dry_run: bool = field(default_factory=lambda: flag("DRY_RUN"))


settings = Settings()


def lambda_handler(event, context):
    print(settings)
    return {
        "table": settings.table,
        "batch": settings.batch_size,
        "dryRun": settings.dry_run,
        "region": os.environ["AWS_REGION"],
        "root": os.environ["LAMBDA_TASK_ROOT"] == os.getcwd(),
        "stage": os.environ.get("STAGE"),
    }
