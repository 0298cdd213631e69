// What the gate says of single elements of a process model, from the same contract and in the same words.
import { all, attribute, read } from './elements.mjs';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

/** Each finding of a diagram as { rule, id, message }. */
export function findings(definitions, contract) {
  const found = [];
  all(read(definitions)).forEach(element => {
    const say = (sentence, ...what) => {
      const { rule, text } = contract.sentences[sentence];
      found.push({ rule, id: element.place, message: what.reduce((said, each) => said.replace('%s', () => each), text) });
    };
    words(element, contract, say);
    behind(element, contract, say);
  });
  return found;
}

/** What a contract holds by a name, and nothing that every object has. */
const own = (all, name) => Object.hasOwn(all, name ?? '') ? all[name] : undefined;

const fits = (contract, form, text) => new RegExp(`^(?:${contract.forms[form]})$`).test(text);

function words(element, contract, say) {
  const { namespace, name } = element;
  const known = contract.words;
  if (!known.namespaces.includes(namespace)) {
    say('FOREIGN_ELEMENT', namespace);
  } else if (namespace === BPMN && known.refused.includes(name)) {
    say('SCRIPT', name);
  } else if (namespace === CAMUNDA && !known.extensions.includes(name)) {
    say('UNKNOWN_EXTENSION', name);
  }
  element.attributes.forEach(each => attributeWords(element, each, contract, say));
  const model = namespace === BPMN || namespace === CAMUNDA;
  if (!fits(contract, model && known.texts[name] || 'NOTHING', element.text)) {
    say('ODD_TEXT', element.text.trim());
  }
}

function attributeWords(element, { namespace, name, shown, value }, contract, say) {
  const known = contract.words;
  const extension = element.namespace === CAMUNDA;
  const ofCamunda = namespace === CAMUNDA || namespace === '' && extension;
  if (!known.namespaces.includes(namespace)) {
    say('FOREIGN_ATTRIBUTE', shown);
  } else if (ofCamunda && !(extension ? known.attributesOfExtensions : known.attributes).includes(name)) {
    say('UNKNOWN_ATTRIBUTE', shown);
  } else if (name === 'language' || name === 'expressionLanguage') {
    say('LANGUAGE', value);
  } else if (!(ofCamunda && name === 'delegateExpression')
      && !fits(contract, ofCamunda && known.values[name] || 'NOTHING', value)) {
    say('ODD_ATTRIBUTE', shown, value);
  }
}

function behind(element, contract, say) {
  const camunda = name => attribute(element, CAMUNDA, name);
  const bean = (expression, ...kinds) => {
    const name = new RegExp(`^${contract.forms.BEAN}$`).exec(expression)?.[1];
    if (!name) {
      say('NO_EXPRESSION', expression);
    } else if (!own(contract.beans, name)?.kinds.some(kind => kinds.includes(kind))) {
      say('NO_SUCH_BEAN', name, kinds[0]);
    }
    return own(contract.beans, name);
  };
  const bound = binding => camunda(binding) === 'deployment' || say('NOT_BOUND', binding);
  const listener = (...kinds) => {
    const expression = attribute(element, '', 'delegateExpression');
    return expression === undefined ? say('LISTENER_WITHOUT_BEAN') : bean(expression, ...kinds);
  };
  const automatic = () => {
    if (camunda('delegateExpression') !== undefined) {
      if (bean(camunda('delegateExpression'), 'JavaDelegate')?.touchesWorld && !saved(element)) {
        say('NOT_SAVED');
      }
    } else if (camunda('decisionRef') !== undefined) {
      bound('decisionRefBinding');
    } else if (camunda('type') !== undefined) {
      own(contract.topics, camunda('topic')) ?? say('NO_SUCH_TOPIC', camunda('topic') ?? '');
    } else {
      say('DOES_NOTHING');
    }
  };
  const person = () => {
    camunda('formRef') === undefined ? say('NO_FORM') : bound('formRefBinding');
    /[^\s,]/.test(camunda('candidateGroups') ?? '') || say('NO_GROUPS');
  };
  const isWork = element.name === 'serviceTask' && camunda('type') === 'external'
    && camunda('delegateExpression') === undefined && camunda('decisionRef') === undefined;
  if (camunda('topic') !== undefined && !isWork) {
    say('WORK_UNFOLLOWED', camunda('topic'));
  }
  const extensions = {
    taskListener: () => listener('TaskListener'),
    executionListener: () => listener('ExecutionListener', 'JavaDelegate'),
    property: () => attribute(element, '', 'name') === 'records'
      && bean('${' + (attribute(element, '', 'value') ?? '') + '}', 'UserTask'),
  };
  const elements = {
    process: () => fits(contract, 'TIME_TO_LIVE', camunda('historyTimeToLive') ?? '') || say('NO_TIME_TO_LIVE'),
    serviceTask: automatic,
    sendTask: automatic,
    businessRuleTask: automatic,
    userTask: person,
    receiveTask: () => attribute(element, '', 'messageRef') ?? say('NO_MESSAGE'),
    callActivity: () => bound('calledElementBinding'),
  };
  if (element.namespace === CAMUNDA) {
    extensions[element.name]?.();
  } else if (element.namespace === BPMN) {
    const other = () => camunda('delegateExpression') !== undefined && bean(camunda('delegateExpression'), 'JavaDelegate');
    (elements[element.name] ?? other)();
  }
}

const saved = element => attribute(element, CAMUNDA, 'asyncBefore') === 'true'
  && all(element).some(each => each.name === 'failedJobRetryTimeCycle' && each.text.trim() !== '');
