/** What happens when a device can not do what it was asked for; its message is for people. */

/** The device, or the way to it, failed: another backend has to compute. */
export class GpuFailure extends Error {
  override name = 'GpuFailure';
  /** True where it makes no sense to ask the device again. */
  readonly isFinal: boolean;

  constructor(message: string, { isFinal }: { readonly isFinal: boolean }) {
    super(message);
    this.isFinal = isFinal;
  }
}
