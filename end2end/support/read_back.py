"""Reads an exported CSV file and a workbook with readers that share nothing with the page.

    python3 read_back.py FILE.csv FILE.xlsx EXPECTED.json

EXPECTED.json holds the rows of the list as they have to read, titles first: `{"csv": …, "xlsx": …}`.
A reader that is missing is named, and the exit code is 2.
"""
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

text_file, book_file, expected_file = map(Path, sys.argv[1:4])
expected = json.loads(expected_file.read_text(encoding="utf-8"))
missing = []


def check(reader, rows, wanted):
    rows = [[cell or "" for cell in row] for row in rows[: len(wanted)]]
    if rows != wanted:
        sys.exit(f"{reader} reads\n{rows}\ninstead of\n{wanted}")
    print(f"{reader}: {len(wanted)} rows read as they were written")


with text_file.open(encoding="utf-8-sig", newline="") as file:
    check("csv of Python", list(csv.reader(file, strict=True)), expected["csv"])

try:
    import openpyxl
except ImportError:
    missing.append("openpyxl")
else:
    sheet = openpyxl.load_workbook(book_file).worksheets[0]
    check("openpyxl", [list(row) for row in sheet.iter_rows(values_only=True)], expected["xlsx"])
    types = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    if not types <= {"s", "inlineStr"}:
        sys.exit(f"not only texts: {types}")

office = shutil.which("soffice") or shutil.which("libreoffice")
if office is None:
    missing.append("LibreOffice")
else:
    with tempfile.TemporaryDirectory() as folder:
        # 44 is the comma, 34 the quote, 76 is UTF-8, and every cell is written as it is shown.
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
        home = f"-env:UserInstallation=file://{folder}/profile"
        call = [office, home, "--headless", "--convert-to", form, "--outdir", folder, str(book_file)]
        subprocess.run(call, check=True, capture_output=True, timeout=120)
        with (Path(folder) / f"{book_file.stem}.csv").open(encoding="utf-8", newline="") as file:
            check("LibreOffice", list(csv.reader(file)), expected["xlsx"])

if missing:
    print("missing, so not tried: " + ", ".join(missing))
    sys.exit(2)
