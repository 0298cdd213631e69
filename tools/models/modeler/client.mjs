// Loaded by the Modeler at its start: adds the rules to those that it checks diagrams by.
import contract from '../contract.json';
import { plugin } from './plugin.mjs';

window.plugins = [...window.plugins ?? [], { plugin: plugin(contract), type: 'lintRules.bpmn' }];
