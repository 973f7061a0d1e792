import type { Context } from 'hono';
import type { z } from 'zod';
import { invalidArgument } from './google-error.ts';
import { below } from './schema-path.ts';

type Mask = Map<string, Mask | 'all'>;

/**
 * Answers with what the request's `fields` ask for: all of it, or what `fallback` names, without them. `shape` is all
 * that the answer can hold. @throws GoogleError for a field it can never hold, or brackets that do not match
 */
export function answerFields(c: Context, answer: object, shape: z.ZodType, fallback = ''): Response {
  const fields = c.req.query('fields') ?? fallback;
  if (fields === '') return c.json(answer);
  const mask: Mask = new Map();
  if (readList(fields.replaceAll(/\s/g, ''), mask) !== '') throw invalidArgument(`Invalid field selection ${fields}`);
  checkKnown(mask, shape, []);
  return c.json(pick(answer, mask) as object);
}

/** Reads `a,b(c,d/e),f.g` or `*` into the mask up to a closing bracket or the end, and gives back what follows. */
function readList(text: string, mask: Mask): string {
  const [path = ''] = /^[^,()]+/.exec(text) ?? [];
  if (path === '') throw invalidArgument('Invalid field selection');
  const steps = path.split(/[./]/);
  let rest = text.slice(path.length);
  if (rest.startsWith('(')) {
    rest = readList(rest.slice(1), enter(mask, steps));
    if (!rest.startsWith(')')) throw invalidArgument(`Invalid field selection ${path}`);
    rest = rest.slice(1);
  } else {
    enter(mask, steps.slice(0, -1)).set(steps.at(-1) ?? '', 'all');
  }
  return rest.startsWith(',') ? readList(rest.slice(1), mask) : rest;
}

function enter(mask: Mask, steps: readonly string[]): Mask {
  return steps.reduce<Mask>((at, step) => {
    const known = at.get(step);
    if (known instanceof Map) return known;
    const deeper: Mask = new Map();
    // What is already asked for whole stays whole.
    if (known === undefined) at.set(step, deeper);
    return deeper;
  }, mask);
}

function checkKnown(mask: Mask, shape: unknown, path: readonly string[]): void {
  for (const [name, deeper] of mask) {
    if (name === '*') continue;
    const at = [...path, name];
    const shapeBelow = below(shape, name);
    if (shapeBelow === undefined) throw unknownField(at.join('.'));
    if (deeper !== 'all') checkKnown(deeper, shapeBelow, at);
  }
}

function unknownField(field: string) {
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${field}'.`;
  const violation = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] };
  return invalidArgument('Request contains an invalid argument.', [violation]);
}

function pick(value: unknown, mask: Mask | 'all'): unknown {
  if (mask === 'all' || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((entry) => pick(entry, mask));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const deeper = mask.get(name);
    return deeper === undefined ? [] : [[name, pick(member, deeper)]];
  });
  return Object.fromEntries(members);
}
