/** Run inside a namespace: tries a connection as often as it is told, at once, and reads how the system says it is connected. */
import { readFileSync } from 'node:fs';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { tryConnection } from '../../../electron/engine/network/try-connection.ts';
import { linuxReaders } from '../../../electron/platform/linux/index.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';

const [times = '1', host = '', port = '443', ca = ''] = process.argv.slice(2);
const request = { host, port: Number(port), router: '198.51.100.1', ca: readFileSync(ca, 'utf8') };
const trials = await Promise.all(Array.from({ length: Number(times) }, () => tryConnection(request)));
const machine = bind(localMachine(), AbortSignal.timeout(10_000));
const connection = await linuxReaders.connection.read(machine, builtInCatalogue);
process.stdout.write(JSON.stringify({ trials, connection }), () => process.exit(0));
