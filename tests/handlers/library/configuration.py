import configparser
import json
import tomllib


def lambda_handler(event, context):
    ini = configparser.ConfigParser()
    ini.read_string(event["ini"])
    toml = tomllib.loads(event["toml"])
    return {
        "ini": {section: dict(ini[section]) for section in ini.sections()},
        "port": ini.getint("server", "port"),
        "debug": ini.getboolean("server", "debug", fallback=False),
        "toml": json.loads(json.dumps(toml, default=str)),
    }
