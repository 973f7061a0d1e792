import type { Google } from '../../functions/google/client.ts';
import { need } from './ask.ts';
import type { Respondents } from './live-form.ts';

/** The emulator fills the form itself. */
export function emulatedRespondents(emulatorUrl: string, formId: string): Respondents {
  return {
    opensLinks: false,
    async answer(questionId, texts) {
      for (const text of texts) {
        const body = JSON.stringify({ answers: { [questionId]: [text] } });
        const headers = { 'content-type': 'application/json' };
        const url = new URL(`/_emulator/forms/${formId}/responses`, emulatorUrl);
        const answer = await fetch(url, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(await answer.text());
      }
    },
  };
}

export type PersonOptions = {
  readonly say: (line: string) => void;
  /** How often the form is asked for new responses, milliseconds. */
  readonly pollMs: number;
  /** How often it is asked before we give up. */
  readonly polls: number;
};

/** A person is shown the prefilled link and waited for. */
export function personAtTheForm(google: Google, formId: string, { say, pollMs, polls }: PersonOptions): Respondents {
  const count = async () => (await need(() => google.forms.forms.responses.list({ formId }))).responses?.length ?? 0;
  return {
    opensLinks: true,
    async answer(questionId, texts) {
      const { responderUri } = await need(() => google.forms.forms.get({ formId }));
      const wanted = (await count()) + texts.length;
      say(`Đề nghị mở từng đường dẫn sau, không sửa ô đã điền sẵn, rồi bấm Gửi:`);
      for (const text of texts) say(`  ${prefilled(responderUri ?? '', questionId, text)}`);
      for (let asked = 0; asked < polls; asked += 1) {
        if ((await count()) >= wanted) return;
        await new Promise((resolve) => setTimeout(resolve, pollMs));
      }
      throw new Error('không có ai trả lời biểu mẫu trong thời gian chờ');
    },
  };
}

/** The number of an entry is the question's id read as hexadecimal. Fact: google-forms, prefilled links. */
function prefilled(responderUri: string, questionId: string, text: string): string {
  return `${responderUri}?usp=pp_url&entry.${Number.parseInt(questionId, 16)}=${encodeURIComponent(text)}`;
}
