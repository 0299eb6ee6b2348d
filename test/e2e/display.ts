/** Owns a display where there is none: Xvfb, for as long as tests run. */
import { spawn } from 'node:child_process';

export const XVFB = '/usr/bin/Xvfb';

/** Starts Xvfb on a display number that it finds free by itself. */
export const startDisplay = async (): Promise<() => void> => {
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => void server.kill();
  process.once('exit', stop);
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`${XVFB} ended with ${code}.`)));
  });
  process.env.DISPLAY = `:${number}`;
  return stop;
};
