import type { Hono } from 'hono';
import { actorOf } from '../actor.ts';
import { answerFields } from '../fields.ts';
import { notFound } from '../google-error.ts';
import { renderForm, revisionIdOf } from './form.ts';
import { setPublishSettings, titlesOf, updateForm } from './form-methods.ts';
import type { FormsContext } from './forms-service.ts';
import { readBody } from './read-body.ts';
import { batchUpdateSchema, formSchema, setPublishSettingsSchema } from './request-schema.ts';

/** `forms.create`, `get`, `batchUpdate` and `setPublishSettings`. */
export function routeForms(app: Hono, context: FormsContext): void {
  const { store, clock, switches, origin } = context;

  app.post('/v1/forms', async (c) => {
    const form = store.create(titlesOf(await readBody(c, formSchema)), actorOf(c));
    return answerFields(c, renderForm(form, origin()));
  });

  app.get('/v1/forms/:formId', (c) =>
    answerFields(c, renderForm(store.readable(c.req.param('formId'), actorOf(c)), origin())),
  );

  app.post('/v1/forms/:formId{[^:/]+:batchUpdate}', async (c) => {
    const form = store.editable(idBefore(c.req.param('formId')), actorOf(c));
    const { requests = [], writeControl = {}, includeFormInResponse } = await readBody(c, batchUpdateSchema);
    const replies = updateForm(form, { requests, writeControl }, { now: clock.nowMillis(), switches });
    store.touch(form);
    context.notify(form, 'SCHEMA');
    return answerFields(c, {
      ...(includeFormInResponse && { form: renderForm(form, origin()) }),
      replies,
      writeControl: { requiredRevisionId: revisionIdOf(form.revision) },
    });
  });

  app.post('/v1/forms/:formId{[^:/]+:setPublishSettings}', async (c) => {
    const form = store.editable(idBefore(c.req.param('formId')), actorOf(c));
    const { publishSettings, updateMask } = await readBody(c, setPublishSettingsSchema);
    setPublishSettings(form, publishSettings, updateMask);
    store.touch(form);
    const { isPublished, isAcceptingResponses } = form.publishState;
    return answerFields(c, {
      formId: form.formId,
      publishSettings: {
        publishState: { ...(isPublished && { isPublished }), ...(isAcceptingResponses && { isAcceptingResponses }) },
      },
    });
  });
}

/** The id in `{formId}:batchUpdate`. */
function idBefore(call: string): string {
  const [formId] = call.split(':');
  if (formId === undefined) throw notFound();
  return formId;
}
