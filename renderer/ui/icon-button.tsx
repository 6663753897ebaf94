import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** What it does: read aloud, and shown as its tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut ? { shortcut } : {})}>
      <Button
        variant="ghost"
        aria-label={label}
        className={classNames(styles.icon, className)}
        {...rest}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
