import { DAY, HOUR, MINUTE, momentOf } from './calendar.ts';
import type { Filing } from './model-responses.ts';
import { deadlineEnd, type OfficeRound } from './office.ts';
import type { World } from './world.ts';

/** How a city answers a round. */
const MANNERS = [
  'prompt',
  'prompt',
  'last day',
  'last day',
  'last morning',
  'late',
  'late',
  'never',
  'without code',
] as const;

/** Notes when and how a city will file in a round; `wake` is the form's push. */
export function expectReport(world: World, round: OfficeRound, unit: string, wake: () => void): void {
  const random = world.random.fork();
  const end = deadlineEnd(round.adjusted ?? round.strict);
  const span = Math.max(HOUR, end - round.opensAt);
  const manner = random.pick(MANNERS);
  const drawn = {
    prompt: round.opensAt + random.next() * span,
    'last day': end - random.next() * 16 * HOUR,
    'last morning': momentOf(round.strict.day, 8 * 60 + 25) + random.next() * 10 * MINUTE,
    late: end + random.next() * 9 * DAY,
    never: Number.POSITIVE_INFINITY,
    'without code': round.opensAt + random.next() * (span + 4 * DAY),
  }[manner];
  // Nobody has a link before the round is there.
  const when = Math.max(round.opensAt, drawn);
  if (when === Number.POSITIVE_INFINITY) return;
  world.agenda.note(when, () => {
    const isCodeRight = manner !== 'without code' && !random.chance(0.04);
    const first = send(
      world,
      { round: round.id, unit, isCodeRight, isReal: !random.chance(0.08), lacks: random.chance(0.3) },
      wake,
    );
    if (random.chance(0.35) && isCodeRight)
      world.agenda.note(when + random.next() * 3 * DAY, () => edit(world, first, wake));
    if (random.chance(0.25)) {
      const again = { round: round.id, unit, isCodeRight: true, isReal: true, lacks: random.chance(0.2) };
      world.agenda.note(when + random.next() * 6 * DAY, () => send(world, again, wake));
    }
  });
}

/** A city that was just written to sometimes answers at once, perhaps while the next run is under way. */
export function answerToMail(world: World, round: string, unit: string, wake: () => void): void {
  const random = world.random.fork();
  if (!random.chance(0.12)) return;
  const delay = random.chance(0.5) ? random.next() * 10 * MINUTE : random.next() * DAY;
  world.agenda.note(world.agenda.now() + delay, () =>
    send(world, { round, unit, isCodeRight: !random.chance(0.1), isReal: true, lacks: random.chance(0.2) }, wake),
  );
}

type Content = Pick<Filing, 'round' | 'unit' | 'isCodeRight' | 'isReal' | 'lacks'> &
  Partial<Pick<Filing, 'flaw' | 'isStranger'>>;

/** Slips of who fills in the form. */
const SLIPS = ['year', 'long fields', 'hostile words', 'huge'] as const;

export function send(world: World, content: Content, wake: () => void): Filing {
  const now = world.agenda.now();
  const flaw = content.isReal && world.random.chance(0.08) ? world.random.pick(SLIPS) : null;
  return put(
    world,
    {
      flaw,
      isStranger: false,
      ...content,
      responseId: `r${world.filings.length}`,
      createdAt: now,
      submittedAt: now,
      visibleAt: now,
    },
    wake,
  );
}

/** An edit says at least what the version before it said. */
function edit(world: World, first: Filing, wake: () => void): void {
  const now = world.agenda.now();
  put(
    world,
    { ...first, isReal: true, lacks: first.lacks && world.random.chance(0.3), submittedAt: now, visibleAt: now },
    wake,
  );
}

/** Some responses show in the list only minutes later. */
function put(world: World, filing: Filing, wake: () => void): Filing {
  const submittedAt = Math.round(filing.submittedAt);
  const delay = world.random.chance(0.1) ? world.random.int(1, 8 * MINUTE) : 0;
  const sent = { ...filing, createdAt: Math.round(filing.createdAt), submittedAt, visibleAt: submittedAt + delay };
  world.hand(sent);
  if (!world.random.chance(0.15)) world.agenda.note(world.agenda.now() + world.random.int(500, 20_000), wake);
  return sent;
}
