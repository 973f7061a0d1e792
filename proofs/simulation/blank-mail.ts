import type { MailWriter } from '../../functions/ports.ts';

/** The lists of a mail about tasks, and what a task in each is told. */
const OF_TASKS = {
  nhiem_vu: 'late',
  den_han: 'due',
  cho_biet: 'asked',
  han_moi: 'news',
  viec_phoi_hop: 'helps',
} as const;

/**
 * Mails that say nothing but the days they name, and the coordinators' digest what stands still, mails about tasks which of them: who gets which and when is
 * all a model looks at.
 */
export const blankMail: MailWriter = async ({ key, messageId, at, to, variables }) => {
  const { han_cuoi: deadline, da_qua_han: isOver, han_phan_hoi: answerBy, dang_dung: still } = variables;
  const lines = [
    ...(Array.isArray(still) ? still.map(({ dong }) => dong) : []),
    ...Object.entries(OF_TASKS).flatMap(([list, tells]) => {
      const rows = variables[list];
      return Array.isArray(rows) ? rows.map((row) => `${tells} ${row['ma_nhiem_vu']} ${row['ten_don_vi'] ?? ''}`) : [];
    }),
  ];
  return {
    key,
    messageId,
    date: at,
    to,
    subject: '',
    text: [deadline ?? '', isOver ? answerBy : '', ...lines].join('\n'),
    html: '',
    replyTo: '',
    autoSubmitted: 'auto-generated',
    attachments: [],
  };
};
