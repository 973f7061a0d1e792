import type { VariableName } from './config.ts';

/** Every function that can be served, and what it cannot run without. */
export const targets = {
  sync: ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM', 'LINK_SECRET'],
  renewWatch: ['FORM_ID', 'WATCH_TOPIC'],
  doctor: ['SPREADSHEET_ID', 'FORM_ID', 'SMTP_URL', 'MAIL_FROM'],
  dashboard: ['SPREADSHEET_ID'],
  synthesis: ['SPREADSHEET_ID'],
} as const satisfies Readonly<Record<string, readonly VariableName[]>>;

export type TargetName = keyof typeof targets;

/** What to check before serving; nothing while no function is named. */
export function needsOf(target: string | null): readonly VariableName[] {
  return target !== null && Object.hasOwn(targets, target) ? targets[target as TargetName] : [];
}
