import Mustache from 'mustache';
import { mustBeSaid, type TemplateVariable } from '../../sheets-schema/notice-kinds/variables.ts';
import { kinds, type NoticeKind } from '../../sheets-schema/notice-kinds.ts';
import { fold } from '../../sheets-schema/text.ts';

type Token = readonly [type: string, name: string, start: number, end: number, parts?: readonly Token[]];

/** What a template may name: `x` anywhere, `#x` only to open a part, `x.y` and `x.#y` only inside the part `x`. */
export type AllowedNames = readonly string[];

function allowedNames(kind: NoticeKind): AllowedNames {
  return kinds[kind].variables.flatMap((variable) => namesOf(variable, ''));
}

function namesOf(variable: TemplateVariable, within: string): string[] {
  const { kind, name } = variable;
  const opens = `${within}#${name}`;
  if (kind === 'text') return [within + name];
  return kind === 'flag' ? [opens] : [opens, ...variable.fields.flatMap((field) => namesOf(field, `${name}.`))];
}

/** Where it is, and what, in Vietnamese. */
export type TemplateProblem = { readonly part: 'subject' | 'body'; readonly found: string };

/**
 * What keeps a template of `Mẫu thư` from being used, in words for the coordinator; empty when nothing does. With any
 * problem the built-in text serves instead.
 */
export function checkTemplate(
  kind: NoticeKind,
  subject: string,
  body: string,
  allowed: AllowedNames = allowedNames(kind),
): readonly TemplateProblem[] {
  const inPart = (part: TemplateProblem['part'], problems: string[]) => problems.map((found) => ({ part, found }));
  return [
    ...inPart('subject', checkPart(`tiêu đề thư "${kind}"`, subject, allowed)),
    ...inPart('body', checkPart(`nội dung thư "${kind}"`, body, allowed)),
  ];
}

function checkPart(where: string, written: string, allowed: AllowedNames): string[] {
  const text = written.normalize('NFC');
  if (text.trim() === '') return [`Thiếu ${where}; đề nghị bổ sung.`];
  const tokens = parse(text);
  const around = { allowed, lineAt: (at: number) => lineIn(text, at), within: [], list: null };
  const problems = typeof tokens === 'string' ? [tokens] : tokens.flatMap((token) => problemsOf(token, around));
  return [...new Set(problems)].map((problem) => `Trong ${where}, ${problem}.`);
}

/** What counts as told once a mail of a kind went, and a sound text of it does not say. */
export function unsaid(
  kind: NoticeKind,
  { subject, body }: { readonly subject: string; readonly body: string },
): string[] {
  const { variables, setsDeadline } = kinds[kind];
  const said = [subject, body].flatMap((text) => saidBy(parse(text.normalize('NFC')), []));
  return mustBeSaid(variables, setsDeadline).filter(
    (name) => !said.some((one) => one === name || one.startsWith(`${name}.`)),
  );
}

/** The names of a text, each also as within the parts that are open around it. */
function saidBy(tokens: readonly Token[] | string, within: readonly string[]): readonly string[] {
  if (typeof tokens === 'string') return [];
  return tokens.flatMap(([type, name, , , parts = []]) => {
    if (type === '#') return saidBy(parts, [...within, name]);
    if (type === '^') return saidBy(parts, within);
    return type === 'text' || type === '!' ? [] : [name, ...within.map((part) => `${part}.${name}`)];
  });
}

/** The parts of a template, or why it has none. */
function parse(text: string): readonly Token[] | string {
  try {
    return Mustache.parse(text) as readonly Token[];
  } catch (error) {
    return syntaxProblem(error instanceof Error ? error.message : '', text);
  }
}

function syntaxProblem(message: string, text: string): string {
  const [, name = '', at = '0'] = /(?:"([^"]*)")? at (\d+)$/.exec(message) ?? [];
  const line = lineIn(text, Number(at));
  if (message.startsWith('Unclosed section')) return `phần {{#${name}}} chưa được đóng bằng {{/${name}}} (${line})`;
  if (message.startsWith('Unopened section')) return `{{/${name}}} không có {{#${name}}} mở trước (${line})`;
  if (message.startsWith('Unclosed tag')) return `có {{ chưa được đóng bằng }} (${line})`;
  return `cách viết {{ }} không đọc được (${line})`;
}

function lineIn(text: string, at: number): string {
  return `dòng ${text.slice(0, at).split('\n').length}`;
}

type Around = {
  readonly allowed: AllowedNames;
  readonly lineAt: (at: number) => string;
  /** The names of the parts that are open around a token. */
  readonly within: readonly string[];
  /** The list among them that is being repeated. */
  readonly list: string | null;
};

/** Problems of a token and of what stands inside it. */
function problemsOf(token: Token, around: Around): string[] {
  const [type, name, , , parts = []] = token;
  const { allowed, within } = around;
  switch (type) {
    case 'text':
      return name.includes('}}') ? ['có }} mà không có {{ mở trước'] : [];
    case '!':
      return [];
    case '>':
    case '=':
      return [`không dùng được {{${type}${name}}}`];
    case '#':
    case '^': {
      if (!isAllowed(name, within, allowed) && !isAllowed(`#${name}`, within, allowed))
        return [`không có biến {{${type}${name}}}${hint(name, allowed)}`];
      const nested = nestingProblem(token, around);
      if (nested) return [nested];
      const list = type === '#' && isList(name, allowed) ? name : around.list;
      return parts.flatMap((part) => problemsOf(part, { ...around, within: [...within, name], list }));
    }
    default:
      return isAllowed(name, within, allowed) ? [] : [variableProblem(name, within, allowed)];
  }
}

/** A list inside a list is as long as both multiplied: a few of them are more than a machine can hold. */
function nestingProblem([type, name, start]: Token, { allowed, lineAt, within, list }: Around): string | null {
  if (within.includes(name)) return `phần {{${type}${name}}} nằm bên trong chính phần {{#${name}}} (${lineAt(start)})`;
  if (list === null || type !== '#' || !isList(name, allowed)) return null;
  return `danh sách {{#${name}}} nằm bên trong danh sách {{#${list}}} (${lineAt(start)})`;
}

function isList(name: string, allowed: AllowedNames): boolean {
  return allowed.some((path) => path.startsWith(`${name}.`));
}

function isAllowed(name: string, within: readonly string[], allowed: AllowedNames): boolean {
  return !name.includes('.') && ['', ...within.map((part) => `${part}.`)].some((path) => allowed.includes(path + name));
}

function variableProblem(name: string, within: readonly string[], allowed: AllowedNames): string {
  if (isAllowed(`#${name}`, within, allowed)) return `{{${name}}} chỉ dùng để mở phần {{#${name}}}…{{/${name}}}`;
  const part = allowed.find((path) => path.endsWith(`.${name}`))?.split('.')[0];
  if (part !== undefined) return `{{${name}}} chỉ dùng được trong phần {{#${part}}}…{{/${part}}}`;
  return `không có biến {{${name}}}${hint(name, allowed)}`;
}

/** How much of a name may be otherwise and it still be meant: `so_ngay_lam_viec` is `so_ngay_lv`. */
const OTHERWISE = 0.4;

/** `{{Hạn cuối}}` is understood well enough to say what was meant: the name nearest to it. */
function hint(name: string, allowed: AllowedNames): string {
  const plain = (text: string) => fold(text).replaceAll(/[\s_#-]+/g, '');
  const typed = plain(name);
  const near = allowed.flatMap((path) => {
    const one = path.split('.').at(-1)?.replace('#', '') ?? '';
    const otherwise = editsBetween(plain(one), typed) / Math.max(1, typed.length, plain(one).length);
    return otherwise <= OTHERWISE ? [{ one, otherwise }] : [];
  });
  const [meant] = near.sort((a, b) => a.otherwise - b.otherwise);
  return meant === undefined ? '' : `; có phải là {{${meant.one}}}`;
}

/** How many letters have to be put in, left out or changed to make one text of another. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
