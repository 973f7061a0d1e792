import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type Environment, parseConfig } from '../../functions/config.ts';
import { createGoogle } from '../../functions/google/client.ts';
import { createWorkbook } from '../../functions/google/workbook.ts';
import { type Clock, emulatorClock, fixedClock, systemClock } from '../../functions/shared/clock.ts';
import type { ErasePorts } from '../../functions/upkeep/personal-data/erase.ts';

export type OpenPeople = ErasePorts & {
  readonly now: Temporal.Instant;
  /** Key of the marks under which erasures are recorded. */
  readonly secret: string;
};

/** The Sheet of the environment. @throws config.invalid naming every problem at once */
export async function openPeople(environment: Environment): Promise<OpenPeople> {
  const config = parseConfig(environment, ['SPREADSHEET_ID', 'LINK_SECRET']);
  const emulator = config.GOOGLE_WORKSPACE_EMULATOR_URL;
  return {
    workbook: createWorkbook(createGoogle({ emulator }), config.SPREADSHEET_ID),
    newToken: () => randomUUID().slice(0, 8),
    now: await clockOf(emulator, config.FIXED_NOW)(),
    secret: config.LINK_SECRET,
  };
}

function clockOf(emulator: string | undefined, fixed: string | undefined): Clock {
  if (fixed) return fixedClock(Temporal.Instant.from(fixed));
  return emulator ? emulatorClock(emulator) : systemClock;
}
