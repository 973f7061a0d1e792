import type { Context } from 'hono';
import type { Form } from '../../forms/form.ts';
import { readFilling } from './filling.ts';
import type { Sent } from './next-step.ts';

/** What a page of the form sends. Without the page it was sent from it is the whole form, as programs send it. */
export async function readSent(c: Context, form: Form): Promise<Sent> {
  const fields = await postedFields(c);
  const at = /^\d{1,3}$/.test(fields.get('at') ?? '') ? Number(fields.get('at')) : undefined;
  const cleared = fields.get('clear');
  if (cleared !== null) fields.delete(cleared);
  const go = cleared === null ? fields.get('go') : 'stay';
  const isMove = go === 'stay' || go === 'back' || go === 'next';
  return { filling: readFilling(form, fields), at, go: isMove ? go : 'submit' };
}

/** A body that is no form holds no fields. */
async function postedFields(c: Context): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  for (const [name, value] of await c.req.formData().catch(() => new FormData())) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields;
}
