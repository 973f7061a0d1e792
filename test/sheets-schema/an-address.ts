import fc from 'fast-check';

const atom = fc.string({
  unit: fc.constantFrom(..."abcxyzABC0123456789!#$%&'*+/=?^_`{|}~-"),
  minLength: 1,
  maxLength: 15,
});
const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?$/);
const lastLabel = fc.constantFrom('example', 'vn', 'com', 'xn--p1ai');

/** An e-mail address as the rule has it, its domain in small letters. */
export const anAddress: fc.Arbitrary<string> = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 3 }), fc.array(label, { minLength: 1, maxLength: 3 }), lastLabel)
  .map(([local, labels, last]) => `${local.join('.')}@${[...labels, last].join('.')}`);
