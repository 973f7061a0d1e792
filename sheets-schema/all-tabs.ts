import type { Tab } from './define-tab.ts';
import { decisions } from './tabs/decisions.ts';
import { holidays } from './tabs/holidays.ts';
import { answers, changes, filers, ledger, reports } from './tabs/logs.ts';
import { outline } from './tabs/outline.ts';
import { choices, findings, mailPlan, matrix, overview, progress, tracking } from './tabs/projections.ts';
import { tasks } from './tabs/register.ts';
import { rounds } from './tabs/rounds.ts';
import { tabsOfSealedRounds } from './tabs/sealed.ts';
import { settingsTab } from './tabs/settings.ts';
import { system } from './tabs/system.ts';
import { templates } from './tabs/templates.ts';
import { contacts, units } from './tabs/units.ts';
import { visits } from './tabs/visits.ts';

/** Every tab, in the order they stand in the file. */
export const allTabs = [
  overview,
  tracking,
  matrix,
  progress,
  findings,
  mailPlan,
  tasks,
  rounds,
  decisions,
  visits,
  units,
  contacts,
  outline,
  settingsTab,
  holidays,
  templates,
  reports,
  answers,
  filers,
  ledger,
  changes,
  ...tabsOfSealedRounds,
  choices,
  system,
] as const satisfies readonly Tab[];
