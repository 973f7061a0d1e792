import { invalidArgument } from '../google-error.ts';
import { camelCase, type Field, fieldsOf, type MessageName } from './schema/message-fields.ts';

/** Which fields are meant: everything from here down, or some by name. */
export type Mask = 'all' | ReadonlyMap<string, Mask>;

type MaskTree = Map<string, MaskTree | 'all'>;
type Purpose = { refuse: (path: string) => Error; isUpdate: boolean };

/** The mask of an answer: `a.b`, `a/b`, `a(b,c)` or `*`. */
export function readMask(text: string, message: MessageName): Mask {
  return parseMask(text, message, { refuse: unknownPath, isUpdate: false });
}

/** The mask of an update, which must name something. */
export function readUpdateMask(text: string | undefined, message: MessageName): Mask {
  const refuse = (path: string) => invalidArgument(`Invalid field: ${path}`);
  if (text) return parseMask(text, message, { refuse, isUpdate: true });
  throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
}

function parseMask(text: string, message: MessageName, purpose: Purpose): Mask {
  const tree: MaskTree = new Map();
  const rest = readList(text.replace(/\s/g, ''), [], (path) => addPath(tree, path));
  if (rest !== '') throw purpose.refuse(text);
  return checked(tree, message, purpose);
}

function unknownPath(path: string): Error {
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  const violation = { field: path, description };
  const details = [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [violation] }];
  return invalidArgument('Request contains an invalid argument.', details);
}

/** Reads `path,path,…` up to a closing bracket or the end, and gives back what follows. */
function readList(text: string, above: string[], found: (path: string[]) => void): string {
  const [name = ''] = /^[^,()]*/.exec(text) ?? [];
  const path = [...above, ...name.split(/[./]/)];
  let rest = text.slice(name.length);
  if (rest.startsWith('(')) {
    rest = readList(rest.slice(1), path, found);
    if (!rest.startsWith(')')) return '(';
    rest = rest.slice(1);
  } else found(path);
  return rest.startsWith(',') ? readList(rest.slice(1), above, found) : rest;
}

function addPath(tree: MaskTree, path: string[]): void {
  const [first = '', ...deeper] = path;
  const name = camelCase(first);
  const known = tree.get(name);
  if (known === 'all') return;
  if (deeper.length === 0) {
    tree.set(name, 'all');
    return;
  }
  const below = known ?? new Map();
  tree.set(name, below);
  addPath(below, deeper);
}

function checked(tree: MaskTree, message: MessageName, purpose: Purpose, above = ''): Mask {
  if (tree.has('*')) return 'all';
  const mask = new Map<string, Mask>();
  for (const [spelt, below] of tree) {
    const path = above + spelt;
    const field = fieldsOf(message).get(spelt);
    if (!field) throw purpose.refuse(path);
    const name = purpose.isUpdate ? (field.olderSpellingOf ?? field.name) : field.name;
    mask.set(name, name === field.name ? checkedBelow(below, field, purpose, path) : 'all');
  }
  return mask;
}

function checkedBelow(below: MaskTree | 'all', field: Field, purpose: Purpose, path: string): Mask {
  if (below === 'all' || field.type.kind === 'json') return 'all';
  if (field.type.kind !== 'message') throw purpose.refuse(`${path}.${[...below.keys()][0]}`);
  return checked(below, field.type.name, purpose, `${path}.`);
}

/** What the mask says of one name: the mask below it, or nothing when it is not meant. */
export function below(mask: Mask | undefined, name: string): Mask | undefined {
  return mask === undefined || mask === 'all' ? mask : mask.get(name);
}

type Message = Readonly<Record<string, unknown>>;

/** `target` with the masked fields taken from `source`; a masked field that `source` leaves out is cleared. */
export function withMasked<T extends object>(target: T, source: object, mask: Mask): T {
  if (mask === 'all') return { ...source } as T;
  const result = { ...target } as Record<string, unknown>;
  for (const [name, deeper] of mask) {
    const value = (source as Message)[name];
    const old = result[name];
    const merged = deeper === 'all' ? value : withMasked(asMessage(old), asMessage(value), deeper);
    if (merged === undefined || isEmptyMerge(merged, value)) delete result[name];
    else result[name] = merged;
  }
  return result as T;
}

const asMessage = (value: unknown): Message => (typeof value === 'object' && value !== null ? (value as Message) : {});

const isEmptyMerge = (merged: unknown, given: unknown): boolean =>
  given === undefined && typeof merged === 'object' && merged !== null && Object.keys(merged).length === 0;
