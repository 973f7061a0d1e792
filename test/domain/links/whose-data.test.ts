import { expect, test } from 'vitest';
import { entryOf, prefilledLink, questionId } from '../../../functions/domain/links/form-links.ts';
import { identification } from '../../../sheets-schema/form.ts';
import { outlineSeeds } from '../../../sheets-schema/seed/outline.ts';
import { citySeeds } from '../../../sheets-schema/seed/units.ts';

const unit = citySeeds.find(({ code }) => code === 'HNI') ?? citySeeds[0];

test('whoever supplies one item says whose report it is, which office it comes from, and how to reach somebody', () => {
  const asked = Object.entries(identification).filter(([, { required }]) => required);
  expect(asked.map(([name]) => name)).toEqual(['unit', 'code', 'office', 'filer', 'email', 'secrecy']);
});

test('a link fills in the unit, its code and what the form asks by unit; nothing of a person', () => {
  if (!unit) throw new Error('No city.');
  const round = { id: '2025-10', outlineVersion: outlineSeeds[0]?.version ?? '' };
  const uri = 'https://docs.google.example/forms/d/e/a/viewform';
  const own = { round, unit, epoch: 0, claim: 'BC-CXM-00000000' };
  const link = new URL(prefilledLink(uri, 'bi-mat-cua-cac-duong-dan-0123456789', outlineSeeds, own));
  const personal = ['office', 'filer', 'position', 'email', 'phone'] as const;
  const entries = personal.map((name) => entryOf(questionId(identification[name].key, identification[name].kind)));
  expect([...link.searchParams.keys()].filter((key) => entries.includes(key))).toEqual([]);
  expect([...link.searchParams.values()]).toEqual(expect.arrayContaining([unit.shortName]));
});
