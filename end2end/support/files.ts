// Readers of their own for what the page exports: what a file holds must not hang on its writer.
import { inflateRawSync } from "node:zlib";
import { expect, type Download } from "@playwright/test";

export async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The rows of a CSV file, by RFC 4180: the byte order mark and CRLF have to be there. */
export function readCsv(file: Buffer): string[][] {
  const text = file.toString("utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/gy;
  field.lastIndex = 1;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) throw new Error("not CSV");
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== ",") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

export interface Sheet {
  name: string;
  xml: string;
  rows: string[][];
}

/** The sheets of a workbook. */
export function readXlsx(file: Buffer): Sheet[] {
  const parts = unzip(file);
  const book = parts.get("xl/workbook.xml") ?? "";
  return [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ""], at) => {
    const xml = parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "";
    return { name, xml, rows: [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) => cells(row)) };
  });
}

function cells(row: string): string[] {
  const list: string[] = [];
  for (const [, letters = "", text = ""] of row.matchAll(/<c r="([A-Z]+)\d+" s="\d" t="inlineStr"><is><t[^>]*>(.*?)<\/t>/gs)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (list.length < column) list.push("");
    list.push(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  return list;
}

function unzip(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = file.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, name, extra, note] = [at + 20, at + 28, at + 30, at + 32].map((place, which) =>
      which === 0 ? file.readUInt32LE(place) : file.readUInt16LE(place),
    ) as [number, number, number, number];
    const head = file.readUInt32LE(at + 42);
    const body = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28);
    const data = file.subarray(body, body + packed);
    const text = file.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    parts.set(file.toString("utf8", at + 46, at + 46 + name), text.toString("utf8"));
    at += 46 + name + extra + note;
  }
  return parts;
}
