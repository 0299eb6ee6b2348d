/** Owns the start of workers: the one place that may name their files, and only files of our own. */

/** As the Trusted Types specification has it; the DOM types of TypeScript do not yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

const workerFile = (url: string): string => {
  const address = new URL(url, document.baseURI);
  if (address.origin !== location.origin || !address.pathname.startsWith('/workers/')) {
    throw new TypeError(`${url} is no worker of Greenroom's.`);
  }
  return address.href;
};

const { trustedTypes } = globalThis as unknown as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('worker-url', { createScriptURL: workerFile }) ?? {
  createScriptURL: workerFile,
};

/**
 * Starts a worker from the address that Vite gives for `import url from './x.ts?worker&url'`. Throws `TypeError` for any
 * other address.
 */
export const startWorker = (url: string): Worker => {
  const file = policy.createScriptURL(url);
  return new Worker(file);
};
