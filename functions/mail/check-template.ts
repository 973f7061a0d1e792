import Mustache from 'mustache';
import type { NoticeKind } from '../../sheets-schema/tabs/settings.ts';
import { fold } from '../../sheets-schema/text.ts';

type Token = readonly [type: string, value: string, start: number, end: number, children?: readonly Token[]];

/**
 * What keeps a template of `Mẫu thư` from being used, in words for the coordinator; empty when nothing does. With any
 * problem the built-in text serves instead.
 */
export function checkTemplate(
  kind: NoticeKind,
  subject: string,
  body: string,
  allowed: readonly string[],
): readonly string[] {
  return [
    ...checkPart(`tiêu đề của "${kind}"`, subject, allowed),
    ...checkPart(`nội dung của "${kind}"`, body, allowed),
  ];
}

function checkPart(where: string, text: string, allowed: readonly string[]): string[] {
  if (text.trim() === '') return [`Thiếu ${where}; đề nghị bổ sung.`];
  const tokens = parse(text.normalize('NFC'));
  if (typeof tokens === 'string') return [`Trong ${where}, ${tokens}.`];
  const problems = flat(tokens).flatMap((token) => tokenProblem(token, allowed) ?? []);
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

function flat(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...flat(token[4] ?? [])]);
}

function tokenProblem([type, value]: Token, allowed: readonly string[]): string | null {
  switch (type) {
    case 'text':
      return value.includes('}}') ? 'có }} mà không có {{ mở trước' : null;
    case '!':
      return null;
    case '>':
    case '=':
      return `không dùng được {{${type}${value}}}`;
    default:
      return value === '.' || allowed.includes(value) ? null : `không có biến {{${value}}}${hint(value, allowed)}`;
  }
}

/** `{{Hạn cuối}}` is understood well enough to say what was meant. */
function hint(name: string, allowed: readonly string[]): string {
  const plain = (text: string) => fold(text).replaceAll(/[\s_-]+/g, '');
  const meant = allowed.find((variable) => plain(variable) === plain(name));
  return meant === undefined ? '' : `; có phải là {{${meant}}}`;
}
