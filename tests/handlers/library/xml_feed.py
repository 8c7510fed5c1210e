import xml.etree.ElementTree as ET

NAMESPACES = {"atom": "http://www.w3.org/2005/Atom"}


def lambda_handler(event, context):
    try:
        feed = ET.fromstring(event["feed"])
    except ET.ParseError as error:
        return {"error": type(error).__name__, "line": error.position[0]}
    entries = feed.findall("atom:entry", NAMESPACES)
    root = ET.Element("titles", count=str(len(entries)))
    for entry in entries:
        ET.SubElement(root, "title", href=entry.find("atom:link", NAMESPACES).get("href")).text = entry.findtext("atom:title", "", NAMESPACES)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode")
