"""CSV files as spreadsheets and agencies write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstory.reading.counts.tables import as_breakdown, as_series, read_table

ODD = {
    "plain": "date,value\n2021-03,8\n2021-04,1234.5\n",
    "semicolons and decimal commas": "date;value\n2021-03;8\n2021-04;1234,5\n",
    "grouped, decimal comma": "date;value\n2021-03;8\n2021-04;1.234,5\n",
    "grouped, decimal point": 'date,value\n2021-03,8\n2021-04,"1,234.5"\n',
    "grouped by spaces": "date;value\n2021-03;8\n2021-04;1 234,5\n",
    "tabs": "date\tvalue\n2021-03\t8\n2021-04\t1234.5\n",
    "pipes": "date|value\n2021-03|8\n2021-04|1234.5\n",
    "byte order mark": "\ufeffdate,value\n2021-03,8\n2021-04,1234.5\n",
    "excel's own first line": "sep=;\ndate;value\n2021-03;8\n2021-04;1234,5\n",
    "windows line ends": "date,value\r\n2021-03,8\r\n2021-04,1234.5\r\n",
    "old mac line ends": "date,value\r2021-03,8\r2021-04,1234.5\r",
    "empty lines and spaces": "\n date , value \n\n2021-03, 8\n,\n2021-04, 1234.5\n\n",
    "gaps": "date,value\n2021-02,\n2021-03,8\n2021-03,n/a\n2021-03,–\n2021-04,1234.5\n",
    "columns the other way round": "value,date\n8,2021-03\n1234.5,2021-04\n",
    "more columns": "place,date,value,note\nLT,2021-03,8,\nLT,2021-04,1234.5,x\n",
    "short and long rows": "date,value,note\n2021-03,8\n2021-04,1234.5,a,b,c\n",
    "other names": "Period,People\n2021-03,8\n2021-04,1234.5\n",
    "a currency": "date;value\n2021-03;€8\n2021-04;1234,5 €\n",
}


@pytest.mark.parametrize("name", ODD)
def test_a_series_in_every_dress(name: str) -> None:
    points, notes = as_series(ODD[name].encode(), "a.csv")
    assert [(each.date.text, each.value) for each in points] == [("2021-03", 8.0), ("2021-04", 1234.5)]
    assert notes == ()


def test_utf_16() -> None:
    points, _ = as_series("date\tvalue\n2021-03\t8\n".encode("utf-16"), "a.csv")
    assert [each.value for each in points] == [8.0]


@pytest.mark.parametrize("written", ["-5", "−5", "1e200", "0", "0.000001"])
def test_values_of_every_size(written: str) -> None:
    points, _ = as_series(f"date,value\n2021,{written}\n2022,1.5\n".encode(), "a.csv")
    assert points[0].value == float(written.replace("−", "-"))


def test_a_hundred_thousand_rows() -> None:
    rows = "".join(f"{1000 + n % 1000},{n}\n" for n in range(100_000))
    points, notes = as_series(f"date,value\n{rows}".encode(), "a.csv")
    assert (len(points), notes) == (100_000, ())


def test_the_same_fault_is_told_five_times_at_most() -> None:
    points, notes = as_series(("date,value\n" + "2021,many\n" * 1000).encode(), "a.csv")
    assert (points, len(notes)) == ((), 5)
    assert notes[0].place.line == 2


def test_lines_are_those_of_the_file_even_after_a_cell_of_several() -> None:
    _, notes = as_series(b'date,value,note\n2021,8,"two\nlines"\n2022,x,\n', "a.csv")
    assert [each.place.line for each in notes] == [4]


def test_a_breakdown() -> None:
    shares, _ = as_breakdown("Страна;Число\nИрак;2 797\nСирия;130\n".encode(), "a.csv")
    assert [(each.label, each.value) for each in shares] == [("Ирак", 2797.0), ("Сирия", 130.0)]


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read_table(data, "a.csv")
    as_series(data, "a.csv")
    as_breakdown(data, "a.csv")


@pytest.mark.parametrize(
    ("cell", "value"),
    [("(12)", -12), ("(€1.200)", -1200), ("1.234.567", 1234567), ('"1,234,567"', 1234567), ("-1.234.567", -1234567)],
)
def test_numbers_as_accounts_and_agencies_write_them(cell: str, value: float) -> None:
    points, notes = as_series(f"date;value\n2021;{cell}\n".encode(), "a.csv")
    assert ([each.value for each in points], notes) == ([value], ())


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("year,North,South", ["data/more-columns"]),
        ("year,value,South", []),
        ("year,North,note", []),
        ("year,North", []),
    ],
)
def test_columns_that_are_left_out_are_told(head: str, told: list[str]) -> None:
    rows = "".join(f"{year},{','.join(['4'] * head.count(','))}\n" for year in (2019, 2020))
    points, notes = as_series(f"{head}\n{rows}".encode(), "a.csv")
    assert len(points) == 2
    assert [note.code for note in notes] == told


@pytest.mark.parametrize(
    ("lang", "page", "label"), [("lt", "cp1257", "Žuvys"), ("ru", "cp1251", "Рыбы"), ("de-AT", "cp1252", "Fünf")]
)
def test_a_table_in_the_code_page_of_its_language(lang: str, page: str, label: str) -> None:
    shares, notes = as_breakdown(f"label;value\n{label};1 234,5\n".encode(page), "a.csv", lang)
    assert [(each.label, each.value) for each in shares] == [(label, 1234.5)]
    assert [(note.code, note.severity) for note in notes] == [("file/not-utf-8", "warning")]


def test_a_workbook_is_no_table() -> None:
    shares, notes = as_breakdown(b"PK\x03\x04\x14\0\x06\0label,value\nA,4\n\xff\n", "a.csv")
    assert shares == ()
    assert "data/no-rows" in [note.code for note in notes if note.severity == "error"]
