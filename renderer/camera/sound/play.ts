/** Owns what is played: the tone for the speaker, and the person's own voice out of memory. */

const context = (): AudioContext => new AudioContext({ latencyHint: 'interactive' });

const ended = (node: AudioScheduledSourceNode, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    node.addEventListener('ended', () => resolve(), { once: true });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

const TONE_HERTZ = [523.25, 659.25] as const;
const TONE_SECONDS = 0.7;
const TONE_VOLUME = 0.2;

/** Two soft tones, first on the left and then on the right. Resolves when they are over. */
export const playTone = async (signal: AbortSignal): Promise<void> => {
  const audio = context();
  try {
    const nodes = TONE_HERTZ.map((frequency, index) => {
      const from = audio.currentTime + 0.05 + index * TONE_SECONDS;
      const oscillator = new OscillatorNode(audio, { frequency });
      const volume = new GainNode(audio, { gain: 0 });
      // Without a soft beginning and end it would click.
      volume.gain.setValueAtTime(0, from);
      volume.gain.linearRampToValueAtTime(TONE_VOLUME, from + 0.05);
      volume.gain.setValueAtTime(TONE_VOLUME, from + TONE_SECONDS - 0.15);
      volume.gain.linearRampToValueAtTime(0, from + TONE_SECONDS - 0.02);
      oscillator
        .connect(volume)
        .connect(new StereoPannerNode(audio, { pan: index === 0 ? -1 : 1 }))
        .connect(audio.destination);
      oscillator.start(from);
      oscillator.stop(from + TONE_SECONDS);
      return oscillator;
    });
    await Promise.all(nodes.map((node) => ended(node, signal)));
  } finally {
    await audio.close();
  }
};

/** Plays pieces of one sound one after another. Resolves when they are over. */
export const playSamples = async (
  pieces: readonly Float32Array<ArrayBuffer>[],
  sampleRate: number,
  signal: AbortSignal,
): Promise<void> => {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length === 0) return;
  const audio = context();
  try {
    const buffer = new AudioBuffer({ length, sampleRate, numberOfChannels: 1 });
    let at = 0;
    for (const piece of pieces) {
      buffer.copyToChannel(piece, 0, at);
      at += piece.length;
    }
    const node = new AudioBufferSourceNode(audio, { buffer });
    node.connect(audio.destination);
    node.start();
    await ended(node, signal);
  } finally {
    await audio.close();
  }
};
