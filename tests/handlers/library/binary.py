import array
import binascii
import io
import struct


def lambda_handler(event, context):
    header = struct.pack("<4sHId", b"LMBD", 1, 2**31, 2.5)
    view = memoryview(bytearray(b"abcdef"))
    view[1:3] = b"XY"
    stream = io.BytesIO()
    stream.write((258).to_bytes(2, "big"))
    return {
        "size": struct.calcsize("<4sHId"),
        "fields": [field.decode() if isinstance(field, bytes) else field for field in struct.unpack("<4sHId", header)],
        "view": bytes(view).decode(),
        "hex": binascii.hexlify(stream.getvalue(), "-").decode(),
        "array": array.array("h", [1, -2]).tobytes().hex(),
        "signed": int.from_bytes(b"\xff\xfe", "big", signed=True),
        "bits": [f"{5:08b}", (5).bit_length(), (7).bit_count(), ~5 & 0xFF],
        "decoded": b"\xffabc".decode("utf-8", errors="replace"),
        "float": (0.1).hex(),
    }
