import { Command, InvalidArgumentError } from 'commander';
import { createEmulator } from './server.ts';

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Not a port.');
  return port;
}

const program = new Command('emulator')
  .description('A local stand-in for Google Sheets, Forms and Drive with an SMTP inbox. It starts empty, on 127.0.0.1.')
  .option('--port <n>', 'where the APIs and the control plane answer; 0 takes a free one', parsePort, 8090)
  .option('--smtp-port <n>', 'where the inbox takes mail; 0 takes a free one', parsePort, 0)
  .parse();

const emulator = await createEmulator(program.opts<{ port: number; smtpPort: number }>()).catch((error: unknown) =>
  program.error(`The emulator cannot start: ${error instanceof Error ? error.message : error}`),
);
console.log(`Emulator: ${emulator.url}\nInbox:    ${emulator.smtpUrl}\nCtrl+C stops both.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
