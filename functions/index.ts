import { http } from '@google-cloud/functions-framework';
import { runSync, SYNC_NEEDS } from './app.ts';
import { configOrExit } from './config.ts';
import { answering } from './shared/answering.ts';

const config = configOrExit(process.env, SYNC_NEEDS);

/** The one function that acts: woken by a response, by the scheduler or by hand, it always does the whole job. */
http(
  'sync',
  answering('sync', () => runSync(config)),
);
