/** Owns a real https server on the loopback address, with a certificate of its own, that answers as a test says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpsServer {
  readonly origin: string;
  /** Its certificate, to be trusted by the test. */
  readonly ca: string;
  /** Answers by `how` from now on, and forgets what was asked. */
  answerBy(how: Answer): void;
  asked(): readonly IncomingMessage[];
  stop(): Promise<void>;
}

export const startHttpsServer = async (): Promise<HttpsServer> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-tls-'));
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync(
    '/usr/bin/openssl',
    ['req', '-x509', ...curve, '-nodes', '-keyout', key, '-out', certificate, '-days', '2', ...name],
    { stdio: 'ignore' },
  );
  const ca = readFileSync(certificate, 'utf8');
  let answer: Answer = (_request, response) => void response.writeHead(404).end();
  let asked: IncomingMessage[] = [];
  const server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    ca,
    answerBy: (how) => {
      answer = how;
      asked = [];
    },
    asked: () => asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
};
