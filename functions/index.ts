import { http } from '@google-cloud/functions-framework';
import { needsOf, runDashboard, runDoctor, runRenewWatch, runSync, runSynthesis, targets } from './app.ts';
import { configOrExit, parseConfig, servedTarget } from './config.ts';
import { answering } from './shared/answering.ts';
import { serving } from './shared/serving.ts';

// Whatever is wrong with the environment of the served function is said before the first request, all of it.
configOrExit(process.env, needsOf(servedTarget(process.argv, process.env)));

/** The one function that acts: woken by a response, by the scheduler or by hand, it always does the whole job. */
http(
  'sync',
  answering('sync', (countedBy) => runSync(parseConfig(process.env, targets.sync), { countedBy })),
);

/** Keeps the form telling of new answers, some days ahead of the end of its watches. */
http(
  'renewWatch',
  answering('renewWatch', (countedBy) => runRenewWatch(parseConfig(process.env, targets.renewWatch), countedBy)),
);

/** Looks at everything the loop depends on; what needs a person is told by the next digest. */
http(
  'doctor',
  answering('doctor', (countedBy) => runDoctor(parseConfig(process.env, targets.doctor), countedBy)),
);

/** Where a round stands, at a glance: `?round=` for another than the open one. */
http(
  'dashboard',
  serving('dashboard', (query, countedBy) =>
    runDashboard(parseConfig(process.env, targets.dashboard), { round: query('round'), countedBy }),
  ),
);

/** The draft report as .docx; with `?unit=` the draft letter to a late unit. */
http(
  'synthesis',
  serving('synthesis', (query, countedBy) =>
    runSynthesis(parseConfig(process.env, targets.synthesis), {
      round: query('round'),
      unit: query('unit'),
      countedBy,
    }),
  ),
);
