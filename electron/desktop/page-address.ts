/** Where the window's page lives: a scheme of our own, so that it has an origin and no file access. */
export const pageScheme = 'app';
export const pageOrigin = 'app://stratbox';
export const pageAddress = `${pageOrigin}/index.html`;
