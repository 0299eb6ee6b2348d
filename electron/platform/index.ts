/** Owns the choice of readers: the only place that asks which operating system this is. */
import type { Platform } from '../core/facts/index.ts';
import type { Readers } from './reader.ts';

/** Loaded when asked for, so that no system pays for the readers of another. */
export const readersFor: Readonly<Record<Platform, () => Promise<Readers>>> = {
  linux: async () => (await import('./linux/index.ts')).linuxReaders,
  darwin: async () => (await import('./darwin/index.ts')).darwinReaders,
  win32: async () => (await import('./win32/index.ts')).win32Readers,
};
