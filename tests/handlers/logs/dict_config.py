"""Sets its logging up from a dictionary."""

import logging.config

logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"short": {"format": "{levelname:<8}{name}: {message}", "style": "{"}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout"},
            "audit": {"class": "logging.FileHandler", "filename": "/tmp/audit.log", "level": "ERROR"},
        },
        "loggers": {"shop": {"level": "INFO", "handlers": ["console", "audit"], "propagate": False}},
    }
)

log = logging.getLogger("shop.orders")


def lambda_handler(event, context):
    log.debug("not told")
    log.info("%(count)d orders", {"count": 3})
    log.error("out of pens")
    logging.getLogger("other").error("as ever")
    with open("/tmp/audit.log") as audit:
        return audit.read()
