import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readApplied, writeApplied } from '../../functions/form/applied-form.ts';
import { system } from '../../sheets-schema/tabs/system.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom(
    'x'.repeat(3000),
    '"'.repeat(3000),
    '\\'.repeat(60_000),
    '\u202E"\u0007',
    '👨‍👩‍👧'.repeat(2000),
    '\uD83C',
  ),
);

test('what was made of the form is read back from its one cell, whatever people did to it and Google said of it', () => {
  const applied = fc.record({
    strange: fc.array(words, { maxLength: 700, size: 'max' }),
    refused: words,
    doorRefused: words,
  });
  const { codec } = system.columns.value;
  fc.assert(
    fc.property(applied, (told) => {
      const form = { ...readApplied(''), hash: 'a1b2c3d4e5f6', items: { '7a00000f': 'a1b2c3d4e5f6' }, ...told };
      const cell = codec.write(writeApplied(form));
      expect(codec.read(cell)).toBe(writeApplied(form));
      expect(String(cell).length).toBeLessThan(50_000);
      const read = readApplied(String(codec.read(cell)));
      expect(read).toMatchObject({ hash: form.hash, items: form.items });
      expect(read.strange.length).toBe(Math.min(form.strange.length, 21));
      expect(writeApplied(read).length).toBeLessThan(50_000);
    }),
    { numRuns: 40 },
  );
});
