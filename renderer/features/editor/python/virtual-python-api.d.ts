/** Read from the package's own source when the window is built (scripts/build/python-api-plugin.ts). */
declare module 'virtual:python-api' {
  const api: import('../../../../shared/python-api/python-api.ts').PythonApi;
  export default api;
}
