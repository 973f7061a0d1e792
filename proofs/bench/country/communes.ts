import type { Cell } from '../../../sheets-schema/cell.ts';
import { encodeRow } from '../../../sheets-schema/parse-tab.ts';
import { type ContactRow, contacts, type Unit, units } from '../../../sheets-schema/tabs/units.ts';

/** Communes, wards and special zones since 01/7/2025: as many units as a round of the whole country could ask. */
export const WHOLE_COUNTRY = 3_321;

/** The group that holds all of them. */
export const COMMUNES = 'CAP-XA';

/** Invented communes, as many as wanted. */
export function communes(count: number): readonly Unit[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return {
      code: `X${number}`,
      name: `Ủy ban nhân dân xã Mẫu ${number}`,
      shortName: `Xã Mẫu ${number}`,
      aliases: null,
      domains: null,
      groups: [COMMUNES],
      activeFrom: null,
      activeTo: null,
      successor: null,
    };
  });
}

export function unitRows(all: readonly Unit[]): readonly (readonly Cell[])[] {
  return all.map((unit) => encodeRow(units, unit));
}

/** One mailbox for each, and the coordinator's own. */
export function contactRows(all: readonly Unit[]): readonly (readonly Cell[])[] {
  const contact = (unit: string, role: ContactRow['role']): ContactRow => ({
    id: `${unit}-1`,
    unit,
    role,
    honorific: null,
    name: null,
    emails: [`dothithongminh@${unit.toLowerCase()}.example`],
    active: true,
  });
  return [contact('BXD', 'Điều phối'), ...all.map(({ code }) => contact(code, 'Đầu mối'))].map((row) =>
    encodeRow(contacts, row),
  );
}
