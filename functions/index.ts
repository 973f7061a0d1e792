import { http } from '@google-cloud/functions-framework';
import { configOrExit, needsOf, parseConfig, servedTarget, targets } from './config.ts';
import { answering } from './http/answering.ts';
import { isEditPush } from './http/form-push.ts';
import { serving } from './http/serving.ts';
import { leaveUnread } from './http/unread-requests.ts';

// Whatever is wrong with the environment of the served function is said before the first request, all of it.
configOrExit(process.env, needsOf(servedTarget(process.argv, process.env)));

leaveUnread();

/** The work itself, loaded by the first request that asks for it; and once by the build, for its compile cache. */
export const app = () => import('./app.ts');

/** The one function that acts: woken by a response, by the scheduler or by hand, it always does the whole job. */
http(
  'sync',
  answering('sync', async (countedBy, { body }) => {
    const { runSync } = await app();
    return runSync(parseConfig(process.env, targets.sync), { countedBy, isFormEdited: isEditPush(body) });
  }),
);

/** Keeps the form telling of new answers, some days ahead of the end of its watches. */
http(
  'renewWatch',
  answering('renewWatch', async (countedBy) => {
    const { runRenewWatch } = await app();
    return runRenewWatch(parseConfig(process.env, targets.renewWatch), countedBy);
  }),
);

/**
 * Looks at everything the loop depends on; what needs a person is told by the next digest. With `?self-test=1` it tries, as
 * the account it runs as, what the system relies on, and mails the table to the administrator.
 */
http(
  'doctor',
  answering('doctor', async (countedBy, { query }) => {
    const { runDoctor, runSelfTest } = await app();
    const run = query('self-test') === null ? runDoctor : runSelfTest;
    return run(parseConfig(process.env, targets.doctor), countedBy);
  }),
);

/**
 * Where a round stands, at a glance: `?round=` for another than the open one, `?file=docx` for the draft report on it,
 * `?date=` for a past day.
 */
http(
  'dashboard',
  serving('dashboard', async (query, countedBy) => {
    const { runDashboard } = await app();
    const [round, file, date] = [query('round'), query('file'), query('date')];
    return runDashboard(parseConfig(process.env, targets.dashboard), { round, file, date, countedBy });
  }),
);

/** The draft report as .docx; with `?unit=` the draft letter to a late unit. */
http(
  'synthesis',
  serving('synthesis', async (query, countedBy) => {
    const { runSynthesis } = await app();
    const [round, unit, date] = [query('round'), query('unit'), query('date')];
    return runSynthesis(parseConfig(process.env, targets.synthesis), { round, unit, date, countedBy });
  }),
);
