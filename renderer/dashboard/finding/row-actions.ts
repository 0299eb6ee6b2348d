/** Owns what a person can do with one finding. */
import type { GreenroomApi, Opened } from '../../../electron/core/ipc/contract.ts';

export interface RowActions {
  readonly check: (only: readonly string[]) => void;
  readonly api: GreenroomApi | undefined;
  readonly openRemedy: (remedyId: string) => Promise<Opened>;
  readonly waive: GreenroomApi['waive'];
  readonly revokeWaiver: GreenroomApi['revokeWaiver'];
  readonly attest: GreenroomApi['attest'];
  readonly copyForAMinute: GreenroomApi['copyForAMinute'];
  readonly keepBackupDrive: GreenroomApi['keepBackupDrive'];
}
