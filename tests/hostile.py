"""Words that break careless writers of XML, JSON, HTML, calendars and tables."""

HOSTILE = (
    "]]>",
    "</script><script>alert(1)</script>",
    "<!-- & --> \"'",
    "a\x00b\x08c\x0bd\x1fe\x7f",
    "\ud800 lone \udfff",
    "\ufffe\uffff",
    "one\r\ntwo\rthree\nfour\ttab",
    "\u2028\u2029\u0085",
    "БЕЛТА \U0001f1e7\U0001f1fe e\u0301",
    'a;b,c\\n:"d"',
    '=HYPERLINK("https://evil.example")',
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "&amp;&lt;",
    "%s {0} {{ x }}",
    "ж" * 200,
    " ",
)
