/** Owns what Firefox's table of permissions keeps from one host. */
import { type AskedDevice, askedDevices } from '../facts/browsers.ts';

/** Those of its columns that matter, of the rows about camera and microphone. */
export interface PermissionRow {
  readonly origin: unknown;
  readonly type: unknown;
  readonly permission: unknown;
  readonly expireType: unknown;
  readonly expireTime: unknown;
}

const DENIED = 2;
/** It holds until `expireTime`, in milliseconds. */
const FOR_A_TIME = 2;

/** What follows a "^" tells containers and private windows apart: what was said there does not count here. */
const isOf = ({ origin }: PermissionRow, host: string): boolean =>
  typeof origin === 'string' && origin.toLowerCase() === `https://${host}`;

/** Rows of other hosts are passed over. `now`: milliseconds since 1970. */
export const refusedByFirefox = (rows: readonly PermissionRow[], host: string, now: number): readonly AskedDevice[] =>
  askedDevices.filter((device) =>
    rows.some(
      (row) =>
        isOf(row, host.toLowerCase()) &&
        row.type === device &&
        row.permission === DENIED &&
        !(row.expireType === FOR_A_TIME && Number(row.expireTime) <= now),
    ),
  );
