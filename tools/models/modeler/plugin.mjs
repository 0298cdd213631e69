// The rules as bpmnlint and the Modeler take them: a configuration that turns each on, and who resolves them.
import { findings } from './rules.mjs';

const PACKAGE = 'bpmnlint-plugin-slipway';

/** Of a contract: { config, resolver }. */
export function plugin(contract) {
  const rules = [...new Set(Object.values(contract.sentences).map(sentence => sentence.rule))].sort();
  const factory = rule => () => ({
    check: (node, reporter) => {
      if (node.$type === 'bpmn:Definitions') {
        findings(node, contract).filter(each => each.rule === rule)
          .forEach(each => reporter.report(each.id, each.message));
      }
    },
  });
  return {
    config: { rules: Object.fromEntries(rules.map(rule => [`slipway/${rule}`, 'error'])) },
    resolver: {
      resolveRule: (packageName, rule) => {
        if (packageName !== PACKAGE || !rules.includes(rule)) {
          throw new Error(`no rule ${rule} of ${packageName} here`);
        }
        return factory(rule);
      },
      resolveConfig: (packageName, name) => {
        throw new Error(`no configuration ${name} of ${packageName} here`);
      },
    },
  };
}
