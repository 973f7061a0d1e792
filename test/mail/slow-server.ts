import net from 'node:net';
import { Duplex } from 'node:stream';
import { onTestFinished, vi } from 'vitest';

/** A mail server in memory whose every answer takes so many milliseconds of the clock of the test. */
export type SlowServer = {
  readonly url: string;
  /** How long an answer takes; by what it answers: `greeting`, `EHLO`, `RCPT`, `text`. */
  pace: (command: string) => number;
  /** Takes one mail on a connection and ends it. */
  hangsUp: boolean;
  /** Each text it took, with its recipients and when, by the clock of the test. */
  readonly taken: { readonly to: readonly string[]; readonly text: string; readonly begun: number }[];
};

/** Every connection of the test leads there, and the clock of the test is one that {@link untilDone} moves. */
export function slowServer(pace: SlowServer['pace']): SlowServer {
  const server: SlowServer = {
    url: 'smtp://right:secret@127.0.0.1:2525',
    pace,

    hangsUp: false,
    taken: [],
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  const spy = vi.spyOn(net, 'connect').mockImplementation(((_options: unknown, connected: () => void) => {
    const socket = new SlowSocket(server);
    setImmediate(connected);
    return socket;
  }) as unknown as typeof net.connect);
  onTestFinished(() => {
    spy.mockRestore();
    vi.useRealTimers();
  });
  return server;
}

/** Moves the clock from one timer to the next until a promise is settled. */
export async function untilDone<T>(promise: Promise<T>): Promise<T> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  promise.then(end, end);
  while (!isDone) {
    for (let turns = 0; turns < 20 && !isDone; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!isDone) vi.advanceTimersToNextTimer();
  }
  return promise;
}

class SlowSocket extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  readonly #server: SlowServer;
  #silence: NodeJS.Timeout | undefined;
  #patience = 0;
  #unread = '';
  #isText = false;
  #to: string[] = [];
  #begun = 0;
  #answering = Promise.resolve();

  constructor(server: SlowServer) {
    super();
    this.#server = server;
    this.#answer('greeting', '220 slow');
  }

  setTimeout(milliseconds: number): this {
    this.#patience = milliseconds;
    this.#active();
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  #active(): void {
    clearTimeout(this.#silence);
    if (this.#patience > 0) this.#silence = setTimeout(() => this.emit('timeout'), this.#patience);
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#active();
    this.#unread += chunk.toString('latin1');
    done();
    for (let end = this.#end(); end !== null; end = this.#end()) {
      const said = this.#unread.slice(0, end.at);
      this.#unread = this.#unread.slice(end.at + end.length);
      this.#hear(said);
    }
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#silence);
    this.#patience = 0;
    done(error);
  }

  #end(): { readonly at: number; readonly length: number } | null {
    const mark = this.#isText ? '\r\n.\r\n' : '\r\n';
    const at = this.#unread.indexOf(mark);
    return at < 0 ? null : { at, length: mark.length };
  }

  #hear(said: string): void {
    if (this.#isText) {
      this.#isText = false;
      const mail = { to: this.#to, text: said, begun: this.#begun };
      this.#answer('text', '250 taken', () => this.#server.taken.push(mail));
      return;
    }
    const command = said.slice(0, 4).toUpperCase();
    if (command === 'MAIL') [this.#to, this.#begun] = [[], performance.now()];
    if (command === 'RCPT') this.#to.push(/<(.*?)>/.exec(said)?.[1] ?? '');
    this.#answer(command, this.#usual(command), () => {
      if (command === 'DATA') this.#isText = true;
    });
  }

  #usual(command: string): string {
    if (command === 'EHLO') return '250-slow\r\n250 AUTH PLAIN';
    if (command === 'AUTH') return '235 come in';
    return command === 'DATA' ? '354 go on' : '250 well';
  }

  /** In turn, each after its own time. What the server does with it stands even where nobody waits for the answer any more. */
  #answer(to: string, words: string, then: () => void = () => {}): void {
    this.#answering = this.#answering.then(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            if (!this.destroyed || to === 'text') then();
            if (!this.destroyed) {
              this.#active();
              this.push(`${words}\r\n`);
              if (to === 'text' && this.#server.hangsUp) this.push(null);
            }
            resolve();
          }, this.#server.pace(to));
        }),
    );
  }
}
