import type { Decision } from '../../../sheets-schema/tabs/decisions.ts';
import { at } from '../notices/notice-world.ts';

/** A decision on HPG in the round of the letter, unless said otherwise. @param when local, as `2025-10-24 09:00` */
export function aDecision(decision: Decision['decision'], when: string, own: Partial<Decision> = {}): Decision {
  return {
    at: at(when),
    subject: '2025-10',
    unit: 'HPG',
    item: null,
    decision,
    value: null,
    reason: null,
    by: 'Điều phối viên',
    ...own,
  };
}
