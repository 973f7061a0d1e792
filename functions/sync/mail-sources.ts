import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Template } from '../../sheets-schema/tabs/settings.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import { aboutKey } from '../domain/notices/ledger.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';
import { figuresByRound, type RoundFigures } from '../domain/standing/round-figures.ts';
import type { UnitStatus } from '../domain/standing/unit-status.ts';
import type { Outlook } from '../workbook/outlook.ts';
import type { Snapshot } from '../workbook/snapshot.ts';

/** What the text of a mail is made from. */
export type MailSources = {
  readonly policy: PolicyInput;
  readonly units: ReadonlyMap<string, Unit>;
  /** By subject and unit, as {@link aboutKey} writes them. */
  readonly statuses: ReadonlyMap<string, UnitStatus>;
  readonly figures: ReadonlyMap<string, RoundFigures>;
  readonly templates: readonly Template[];
  readonly outline: readonly OutlineQuestion[];
  readonly linkSecret: string;
  readonly formUri: string;
  readonly sheetUrl: string;
  readonly lastGoodRun: string;
  /** What the last check-up found that needs a person, a line each. */
  readonly doctor: string;
  readonly findingCount: number;
};

/** What the mails of one run are made from, arranged once for all of them. */
export function mailSources(
  { people, bookkeeping }: Snapshot,
  { policy }: Outlook,
  { linkSecret, findingCount }: Pick<MailSources, 'linkSecret' | 'findingCount'>,
): MailSources {
  return {
    policy,
    units: new Map(people.units.rows.map((unit) => [unit.code, unit])),
    statuses: new Map(policy.statuses.map((status) => [aboutKey(status.round.id, status.unit.code), status])),
    figures: figuresByRound(policy.statuses, policy.now),
    templates: people.templates.rows,
    outline: people.outline.rows,
    linkSecret,
    formUri: bookkeeping.formUri,
    sheetUrl: bookkeeping.sheetUrl,
    lastGoodRun: bookkeeping.lastGoodRun,
    doctor: bookkeeping.doctor,
    findingCount,
  };
}
