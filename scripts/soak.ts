/** Owns `npm run soak`: twenty minutes of faults, or (`-- camera`) ten of the camera view; what the program holds after each. */
import { buildIfNeeded } from './build.ts';
import { soakCamera } from './soak/camera.ts';
import { soakFaults } from './soak/faults.ts';

const MINUTES = 20;

const [what = String(MINUTES), ...more] = process.argv.slice(2);
const minutes = Number(what);
if (more.length > 0 || !(what === 'camera' || (Number.isInteger(minutes) && minutes >= 3))) {
  process.stderr.write('Usage: npm run soak, npm run soak -- MINUTES (3 or more), or npm run soak -- camera\n');
  process.exit(64);
}
if (what !== 'camera' && process.platform !== 'linux') {
  process.stderr.write('Threads and processes are counted in /proc: this needs Linux.\n');
  process.exit(65);
}
await buildIfNeeded();
if (what === 'camera') await soakCamera();
// What still hangs must not keep this process.
else process.exit((await soakFaults(minutes)) ? 0 : 1);
