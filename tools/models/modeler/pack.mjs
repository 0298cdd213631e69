// Packs the plugin for the desktop Modeler into the folder named; copy it below the Modeler's resources/plugins.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = path.resolve(process.argv[2] ?? '.');
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL('client.mjs', import.meta.url))],
  bundle: true,
  format: 'iife',
  outfile: path.join(folder, 'client.js'),
});
writeFileSync(path.join(folder, 'index.js'), "module.exports = { name: 'Slipway', script: './client.js' };\n");
console.log(`The plugin is in ${folder}. Copy the folder to resources/plugins of the Modeler and restart it.`);
