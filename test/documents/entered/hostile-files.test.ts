import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { zip, zipEntry } from '../../../functions/documents/decree/zip.ts';
import { readDocx } from '../../../functions/documents/entered/read-docx.ts';
import { docxOf, p, withParts } from './a-paper.ts';

let plain: Uint8Array;
beforeAll(async () => {
  plain = await docxOf([p('1.4. Các khó khăn, vướng mắc.')]);
});

const ZEROS = new Uint8Array(24_000_000);
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** What an archive says of its parts and what is in them are two things. */
const lying = () => zip([{ ...zipEntry('word/document.xml', ZEROS), size: 100 }]);
const laughs = `<!DOCTYPE w [<!ENTITY a "haha">${'bcdef'.replaceAll(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcde'[at]};`.repeat(10)}">`)}]><w:document>&f;</w:document>`;
const deep = `<w:document xmlns:w="w">${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}</w:document>`;

test.each<readonly [string, () => Uint8Array, string]>([
  ['more than 20 MB', () => new Uint8Array(20_000_001), 'lớn hơn 20 MB'],
  ['a bomb', () => zip([zipEntry('word/document.xml', ZEROS)]), 'quá lớn khi giải nén'],
  ['a bomb that says it is small', lying, 'quá lớn khi giải nén'],
  [
    'many parts',
    () => zip(Array.from({ length: 2_001 }, (_, at) => zipEntry(`word/p${at}.xml`, Buffer.from('x')))),
    'quá lớn khi giải nén',
  ],
  [
    'a part that is there twice',
    () => zip(['a', 'b'].map((text) => zipEntry('word/document.xml', Buffer.from(text)))),
    'bị hỏng',
  ],
  ['macros', () => withParts(plain, { 'word/vbaProject.bin': 'x' }), 'có macro'],
  [
    'macros by its type',
    () =>
      withParts(plain, {
        '[Content_Types].xml': '<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>',
      }),
    'có macro',
  ],
  ['a password', () => Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]), 'có mật khẩu'],
  ['Word of before 2007', () => Buffer.concat([OLE, Buffer.from('WordDocument', 'utf16le')]), 'Word đời cũ'],
  ['a PDF', () => Buffer.from('%PDF-1.7'), 'không phải là .docx'],
  ['nothing', () => new Uint8Array(), 'không phải là .docx'],
  ['another archive', () => zip([zipEntry('a.txt', Buffer.from('x'))]), 'không phải là .docx'],
  ['noise behind the right beginning', () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(5_000)]), 'Tệp'],
  ['half of a file', () => plain.subarray(0, plain.length / 2), 'Tệp'],
  [
    'names that stand for more and more',
    () => withParts(plain, { 'word/document.xml': laughs }),
    'không dùng trong .docx',
  ],
  ['no XML', () => withParts(plain, { 'word/document.xml': '<w:document' }), 'bị hỏng'],
  ['boxes in boxes without end', () => withParts(plain, { 'word/document.xml': deep }), ''],
])('%s gets a clear answer', async (_, file, why) => {
  const read = await readDocx(file());
  if (why === '') expect('refused' in read || read.lines.length < 10).toBe(true);
  else expect(read).toEqual({ refused: expect.stringContaining(why) });
  if ('refused' in read) expect(read.refused).toContain('Chưa ghi gì');
});
