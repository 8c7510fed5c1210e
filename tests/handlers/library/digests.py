import base64
import hashlib
import hmac
import zlib

ALGORITHMS = ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s")


def lambda_handler(event, context):
    data = event["text"].encode()
    digest = hashlib.sha256()
    for start in range(0, len(data), 4):
        digest.update(data[start : start + 4])
    return {
        "hex": {name: hashlib.new(name, data).hexdigest()[:16] for name in ALGORITHMS},
        "pieces": digest.digest() == hashlib.sha256(data).digest(),
        "hmac": hmac.new(b"key", data, "sha512").hexdigest()[:16],
        "password": hashlib.pbkdf2_hmac("sha256", data, b"salt", 1000).hex()[:16],
        "base32": base64.b32encode(data).decode(),
        "base85": base64.b85encode(data).decode(),
        "urlsafe": base64.urlsafe_b64encode(bytes(range(250, 256))).decode(),
        "shake": hashlib.shake_128(data).hexdigest(8),
        "crc": f"{zlib.crc32(data):08x}",
    }
