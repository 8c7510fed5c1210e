"""Local time, its zone and its formats as the C library has them: the interpreter's are another library's."""

import re
import time

import _playground

from . import put

# One directive, without the modifier that asks for another locale's numbers and eras.
DIRECTIVE = re.compile(r"%(?:[EO](?=[a-zA-Z]))?(.)", re.DOTALL)

# What directives are short for in the C locale, and letters that are none.
EXPANSIONS = {
    "c": "%a %b %e %H:%M:%S %Y",
    "r": "%I:%M:%S %p",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    **{letter: f"%%{letter}" for letter in "fNq"},
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# The moments of a year that tell a zone's two offsets, on either half of the globe.
WINTER, SUMMER = (1, 1, 0, 0, 0, 0, 1, 0), (7, 1, 0, 0, 0, 0, 182, 0)

native_gmtime = time.gmtime
native_localtime = time.localtime
native_strftime = time.strftime


def gmtime(seconds=None, /):
    return complete(native_gmtime(seconds), 0, "GMT")


def localtime(seconds=None, /):
    moment = native_localtime(seconds)
    is_summer = time.daylight and moment.tm_gmtoff > min(part.tm_gmtoff for part in halves(moment.tm_year))
    return complete(moment, int(is_summer), moment.tm_zone)


def complete(moment, is_summer, zone):
    """Puts right what the interpreter gives: its weeks begin on Sunday, and it knows no summer time."""
    weekday = (moment.tm_wday - 1) % 7
    return time.struct_time((*moment[:6], weekday, moment.tm_yday, is_summer, zone, moment.tm_gmtoff))


def halves(year):
    """The local time of a winter's and a summer's day."""
    return [native_localtime(time.mktime((year, *day))) for day in (WINTER, SUMMER)]


def strftime(format, moment=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if moment is None:
        moment = time.localtime()
    if not isinstance(moment, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(moment) != 9:
        raise TypeError("strftime(): illegal time tuple argument")

    def expand(directive):
        letter = directive[1]
        if letter in EXPANSIONS:
            return DIRECTIVE.sub(expand, EXPANSIONS[letter])
        return FIELDS[letter](moment) if letter in FIELDS else f"%{letter}"

    return native_strftime(DIRECTIVE.sub(expand, format), moment)


def weekday(moment):
    """A moment's day of the week as it tells it itself, be its date another day's."""
    return WEEKDAYS[moment[6] % 7]


def zone(moment):
    """The name of a moment's zone; a tuple tells no more than whether it is summer time, if that."""
    name = getattr(moment, "tm_zone", None)
    return name if name is not None else time.tzname[moment[8] > 0] if moment[8] >= 0 else ""


def offset(moment):
    """How far a moment's zone is ahead of UTC, in hours and minutes."""
    seconds = getattr(moment, "tm_gmtoff", None)
    if seconds is None and moment[8] < 0:
        return ""
    minutes = abs(seconds or 0) // 60
    return f"{'-' if (seconds or 0) < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"


# What a moment tells of itself, where the interpreter goes by its date or does not say.
FIELDS = {
    "a": lambda moment: weekday(moment)[:3],
    "A": weekday,
    "j": lambda moment: f"{max(moment[7], 1):03}",
    "s": lambda moment: str(int(time.mktime(moment))),
    "u": lambda moment: str(moment[6] % 7 + 1),
    "w": lambda moment: str((moment[6] + 1) % 7),
    "z": offset,
    "Z": lambda moment: zone(moment).replace("%", "%%"),
}


def tzset():
    """Has the names and offsets of `time` follow the variable TZ, as local time does by itself."""
    _playground.forget_local_zone()
    standard, summer = sorted(halves(native_gmtime().tm_year), key=lambda moment: moment.tm_gmtoff)
    time.tzname = (standard.tm_zone, summer.tm_zone)
    time.timezone, time.altzone = -standard.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(time.timezone != time.altzone)


def amend():
    time.tzname = ("UTC", "UTC")
    time.timezone = time.altzone = time.daylight = 0
    put(time, gmtime, localtime, strftime, tzset)
