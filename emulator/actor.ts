import type { Context } from 'hono';

/** Who calls when no `x-emulator-user` header says so. It owns every file and is never refused. */
export const OWNER = 'owner@emulator.example';

/** The e-mail address of the caller. */
export const actorOf = (c: Context): string => c.req.header('x-emulator-user') ?? OWNER;
