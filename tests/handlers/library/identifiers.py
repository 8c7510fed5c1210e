import secrets
import string
import uuid


def lambda_handler(event, context):
    unique = {uuid.uuid4() for _ in range(100)}
    password = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
    return {
        "id": str(uuid.uuid4()),
        "unique": len(unique),
        "version": uuid.uuid4().version,
        "named": str(uuid.uuid5(uuid.NAMESPACE_DNS, "example.com")),
        "named3": str(uuid.uuid3(uuid.NAMESPACE_URL, "https://example.com")),
        "parsed": uuid.UUID("{12345678-1234-5678-1234-567812345678}").hex,
        "token": len(secrets.token_urlsafe(32)),
        "hex": len(secrets.token_hex(16)),
        "password": len(password),
        "below": all(secrets.randbelow(10) < 10 for _ in range(50)),
    }
