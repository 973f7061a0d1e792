import { http } from '@google-cloud/functions-framework';
import { needsOf, runRenewWatch, runSync, targets } from './app.ts';
import { configOrExit, parseConfig, servedTarget } from './config.ts';
import { answering } from './shared/answering.ts';

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
