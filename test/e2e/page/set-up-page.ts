/** Owns the built page for a file of tests: served once, each visit in a context of its own that must end without a problem. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Answers, type BuiltPage, launch, launchHeadless, servePage, type Visit, visit } from './page-server.ts';

/** `flags`: those of a browser of one’s own, made before the first test; without them the shared one is used. */
export const setUpPage = (flags?: () => Promise<readonly string[]>) => {
  let built: BuiltPage;
  const browsers: Browser[] = [];
  let open: Visit | undefined;

  const kept = async (starting: Promise<Browser>): Promise<Browser> => {
    const browser = await starting;
    browsers.push(browser);
    return browser;
  };
  /** One more browser for this file, for tests that need other flags. */
  const withFlags = (...more: readonly string[]): Promise<Browser> => kept(launchHeadless(...more));
  beforeAll(async () => {
    built = await servePage();
    if (flags === undefined) browsers.push(await chromium.connect(inject('browser')));
    else await withFlags(...(await flags()));
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await built.close();
  });
  afterEach(async () => {
    const problems = await open?.problems();
    await open?.close();
    open = undefined;
    expect(problems ?? []).toEqual([]);
  });

  return {
    withFlags,
    /** One more that can be asked for a permission. */
    withWhole: (...more: readonly string[]): Promise<Browser> => kept(launch(...more)),
    origin: (): string => built.origin,
    /** The visit that is open. */
    current: (): Visit => {
      if (open === undefined) throw new Error('No page is open.');
      return open;
    },
    /** Opens the page in the first of the browsers, or in `browser`. */
    visit: async (
      answers: Answers,
      options: Parameters<typeof visit>[3] = {},
      browser = browsers[0],
    ): Promise<Visit> => {
      if (browser === undefined) throw new Error('The page is opened in tests only.');
      open = await visit(browser, built, answers, options);
      return open;
    },
  };
};
