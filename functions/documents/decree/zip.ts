import { constants, crc32, deflateRawSync } from 'node:zlib';
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

/** A stretch of a file, compressed on its own: what many files have in common is compressed once. */
export type ZipPiece = { readonly plain: Uint8Array; readonly packed: Uint8Array };

/** Ends at a whole byte and leaves nothing to refer back to (RFC 1951, what zlib calls a full flush). */
export function zipPiece(plain: Uint8Array): ZipPiece {
  return { plain, packed: deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH }) };
}

/** A few words, packed as they are (RFC 1951 section 3.2.4): compressing them would take longer than it saves. */
export function storedPiece(plain: Uint8Array): ZipPiece {
  if (plain.length > MOST_STORED) return zipPiece(plain);
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(~plain.length & MOST_STORED, 3);
  return { plain, packed: Buffer.concat([head, plain]) };
}

const MOST_STORED = 0xffff;
/** An empty last block: after it a file has no more. */
const END = Buffer.from([0x03, 0x00]);

/** A file made of pieces. */
export function piecedEntry(name: string, pieces: readonly ZipPiece[]): ZipEntry {
  return {
    name,
    packed: Buffer.concat([...pieces.map(({ packed }) => packed), END]),
    size: pieces.reduce((size, { plain }) => size + plain.length, 0),
    sum: pieces.reduce((sum, { plain }) => crc32(plain, sum), 0),
  };
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
