import { sameD } from '../../../sheets-schema/text.ts';

/** The name of a file as every computer and mail server takes it: of keys people write, letters without accents, digits and dashes. */
export function docxName(...parts: readonly string[]): string {
  const plain = parts.map((part) =>
    sameD(part)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/Đ/g, 'D')
      .replace(/đ/g, 'd')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  );
  return `${plain.filter(Boolean).join('-').slice(0, 100)}.docx`;
}
