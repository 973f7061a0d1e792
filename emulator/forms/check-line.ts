import { invalidArgument } from '../google-error.ts';

/** Titles and option values stand on one line; descriptions need not. */
export function checkLine(text: string | undefined): void {
  if (text !== undefined && /[\r\n]/.test(text)) throw invalidArgument('Displayed text cannot contain newlines');
}
