/** The words of a field's name, lower case: `invoiceDate`, `invoice_date` and `Invoice date` are `invoice date`. */
export function nameWords(name: string): string {
  return name
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
