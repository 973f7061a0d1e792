import type { SettableClock } from '../clock.ts';
import type { Pubsub } from '../pubsub/pubsub.ts';
import type { ServiceContext } from '../service.ts';
import type { Form } from './form.ts';
import type { FormStore } from './store.ts';

/** What the parts of the Forms service share. */
export type FormsContext = Omit<ServiceContext, 'clock'> & {
  clock: SettableClock;
  pubsub: Pubsub;
  store: FormStore;
  notify(form: Form, eventType: 'SCHEMA' | 'RESPONSES'): void;
};
