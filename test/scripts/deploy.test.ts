import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environment, type TargetName, targets } from '../../functions/config.ts';
import { SCOPES } from '../../functions/google/client.ts';
import { piecesOf, type Step, shellScript, shellWord, type Word } from '../../scripts/deploy/command.ts';
import { stepsAfter, stepsBefore } from '../../scripts/deploy/manual-steps.ts';
import { planAccounts, planDeploy } from '../../scripts/deploy/plan-deploy.ts';
import { functionNames, machineTargets, peopleTargets, schedules, secrets } from '../../scripts/deploy/resources.ts';
import { type Gcloud, runStep } from '../../scripts/deploy/run-step.ts';

const OPTIONS = {
  project: 'my-project',
  region: 'asia-southeast1',
  viewers: ['group:dieuphoi@boxaydung.example'],
  alertsTo: 'quantri@boxaydung.example',
};
const KNOWN = {
  SPREADSHEET_ID: 'sheet-0123456789',
  FORM_ID: 'form-0123456789',
  SMTP_URL: 'smtps://user:p\'a$s`s"@host.example:465',
  MAIL_FROM: 'Tổ giúp việc, "đô thị" <dothithongminh@boxaydung.example>',
  LINK_SECRET: 'a secret of 32 characters, $HOME!',
};
const CAPTURED = 'https://service.example';

const steps = planDeploy(OPTIONS);
const text = (word: Word) =>
  piecesOf(word)
    .map((piece) => (typeof piece === 'string' ? piece : `{${piece.variable}}`))
    .join('');
const lineOf = ({ run }: Step) => run.map(text).join(' ');
const linesOf = (start: string) => steps.map(lineOf).filter((line) => line.startsWith(start));
const flag = (line: string, name: string) => new RegExp(`--${name}=(\\S+)`).exec(line)?.[1] ?? '';
const deployed = linesOf('functions deploy').map((line) => ({ line, target: flag(line, 'entry-point') as TargetName }));

describe('what is named exists in code', () => {
  beforeAll(async () => {
    await import('../../functions/index.ts');
  });

  test('every function of the code is deployed once, under a name that Cloud Run takes', () => {
    expect(deployed.map(({ target }) => target).sort()).toEqual(Object.keys(targets).sort());
    for (const name of Object.values(functionNames)) expect(name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
  });

  test.each(deployed)('$target is registered', ({ target }) => {
    expect(() => getTestServer(target)).not.toThrow();
  });

  test.each(deployed)('$target is given what it cannot run without, by name', ({ line, target }) => {
    const set = [...line.matchAll(/~~(?!NODE_)([A-Z_]+)=/g)].map(([, name]) => name ?? '');
    const secret = flag(line, 'set-secrets').split(',').filter(Boolean);
    const names = [...set, ...secret.map((pair) => pair.split('=')[0] ?? '')];
    for (const name of names) expect(Object.keys(environment)).toContain(name);
    expect(names).toEqual(expect.arrayContaining([...targets[target]]));
    expect(set.filter((name) => (secrets as readonly string[]).includes(name))).toEqual([]);
  });

  test('every secret that is kept is given to a function that cannot do without it, and the other way round', () => {
    const kept = linesOf('secrets create').map((line) => line.split(' ')[2]);
    const given = deployed.flatMap(({ line }) => flag(line, 'set-secrets').split(',').filter(Boolean));
    expect(kept.sort()).toEqual([...new Set(given.map((pair) => pair.split('=')[0]))].sort());
  });

  test('every machine-called function has its schedule, every function its reader, and no other', () => {
    const jobs = linesOf('scheduler jobs create http').map((line) => line.split(' ')[4]);
    expect(jobs.sort()).toEqual(machineTargets.map((target) => functionNames[target]).sort());
    expect([...machineTargets, ...peopleTargets].sort()).toEqual(Object.keys(targets).sort());
  });

  test('every account that is made is used, and every Google service the code asks rights for is on', () => {
    for (const line of linesOf('iam service-accounts create')) {
      const used = steps.filter((step) => lineOf(step).includes(`${line.split(' ')[3]}@`));
      expect(used.length, line).toBeGreaterThan(0);
    }
    const services = [...new Set(SCOPES.map((scope) => /auth\/(drive|forms|spreadsheets)/.exec(scope)?.[1] ?? scope))];
    const names = services.map((name) => `${name.replace('spreadsheets', 'sheets')}.googleapis.com`);
    expect((linesOf('services enable')[0] ?? '').split(' ')).toEqual(expect.arrayContaining(names));
  });

  test.each(Object.entries(schedules))('%s runs by the clock of the deadlines', (target, { cron }) => {
    const name = functionNames[target as TargetName];
    const job = steps.find((step) => lineOf(step).startsWith(`scheduler jobs create http ${name} `));
    expect(job?.run).toContain(`--schedule=${cron}`);
    expect(job?.run).toContain('--time-zone=Asia/Ho_Chi_Minh');
    expect(cron.split(' ')).toHaveLength(5);
  });

  test('watches tell the topic that the subscription reads', () => {
    const [topic] = linesOf('pubsub topics create').map((line) => line.split(' ')[3]);
    const renewing = deployed.find(({ target }) => target === 'renewWatch')?.line ?? '';
    expect(renewing).toContain(`WATCH_TOPIC=projects/my-project/topics/${topic} `);
    expect(linesOf('pubsub subscriptions create')[0]).toContain(`--topic=${topic} `);
  });

  test('a push waits longer than a run may take, and the subscription never ends', () => {
    const [push = ''] = linesOf('pubsub subscriptions create');
    const longest = deployed.map(({ line }) => Number.parseInt(flag(line, 'timeout'), 10));
    expect(Number(flag(push, 'ack-deadline'))).toBeGreaterThan(Math.max(...longest));
    expect(flag(push, 'expiration-period')).toBe('never');
    expect(flag(push, 'push-auth-service-account')).toBe('register-call@my-project.iam.gserviceaccount.com');
  });
});

describe('rights', () => {
  const bindings = steps.map(lineOf).filter((line) => line.includes('add-iam-policy-binding'));
  const rights = bindings.map(
    (line) => `${flag(line, 'member').replace(/^serviceAccount:/, '')} ${flag(line, 'role')}`,
  );

  test('are these and no others', () => {
    const own = (name: string) => `register-${name}@my-project.iam.gserviceaccount.com`;
    expect([...new Set(rights)].sort()).toEqual(
      [
        `${own('build')} roles/cloudbuild.builds.builder`,
        `${own('run')} roles/secretmanager.secretAccessor`,
        `${own('call')} roles/run.invoker`,
        'forms-notifications@system.gserviceaccount.com roles/pubsub.publisher',
        'service-{PROJECT_NUMBER}@gcp-sa-pubsub.iam.gserviceaccount.com roles/iam.serviceAccountTokenCreator',
        'service-{PROJECT_NUMBER}@gcp-sa-iap.iam.gserviceaccount.com roles/run.invoker',
        'group:dieuphoi@boxaydung.example roles/iap.httpsResourceAccessor',
      ].sort(),
    );
  });

  test('nobody may call a function without being let in', () => {
    for (const { line } of deployed) expect(line).toContain('--no-allow-unauthenticated');
    expect(steps.map(lineOf).join('\n')).not.toMatch(/allUsers|allAuthenticatedUsers/);
  });

  test('a right on the whole project is only that of building', () => {
    expect(bindings.filter((line) => line.startsWith('projects '))).toHaveLength(1);
  });

  test('machines call what machines need, people come through the proxy', () => {
    const called = linesOf('run services add-iam-policy-binding').map((line) => [
      line.split(' ')[3],
      line.includes('register-call@') ? 'machine' : 'people',
    ]);
    expect(called).toEqual([
      ['sync', 'machine'],
      ['renew-watch', 'machine'],
      ['doctor', 'machine'],
      ['dashboard', 'people'],
      ['synthesis', 'people'],
    ]);
    expect(linesOf('beta run services update').map((line) => line.split(' ').slice(4, 6))).toEqual([
      ['dashboard', '--iap'],
      ['synthesis', '--iap'],
    ]);
  });
});

/** A gcloud that writes down how it was called: every look finds nothing, or everything; what was made is found. */
const FAKE = `#!/bin/sh
for a in "$@"; do printf '%s\\037' "$a" >> "$GCLOUD_LOG"; done
printf '<%s>\\036' "$(case "$*" in *--data-file=-*) cat;; esac)" >> "$GCLOUD_LOG"
case "$*" in
  *serviceConfig.uri*|*projectNumber*) echo ${CAPTURED}; exit;;
  *"channels create"*) touch "$GCLOUD_LOG.channel";;
  *"channels list"*) [ -n "$EXISTS" ] || [ -e "$GCLOUD_LOG.channel" ] && echo there; exit 0;;
esac
[ -n "$EXISTS" ] || case "$*" in *" list "*) exit 0;; *" describe "*|*" access "*) exit 1;; esac
case "$*" in
  *" access "*SMTP_URL*) printf %s "$SMTP_URL";;
  *" access "*) printf %s "$LINK_SECRET";;
  *) echo there;;
esac
`;

type Call = { readonly args: readonly string[]; readonly input: string };

describe('running it', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gcloud-'));
    await writeFile(join(folder, 'gcloud'), FAKE);
    await chmod(join(folder, 'gcloud'), 0o755);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function callsOf(exists: boolean, act: (env: Record<string, string>) => unknown): Promise<readonly Call[]> {
    const log = join(await mkdtemp(join(folder, 'run-')), 'log');
    const path = `${folder}:${process.env['PATH']}`;
    await act({ ...KNOWN, PATH: path, GCLOUD_LOG: log, EXISTS: exists ? '1' : '' });
    const calls = (await readFile(log, 'utf8')).split('\x1e').slice(0, -1);
    return calls.map((call) => {
      const parts = call.split('\x1f');
      return { args: parts.slice(0, -1), input: parts.at(-1)?.slice(1, -1) ?? '' };
    });
  }

  /** The printed script, run by a shell. */
  const byShell = (exists: boolean) =>
    callsOf(exists, (env) => {
      execFileSync('sh', ['-c', shellScript(steps)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    });

  /** The same by this program, without a shell between. */
  const byProgram = (exists: boolean) =>
    callsOf(exists, async (env) => {
      const known = new Map(Object.entries(KNOWN));
      const run: Gcloud = async (args, { input = '' }) => {
        const { status, stdout } = spawnSync(join(folder, 'gcloud'), args, { env, input, encoding: 'utf8' });
        return { code: status ?? 1, printed: stdout.trim() };
      };
      for (const step of steps) await runStep(step, known, run);
    });

  test.each([false, true])('the printed script and the program do the same; everything there: %s', async (exists) => {
    expect(await byShell(exists)).toEqual(await byProgram(exists));
  });

  test('a second run makes nothing', async () => {
    const made = (calls: readonly Call[]) =>
      calls
        .filter(({ args }) => args.includes('create') || (args.includes('versions') && args.includes('add')))
        .filter(({ args }) => !args.includes('identity'));
    expect(made(await byProgram(true))).toEqual([]);
    expect(made(await byProgram(false)).length).toBeGreaterThan(10);
  });

  test('a secret goes through the input, never through an argument', async () => {
    const calls = await byProgram(false);
    const words = calls.flatMap(({ args }) => args).join('\n');
    for (const name of secrets) expect(words).not.toContain(KNOWN[name]);
    expect(calls.flatMap(({ input }) => (input ? [input] : []))).toEqual([KNOWN.SMTP_URL, KNOWN.LINK_SECRET]);
  });

  test('a value with commas, quotes and spaces is one argument, and splits nowhere', async () => {
    const sync = (await byShell(true)).find(({ args }) => args.includes('--entry-point=sync'));
    const values = sync?.args
      .find((arg) => arg.startsWith('--set-env-vars='))
      ?.replace('--set-env-vars=^~~^', '')
      .split('~~');
    expect(values).toContain(`MAIL_FROM=${KNOWN.MAIL_FROM}`);
  });

  test('a command that fails ends the run with what was being done', async () => {
    const failing = runStep(steps[0] as Step, new Map(), async () => ({ code: 1, printed: '' }));
    await expect(failing).rejects.toThrow('gcloud ended with 1. The services this project uses.');
  });
});

describe('words of a command line', () => {
  test.each([
    "it's",
    'a b',
    '$HOME',
    '`id`',
    '"',
    '\\',
    '*',
    '',
    'a\nb',
    '~~x',
    '--flag=a,b',
    'đô thị',
    ';rm',
    '#',
    '!',
    '(',
    '&&',
  ])('%j reaches the program as it is', (word) => {
    const printed = spawnSync('sh', ['-c', `printf '%s.' ${shellWord(word)}`], { encoding: 'utf8' }).stdout;
    expect(printed).toBe(`${word}.`);
  });

  test('a variable between two texts is put in, and never read as a command', () => {
    const word = ["it's ", { variable: 'NAME' }, ' $x'];
    const run = spawnSync('sh', ['-c', `printf '%s.' ${shellWord(word)}`], {
      encoding: 'utf8',
      env: { NAME: '$(id) "`' },
    });
    expect(run.stdout).toBe(`it's $(id) "\` $x.`);
  });
});

describe('what people do', () => {
  test('the accounts stand before the files are shared with one of them', () => {
    expect(steps.slice(0, planAccounts(OPTIONS).length)).toEqual(planAccounts(OPTIONS));
    expect(stepsBefore(OPTIONS).join('\n')).toContain('register-run@my-project.iam.gserviceaccount.com');
  });

  test('the mail switch comes last', () => {
    expect(stepsAfter(OPTIONS).at(-1)).toContain('Gửi thư');
  });
});
