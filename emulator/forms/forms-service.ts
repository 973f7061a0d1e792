import { Hono } from 'hono';
import type { SettableClock } from '../clock.ts';
import { answerGoogleErrors } from '../google-error.ts';
import type { Pubsub } from '../pubsub/pubsub.ts';
import type { Service, ServiceContext } from '../service.ts';
import { controlForms } from './control-forms.ts';
import type { Form } from './form.ts';
import { routeForms } from './form-routes.ts';
import type { FormsContext } from './forms-context.ts';
import { routeResponses } from './responses/response-routes.ts';
import type { StoredResponse } from './responses/stored-response.ts';
import { type Submission, submitResponse } from './responses/submit-response.ts';
import { createFormStore, type FormStore } from './store.ts';
import { createNotifier } from './watches/notifier.ts';
import { routeWatches } from './watches/watch-routes.ts';

export type FormsService = Service & {
  store: FormStore;
  /** What only tests do with forms: answer them, suspend their watches. */
  control: Hono;
  /**
   * Fills in a form as a person would; `delay` keeps the response from being listed for so many milliseconds.
   * @throws SubmissionError for what the form would not let pass
   */
  submit(form: Form, submission: Submission, delay?: number): StoredResponse;
};

/** While `forms.late-visibility` is on, a response is listed only this long after it was submitted. */
const lateBy = 60_000;

/**
 * Google Forms v1. Real behaviours that are not known, or that happen to some only, each off unless switched:
 * `forms.same-batch-sections`: an option may lead to a section made earlier in the same batch;
 * `forms.duplicate-options`: two options of a question may read the same;
 * `forms.partial-navigation`: of the options of a question only some may lead to a section;
 * `forms.delete-referenced-section`: a section that options lead to may be deleted;
 * `forms.moves-count-the-moved`: the new index of a moved item counts the item where it stood;
 * `forms.items-tidied`: a form shows blanks and the way to the next page otherwise than they were sent;
 * `forms.batch-cap`: a batch holds at most 100 requests;
 * `forms.verified-by-default`: a new form asks people to sign in;
 * `forms.service-accounts-create`: a service account may make a form;
 * `forms.order-by-create-time`, `forms.shuffle-order`: how responses are listed, else by their latest submission;
 * `forms.short-pages`: a page of responses holds one; `forms.brief-page-tokens`: its token is good for a minute;
 * `forms.pages-by-place`: a page goes on at a place in the list, though responses came in before it meanwhile;
 * `forms.late-visibility`: a response is listed a minute after it was submitted;
 * `forms.drop-deleted-answers`: answers to deleted questions are gone;
 * `forms.gone-watches-forbidden`: renewing a watch that is gone is 403, not 404;
 * `forms.drop-notifications`, `forms.duplicate-notifications`: notifications are lost, or come twice.
 */
export function createFormsService(
  given: Omit<ServiceContext, 'clock'> & { clock: SettableClock; pubsub: Pubsub },
): FormsService {
  const { clock, pubsub, switches, newId } = given;
  const store = createFormStore(given);
  const notifier = createNotifier({ clock, forms: store.all, switches, publish: pubsub.publish });
  const context: FormsContext = { ...given, store, notify: notifier.notify };

  function submit(form: Form, submission: Submission, delay = switches.get('forms.late-visibility') ? lateBy : 0) {
    const response = submitResponse(form, submission, {
      file: store.fileOf(form),
      micros: clock.nowMicros(),
      visibleAt: delay > 0 ? clock.nowMillis() + delay : Number.NEGATIVE_INFINITY,
      newResponseId: () => `ACYDBN${newId(64)}`,
    });
    notifier.notify(form, 'RESPONSES');
    return response;
  }

  const routes = new Hono();
  answerGoogleErrors(routes);
  routeForms(routes, context);
  routeResponses(routes, context);
  routeWatches(routes, context);
  return { routes, reset: store.clear, store, control: controlForms(context, submit), submit };
}
