/** A door that calls wait at until a test opens it. */
export class Gate {
  private readonly door = Promise.withResolvers<void>();
  private readonly bell = Promise.withResolvers<void>();

  /** For the one who waits. */
  async pass(): Promise<void> {
    this.bell.resolve();
    await this.door.promise;
  }

  /** Settles once somebody stands at the door. */
  async reached(): Promise<void> {
    await this.bell.promise;
  }

  open(): void {
    this.door.resolve();
  }
}
