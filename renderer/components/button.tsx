// The panel's one button, in the kinds that there are.
import type { ComponentProps } from 'react';
import { useConnection } from '../stores/connection.ts';
import styles from './button.module.css';

/**
 * `plain` has a hairline, `primary` is what a dialog is for, `quiet` and the square `icon` have no edge, `stacked` is an icon above
 * its word, `chip` is round and can stay pressed, `link` is a word that does something, `name` leads to what it names, and `bare` leaves all looks to its place.
 */
type Kind = 'plain' | 'primary' | 'quiet' | 'icon' | 'stacked' | 'chip' | 'link' | 'name' | 'bare';

/**
 * Size `s` is 24 px high, so that it fits a row. One that `acts` asks something of the server, so it can't be pressed while nothing
 * is heard of that.
 */
type Props = ComponentProps<'button'> & { kind?: Kind; size?: 's'; acts?: boolean };

export function Button({ kind = 'plain', size, className, acts = false, disabled = false, ...rest }: Props) {
  const gone = useConnection((connection) => acts && connection.gone);
  return (
    <button
      type="button"
      className={`${styles[kind]} ${className ?? ''}`}
      data-size={size}
      disabled={disabled || gone}
      {...rest}
    />
  );
}
