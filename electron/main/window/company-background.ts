/** Owns the organisation's background as the page may fetch it: read when the camera view asks, kept in memory. */
import type { CompanyBackground } from '../../core/camera/company-background.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import { cameraSettings } from '../../core/settings/camera.ts';
import { loadBackground } from '../../engine/session/company-background.ts';
import type { ServedFile } from './app-scheme.ts';

export interface CompanyBackgroundServer {
  load(policy: Policy): Promise<CompanyBackground>;
  /** The picture that was loaded last; null while there is none. */
  served(): ServedFile | null;
}

export const createCompanyBackground = (): CompanyBackgroundServer => {
  let current: ServedFile | null = null;
  return {
    served: () => current,
    load: async (policy) => {
      const loaded = await loadBackground(valuesOf(policy, cameraSettings.id, cameraSettings.policy));
      if (loaded.state !== 'ready') {
        current = null;
        return loaded;
      }
      const { mediaType, bytes } = loaded;
      current = { mediaType, bytes: () => Promise.resolve(bytes) };
      return { state: 'ready' };
    },
  };
};
