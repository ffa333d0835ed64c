/** The sounds of the table. */
export type SoundName = "draw" | "place" | "shuffle" | "coin" | "hit" | "heal" | "knockout" | "turn" | "won" | "lost";

interface Tone {
  /** Frequency in hertz; 0 is noise. */
  from: number;
  to: number;
  /** Start and length in seconds. */
  at: number;
  length: number;
  wave?: OscillatorType;
  loudness?: number;
}

/** Every sound is a few synthesized tones. */
const SOUNDS: Record<SoundName, Tone[]> = {
  draw: [{ from: 0, to: 0, at: 0, length: 0.08, loudness: 0.35 }],
  place: [{ from: 220, to: 150, at: 0, length: 0.09, wave: "triangle" }],
  shuffle: [0, 0.07, 0.14, 0.21].map((at) => ({ from: 0, to: 0, at, length: 0.05, loudness: 0.3 })),
  coin: [
    { from: 1320, to: 1320, at: 0, length: 0.12, loudness: 0.5 },
    { from: 1760, to: 1760, at: 0.1, length: 0.3, loudness: 0.5 },
  ],
  hit: [
    { from: 0, to: 0, at: 0, length: 0.12, loudness: 0.7 },
    { from: 180, to: 60, at: 0, length: 0.2, wave: "square", loudness: 0.4 },
  ],
  heal: [
    { from: 523, to: 659, at: 0, length: 0.18 },
    { from: 784, to: 784, at: 0.14, length: 0.24 },
  ],
  knockout: [{ from: 330, to: 70, at: 0, length: 0.55, wave: "sawtooth", loudness: 0.5 }],
  turn: [
    { from: 587, to: 587, at: 0, length: 0.14 },
    { from: 880, to: 880, at: 0.13, length: 0.26 },
  ],
  won: [523, 659, 784, 1047].map((from, i) => ({ from, to: from, at: i * 0.13, length: 0.3 })),
  lost: [392, 330, 262].map((from, i) => ({ from, to: from, at: i * 0.2, length: 0.34 })),
};

const KEY = "menagerie.sound";

/** Plays the sounds of the table. Off until the user turns it on; browsers allow sound only after a click. */
class Sound {
  on = $state(false);
  /** 0 to 1. */
  volume = $state(0.5);
  #context: AudioContext | undefined;

  constructor() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as { on?: boolean; volume?: number };
      this.on = stored.on === true;
      this.volume = Math.min(1, Math.max(0, stored.volume ?? 0.5));
    } catch {
      // Nothing usable is stored.
    }
  }

  toggle(): void {
    this.on = !this.on;
    this.#store();
    if (this.on) this.play("turn");
  }

  setVolume(volume: number): void {
    this.volume = volume;
    this.#store();
    this.play("coin");
  }

  play(name: SoundName): void {
    if (!this.on || this.volume === 0 || !("AudioContext" in globalThis)) return;
    const context = (this.#context ??= new AudioContext());
    if (context.state === "suspended") void context.resume();
    for (const tone of SOUNDS[name]) this.#sound(context, tone);
  }

  #sound(context: AudioContext, { from, to, at, length, wave = "sine", loudness = 0.6 }: Tone): void {
    const start = context.currentTime + at;
    const gain = context.createGain();
    gain.gain.setValueAtTime(this.volume * loudness * 0.3, start);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
    gain.connect(context.destination);
    const source = from === 0 ? noise(context, length) : oscillator(context, from, to, start, length, wave);
    source.connect(gain);
    source.start(start);
    source.stop(start + length);
  }

  #store(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ on: this.on, volume: this.volume }));
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  }
}

function oscillator(
  context: AudioContext,
  from: number,
  to: number,
  start: number,
  length: number,
  wave: OscillatorType,
): OscillatorNode {
  const node = context.createOscillator();
  node.type = wave;
  node.frequency.setValueAtTime(from, start);
  node.frequency.exponentialRampToValueAtTime(to, start + length);
  return node;
}

function noise(context: AudioContext, length: number): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate * length), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  const node = context.createBufferSource();
  node.buffer = buffer;
  return node;
}

export const sound = new Sound();
