import type { Context, Hono } from 'hono';
import type { z } from 'zod';

/** A control request that cannot be obeyed; the message says why. */
export class ControlError extends Error {
  readonly status: 400 | 404;
  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.status = status;
  }
}

/** Reads the request's JSON by a schema. @throws ControlError naming every place that does not fit */
export async function readControl<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const body: unknown = await c.req.json().catch(() => {
    throw new ControlError('The request body is not JSON.');
  });
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const places = read.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new ControlError(places.join('; '));
}

/** Makes `app` answer a ControlError with its status and `{error: {message}}`. */
export function refuseControl(app: Hono): void {
  app.onError((error, c) => {
    if (!(error instanceof ControlError)) throw error;
    return c.json({ error: { message: error.message } }, error.status);
  });
}
