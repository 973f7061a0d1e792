import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** A file as it stands in an archive: compressed once, it may go into many. */
export type ZipEntry = {
  readonly name: Buffer;
  readonly packed: Buffer;
  /** Bytes before compression. */
  readonly size: number;
  readonly sum: number;
};

const [ENTRY, DIRECTORY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Deflate, as every reader of the last decades takes it. */
const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
const DEFLATED = 8;
/** The first day a zip can name, 1980-01-01 00:00: equal contents are equal archives. */
const FIRST_MOMENT = 0x0021_0000;

const deflate = promisify(deflateRaw);

/** Compresses beside the main thread. */
export async function zipEntry(name: string, content: Uint8Array): Promise<ZipEntry> {
  return {
    name: Buffer.from(name),
    packed: (await deflate(content)) as Buffer,
    size: content.length,
    sum: crc32(content),
  };
}

/** An archive of these files. Offsets are those of PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const facts = factsOf(entry);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(ENTRY, 0);
    facts.copy(head, 4);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(DIRECTORY, 0);
    listed.writeUInt16LE(VERSION, 4);
    facts.copy(listed, 6);
    listed.writeUInt32LE(offset, 42);
    directory.push(listed, entry.name);
    files.push(head, entry.name, entry.packed);
    offset += head.length + entry.name.length + entry.packed.length;
  }
  return Buffer.concat([...files, ...directory, endOf(entries.length, offset, directory)]);
}

/** What an entry's own head and its line in the directory both say. */
function factsOf({ name, packed, size, sum }: ZipEntry): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(NAMES_ARE_UTF8, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt32LE(FIRST_MOMENT, 6);
  facts.writeUInt32LE(sum, 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(size, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function endOf(count: number, offset: number, directory: readonly Buffer[]): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}
