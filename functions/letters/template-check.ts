import Mustache from 'mustache';
import type { TemplateVariable } from '../../sheets-schema/notice-kinds/variables.ts';
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

function checkPart(where: string, text: string, allowed: AllowedNames): string[] {
  if (text.trim() === '') return [`Thiếu ${where}; đề nghị bổ sung.`];
  const tokens = parse(text.normalize('NFC'));
  const problems = typeof tokens === 'string' ? [tokens] : tokens.flatMap((token) => problemsOf(token, [], allowed));
  return [...new Set(problems)].map((problem) => `Trong ${where}, ${problem}.`);
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
  const line = `dòng ${text.slice(0, Number(at)).split('\n').length}`;
  if (message.startsWith('Unclosed section')) return `phần {{#${name}}} chưa được đóng bằng {{/${name}}} (${line})`;
  if (message.startsWith('Unopened section')) return `{{/${name}}} không có {{#${name}}} mở trước (${line})`;
  if (message.startsWith('Unclosed tag')) return `có {{ chưa được đóng bằng }} (${line})`;
  return `cách viết {{ }} không đọc được (${line})`;
}

/** Problems of a token and of what stands inside it; `within` names the parts that are open around it. */
function problemsOf([type, name, , , parts = []]: Token, within: readonly string[], allowed: AllowedNames): string[] {
  switch (type) {
    case 'text':
      return name.includes('}}') ? ['có }} mà không có {{ mở trước'] : [];
    case '!':
      return [];
    case '>':
    case '=':
      return [`không dùng được {{${type}${name}}}`];
    case '#':
    case '^':
      return isAllowed(name, within, allowed) || isAllowed(`#${name}`, within, allowed)
        ? parts.flatMap((part) => problemsOf(part, [...within, name], allowed))
        : [`không có biến {{${type}${name}}}${hint(name, allowed)}`];
    default:
      return isAllowed(name, within, allowed) ? [] : [variableProblem(name, within, allowed)];
  }
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

/** `{{Hạn cuối}}` is understood well enough to say what was meant. */
function hint(name: string, allowed: AllowedNames): string {
  const plain = (text: string) => fold(text).replaceAll(/[\s_#-]+/g, '');
  const meant = allowed.find((path) => plain(path.split('.').at(-1) ?? '') === plain(name));
  return meant === undefined ? '' : `; có phải là {{${meant.split('.').at(-1)?.replace('#', '')}}}`;
}
