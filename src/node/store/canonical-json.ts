/**
 * One value has one text: keys in code-unit order, two spaces, a final newline, no −0, and nothing that JSON cannot say.
 *
 * `JSON.stringify` would turn NaN into null, drop undefined and order whole-number keys first; here each is an error or
 * has one stated form.
 */

/** The text, ending in a newline. Throws a TypeError that names the place of a value JSON has no word for. */
export const canonicalJson = (value: unknown): string => `${write(value, "$", "")}\n`;

function write(value: unknown, place: string, indent: string): string {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${place} is ${value}, which JSON cannot hold`);
      return JSON.stringify(value + 0);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? writeArray(value, place, indent) : writeObject(value, place, indent);
    default:
      throw new TypeError(`${place} is of type ${typeof value}, which JSON cannot hold`);
  }
}

function writeArray(values: readonly unknown[], place: string, indent: string): string {
  if (values.length === 0) return "[]";
  const deeper = `${indent}  `;
  const parts = Array.from(values, (each, index) => deeper + write(each, `${place}[${index}]`, deeper));
  return `[\n${parts.join(",\n")}\n${indent}]`;
}

function writeObject(value: object, place: string, indent: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${place} is not a plain object, which JSON cannot hold`);
  }
  const bag = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(bag).sort((a, b) => (a < b ? -1 : 1));
  if (keys.length === 0) return "{}";
  const deeper = `${indent}  `;
  const parts = keys.map((key) => `${deeper}${JSON.stringify(key)}: ${write(bag[key], `${place}.${key}`, deeper)}`);
  return `{\n${parts.join(",\n")}\n${indent}}`;
}
