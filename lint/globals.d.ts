// What the scripts of `start/` leave for each other and for the program.

/** What `start/early_call.js` has begun; `src/api/early.rs` takes it over. */
interface KehuEarly {
  config: Promise<string | null>;
  begun: Promise<void> | undefined;
  ask(path: string): Promise<void> | undefined;
  claim(): KehuPermit | undefined;
  isFor(address: string, sender: string): boolean;
  take(address: string, sender: string, signal?: AbortSignal): Promise<KehuReply> | undefined;
  first(): Promise<KehuReply | undefined> | undefined;
  painted(): Promise<unknown> | undefined;
}

/** A place for one call among those that all tabs share. */
interface KehuPermit {
  place: number;
  release(): void;
  giveBack(): void;
}

/** An answer, read to its end. */
interface KehuReply {
  status: number;
  retryAfter: string | null;
  date: string | null;
  queue: string | null;
  at: number;
  body: Uint8Array;
}

/** Why nothing starts. */
interface KehuNote {
  address: string | undefined;
  line: string;
}

declare var kehuEarly: KehuEarly;
declare var kehuNoStartNote: KehuNote;
declare var kehuNoStart: ((note: KehuNote) => void) | undefined;

declare module "@oddbird/popover-polyfill";
