import { z } from 'zod';

/** A regular expression written as a string, for lists that come over JSON. */
export const regularExpression = z.string().transform((source, context) => {
  try {
    return new RegExp(source);
  } catch {
    context.addIssue({ code: 'custom', message: `"${source}" is not a regular expression` });
    return z.NEVER;
  }
});
