/** Owns the end of a group of processes: a program with everything that it has started. Not for Windows, which has no groups. */
export const endGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
};
