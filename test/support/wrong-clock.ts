import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The emulator as a machine meets it whose own clock is wrong: everything passes, but for what time the machine takes it to be. */
export async function withWrongClock<T>(emulatorUrl: string, machineTime: string, run: (url: string) => Promise<T>) {
  const server = createServer(async (request, response) => {
    if (request.url?.startsWith('/_emulator/clock')) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ now: machineTime }));
      return;
    }
    const answer = await fetch(new URL(request.url ?? '/', emulatorUrl), {
      method: request.method ?? 'GET',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      ...(request.method === 'GET' ? {} : { body: await bodyOf(request) }),
    });
    response.statusCode = answer.status;
    for (const name of ['content-type', 'date']) response.setHeader(name, answer.headers.get(name) ?? '');
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await closed(server);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
