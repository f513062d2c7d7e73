/** Raised by one with every change that an older peer would misunderstand. Peers with different numbers do not talk. */
export const protocolVersion = 3;
