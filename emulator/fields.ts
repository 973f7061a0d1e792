import type { Context } from 'hono';
import { invalidArgument } from './google-error.ts';

type Mask = Map<string, Mask | 'all'>;

/** Answers with what the request's `fields` ask for: all of it without them. */
export function answerFields(c: Context, answer: unknown, fallback = ''): Response {
  const fields = c.req.query('fields') ?? fallback;
  return c.json((fields === '' ? answer : pick(answer, readFields(fields))) as object);
}

/** Reads `a,b(c,d/e),f.g` or `*`. @throws GoogleError for brackets that do not match */
function readFields(text: string): Mask {
  const mask: Mask = new Map();
  const rest = readList(text.replaceAll(/\s/g, ''), mask);
  if (rest !== '') throw invalidArgument(`Invalid field selection ${text}`);
  return mask;
}

/** Reads names into the mask up to a closing bracket or the end, and gives back what follows. */
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
    const parent = enter(mask, steps.slice(0, -1));
    parent.set(steps.at(-1) ?? '', 'all');
  }
  return rest.startsWith(',') ? readList(rest.slice(1), mask) : rest;
}

function enter(mask: Mask, steps: readonly string[]): Mask {
  return steps.reduce<Mask>((at, step) => {
    const known = at.get(step);
    if (known instanceof Map) return known;
    const below: Mask = new Map();
    // What is already asked for whole stays whole.
    if (known === undefined) at.set(step, below);
    return below;
  }, mask);
}

function pick(value: unknown, mask: Mask | 'all'): unknown {
  if (mask === 'all' || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((entry) => pick(entry, mask));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const below = mask.get(name);
    return below === undefined ? [] : [[name, pick(member, below)]];
  });
  return Object.fromEntries(members);
}
