import { MAIL_FOOTER } from '../../sheets-schema/seed/mail-footer.ts';
import { GROUP_SECTION_2 } from '../../sheets-schema/tabs/units.ts';
import { DOCX_TYPE } from '../documents/decree/docx-type.ts';
import type { createOutlineDocx } from '../documents/outline/outline-docx.ts';
import type { Attachment, MailOrder, MailWriter } from '../ports.ts';
import { renderMail } from './render-mail.ts';

type OutlineDocx = ReturnType<typeof createOutlineDocx>;

/** Makes the draft letters to units of a round, those that may have one. */
export type Drafter = (urging: NonNullable<MailOrder['urging']>) => Promise<readonly Attachment[]>;

/**
 * Puts orders into words.
 * @param messageIdOf names the mail of a key, the same at every try.
 * @param draft leave it out where no letter is ever drafted.
 */
export function createMailWriter(messageIdOf: (key: string) => string, draft: Drafter = async () => []): MailWriter {
  let outlines: Promise<OutlineDocx> | null = null;
  /** Loaded by the first invitation: most runs invite nobody. */
  const outlineDocx = () => {
    outlines ??= import('../documents/outline/outline-docx.ts').then((module) => module.createOutlineDocx());
    return outlines;
  };
  return async (order) => ({
    key: order.key,
    messageId: messageIdOf(order.key),
    date: order.at,
    to: order.to,
    ...renderMail({
      template: order.template,
      footer: MAIL_FOOTER,
      variables: order.variables,
      ...(order.button && { button: order.button }),
    }),
    replyTo: order.replyTo,
    autoSubmitted: order.kind === 'Xác nhận tiếp nhận' ? 'auto-replied' : 'auto-generated',
    attachments: [
      ...(order.outline ? [await outlineAttachment(order.outline, await outlineDocx())] : []),
      ...(order.urging ? await draft(order.urging) : []),
    ],
  });
}

async function outlineAttachment(
  outline: NonNullable<MailOrder['outline']>,
  outlineDocx: OutlineDocx,
): Promise<Attachment> {
  const { unit, round } = outline;
  return {
    filename: `De-cuong-bao-cao-${round.id}-${unit.code}.docx`,
    contentType: DOCX_TYPE,
    content: await outlineDocx({ ...outline, section2: (unit.groups ?? []).includes(GROUP_SECTION_2) }),
  };
}
