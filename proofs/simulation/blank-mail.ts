import type { MailWriter } from '../../functions/ports.ts';

/** Mails that say nothing but the days they name: who gets which and when is all a model looks at. */
export const blankMail: MailWriter = async ({ key, messageId, at, to, variables }) => {
  const { han_cuoi: deadline, da_qua_han: isOver, han_phan_hoi: answerBy } = variables;
  return {
    key,
    messageId,
    date: at,
    to,
    subject: '',
    text: [deadline ?? '', isOver ? answerBy : ''].join('\n'),
    html: '',
    replyTo: '',
    autoSubmitted: 'auto-generated',
    attachments: [],
  };
};
