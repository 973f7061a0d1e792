import type { OutlineQuestion } from '../../sheets-schema/tabs/outline.ts';
import type { Template } from '../../sheets-schema/tabs/settings.ts';
import type { Unit } from '../../sheets-schema/tabs/units.ts';
import type { PolicyInput } from '../domain/notices/notice.ts';

/** What the text of a mail is made from. */
export type MailSources = {
  readonly policy: PolicyInput;
  readonly units: readonly Unit[];
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
