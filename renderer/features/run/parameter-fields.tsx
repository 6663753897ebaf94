import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './parameter-fields.module.css';
import { parametersOf, useParameterStore } from './parameter-store.ts';
import { overridesOf, parseParameter, textOfDefault } from './parameter-values.ts';
import type { NamedParameter } from './read-parameters.ts';

const switches = [
  { value: 'true', label: 'On' },
  { value: 'false', label: 'Off' },
] as const;

/** One field for each entry of the strategy's `export const parameters`. */
export function ParameterFields({ documentId }: { readonly documentId: string }) {
  const store = useParameterStore();
  const { parameters, texts, known } = parametersOf(store, documentId);
  const changed = Object.keys(overridesOf(parameters, texts)).length > 0;
  return (
    <>
      <h3 className={styles.heading}>
        Parameters
        {changed && (
          <Button variant="ghost" onClick={() => store.reset(documentId)}>
            Use defaults
          </Button>
        )}
      </h3>
      {!known && <p className={styles.none}>They cannot be read until the syntax is right.</p>}
      {known && parameters.length === 0 && (
        <p className={styles.none}>
          The strategy has none. Declare them with <code>export const parameters</code>.
        </p>
      )}
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          text={texts[parameter.name] ?? textOfDefault(parameter)}
          onType={(text) => store.type(documentId, parameter.name, text)}
        />
      ))}
    </>
  );
}

interface ParameterFieldProps {
  readonly parameter: NamedParameter;
  readonly text: string;
  readonly onType: (text: string) => void;
}

function ParameterField({ parameter, text, onType }: ParameterFieldProps) {
  const { name, type } = parameter;
  const parsed = parseParameter(parameter, text);
  const changed = parsed.ok && parsed.value !== parameter.default;
  return (
    <Field
      label={name}
      error={parsed.ok ? '' : parsed.error}
      hint={changed ? `Default ${textOfDefault(parameter)}` : ''}
    >
      {(control) =>
        type === 'boolean' ? (
          <Select
            {...control}
            value={text === 'true' ? 'true' : 'false'}
            options={switches}
            onValueChange={onType}
          />
        ) : (
          <Input
            {...control}
            numeric={type !== 'text'}
            value={text}
            title={rangeOf(parameter)}
            onValueChange={onType}
          />
        )
      }
    </Field>
  );
}

function rangeOf({ minimum, maximum }: NamedParameter): string | undefined {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `At least ${minimum}`;
  return maximum === undefined ? undefined : `At most ${maximum}`;
}
