import { timestamp } from '../../forms/responses/stored-response.ts';
import type { ParsedMessage } from '../../inbox/message.ts';
import type { Entry, PagesContext } from '../pages-context.ts';

/** The latest of everything that happened, newest first. */
export async function tellTimeline(context: PagesContext, count: number): Promise<Entry[]> {
  const messages = await context.inbox.messages();
  const all = [...context.journal.list(), ...submissions(context), ...messages.map(mail)];
  const withKey = all.map((entry) => ({ entry, key: sortable(entry.at) }));
  return withKey
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .slice(-count)
    .map(({ entry }) => entry)
    .reverse();
}

/** Instants come with and without parts of a second; as texts they sort only with a point in each. */
const sortable = (at: string) => (at.includes('.') ? at : at.replace('Z', '.Z'));

/** A response that was edited is told twice: when it came, and as it now stands. */
function submissions({ forms }: PagesContext): Entry[] {
  return [...forms.store.all()].flatMap((form) =>
    [...form.responses.values()].flatMap(({ createMicros, lastMicros, answers }) => {
      const text = `Gửi biểu mẫu «${form.content.info.title}», ${Object.keys(answers).length} câu trả lời`;
      const first: Entry = { at: timestamp(createMicros), who: 'city', text };
      const again: Entry = { at: timestamp(lastMicros), who: 'city', text: `${text} (sửa)` };
      return createMicros === lastMicros ? [first] : [first, again];
    }),
  );
}

const mail = ({ receivedAt, subject, envelope }: ParsedMessage, n: number): Entry => ({
  at: receivedAt,
  who: 'mail',
  text: `${subject || '(không có tiêu đề)'} → ${envelope.to.join(', ')}`,
  href: `/inbox/${n}`,
});
