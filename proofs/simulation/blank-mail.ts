import type { MailWriter } from '../../functions/ports.ts';

/**
 * Mails that say nothing but the days they name, and the coordinators' digest what stands still: who gets which and when is
 * all a model looks at.
 */
export const blankMail: MailWriter = async ({ key, messageId, at, to, variables }) => {
  const { han_cuoi: deadline, da_qua_han: isOver, han_phan_hoi: answerBy, dang_dung: still } = variables;
  const lines = Array.isArray(still) ? still.map(({ dong }) => dong) : [];
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
