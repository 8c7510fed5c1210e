"""Tells callers what is wrong with their XML."""

import io
import xml.sax
from xml.dom import minidom
from xml.etree import ElementTree


def lambda_handler(event, context):
    faults = []
    for document in event["documents"]:
        try:
            ElementTree.fromstring(document)
        except ElementTree.ParseError as error:
            faults.append([str(error), error.code])
    document = event["documents"][0]
    for parse in (minidom.parseString, parse_in_pieces, parse_events):
        try:
            parse(document)
        except Exception as error:
            faults.append(str(error))
    return faults


def parse_in_pieces(document):
    for _ in ElementTree.iterparse(io.StringIO(document)):
        pass


def parse_events(document):
    xml.sax.parseString(document, xml.sax.ContentHandler())
