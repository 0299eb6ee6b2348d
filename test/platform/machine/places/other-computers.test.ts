/** Paths of other computers: none is ever asked for, however it is spelt. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FactUnavailable } from '../../../../electron/core/facts/fact.ts';
import { pathOf } from '../../../../electron/main/incoming/open-file.ts';
import { localMachine } from '../../../../electron/platform/machine/local.ts';
import type { Operation } from '../../../../electron/platform/machine/machine.ts';
import * as operations from '../../../../electron/platform/machine/places/file-operations.ts';
import { readNamedFile } from '../../../../electron/platform/machine/places/named-file.ts';

const asked = vi.fn();
beforeEach(() => {
  asked.mockClear();
  vi.spyOn(operations, 'performFileOperation').mockImplementation(async (_root, { path }) => void asked(path));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const part = fc.stringMatching(/^[a-z0-9.$-]{1,12}$/);
const slashes = fc.constantFrom('\\\\', '//', '\\/', '/\\');
/** `\\server\share`, `//server/share`, `\\?\UNC\server`, `\\.\pipe\x`, and every mixture of their signs. */
const elsewhere = fc
  .tuple(
    slashes,
    fc.constantFrom('', '?\\UNC\\', '?/UNC/', '.\\', '.\\pipe\\', '?\\C:\\', '?\\unc\\'),
    part,
    fc.constantFrom('\\', '/'),
    part,
  )
  .map(([start, kind, server, sign, share]) => `${start}${kind}${server}${sign}${share}`);

test('no reader asks for one', async () => {
  const port = localMachine();
  const ops = fc.constantFrom('readText', 'readBytes', 'readOwned', 'readDir', 'stat', 'readLink', 'freeSpace');
  await fc.assert(
    fc.asyncProperty(elsewhere, ops, async (path, op) => {
      const reading = port.read({ op, path } as Operation, {}, new AbortController().signal);
      await expect(reading).rejects.toBeInstanceOf(FactUnavailable);
    }),
  );
  expect(asked).not.toHaveBeenCalled();
});

test('no file that is named is asked for there, as a path or as an address', async () => {
  await fc.assert(
    fc.asyncProperty(elsewhere, async (file) => {
      expect((await readNamedFile(file, 10)).is).toBe('elsewhere');
      expect(pathOf(file, '/home/ada')).toBeNull();
    }),
  );
  fc.assert(
    fc.property(part, fc.constantFrom('file://', 'FILE://', 'file:////', 'file://///'), (server, scheme) => {
      const found = pathOf(`${scheme}${server}.x/share`, '/home/ada');
      expect(found === null || !/^[\\/]{2}/.test(found)).toBe(true);
    }),
  );
  expect(asked).not.toHaveBeenCalled();
});
