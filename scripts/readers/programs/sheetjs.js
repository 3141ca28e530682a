// SheetJS (npm xlsx): node sheetjs.js BOOK prints what it reads as JSON.
const XLSX = require("xlsx");
const book = XLSX.readFile(process.argv[2], { cellNF: true, cellStyles: true });
const said = {};
for (const name of book.SheetNames) {
  const cells = {};
  for (const [at, cell] of Object.entries(book.Sheets[name])) {
    if (at.startsWith("!") || cell.v === undefined) continue;
    cells[at] = { value: cell.v, shown: cell.w ?? null, format: cell.z ?? null };
    if (cell.l && cell.l.Target) cells[at].link = cell.l.Target;
    if (cell.f) cells[at].formula = cell.f;
  }
  said[name] = { cells };
}
console.log(JSON.stringify(said));
