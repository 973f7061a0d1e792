import type { Hono } from 'hono';
import type { PagesContext } from '../pages.ts';

export function routeSheet(_app: Hono, _context: PagesContext): void {}
