import { planAlone, withoutPlan } from '../../scripts/story/reports.ts';
import { askTheCities, type Office } from '../../test/support/office.ts';
import { fullReport } from '../../test/support/reports.ts';
import type { PersonAct } from './person-acts.ts';

type Stage = { readonly at: string; readonly meanwhile?: (office: Office) => Promise<unknown> };

const extension = { 'Thời điểm': '23/10/2025 14:00', 'Đơn vị': 'HUE', 'Giá trị': '31/10/2025' };

/** The round of the letter for three cities, as seen from the coordinator's desk. */
const stages: readonly Stage[] = [
  { at: '2025-10-23 14:30', meanwhile: (office) => office.decide('Gia hạn', extension) },
  { at: '2025-10-24 08:30' },
  { at: '2025-10-24 10:00', meanwhile: (office) => office.file('DNG', withoutPlan(fullReport('DNG'))) },
  { at: '2025-10-27 08:30' },
  { at: '2025-10-28 09:00', meanwhile: (office) => office.file('DNG', planAlone) },
  { at: '2025-10-29 08:30' },
  { at: '2025-10-30 08:30' },
  { at: '2025-10-30 15:00', meanwhile: (office) => office.file('HPG', fullReport('HPG')) },
  { at: '2025-10-31 08:30' },
];

export const STAGES = stages.length;

function later(time: string, minutes: number): string {
  const [day = '', clock = ''] = time.split(' ');
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return `${day} ${String(hour).padStart(2, '0')}:${String(minute + minutes).padStart(2, '0')}`;
}

/**
 * Plays the days. Before each run of the loop the hands of its stage are played, after it they are undone, and the loop
 * runs again; a calm day runs it at the same times.
 */
export async function playDays(office: Office, actsOf: (stage: number) => readonly PersonAct[]): Promise<void> {
  await askTheCities(office, { cities: ['HPG', 'DNG', 'HUE'] });
  await office.sync();
  for (const [index, { at, meanwhile }] of stages.entries()) {
    office.moveTo(at);
    await meanwhile?.(office);
    const undo: (() => Promise<void>)[] = [];
    for (const act of actsOf(index)) {
      const repair = await act.play(office);
      if (repair) undo.unshift(repair);
    }
    await office.sync();
    for (const repair of undo) await repair();
    await office.syncAt(later(at, 5));
  }
  await office.syncAt('2025-10-31 10:00');
}
