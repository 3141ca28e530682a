// ExcelJS: node exceljs.js BOOK prints what it reads as JSON.
const ExcelJS = require("exceljs");
const day = (value) => (value instanceof Date ? value.toISOString() : value);
const text = (value) => (value && value.richText ? value.richText.map((run) => run.text).join("") : value);
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(process.argv[2]);
  const said = {};
  for (const sheet of book.worksheets) {
    const cells = {};
    sheet.eachRow((row) => row.eachCell((cell) => {
      const one = { format: cell.numFmt ?? "General" };
      const value = cell.value;
      if (cell.formula) { one.formula = cell.formula; one.value = day(cell.result); }
      else if (value && value.hyperlink !== undefined) { one.value = text(value.text); one.link = value.hyperlink; }
      else one.value = day(text(value));
      if (one.value && typeof one.value === "object") delete one.value;
      cells[cell.address] = one;
    }));
    said[sheet.name] = { cells, tables: Object.values(sheet.tables ?? {}).map((one) => one.table.tableRef) };
  }
  console.log(JSON.stringify(said));
})();
