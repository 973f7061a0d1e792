import type { VariableName } from '../../functions/config.ts';
import { type TargetName, targets } from '../../functions/config.ts';

/** What the project has on Google Cloud, by name. */

/** Cloud Run takes no capitals in a name; the entry point keeps them. */
export const functionNames: Readonly<Record<TargetName, string>> = {
  sync: 'sync',
  renewWatch: 'renew-watch',
  doctor: 'doctor',
  dashboard: 'dashboard',
  synthesis: 'synthesis',
};

/** Woken by Google's own services; the others are looked at by people. */
export const machineTargets = ['sync', 'renewWatch', 'doctor'] as const satisfies readonly TargetName[];
export const peopleTargets = ['dashboard', 'synthesis'] as const satisfies readonly TargetName[];

/** Never in an argument or a variable of a function that anybody with a look at the project could read. */
export const secrets = ['SMTP_URL', 'LINK_SECRET'] as const satisfies readonly VariableName[];

/** When Google wakes what; cron, in the zone of the deadlines. */
export const schedules = {
  sync: { cron: '*/10 * * * *', why: 'whatever a push missed is made good within ten minutes' },
  renewWatch: { cron: '20 */12 * * *', why: 'a watch lives seven days' },
  doctor: { cron: '30 7 * * *', why: 'before the digest of 08:00' },
} as const satisfies Readonly<Record<(typeof machineTargets)[number], { cron: string; why: string }>>;

export const TOPIC = 'form-watch';
export const SUBSCRIPTION = 'form-watch-sync';
/** The account by which Google Forms publishes. Fact: google-forms, watches. */
export const FORMS_PUBLISHER = 'forms-notifications@system.gserviceaccount.com';

/** Three accounts, each with what it does and nothing else. */
export const accounts = {
  run: { id: 'register-run', title: 'Runs the functions; both files are shared with it' },
  call: { id: 'register-call', title: 'May call the functions that machines call' },
  build: { id: 'register-build', title: 'Builds the functions' },
} as const;

export const apis = [
  'artifactregistry.googleapis.com',
  'cloudbuild.googleapis.com',
  'cloudfunctions.googleapis.com',
  'cloudscheduler.googleapis.com',
  'drive.googleapis.com',
  'forms.googleapis.com',
  'iam.googleapis.com',
  'iap.googleapis.com',
  'logging.googleapis.com',
  'monitoring.googleapis.com',
  'pubsub.googleapis.com',
  'run.googleapis.com',
  'secretmanager.googleapis.com',
  'sheets.googleapis.com',
] as const;

/** What a function is given besides what it cannot run without. */
const optional: Partial<Record<TargetName, readonly VariableName[]>> = { doctor: ['WATCH_TOPIC'] };

export function secretsOf(target: TargetName): readonly VariableName[] {
  return variablesOf(target).filter((name) => isSecret(name));
}

export function plainVariablesOf(target: TargetName): readonly VariableName[] {
  return variablesOf(target).filter((name) => !isSecret(name));
}

function variablesOf(target: TargetName): readonly VariableName[] {
  return [...targets[target], ...(optional[target] ?? [])];
}

function isSecret(name: VariableName): boolean {
  return (secrets as readonly VariableName[]).includes(name);
}
