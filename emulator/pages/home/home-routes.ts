import type { Context, Hono } from 'hono';
import { longTime } from '../local-time.ts';
import { answerGrowingPage, answerPage, noticePage } from '../page.ts';
import type { PagesContext } from '../pages-context.ts';
import { askPage, stepLine, workDone, workPage } from './ask-page.ts';
import { movedTo } from './clock-moves.ts';
import { homePage } from './home-page.ts';
import type { Runner } from './runner.ts';
import { tellTimeline } from './timeline.ts';

/** `/`, and the buttons on it. */
export function routeHome(app: Hono, context: PagesContext): void {
  app.get('/', async (c) => {
    const page = homePage(context, {
      intro: await context.intro(),
      timeline: await tellTimeline(context, TOLD),
      mails: (await context.inbox.messages()).length,
      blocks: await context.blocks(),
      next: await context.nextEvent(),
    });
    return answerPage(c, page);
  });

  app.post('/clock', async (c) => {
    const { to = '', at = '', run = '' } = await fieldsOf(c);
    const next = to === 'next' ? await context.nextEvent() : undefined;
    const instant = to === 'machine' ? null : movedTo(context.clock.now(), { to, at, next });
    if (instant === undefined) return answerPage(c, noSuchTime, 400);
    context.clock.set(instant);
    context.journal.add({ who: 'clock', text: `Đồng hồ chuyển tới ${longTime(context.clock.now())}` });
    const runner = context.runners.find(({ name }) => name === run);
    if (runner) await runAndTell(runner, context);
    return c.redirect('/', 303);
  });

  app.post('/run/:name', async (c) => {
    const runner = context.runners.find(({ name }) => name === c.req.param('name'));
    if (!runner) return answerPage(c, noticePage('Không có việc này', 'Không có việc nào mang tên ấy.'), 404);
    if (runner.asks === undefined) {
      await runAndTell(runner, context);
      return c.redirect('/', 303);
    }
    if ((await fieldsOf(c))['sure'] !== 'yes') return answerPage(c, askPage(runner, runner.asks));
    return answerGrowingPage(c, workPage(runner), async (add) => {
      await runAndTell(runner, context, (words) => add(stepLine(words)));
      add(workDone);
    });
  });
}

/** Entries of the journal that the page tells. */
const TOLD = 200;

const noSuchTime = noticePage('Không đặt được giờ', 'Đề nghị ghi giờ như 24/10/2025 08:30.');

async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const fields = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** A run that fails is told like one that does not: whoever pressed the button wants to see either. */
async function runAndTell(
  { label, run, tell }: Runner,
  { journal }: PagesContext,
  tellStep: (words: string) => void = () => {},
): Promise<void> {
  try {
    const outcome = await run(tellStep);
    const words = tell?.(outcome) ?? 'xong';
    journal.add({ who: 'run', text: `${label}: ${words}`, detail: JSON.stringify(outcome, null, 2) ?? '' });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    journal.add({ who: 'run', text: `${label}: lỗi`, isRefused: true, detail });
  }
}
