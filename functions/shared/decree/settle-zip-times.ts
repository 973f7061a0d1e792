const END_OF_DIRECTORY = 0x06054b50;
/** The first day a zip can name, 1980-01-01 00:00, as its two fields stand in the file. */
const FIRST_MOMENT = 0x0021_0000;

/**
 * The same archive with every entry dated 1980-01-01, so that equal contents are equal files. Offsets are those of
 * PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16; the archive has no comment, so its end stands at the end.
 */
export function settleZipTimes(archive: Uint8Array): Uint8Array {
  const settled = Uint8Array.from(archive);
  const view = new DataView(settled.buffer);
  const end = settled.length - 22;
  if (view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('The archive does not end in its directory.');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 12, FIRST_MOMENT, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, FIRST_MOMENT, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return settled;
}
