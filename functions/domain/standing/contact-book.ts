import type { Contact, ContactRole } from '../../../sheets-schema/tabs/units.ts';

/** The contacts in use of a unit in a role, each address once; `unit` null asks for the role wherever it stands. */
export type ContactBook = (unit: string | null, role: ContactRole) => readonly Contact[];

export function contactBook(contacts: readonly Contact[]): ContactBook {
  const inUse = contacts.filter(({ active }) => active);
  const byRole = Map.groupBy(inUse, ({ role }) => role);
  const byUnit = Map.groupBy(inUse, ({ role, unit }) => `${role}/${unit}`);
  return (unit, role) => eachOnce((unit === null ? byRole.get(role) : byUnit.get(`${role}/${unit}`)) ?? []);
}

/** An address written twice is one reader: the first row that has it stands for all. */
function eachOnce(contacts: readonly Contact[]): readonly Contact[] {
  if (contacts.length < 2) return contacts;
  const byAddress = new Map(contacts.toReversed().map((contact) => [addressKey(contact), contact]));
  return contacts.filter((contact) => byAddress.get(addressKey(contact)) === contact);
}

/** Under which two spellings of one address meet. */
export function addressKey({ email }: Pick<Contact, 'email'>): string {
  return email.toLowerCase();
}
