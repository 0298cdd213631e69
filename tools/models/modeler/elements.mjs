// Reads a diagram as the gate for models reads its XML: elements with their namespaces, attributes and texts.
const lower = name => name.charAt(0).toLowerCase() + name.slice(1);

/** The element and everything below it, each as { namespace, name, attributes, text, children, place, node }. */
export function read(node, namespaces = declared(node, {})) {
  return element(node, undefined, namespaces, undefined);
}

/** An element and all below it. */
export const all = element => [element, ...element.children.flatMap(all)];

/** The value of an attribute; undefined where there is none. */
export const attribute = (element, namespace, name) =>
  element.attributes.find(each => each.namespace === namespace && each.name === name)?.value;

function element(node, name, outer, outerPlace) {
  const namespaces = declared(node, outer);
  const place = node.id ?? outerPlace;
  const descriptor = node.$descriptor;
  if (descriptor.isGeneric) {
    return generic(node, descriptor.ns, namespaces, place);
  }
  const own = descriptor.ns.prefix;
  const read = { namespace: uri(node, own), name: name ?? lower(descriptor.ns.localName), node, place,
    attributes: unknown(node, namespaces), text: '', children: [] };
  for (const property of descriptor.properties) {
    const value = Object.getOwnPropertyDescriptor(node, property.name)?.value;
    if (value === undefined || property.isReference && !property.isAttr) {
      continue;
    }
    if (property.isBody) {
      read.text = String(value);
    } else if (property.isAttr) {
      const foreign = property.ns.prefix !== own && property.ns.prefix === 'camunda';
      read.attributes.push({ namespace: foreign ? uri(node, 'camunda') : '', name: property.ns.localName,
        shown: foreign ? `camunda:${property.ns.localName}` : property.ns.localName,
        value: property.isReference ? String(value.id) : String(value) });
    } else {
      [value].flat().forEach(child => read.children.push(typeof child === 'object'
        ? element(child, property.xml?.serialize ? property.ns.localName : undefined, namespaces, place)
        : { namespace: uri(node, property.ns.prefix), name: property.ns.localName, node, place, attributes: [],
          text: String(child), children: [] }));
    }
  }
  return read;
}

/** What stands in an extension and belongs to nobody that is known. */
function generic(node, ns, outer, place) {
  const namespaces = declared(node, outer);
  return { namespace: ns.uri ?? namespaces[ns.prefix] ?? '', name: ns.localName, node, place,
    attributes: Object.entries(node)
      .filter(([name, value]) => !/^[$]|^xmlns(:|$)/.test(name) && typeof value === 'string')
      .map(([shown, value]) => named(shown, value, namespaces)),
    text: node.$body ?? '',
    children: (node.$children ?? []).map(child => {
      const [prefix, localName] = child.$type.includes(':') ? child.$type.split(':') : ['', child.$type];
      return generic(child, { prefix, localName, uri: namespaces[prefix] }, namespaces, place);
    }) };
}

const named = (shown, value, namespaces) => {
  const [prefix, name] = shown.includes(':') ? shown.split(':') : ['', shown];
  return { namespace: prefix && (namespaces[prefix] ?? prefix), name, shown, value: String(value) };
};

const uri = (node, prefix) => node.$model.registry.packageMap[prefix]?.uri ?? '';

const declared = (node, outer) => ({ ...outer, ...Object.fromEntries(Object.entries(node.$attrs ?? {})
  .filter(([name]) => name.startsWith('xmlns:')).map(([name, value]) => [name.slice(6), value])) });

const unknown = (node, namespaces) => Object.entries(node.$attrs ?? {})
  .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
  .map(([shown, value]) => {
    const [prefix, name] = shown.includes(':') ? shown.split(':') : ['', shown];
    return { namespace: prefix && (uri(node, prefix) || namespaces[prefix] || prefix), name, shown, value: String(value) };
  });
