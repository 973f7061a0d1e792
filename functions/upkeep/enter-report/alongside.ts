import type { FormResponse, ResponsePart, Responses } from '../../ports.ts';

/** What a form received, and a report that was entered behind it: nothing but where it comes from sets it apart. */
export function alongside(form: Responses, entered: FormResponse): Responses {
  const withIt = ({ responses, more }: ResponsePart, isKnown: (one: FormResponse) => boolean): ResponsePart => {
    if (more) return { responses, more: async () => withIt(await more(), isKnown) };
    return { responses: isKnown(entered) ? responses : [...responses, entered], more: null };
  };
  return { ...form, since: async (time, isKnown) => withIt(await form.since(time, isKnown), isKnown) };
}
