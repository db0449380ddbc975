/** Where the end of a PDF is looked for; some programs write lines of their own behind it. */
const END_BYTES = 2048;
/** A catalog is a short object. */
const CATALOG_BYTES = 2048;

/** Whether a PDF ends with the mark that its writer puts there last. */
export function isTruncated(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(Math.max(0, bytes.length - END_BYTES)));
  return !end.includes('%%EOF') && !end.includes('startxref');
}

/**
 * Gives a PDF whose end is missing an end that names its catalog, if that is there in the open: the reader then finds
 * the objects that are left. Without it, it finds none.
 */
export function mendTruncated(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = /\/Type\s*\/Catalog\b/u;
  for (let at = file.indexOf('/Catalog'); at >= 0; at = file.indexOf('/Catalog', at + 1)) {
    const near = file.subarray(Math.max(0, at - CATALOG_BYTES), at + 10).toString('latin1');
    const head = [...near.matchAll(/(\d{1,7})\s+(\d{1,5})\s+obj\b/gu)].at(-1);
    if (head === undefined || !found.test(near.slice(head.index))) continue;
    // The cut goes through an object, most likely, and all up to its end counts as part of it.
    const end = Buffer.from(
      `\nendstream\nendobj\ntrailer\n<< /Root ${head[1]} ${head[2]} R >>\n%%EOF`,
    );
    return Buffer.concat([file, end]);
  }
  return bytes;
}
