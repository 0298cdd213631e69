// Checks every model: BPMN by bpmnlint's rules and by those of Slipway's own gate, DMN and forms by reading them, element templates by their schema.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { validateAll } from '@bpmn-io/element-templates-validator';
import { plugin } from './modeler/plugin.mjs';
import { generated } from './palette.mjs';
import { models, project } from './models.mjs';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const read = file => readFileSync(path.join(project, file), 'utf8');
const problems = [];
const problem = (file, text) => problems.push(`${file}: ${text}`);

const slipway = plugin(JSON.parse(read('tools/models/contract.json')));
const others = new NodeResolver({ require });
const resolver = {
  resolveRule: (name, rule) => (name === 'bpmnlint-plugin-slipway' ? slipway.resolver : others).resolveRule(name, rule),
  resolveConfig: (name, config) => others.resolveConfig(name, config),
};

// One a file: a rule remembers the flows that it saw, and files may use the same names.
const linter = () => new Linter({
  config: {
    extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'],
    // A loop that comes back to a task needs no gateway to join: Camunda starts the task for each token.
    rules: { 'fake-join': 'off', ...slipway.config.rules },
  },
  resolver,
});

const checks = {
  '.bpmn': async (file, text) => {
    const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(text);
    warnings.forEach(warning => problem(file, warning.message));
    for (const [rule, reports] of Object.entries(await linter().lint(rootElement))) {
      reports.forEach(report => problem(file, `${report.id}: ${report.message} (${rule}, ${report.category})`));
    }
  },
  '.dmn': async (file, text) => {
    const { warnings } = await new DmnModdle().fromXML(text);
    warnings.forEach(warning => problem(file, warning.message));
  },
  '.form': async (file, text) => JSON.parse(text),
  '.json': async (file, text) => {
    const { valid, results } = validateAll([JSON.parse(text)].flat());
    if (!valid) {
      results.flatMap(result => result.errors ?? []).forEach(error => problem(file, error.message));
    }
  },
};

const files = [
  ...models('bpmn', '.bpmn'), ...models('dmn', '.dmn'), ...models('forms', '.form'), ...models('element-templates', '.json'),
];
for (const file of files) {
  try {
    await checks[path.extname(file)](file, read(file));
  } catch (error) {
    problem(file, error.message);
  }
}
// What is made of models that have problems says nothing.
if (!problems.length) {
  for (const [file, content] of Object.entries(await generated())) {
    if (read(file) !== content) {
      problem(file, "is made of the models and the contract, and they changed; run 'make docs'");
    }
  }
}
problems.forEach(text => console.error(text));
console.log(`${files.length} models checked, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
