import type { Context } from 'hono';

/** Who calls when no `x-emulator-user` header says so. It owns every file and is never refused. */
const OWNER = 'owner@emulator.example';

/** Whoever works in the pages: the owner's hands, told apart from programs that call as the owner. */
export const AT_THE_SCREEN = 'screen@emulator.example';

export const isOwner = (actor: string): boolean => actor === OWNER || actor === AT_THE_SCREEN;

/** The e-mail address of the caller. */
export const actorOf = (c: Context): string => c.req.header('x-emulator-user') ?? OWNER;
