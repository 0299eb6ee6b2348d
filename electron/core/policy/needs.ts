/** Owns what a policy or a list asks of Greenroom itself: `needs: { greenroom: ">=0.3.0" }`. */
import semver from 'semver';

/** A range of versions of Greenroom as npm writes them; null when it is none. Greenroom's own versions are all SemVer. */
export const readNeeds = (text: string): string | null => (text.length > 100 ? null : semver.validRange(text));

/** Whether this version is one that is asked for: 0.3.0-beta.1 is within >=0.2.0, and not yet >=0.3.0. */
export const isNeeded = (appVersion: string, range: string): boolean =>
  semver.satisfies(appVersion, range, { includePrerelease: true });
