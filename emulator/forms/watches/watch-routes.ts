import type { Context, Hono } from 'hono';
import { actorOf } from '../../actor.ts';
import { answerFields } from '../../fields.ts';
import { invalidArgument } from '../../google-error.ts';
import { emptyAnswer, watchAnswer, watchesAnswer } from '../answer-schema.ts';
import type { Form } from '../form.ts';
import type { FormsContext } from '../forms-context.ts';
import { readBody } from '../read-body.ts';
import { createWatchSchema } from '../request-schema.ts';
import { renderWatch } from './watch.ts';
import { createWatch, deleteWatch, ownWatches, renewWatch, type WatchSurroundings } from './watch-methods.ts';

/** `forms.watches.create`, `list`, `renew` and `delete`. */
export function routeWatches(app: Hono, { store, clock, pubsub, switches }: FormsContext): void {
  function at(c: Context, formId: string): { form: Form; around: WatchSurroundings } {
    const user = actorOf(c);
    const form = store.readable(formId, user);
    const { hasTopic } = pubsub;
    const now = clock.nowMillis();
    return { form, around: { now, user, file: store.fileOf(form), forms: store.all(), hasTopic, switches } };
  }

  app.post('/v1/forms/:formId/watches', async (c) => {
    const { form, around } = at(c, c.req.param('formId'));
    const { watch, watchId } = await readBody(c, createWatchSchema);
    const topicName = watch?.target?.topic?.topicName;
    const eventType = watch?.eventType;
    if (!topicName) throw invalidArgument('watch.target.topic.topic_name is required.');
    if (!eventType || eventType === 'EVENT_TYPE_UNSPECIFIED') throw invalidArgument('watch.event_type is required.');
    return answerFields(c, renderWatch(createWatch(form, { topicName, eventType, watchId }, around)), watchAnswer);
  });

  app.get('/v1/forms/:formId/watches', (c) => {
    const { form, around } = at(c, c.req.param('formId'));
    const watches = ownWatches(form, around);
    return answerFields(c, watches.length > 0 ? { watches: watches.map(renderWatch) } : {}, watchesAnswer);
  });

  app.post('/v1/forms/:formId/watches/:watchId{[^:/]+:renew}', (c) => {
    const { form, around } = at(c, c.req.param('formId'));
    const [watchId = ''] = c.req.param('watchId').split(':');
    return answerFields(c, renderWatch(renewWatch(form, watchId, around)), watchAnswer);
  });

  app.delete('/v1/forms/:formId/watches/:watchId', (c) => {
    const { form, around } = at(c, c.req.param('formId'));
    deleteWatch(form, c.req.param('watchId'), around);
    return answerFields(c, {}, emptyAnswer);
  });
}
