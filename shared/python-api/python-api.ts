/** A name of the Python package `stratbox`, as an editor shows it. */
export interface PythonName {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'method' | 'property' | 'value';
  /** As it is written: `(quantity: float | None = None, **options) -> Order`; a property's `: float`. */
  readonly signature: string;
  readonly docstring: string;
  /** The class of what it holds or gives, where that is one of `classes`. */
  readonly gives: string | undefined;
}

/** What strategies see of the package. */
export interface PythonApi {
  /** What `from stratbox import …` offers. */
  readonly names: readonly PythonName[];
  /** The public members of every class that can be met, inherited ones too. */
  readonly classes: Readonly<Record<string, readonly PythonName[]>>;
}
