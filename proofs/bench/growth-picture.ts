import type { GrowthPoint } from './row.ts';

/** Beside `docs/bench.md`. */
export const GROWTH_PICTURE = 'growth.svg';

type Panel = {
  readonly title: string;
  readonly points: readonly GrowthPoint[];
  readonly at: (point: GrowthPoint) => number;
  /** Where a figure stands between 0 and 1 of the largest. */
  readonly scale: (value: number, all: readonly number[]) => number;
};

const logarithmic: Panel['scale'] = (value, all) => {
  const [low, high] = [Math.log(Math.min(...all)), Math.log(Math.max(...all))];
  return high === low ? 0 : (Math.log(value) - low) / (high - low);
};
const linear: Panel['scale'] = (value, all) => value / Math.max(...all);

const [WIDTH, HEIGHT, MARGIN] = [420, 260, 48];

/** Two panels, each point with its figures: CPU by units on logarithmic scales, by closed rounds on plain ones. */
export function growthPicture(points: readonly GrowthPoint[]): string {
  const most = Math.max(...points.map(({ closedRounds }) => closedRounds));
  const sizes = points.filter(({ closedRounds }) => closedRounds === most).map(({ units }) => units);
  const panels: readonly Panel[] = [
    {
      title: 'CPU s by units (logarithmic)',
      points: points.filter(({ closedRounds }) => closedRounds === 1),
      at: ({ units }) => units,
      scale: logarithmic,
    },
    {
      title: `CPU s by closed rounds, ${sizes.join()} units`,
      points: points.filter(({ units }) => sizes.includes(units)),
      at: ({ closedRounds }) => closedRounds,
      scale: linear,
    },
  ];
  const size = `width="${WIDTH * panels.length}" height="${HEIGHT}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="11">
<title>CPU of a sync by units and by closed rounds</title>
<rect ${size} fill="#ffffff"/>
${panels.map(drawn).join('\n')}
</svg>
`;
}

function drawn({ title, points, at, scale }: Panel, index: number): string {
  const [across, up] = [points.map(at), points.map(({ cpuSeconds }) => cpuSeconds)];
  const places = points.map((point) => ({
    x: MARGIN + (WIDTH - 2 * MARGIN) * scale(at(point), across),
    y: HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * scale(point.cpuSeconds, up),
    under: at(point).toLocaleString('en'),
    above: point.cpuSeconds.toFixed(2),
  }));
  const line = places.map(({ x, y }) => `${x.toFixed(0)},${y.toFixed(0)}`).join(' ');
  const [left, bottom, right] = [MARGIN / 2, HEIGHT - MARGIN / 2, WIDTH - MARGIN / 2];
  return `<g transform="translate(${index * WIDTH},0)">
<text x="${left}" y="20" font-size="13" font-weight="bold">${title}</text>
<path d="M${left} 32V${bottom}H${right}" fill="none" stroke="#999999"/>
<polyline points="${line}" fill="none" stroke="#1a4e8a" stroke-width="2"/>
${places
  .map(
    ({ x, y, under, above }) =>
      `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="3" fill="#1a4e8a"/><text x="${x.toFixed(0)}" y="${(y - 8).toFixed(0)}" text-anchor="middle">${above}</text><text x="${x.toFixed(0)}" y="${bottom + 14}" text-anchor="middle" fill="#555555">${under}</text>`,
  )
  .join('\n')}
</g>`;
}
