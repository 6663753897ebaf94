import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { showNotice } from '../../../ui/toast.ts';

interface Props {
  /** What is copied, in words: "the data hash". */
  readonly name: string;
  /** A function where the text is long to make and seldom asked for. */
  readonly text: string | (() => string);
}

const shownFor = 1500;

/** Copies a text to the clipboard and says so by a tick. */
export function CopyButton({ name, text }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), shownFor);
    return () => window.clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setCopied(true);
    } catch {
      // The browser may refuse the clipboard; the text itself can still be selected.
      showNotice(`Could not copy ${name}`, 'Select the text and copy it by hand.');
    }
  };
  return (
    <IconButton label={copied ? 'Copied' : `Copy ${name}`} onClick={() => void copy()}>
      {copied ? <Check /> : <Copy />}
    </IconButton>
  );
}
