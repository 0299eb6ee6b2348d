// What stands on the far side: a service with a certificate, a server that says nothing, and a resolver for which every name is here.
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createServer as createSecureServer } from 'node:tls';

const [key, cert] = process.argv.slice(2).map((file) => readFileSync(file));
const here = '198.51.100.1';
const names = createSocket('udp4', (query, { port, address }) => {
  const end = query.indexOf(0, 12) + 5;
  const wantsIpv4 = query.readUInt16BE(end - 4) === 1;
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(wantsIpv4 ? 1 : 0, 6);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(0, 10);
  const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...here.split('.').map(Number)]);
  names.send(Buffer.concat([head, query.subarray(12, end), ...(wantsIpv4 ? [answer] : [])]), port, address);
});
const quiet = (socket) => socket.on('error', () => {});
const secure = createSecureServer({ key, cert }, (socket) => quiet(socket).end()).on('tlsClientError', () => {});
const silent = createServer(quiet);
await Promise.all([
  new Promise((resolve) => secure.listen(443, here, resolve)),
  new Promise((resolve) => silent.listen(444, here, resolve)),
  new Promise((resolve) => names.bind(53, here, resolve)),
]);
console.log('ready');
