/** Links in Markdown that call commands. Pure. */
export interface CommandLink {
  readonly text: string;
  readonly command: string;
  readonly tip: string;
  readonly args: readonly unknown[];
}

export const commandLink = ({ text, command, tip, args }: CommandLink): string =>
  `[${text}](command:${command}?${encodedArguments(args)} "${tip}")`;

/** A bracket of the program's text that nothing closes would end the link: `encodeURIComponent` leaves them as they are. */
const encodedArguments = (args: readonly unknown[]): string =>
  encodeURIComponent(JSON.stringify(args)).replaceAll('(', '%28').replaceAll(')', '%29');
