import type { Temporal } from 'temporal-polyfill';
import type { Task } from '../../../sheets-schema/tabs/register.ts';
import type { Unit } from '../../../sheets-schema/tabs/units.ts';
import { expandUnits, knownEntries } from './expected-units.ts';

/** Who has to do with a task, by the codes of `Đơn vị`, in its order. */
export type TaskRoles = {
  /** Who has to do it: each stands in `Tiến độ` and is asked. */
  readonly doers: readonly string[];
  /** Of the doers those that alone receive what they do: nobody asks them by mail. */
  readonly ownRecipients: readonly string[];
  /** Who takes part and is told; never asked. */
  readonly told: readonly string[];
  /** Who leads it, whoever has to do it. */
  readonly leads: readonly string[];
};

type Named = Pick<Task, 'lead' | 'cooperating' | 'appliesTo' | 'recipient'>;

/**
 * A task is asked of whom it applies to, else of who leads it. Who is listed as co-operating and does not lead it is
 * told, even where the task is said to apply to it.
 */
export function rolesOf(task: Named, units: readonly Unit[], on: Temporal.PlainDate): TaskRoles {
  const codes = (entries: readonly string[]) =>
    entries.length === 0 ? [] : expandUnits(knownEntries(entries, units), units, on).codes;
  const leads = new Set(codes(leadsOf(task)));
  const cooperating = codes(task.cooperating ?? []);
  const helps = new Set(cooperating.filter((code) => !leads.has(code)));
  const named = codes(task.appliesTo ?? leadsOf(task));
  const left = named.filter((code) => !helps.has(code));
  const doers = left.length > 0 ? left : named;
  const receiving = knownEntries(partsOf(task.recipient).map(wholeAgency), units);
  const { codes: recipients, unknown } = expandUnits(receiving, units, on);
  const [only] = unknown.length === 0 && recipients.length === 1 ? recipients : [];
  return {
    doers,
    ownRecipients: doers.filter((code) => code === only),
    told: cooperating.filter((code) => helps.has(code) && !doers.includes(code)),
    leads: [...leads],
  };
}

/** The units, groups or names that lead a task, as typed. */
export function leadsOf({ lead }: Pick<Task, 'lead'>): readonly string[] {
  return partsOf(lead);
}

/** `Bộ Xây dựng (Cục Phát triển đô thị)`, `Cục Phát triển đô thị, Bộ Xây dựng`: what a part of an agency gets, the agency gets. */
function wholeAgency(name: string): string {
  return name.replace(/ *\([^)]*\)$/, '').replace(PART_OF_AGENCY, '') || name;
}

const PART_OF_AGENCY =
  /^(?:Cục|Vụ|Viện|Ban|Phòng|Trung tâm|Thanh tra|Tổ giúp việc|Văn phòng)(?!\p{L})[^,]*, *(?=\p{L}[^,]*$)/iu;

function partsOf(cell: string | null): readonly string[] {
  return (cell ?? '')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
