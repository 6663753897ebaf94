/**
 * Text for anything that can be thrown. Errors are recognised by their parts, for one from another
 * realm is no instance of this realm's Error; reading a hostile value may itself throw.
 */
export function describeThrown(error: unknown): { message: string; stack: string } {
  try {
    if (typeof error === 'object' && error !== null && 'message' in error) {
      const { name, message, stack } = error as {
        name?: unknown;
        message: unknown;
        stack?: unknown;
      };
      const kind = typeof name === 'string' && name !== 'Error' ? `${name}: ` : '';
      return {
        message: `${kind}${String(message)}`.slice(0, 2000),
        stack: typeof stack === 'string' ? stack.slice(0, 8000) : '',
      };
    }
    return { message: `The strategy threw ${String(error)}`.slice(0, 2000), stack: '' };
  } catch {
    // The thrown value's own getters threw; there is nothing more to learn from it.
    return { message: 'The strategy threw a value that cannot be read', stack: '' };
  }
}
