from pathlib import PurePosixPath
from urllib.parse import unquote_plus


def lambda_handler(event, context):
    handled = []
    for record in event["Records"]:
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"], encoding="utf-8")
        path = PurePosixPath(key)
        print(f"New object s3://{bucket}/{key} ({record['s3']['object']['size']} bytes)")
        if path.suffix.lower() in {".jpg", ".png"}:
            handled.append(str(path.with_name(f"{path.stem}-thumbnail{path.suffix}")))
    return handled
