import { clean, fold, sameD } from '../../../sheets-schema/text.ts';

/** What somebody is looked for by. */
export type PersonTerm =
  | { readonly kind: 'email'; readonly address: string }
  /** Digits without country code and leading zero. */
  | { readonly kind: 'phone'; readonly digits: string }
  | { readonly kind: 'name'; readonly key: string; readonly folded: string };

/** The personal cells that can be matched. */
export type PersonCells = {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Fewer digits stand in too many numbers to mean one of them. */
const FEWEST_DIGITS = 8;
const COUNTRY = /^(?:00)?84(?=\d{8})/;

/** Understands what was typed: an address, a telephone number, else a name. Null when it says nothing. */
export function readTerm(typed: string): PersonTerm | null {
  const text = clean(typed);
  if (text.includes('@')) return { kind: 'email', address: text.toLowerCase() };
  if (/^[\d\s().+-]+$/.test(text)) {
    const digits = nationalDigits(text);
    return digits.length < FEWEST_DIGITS ? null : { kind: 'phone', digits };
  }
  return /\p{L}/u.test(text) ? { kind: 'name', key: nameKey(text), folded: fold(text) } : null;
}

/** Whether cells are surely those of the person looked for. */
export function matches(term: PersonTerm, { name, email, phone }: PersonCells): boolean {
  switch (term.kind) {
    case 'email':
      return addressesIn(email ?? '').includes(term.address);
    case 'phone':
      return digitsOf(phone ?? '').includes(term.digits);
    case 'name':
      return nameKey(name ?? '') === term.key;
  }
}

/** Whether a name reads alike without its marks, or holds what was typed: for a person to look at, never to act on. */
export function resembles(term: PersonTerm, { name }: PersonCells): boolean {
  return term.kind === 'name' && name !== null && fold(name).includes(term.folded);
}

/**
 * One key for the spellings of one name: `Hòa` and `Hoà`, composed or not, in any case. Unlike a folded text it keeps
 * the marks: Hương and Hường are two people.
 */
export function nameKey(name: string): string {
  return sameD(clean(name))
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const letters = word.normalize('NFD');
      return letters.replace(TONES, '') + (letters.match(TONES) ?? []).join('');
    })
    .join(' ');
}

/** Grave, acute, tilde, hook above, dot below: the five marks that are tones and not part of a letter. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function addressesIn(cell: string): readonly string[] {
  return clean(cell)
    .toLowerCase()
    .split(/[\s,;<>()]+/);
}

function nationalDigits(text: string): string {
  return digitsOf(text).replace(COUNTRY, '').replace(/^0+/, '');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
