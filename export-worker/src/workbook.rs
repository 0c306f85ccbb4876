use crate::text::{column_name, push_text};
use std::io::{self, Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Lines that a sheet can have.
const MAX_ROWS: u32 = 1_048_576;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Cells are text, `quotePrefix` keeps them so even after somebody has edited one; titles are bold.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
<fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// A workbook that is being written: its rows, then a report on a sheet of its own.
pub struct Workbook {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// The name of the first sheet; further ones get a number.
    name: String,
    sheets: Vec<String>,
    /// The line of titles, which begins every sheet.
    titles: Vec<String>,
    /// Lines of the sheet that is being written.
    lines: u32,
    max_lines: u32,
    /// One line of a sheet, kept to save making it anew.
    line: String,
    /// Which styles the columns are named with.
    columns: Vec<String>,
}

impl Workbook {
    /// A workbook whose rows stand on a sheet of this name.
    pub fn new(name: &str) -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            name: name.to_owned(),
            sheets: Vec::new(),
            titles: Vec::new(),
            lines: 0,
            max_lines: MAX_ROWS,
            line: String::new(),
            columns: Vec::new(),
        }
    }

    /// Adds rows, written as CSV without a byte order mark. The very first row holds the titles.
    ///
    /// # Errors
    /// When the text is no CSV, or memory is short.
    pub fn add(&mut self, rows: &[u8]) -> io::Result<()> {
        for row in read(rows) {
            let row = row?;
            if self.titles.is_empty() {
                self.titles = row.iter().map(str::to_owned).collect();
                self.columns = (0..self.titles.len()).map(column_name).collect();
                self.begin_sheet()?;
                continue;
            }
            if self.lines == self.max_lines {
                self.end_sheet()?;
                self.begin_sheet()?;
            }
            self.write_line(row.iter(), 1)?;
        }
        Ok(())
    }

    /// Adds the report, CSV too, on a sheet of its own, and gives the finished file.
    ///
    /// # Errors
    /// As for [`add`](Self::add).
    pub fn finish(mut self, name: &str, report: &[u8]) -> io::Result<Vec<u8>> {
        if !self.titles.is_empty() {
            self.end_sheet()?;
        }
        self.columns = (0..2).map(column_name).collect();
        self.open_sheet(name.to_owned(), "<cols><col min=\"1\" max=\"1\" width=\"24\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"80\" customWidth=\"1\"/></cols>")?;
        for row in read(report) {
            self.write_line(row?.iter(), 1)?;
        }
        self.end_sheet()?;
        self.write_frame()?;
        Ok(self.zip.finish().map_err(io::Error::other)?.into_inner())
    }

    fn begin_sheet(&mut self) -> io::Result<()> {
        let name = match self.sheets.len() {
            0 => self.name.clone(),
            more => format!("{} {}", self.name, more + 1),
        };
        let columns = self.titles.len();
        let head = format!(
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"{columns}\" width=\"18\" style=\"1\" customWidth=\"1\"/></cols>"
        );
        self.open_sheet(name, &head)?;
        let titles = std::mem::take(&mut self.titles);
        self.write_line(titles.iter().map(String::as_str), 2)?;
        self.titles = titles;
        Ok(())
    }

    fn open_sheet(&mut self, name: String, head: &str) -> io::Result<()> {
        self.sheets.push(name);
        self.lines = 0;
        self.open(&format!("xl/worksheets/sheet{}.xml", self.sheets.len()))?;
        self.write(&format!("{HEAD}<worksheet xmlns=\"{MAIN}\">{head}<sheetData>"))
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        self.write("</sheetData></worksheet>")
    }

    /// Every cell is text that stands in the cell itself: a table of shared texts would have to be
    /// held until the end. Empty cells are left out.
    fn write_line<'a>(&mut self, cells: impl Iterator<Item = &'a str>, style: u8) -> io::Result<()> {
        self.lines += 1;
        let number = self.lines.to_string();
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        line.push_str("<row r=\"");
        line.push_str(&number);
        line.push_str("\">");
        for (cell, column) in cells.zip(&self.columns) {
            if cell.is_empty() {
                continue;
            }
            line.push_str("<c r=\"");
            line.push_str(column);
            line.push_str(&number);
            line.push_str(if style == 2 { "\" s=\"2\"" } else { "\" s=\"1\"" });
            line.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            push_text(&mut line, cell);
            line.push_str("</t></is></c>");
        }
        line.push_str("</row>");
        self.zip.write_all(line.as_bytes())?;
        self.line = line;
        Ok(())
    }

    /// The parts that tell which sheets there are.
    fn write_frame(&mut self) -> io::Result<()> {
        let (mut types, mut sheets, mut relations) = (String::new(), String::new(), String::new());
        for (at, name) in self.sheets.iter().enumerate() {
            let number = at + 1;
            types.push_str(&format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
            sheets.push_str("<sheet name=\"");
            push_text(&mut sheets, name);
            sheets.push_str(&format!("\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
            relations.push_str(&format!("<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"));
        }
        let last = self.sheets.len() + 1;
        for (path, text) in [
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{RELATIONS}\">{relations}<Relationship Id=\"rId{last}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            ("xl/styles.xml", format!("<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "[Content_Types].xml",
                format!(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>"
                ),
            ),
        ] {
            self.open(path)?;
            self.write(HEAD)?;
            self.write(&text)?;
        }
        Ok(())
    }

    fn open(&mut self, path: &str) -> io::Result<()> {
        self.zip.start_file(path, SimpleFileOptions::default()).map_err(io::Error::other)
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.zip.write_all(text.as_bytes())
    }
}

fn read(rows: &[u8]) -> impl Iterator<Item = io::Result<csv::StringRecord>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rows);
    reader.into_records().map(|row| row.map_err(io::Error::other))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // A test may fail loudly.
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    fn part(file: &[u8], path: &str) -> String {
        let mut text = String::new();
        let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
        zip.by_name(path).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn every_cell_is_text_in_its_place() {
        let mut book = Workbook::new("客户");
        book.add("名称,手机\r\n".as_bytes()).unwrap();
        book.add("\"甲,乙\",+86 138\r\n".as_bytes()).unwrap();
        book.add("=1+1,\r\n".as_bytes()).unwrap();
        let file = book.finish("报告", "行数,2\r\n".as_bytes()).unwrap();
        let sheet = part(&file, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<c r=\"A1\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">名称</t>"));
        assert!(
            sheet.contains("<c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">+86 138</t>")
        );
        assert!(sheet.contains(">=1+1<") && !sheet.contains("<f>") && !sheet.contains("\"B3\""));
        assert!(part(&file, "xl/worksheets/sheet2.xml").contains(">行数<"));
        assert!(part(&file, "xl/workbook.xml").contains("name=\"报告\""));
    }

    #[test]
    fn a_full_sheet_goes_on_on_another_under_the_same_titles() {
        let mut book = Workbook { max_lines: 3, ..Workbook::new("客户") };
        book.add(b"a\r\n1\r\n2\r\n3\r\n").unwrap();
        let file = book.finish("报告", b"").unwrap();
        assert!(part(&file, "xl/workbook.xml").contains("name=\"客户 2\""));
        let second = part(&file, "xl/worksheets/sheet2.xml");
        assert!(second.contains("r=\"A1\" s=\"2\"") && second.contains("r=\"A2\" s=\"1\""));
        assert!(second.contains(">3<") && !second.contains(">2<"));
    }

    #[test]
    fn a_workbook_without_rows_has_its_report() {
        let file = Workbook::new("客户").finish("报告", b"a,b\r\n").unwrap();
        assert!(part(&file, "xl/worksheets/sheet1.xml").contains(">a<"));
    }
}
