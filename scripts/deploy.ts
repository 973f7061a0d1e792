import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { configOrExit } from '../functions/config.ts';
import { buildBundle } from './build/build-bundle.ts';
import { type Step, shellScript } from './deploy/command.ts';
import { stepsAfter, stepsBefore } from './deploy/manual-steps.ts';
import { type DeployOptions, planAccounts, planDeploy, SEPARATOR } from './deploy/plan-deploy.ts';
import { gcloud, runStep } from './deploy/run-step.ts';

type Given = {
  readonly project: string;
  readonly region: string;
  readonly viewer: string[];
  readonly alertsTo?: string;
  readonly accounts?: boolean;
  readonly dryRun?: boolean;
};

/** What the commands take from the environment; the dry run names the variables instead. */
const NEEDS = ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM', 'LINK_SECRET'] as const;

const given = new Command('deploy')
  .description('Puts everything on Google Cloud with the gcloud command. May be run again: what is there stays.')
  .requiredOption('--project <id>', 'the Google Cloud project')
  .requiredOption('--region <name>', 'where it runs, such as asia-southeast1')
  .option('--viewer <member...>', 'who may look at the pages: group:…, user:…, domain:…', [])
  .option('--alerts-to <address>', 'where alerts are mailed')
  .option('--accounts', 'only the services and accounts, before the Sheet and the Form are made')
  .option('--dry-run', 'print the commands, as a shell script, and run none')
  .addHelpText('after', `\nEnvironment: ${NEEDS.join(', ')}. gcloud must be signed in and up to date.`)
  .parse()
  .opts<Given>();

const { project, region, viewer: viewers, alertsTo = null } = given;
const options: DeployOptions = { project, region, viewers, alertsTo };
const steps = given.accounts ? planAccounts(options) : planDeploy(options);
const byHand = given.accounts ? stepsBefore(options) : stepsAfter(options);

if (given.dryRun) {
  console.log(shellScript(steps));
  console.log(numbered(given.accounts ? byHand : [...stepsBefore(options), ...byHand], '# '));
} else {
  await runAll(steps, given.accounts ? new Map() : await prepared());
  console.log(`\nViệc còn lại, làm bằng tay:\n${numbered(byHand, '')}`);
}

/** The environment, checked, and the bundle, built. */
async function prepared(): Promise<Map<string, string>> {
  const config = configOrExit(process.env, NEEDS);
  const split = NEEDS.find((name) => config[name].includes(SEPARATOR));
  if (split) throw new Error(`${split} must not hold "${SEPARATOR}": gcloud would split it there.`);
  await buildBundle(fileURLToPath(new URL('../dist', import.meta.url)));
  return new Map(NEEDS.map((name) => [name, config[name]]));
}

async function runAll(all: readonly Step[], known: Map<string, string>): Promise<void> {
  try {
    for (const step of all) console.error(`· ${step.reason} ${await runStep(step, known, gcloud)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function numbered(lines: readonly string[], mark: string): string {
  return lines.map((line, index) => `${mark}${index + 1}. ${line}`).join('\n');
}
