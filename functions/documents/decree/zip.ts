import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A file as it stands in an archive: compressed once, it may go into many. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: Uint8Array<ArrayBuffer>;
  /** Bytes before compression. */
  readonly size: number;
  readonly sum: number;
};

const DEFLATED = 8;
/** The first day a zip can name, written in whatever zone the machine is in: equal contents are equal archives. */
const FIRST_DAY = '1980-01-01T00:00';

export function zipEntry(name: string, content: Uint8Array): ZipEntry {
  return { name, packed: deflateRawSync(content), size: content.length, sum: crc32(content) };
}

/** An archive of these files. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, packed, size, sum } of entries) {
    const file: ZipInputFile = { filename: name, size, crc: sum, compression: DEFLATED, mtime: FIRST_DAY };
    archive.add(file);
    file.ondata?.(null, packed, true);
  }
  archive.end();
  return Buffer.concat(chunks);
}
