/** A part of a text under its title; nothing at all where there is nothing to say. */
export const section = (title: string, body: string): string => (body === "" ? "" : `${title}\n${body}`);
