/** From where the ids of an evaluator process count. */

/** How many ids a process may give. */
const room = 2 ** 20;

/**
 * A result may be older than the process: its server or evaluator was ended, and another one answers. With ids of its own the new one does
 * not know what is asked for, and does not show another value in its place.
 */
export const randomFirstId = (): number =>
  Math.floor(Math.random() * (Number.MAX_SAFE_INTEGER / room - 1)) * room;
