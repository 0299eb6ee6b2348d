/** Owns the view that our workers have of themselves; the page's declarations know only a window. */
export interface WorkerScope {
  postMessage(message: unknown, transfer?: readonly Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
export const workerScope = globalThis as unknown as WorkerScope;
