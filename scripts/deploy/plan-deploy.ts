import type { TargetName } from '../../functions/config.ts';
import { CALLER_PATIENCE, FUNCTION_TIMEOUT } from '../../functions/config.ts';
import { ZONE } from '../../sheets-schema/zone.ts';
import { COMPILE_CACHE } from '../build/build-bundle.ts';
import { alertPolicies } from './alert-policies.ts';
import { type Piece, type Step, variable, type Word } from './command.ts';
import { MEMORY, NODE_OPTIONS } from './function-size.ts';
import {
  accounts,
  apis,
  FORMS_PUBLISHER,
  functionNames,
  machineTargets,
  peopleTargets,
  plainVariablesOf,
  SUBSCRIPTION,
  schedules,
  secrets,
  secretsOf,
  TOPIC,
} from './resources.ts';

export type DeployOptions = {
  readonly project: string;
  readonly region: string;
  /** Who may look at the pages, as IAM writes it: `group:…`, `user:…`, `domain:…`. */
  readonly viewers: readonly string[];
  /** Where alerts are mailed; null makes policies that tell nobody. */
  readonly alertsTo: string | null;
};

/** What stands before the two files are made, because they are shared with one of the accounts. */
export function planAccounts(options: DeployOptions): readonly Step[] {
  return [
    enableApis(options),
    ...Object.values(accounts).map((account) => makeAccount(account, options)),
    buildRight(options),
  ];
}

/** Every command of a deployment, in order. Each may run again: what is there is left or brought up to date. */
export function planDeploy(options: DeployOptions): readonly Step[] {
  const targets = Object.keys(functionNames) as readonly TargetName[];
  return [
    ...planAccounts(options),
    ...secrets.flatMap((secret) => keepSecret(secret, options)),
    ...makeTopic(options),
    ...targets.map((target) => deployFunction(target, options)),
    ...machineTargets.map((target) => letCall(target, options)),
    ...wakeByPush(options),
    ...machineTargets.flatMap((target) => wakeByClock(target, options)),
    proxyAccount(options),
    ...peopleTargets.flatMap((target) => guardPage(target, options)),
    ...tellAlerts(options),
  ];
}

/** The address of one of our accounts. */
export const addressOf = (account: keyof typeof accounts, { project }: DeployOptions) =>
  `${accounts[account].id}@${project}.iam.gserviceaccount.com`;
const memberOf = (account: keyof typeof accounts, options: DeployOptions) =>
  `--member=serviceAccount:${addressOf(account, options)}`;
const inProject = ({ project }: DeployOptions) => `--project=${project}`;
const inRegion = ({ region }: DeployOptions) => `--region=${region}`;

function enableApis(options: DeployOptions): Step {
  return { reason: 'The services this project uses.', run: ['services', 'enable', ...apis, inProject(options)] };
}

function makeAccount({ id, title }: (typeof accounts)[keyof typeof accounts], options: DeployOptions): Step {
  const address = `${id}@${options.project}.iam.gserviceaccount.com`;
  return {
    reason: `An account of its own. ${title}.`,
    unless: ['iam', 'service-accounts', 'describe', address, '--format=value(email)', inProject(options)],
    run: ['iam', 'service-accounts', 'create', id, `--display-name=${title}`, inProject(options)],
  };
}

function buildRight(options: DeployOptions): Step {
  const role = '--role=roles/cloudbuild.builds.builder';
  return {
    reason: 'The one right at project level, and only for building.',
    run: ['projects', 'add-iam-policy-binding', options.project, memberOf('build', options), role, '--condition=None'],
  };
}

function keepSecret(secret: (typeof secrets)[number], options: DeployOptions): readonly Step[] {
  const replication = ['--replication-policy=user-managed', `--locations=${options.region}`];
  return [
    {
      reason: `A place for ${secret} in Secret Manager.`,
      unless: ['secrets', 'describe', secret, '--format=value(name)', inProject(options)],
      run: ['secrets', 'create', secret, ...replication, inProject(options)],
    },
    {
      reason: `${secret} as it is in your environment, unless it is the newest version already.`,
      unless: ['secrets', 'versions', 'access', 'latest', `--secret=${secret}`, inProject(options)],
      unlessPrints: variable(secret),
      run: ['secrets', 'versions', 'add', secret, '--data-file=-', inProject(options)],
      input: variable(secret),
    },
    {
      reason: `Only the account that runs the functions reads ${secret}.`,
      run: [
        ...['secrets', 'add-iam-policy-binding', secret, memberOf('run', options)],
        ...['--role=roles/secretmanager.secretAccessor', inProject(options)],
      ],
    },
  ];
}

function makeTopic(options: DeployOptions): readonly Step[] {
  const member = `--member=serviceAccount:${FORMS_PUBLISHER}`;
  return [
    {
      reason: 'Where Google Forms tells of new answers.',
      unless: ['pubsub', 'topics', 'describe', TOPIC, '--format=value(name)', inProject(options)],
      run: ['pubsub', 'topics', 'create', TOPIC, inProject(options)],
    },
    {
      reason: 'Google Forms may publish there, and nobody else of ours.',
      run: [
        'pubsub',
        'topics',
        'add-iam-policy-binding',
        TOPIC,
        member,
        '--role=roles/pubsub.publisher',
        inProject(options),
      ],
    },
  ];
}

/** One instance and one request at a time: two syncs at once would only wait for each other. */
function deployFunction(target: TargetName, options: DeployOptions): Step {
  const forPeople = (peopleTargets as readonly TargetName[]).includes(target);
  const kept = secretsOf(target).map((secret) => `${secret}=${secret}:latest`);
  return {
    reason: `${target}: built from dist/, closed to everybody who is not let in below.`,
    run: [
      ...['functions', 'deploy', functionNames[target], '--gen2', '--runtime=nodejs24', '--source=dist'],
      ...[`--entry-point=${target}`, '--trigger-http', '--no-allow-unauthenticated', '--ingress-settings=all'],
      ...[
        `--memory=${MEMORY}Mi`,
        `--timeout=${FUNCTION_TIMEOUT}s`,
        `--max-instances=${forPeople ? 2 : 1}`,
        '--concurrency=1',
      ],
      `--run-service-account=${addressOf('run', options)}`,
      `--build-service-account=projects/${options.project}/serviceAccounts/${addressOf('build', options)}`,
      environmentFlag(target, options),
      kept.length > 0 ? `--set-secrets=${kept.join(',')}` : '--clear-secrets',
      ...[inRegion(options), inProject(options), '--quiet'],
    ],
  };
}

/** Between variables: gcloud would split at commas, which a sender's name may hold. */
export const SEPARATOR = '~~';

function environmentFlag(target: TargetName, { project }: DeployOptions): Word {
  const topic = `projects/${project}/topics/${TOPIC}`;
  const values = plainVariablesOf(target).map((name): readonly Piece[] => [
    `${SEPARATOR}${name}=`,
    name === 'WATCH_TOPIC' ? topic : variable(name),
  ]);
  // In production the framework's own refusals say nothing of our files.
  const own = [`NODE_COMPILE_CACHE=${COMPILE_CACHE}`, `NODE_OPTIONS=${NODE_OPTIONS}`, 'NODE_ENV=production'].join(
    SEPARATOR,
  );
  return [`--set-env-vars=^${SEPARATOR}^${own}`, ...values.flat()];
}

function letCall(target: TargetName, options: DeployOptions): Step {
  return {
    reason: `${target} is called by the scheduler${target === 'sync' ? ' and by pushes' : ''}, through the calling account.`,
    run: [
      ...['run', 'services', 'add-iam-policy-binding', functionNames[target], memberOf('call', options)],
      ...['--role=roles/run.invoker', inRegion(options), inProject(options)],
    ],
  };
}

const urlOf = (target: TargetName) => variable(`${functionNames[target].replaceAll('-', '_').toUpperCase()}_URL`);
const PROJECT_NUMBER = variable('PROJECT_NUMBER');

function keepUrl(target: TargetName, options: DeployOptions): Step {
  const kept = urlOf(target);
  return {
    reason: `Where ${target} answers.`,
    run: [
      ...['functions', 'describe', functionNames[target], '--v2', '--format=value(serviceConfig.uri)'],
      ...[inRegion(options), inProject(options)],
    ],
    keepAs: typeof kept === 'string' ? kept : kept.variable,
  };
}

function wakeByPush(options: DeployOptions): readonly Step[] {
  const pubsub: Word = ['--member=serviceAccount:service-', PROJECT_NUMBER, '@gcp-sa-pubsub.iam.gserviceaccount.com'];
  const push: readonly Word[] = [
    ['--push-endpoint=', urlOf('sync')],
    `--push-auth-service-account=${addressOf('call', options)}`,
    ['--push-auth-token-audience=', urlOf('sync')],
    ...[`--ack-deadline=${CALLER_PATIENCE}`, '--expiration-period=never', '--message-retention-duration=7d'],
    ...['--min-retry-delay=10s', '--max-retry-delay=600s', inProject(options)],
  ];
  return [
    {
      reason: 'The number by which Google names its own accounts.',
      run: ['projects', 'describe', options.project, '--format=value(projectNumber)'],
      keepAs: 'PROJECT_NUMBER',
    },
    {
      reason: 'Pub/Sub may sign its pushes as the calling account.',
      run: [
        ...['iam', 'service-accounts', 'add-iam-policy-binding', addressOf('call', options), pubsub],
        ...['--role=roles/iam.serviceAccountTokenCreator', inProject(options)],
      ],
    },
    keepUrl('sync', options),
    {
      reason: 'New answers wake sync within seconds. Without an end: a subscription idle for a month would be deleted.',
      unless: ['pubsub', 'subscriptions', 'describe', SUBSCRIPTION, '--format=value(name)', inProject(options)],
      otherwise: ['pubsub', 'subscriptions', 'update', SUBSCRIPTION, ...push],
      run: ['pubsub', 'subscriptions', 'create', SUBSCRIPTION, `--topic=${TOPIC}`, ...push],
    },
  ];
}

function wakeByClock(target: (typeof machineTargets)[number], options: DeployOptions): readonly Step[] {
  const { cron, why } = schedules[target];
  const job = functionNames[target];
  const place = [`--location=${options.region}`, inProject(options)];
  const flags: readonly Word[] = [
    ...[`--schedule=${cron}`, `--time-zone=${ZONE}`, '--http-method=POST', `--attempt-deadline=${CALLER_PATIENCE}s`],
    ['--uri=', urlOf(target)],
    `--oidc-service-account-email=${addressOf('call', options)}`,
    ['--oidc-token-audience=', urlOf(target)],
    ...['--max-retry-attempts=2', '--min-backoff=30s', ...place],
  ];
  return [
    ...(target === 'sync' ? [] : [keepUrl(target, options)]),
    {
      reason: `${target} by the clock: ${why}.`,
      unless: ['scheduler', 'jobs', 'describe', job, '--format=value(name)', ...place],
      otherwise: ['scheduler', 'jobs', 'update', 'http', job, ...flags],
      run: ['scheduler', 'jobs', 'create', 'http', job, ...flags],
    },
  ];
}

function proxyAccount(options: DeployOptions): Step {
  return {
    reason: "Identity-Aware Proxy's own account.",
    run: ['beta', 'services', 'identity', 'create', '--service=iap.googleapis.com', inProject(options)],
  };
}

/** People sign in with Google; the page itself knows no passwords. */
function guardPage(target: (typeof peopleTargets)[number], options: DeployOptions): readonly Step[] {
  const service = functionNames[target];
  const place = [inRegion(options), inProject(options)];
  const proxy: Word = ['--member=serviceAccount:service-', PROJECT_NUMBER, '@gcp-sa-iap.iam.gserviceaccount.com'];
  const viewing = options.viewers.map(
    (viewer): Step => ({
      reason: `${viewer} may look at ${target}.`,
      run: [
        ...['beta', 'iap', 'web', 'add-iam-policy-binding', '--resource-type=cloud-run', `--service=${service}`],
        ...[`--member=${viewer}`, '--role=roles/iap.httpsResourceAccessor', '--condition=None', ...place],
      ],
    }),
  );
  return [
    {
      reason: `${target} lets in whom the proxy has let in, and nobody else.`,
      run: ['run', 'services', 'add-iam-policy-binding', service, proxy, '--role=roles/run.invoker', ...place],
    },
    {
      reason: `Identity-Aware Proxy stands before ${target}.`,
      run: ['beta', 'run', 'services', 'update', service, '--iap', ...place],
    },
    ...viewing,
  ];
}

const CHANNEL = 'register: administrators';

function tellAlerts(options: DeployOptions): readonly Step[] {
  const named = (name: string) => `--filter=displayName="${name}"`;
  const format = ['--format=value(name)', '--limit=1', inProject(options)];
  const list = ['beta', 'monitoring', 'channels', 'list', named(CHANNEL), ...format];
  const labels = `--channel-labels=email_address=${options.alertsTo}`;
  const channel: readonly Step[] = [
    {
      reason: 'Where alerts are mailed.',
      unless: list,
      run: [
        ...['beta', 'monitoring', 'channels', 'create', '--type=email', `--display-name=${CHANNEL}`],
        ...[labels, inProject(options)],
      ],
    },
    { reason: 'The name Google gave it.', run: list, keepAs: 'ALERT_CHANNEL' },
  ];
  const telling: readonly Word[] = options.alertsTo ? [['--notification-channels=', variable('ALERT_CHANNEL')]] : [];
  return [
    ...(options.alertsTo ? channel : []),
    ...alertPolicies.map(
      (policy): Step => ({
        reason: `An alert: ${policy.displayName.replace('register: ', '')}.`,
        unless: ['monitoring', 'policies', 'list', named(policy.displayName), ...format],
        run: ['monitoring', 'policies', 'create', `--policy=${JSON.stringify(policy)}`, ...telling, inProject(options)],
      }),
    ),
  ];
}
