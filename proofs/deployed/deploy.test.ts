import { execFileSync, spawnSync } from 'node:child_process';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CALLER_PATIENCE, environment, FUNCTION_TIMEOUT, type TargetName, targets } from '../../functions/config.ts';
import { SCOPES } from '../../functions/google/client.ts';
import { COMPILE_CACHE } from '../../scripts/build/build-bundle.ts';
import { MEMORY, NODE_OPTIONS } from '../../scripts/deploy/function-size.ts';
import { ZONE } from '../../sheets-schema/zone.ts';
import {
  type Call,
  type CloudProject,
  callsOf,
  createCloudProject,
  DEPLOY,
  firstDeployment,
  flag,
  PROJECT,
  UNINSTALL,
  USUAL,
} from '../../test/scripts/play-deploy.ts';

const calls = firstDeployment();
const SECRETS = ['SMTP_URL', 'LINK_SECRET'] as const;
const MACHINES = ['sync', 'renewWatch', 'doctor'];
const PEOPLE = ['dashboard', 'synthesis'];

/** A function as it is deployed: its name there, and what it is given. */
const deployed = callsOf(calls, 'functions deploy').map((call) => ({
  call,
  target: flag(call, 'entry-point') as TargetName,
  name: call.args[2] ?? '',
  given: flag(call, 'set-env-vars').replace('^~~^', '').split('~~'),
  secrets: flag(call, 'set-secrets').split(',').filter(Boolean),
  runsAs: flag(call, 'run-service-account'),
}));
const own = (name: string) => `register-${name}@${PROJECT}.iam.gserviceaccount.com`;

describe('what is named exists in code', () => {
  beforeAll(async () => {
    await import('../../functions/index.ts');
  });

  test('every function of the code is deployed once, under a name that Cloud Run takes', () => {
    expect(deployed.map(({ target }) => target).sort()).toEqual(Object.keys(targets).sort());
    for (const { name } of deployed) expect(name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
  });

  test.each(deployed)('$target is registered', ({ target }) => {
    expect(() => getTestServer(target)).not.toThrow();
  });

  test.each(deployed)('$target is given what it cannot run without, by name, and no secret in the open', (one) => {
    const plain = one.given.map((pair) => pair.split('=')[0] ?? '').filter((name) => !name.startsWith('NODE_'));
    const secret = one.secrets.map((pair) => pair.split('=')[0] ?? '');
    for (const name of [...plain, ...secret]) expect(Object.keys(environment)).toContain(name);
    expect([...plain, ...secret]).toEqual(expect.arrayContaining([...targets[one.target]]));
    expect(plain.filter((name) => (SECRETS as readonly string[]).includes(name))).toEqual([]);
    expect(one.secrets).toEqual(secret.map((name) => `${name}=${name}:latest`));
    for (const pair of one.given.filter((line) => (line.split('=')[0] as string) in USUAL)) {
      const [name = ''] = pair.split('=');
      expect(pair).toBe(`${name}=${USUAL[name as keyof typeof USUAL]}`);
    }
  });

  test.each(deployed)('$target runs with the sizes and times that the code counts on', ({ call, given }) => {
    expect([flag(call, 'memory'), flag(call, 'timeout')]).toEqual([`${MEMORY}Mi`, `${FUNCTION_TIMEOUT}s`]);
    expect(given).toEqual(
      expect.arrayContaining([`NODE_OPTIONS=${NODE_OPTIONS}`, `NODE_COMPILE_CACHE=${COMPILE_CACHE}`]),
    );
    expect([flag(call, 'concurrency'), flag(call, 'source')]).toEqual(['1', 'dist']);
  });

  test('every machine-called function has its schedule, by the clock of the deadlines, and no other', () => {
    const jobs = callsOf(calls, 'scheduler jobs create http');
    const names = deployed.filter(({ target }) => MACHINES.includes(target)).map(({ name }) => name);
    expect(jobs.map(({ args }) => args[4]).sort()).toEqual([...names, 'self-test'].sort());
    for (const job of jobs) {
      const [name = '', query = ''] = job.args[4] === 'self-test' ? ['doctor', '?self-test=1'] : [job.args[4]];
      const url = `https://${name}.example`;
      expect(flag(job, 'schedule').split(' ')).toHaveLength(5);
      expect([flag(job, 'time-zone'), flag(job, 'uri')]).toEqual([ZONE, url + query]);
      expect([flag(job, 'attempt-deadline'), flag(job, 'oidc-token-audience')]).toEqual([`${CALLER_PATIENCE}s`, url]);
    }
  });

  test('every Google service the code asks rights for is on', () => {
    const services = SCOPES.map((scope) => /auth\/(drive|forms|spreadsheets)/.exec(scope)?.[1] ?? scope);
    const names = services.map((name) => `${name.replace('spreadsheets', 'sheets')}.googleapis.com`);
    expect(callsOf(calls, 'services enable')[0]?.args).toEqual(expect.arrayContaining(names));
  });

  test('watches tell the topic that the subscription reads', () => {
    const topic = callsOf(calls, 'pubsub topics create')[0]?.args[3];
    const watching = deployed.filter(({ given }) => given.includes(`WATCH_TOPIC=projects/${PROJECT}/topics/${topic}`));
    expect(watching.map(({ target }) => target)).toEqual(['renewWatch', 'doctor']);
    const [push] = callsOf(calls, 'pubsub subscriptions create');
    expect([flag(push as Call, 'topic'), flag(push as Call, 'push-endpoint')]).toEqual([topic, 'https://sync.example']);
  });

  test('a push waits longer than a run may take, and the subscription never ends', () => {
    const [push] = callsOf(calls, 'pubsub subscriptions create') as [Call];
    expect(Number(flag(push, 'ack-deadline'))).toBe(CALLER_PATIENCE);
    expect(CALLER_PATIENCE).toBeGreaterThan(FUNCTION_TIMEOUT);
    expect(flag(push, 'expiration-period')).toBe('never');
    expect(flag(push, 'push-auth-service-account')).toBe(own('push'));
  });

  test('an alert names services that are deployed, and is told to whom it was asked to be', () => {
    const policies = callsOf(calls, 'monitoring policies create');
    expect(policies.length).toBeGreaterThan(2);
    for (const policy of policies) {
      const { conditions } = JSON.parse(flag(policy, 'policy'));
      const named = [...JSON.stringify(conditions).matchAll(/service_name=\\+"([a-z-]+)/g)].map(([, name]) => name);
      expect(named).not.toEqual([]);
      expect(deployed.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
      expect(flag(policy, 'notification-channels')).toMatch(/^found-/);
    }
  });
});

describe('rights', () => {
  const bindings = calls.filter(({ args }) => args.includes('add-iam-policy-binding'));
  /** Who, what right, on what. */
  const rights = bindings.map((call) => {
    const [on = ''] = [flag(call, 'service'), call.args[call.args.indexOf('add-iam-policy-binding') + 1]].filter(
      Boolean,
    );
    return `${flag(call, 'member').replace(/^serviceAccount:/, '')} ${flag(call, 'role')} ${on.replace(`@${PROJECT}.iam.gserviceaccount.com`, '')}`;
  });

  test('are these and no others', () => {
    const proxy = 'service-123456@gcp-sa-iap.iam.gserviceaccount.com roles/run.invoker';
    expect([...new Set(rights)].sort()).toEqual(
      [
        `${own('build')} roles/cloudbuild.builds.builder ${PROJECT}`,
        ...SECRETS.map((secret) => `${own('run')} roles/secretmanager.secretAccessor ${secret}`),
        `${own('care')} roles/secretmanager.secretAccessor SMTP_URL`,
        ...['sync', 'renew-watch', 'doctor'].map((name) => `${own('call')} roles/run.invoker ${name}`),
        `${own('push')} roles/run.invoker sync`,
        'forms-notifications@system.gserviceaccount.com roles/pubsub.publisher form-watch',
        'service-123456@gcp-sa-pubsub.iam.gserviceaccount.com roles/iam.serviceAccountTokenCreator register-push',
        ...PEOPLE.flatMap((page) => [
          `${proxy} ${page}`,
          ...USUAL.VIEWERS.split(' ').map((viewer) => `${viewer} roles/iap.httpsResourceAccessor ${page}`),
        ]),
      ].sort(),
    );
  });

  test('each job has an account of its own, and every account a job', () => {
    const jobs = Object.fromEntries(deployed.map(({ target, runsAs }) => [target, runsAs]));
    expect(jobs).toEqual({
      sync: own('run'),
      renewWatch: own('care'),
      doctor: own('care'),
      dashboard: own('pages'),
      synthesis: own('pages'),
    });
    const made = callsOf(calls, 'iam service-accounts create').map(({ args }) => `${args[3]}@`);
    const words = calls.filter(({ args }) => args[0] !== 'iam').flatMap(({ args }) => args);
    expect(made.filter((name) => !words.some((word) => word.includes(name)))).toEqual([]);
  });

  test('a secret is read by the accounts whose functions are given it, and by no other', () => {
    for (const secret of SECRETS) {
      const needing = deployed.filter(({ secrets }) => secrets.includes(`${secret}=${secret}:latest`));
      const may = rights
        .filter((right) => right.endsWith(`secretAccessor ${secret}`))
        .map((right) => right.split(' ')[0]);
      expect(may.sort()).toEqual([...new Set(needing.map(({ runsAs }) => runsAs))].sort());
    }
  });

  test('nobody may call a function without being let in, and whom nobody outside calls is not reached from there', () => {
    for (const { call, target } of deployed) {
      expect(call.args).toContain('--no-allow-unauthenticated');
      expect(flag(call, 'ingress-settings')).toBe(PEOPLE.includes(target) ? 'all' : 'internal-only');
    }
    expect(calls.flatMap(({ args }) => args).join('\n')).not.toMatch(/allUsers|allAuthenticatedUsers/);
  });

  test('people come through the proxy', () => {
    expect(callsOf(calls, 'beta run services update').map(({ args }) => args.slice(4, 6))).toEqual(
      PEOPLE.map((page) => [page, '--iap']),
    );
  });
});

describe('running it', () => {
  let project: CloudProject;
  beforeEach(() => {
    project = createCloudProject();
  });
  afterEach(() => project.close());

  const makes = ({ args }: Call) =>
    (args.includes('create') && !args.includes('identity')) || (args.includes('versions') && args.includes('add'));

  test('a second run makes nothing, and brings what is there up to date', () => {
    expect(project.play().calls.filter(makes).length).toBeGreaterThan(15);
    const second = project.play({ ALERTS_TO: '' });
    expect([second.status, second.calls.filter(makes)]).toEqual([0, []]);
    expect(second.calls.filter(({ args }) => args.includes('update') && !args.includes('--iap'))).toHaveLength(8);
  });

  test('an alert that 0.1.0 made under its own name is kept as the same one', () => {
    const renamed = /^( *alert )'([^']+)' '([^']+)'/gm;
    const names = [...DEPLOY.matchAll(renamed)].map(([, , now = '', former = '']) => [now, former] as const);
    const before = names.reduce((text, [now, former]) => text.replaceAll(now, former), DEPLOY);
    expect(callsOf(project.play({}, before).calls, 'monitoring policies create')).toHaveLength(3);
    const { calls: made } = project.play();
    expect([callsOf(made, 'monitoring policies create'), callsOf(made, 'monitoring policies update').length]).toEqual([
      [],
      3,
    ]);
  });

  const linesOf = (made: readonly Call[]) => made.filter(makes).map(({ args }) => args.join(' '));

  test.each([
    ['iam service-accounts create register-push', 1],
    ['secrets versions add SMTP_URL', 1],
    ['functions deploy doctor', 1],
    ['pubsub topics add-iam-policy-binding', 3],
    ['pubsub subscriptions create', 3],
    ['monitoring policies create', 3],
  ])('a run that ended at %s is finished by the next', (FAILS_AT, status) => {
    const cut = project.play({ FAILS_AT });
    const next = project.play();
    expect([cut.status, next.status]).toEqual([status, 0]);
    const made = [...cut.calls.filter(({ args }) => !args.join(' ').startsWith(FAILS_AT)), ...next.calls];
    expect(linesOf(made).sort()).toEqual(linesOf(calls).sort());
  });

  test.each([
    ['pubsub topics add-iam-policy-binding', 'tin báo có báo cáo mới'],
    ['beta run services update', 'trang điều hành'],
    ['beta monitoring channels create', 'cảnh báo'],
    ['artifacts repositories', 'dọn ảnh'],
  ])('where an organisation forbids %s, everything else is done, and it is said what is not', (FAILS_AT, words) => {
    const { calls: made, stdout, status } = project.play({ FAILS_AT });
    expect(status).toBe(3);
    expect(stdout.slice(stdout.indexOf('Chưa làm được')).match(/^- .*$/gm)).toEqual([expect.stringContaining(words)]);
    expect(callsOf(made, 'scheduler jobs create http')).toHaveLength(4);
    expect(callsOf(made, 'secrets versions disable')).toHaveLength(4);
  });

  test('what may fail while a fresh project learns its rights is tried three times', () => {
    const { calls: made, stderr } = project.play({ FAILS_AT: 'functions deploy sync' });
    expect(callsOf(made, 'functions deploy sync')).toHaveLength(3);
    expect(stderr).toContain('Thử lại sau 0 giây.');
  });

  test.each(['528.0.0', '548.0.0'])('gcloud %s is too old: it is said before anything is made', (GCLOUD) => {
    const { calls: made, status, stderr } = project.play({ GCLOUD });
    expect([status, made.length]).toEqual([1, 1]);
    expect(stderr).toContain('gcloud components update');
  });

  test('a second system stands beside the first under names of its own', () => {
    const { calls: made } = project.play({ PREFIX: 'thu-' });
    const deployedNames = callsOf(made, 'functions deploy').map(({ args }) => args[2] ?? '');
    expect(deployedNames.every((name) => name.startsWith('thu-'))).toBe(true);
    const policies = callsOf(made, 'monitoring policies create').map((call) => JSON.parse(flag(call, 'policy')));
    for (const { displayName, conditions } of policies) {
      expect(displayName).toMatch(/^thu-register: /);
      const named = [...JSON.stringify(conditions).matchAll(/service_name=\\+"([a-z-]+)/g)].map(([, name]) => name);
      expect(deployedNames).toEqual(expect.arrayContaining(named));
    }
    // The first one is made as if the other was not there.
    expect(linesOf(project.play().calls).sort()).toEqual(linesOf(calls).sort());
  });

  test('without pages neither page is deployed nor opened', () => {
    const { calls: made, status } = project.play({ NO_PAGES: '1' });
    expect([status, callsOf(made, 'beta iap'), callsOf(made, 'functions deploy').length]).toEqual([0, [], 3]);
  });

  test('the mailbox of what comes back is a secret of those who read it', () => {
    const back = { IMAP_URL: 'imaps://user:p@host.example:993', BOUNCE_TO: 'tra-lai@boxaydung.example' };
    const { calls: made } = project.play(back);
    const given = callsOf(made, 'functions deploy').filter((call) => flag(call, 'set-secrets').includes('IMAP_URL='));
    expect(given.map((call) => flag(call, 'entry-point')).sort()).toEqual(['doctor', 'sync']);
    for (const call of given) expect(flag(call, 'set-env-vars')).toContain(`~~BOUNCE_TO=${back.BOUNCE_TO}`);
    expect(made.flatMap(({ args }) => args).join(' ')).not.toContain(back.IMAP_URL);
    expect(project.play({}, UNINSTALL).stdout).toContain('IMAP_URL');
  });

  test('all that was made is listed and taken away again, and nothing of a second system', () => {
    project.play({ PREFIX: 'thu-' });
    project.play();
    const deletes = (made: readonly Call[]) => made.filter(({ args }) => args.includes('delete'));
    const listed = project.play({ DRY_RUN: '1' }, UNINSTALL);
    expect([listed.status, deletes(listed.calls)]).toEqual([0, []]);
    const gone = project.play({}, UNINSTALL);
    expect(gone.status).toBe(0);
    const lines = (stdout: string) => stdout.match(/^· .*$/gm) ?? [];
    expect(lines(gone.stdout)).toEqual(lines(listed.stdout));
    const kinds = (one: string) => callsOf(gone.calls, one).length;
    expect([kinds('scheduler jobs delete'), kinds('functions delete'), kinds('iam service-accounts delete')]).toEqual([
      4, 5, 6,
    ]);
    expect([kinds('secrets delete'), kinds('pubsub topics delete'), kinds('pubsub subscriptions delete')]).toEqual([
      2, 1, 1,
    ]);
    expect([kinds('monitoring policies delete'), kinds('beta monitoring channels delete')]).toEqual([3, 1]);
    expect(deletes(gone.calls).filter(({ args }) => args.some((arg) => arg.includes('thu-')))).toEqual([]);
    const left = project.play({}, UNINSTALL);
    expect([left.status, deletes(left.calls), lines(left.stdout)]).toEqual([0, [], []]);
    expect(lines(project.play({ PREFIX: 'thu-', DRY_RUN: '1' }, UNINSTALL).stdout)).toHaveLength(24);
  });

  test('a command that fails ends the run, with what was being done', () => {
    const { status, stderr, calls: made } = project.play({ FAILS_AT: 'services enable' });
    expect([status, made.length]).toEqual([1, 2]);
    expect(stderr).toContain('· Bật các dịch vụ mà dự án dùng.');
    expect(stderr).toContain('Lệnh dừng ở đó. Sửa điều nêu ở trên rồi chạy lại');
  });

  test('a secret goes through the input, never through an argument', () => {
    const words = calls.flatMap(({ args }) => args).join('\n');
    for (const name of SECRETS) expect(words).not.toContain(USUAL[name]);
    expect(calls.flatMap(({ input }) => (input ? [input] : []))).toEqual([USUAL.SMTP_URL, USUAL.LINK_SECRET]);
  });

  test('a changed secret is a new version, and the older ones are disabled when the functions run with it', () => {
    project.play();
    const { calls: again } = project.play({ SMTP_URL: 'smtps://user:another@host.example:465' });
    expect(callsOf(again, 'secrets versions add').map(({ args }) => args[3])).toEqual(['SMTP_URL']);
    const disabled = callsOf(again, 'secrets versions disable');
    expect(disabled.map((call) => [flag(call, 'secret'), call.args[3]])).toEqual(
      SECRETS.flatMap((secret) => ['2', '1'].map((version) => [secret, version])),
    );
    expect(again.indexOf(disabled[0] as Call)).toBeGreaterThan(
      again.indexOf(callsOf(again, 'functions deploy').at(-1) as Call),
    );
  });

  test('the key before this one is given to sync alone, and opens nothing once it is not named any more', () => {
    const LINK_SECRET_PREVIOUS = 'the key that the links of last month were made with';
    const { calls: made } = project.play({ LINK_SECRET_PREVIOUS });
    const given = callsOf(made, 'functions deploy').filter((call) => flag(call, 'set-secrets').includes('_PREVIOUS'));
    expect(given.map((call) => flag(call, 'entry-point'))).toEqual(['sync']);
    const readers = callsOf(made, 'secrets add-iam-policy-binding LINK_SECRET_PREVIOUS').map((call) =>
      flag(call, 'member'),
    );
    expect(readers).toEqual([`serviceAccount:${own('run')}`]);
    const disabled = (played: readonly Call[]) =>
      callsOf(played, 'secrets versions disable').filter((call) => flag(call, 'secret') === 'LINK_SECRET_PREVIOUS');
    expect(disabled(made).map(({ args }) => args[3])).toEqual(['2', '1']);
    const later = project.play();
    expect(disabled(later.calls).map(({ args }) => args[3])).toEqual(['3', '2', '1']);
    expect(JSON.stringify(callsOf(later.calls, 'functions deploy'))).not.toContain('_PREVIOUS');
  });

  test('who is named no more may look no more; naming nobody changes nobody', () => {
    const removed = (played: readonly Call[]) =>
      callsOf(played, 'beta iap web remove-iam-policy-binding').map((call) => [
        flag(call, 'service'),
        flag(call, 'member'),
      ]);
    project.play({ VIEWERS: 'user:cu@boxaydung.example group:dieuphoi@boxaydung.example' });
    expect(removed(project.play({ VIEWERS: '' }).calls)).toEqual([]);
    const gone = removed(project.play({ VIEWERS: 'group:dieuphoi@boxaydung.example' }).calls);
    expect(new Set(gone.map(String))).toEqual(new Set(PEOPLE.map((page) => `${page},user:cu@boxaydung.example`)));
  });

  test('who asks later to be told of alerts is told by those that stood before', () => {
    project.play({ ALERTS_TO: '' });
    const { calls: again } = project.play();
    const updates = callsOf(again, 'monitoring policies update');
    expect(
      updates.map((call) => flag(call, 'set-notification-channels')).every((name) => name.startsWith('found-')),
    ).toBe(true);
    expect(updates).toHaveLength(callsOf(calls, 'monitoring policies create').length);
  });

  test.each(['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM', 'LINK_SECRET'])(
    'without %s no function is touched',
    (name) => {
      const { status, calls: made, stderr } = project.play({ [name]: '' });
      expect(status).not.toBe(0);
      expect(stderr).toContain(name);
      expect([...callsOf(made, 'secrets'), ...callsOf(made, 'functions deploy')]).toEqual([]);
    },
  );

  test('a value that gcloud would split ends it before anything is deployed', () => {
    const { status, calls: made } = project.play({ MAIL_FROM: 'a~~b@boxaydung.example' });
    expect([status, callsOf(made, 'functions deploy')]).toEqual([1, []]);
  });

  test('the accounts stand before the files are shared with them; the rights to sign in with are those the code asks', () => {
    const { calls: made, stdout, status } = project.play({ ACCOUNTS_ONLY: '1' });
    expect([status, callsOf(made, 'functions')]).toEqual([0, []]);
    expect(callsOf(made, 'iam service-accounts create')).toEqual(callsOf(calls, 'iam service-accounts create'));
    for (const account of ['run', 'care', 'pages']) expect(stdout).toContain(own(account));
    expect(/--scopes=(\S+)/.exec(stdout)?.[1]).toBe(
      ['https://www.googleapis.com/auth/cloud-platform', ...SCOPES].join(','),
    );
  });

  test('the mail switch comes last', () => {
    expect(project.play().stdout.trim().split('\n').at(-1)).toContain('Gửi thư');
  });
});

describe('the dry run', () => {
  const command = ['scripts/deploy.ts', '--project', PROJECT, '--region', USUAL.REGION, '--dry-run'];
  const viewers = ['--viewer', ...USUAL.VIEWERS.split(' '), '--alerts-to', USUAL.ALERTS_TO];
  const printed = execFileSync(process.execPath, [...command, ...viewers], { encoding: 'utf8' });

  test('prints what would run: the same commands, for this project', () => {
    const project = createCloudProject();
    const values = { PROJECT: '', REGION: '', VIEWERS: '', ALERTS_TO: '' };
    expect(project.play(values, printed).calls).toEqual(calls);
    project.close();
    expect(printed).toContain(`PROJECT='${PROJECT}'`);
  });

  test('gives any value to the commands as it is', () => {
    const awkward = 'it\'s $HOME `id` "\\" * a\nb ;rm # ( && đô thị ~~ --flag=a,b';
    const { stdout } = spawnSync(process.execPath, [...command, '--alerts-to', awkward], { encoding: 'utf8' });
    const head = stdout.slice(0, stdout.indexOf('\nset -eu\n'));
    const said = spawnSync('sh', ['-c', `${head}\nprintf '%s.' "$ALERTS_TO"`], { encoding: 'utf8' }).stdout;
    expect(said).toBe(`${awkward}.`);
  });

  test('runs nothing and asks for nothing', () => {
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env: { PATH: '' } });
    expect([status, stderr]).toEqual([0, '']);
  });
});
