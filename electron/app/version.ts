import packageFile from '../../package.json' with { type: 'json' };

/** The app's version, as in package.json. */
export const appVersion: string = packageFile.version;
