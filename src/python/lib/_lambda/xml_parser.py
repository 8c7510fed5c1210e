"""XML that is not well-formed raises an error: the interpreter's parser takes a fault for the end of the document."""

import _playground

# How the interpreter's parser words a fault; how expat does, with its number; and what begins where expat finds it.
FAULTS = {
    "Unexpected closing tag": ("mismatched tag", 7, "</"),
    "Unexpected end of stream:": ("no element found", 3, ""),
    "Unexpected end of stream": ("unclosed token", 5, "<"),
    "Unexpected characters outside the root element": ("junk after document element", 9, ""),
    "Unexpected token: <": ("junk after document element", 9, ""),
    "Undefined entity": ("undefined entity", 11, "&"),
    "Unexpected entity": ("undefined entity", 11, "&"),
    "Invalid character": ("reference to invalid character number", 14, "&"),
    "Invalid numeric entity": ("reference to invalid character number", 14, "&"),
    "Attribute '": ("duplicate attribute", 8, ""),
    "Attribute": ("unbound prefix", 27, "<"),
    "Element": ("unbound prefix", 27, "<"),
    "Unsupported encoding": ("unknown encoding", 18, ""),
    "Invalid processing instruction": ("XML or text declaration not at start of entity", 17, "<"),
}
NO_DOCUMENT = ("syntax error", 2, "")
OTHER_FAULT = ("not well-formed (invalid token)", 4, "")

# What may yet be put right by what follows.
UNFINISHED = (3, 5)


class Parser:
    """The interpreter's parser, and at the end of the document a look at whether all of it was read."""

    def __init__(self, parser, error):
        vars(self).update(_parser=parser, _error=error, _document=bytearray())

    def __getattr__(self, name):
        return getattr(self._parser, name)

    def __setattr__(self, name, value):
        setattr(self._parser, name, value)

    def Parse(self, data, isfinal=False, /):
        self._document.extend(data.encode() if isinstance(data, str) else data)
        try:
            result = self._parser.Parse(data, isfinal)
        except Exception:
            # The fault comes before what was made of it.
            self._check(isfinal)
            raise
        if isfinal:
            self._check(isfinal)
        return result

    def ParseFile(self, file, /):
        return self.Parse(file.read(), True)

    def _check(self, isfinal):
        fault = _playground.xml_fault(self._document)
        if fault is None:
            return
        document = self._document.decode(errors="replace")
        words, code, line, column = describe(document, *fault)
        if code in UNFINISHED and not isfinal:
            return
        error = self._error(f"{words}: line {line}, column {column}")
        error.code, error.lineno, error.offset = code, line, column
        vars(self).update(ErrorCode=code, ErrorLineNumber=line, ErrorColumnNumber=column)
        raise error


def describe(document, reason, row, column):
    """Words a fault as expat does, and places it: its number, the line from 1, the column from 0."""
    place = sum(len(line) + 1 for line in document.split("\n")[:row]) + column
    words, code, mark = next((fault for start, fault in FAULTS.items() if reason.startswith(start)), OTHER_FAULT)
    if code == 9 and "<" not in document[:place]:
        words, code, mark = NO_DOCUMENT
    if mark:
        place = document.rfind(mark, 0, place + 1)
        place += 2 if mark == "</" else 0
    line_start = document.rfind("\n", 0, place) + 1
    return words, code, document.count("\n", 0, place) + 1, place - line_start


def amend(pyexpat):
    def create(*args, **kwargs):
        return Parser(make(*args, **kwargs), pyexpat.ExpatError)

    make = pyexpat.ParserCreate
    pyexpat.ParserCreate = create
    pyexpat.ErrorString = {code: words for words, code, _ in [*FAULTS.values(), NO_DOCUMENT, OTHER_FAULT]}.get
