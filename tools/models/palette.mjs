// What our models are made of, as templates of the Modeler's palette and as a page of the handbook; both are made of the
// contract and of the models themselves.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { models, project } from './models.mjs';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const read = file => readFileSync(path.join(project, file), 'utf8');
const capital = word => word.charAt(0).toUpperCase() + word.slice(1);

/** The order in which a release comes by the capabilities. */
const PHASES = ['release', 'planning', 'build', 'acceptance', 'approval', 'communication', 'audit', 'rollout', 'site',
  'review', 'interruption'];

/** The generated files by their paths. */
export async function generated() {
  const contract = JSON.parse(read('tools/models/contract.json'));
  const blocks = await used(contract);
  return {
    'element-templates/blocks.json': `${JSON.stringify(blocks.map(template), null, 2)}\n`,
    'docs/handbook/building-blocks.md': page(blocks, contract),
  };
}

/** Each block of the shipped models once, as the first that is drawn. */
async function used(contract) {
  const blocks = new Map();
  for (const file of models('bpmn', '.bpmn')) {
    const { rootElement } = await new BpmnModdle({ camunda }).fromXML(read(file));
    const process = rootElement.rootElements.find(element => element.$type === 'bpmn:Process');
    for (const node of nodes(process)) {
      const block = kinds[node.$type]?.(node, contract);
      if (block && !blocks.has(block.id)) {
        blocks.set(block.id, { phase: file.split('/')[1], name: node.name ?? node.id, why: node.documentation?.[0]?.text ?? '', ...block });
      }
    }
  }
  return [...blocks.values()].sort((one, other) => PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase)
    || (one.name ?? one.id).localeCompare(other.name ?? other.id));
}

const nodes = scope => (scope.flowElements ?? []).flatMap(node => [node, ...nodes(node)]);
const properties = node => Object.fromEntries((node.extensionElements?.values ?? [])
  .filter(value => value.$type === 'camunda:Properties')
  .flatMap(value => value.values.map(property => [property.name, property.value])));
const extensions = (node, type) => (node.extensionElements?.values ?? []).filter(value => value.$type === type);

const kinds = {
  'bpmn:UserTask': (node, contract) => ({ id: properties(node).records, kind: 'person', type: 'bpmn:UserTask',
    promised: contract.beans[properties(node).records], groups: node.get('camunda:candidateGroups'),
    form: node.get('camunda:formRef'), dueIn: properties(node).dueIn }),
  'bpmn:ServiceTask': (node, contract) => node.get('camunda:topic')
    ? { id: node.get('camunda:topic'), kind: 'work', type: 'bpmn:ServiceTask', promised: contract.topics[node.get('camunda:topic')] }
    : step(node, contract),
  'bpmn:ReceiveTask': (node, contract) => ({ id: node.messageRef.name, kind: 'wait', type: 'bpmn:ReceiveTask',
    promised: contract.messages[node.messageRef.name] }),
  'bpmn:CallActivity': node => ({ id: node.calledElement, kind: 'process', type: 'bpmn:CallActivity', call: node }),
  'bpmn:BusinessRuleTask': node => ({ id: node.get('camunda:decisionRef'), kind: 'table', type: 'bpmn:BusinessRuleTask',
    result: node.get('camunda:resultVariable'), mapped: node.get('camunda:mapDecisionResult') }),
};

const step = (node, contract) => {
  const id = /\w+/.exec(node.get('camunda:delegateExpression'))[0];
  return { id, kind: 'step', type: 'bpmn:ServiceTask', promised: contract.beans[id] };
};

const hidden = (value, type, name) => ({ type: 'Hidden', value, binding: { type, name } });
const property = (name, value) => hidden(value, 'property', name);
const asked = (label, description, value, type, name) =>
  ({ label, description, type: 'String', value, constraints: { notEmpty: true }, binding: { type, name } });

const bindings = {
  person: block => [
    asked('Groups', 'Who is offered the task; several are separated by commas', block.groups, 'property', 'camunda:candidateGroups'),
    property('camunda:formRef', block.form),
    property('camunda:formRefBinding', 'deployment'),
    hidden(block.id, 'camunda:property', 'records'),
    asked('Due in', 'Time from the start of the task, as an ISO 8601 period: P2D, PT4H', block.dueIn, 'camunda:property', 'dueIn'),
  ],
  step: block => [
    property('camunda:delegateExpression', `\${${block.id}}`),
    ...(block.promised.touchesWorld ? [property('camunda:asyncBefore', true)] : []),
  ],
  work: block => [property('camunda:type', 'external'), property('camunda:topic', block.id)],
  wait: () => [],
  table: block => [
    property('camunda:decisionRef', block.id),
    property('camunda:decisionRefBinding', 'deployment'),
    ...(block.result ? [property('camunda:resultVariable', block.result), property('camunda:mapDecisionResult', block.mapped)] : []),
  ],
  process: block => [
    property('calledElement', block.id),
    property('camunda:calledElementBinding', 'deployment'),
    ...extensions(block.call, 'camunda:In').map(passed),
    ...extensions(block.call, 'camunda:Out').map(out => ({ type: 'Hidden', value: out.target,
      binding: { type: 'camunda:out', source: out.source } })),
  ],
};

const passed = given => given.businessKey
  ? { type: 'Hidden', value: given.businessKey, binding: { type: 'camunda:in:businessKey' } }
  : { type: 'Hidden', value: given.source ?? given.sourceExpression,
    binding: { type: 'camunda:in', target: given.target, expression: given.source === undefined } };

const template = block => ({
  name: block.name,
  id: `slipway.block.${block.id}`,
  description: block.why,
  category: { id: block.phase, name: capital(block.phase) },
  icon: { contents: `data:image/svg+xml,${encodeURIComponent(icons[block.kind])}` },
  appliesTo: ['bpmn:Task', block.type],
  elementType: { value: block.type },
  properties: bindings[block.kind](block),
});

const drawn = shapes =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" fill="none" stroke="#0b5cad" stroke-width="1.6">${shapes}</svg>`;
const icons = {
  person: drawn('<circle cx="9" cy="5.5" r="3"/><path d="M2.5 16c.6-4 3-6 6.5-6s5.9 2 6.5 6"/>'),
  step: drawn('<circle cx="9" cy="9" r="3"/><path d="M9 1.5v3M9 13.5v3M1.5 9h3M13.5 9h3M3.7 3.7l2.1 2.1M12.2 12.2l2.1 2.1M3.7 14.3l2.1-2.1M12.2 5.8l2.1-2.1"/>'),
  work: drawn('<path d="M2 5.5 9 2l7 3.5v7L9 16l-7-3.5zM2 5.5 9 9l7-3.5M9 9v7"/>'),
  wait: drawn('<path d="M4 2h10M4 16h10M5 2c0 4 4 5 4 7s-4 3-4 7M13 2c0 4-4 5-4 7s4 3 4 7"/>'),
  process: drawn('<rect x="2" y="3.5" width="14" height="11" rx="2"/><path d="M9 7v5M6.5 9.5h5"/>'),
  table: drawn('<path d="M2 3h14v12H2zM2 7h14M7 3v12M2 11h14"/>'),
};

const KINDS = { person: 'a person', step: 'a step', work: 'long work', wait: 'a wait', process: 'a process', table: 'a table' };

function page(blocks, contract) {
  const every = new Set([contract.beans, contract.topics, contract.messages].flatMap(Object.values)
    .flatMap(promised => promised.outcomes ?? []).flatMap(outcome => [...outcome.in ?? [], outcome.to ?? []].flat())
    .filter(state => !state.startsWith('(')));
  const phases = PHASES.filter(phase => blocks.some(block => block.phase === phase)).map(phase => [
    `## ${capital(phase)}`, '', '| Block | What it does | By | Comes only | What may come of it |', '|---|---|---|---|---|',
    ...blocks.filter(block => block.phase === phase).map(block => row(block, every)), '',
  ].join('\n'));
  const messages = Object.entries(contract.messages).filter(([name]) => !blocks.some(block => block.id === name))
    .map(([name, promised]) => `| \`${name}\` | ${when(promised.outcomes ?? [], every)} |`);
  return `# Building blocks

What the shipped models are made of. Each is a template of the Modeler's palette (folder \`element-templates\`), beside those for gates and questions of your own ([process owner](process-owner.md)). This page and the palette are made of what the code declares and of the models by \`make docs\`.

States are those of a release. A variable is read by the gateway that follows.

${phases.join('\n')}
## Of your own

Templates that need no bean of their own:

| Template | What it does |
|---|---|
${JSON.parse(read('element-templates/slipway.json')).map(({ name, description }) => `| *${name}* | ${description}. |`).join('\n')}

## Messages

What a boundary event may wait for:

| Message | While the release is |
|---|---|
${messages.join('\n')}
`;
}

const row = (block, every) => `| **${block.name}**<br>\`${block.id}\` | ${text(block.why)} | ${by(block)} | ${when(block.promised?.outcomes ?? [], every)} | ${then(block)} |`;
const text = why => why.replaceAll('|', '\\|').replaceAll('\n', ' ');
const by = block => block.kind === 'person'
  ? `${block.groups.split(',').join(', ')}${block.promised.duties ? ` (${block.promised.duties.map(duty => duty.toLowerCase()).join(', ')})` : ''}`
  : KINDS[block.kind];

/** In which states, and after what, some outcome is possible; what is possible in each is not limited. */
function when(outcomes, every) {
  const limits = outcomes.every(outcome => outcome.in) ? [...new Set(outcomes.flatMap(outcome => outcome.in))].sort() : [];
  const states = limits.length < every.size ? limits : [];
  const after = [...new Set(outcomes.flatMap(outcome => [...outcome.after ?? [], ...outcome.onceAfter ?? []]))].sort();
  return [states.length && `in ${states.map(state => `\`${state}\``).join(', ')}`,
    after.length && `after ${after.map(gate => `\`${gate}\``).join(', ')}`].filter(Boolean).join('; ') || 'always';
}

function then(block) {
  if (block.kind === 'process' || block.kind === 'table') {
    const out = block.kind === 'process' ? extensions(block.call, 'camunda:Out').map(each => each.target) : [block.result];
    return out.filter(Boolean).map(name => `\`${name}\``).join(', ') || 'done';
  }
  const said = (block.promised?.outcomes ?? []).map(outcome => [
    outcome.error && `error \`${outcome.error}\``,
    outcome.to && `→ \`${outcome.to}\``,
    ...Object.entries(outcome.gives ?? {}).map(([name, values]) => `\`${name}\`${values.length ? ` = ${values.join(' or ')}` : ''}`),
    outcome.passes && `passes \`${outcome.passes}\``,
  ].filter(Boolean).join(', ')).filter(Boolean);
  return [...new Set(said)].join('<br>') || 'done';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of Object.entries(await generated())) {
    writeFileSync(path.join(project, file), content);
  }
}
