/**
 * Text of a cell that no spreadsheet takes for a formula: an apostrophe stands before what could start one (OWASP, CSV
 * injection), also behind a semicolon, where many spreadsheets split a line.
 */
export function formulaSafe(text: string): string {
  const start = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
  return start.replaceAll(/(;\s*)(?=[=+\-@])/gu, "$1'");
}
