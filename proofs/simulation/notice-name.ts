/** A notice as its ledger key names it: `2026-03/HPG/nhac/-3@2026-03-23`. Read here anew, as somebody outside would. */
export type NoticeName = {
  readonly key: string;
  readonly subject: string;
  readonly unit: string;
  readonly kind: string;
  readonly step: string;
  readonly at: string;
};

export function readName(key: string): NoticeName {
  const [subject = '', unit = '', kind = '', step = '', at = ''] = (
    /^([^/]*)\/([^/]*)\/([^/]*)\/([^@]*)@(.*)$/.exec(key) ?? []
  )
    .slice(1)
    .map(decodeURIComponent);
  return { key, subject, unit, kind, step, at };
}

/** A key's beginning: ids of rounds may hold what parts the parts of a key. */
export function keyStart(round: string, unit: string): string {
  return `${round.replace(/[%/@]/g, (mark) => encodeURIComponent(mark).toLowerCase())}/${unit}/`;
}

/** Kinds that ask a unit for its report: pointless, and wrong, once it is there. */
export function asksForReport({ kind }: NoticeName): boolean {
  return ['moi', 'nhac', 'qua-han', 'gia-han', 'doi-han'].includes(kind);
}

/** Word of a secret in the form, which goes at once. */
export function isAlarm({ kind, step }: NoticeName): boolean {
  return kind === 'ban-tin' && step === 'mat';
}

/** Whether a report in the unit's name is its own: asked at once, at any hour, beside every other mail. */
export function isQuestion({ kind }: NoticeName): boolean {
  return kind === 'chua-xac-minh';
}

/** Kinds that tell of tasks of the register. */
export function isOfTasks({ kind }: NoticeName): boolean {
  return kind.endsWith('nhiem-vu');
}

/** Kinds of which a unit gets one a working day. */
export function takesTheDay({ kind }: NoticeName): boolean {
  return ![
    'tiep-nhan',
    'chua-xac-minh',
    'gia-han',
    'ban-tin',
    'lanh-dao',
    'han-nhiem-vu',
    'lanh-dao-nhiem-vu',
  ].includes(kind);
}
