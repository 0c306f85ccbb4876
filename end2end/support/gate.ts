/** A door that calls wait at until a test opens it. */
export class Gate {
  /** Opens the door. */
  open: () => void = () => undefined;
  private ring: () => void = () => undefined;
  private readonly isOpen = new Promise<void>((resolve) => (this.open = resolve));
  private readonly hasRung = new Promise<void>((resolve) => (this.ring = resolve));

  /** For the one who waits. */
  async pass(): Promise<void> {
    this.ring();
    await this.isOpen;
  }

  /** Settles once somebody stands at the door. */
  async reached(): Promise<void> {
    await this.hasRung;
  }
}
