"""What stands beside the pages for other programs: feeds, calendars, lists of addresses."""
