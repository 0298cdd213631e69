import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The project's folder, two above this one. */
export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Every model with that extension below a folder of the project, by path, sorted. */
export const models = (folder, extension) =>
  readdirSync(path.join(project, folder), { recursive: true })
    .filter(name => name.endsWith(extension))
    .map(name => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
