"""Files of events that other tools keep: tables, JSON and calendars, each event with its place in the file."""

from backstory.reading.eventfiles.reading import read_event_file
from backstory.reading.eventfiles.values import EventFile, FileEvent

__all__ = ["EventFile", "FileEvent", "read_event_file"]
