"""Packs and unpacks in memory: gzip, zlib, bzip2, zip and tar."""

import bz2
import gzip
import io
import tarfile
import zipfile
import zlib


def lambda_handler(event, context):
    text = event["text"].encode() * 50
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("lambda_function.py", "def lambda_handler(event, context): ...")
        package.writestr("data/text.txt", text)
    with zipfile.ZipFile(archive) as package:
        names = package.namelist()
        same = package.read("data/text.txt") == text
        bad = package.testzip()
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w:gz") as package:
        info = tarfile.TarInfo("text.txt")
        info.size = len(text)
        package.addfile(info, io.BytesIO(text))
    tar.seek(0)
    with tarfile.open(fileobj=tar) as package:
        members = [[member.name, member.size] for member in package]
    stream = zlib.decompressobj()
    pieces = [stream.decompress(zlib.compress(text)[:20]), stream.unused_data]
    return {
        "gzip": gzip.decompress(gzip.compress(text)) == text,
        "zlib": zlib.decompress(zlib.compress(text, level=9)) == text,
        "bz2": bz2.decompress(bz2.compress(text)) == text,
        "zip": [names, same, bad],
        "tar": members,
        "crc": zlib.crc32(text),
        "adler": zlib.adler32(text),
        "stream": text.startswith(pieces[0]) and pieces[1] == b"",
    }
