/**
 * Elements of the page. Text gets in as text only: nothing here, or anywhere in the webviews, reads markup from a string.
 */
export type Content = Node | string | null;

export interface Attributes {
  readonly [name: string]: string | number | boolean | null;
}

/** An HTML element. An attribute that is null or false is left out, one that is true is empty. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  append(made, content);
  return made;
}

/** An element of an SVG. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: readonly Content[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(made, attributes);
  append(made, content);
  return made;
}

function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

export function replaceContent(target: Element, ...content: readonly Content[]): void {
  target.replaceChildren();
  append(target, content);
}

function append(target: Element, content: readonly Content[]): void {
  target.append(...content.filter((each) => each !== null));
}

/** A button with a text, and what it does. */
export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
}

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A list to choose from, with its label before it. */
export function choice(label: string, choose: (value: string) => void): Choice {
  const list = element('select', { 'aria-label': label });
  list.addEventListener('change', () => choose(list.value));
  const whole = element('label', { class: 'choice' }, element('span', {}, label), list);
  return {
    element: whole,
    show: (options, chosen) => {
      // A list that is open must not be made anew under the person's hands.
      const key = JSON.stringify(options);
      if (list.dataset['options'] !== key) {
        list.dataset['options'] = key;
        replaceContent(list, ...options.map(({ value, text }) => element('option', { value }, text)));
      }
      list.value = chosen;
      whole.hidden = options.length === 0;
    },
  };
}

export interface Choice {
  readonly element: HTMLElement;
  show(options: readonly Option[], chosen: string): void;
}
