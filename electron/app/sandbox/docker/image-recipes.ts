import type { Language } from '../../../../shared/validation/types.ts';
import { readImageFiles, readPythonImageFiles, type ImageFiles } from './image-files.ts';

/** What the image of one language is made from, and under which names. */
export interface ImageRecipe {
  /** The image's repository; its tag is the hash of what it is made from. */
  readonly imageName: string;
  /** Made by `npm run local-base`, or loaded by hand, where no registry can be reached. */
  readonly localBase: string;
  /** A base named by the environment; it goes before a local one. */
  readonly baseImage: string | undefined;
  /** Where no base is named or there already, the build fetches packages into the usual one. */
  readonly fetchesPackages: boolean;
  readonly files: () => Promise<ImageFiles>;
}

export const localBaseTags: Readonly<Record<Language, string>> = {
  javascript: 'stratbox-base:local',
  python: 'stratbox-python-base:local',
};

interface RecipeOptions {
  /** Holds Dockerfile, the seccomp profiles and python/. */
  readonly imageFolder: string;
  readonly bundleFolder: string;
  /** The images' common first name; a test's are its own. */
  readonly imageName: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function imageRecipe(
  language: Language,
  { imageFolder, bundleFolder, imageName, environment }: RecipeOptions,
): ImageRecipe {
  if (language === 'python') {
    return {
      imageName: `${imageName ?? 'stratbox'}-python`,
      localBase: localBaseTags.python,
      baseImage: environment['STRATBOX_PYTHON_BASE_IMAGE'] || undefined,
      fetchesPackages: true,
      files: () => readPythonImageFiles(imageFolder),
    };
  }
  return {
    imageName: imageName ?? 'stratbox-runner',
    localBase: localBaseTags.javascript,
    baseImage: environment['STRATBOX_BASE_IMAGE'] || undefined,
    fetchesPackages: false,
    files: () => readImageFiles(imageFolder, bundleFolder),
  };
}
