// What the packed plugin in the folder named first says of the diagrams named after it, loaded as the Modeler loads it: one
// JSON object a line, { file, rule, id, message }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const [folder, ...files] = process.argv.slice(2);
const window = {};
vm.runInNewContext(readFileSync(path.join(folder, 'client.js'), 'utf8'), { window });
const { plugin } = window.plugins.find(({ type }) => type === 'lintRules.bpmn');
const linter = new Linter({ config: { rules: { ...plugin.config.rules } }, resolver: plugin.resolver });

for (const file of files) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(readFileSync(file, 'utf8'));
  for (const [name, reports] of Object.entries(await linter.lint(rootElement))) {
    reports.forEach(({ id, message }) =>
      console.log(JSON.stringify({ file, rule: name.replace('slipway/', ''), id, message })));
  }
}
