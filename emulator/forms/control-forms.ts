import { Hono } from 'hono';
import { z } from 'zod';
import { ControlError, readControl, refuseControl } from '../read-control.ts';
import type { Form } from './form.ts';
import type { FormsContext } from './forms-context.ts';
import { recordedSchema, responseAsRecorded } from './responses/recorded-response.ts';
import { renderResponse, type StoredResponse } from './responses/stored-response.ts';
import { SubmissionError } from './responses/submission-error.ts';
import type { Submission } from './responses/submit-response.ts';
import { renderWatch } from './watches/watch.ts';

const submissionSchema = z.strictObject({
  respondentEmail: z.string().optional(),
  answers: z.record(z.string(), z.array(z.string())),
  responseId: z.string().optional(),
  /** Keeps the response from being listed for so many milliseconds of the emulator's clock. */
  visibleAfterMs: z.int().min(0).optional(),
});

const watchStateSchema = z.strictObject({
  formId: z.string(),
  watchId: z.string(),
  state: z.enum(['ACTIVE', 'SUSPENDED']),
  errorType: z.enum(['PROJECT_NOT_AUTHORIZED', 'NO_USER_ACCESS', 'OTHER_ERRORS']).optional(),
});

type Submit = (form: Form, submission: Submission, delay?: number) => StoredResponse;

/** The part of the control plane that plays the people of a form, and Google's moods about its watches. */
export function controlForms({ store }: FormsContext, submit: Submit): Hono {
  const app = new Hono();
  refuseControl(app);

  function formOf(formId: string): Form {
    const form = store.find(formId);
    if (!form) throw new ControlError(`There is no form ${formId}.`, 404);
    return form;
  }

  app.post('/forms/:formId/responses', async (c) => {
    const form = formOf(c.req.param('formId'));
    const { visibleAfterMs, ...submission } = await readControl(c, submissionSchema);
    try {
      return c.json(renderResponse(submit(form, submission, visibleAfterMs), () => true));
    } catch (error) {
      if (error instanceof SubmissionError) throw new ControlError(error.message);
      throw error;
    }
  });

  app.put('/forms/:formId/responses/:responseId', async (c) => {
    const { formId, responseId } = c.req.param();
    const form = formOf(formId);
    const response = responseAsRecorded(responseId, await readControl(c, recordedSchema));
    form.responses.set(responseId, response);
    return c.json(renderResponse(response, () => true));
  });

  app.put('/watches', async (c) => {
    const { formId, watchId, state, errorType } = await readControl(c, watchStateSchema);
    const watch = formOf(formId).watches.get(watchId);
    if (!watch) throw new ControlError(`Form ${formId} has no watch ${watchId}.`, 404);
    watch.state = state;
    watch.errorType = state === 'SUSPENDED' ? (errorType ?? 'OTHER_ERRORS') : undefined;
    return c.json(renderWatch(watch));
  });
  return app;
}
