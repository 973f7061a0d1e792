import type { Unit } from '../../../sheets-schema/tabs/units.ts';

/** What a document says of the unit that issues it. */
export type UnitLetterhead = {
  /** The head of the letter, a line each. */
  readonly lines: readonly string[];
  readonly symbol: string;
  /** Before the day. */
  readonly place: string;
  readonly name: string;
};

const CITY_COMMITTEE = 'Ủy ban nhân dân ';

export function unitLetterhead({ name, shortName }: Unit): UnitLetterhead {
  if (!name.startsWith(CITY_COMMITTEE)) return { lines: [upper(name)], symbol: 'BC-……', place: '…………', name };
  const own = name.slice(CITY_COMMITTEE.length);
  // The bare name of a place, save where a person's name asks for the full one (II.4.a).
  const place = own.replace(/^(?:thành phố|tỉnh) /, '') || shortName;
  return { lines: [upper(CITY_COMMITTEE.trim()), upper(own)], symbol: 'BC-UBND', place, name };
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
