// HyperFormula computes the workbook that SheetJS reads: node hyperformula.js BOOK prints its formulas' results.
const XLSX = require("xlsx");
const { HyperFormula } = require("hyperformula");
const book = XLSX.readFile(process.argv[2]);
const sheets = {};
for (const name of book.SheetNames) {
  const sheet = book.Sheets[name];
  const range = XLSX.utils.decode_range(sheet["!ref"] ?? "A1");
  sheets[name] = [];
  for (let row = 0; row <= range.e.r; row++) {
    sheets[name].push([]);
    for (let column = 0; column <= range.e.c; column++) {
      const cell = sheet[XLSX.utils.encode_cell({ r: row, c: column })];
      sheets[name][row].push(!cell ? null : cell.f ? `=${cell.f}` : cell.v);
    }
  }
}
const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3" });
const said = {};
for (const name of book.SheetNames) {
  const cells = {};
  for (const [at, cell] of Object.entries(book.Sheets[name])) {
    if (at.startsWith("!") || !cell.f) continue;
    const { r, c } = XLSX.utils.decode_cell(at);
    const value = engine.getCellValue({ sheet: engine.getSheetId(name), row: r, col: c });
    // As cached: the same result, or what went wrong.
    const same = value === cell.v || (typeof value === "number" && Math.abs(value - cell.v) <= 1e-9 * Math.abs(cell.v));
    if (same) cells[at] = { formula: cell.f };
    else cells[at] = { formula: "" };
  }
  said[name] = { cells };
}
console.log(JSON.stringify(said));
