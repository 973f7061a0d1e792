import type { z } from 'zod';
import { invalidArgument } from '../google-error.ts';
import { below } from '../schema-path.ts';

/** Reads an update mask: paths of `schema` in camelCase (snake_case is taken too), or `*`. @throws GoogleError */
export function readMask(mask: string | undefined, schema: z.ZodType): string[] {
  const paths = (mask ?? '')
    .split(',')
    .map((path) => camelCase(path.trim()))
    .filter((path) => path !== '');
  if (paths.length === 0) throw invalidArgument('update_mask is required.');
  const unknown = paths.find((path) => path !== '*' && !hasPath(schema, path.split('.')));
  if (unknown !== undefined) throw invalidArgument(`Invalid update_mask path: "${unknown}".`);
  return paths;
}

const camelCase = (path: string) => path.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function hasPath(schema: unknown, steps: readonly string[]): boolean {
  return steps.reduce(below, schema) !== undefined;
}

type Members = { [name: string]: unknown };

/** `target` with the members under the mask as `source` has them; what `source` lacks there is cleared. */
export function applyMask<T extends object>(target: T, source: T, paths: readonly string[]): T {
  if (paths.includes('*')) return structuredClone(source);
  const result = structuredClone(target);
  for (const path of paths) copyPath(result as Members, source as Members, path.split('.'));
  return result;
}

function copyPath(target: Members, source: Members | undefined, [step = '', ...rest]: string[]): void {
  const value = source?.[step];
  if (rest.length > 0) {
    target[step] ??= {};
    copyPath(target[step] as Members, value as Members | undefined, rest);
  } else if (value === undefined) delete target[step];
  else target[step] = structuredClone(value);
}
