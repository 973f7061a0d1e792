import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip, zipEntry } from '../../functions/shared/decree/zip.ts';

const files: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  'word/đề cương.xml': 'Ủy ban nhân dân '.repeat(5_000),
  'word/empty.xml': '',
};

const packed = async () =>
  zip(await Promise.all(Object.entries(files).map(([name, text]) => zipEntry(name, Buffer.from(text)))));

test('an archive gives back every file under its name', async () => {
  const read = Object.entries(unzipSync(await packed())).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(Object.fromEntries(read)).toEqual(files);
});

test('equal files make equal archives, smaller than what is in them', async () => {
  const archive = await packed();
  expect(Buffer.compare(archive, await packed())).toBe(0);
  expect(archive.length).toBeLessThan(1_000);
});

test('an entry may go into many archives', async () => {
  const shared = await zipEntry('shared', Buffer.from('chung'));
  for (const own of ['một', 'hai']) {
    const read = unzipSync(zip([shared, await zipEntry('own', Buffer.from(own))]));
    expect([strFromU8(read['shared']!), strFromU8(read['own']!)]).toEqual(['chung', own]);
  }
});
