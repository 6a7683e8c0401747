const inspect: symbol = /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom");

const known = new Map<object, PropertyDescriptorMap>();

/** The getters of a class and of those it extends, to be put on its objects. */
function fieldsOf(prototype: object): PropertyDescriptorMap {
  const made = known.get(prototype);
  if (made) return made;
  const fields: PropertyDescriptorMap = {};
  for (let level = prototype; level !== OwnFields.prototype; level = Object.getPrototypeOf(level)) {
    for (const [name, field] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (field.get && !(name in fields)) fields[name] = { ...field, enumerable: true };
    }
  }
  // Node would print `[Getter]` for each.
  Object.defineProperty(fields, inspect, { enumerable: true, value: { value: asPlain } });
  known.set(prototype, fields);
  return fields;
}

function asPlain(this: object): object {
  return { ...this };
}

/**
 * Objects whose getters are fields of their own, so that `Object.keys`, a spread, `structuredClone`, `JSON.stringify` and a test's
 * comparison see what they would see of plain objects: the values of that moment.
 */
export abstract class OwnFields {
  constructor() {
    Object.defineProperties(this, fieldsOf(new.target.prototype));
  }
}
