import { crc32, inflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { piecedEntry, storedPiece, zip, zipEntry, zipPiece } from '../../../functions/documents/decree/zip.ts';

const files: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  'word/đề cương.xml': 'Ủy ban nhân dân '.repeat(5_000),
  'word/empty.xml': '',
};

const packed = () => zip(Object.entries(files).map(([name, text]) => zipEntry(name, Buffer.from(text))));

test('an archive gives back every file under its name', () => {
  const read = Object.entries(unzipSync(packed())).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(Object.fromEntries(read)).toEqual(files);
});

test('equal files make equal archives, smaller than what is in them', () => {
  const archive = packed();
  expect(Buffer.compare(archive, packed())).toBe(0);
  expect(archive.length).toBeLessThan(2_000);
});

test('an entry may go into many archives', () => {
  const shared = zipEntry('shared', Buffer.from('chung'));
  for (const own of ['một', 'hai']) {
    const read = unzipSync(zip([shared, zipEntry('own', Buffer.from(own))]));
    expect([strFromU8(read['shared']!), strFromU8(read['own']!)]).toEqual(['chung', own]);
  }
});

test('a file in pieces is the same file', () => {
  const parts = ['<w:t>Kính gửi: '.repeat(2_000), 'Ủy ban nhân dân', '', '</w:t>'.repeat(3), 'dài'.repeat(30_000)];
  const [start, name, nothing, middle, long] = parts.map((part) => Buffer.from(part)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const pieces = [zipPiece(start), storedPiece(name), storedPiece(nothing), zipPiece(middle), storedPiece(long)];
  const { packed, size, sum } = piecedEntry('word/document.xml', pieces);
  const whole = Buffer.from(parts.join(''));
  expect(inflateRawSync(packed).equals(whole)).toBe(true);
  expect({ size, sum }).toEqual({ size: whole.length, sum: crc32(whole) });
  expect(packed.length).toBeLessThan(whole.length / 50);
});
