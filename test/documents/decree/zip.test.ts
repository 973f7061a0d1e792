import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip, zipEntry } from '../../../functions/documents/decree/zip.ts';

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
    expect(Object.values(read).map((bytes) => strFromU8(bytes))).toEqual(['chung', own]);
  }
});
