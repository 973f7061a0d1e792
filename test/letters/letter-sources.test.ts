import { expect, test } from 'vitest';
import { createOutlineEnclosure } from '../../functions/letters/letter-sources.ts';
import { outlineSeeds } from '../../sheets-schema/seed/outline.ts';
import { unzip } from '../documents/unzip.ts';
import { aStatus } from '../domain/notices/notice-world.ts';
import { city } from '../support/office.ts';

test.each([
  ['HPG', false],
  ['HCM', true],
])('the outline goes along to %s, with section 2: %s', async (code, section2) => {
  const { filename, content } = createOutlineEnclosure()(aStatus({ unit: city(code) }), outlineSeeds);
  expect(filename).toBe(`De-cuong-bao-cao-2025-10-${code}.docx`);
  expect(
    unzip(await content())
      .get('word/document.xml')
      ?.includes('2.1. Nêu rõ'),
  ).toBe(section2);
});
