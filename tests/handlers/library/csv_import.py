import csv
import io


def lambda_handler(event, context):
    dialect = csv.Sniffer().sniff(event["csv"], delimiters=";,")
    rows = list(csv.DictReader(io.StringIO(event["csv"], newline=""), dialect=dialect))
    total = sum(float(row["amount"]) for row in rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=["name", "amount", "note"], quoting=csv.QUOTE_MINIMAL)
    writer.writeheader()
    writer.writerows(row | {"note": f'{row["name"]}, "{row["amount"]}"'} for row in rows)
    return {"delimiter": dialect.delimiter, "rows": rows, "total": total, "csv": out.getvalue()}
