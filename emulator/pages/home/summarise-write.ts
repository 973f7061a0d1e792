type Write = { method: string; path: string; body?: unknown };
type Say = (call: { title: string; range: string; count: string }) => string;

/** One line about a call; `kinds` are those of the requests in a batch. */
export type Summary = { text: string; kinds?: string };

const file = '(?<id>[^/:]+)';
const says: readonly [string, Say][] = [
  ['POST /v4/spreadsheets', () => 'Tạo bảng tính'],
  [`POST /v4/spreadsheets/${file}:batchUpdate`, ({ title, count }) => `Ghi «${title}»: ${count}`],
  [
    `(PUT|POST) /v4/spreadsheets/${file}/values/(?<range>[^/]+?)(:append|:clear)?`,
    ({ title, range }) => `Ghi ${range} của «${title}»`,
  ],
  [
    `POST /v4/spreadsheets/${file}/values:batch(Update|Clear)(ByDataFilter)?`,
    ({ title }) => `Ghi các ô của «${title}»`,
  ],
  ['POST /v1/forms', () => 'Tạo biểu mẫu'],
  [`POST /v1/forms/${file}:batchUpdate`, ({ title, count }) => `Sửa biểu mẫu «${title}»: ${count}`],
  [`POST /v1/forms/${file}:setPublishSettings`, ({ title }) => `Mở hoặc đóng biểu mẫu «${title}»`],
  [`(POST|DELETE) /v1/forms/${file}/watches.*`, ({ title }) => `Đăng ký nhận tin của biểu mẫu «${title}»`],
  [`POST /drive/v3/files/${file}/permissions`, ({ title }) => `Chia sẻ «${title}»`],
];
const patterns = says.map(([pattern, say]) => [new RegExp(`^${pattern}$`), say] as const);
const reading = /(get|batchGet)ByDataFilter$|developerMetadata:search$/i;

/** What an API call writes; nothing about one that reads. `titleOf` names a file by its id. */
export function summariseWrite({ method, path, body }: Write, titleOf: (id: string) => string): Summary | undefined {
  if (method === 'GET' || reading.test(path)) return undefined;
  for (const [pattern, say] of patterns) {
    const found = pattern.exec(`${method} ${path}`);
    if (!found) continue;
    const { id = '', range = '' } = found.groups ?? {};
    const kinds = kindsIn(body);
    const text = say({ title: titleOf(id), range: decoded(range), count: countOf(body) });
    return { text, ...(kinds !== '' && { kinds }) };
  }
  return { text: `${method} ${path}` };
}

const requestsIn = (body: unknown): unknown[] | undefined => {
  const requests = (body as { requests?: unknown } | undefined)?.requests;
  return Array.isArray(requests) ? requests : undefined;
};

function countOf(body: unknown): string {
  const requests = requestsIn(body);
  return requests ? `${requests.length} thay đổi` : 'nhiều thay đổi';
}

/** `updateCells ×3, appendCells`, in the order they come first. */
function kindsIn(body: unknown): string {
  const counts = new Map<string, number>();
  for (const kind of (requestsIn(body) ?? []).flatMap((request) => Object.keys(request ?? {}))) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => (count > 1 ? `${kind} ×${count}` : kind)).join(', ');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
