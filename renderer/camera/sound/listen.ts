/** Owns reading a microphone's samples as they come, without an address that a sound could be sent to. */

/** Chromium's own; the DOM types of TypeScript do not have it. */
interface TrackProcessor {
  readonly readable: ReadableStream<AudioData>;
}
declare const MediaStreamTrackProcessor: new (options: { track: MediaStreamTrack }) => TrackProcessor;

/** Calls `hear` with each piece of sound, mixed to one channel, until the signal aborts or the track ends. */
export const listen = async (
  track: MediaStreamTrack,
  signal: AbortSignal,
  hear: (samples: Float32Array<ArrayBuffer>, sampleRate: number) => void,
): Promise<void> => {
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  const stop = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const samples = new Float32Array(value.numberOfFrames);
      // One channel is enough to know whether anything is heard.
      value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      const { sampleRate } = value;
      value.close();
      if (signal.aborted) return;
      hear(samples, sampleRate);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
