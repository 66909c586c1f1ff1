'use strict';

// Monaco, the editor within GraphiQL, reads this as it starts: where its workers lie, and that the page may
// reach its texts (`globalThis.monaco`), which is how an example is put into the editor.

const workers = {
  editorWorkerService: 'editor.worker.bundle.js',
  json: 'json.worker.bundle.js',
  graphql: 'graphql.worker.bundle.js',
};
const folder = document.currentScript.src.replace(/[^/]*$/, '');
globalThis.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_module, label) => folder + (workers[label] ?? workers.editorWorkerService),
};
