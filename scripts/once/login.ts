import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';

type Environment = Readonly<Record<string, string | undefined>>;

/** When a person logged in on this machine; null where nobody did, or an account of a program is used. */
export async function loginIn(env: Environment): Promise<Temporal.Instant | null> {
  const file = credentialsFile(env);
  try {
    const { type } = JSON.parse(await readFile(file, 'utf8')) as { type?: string };
    if (type !== 'authorized_user') return null;
    return Temporal.Instant.fromEpochMilliseconds(Math.round((await stat(file)).mtimeMs));
  } catch {
    return null;
  }
}

/** Where Google's clients look for it. */
function credentialsFile(env: Environment): string {
  const named = env['GOOGLE_APPLICATION_CREDENTIALS'];
  if (named) return named;
  const folder = env['CLOUDSDK_CONFIG'] ?? (env['APPDATA'] ? join(env['APPDATA'], 'gcloud') : null);
  return join(folder ?? join(homedir(), '.config', 'gcloud'), 'application_default_credentials.json');
}
